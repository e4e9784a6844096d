import GeoFormats

/// The rows of a delimited file, one after the other, as places in a piece of its bytes.
///
/// A cell that opens with a quote ends at the next lone quote before a separator or line end, and may hold both; any other
/// quote is text. Rows are never all in memory: the file may have millions.
struct RowReader {
  private let stream: ByteStream
  private var bytes: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false
  private(set) var separator = UInt8(ascii: ";")
  /// The line at which the row begins, from 1.
  private(set) var line = 0
  private var lineAfter = 1
  /// Where the cells of the row are in ``bytes``, quotes left out.
  private(set) var cells: [Range<Int>] = []

  private static let pieceSize = 1 << 20
  /// A row that is longer has lost a closing quote.
  private static let longestRow = 1 << 18

  /// - Parameter separators: What may part cells: the one of them that the first line has most of does.
  init(
    _ stream: ByteStream, separators: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
  ) throws(FormatError) {
    self.stream = stream
    try refill()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    separator = Self.likelySeparator(bytes[offset...].prefix { $0 != 0x0A }, separators)
  }

  private static func likelySeparator(_ header: some Collection<UInt8>, _ candidates: [UInt8]) -> UInt8 {
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    return zip(candidates, counts).reduce((candidates[0], -1)) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  /// Steps to the next row that is not blank; false at the end.
  mutating func next() throws(FormatError) -> Bool {
    while true {
      if !isAtEnd, bytes.count - offset < Self.longestRow { try refill() }
      guard offset < bytes.count else { return false }
      line = lineAfter
      scan()
      if cells.count > 1 || !cells[0].isEmpty { return true }
    }
  }

  /// The bytes of a cell, without the blanks around it; none when the row has no such cell.
  func cell(_ column: Int) -> ArraySlice<UInt8> {
    guard column < cells.count else { return [] }
    var range = cells[column]
    while !range.isEmpty, Self.isBlank(bytes[range.lowerBound]) { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, Self.isBlank(bytes[range.upperBound - 1]) { range = range.lowerBound..<range.upperBound - 1 }
    return bytes[range]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func refill() throws(FormatError) {
    bytes.removeFirst(offset)
    offset = 0
    let piece = try stream.read(Self.pieceSize)
    isAtEnd = piece.isEmpty
    bytes += piece
  }

  /// Finds the cells of the row at the offset, and steps behind its line end.
  private mutating func scan() {
    cells.removeAll(keepingCapacity: true)
    let separator = separator
    let end = bytes.withUnsafeBufferPointer { bytes in
      var start = offset
      while true {
        var stop = start
        if start < bytes.count, bytes[start] == 0x22, let close = Self.closingQuote(bytes, start, separator) {
          cells.append(start + 1..<close.offset)
          lineAfter += close.lines
          stop = close.offset + 1
        } else {
          while stop < bytes.count, bytes[stop] != separator, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
          cells.append(start..<stop)
        }
        guard stop < bytes.count, bytes[stop] == separator else { return stop }
        start = stop + 1
      }
    }
    offset = end
    if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
    if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    lineAfter += 1
  }

  private static func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ separator: UInt8
  ) -> (offset: Int, lines: Int)? {
    var (offset, lines) = (start + 1, 0)
    while offset < bytes.count, offset - start < longestRow {
      if bytes[offset] == 0x0A { lines += 1 }
      if bytes[offset] == 0x22 {
        let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
        if after == separator || after == 0x0A || after == 0x0D { return (offset, lines) }
        guard after == 0x22 else { return nil }
        offset += 1
      }
      offset += 1
    }
    return nil
  }
}
