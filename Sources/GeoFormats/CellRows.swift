/// The text cells of a table, row after row, in one block of bytes.
///
/// A cell costs its bytes and one more, which is what the file has for it; a row costs 8 on top. A row is the length of
/// each of its cells, a byte each, and then their bytes; a cell of 255 bytes and more has its length in 4 bytes before its
/// text.
public struct CellRows: Sendable {
  /// How many cells each row has.
  public let columnCount: Int
  @usableFromInline private(set) var bytes: [UInt8] = []
  /// Where each row begins.
  private var starts: [Int] = []

  private static let longCell: UInt8 = 255

  init(columnCount: Int) {
    self.columnCount = columnCount
  }

  /// How many rows there are.
  public var count: Int { starts.count }

  /// Makes room; memory is only taken by what is added.
  mutating func reserveCapacity(rows: Int, bytes count: Int) {
    starts.reserveCapacity(rows)
    bytes.reserveCapacity(count)
  }

  // MARK: Reading

  /// A cell as it is written; O(columns).
  public subscript(row: Int, column: Int) -> String { withBytes(row, column) { String(decoding: $0, as: UTF8.self) } }

  /// Lends the bytes of a cell; O(columns).
  public func withBytes<Result>(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes(at: place(row, column), body)
  }

  private func place(_ row: Int, _ column: Int) -> Range<Int> {
    bytes.withUnsafeBufferPointer { bytes in
      var end = starts[row] + columnCount
      var start = end
      for offset in 0...column { (start, end) = Self.place(of: bytes[starts[row] + offset], after: end, in: bytes) }
      return start..<end
    }
  }

  /// The cells of a row, in column order.
  public func row(_ row: Int) -> [String] {
    var view = RowView(self)
    view.move(to: row)
    return (0..<columnCount).map { view.text($0) }
  }

  private static func place(
    of length: UInt8, after end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, end: Int) {
    guard length == longCell else { return (end, end + Int(length)) }
    let stated = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: end, as: UInt32.self)
    return (end + 4, end + 4 + Int(stated))
  }

  // MARK: Adding

  /// Adds a row of as many cells as there are columns, each a place in some bytes.
  mutating func append(_ cells: [Range<Int>], of source: UnsafeBufferPointer<UInt8>) {
    beginRow()
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      setCell(column, UnsafeBufferPointer(rebasing: source[cell]))
    }
  }

  /// Adds a row of empty cells, which are then set from the first column on.
  mutating func beginRow() {
    starts.append(bytes.count)
    bytes.append(contentsOf: repeatElement(0, count: columnCount))
  }

  /// Gives the last row its text in a column behind all those that were set.
  mutating func setCell(_ column: Int, _ text: UnsafeBufferPointer<UInt8>) {
    let lengths = starts[starts.count - 1]
    if text.count < Int(Self.longCell) {
      bytes[lengths + column] = UInt8(text.count)
    } else {
      bytes[lengths + column] = Self.longCell
      withUnsafeBytes(of: UInt32(text.count)) { bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: text)
  }

  // MARK: Changing

  /// Leaves a row out; O(rows).
  mutating func remove(row: Int) { starts.remove(at: row) }

  /// The same rows with another text in each cell that has bytes beyond ASCII; nothing as soon as there is none for one.
  func replacingText(_ replacement: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) -> CellRows? {
    var rows = CellRows(columnCount: columnCount)
    rows.reserveCapacity(rows: count, bytes: bytes.count)
    for row in 0..<count {
      rows.beginRow()
      for column in 0..<columnCount {
        let isKnown = withBytes(row, column) { cell in
          guard TextDecoding.hasOtherThanASCII(cell) else {
            if !cell.isEmpty { rows.setCell(column, cell) }
            return true
          }
          guard let text = replacement(cell) else { return false }
          text.withUnsafeBufferPointer { rows.setCell(column, $0) }
          return true
        }
        guard isKnown else { return nil }
      }
    }
    return rows
  }
}

/// One row after the other of a table, its cells found once a row.
public struct RowView: Sendable {
  @usableFromInline let rows: CellRows
  @usableFromInline private(set) var places: [Range<Int>]

  /// Looks at no row yet: every cell is empty.
  public init(_ rows: CellRows) {
    self.rows = rows
    places = Array(repeating: 0..<0, count: rows.columnCount)
  }

  /// Goes to a row; O(columns).
  public mutating func move(to row: Int) { rows.find(row, &places) }

  /// A cell as it is written.
  public func text(_ column: Int) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

  /// Lends the bytes of a cell.
  @inlinable
  public func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    rows.withBytes(at: places[column], body)
  }
}

extension CellRows {
  fileprivate func find(_ row: Int, _ places: inout [Range<Int>]) {
    bytes.withUnsafeBufferPointer { bytes in
      let lengths = starts[row]
      var end = lengths + columnCount
      for column in 0..<columnCount {
        let cell = Self.place(of: bytes[lengths + column], after: end, in: bytes)
        places[column] = cell.start..<cell.end
        end = cell.end
      }
    }
  }

  @inlinable
  func withBytes<Result>(at place: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[place])) }
  }
}
