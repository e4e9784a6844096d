import FibreModel
import GeoFormats

/// Turns rows of sheets into lines of work.
struct AsDoneReader {
  let name: String
  private(set) var lines: [AsDoneLine] = []
  private(set) var findings: [Finding] = []
  /// Whether headings were found on any sheet.
  private(set) var hasHeader = false

  init(name: String) { self.name = name }

  /// What a row inherits from the one above.
  private struct Carried {
    var night: Int?
    var closure = ""
    var revision: Int?
    var cassette = ""
  }

  /// Reads a sheet; one without headings is passed over, since workbooks hold notes too.
  mutating func read(_ sheet: SheetFile.Sheet, isOnly: Bool) {
    guard let header = header(of: sheet) else { return }
    hasHeader = true
    let prefix = isOnly ? name : "\(name) (\(sheet.name))"
    guard !reportColumns(header, at: "\(prefix):\(sheet.rows[header.row].line)") else { return }
    var carried = Carried()
    for row in sheet.rows[(header.row + 1)...] {
      let cells = AsDoneRow(cells: row.cells, columns: header.columns)
      guard !cells.isHeading else { continue }
      read(cells, at: "\(prefix):\(row.line)", &carried)
    }
  }

  // MARK: Headings

  private struct Header {
    let row: Int
    let columns: [AsDoneColumn: Int]
    let repeated: [AsDoneColumn]
  }

  /// The row among the first two hundred that names most columns, when it names what a list can't do without.
  private func header(of sheet: SheetFile.Sheet) -> Header? {
    var best: Header?
    for (row, content) in sheet.rows.prefix(200).enumerated() {
      var columns: [AsDoneColumn: Int] = [:]
      var repeated: [AsDoneColumn] = []
      for (position, cell) in content.cells.enumerated() {
        guard let column = AsDoneColumn.column(headed: cell) else { continue }
        if columns[column] == nil { columns[column] = position } else { repeated.append(column) }
      }
      if columns.count > best?.columns.count ?? 4 { best = Header(row: row, columns: columns, repeated: repeated) }
    }
    return best
  }

  /// Tells columns that are missing or there twice; whether the sheet can't be read for that.
  private mutating func reportColumns(_ header: Header, at place: String) -> Bool {
    let missing = AsDoneColumn.allCases.filter { $0.isRequired && header.columns[$0] == nil }
    for column in missing {
      note(.error, "asdone.column-missing", place, column.name, "The list has no such column. Put it back.")
    }
    for column in header.repeated {
      note(
        .error, "asdone.column-repeated", place, column.name,
        "Two columns have this heading. Leave one of them its heading.")
    }
    return !missing.isEmpty || !header.repeated.isEmpty
  }

  mutating func reportNoHeader() {
    note(
      .error, "asdone.no-list", "\(name):1", "",
      "No sheet of the file has the headings of a splice list. Return the list with its headings.")
  }

  /// Tells what a CSV file had wrong.
  mutating func report(_ defect: TableDefect) {
    guard case .unterminatedQuote = defect.kind else { return }
    note(
      .error, "asdone.row-unreadable", "\(name):\(defect.line)", "",
      "The row opens a quotation mark that nothing closes. Correct it.")
  }

  // MARK: Rows

  private mutating func read(_ row: AsDoneRow, at place: String, _ carried: inout Carried) {
    // Titles, totals and notes name no position.
    guard row.namesPosition else {
      if row.saysDone {
        note(
          .error, "asdone.row-unreadable", place, "",
          "The row says that something was done, but names no slot and no fibre. Name them.")
      }
      return
    }
    carry(row, &carried)
    guard let action = AsDoneCells.action(row[.action]), let night = carried.night, !carried.closure.isEmpty else {
      return note(
        .error, "asdone.row-unreadable", place, "",
        "The night, the closure or the action of the row can't be read. Put back what the list said.")
    }
    var line = AsDoneLine(
      place: place, night: night, closure: carried.closure, revision: carried.revision, cassette: carried.cassette,
      slot: integer(row, .slot, place), action: action, a: end(row, .cableA, .fibreA, place),
      b: end(row, .cableB, .fibreB, place), outcome: outcome(row, place))
    line.doneBy = row[.doneBy]
    line.doneAt = AsDoneCells.time(row[.doneAt])
    line.measuredLoss = measuredLoss(row, place)
    line.remark = row[.remark]
    lines.append(line)
  }

  private func carry(_ row: AsDoneRow, _ carried: inout Carried) {
    if let night = AsDoneCells.integer(row[.night]) { carried.night = night }
    if !row[.closure].isEmpty { carried.closure = row[.closure] }
    if let revision = AsDoneCells.integer(row[.revision]) { carried.revision = revision }
    if !row[.cassette].isEmpty { carried.cassette = row[.cassette] }
  }

  private mutating func integer(_ row: AsDoneRow, _ column: AsDoneColumn, _ place: String) -> Int? {
    let text = row[column]
    guard !text.isEmpty else { return nil }
    if let number = AsDoneCells.integer(text) { return number }
    note(
      .error, "asdone.number-unreadable", place, column.name,
      "The number can't be read, and the cell counts as empty: \(text). Write digits only.")
    return nil
  }

  private mutating func end(
    _ row: AsDoneRow, _ cable: AsDoneColumn, _ fibre: AsDoneColumn, _ place: String
  ) -> AsDoneEnd? {
    guard !row[cable].isEmpty, let number = integer(row, fibre, place) else { return nil }
    return AsDoneEnd(owner: row[cable], number: number)
  }

  private mutating func outcome(_ row: AsDoneRow, _ place: String) -> AsDoneOutcome {
    if let outcome = AsDoneCells.outcome(row[.done]) { return outcome }
    note(
      .error, "asdone.done-unreadable", place, "",
      "What stands under done can't be understood, and the line counts as not done: \(row[.done]). Write yes or no.")
    return .unstated
  }

  /// A splice loses from −1 to 10 dB; anything else is a slip.
  private mutating func measuredLoss(_ row: AsDoneRow, _ place: String) -> Loss? {
    let text = row[.measuredLoss]
    guard !text.isEmpty else { return nil }
    if let decibels = AsDoneCells.number(text), (-1...10).contains(decibels) { return Loss(decibels: decibels) }
    note(
      .warning, "asdone.loss-unreadable", place, "",
      "The measured loss is no number of decibels from -1 to 10, and is left out: \(text). Correct it.")
    return nil
  }

  private mutating func note(
    _ severity: Finding.Severity, _ rule: String, _ place: String, _ code: String, _ message: Sentence
  ) {
    findings.append(Finding(rule: rule, severity: severity, place: place, code: code, message: message))
  }
}

/// The cells of a row by their columns.
struct AsDoneRow {
  private let cells: [String]
  private let columns: [AsDoneColumn: Int]

  init(cells: [String], columns: [AsDoneColumn: Int]) {
    self.cells = cells
    self.columns = columns
  }

  /// A cell without blanks around it; empty when the row is too short or the sheet has no such column.
  subscript(column: AsDoneColumn) -> String {
    guard let position = columns[column], position < cells.count else { return "" }
    return AsDoneCells.trimmed(cells[position])
  }

  /// Whether it repeats the headings, as sheets pasted together do.
  var isHeading: Bool {
    columns.count { AsDoneColumn.column(headed: self[$0.key]) == $0.key } * 2 > columns.count
  }

  var namesPosition: Bool { !self[.slot].isEmpty || !self[.fibreA].isEmpty || !self[.fibreB].isEmpty }

  var saysDone: Bool { !self[.done].isEmpty || !self[.measuredLoss].isEmpty }
}
