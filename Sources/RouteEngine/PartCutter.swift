/// Finds a small set of nodes that parts one connected piece of a graph into two of some size.
struct PartCutter {
  /// Which of the two parts a node is in, or that it is between them; in the order in which they are laid out.
  enum Side: UInt8, CaseIterable {
    case first
    case second
    case separator
  }

  private static let none = UInt32.max
  private var points: [PlanePoint] = []
  private var firstArc: [UInt32] = [0]
  private var heads: [UInt32] = []
  /// The arc that leads back along each arc, and the units on it: -1, 0 or 1.
  private var partners: [UInt32] = []
  private var flow: [Int8] = []
  /// The arc by which the search came to each node.
  private var arrivals: [UInt32] = []
  private var queue: [UInt32] = []
  /// 1 at the source's end, 2 at the target's.
  private var ends: [UInt8] = []

  private static let start = UInt32.max - 1

  /// Starts a piece with its nodes' places; its arcs follow node by node.
  mutating func load(_ points: [PlanePoint]) {
    self.points = points
    firstArc = [0]
    heads.removeAll(keepingCapacity: true)
  }

  mutating func addArc(to head: UInt32) { heads.append(head) }

  mutating func closeNode() { firstArc.append(UInt32(heads.count)) }

  /// Each node's side. A piece that is in parts already needs no separator.
  mutating func sides() -> [Side] {
    arrivals = [UInt32](repeating: Self.none, count: points.count)
    let reached = reach(from: [0])
    if reached < points.count { return arrivals.map { $0 == Self.none ? .second : .first } }
    findPartners()
    var best: [Side] = []
    var least: Int?
    let projections: [(PlanePoint) -> Int64] = [
      { Int64($0.x) }, { Int64($0.y) }, { Int64($0.x) + Int64($0.y) }, { Int64($0.x) - Int64($0.y) },
    ]
    for projection in projections {
      let keys = points.map(projection)
      let order = points.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      guard let found = cut(order, lessThan: least) else { continue }
      let size = found.count { $0 == .separator }
      if size < least ?? .max { (best, least) = (found, size) }
    }
    return best
  }

  /// Walks from nodes along all arcs; answers how many were reached.
  private mutating func reach(from starts: [UInt32]) -> Int {
    queue = starts
    for node in starts { arrivals[Int(node)] = Self.start }
    var taken = 0
    while taken < queue.count {
      let node = Int(queue[taken])
      taken += 1
      for place in firstArc[node]..<firstArc[node + 1] where arrivals[Int(heads[Int(place)])] == Self.none {
        arrivals[Int(heads[Int(place)])] = place
        queue.append(heads[Int(place)])
      }
    }
    return queue.count
  }

  /// Looks in each head's list for the arc back. Cost: the sum of the squares of the degrees.
  private mutating func findPartners() {
    partners = [UInt32](repeating: 0, count: heads.count)
    for node in 0..<UInt32(points.count) {
      for place in firstArc[Int(node)]..<firstArc[Int(node) + 1] {
        let head = Int(heads[Int(place)])
        for back in firstArc[head]..<firstArc[head + 1] where heads[Int(back)] == node { partners[Int(place)] = back }
      }
    }
  }

  /// The narrowest cut between both ends of an order, unless it is wider than what is known.
  private mutating func cut(_ order: [Int], lessThan known: Int?) -> [Side]? {
    let end = max(1, order.count * 3 / 10)
    let sources = order.prefix(end).map(UInt32.init)
    ends = [UInt8](repeating: 0, count: points.count)
    for node in order.prefix(end) { ends[node] = 1 }
    for node in order.suffix(end) { ends[node] = 2 }
    flow = [Int8](repeating: 0, count: heads.count)
    var width = 0
    while let last = augmentingPathEnd(sources) {
      width += 1
      if let known, width > known + known / 2 { return nil }
      var node = last
      while arrivals[Int(node)] != Self.start {
        let arc = Int(arrivals[Int(node)])
        flow[arc] += 1
        flow[Int(partners[arc])] -= 1
        node = heads[Int(partners[arc])]
      }
    }
    return separate()
  }

  /// Searches from the source's end for the target's along arcs with room.
  private mutating func augmentingPathEnd(_ sources: [UInt32]) -> UInt32? {
    for node in arrivals.indices { arrivals[node] = Self.none }
    queue.removeAll(keepingCapacity: true)
    for node in sources {
      arrivals[Int(node)] = Self.start
      queue.append(node)
    }
    var taken = 0
    while taken < queue.count {
      let node = Int(queue[taken])
      taken += 1
      for place in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let head = heads[place]
        if flow[place] > 0 || arrivals[Int(head)] != Self.none { continue }
        arrivals[Int(head)] = UInt32(place)
        if ends[Int(head)] == 2 { return head }
        queue.append(head)
      }
    }
    return nil
  }

  /// The nodes at the cut, of the side on which they are fewer.
  private func separate() -> [Side] {
    let isFirst = arrivals.map { $0 != Self.none }
    var near: [Int] = []
    var far: [Int] = []
    for node in points.indices {
      let crosses = (firstArc[node]..<firstArc[node + 1]).contains { isFirst[Int(heads[Int($0)])] != isFirst[node] }
      if crosses { if isFirst[node] { near.append(node) } else { far.append(node) } }
    }
    var sides = isFirst.map { $0 ? Side.first : .second }
    for node in near.count <= far.count ? near : far { sides[node] = .separator }
    return sides
  }
}
