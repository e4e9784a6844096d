/// An order of tubes in which few cords are stretched over the tie at any time.
///
/// The least peak is the weighted cutwidth of the cord graph, which is NP-hard; this is a greedy order (each time the
/// tube that leaves fewest cords stretched, ties by chance), the best of several tries.
struct TieOrder {
  /// The rank of each tube in the order, from 0.
  let rank: [Int]
  /// Most cords stretched after any tube of the order.
  let peak: Int

  init(cords: [[(other: Int, count: Int)]], tries: Int, random: inout SplitMix) {
    var best: (rank: [Int], peak: Int)?
    for _ in 0..<max(1, tries) {
      let found = Self.order(cords, &random)
      if best.map({ found.peak < $0.peak }) ?? true { best = found }
    }
    rank = best?.rank ?? []
    peak = best?.peak ?? 0
  }

  private static func order(
    _ cords: [[(other: Int, count: Int)]], _ random: inout SplitMix
  ) -> (rank: [Int], peak: Int) {
    // Moving a tube stretches its cords to tubes that stay, and frees those to tubes that have moved.
    var change = cords.map { $0.reduce(0) { $0 + $1.count } }
    var rank = [Int](repeating: -1, count: cords.count)
    var cut = 0
    var peak = 0
    for position in cords.indices {
      var chosen = 0
      var least = (Int.max, Int.max, UInt64.max)
      for tube in cords.indices where rank[tube] < 0 {
        // Among equals, the one most tied to what has moved keeps the order in one piece.
        let held = cords[tube].reduce(0) { $0 + (rank[$1.other] >= 0 ? $1.count : 0) }
        let key = (change[tube], -held, random.next())
        if key < least { (least, chosen) = (key, tube) }
      }
      rank[chosen] = position
      cut += change[chosen]
      peak = max(peak, cut)
      for cord in cords[chosen] where rank[cord.other] < 0 { change[cord.other] -= 2 * cord.count }
    }
    return (rank, peak)
  }
}
