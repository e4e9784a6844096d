/// What a temporary link between two networks must carry: nodes that move one at a time, and demands between them.
///
/// While one end of a demand has moved and the other has not, its weight lies on the link. The order decides the largest
/// weight at any time (weighted cutwidth) and the sum over time (weighted minimum linear arrangement).
public struct TieGraph: Hashable, Sendable {
  public struct Edge: Hashable, Sendable {
    public let u: Int
    public let v: Int
    /// 0 or more.
    public let weight: Int

    public init(_ u: Int, _ v: Int, weight: Int) {
      self.u = u
      self.v = v
      self.weight = weight
    }
  }

  public let nodeCount: Int
  public let edges: [Edge]
  /// Row by row: the weight between two nodes.
  let weights: [Int]
  let degrees: [Int]

  /// Makes a graph; the weights of edges between the same nodes add up, and an edge from a node to itself counts nothing.
  public init(nodeCount: Int, edges: [Edge]) {
    self.nodeCount = nodeCount
    self.edges = edges
    var weights = [Int](repeating: 0, count: nodeCount * nodeCount)
    for edge in edges where edge.u != edge.v {
      weights[edge.u * nodeCount + edge.v] += edge.weight
      weights[edge.v * nodeCount + edge.u] += edge.weight
    }
    self.weights = weights
    degrees = (0..<nodeCount).map { node in weights[node * nodeCount..<(node + 1) * nodeCount].reduce(0, +) }
  }

  @inline(__always) func weight(_ u: Int, _ v: Int) -> Int { weights[u * nodeCount + v] }

  /// The weight on the link after each node of an order but the last.
  public func cuts(of order: [Int]) -> [Int] {
    var cut = 0
    var hasMoved = [Bool](repeating: false, count: nodeCount)
    return order.dropLast().map { node in
      cut += degrees[node]
      for other in 0..<nodeCount where hasMoved[other] { cut -= 2 * weight(node, other) }
      hasMoved[node] = true
      return cut
    }
  }
}

/// What an order is asked to keep small.
public enum TieGoal: String, Hashable, Sendable, CaseIterable {
  /// The largest weight on the link.
  case peak
  /// The sum of the weights after each step.
  case sum

  /// The value of an order whose cuts are given.
  public func value(of cuts: [Int]) -> Int {
    switch self {
    case .peak: cuts.max() ?? 0
    case .sum: cuts.reduce(0, +)
    }
  }
}

/// An order of the nodes, its value for one goal, and what is proved of it.
public struct TieAnswer: Hashable, Sendable {
  public let goal: TieGoal
  public let order: [Int]
  public let value: Int
  /// No order is below.
  public let bound: Int

  public var isOptimal: Bool { value == bound }
}
