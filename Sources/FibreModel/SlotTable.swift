/// The joint that holds each slot, while a network is built: slots come by the million.
///
/// Open addressing over one array; a slot costs about 32 bytes.
struct SlotTable: Sendable {
  private struct Entry {
    let holder: UInt64
    let number: Int
    let joint: Index<Joint>
  }

  private var entries: [Entry?] = [nil, nil]
  private var count = 0

  /// The joint that holds a slot; when it is free, the given joint, which holds it from now on.
  mutating func holder(of holder: SlotHolder, _ number: Int, orElse joint: Index<Joint>) -> Index<Joint> {
    if entries.count * 3 < 4 * (count + 1) { grow() }
    let key = Self.key(holder)
    let place = place(key, number)
    if let entry = entries[place] { return entry.joint }
    entries[place] = Entry(holder: key, number: number, joint: joint)
    count += 1
    return joint
  }

  /// Where a slot is, or else where it belongs.
  private func place(_ key: UInt64, _ number: Int) -> Int {
    let mask = entries.count - 1
    var place = Self.hash(key, number) & mask
    while let entry = entries[place], entry.holder != key || entry.number != number { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry?](repeating: nil, count: old.count * 2)
    for case let entry? in old { entries[place(entry.holder, entry.number)] = entry }
  }

  private static func key(_ holder: SlotHolder) -> UInt64 {
    switch holder {
    case .cassette(let index): UInt64(index.rawValue) << 2
    case .panel(let index): UInt64(index.rawValue) << 2 | 1
    case .unknown: 2
    }
  }

  /// Four neighbouring slots of one holder lie side by side, as they come; longer runs would grow into one another, and
  /// each search would walk through several of them.
  private static func hash(_ key: UInt64, _ number: Int) -> Int {
    let number = UInt64(bitPattern: Int64(number))
    let mixed = (key &* 0x9e37_79b9_7f4a_7c15 ^ number >> 2) &* 0xff51_afd7_ed55_8ccd
    return Int(truncatingIfNeeded: (mixed >> 32) &* 4 &+ number & 3)
  }
}
