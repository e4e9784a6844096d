/// Positions found by what they join where, so that one joint told twice is seen; 4 to 11 bytes a position.
///
/// Open addressing; a bucket holds a position's place among the drafts, plus 1, or 0 when it is free.
struct PositionPairs {
  private var buckets: [UInt32] = [0, 0]
  private var count = 0

  private struct Pair: Hashable {
    let low: Int
    let high: Int
    let holder: Int
    /// Told apart only where one fibre is alone: two parked ends are two, one splice told twice is one.
    let number: Int

    /// What makes two rows the same joint; nothing for a row that names no fibre.
    init?(_ draft: PositionDraft) {
      guard draft.first != nil || draft.second != nil else { return nil }
      let (a, b) = (draft.first ?? -1, draft.second ?? -1)
      low = min(a, b)
      high = max(a, b)
      holder = draft.holderNumber
      number = low < 0 ? draft.number ?? -1 : 0
    }

    /// Spreads pairs over the low bits; fibres of one joint are mostly far apart, those of neighbours side by side.
    var mixed: Int {
      var hash = UInt64(bitPattern: Int64(low)) &* 0x9e37_79b9_7f4a_7c15
      hash = (hash ^ UInt64(bitPattern: Int64(high))) &* 0xff51_afd7_ed55_8ccd
      hash ^= UInt64(bitPattern: Int64(holder)) ^ UInt64(bitPattern: Int64(number)) << 32
      hash &*= 0xc4ce_b9fe_1a85_ec53
      return Int(truncatingIfNeeded: hash >> 32)
    }
  }

  /// The earlier draft that joins the same; when there is none, nothing, and this one is found from now on as the next of
  /// the drafts.
  mutating func add(_ draft: PositionDraft, among drafts: [PositionDraft]) -> Int? {
    guard let pair = Pair(draft) else { return nil }
    if buckets.count * 3 < 4 * (count + 1) { grow(among: drafts) }
    let bucket = bucket(of: pair, among: drafts)
    if buckets[bucket] != 0 { return Int(buckets[bucket]) - 1 }
    buckets[bucket] = UInt32(drafts.count + 1)
    count += 1
    return nil
  }

  /// The bucket that holds a pair, or else the free one in which it belongs.
  private func bucket(of pair: Pair, among drafts: [PositionDraft]) -> Int {
    let mask = buckets.count - 1
    var bucket = pair.mixed & mask
    while buckets[bucket] != 0, Pair(drafts[Int(buckets[bucket]) - 1]) != pair { bucket = (bucket + 1) & mask }
    return bucket
  }

  private mutating func grow(among drafts: [PositionDraft]) {
    let taken = buckets.filter { $0 != 0 }
    buckets = [UInt32](repeating: 0, count: buckets.count * 2)
    for position in taken {
      guard let pair = Pair(drafts[Int(position) - 1]) else { continue }
      buckets[bucket(of: pair, among: drafts)] = position
    }
  }
}
