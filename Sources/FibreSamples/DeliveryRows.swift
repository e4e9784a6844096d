import GeoFormats

/// The rows written so far, table by table.
struct DeliveryRows {
  private var tables: [FeatureTable] = GraceTable.allCases.map { FeatureTable(name: $0.rawValue, columns: $0.columns) }
  private let places: [[String: Int]] = GraceTable.allCases.map { table in
    Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($0.element, $0.offset) })
  }
  private static let order = Dictionary(
    uniqueKeysWithValues: GraceTable.allCases.enumerated().map { ($0.element, $0.offset) })

  /// Adds a row; columns that are not named stay empty.
  mutating func add(_ table: GraceTable, _ values: KeyValuePairs<String, String>, shape: Geometry? = nil) {
    let index = index(of: table)
    precondition((shape != nil) == table.hasShapes, "a row of \(table.rawValue) with the wrong kind of shape")
    let first = tables[index].cells.count
    tables[index].cells.append(contentsOf: repeatElement("", count: tables[index].columns.count))
    for (column, value) in values {
      guard let offset = places[index][column] else { preconditionFailure("\(table.rawValue) has no \(column)") }
      tables[index].cells[first + offset] = value
    }
    if table.hasShapes { tables[index].geometries.append(shape) }
  }

  /// Rows that stand in a table.
  func count(of table: GraceTable) -> Int { tables[index(of: table)].rowCount }

  /// Adds a copy of a row.
  mutating func repeatRow(_ row: Int, of table: GraceTable) {
    let index = index(of: table)
    tables[index].cells += Array(tables[index].row(row))
    if table.hasShapes { tables[index].geometries.append(tables[index].geometries[row]) }
  }

  func cell(_ column: String, _ row: Int, of table: GraceTable) -> String {
    tables[index(of: table)].cells[place(of: column, row, of: table)]
  }

  mutating func set(_ column: String, _ row: Int, of table: GraceTable, to text: String) {
    tables[index(of: table)].cells[place(of: column, row, of: table)] = text
  }

  private func index(of table: GraceTable) -> Int {
    guard let index = Self.order[table] else { preconditionFailure("no table \(table.rawValue)") }
    return index
  }

  private func place(of column: String, _ row: Int, of table: GraceTable) -> Int {
    let index = index(of: table)
    guard let offset = places[index][column] else { preconditionFailure("\(table.rawValue) has no \(column)") }
    return row * tables[index].columns.count + offset
  }

  /// Takes out the rows added so far, table by table in the order of loading.
  mutating func take() -> [FeatureTable] {
    let taken = filled
    for index in tables.indices {
      tables[index].cells.removeAll(keepingCapacity: true)
      tables[index].geometries.removeAll(keepingCapacity: true)
    }
    return taken
  }

  /// The tables that hold a row, in the order of loading.
  var filled: [FeatureTable] { tables.filter { $0.rowCount > 0 } }
}
