/// Many short texts in one block of bytes, found by position or by text; for fibres and joints, which come by the million.
///
/// A text costs its bytes plus about 12. An empty text means "no code" and is never found.
public struct CodeTable: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Open addressing: position + 1, or 0 for a free bucket. The count is a power of two and at least twice the texts.
  private var buckets: [UInt32] = [0, 0]

  public init() {}

  public var count: Int { ends.count }

  /// The text at a position; O(length).
  public subscript(position: Int) -> String {
    String(decoding: bytes[range(position)], as: UTF8.self)
  }

  /// The first position that holds a text, or nothing; O(length).
  public func position(of text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    var text = text
    return text.withUTF8 { wanted in
      var bucket = Self.hash(wanted) & (buckets.count - 1)
      while buckets[bucket] != 0 {
        let position = Int(buckets[bucket]) - 1
        if equals(position, wanted) { return position }
        bucket = (bucket + 1) & (buckets.count - 1)
      }
      return nil
    }
  }

  /// Adds a text at the next position. A text that is there already can be read by position, and found at its first.
  public mutating func append(_ text: String) {
    add(text)
    enter(ends.count - 1)
  }

  /// Adds a text at the next position unless it is there already; whether it was added. An empty text always is.
  public mutating func appendIfNew(_ text: String) -> Bool {
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

  private func range(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])
  }

  private func equals(_ position: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(position)
    return range.count == wanted.count && bytes[range].elementsEqual(wanted)
  }

  /// Puts a text after the others, where it can be read but not yet found.
  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    if buckets.count < 2 * (ends.count + 1) { rehash() }
    ends.append(UInt32(bytes.count))
  }

  private mutating func rehash() {
    buckets = [UInt32](repeating: 0, count: buckets.count * 4)
    for position in ends.indices { enter(position) }
  }

  /// Makes a text found, unless it is empty or an equal one is found already; false in the latter case.
  @discardableResult
  private mutating func enter(_ position: Int) -> Bool {
    let range = range(position)
    guard !range.isEmpty else { return true }
    let mask = buckets.count - 1
    let bucket = bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      var bucket = Self.hash(text) & mask
      while buckets[bucket] != 0 {
        if equals(Int(buckets[bucket]) - 1, text) { return Int?.none }
        bucket = (bucket + 1) & mask
      }
      return bucket
    }
    guard let bucket else { return false }
    buckets[bucket] = UInt32(position + 1)
    return true
  }

  /// FNV-1a with a final mix, so that codes which differ in their last digits spread over the low bits.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff_ffff)
  }
}
