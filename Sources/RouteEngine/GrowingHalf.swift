/// Arcs of one direction while nodes are taken out: lists in the order of that, upper ends and middles by node.
struct GrowingHalf {
  private var firstArc: [UInt32] = [0]
  private var arcs: [ContractionHierarchy.Arc] = []
  private var middles: [UInt32] = []

  mutating func reserve(nodes: Int, arcs count: Int) {
    firstArc.reserveCapacity(nodes + 1)
    arcs.reserveCapacity(count)
    middles.reserveCapacity(count)
  }

  mutating func append(_ node: UInt32, _ weight: UInt32, _ middle: UInt32) {
    arcs.append(ContractionHierarchy.Arc(node: node, weight: weight))
    middles.append(middle)
  }

  mutating func closeNode() { firstArc.append(UInt32(arcs.count)) }

  /// Puts the lists in order of rank, once all nodes are out, and names upper ends and middles by rank.
  ///
  /// - Parameters:
  ///   - turns: When the node of each rank was taken out.
  ///   - ranks: Each node's rank.
  func sorted(_ turns: [UInt32], _ ranks: [UInt32]) -> GrowingHalf {
    var sorted = GrowingHalf()
    sorted.reserve(nodes: turns.count, arcs: arcs.count)
    for turn in turns {
      for place in Int(firstArc[Int(turn)])..<Int(firstArc[Int(turn) + 1]) {
        let middle = middles[place]
        sorted.append(
          ranks[Int(arcs[place].node)], arcs[place].weight,
          middle == ContractionHierarchy.none ? middle : ranks[Int(middle)])
      }
      sorted.closeNode()
    }
    return sorted
  }

  /// These arcs with what they stand for; they must be `up` or `down`, which it is `isUp` says.
  func finished(_ up: GrowingHalf, _ down: GrowingHalf, isUp: Bool) -> ContractionHierarchy.Half {
    var origins: [ContractionHierarchy.Origin] = []
    origins.reserveCapacity(arcs.count)
    for lower in 0..<(firstArc.count - 1) {
      for place in Int(firstArc[lower])..<Int(firstArc[lower + 1]) {
        let upper = arcs[place].node
        let middle = middles[place]
        if middle == ContractionHierarchy.none {
          origins.append(ContractionHierarchy.Origin(first: middle, second: UInt32(lower)))
        } else {
          let (tail, head) = isUp ? (UInt32(lower), upper) : (upper, UInt32(lower))
          origins.append(
            ContractionHierarchy.Origin(first: down.find(middle, tail), second: up.find(middle, head)))
        }
      }
    }
    return ContractionHierarchy.Half(firstArc: firstArc, arcs: arcs, origins: origins)
  }

  /// The place of an arc that must be there.
  private func find(_ lower: UInt32, _ upper: UInt32) -> UInt32 {
    let range = Int(firstArc[Int(lower)])..<Int(firstArc[Int(lower) + 1])
    guard let place = range.first(where: { arcs[$0].node == upper }) else {
      preconditionFailure("a shortcut's half was not put down before it")
    }
    return UInt32(place)
  }
}
