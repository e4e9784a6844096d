/// A link of one or two fibres, in its tube.
struct PatchLink: Hashable {
  var ring: Int
  var tube: Int
  /// The panel of the old room where its tube ends.
  var panel: Int
  /// Strand indices, one or two.
  var strands: [Int]

  var tubeKey: Int { ring * 100 + tube }
}

/// Links that patch cords join in the old room, all between the same two tubes.
struct PatchGroup {
  var first: [PatchLink]
  var second: [PatchLink]

  /// Fibres joined, side by side.
  var cords: [(Int, Int)] {
    zip(first.flatMap(\.strands), second.flatMap(\.strands)).map { ($0, $1) }
  }
}

/// Draws the patch groups of the old room: no two of them between the same pair of tubes.
///
/// No cord joins two ports of one panel: two positions of a panel that share their first fibre are a coupler.
struct PatchDrawing {
  /// Dark-fibre circuits joined end to end, by operator.
  static let throughCircuits = [7, 7, 5, 5, 6, 3]
  static let largeGroups = 11
  static let smallGroups = 28
  /// PoPs joined by express links, and how many links.
  static let expresses = [("POI", "MOR", 6), ("COR", "OIS", 5), ("DOU", "MON", 4)]

  private var random: SeededGenerator
  private var usedPairs: Set<[Int]> = []
  private(set) var groups: [PatchGroup] = []

  private init(_ random: SeededGenerator) { self.random = random }

  /// Draws until every group finds its tubes.
  static func draw(
    seed: UInt64, circuits: [[PatchLink]], businesses: [[PatchLink]], expressLinks: (String) -> [PatchLink]
  ) -> [PatchGroup] {
    for attempt in 0..<10_000 {
      var drawing = PatchDrawing(SeededGenerator(seed: seed, subject: 1_000 + UInt64(attempt)))
      if drawing.drawExpresses(expressLinks) && drawing.drawDarkFibre(circuits, businesses) { return drawing.groups }
    }
    preconditionFailure("no patch groups for seed \(seed)")
  }

  private mutating func join(_ first: [PatchLink], _ second: [PatchLink]) -> Bool {
    let pair = [first[0].tubeKey, second[0].tubeKey].sorted()
    guard first[0].panel != second[0].panel, usedPairs.insert(pair).inserted else { return false }
    groups.append(PatchGroup(first: first, second: second))
    return true
  }

  private mutating func drawExpresses(_ links: (String) -> [PatchLink]) -> Bool {
    for (from, to, count) in Self.expresses {
      let first = random.shuffled(links(from)).prefix(count)
      var second = random.shuffled(links(to))
      for link in first {
        guard let match = second.firstIndex(where: { join([link], [$0]) }) else { return false }
        second.remove(at: match)
      }
    }
    return true
  }

  /// Joins circuits end to end, then businesses to the circuits that are left.
  private mutating func drawDarkFibre(_ circuits: [[PatchLink]], _ businesses: [[PatchLink]]) -> Bool {
    var left: [PatchLink] = []
    for (index, links) in circuits.enumerated() {
      guard let unused = drawThrough(links, count: Self.throughCircuits[index]) else { return false }
      left += unused
    }
    return drawBusinesses(left, businesses)
  }

  /// Joins `count` pairs of one operator's circuits that leave by different cables; returns the others.
  private mutating func drawThrough(_ links: [PatchLink], count: Int) -> [PatchLink]? {
    var left = random.shuffled(links)
    for _ in 0..<count {
      var found = false
      search: for first in left.indices {
        for second in left.indices.dropFirst(first + 1) where left[first].ring != left[second].ring {
          if join([left[first]], [left[second]]) {
            left.remove(at: second)
            left.remove(at: first)
            found = true
            break search
          }
        }
      }
      if !found { return nil }
    }
    return left
  }

  private mutating func drawBusinesses(_ circuits: [PatchLink], _ businesses: [[PatchLink]]) -> Bool {
    var circuits = random.shuffled(circuits)
    var pools = random.shuffled(businesses)
    for index in pools.indices.prefix(Self.largeGroups) {
      guard pools[index].count >= 4, let pair = takeTwo(from: circuits, for: pools[index][0]) else { return false }
      let taken = pair.map { circuits[$0] }
      guard join(Array(pools[index].prefix(4)), taken) else { return false }
      pools[index].removeFirst(4)
      for place in pair.reversed() { circuits.remove(at: place) }
    }
    return drawSmallGroups(circuits, pools)
  }

  /// Places of two circuits of one tube and one operator that no group joins yet to the business's tube.
  private func takeTwo(from circuits: [PatchLink], for business: PatchLink) -> [Int]? {
    for first in circuits.indices {
      let key = circuits[first].tubeKey
      guard circuits[first].panel != business.panel, !usedPairs.contains([key, business.tubeKey].sorted()) else {
        continue
      }
      if let second = circuits.indices.first(where: { $0 > first && circuits[$0].tubeKey == key }) {
        return [first, second]
      }
    }
    return nil
  }

  private mutating func drawSmallGroups(_ circuits: [PatchLink], _ pools: [[PatchLink]]) -> Bool {
    var circuits = circuits
    let pairs = pools.flatMap { pool in
      (0..<pool.count / 2).map { Array(pool[$0 * 2..<$0 * 2 + 2]) }
    }
    for pair in random.shuffled(pairs).prefix(Self.smallGroups) {
      guard let place = circuits.indices.first(where: { join(pair, [circuits[$0]]) }) else { return false }
      circuits.remove(at: place)
    }
    return groups.count == 87
  }
}
