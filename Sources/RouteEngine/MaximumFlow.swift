/// The most that can flow between two nodes, and what stops more.
public struct MaximumFlow: Hashable, Sendable {
  public let value: UInt64
  /// The units on each arc of the graph, in its order.
  public let flows: [UInt32]
  /// Whether each node is on the source's side of the minimum cut nearest to the source.
  public let isOnSourceSide: [Bool]
  /// The arcs of the graph that cross the cut; their capacities add up to `value`.
  public let cut: [Int]
}

/// One task's working memory for maximum flows.
///
/// Cost: the square of the nodes times the arcs at worst; with capacities of 1 the arcs times the root of the arcs.
/// Source: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation", 1970.
public struct MaximumFlowQuery: ~Copyable {
  private static let none = UInt32.max
  private var residual: Residual
  /// Steps from the source, and the next way to try, of each node.
  private var levels: Buffer<UInt32>
  private var nextWays: Buffer<UInt32>
  private var frontier: Buffer<UInt32>
  /// The ways from the source to where the search is.
  private var path: [UInt32] = []

  /// Memory for networks of up to `nodeCount` nodes and `arcCount` arcs.
  public init(nodeCount: Int, arcCount: Int) {
    residual = Residual(arcCount: arcCount)
    levels = Buffer(nodeCount, repeating: Self.none)
    nextWays = Buffer(nodeCount, repeating: 0)
    frontier = Buffer(nodeCount, repeating: 0)
  }

  /// Finds a maximum flow. Two ends that are one are a mistake of the caller: nothing bounds that flow.
  public mutating func maximum(_ network: FlowNetwork, from source: UInt32, to target: UInt32) -> MaximumFlow {
    let nodeCount = network.graph.nodeCount
    precondition(source != target && Int(max(source, target)) < nodeCount)
    precondition(nodeCount <= levels.count && network.capacities.count <= residual.arcCount)
    residual.start(network)
    var value: UInt64 = 0
    while findLevels(network, source, target) {
      for node in 0..<UInt32(nodeCount) { nextWays[node] = network.firstWay[Int(node)] }
      while true {
        let units = sendOnce(network, source, target)
        if units == 0 { break }
        value += UInt64(units)
      }
    }
    let side = (0..<nodeCount).map { levels[$0] != Self.none }
    let cut = network.capacities.indices.filter {
      side[Int(network.tails[$0])] && !side[Int(network.graph.arcs[$0].head)] && network.capacities[$0] > 0
    }
    return MaximumFlow(value: value, flows: residual.flows(network), isOnSourceSide: side, cut: cut)
  }

  /// Counts steps from the source along ways with room; false when the target can't be reached.
  private mutating func findLevels(_ network: FlowNetwork, _ source: UInt32, _ target: UInt32) -> Bool {
    levels.fill(Self.none)
    levels[source] = 0
    frontier[0] = source
    var (taken, found) = (0, 1)
    while taken < found {
      let node = frontier[taken]
      taken += 1
      for place in network.ways(of: node) {
        let way = network.ways[Int(place)]
        let head = network.head(of: way)
        if residual.room(way) == 0 || levels[head] != Self.none { continue }
        levels[head] = levels[node] + 1
        frontier[found] = head
        found += 1
      }
    }
    return levels[target] != Self.none
  }

  /// Sends what one path of rising levels can carry, or 0 when there is none left.
  private mutating func sendOnce(_ network: FlowNetwork, _ source: UInt32, _ target: UInt32) -> UInt32 {
    path.removeAll(keepingCapacity: true)
    var node = source
    while node != target {
      if let way = nextWay(network, node) {
        path.append(way)
        node = network.head(of: way)
      } else {
        guard let back = path.popLast() else { return 0 }
        node = network.tail(of: back)
        nextWays[node] += 1
      }
    }
    let units = path.reduce(UInt32.max) { min($0, residual.room($1)) }
    for way in path { residual.send(units, along: way) }
    return units
  }

  private mutating func nextWay(_ network: FlowNetwork, _ node: UInt32) -> UInt32? {
    let end = network.firstWay[Int(node) + 1]
    while nextWays[node] < end {
      let way = network.ways[Int(nextWays[node])]
      if residual.room(way) > 0, levels[network.head(of: way)] == levels[node] + 1 { return way }
      nextWays[node] += 1
    }
    return nil
  }
}
