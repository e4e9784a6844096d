/// Positions in some list, found by the hash of what stands there: open addressing over one array.
///
/// A bucket holds 32 bits of a hash above its position + 1, or 0 when it is free; the hash spares looking at what lies far
/// apart. The count of buckets is a power of two, and at most three quarters of them are taken: a position costs 11 to 22
/// bytes.
struct HashedPositions: Sendable {
  private var buckets: [UInt64] = [0, 0]
  private(set) var count = 0

  init() {}

  /// Makes many positions found, of those that are equal the first. They are entered window after window of the buckets,
  /// each of which the processor's cache holds, as buckets far apart would cost a wait each.
  init(
    _ positions: some Sequence<Int>, hash: (Int) -> UInt32, areEqual: (_ position: Int, _ other: Int) -> Bool
  ) {
    let words = positions.map { Self.word(hash($0), $0) }
    reserveCapacity(words.count)
    let windowBits = max(0, buckets.count.trailingZeroBitCount - 8)
    func window(_ word: UInt64) -> Int { (Int(word >> 32) & (buckets.count - 1)) >> windowBits }
    var next = [Int](repeating: 0, count: 257)
    for word in words { next[window(word) + 1] += 1 }
    for window in 1..<next.count { next[window] += next[window - 1] }
    var inOrder = [UInt64](repeating: 0, count: words.count)
    for word in words {
      inOrder[next[window(word)]] = word
      next[window(word)] += 1
    }
    for word in inOrder {
      let position = Self.position(word)
      _ = enter(position, UInt32(word >> 32)) { areEqual(position, $0) }
    }
  }

  /// The position of this hash for which a question holds, or nothing.
  func position(_ hash: UInt32, where isWanted: (Int) -> Bool) -> Int? {
    let bucket = bucket(hash, isWanted)
    return buckets[bucket] == 0 ? nil : Self.position(buckets[bucket])
  }

  /// Makes a position found, unless a question holds for one of the same hash, which is then the answer.
  mutating func enter(_ position: Int, _ hash: UInt32, unless isEqual: (Int) -> Bool) -> Int? {
    if buckets.count * 3 < 4 * (count + 1) { resize(to: buckets.count * 2) }
    let bucket = bucket(hash, isEqual)
    if buckets[bucket] != 0 { return Self.position(buckets[bucket]) }
    buckets[bucket] = Self.word(hash, position)
    count += 1
    return nil
  }

  /// Makes room for as many positions, so that it need not grow one after the other.
  mutating func reserveCapacity(_ capacity: Int) {
    var size = buckets.count
    while size * 3 < 4 * capacity { size *= 2 }
    if size > buckets.count { resize(to: size) }
  }

  /// The bucket of a wanted position, or else the free one in which it belongs.
  private func bucket(_ hash: UInt32, _ isWanted: (Int) -> Bool) -> Int {
    let mask = buckets.count - 1
    var bucket = Int(hash) & mask
    while buckets[bucket] != 0 {
      if buckets[bucket] >> 32 == hash, isWanted(Self.position(buckets[bucket])) { break }
      bucket = (bucket + 1) & mask
    }
    return bucket
  }

  /// The hashes that the buckets hold tell where each position belongs.
  private mutating func resize(to size: Int) {
    var larger = [UInt64](repeating: 0, count: size)
    for taken in buckets where taken != 0 {
      var bucket = Int(taken >> 32) & (size - 1)
      while larger[bucket] != 0 { bucket = (bucket + 1) & (size - 1) }
      larger[bucket] = taken
    }
    buckets = larger
  }

  private static func word(_ hash: UInt32, _ position: Int) -> UInt64 { UInt64(hash) << 32 | UInt64(position + 1) }
  private static func position(_ bucket: UInt64) -> Int { Int(bucket & 0xffff_ffff) - 1 }

  /// 32 bits of a text: eight bytes at a time multiplied in, and mixed so that codes which differ in their last digits
  /// spread over the low bits.
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = mixed(hash ^ word)
      offset += 8
    }
    var rest: UInt64 = 0
    for position in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[position]) }
    hash = mixed(hash ^ rest)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func mixed(_ word: UInt64) -> UInt64 { (word ^ word >> 32) &* 0x9e37_79b9_7f4a_7c15 }
}
