/// Where the blocks of a file are.
///
/// The map is the first block: a number of the edition, its own size, how many blocks there are with itself, and for each
/// other one its name, edition and size. The blocks follow it in this order. Version 2 writes each block's name again at
/// its start, version 1 does not.
struct SORMap {
  /// 1 or 2.
  let version: Int
  private let places: [String: Range<Int>]
  private let bytes: [UInt8]

  private static let name = "Map"

  init(_ bytes: [UInt8]) throws(SORFault) {
    self.bytes = bytes
    var cursor = SORCursor(bytes, block: Self.name, range: bytes.indices)
    let hasName = bytes.starts(with: Array("Map\0".utf8))
    if hasName { _ = try cursor.text("name") }
    let edition = try cursor.unsigned16("edition")
    guard (100..<(hasName ? 300 : 200)).contains(edition) else { throw .notSOR }
    version = hasName ? 2 : 1
    let sizeOffset = cursor.offset
    let size = try cursor.signed32("size")
    guard size >= 0, size <= bytes.count else {
      throw .blockBeyondFile(block: Self.name, offset: sizeOffset, size: size, fileSize: bytes.count)
    }
    let count = try cursor.unsigned16("blocks")
    guard cursor.offset <= size else { throw .impossible(block: Self.name, field: "size", offset: 0, value: size) }
    var entries = SORCursor(bytes, block: Self.name, range: cursor.offset..<size)
    places = try Self.places(&entries, count: count - 1, from: size, fileSize: bytes.count)
  }

  private static func places(
    _ entries: inout SORCursor, count: Int, from start: Int, fileSize: Int
  ) throws(SORFault) -> [String: Range<Int>] {
    var places: [String: Range<Int>] = [:]
    var next = start
    for _ in 0..<max(0, count) {
      let offset = entries.offset
      let name = try entries.text("name")
      _ = try entries.unsigned16("edition")
      let size = try entries.signed32("size")
      guard size >= 0, size <= fileSize - next else {
        throw .blockBeyondFile(block: name, offset: next, size: size, fileSize: fileSize)
      }
      guard places.updateValue(next..<next + size, forKey: name) == nil else {
        throw .blockRepeated(block: name, offset: offset)
      }
      next += size
    }
    return places
  }

  /// A cursor behind the name of a block, or nothing when the file does not have it.
  func block(_ name: String) throws(SORFault) -> SORCursor? {
    guard let range = places[name] else { return nil }
    var cursor = SORCursor(bytes, block: name, range: range)
    guard version == 2 else { return cursor }
    let found = try cursor.text("name")
    guard found == name else { throw .otherBlockName(block: name, offset: range.lowerBound, found: found) }
    return cursor
  }

  /// A cursor behind the name of a block that a file must have.
  func requiredBlock(_ name: String) throws(SORFault) -> SORCursor {
    guard let block = try block(name) else { throw .blockMissing(block: name) }
    return block
  }
}
