import FibreModel
import GeoFormats

/// A column of one table, or the absence of one.
struct Column {
  fileprivate let offset: Int?

  static let absent = Column(offset: nil)
}

/// One table of a delivery, with its rows' places in the file.
struct DeliveryTable {
  /// As GraceTHD calls it: `t_cable`.
  let name: String
  /// As findings call it: `t_cable.csv`.
  let fileName: String
  private(set) var file: TableFile
  private let offsets: [String: Int]

  init(_ file: TableFile, fileName: String) {
    name = file.name.lowercased()
    self.fileName = fileName
    self.file = file
    offsets = Dictionary(
      file.columns.enumerated().map { ($0.element.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  var rowCount: Int { file.rowCount }
  var columns: [String] { file.columns }

  func column(_ name: String) -> Column { Column(offset: offsets[name]) }
  /// A column's name as the header writes it.
  func spelling(of column: String) -> String { offsets[column].map { columns[$0] } ?? column }
  func has(_ column: String) -> Bool { offsets[column] != nil }

  /// A cell without the spaces around it; empty when there is no such column. O(columns): for many rows there is
  /// ``DeliveryRow``.
  subscript(row: Int, column: Column) -> String {
    guard let offset = column.offset else { return "" }
    return file.rows.withBytes(row, offset) { String(decoding: trimmed($0), as: UTF8.self) }
  }

  func shape(_ row: Int) -> Geometry? {
    file.geometries.isEmpty ? nil : file.geometries[row]
  }

  /// The line in the file; for files without lines, the record number plus 1, as if they had a header too.
  func line(_ row: Int) -> Int { line(recorded: file.line(of: row)) }

  func line(recorded line: Int) -> Int { fileName.hasSuffix(".csv") ? line : line + 1 }

  func place(_ row: Int) -> String { "\(fileName):\(line(row))" }

  /// A row word for word.
  func cells(_ row: Int) -> [(name: String, value: String)] {
    zip(columns, file.rows.row(row)).map { (name: $0, value: $1) }
  }

  /// Gives back the memory of cells and shapes that have become objects; places stay known.
  mutating func letRowsGo() { file.letRowsGo() }
}

/// One row of a table after the other, its cells found once a row.
struct DeliveryRow {
  private var view: RowView

  /// Looks at no row yet.
  init(of table: DeliveryTable) {
    view = RowView(table.file.rows)
  }

  mutating func move(to row: Int) { view.move(to: row) }

  /// Lends the bytes of a cell without the spaces around it; none when there is no such column.
  func withBytes<Result>(_ column: Column, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let offset = column.offset else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return view.withBytes(offset) { body(trimmed($0)) }
  }

  /// A cell without the spaces around it; empty when there is no such column.
  func text(_ column: Column) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

  func isEmpty(_ column: Column) -> Bool { withBytes(column) { $0.isEmpty } }

  func holds(_ bytes: [UInt8], in column: Column) -> Bool {
    withBytes(column) { $0.count == bytes.count && $0.elementsEqual(bytes) }
  }
}

/// Bytes without the spaces around them.
private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  // Nearly no cell has spaces to strip, and looking at both ends is cheap.
  guard bytes.first == 0x20 || bytes.last == 0x20 else { return bytes }
  let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
  let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
  return UnsafeBufferPointer(rebasing: bytes[start..<end])
}

/// The columns of a table that the model has no field for, on their way into attributes.
struct RemainingColumns {
  private let columns: [(name: String, column: Column)]
  private var lastCells: [[UInt8]]
  private var last = Attributes.none

  /// - Parameter modelled: The columns that have a field.
  init(of table: DeliveryTable, besides modelled: Set<String>) {
    columns = table.columns.filter { !modelled.contains($0.lowercased()) }
      .map { ($0, table.column($0.lowercased())) }
    lastCells = columns.map { _ in [] }
  }

  /// What a row says beyond the model, and `kept`: values of modelled columns that their fields could not take.
  mutating func attributes(of row: DeliveryRow, keeping kept: [(name: String, value: String)] = []) -> Attributes {
    // Neighbours mostly say the same (owner, state, dates), so that one copy serves many rows.
    var isSame = true
    for offset in columns.indices where !row.holds(lastCells[offset], in: columns[offset].column) {
      lastCells[offset] = row.withBytes(columns[offset].column) { Array($0) }
      isSame = false
    }
    if !isSame {
      last = Attributes(zip(columns, lastCells).map { (name: $0.name, value: String(decoding: $1, as: UTF8.self)) })
    }
    guard !kept.isEmpty else { return last }
    return Attributes(last.entries.map { (name: $0.name, value: $0.value) } + kept)
  }
}
