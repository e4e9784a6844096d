/// Weights put into a `CustomisableHierarchy`: what each of its arcs costs, up and down.
///
/// A value of its own, so that a query can run on one set while another is made. Memory: 8 bytes an arc.
public struct CustomisedWeights: Sendable {
  /// The cost of an arc from its lower to its upper end, and back; `CSRGraph.unreachable` for none.
  struct Cost: Hashable, Sendable, BitwiseCopyable {
    var up: UInt32
    var down: UInt32
  }

  private static let none = Cost(up: CSRGraph.unreachable, down: CSRGraph.unreachable)
  private(set) var costs: [Cost]

  /// Puts in the weights of the graph itself. Cost: see `put(_:into:)`.
  public init(_ index: CustomisableHierarchy) {
    costs = [Cost](repeating: Self.none, count: index.arcCount)
    put(index.graph.arcs.map(\.weight), into: index)
  }

  /// Puts other weights in, one for each arc of the graph in its order; `CSRGraph.unreachable` closes an arc.
  ///
  /// Each pair of arcs to a common lower node bounds the arc above them; arcs are done when all below are. Takes no memory
  /// but a word a node. Cost: the triangles of the hierarchy, some milliseconds for 76,000 road nodes.
  public mutating func put(_ weights: [UInt32], into index: CustomisableHierarchy) {
    precondition(weights.count == index.places.count && costs.count == index.arcCount)
    let marks = Buffer<UInt32>(index.nodeCount, repeating: 0)
    var costs = costs.mutableSpan
    for arc in costs.indices { costs[arc] = Self.none }
    for (place, weight) in zip(index.places, weights) where place != CustomisableHierarchy.none {
      let arc = Int(place >> 1)
      if place & 1 == 0 {
        costs[arc].up = min(costs[arc].up, weight)
      } else {
        costs[arc].down = min(costs[arc].down, weight)
      }
    }
    for rank in 0..<UInt32(index.nodeCount) { Self.close(index, rank, marks, &costs) }
  }

  /// Lowers the arcs of one node by way of its lower neighbours.
  @inline(__always)
  private static func close(
    _ index: CustomisableHierarchy, _ rank: UInt32, _ marks: borrowing Buffer<UInt32>, _ costs: inout MutableSpan<Cost>
  ) {
    let uppers = index.uppers.span
    let own = index.range(of: rank)
    if own.isEmpty { return }
    for arc in own { marks[uppers[arc]] = UInt32(truncatingIfNeeded: arc) }
    for place in index.lowerRange(of: rank) {
      let side = Int(index.lowerArcs[place])
      let sideCost = costs[side]
      let end = Int(index.firstArc[Int(index.lowers[place]) + 1])
      for other in (side + 1)..<max(side + 1, end) {
        let arc = Int(marks[uppers[other]])
        let otherCost = costs[other]
        var cost = costs[arc]
        cost.up = min(cost.up, sum(sideCost.down, otherCost.up))
        cost.down = min(cost.down, sum(otherCost.down, sideCost.up))
        costs[arc] = cost
      }
    }
  }

  /// A sum that is past all is none.
  @inline(__always)
  static func sum(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let (sum, isPast) = first.addingReportingOverflow(second)
    return isPast ? CSRGraph.unreachable : sum
  }
}
