import FibreModel

/// Takes the cells of a row one after the other, from its first column on.
///
/// Fibres and joints come by the million: what makes their rows hands cells over without a list for each row.
protocol CellSink {
  mutating func add(_ cell: Cell)
  mutating func add(text: UnsafeBufferPointer<UInt8>)
  mutating func add(_ attributes: Attributes)
}

/// A row as a list.
struct CellList: CellSink {
  private(set) var cells: [Cell] = []

  mutating func add(_ cell: Cell) { cells.append(cell) }
  mutating func add(text: UnsafeBufferPointer<UInt8>) { cells.append(.text(String(decoding: text, as: UTF8.self))) }
  mutating func add(_ attributes: Attributes) { cells.append(Cell(attributes)) }
}

/// Something whose rows are made one by one, by their position.
protocol RowSource: SendableMetatype {
  static func count(in network: Network) -> Int
  static func add(_ position: Int, of content: NumberedNetwork, to row: inout some CellSink)
}
