/// Reads fields of a block one after the other; no read goes beyond the block.
struct SORCursor {
  private let bytes: [UInt8]
  private let block: String
  private(set) var offset: Int
  private let end: Int

  /// - Parameter range: The block's place in the file; it must lie within the bytes.
  init(_ bytes: [UInt8], block: String, range: Range<Int>) {
    self.bytes = bytes
    self.block = block
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Bytes up to the end of the block.
  var left: Int { end - offset }

  mutating func unsigned16(_ field: String) throws(SORFault) -> Int {
    let start = try take(2, field)
    return Int(bytes[start]) | Int(bytes[start + 1]) << 8
  }

  mutating func signed16(_ field: String) throws(SORFault) -> Int {
    Int(Int16(truncatingIfNeeded: try unsigned16(field)))
  }

  mutating func unsigned32(_ field: String) throws(SORFault) -> Int {
    let low = try unsigned16(field)
    return low | (try unsigned16(field)) << 16
  }

  mutating func signed32(_ field: String) throws(SORFault) -> Int {
    Int(Int32(truncatingIfNeeded: try unsigned32(field)))
  }

  /// A text of a fixed number of bytes.
  mutating func text(_ field: String, bytes count: Int) throws(SORFault) -> String {
    let start = try take(count, field)
    return Self.text(bytes[start..<start + count])
  }

  /// Letters of which each has a place and a meaning of its own.
  mutating func letters(_ field: String, _ count: Int) throws(SORFault) -> [String] {
    let start = try take(count, field)
    return bytes[start..<start + count].map { String(Unicode.Scalar($0)) }
  }

  /// A text up to a zero byte.
  mutating func text(_ field: String) throws(SORFault) -> String {
    guard let zero = bytes[offset..<end].firstIndex(of: 0) else {
      throw .textNotEnded(block: block, field: field, offset: offset)
    }
    defer { offset = zero + 1 }
    return Self.text(bytes[offset..<zero])
  }

  /// Numbers of two bytes, all of which must be there before memory is taken for them.
  mutating func unsigned16s(_ field: String, count: Int) throws(SORFault) -> [UInt16] {
    let start = try take(2 * count, field)
    return (0..<count).map { UInt16(bytes[start + 2 * $0]) | UInt16(bytes[start + 2 * $0 + 1]) << 8 }
  }

  private mutating func take(_ count: Int, _ field: String) throws(SORFault) -> Int {
    guard count <= left else {
      throw .cutShort(block: block, field: field, offset: offset, needed: count, left: left)
    }
    defer { offset += count }
    return offset
  }

  /// UTF-8, or else Latin-1, without control characters and without blanks at the ends.
  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    let scalars =
      String(validating: bytes, as: UTF8.self).map { Array($0.unicodeScalars) }
      ?? bytes.map { Unicode.Scalar($0) }
    let printable = scalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " }
    let trimmed = printable.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(String.UnicodeScalarView(trimmed))
  }
}
