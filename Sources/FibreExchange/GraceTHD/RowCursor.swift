import FibreModel
import GeoFormats

/// One row of a table being made into an object, and what is noticed on the way.
struct RowCursor {
  let table: DeliveryTable
  private(set) var index = 0
  private(set) var findings: [Finding] = []
  private let modelled: Set<String>
  private let codeColumn: Column
  private let columns: [String: Column]
  private var kept: [(name: String, value: String)] = []
  private var repeated: [Sentence: RepeatedNote] = [:]
  private var remaining: RemainingColumns

  /// - Parameter fields: The columns that become fields of the object; all others become attributes.
  init(_ table: DeliveryTable, code: String, fields: [String]) {
    self.table = table
    modelled = Set(fields + [code])
    codeColumn = table.column(code)
    columns = Dictionary(uniqueKeysWithValues: modelled.map { ($0, table.column($0)) })
    remaining = RemainingColumns(of: table, besides: modelled)
  }

  mutating func move(to index: Int) {
    self.index = index
    kept.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
  }

  var code: String { table[index, codeColumn] }
  var place: String { table.place(index) }

  func text(_ column: String) -> String { table[index, columns[column] ?? table.column(column)] }

  /// Keeps the text of a column that its field could not take.
  mutating func keep(_ column: String) {
    if modelled.contains(column) { kept.append((table.spelling(of: column), text(column))) }
  }

  /// Keeps a value under a name of its own.
  mutating func keep(_ name: String, value: String) { kept.append((name, value)) }

  mutating func attributes() -> Attributes { remaining.attributes(of: index, in: table, keeping: kept) }

  mutating func note(_ rule: String, _ severity: Finding.Severity, _ message: Sentence) {
    findings.append(Finding(rule: rule, severity: severity, place: place, code: code, message: message))
  }

  /// Counts the row under a remark that is told once for the table; `message` says it of a number of rows.
  mutating func noteOnce(_ rule: String, _ severity: Finding.Severity, _ message: @escaping (Int) -> Sentence) {
    repeated[message(0), default: RepeatedNote(rule: rule, severity: severity, message: message)].add(self)
  }

  /// The remarks that are told once for the table.
  var repeatedFindings: [Finding] { repeated.values.compactMap(\.finding) }

  /// A whole number, or nothing when the cell is empty or holds something else, which is kept and reported.
  mutating func wholeNumber(_ column: String) -> Int? {
    guard let number = decimal(column) else { return nil }
    guard let whole = Int(exactly: number) else {
      refuse(column, "no whole number")
      return nil
    }
    return whole
  }

  /// A number with a point or a comma, below 10¹² either way, or nothing as in `wholeNumber`.
  mutating func decimal(_ column: String) -> Double? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    guard let number = Self.number(text) else {
      refuse(column, "no number")
      return nil
    }
    return number
  }

  /// A length of 0 or more in metres, or nothing as in `wholeNumber`.
  mutating func length(_ column: String) -> Length? {
    guard let metres = decimal(column) else { return nil }
    guard metres >= 0 else {
      refuse(column, "no length")
      return nil
    }
    return Length(metres: metres)
  }

  /// What a code of a value list means; an unknown one is kept and reported, an empty one is passed over.
  mutating func meaning<Value>(_ column: String, _ list: (String) -> Value?) -> Value? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    if let value = list(text) { return value }
    keep(column)
    let name = table.spelling(of: column)
    note("value.unknown", .warning, "\(name) is \(text), which no list has. Correct it to a code of the standard.")
    return nil
  }

  /// The object that a column names; an unknown one is kept and reported, an empty one is passed over.
  mutating func reference<Entity>(
    _ column: String, in objects: EntityTable<Entity>, of table: String
  ) -> Index<Entity>? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    if let index = objects.index(of: Code(text)) { return index }
    keep(column)
    if objects.count == 0 {
      noteOnce(
        "reference.table-empty", .warning
      ) { count in
        """
        \(count) rows from here on name something in \(column), but the delivery holds no \(table). Ask for that \
        table.
        """
      }
      return nil
    }
    let name = self.table.spelling(of: column)
    note(
      "reference.unknown", .warning,
      "\(name) names \(text), which is not in \(table). Add the missing row or correct the code.")
    return nil
  }

  static func number(_ text: String) -> Double? {
    guard let number = Double(text) ?? Double(text.replacing(",", with: ".")), abs(number) < 1e12 else { return nil }
    return number
  }

  private mutating func refuse(_ column: String, _ reason: Sentence) {
    keep(column)
    let name = table.spelling(of: column)
    note("number.unreadable", .warning, "\(name) is \(text(column)), \(reason). Correct it.")
  }
}
