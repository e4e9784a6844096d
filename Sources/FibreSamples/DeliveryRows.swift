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
    guard let index = Self.order[table] else { preconditionFailure("no table \(table.rawValue)") }
    precondition((shape != nil) == table.hasShapes, "a row of \(table.rawValue) with the wrong kind of shape")
    let first = tables[index].cells.count
    tables[index].cells.append(contentsOf: repeatElement("", count: tables[index].columns.count))
    for (column, value) in values {
      guard let offset = places[index][column] else { preconditionFailure("\(table.rawValue) has no \(column)") }
      tables[index].cells[first + offset] = value
    }
    if table.hasShapes { tables[index].geometries.append(shape) }
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
