import FibreModel
import GeoFormats

/// A column of one table, or the absence of one.
struct Column {
  fileprivate let offset: Int?
}

/// One table of a delivery, with its rows' places in the file.
struct DeliveryTable {
  /// As GraceTHD calls it: `t_cable`.
  let name: String
  /// As findings call it: `t_cable.csv`.
  let fileName: String
  let file: TableFile
  private let offsets: [String: Int]

  init(_ file: TableFile, fileName: String) {
    name = file.table.name.lowercased()
    self.fileName = fileName
    self.file = file
    offsets = Dictionary(
      file.table.columns.enumerated().map { ($0.element.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  var rowCount: Int { file.table.rowCount }
  var columns: [String] { file.table.columns }

  func column(_ name: String) -> Column { Column(offset: offsets[name]) }
  /// A column's name as the header writes it.
  func spelling(of column: String) -> String { offsets[column].map { columns[$0] } ?? column }
  func has(_ column: String) -> Bool { offsets[column] != nil }

  /// A cell without the spaces around it; empty when there is no such column.
  subscript(row: Int, column: Column) -> String {
    guard let offset = column.offset else { return "" }
    let cell = file.table.cells[row * columns.count + offset]
    // Nearly no cell has spaces to strip, and looking at both ends is cheap.
    guard cell.utf8.first == 0x20 || cell.utf8.last == 0x20 else { return cell }
    return String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  func shape(_ row: Int) -> Geometry? {
    file.table.geometries.isEmpty ? nil : file.table.geometries[row]
  }

  /// The line in the file; for files without lines, the record number plus 1, as if they had a header too.
  func line(_ row: Int) -> Int { line(recorded: file.lines[row]) }

  func line(recorded line: Int) -> Int { fileName.hasSuffix(".csv") ? line : line + 1 }

  func place(_ row: Int) -> String { "\(fileName):\(line(row))" }

  /// A row word for word.
  func cells(_ row: Int) -> [(name: String, value: String)] {
    zip(columns, file.table.row(row)).map { (name: $0, value: $1) }
  }
}

/// The columns of a table that the model has no field for, on their way into attributes.
struct RemainingColumns {
  private let columns: [(name: String, column: Column)]
  private var lastCells: [String]
  private var last = Attributes.none

  /// - Parameter modelled: The columns that have a field.
  init(of table: DeliveryTable, besides modelled: Set<String>) {
    columns = table.columns.filter { !modelled.contains($0.lowercased()) }
      .map { ($0, table.column($0.lowercased())) }
    lastCells = columns.map { _ in "" }
  }

  /// What a row says beyond the model, and `kept`: values of modelled columns that their fields could not take.
  mutating func attributes(
    of row: Int, in table: DeliveryTable, keeping kept: [(name: String, value: String)] = []
  ) -> Attributes {
    // Neighbours mostly say the same (owner, state, dates), so that one copy serves many rows.
    var isSame = true
    for (offset, column) in columns.enumerated() {
      let cell = table[row, column.column]
      if cell != lastCells[offset] {
        lastCells[offset] = cell
        isSame = false
      }
    }
    if !isSame { last = Attributes(zip(columns, lastCells).map { (name: $0.name, value: $1) }) }
    guard !kept.isEmpty else { return last }
    return Attributes(last.entries.map { (name: $0.name, value: $0.value) } + kept)
  }
}
