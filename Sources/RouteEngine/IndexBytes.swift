/// What kinds of index there are on disk.
enum IndexKind: UInt32 {
  case contraction = 1
  case order = 2
}

/// What every index on disk starts with: 8 bytes that name the form, then kind, version, the graph's fingerprint and the
/// count of numbers that follow, the lowest byte of each number first.
enum IndexHead {
  static let magic = Array("EPSINDEX".utf8)
  static let version: UInt32 = 2
  static let length = 32

  static func checksum(_ bytes: [UInt8], upTo end: Int) -> UInt64 {
    var sum = Fingerprint()
    for place in 0..<end { sum.add(UInt64(bytes[place])) }
    return sum.value
  }
}

/// Writes an index as bytes: head, numbers of 32 bits, checksum of all before it.
struct IndexWriter {
  private var bytes = IndexHead.magic

  init(_ kind: IndexKind, fingerprint: UInt64, count: Int) {
    bytes.reserveCapacity(IndexHead.length + 4 * count + 8)
    append([kind.rawValue, IndexHead.version])
    append(wide: fingerprint)
    append(wide: UInt64(count))
  }

  mutating func append(_ numbers: [UInt32]) {
    for number in numbers {
      for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
  }

  private mutating func append(wide number: UInt64) {
    append([UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)])
  }

  consuming func finished() -> [UInt8] {
    append(wide: IndexHead.checksum(bytes, upTo: bytes.count))
    return bytes
  }
}

/// Reads an index from bytes of which nothing is trusted.
struct IndexReader {
  private let bytes: [UInt8]
  private var at = IndexHead.length

  /// Checks head, length and checksum before any number is handed out.
  init(_ bytes: [UInt8], _ kind: IndexKind, fingerprint: UInt64) throws(IndexFault) {
    self.bytes = bytes
    guard bytes.starts(with: IndexHead.magic) else { throw .noIndex }
    guard bytes.count >= IndexHead.length + 8 else {
      throw .wrongLength(said: IndexHead.length + 8, found: bytes.count)
    }
    guard Self.number(bytes, 8) == kind.rawValue else { throw .otherKind }
    let version = Self.number(bytes, 12)
    guard version == IndexHead.version else { throw .otherVersion(version) }
    let count = Int(clamping: Self.wide(bytes, 24))
    let room = bytes.count - IndexHead.length - 8
    guard room % 4 == 0, room / 4 == count else {
      let said = count > Int(UInt32.max) * 8 ? Int.max : IndexHead.length + 4 * count + 8
      throw .wrongLength(said: said, found: bytes.count)
    }
    guard Self.wide(bytes, bytes.count - 8) == IndexHead.checksum(bytes, upTo: bytes.count - 8) else {
      throw .wrongChecksum
    }
    guard Self.wide(bytes, 16) == fingerprint else { throw .otherGraph }
  }

  /// Numbers not yet read.
  var remaining: Int { (bytes.count - 8 - at) / 4 }

  /// The next numbers, or `unsound` when there are fewer.
  mutating func numbers(_ count: Int) throws(IndexFault) -> [UInt32] {
    guard count <= remaining else { throw .unsound }
    let start = at
    at += 4 * count
    return (0..<count).map { Self.number(bytes, start + 4 * $0) }
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
  }

  private static func wide(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    UInt64(number(bytes, place)) | UInt64(number(bytes, place + 4)) << 32
  }
}
