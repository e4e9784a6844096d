import FibreModel
import Foundation
import GRDB

/// Keeps and reads the image of fibres and joints beside their rows.
struct StrandImageTable {
  /// Parts that are no column of the network's.
  private enum Part {
    static let palette = "palette"
    static let jointIds = "jointIds"
  }

  /// SQLite holds at most a thousand million bytes in one cell, and copies each cell whole.
  private static let chunk = 1 << 22

  let database: Database

  // MARK: Writing

  /// Puts the image of some content in the place of the one before; the caller holds the transaction.
  func write(_ content: NumberedNetwork) throws {
    try database.execute(sql: "DELETE FROM strand_image")
    let image = StrandImage(content.network)
    for column in StrandColumn.allCases { try write(image.bytes(of: column), column.rawValue) }
    try write(Array(image.palette.map(\.bytes).joined(separator: [UInt8(ascii: "\n")])), Part.palette)
    let ids = content.numbers.joints
    guard ids.first != 1 || ids.last != Int64(ids.count) else { return }
    try write(ids.map(\.littleEndian).withUnsafeBytes { Array($0) }, Part.jointIds)
  }

  private func write(_ bytes: [UInt8], _ part: String) throws {
    let writer = try RowWriter(
      database, sql: "INSERT INTO strand_image (part, position, digest, bytes) VALUES (?, ?, ?, ?)")
    for (position, start) in stride(from: 0, to: max(1, bytes.count), by: Self.chunk).enumerated() {
      let piece = bytes[start..<min(start + Self.chunk, bytes.count)]
      try writer.run([
        .text(part), Cell(position), .integer(piece.withUnsafeBytes { digest(of: $0) }), .blob(Array(piece)),
      ])
    }
  }

  // MARK: Reading

  /// Whether there is an image.
  func exists() throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM strand_image)") == true
  }

  /// The fibres and joints, and the numbers of the joints' rows; nothing when there is no image.
  ///
  /// - Throws: `StrandImageFault` when the image is not whole, or the database's error.
  func strands() throws -> NumberedStrands? {
    guard try exists() else { return nil }
    let palette = try palette()
    let strands = try AdoptedStrands(palette: palette) { column throws in
      guard let bytes = try bytes(of: column.rawValue) else { throw StrandImageFault(column: column) }
      return bytes
    }
    return NumberedStrands(strands: strands, jointIds: try jointIds(count: strands.joints.count))
  }

  private func palette() throws -> [Attributes] {
    let newline = UInt8(ascii: "\n")
    let lines = (try bytes(of: Part.palette) ?? []).split(separator: newline, omittingEmptySubsequences: false)
    return try lines.map { line in
      if line.isEmpty { return Attributes.none }
      guard let attributes = line.withUnsafeBufferPointer({ Attributes($0) }) else {
        throw StrandImageFault(column: .fibreAttributes)
      }
      return attributes
    }
  }

  private func jointIds(count: Int) throws -> [Int64] {
    let stated = try bytes(of: Part.jointIds)?.withUnsafeBytes { block in
      (0..<block.count / 8).map { Int64(littleEndian: block.loadUnaligned(fromByteOffset: 8 * $0, as: Int64.self)) }
    }
    let ids = stated ?? (0..<Int64(count)).map { $0 + 1 }
    let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM joints")
    guard ids.count == count, ids.last == last else { throw StrandImageFault(column: .jointCodes) }
    return ids
  }

  /// A part's bytes; nothing when it is not there.
  ///
  /// - Throws: `StrandImageFault` when they are not those that were written.
  private func bytes(of part: String) throws -> [UInt8]? {
    let size = try Int.fetchOne(
      database, sql: "SELECT sum(length(bytes)) FROM strand_image WHERE part = ?", arguments: [part])
    guard let size else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let row = try RowReader(
      database, table: "strand_image", sql: "SELECT digest, bytes FROM strand_image WHERE part = ? ORDER BY position")
    try row.bind([.text(part)])
    while try row.next() {
      let isWhole = row.withBlob(1) { block in
        bytes.append(contentsOf: block)
        return digest(of: block) == row.integer(0)
      }
      guard isWhole else { throw StrandImageFault(column: StrandColumn(rawValue: part) ?? .jointCodes) }
    }
    return bytes
  }
}

/// The fibres and joints of an image, with the number of each joint's row.
struct NumberedStrands: Sendable {
  let strands: AdoptedStrands
  let jointIds: [Int64]
}

/// 64 bits that change when any byte does: words of eight bytes multiplied into one another, as in FNV-1a.
func digest(of block: UnsafeRawBufferPointer) -> Int64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(block.count)
  let words = block.count / 8
  for word in 0..<words {
    hash = (hash ^ UInt64(littleEndian: block.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)))
    hash = (hash ^ hash >> 32) &* 0x0000_0100_0000_01b3
  }
  for byte in block[(8 * words)...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return Int64(bitPattern: hash)
}
