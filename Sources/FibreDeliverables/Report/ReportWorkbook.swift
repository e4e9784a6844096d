import CXlsxWriter
import FibreModel
import Foundation

extension Report {
  /// The document as a workbook of one sheet.
  func workbook(sheet name: String) throws(DeliverableError) -> [UInt8] {
    let book = try Workbook(title: title, date: date)
    try write(to: book, sheet: name)
    return try book.bytes()
  }

  /// The document as a workbook with its header block on the first sheet and a sheet for each of its sections.
  func workbookOfSections(first name: String) throws(DeliverableError) -> [UInt8] {
    let book = try Workbook(title: title, date: date)
    var cover = self
    cover.sections = []
    try cover.write(to: book, sheet: name)
    for section in sections {
      var sheet = self
      sheet.title = section.heading ?? title
      sheet.facts = []
      sheet.sections = [Section(notes: section.notes, facts: section.facts, table: section.table)]
      try sheet.write(to: book, sheet: sheet.title)
    }
    return try book.bytes()
  }

  /// Writes the document as a sheet: header block, then each section; the first table's head stays in view and is
  /// printed again on each page.
  ///
  /// - Parameter choices: By column of its tables, the only texts that may be written there.
  func write(to book: Workbook, sheet name: String, choices: [Int: [String]] = [:]) throws(DeliverableError) {
    let sheet = try book.addSheet(name)
    setUpPrint(sheet)
    setWidths(sheet)
    var row: UInt32 = 0
    worksheet_write_string(sheet, row, 0, title, book.format(.init(isTitle: true)))
    worksheet_set_row(sheet, row, 22, nil)
    row += 1
    write(facts, &row, sheet, book)
    for section in sections {
      row += 1
      write(section, &row, sheet, book)
      guard let table = section.table, !table.rows.isEmpty else { continue }
      for (column, words) in choices.sorted(by: { $0.key < $1.key }) {
        Self.allow(words, in: sheet, column: UInt16(column), rows: row - UInt32(table.rows.count)...row - 1)
      }
    }
  }

  /// Lets only some words be chosen in a column.
  private static func allow(_ words: [String], in sheet: Workbook.Sheet, column: UInt16, rows: ClosedRange<UInt32>) {
    var copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    copies.append(nil)
    defer { for copy in copies { free(copy) } }
    copies.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
      worksheet_data_validation_range(sheet, rows.lowerBound, column, rows.upperBound, column, &validation)
    }
  }

  private func setUpPrint(_ sheet: Workbook.Sheet) {
    worksheet_set_paper(sheet, 9)  // A4
    if isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(sheet, "&L\(footer.replacing("&", with: "&&"))&R&P / &N")
  }

  /// Columns are as wide as the widest wish of any table.
  private func setWidths(_ sheet: Workbook.Sheet) {
    let tables = sections.compactMap(\.table)
    for column in 0..<(tables.map(\.columns.count).max() ?? 0) {
      let width = tables.compactMap { column < $0.columns.count ? $0.columns[column].width : nil }.max() ?? 10
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
  }

  /// Labels and values run over the neighbouring empty cells, so that no column has to be wide for them.
  private func write(_ facts: [Fact], _ row: inout UInt32, _ sheet: Workbook.Sheet, _ book: Workbook) {
    for fact in facts {
      worksheet_write_string(sheet, row, 0, "\(fact.label)\(language.colon)\(fact.value)", book.format(.init()))
      row += 1
    }
  }

  private func write(_ section: Section, _ row: inout UInt32, _ sheet: Workbook.Sheet, _ book: Workbook) {
    if let heading = section.heading {
      worksheet_write_string(sheet, row, 0, heading, book.format(.init(isStrong: true)))
      row += 1
    }
    for note in section.notes {
      worksheet_write_string(sheet, row, 0, note, book.format(.init()))
      row += 1
    }
    write(section.facts, &row, sheet, book)
    guard let table = section.table else { return }
    write(table, &row, sheet, book, isOnlyTable: sections.count { $0.table != nil } == 1)
  }

  private func write(
    _ table: Table, _ row: inout UInt32, _ sheet: Workbook.Sheet, _ book: Workbook, isOnlyTable: Bool
  ) {
    let heading = book.format(.init(background: 0xE6E6E6, isHeading: true))
    setHeight(sheet, row, table.columns.map(\.title), table)
    for (column, title) in table.columns.map(\.title).enumerated() {
      worksheet_write_string(sheet, row, UInt16(column), title, heading)
    }
    if isOnlyTable {
      worksheet_freeze_panes(sheet, row + 1, 0)
      worksheet_repeat_rows(sheet, row, row)
      let last = row + UInt32(table.rows.count + table.bands.count)
      worksheet_autofilter(sheet, row, 0, last, UInt16(table.columns.count - 1))
    }
    row += 1
    for (number, cells) in table.rows.enumerated() {
      if let band = table.bands[number] {
        worksheet_write_string(sheet, row, 0, band, book.format(.init(isStrong: true)))
        row += 1
      }
      setHeight(sheet, row, cells.map(\.text), table)
      for (column, cell) in cells.enumerated() {
        write(cell, sheet, book, row, UInt16(column), isRight: table.columns[column].isNumeric)
      }
      row += 1
    }
  }

  /// Sets the height that the most broken of a row's texts needs; not every program finds it by itself.
  private func setHeight(_ sheet: Workbook.Sheet, _ row: UInt32, _ texts: [String], _ table: Table) {
    let lines = zip(texts, table.columns).map { Self.lineCount($0, width: Int($1.width)) }.max() ?? 1
    worksheet_set_row(sheet, row, Double(12 * lines + 2), nil)
  }

  /// How many lines a text takes when it is broken at blanks, and words that are longer anywhere.
  static func lineCount(_ text: String, width: Int) -> Int {
    var (lines, used) = (1, 0)
    for word in text.split(separator: " ") {
      if used > 0, used + 1 + word.count > width { (lines, used) = (lines + 1, 0) }
      used += (used > 0 ? 1 : 0) + word.count
      while used > width { (lines, used) = (lines + 1, used - width) }
    }
    return lines
  }

  private func write(
    _ cell: Cell, _ sheet: Workbook.Sheet, _ book: Workbook, _ row: UInt32, _ column: UInt16, isRight: Bool
  ) {
    let style = Workbook.CellStyle(
      background: cell.paint?.background, text: cell.paint?.text ?? 0, isStrong: cell.isStrong, isRight: isRight,
      hasBorder: true, decimals: cell.number == nil ? nil : cell.decimals)
    let format = book.format(style)
    if let number = cell.number {
      worksheet_write_number(sheet, row, column, number, format)
    } else if cell.text.isEmpty {
      worksheet_write_blank(sheet, row, column, format)
    } else {
      worksheet_write_string(sheet, row, column, cell.text, format)
    }
  }
}
