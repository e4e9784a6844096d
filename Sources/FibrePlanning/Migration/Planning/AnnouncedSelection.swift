import FibreModel

/// Which announced moves can stand as they are when not everything finds a place any more.
///
/// A cord to a tube that stays takes the tie for good once its other tube has moved; where the tie lacks, the moves are
/// given up that free most of it for the fewest services.
struct AnnouncedSelection {
  private let facts: ScheduleFacts
  /// The announced window of each tube whose move stands.
  private var windowOf: [Int?]

  init(_ facts: ScheduleFacts, _ announced: AnnouncedMoves, of movable: [Int]) {
    self.facts = facts
    windowOf = Array(repeating: nil, count: facts.items.count)
    for item in movable { windowOf[item] = announced.standingWindow(of: item, facts) }
    dropForTie()
  }

  /// The tubes whose announced move stands, in order.
  var kept: [Int] { windowOf.indices.filter { windowOf[$0] != nil } }

  /// Other tubes for which a tray and a tube of new cable are left, those with most services first.
  func others(of movable: [Int], _ announced: AnnouncedMoves) -> [Int] {
    var places = facts.places()
    for item in kept {
      if let closure = announced.closure(of: item, facts) { places.take(in: closure) }
    }
    let left = movable.filter { windowOf[$0] == nil }
      .sorted { (facts.items[$1].services.count, $0) < (facts.items[$0].services.count, $1) }
    return left.filter { item in
      guard let option = facts.items[item].options.first(where: { places.hasPlace(in: $0.closure) }) else {
        return false
      }
      places.take(in: option.closure)
      return true
    }
  }

  private mutating func dropForTie() {
    var dropped: [(item: Int, window: Int)] = []
    while excess > 0, let item = leastMissed(), let window = windowOf[item] {
      dropped.append((item, window))
      windowOf[item] = nil
    }
    for (item, window) in dropped.sorted(by: { services($1.item) < services($0.item) }) {
      windowOf[item] = window
      if excess > 0 { windowOf[item] = nil }
    }
  }

  private func services(_ item: Int) -> Int { max(1, facts.items[item].services.count) }

  /// The tube that frees most of the tie for each service that stays with it.
  private func leastMissed() -> Int? {
    let before = excess
    var best: (item: Int, gain: Int)?
    for item in kept {
      var without = self
      without.windowOf[item] = nil
      let gain = (before - without.excess) * 1_000 / services(item)
      if best.map({ gain > $0.gain }) ?? true { best = (item, gain) }
    }
    return best?.item
  }

  /// Tie fibres above the limit, summed over the windows.
  private var excess: Int {
    let count = facts.windows.count
    var tie = [Int](repeating: facts.tieInUse, count: count)
    for item in facts.items.indices {
      let own = windowOf[item] ?? count
      for window in own..<count { tie[window] += facts.loose[item] - facts.stretched[item] }
      for cord in facts.cords[item] where cord.other > item {
        let other = windowOf[cord.other] ?? count
        for window in min(own, other)..<max(own, other) { tie[window] += cord.count }
      }
    }
    return tie.reduce(0) { $0 + max(0, $1 - facts.tieFibres) }
  }
}
