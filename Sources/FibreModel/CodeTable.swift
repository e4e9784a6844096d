/// Many short texts in one block of bytes, found by position or by text; for fibres and joints, which come by the million.
///
/// A text costs its bytes plus about 16. An empty text means "no code" and is never found.
public struct CodeTable: Hashable, Sendable {
  @usableFromInline private(set) var bytes: [UInt8] = []
  @usableFromInline private(set) var ends: [UInt32] = []
  /// Open addressing: 32 bits of a text's hash above its position + 1, or 0 for a free bucket. The hash spares reading
  /// texts that lie far apart. The count is a power of two, and at most three quarters of the buckets are taken.
  private var buckets: [UInt64] = [0, 0]

  public init() {}

  /// Whether they hold the same texts in the same order; where those are entered follows from how the table grew.
  public static func == (a: Self, b: Self) -> Bool { a.ends == b.ends && a.bytes == b.bytes }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(bytes)
  }

  /// Takes texts that lie end to end, each ending where the list says; nothing when that can't be. O(bytes).
  init?(bytes: [UInt8], ends: [UInt32]) {
    guard zip(ends, ends.dropFirst()).allSatisfy(<=), Int(ends.last ?? 0) == bytes.count else { return nil }
    self.bytes = bytes
    self.ends = ends
    while buckets.count * 3 < 4 * ends.count { buckets.append(contentsOf: repeatElement(0, count: buckets.count)) }
    for position in ends.indices { enter(position) }
  }

  /// What the table holds, as it takes it.
  var texts: (bytes: [UInt8], ends: [UInt32]) { (bytes, ends) }

  public var count: Int { ends.count }

  /// The text at a position; O(length).
  public subscript(position: Int) -> String {
    String(decoding: bytes[range(position)], as: UTF8.self)
  }

  /// The first position that holds a text, or nothing; O(length).
  public func position(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { position(of: $0) }
  }

  /// The same for a text given by its bytes.
  public func position(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    let bucket = bucket(of: text, Self.hash(text))
    return buckets[bucket] == 0 ? nil : Self.position(in: buckets[bucket])
  }

  /// Lends the bytes of the text at a position.
  @inlinable
  public func withBytes<Result>(_ position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
  {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range(position)])) }
  }

  /// Adds a text at the next position. A text that is there already can be read by position, and found at its first.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
    enter(ends.count - 1)
  }

  /// Adds a text at the next position unless it is there already; whether it was added. An empty text always is.
  public mutating func appendIfNew(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { appendIfNew($0) }
  }

  /// The same for a text given by its bytes.
  public mutating func appendIfNew(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    add(text)
    if enter(ends.count - 1) { return true }
    ends.removeLast()
    bytes.removeLast(bytes.count - Int(ends.last ?? 0))
    return false
  }

  public mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(count * 16)
  }

  @inlinable
  func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])
  }

  private static func position(in bucket: UInt64) -> Int { Int(bucket & 0xffff_ffff) - 1 }

  /// The bucket that holds a text, or else the free one in which it belongs.
  private func bucket(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = buckets.count - 1
    var bucket = Int(truncatingIfNeeded: hash) & mask
    while buckets[bucket] != 0 {
      if buckets[bucket] >> 32 == hash, equals(Self.position(in: buckets[bucket]), text) { break }
      bucket = (bucket + 1) & mask
    }
    return bucket
  }

  private func equals(_ position: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(position)
    guard range.count == wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<wanted.count where bytes[range.lowerBound + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// Puts a text after the others, where it can be read but not yet found.
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    if buckets.count * 3 < 4 * (ends.count + 1) { grow() }
    ends.append(UInt32(bytes.count))
  }

  /// Twice the buckets; the hashes that they hold tell where each text belongs.
  private mutating func grow() {
    let mask = buckets.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for taken in buckets where taken != 0 {
      var bucket = Int(truncatingIfNeeded: taken >> 32) & mask
      while larger[bucket] != 0 { bucket = (bucket + 1) & mask }
      larger[bucket] = taken
    }
    buckets = larger
  }

  /// Makes a text found, unless it is empty or an equal one is found already; false in the latter case.
  @discardableResult
  private mutating func enter(_ position: Int) -> Bool {
    let range = range(position)
    guard !range.isEmpty else { return true }
    let hash = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) }
    let free = bytes.withUnsafeBufferPointer { bucket(of: UnsafeBufferPointer(rebasing: $0[range]), hash) }
    guard buckets[free] == 0 else { return false }
    buckets[free] = hash << 32 | UInt64(position + 1)
    return true
  }

  /// 32 bits of FNV-1a with a final mix, so that codes which differ in their last digits spread over the low bits.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return (hash ^ hash >> 32) & 0xffff_ffff
  }
}
