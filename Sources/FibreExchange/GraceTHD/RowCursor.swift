import FibreModel
import GeoFormats

/// A column that a cursor reads, found once for all rows.
struct Field {
  let name: String
  let column: Column
}

/// One row of a table being made into an object, and what is noticed on the way.
struct RowCursor {
  let table: DeliveryTable
  private(set) var index = 0
  private(set) var findings: [Finding] = []
  private var row: DeliveryRow
  private let modelled: Set<String>
  private let codeColumn: Column
  private let fields: [String: Field]
  private var kept: [(name: String, value: String)] = []
  private var repeated: [Sentence: RepeatedNote] = [:]
  private var remaining: RemainingColumns

  /// - Parameter fields: The columns that become fields of the object; all others become attributes.
  init(_ table: DeliveryTable, code: String, fields: [String]) {
    self.table = table
    row = DeliveryRow(of: table)
    modelled = Set(fields + [code])
    codeColumn = table.column(code)
    self.fields = Dictionary(
      uniqueKeysWithValues: modelled.map { ($0, Field(name: $0, column: table.column($0))) })
    remaining = RemainingColumns(of: table, besides: modelled)
  }

  mutating func move(to index: Int) {
    self.index = index
    row.move(to: index)
    if !kept.isEmpty { kept.removeAll(keepingCapacity: true) }
    if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
  }

  var code: String { row.text(codeColumn) }

  /// Lends the bytes of the code.
  func withCode<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { row.withBytes(codeColumn, body) }

  var place: String { table.place(index) }

  func field(_ name: String) -> Field { fields[name] ?? Field(name: name, column: table.column(name)) }

  func text(_ name: String) -> String { text(field(name)) }
  func text(_ field: Field) -> String { row.text(field.column) }

  /// Lends the bytes of a cell without the spaces around it.
  func withBytes<Result>(_ field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    row.withBytes(field.column, body)
  }

  func isEmpty(_ field: Field) -> Bool { row.isEmpty(field.column) }

  /// Keeps the text of a column that its field could not take.
  mutating func keep(_ name: String) { keep(field(name)) }

  mutating func keep(_ field: Field) {
    if modelled.contains(field.name) { kept.append((table.spelling(of: field.name), text(field))) }
  }

  /// Keeps a value under a name of its own.
  mutating func keep(_ name: String, value: String) { kept.append((name, value)) }

  mutating func attributes() -> Attributes { remaining.attributes(of: row, keeping: kept) }

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
  mutating func wholeNumber(_ name: String) -> Int? { wholeNumber(field(name)) }

  mutating func wholeNumber(_ field: Field) -> Int? {
    if let plain = row.withBytes(field.column, Self.plainNumber) { return plain }
    guard let number = decimal(field) else { return nil }
    guard let whole = Int(exactly: number) else {
      refuse(field, "no whole number")
      return nil
    }
    return whole
  }

  /// A number with a point or a comma, below 10¹² either way, or nothing as in `wholeNumber`.
  mutating func decimal(_ name: String) -> Double? { decimal(field(name)) }

  private mutating func decimal(_ field: Field) -> Double? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    guard let number = Self.number(text) else {
      refuse(field, "no number")
      return nil
    }
    return number
  }

  /// A length of 0 or more in metres, or nothing as in `wholeNumber`.
  mutating func length(_ column: String) -> Length? {
    guard let metres = decimal(column) else { return nil }
    guard metres >= 0 else {
      refuse(field(column), "no length")
      return nil
    }
    return Length(metres: metres)
  }

  /// A length that a section or a pathway can have, or nothing as in `wholeNumber`.
  mutating func sectionLength(_ column: String) -> Length? {
    guard let length = length(column) else { return nil }
    guard length <= .longestSection else {
      keep(column)
      noteLength(table.spelling(of: column), length)
      return nil
    }
    return length
  }

  /// Notes a length that nothing has.
  mutating func noteLength(_ what: String, _ length: Length) {
    note(
      "number.implausible", .warning,
      "\(what) is \(Int(length.millimetres / 1_000_000)) km, an implausible length; it was not taken. Correct it.")
  }

  /// What a code of a value list means; an unknown one is kept and reported, an empty one is passed over.
  mutating func meaning<Value>(_ name: String, _ list: (String) -> Value?) -> Value? { meaning(field(name), list) }

  mutating func meaning<Value>(_ field: Field, _ list: (String) -> Value?) -> Value? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let value = list(text) { return value }
    keep(field)
    let name = table.spelling(of: field.name)
    note("value.unknown", .warning, "\(name) is \(text), which no list has. Correct it to a code of the standard.")
    return nil
  }

  /// The object that a column names; an unknown one is kept and reported, an empty one is passed over.
  mutating func reference<Entity>(
    _ name: String, in objects: EntityTable<Entity>, of table: String
  ) -> Index<Entity>? {
    reference(field(name), in: objects, of: table)
  }

  mutating func reference<Entity>(
    _ field: Field, in objects: EntityTable<Entity>, of table: String
  ) -> Index<Entity>? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let index = objects.index(of: Code(text)) { return index }
    keep(field)
    let column = field.name
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

  /// The number of up to nine digits; nothing for any other text, which may be a number too.
  private static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  static func number(_ text: String) -> Double? {
    guard let number = Double(text) ?? Double(text.replacing(",", with: ".")), abs(number) < 1e12 else { return nil }
    return number
  }

  private mutating func refuse(_ field: Field, _ reason: Sentence) {
    keep(field)
    let name = table.spelling(of: field.name)
    note("number.unreadable", .warning, "\(name) is \(text(field)), \(reason). Correct it.")
  }
}
