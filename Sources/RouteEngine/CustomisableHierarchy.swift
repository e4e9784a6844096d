/// The shape of a contraction hierarchy that fits any weights: all shortcuts that an order of nodes can need.
///
/// Made once for a network; weights, closed arcs among them, are put in by `CustomisedWeights` in milliseconds. Nodes are
/// renamed by rank. Of each pair of nodes with an arc or a shortcut there is one arc here, kept at its lower end.
/// Source: J. Dibbelt, B. Strasser, D. Wagner, "Customizable contraction hierarchies", 2014.
public struct CustomisableHierarchy: Hashable, Sendable {
  static let none = UInt32.max
  /// Each node's rank.
  public let ranks: [UInt32]
  /// The node of each rank.
  public let nodes: [UInt32]
  /// Arcs by lower end, the upper ends in order.
  let firstArc: [UInt32]
  let uppers: [UInt32]
  /// For each rank the arcs whose upper end it is, in order of their lower ends; and those ends.
  let firstLower: [UInt32]
  let lowerArcs: [UInt32]
  let lowers: [UInt32]
  /// For each arc of the graph its arc here, doubled, plus 1 when it leads down; `none` for a self-loop.
  let places: [UInt32]
  /// The graph's arcs, nodes and weights.
  public let graph: CSRGraph

  public var nodeCount: Int { ranks.count }
  /// Pairs of nodes with an arc or a shortcut.
  public var arcCount: Int { uppers.count }

  /// Takes nodes out in order and notes who becomes whose neighbour. Cost: linear in the arcs of the result, which an
  /// order that doesn't fit the graph makes many.
  public init(_ graph: CSRGraph, order: NodeOrder) {
    precondition(order.nodes.count == graph.nodeCount)
    self.graph = graph
    nodes = order.nodes
    ranks = order.ranks
    (firstArc, uppers) = Self.fill(Self.upperNeighbours(graph, ranks))
    (firstLower, lowerArcs, lowers) = Self.turned(firstArc, uppers)
    places = Self.places(graph, ranks, firstArc, uppers)
  }

  func range(of rank: UInt32) -> Range<Int> { Int(firstArc[Int(rank)])..<Int(firstArc[Int(rank) + 1]) }

  func lowerRange(of rank: UInt32) -> Range<Int> { Int(firstLower[Int(rank)])..<Int(firstLower[Int(rank) + 1]) }

  /// The next rank on every way up: the lowest upper neighbour, or `none` at the top of a component.
  @inline(__always)
  func parent(of rank: UInt32) -> UInt32 {
    let first = firstArc[Int(rank)]
    return first < firstArc[Int(rank) + 1] ? uppers[Int(first)] : Self.none
  }

  /// The arc between two ranks, if there is one. Cost: the logarithm of the lower end's degree.
  func find(_ lower: UInt32, _ upper: UInt32) -> Int? { Self.find(upper, range(of: lower), uppers) }

  private static func find(_ upper: UInt32, _ range: Range<Int>, _ uppers: [UInt32]) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if uppers[middle] < upper { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && uppers[low] == upper ? low : nil
  }

  private static func upperNeighbours(_ graph: CSRGraph, _ ranks: [UInt32]) -> [[UInt32]] {
    var above = [[UInt32]](repeating: [], count: graph.nodeCount)
    for node in 0..<UInt32(graph.nodeCount) {
      for place in graph.arcRange(of: node) {
        let (one, other) = (ranks[Int(node)], ranks[Int(graph.arcs[place].head)])
        if one != other { above[Int(min(one, other))].append(max(one, other)) }
      }
    }
    return above
  }

  /// A node taken out hands its upper neighbours to the lowest of them, which was not its neighbour's neighbour before.
  private static func fill(_ given: [[UInt32]]) -> (firstArc: [UInt32], uppers: [UInt32]) {
    var above = given
    var firstArc: [UInt32] = [0]
    var uppers: [UInt32] = []
    for rank in above.indices {
      above[rank].sort()
      let start = uppers.count
      for upper in above[rank] where uppers.count == start || uppers.last != upper { uppers.append(upper) }
      above[rank] = []
      firstArc.append(UInt32(uppers.count))
      if start < uppers.count { above[Int(uppers[start])] += uppers[(start + 1)...] }
    }
    return (firstArc, uppers)
  }

  private static func turned(
    _ firstArc: [UInt32], _ uppers: [UInt32]
  ) -> (firstLower: [UInt32], lowerArcs: [UInt32], lowers: [UInt32]) {
    var next = [UInt32](repeating: 0, count: firstArc.count)
    for upper in uppers { next[Int(upper)] += 1 }
    var total: UInt32 = 0
    for rank in next.indices { (next[rank], total) = (total, total + next[rank]) }
    var lowerArcs = [UInt32](repeating: 0, count: uppers.count)
    var lowers = lowerArcs
    for lower in 0..<(firstArc.count - 1) {
      for arc in firstArc[lower]..<firstArc[lower + 1] {
        let place = Int(next[Int(uppers[Int(arc)])])
        next[Int(uppers[Int(arc)])] += 1
        lowerArcs[place] = arc
        lowers[place] = UInt32(lower)
      }
    }
    return (CSRGraph.startsFromEnds(next), lowerArcs, lowers)
  }

  private static func places(
    _ graph: CSRGraph, _ ranks: [UInt32], _ firstArc: [UInt32], _ uppers: [UInt32]
  ) -> [UInt32] {
    var places = [UInt32](repeating: none, count: graph.arcs.count)
    for node in 0..<UInt32(graph.nodeCount) {
      for arc in graph.arcRange(of: node) {
        let (tail, head) = (ranks[Int(node)], ranks[Int(graph.arcs[arc].head)])
        let low = Int(min(tail, head))
        guard let place = find(max(tail, head), Int(firstArc[low])..<Int(firstArc[low + 1]), uppers) else { continue }
        places[arc] = UInt32(2 * place) + (tail < head ? 0 : 1)
      }
    }
    return places
  }

  /// Whether arcs climb in order, upper neighbours of one node know each other, and each arc of the graph has its place.
  public func checkInvariants() -> Bool {
    (0..<UInt32(nodeCount)).allSatisfy { rank in
      let up = uppers[range(of: rank)]
      return nodes[Int(rank)] < UInt32(nodeCount) && ranks[Int(nodes[Int(rank)])] == rank
        && up.allSatisfy { $0 > rank } && zip(up, up.dropFirst()).allSatisfy(<)
        && up.dropFirst().allSatisfy { find(parent(of: rank), $0) != nil }
        && lowerRange(of: rank).allSatisfy { uppers[Int(lowerArcs[$0])] == rank }
    }
      && (0..<UInt32(nodeCount)).allSatisfy { node in
        graph.arcRange(of: node).allSatisfy { (places[$0] == Self.none) == (graph.arcs[$0].head == node) }
      }
  }
}
