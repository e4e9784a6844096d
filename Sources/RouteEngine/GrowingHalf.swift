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
      for place in range(of: turn) {
        let middle = middles[place]
        sorted.append(
          ranks[Int(arcs[place].node)], arcs[place].weight,
          middle == ContractionHierarchy.none ? middle : ranks[Int(middle)])
      }
      sorted.closeNode()
    }
    return sorted
  }

  /// The arcs, without their middles.
  func finished() -> ContractionHierarchy.Half { ContractionHierarchy.Half(firstArc: firstArc, arcs: arcs) }

  /// What all arcs down and up stand for, in the order of `ContractionHierarchy.origins`.
  ///
  /// - Parameter nodes: The node of each rank.
  static func origins(_ up: GrowingHalf, _ down: GrowingHalf, _ nodes: [UInt32]) -> [ContractionHierarchy.Origin] {
    var origins: [ContractionHierarchy.Origin] = []
    origins.reserveCapacity(up.arcs.count + down.arcs.count)
    func add(_ middle: UInt32, from tail: UInt32, to head: UInt32) {
      if middle == ContractionHierarchy.none {
        origins.append(ContractionHierarchy.Origin(first: middle, second: nodes[Int(head)]))
      } else {
        origins.append(
          ContractionHierarchy.Origin(
            first: up.firstArc[Int(middle)] + down.find(middle, tail),
            second: down.firstArc[Int(middle) + 1] + up.find(middle, head)))
      }
    }
    for lower in 0..<UInt32(nodes.count) {
      for place in down.range(of: lower) { add(down.middles[place], from: down.arcs[place].node, to: lower) }
      for place in up.range(of: lower) { add(up.middles[place], from: lower, to: up.arcs[place].node) }
    }
    return origins
  }

  private func range(of node: UInt32) -> Range<Int> { Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) }

  /// The place of an arc that must be there.
  private func find(_ lower: UInt32, _ upper: UInt32) -> UInt32 {
    guard let place = range(of: lower).first(where: { arcs[$0].node == upper }) else {
      preconditionFailure("a shortcut's half was not put down before it")
    }
    return UInt32(place)
  }
}
