/// A flow of given units at the least cost, or of as many as can flow.
public struct MinimumCostFlow: Hashable, Sendable {
  public let units: UInt64
  public let cost: UInt64
  /// The units on each arc of the graph, in its order.
  public let flows: [UInt32]
}

/// One task's working memory for flows of least cost; an arc's weight is the cost of one unit on it.
///
/// Sends along a cheapest path again and again, on costs that earlier distances made nought along cheapest paths. A path
/// that costs `CSRGraph.unreachable` or more a unit counts as none. Cost: one search a path, and no more paths than units.
/// Source: J. Edmonds, R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow problems", 1972.
public struct MinimumCostFlowQuery: ~Copyable {
  private var residual: Residual
  private var tree: SearchTree
  private var queue: NodeQueue
  /// The way by which the search came to each node.
  private var ways: Buffer<UInt32>
  /// Distances of earlier searches, added up.
  private var potentials: Buffer<Int64>

  /// Memory for networks of up to `nodeCount` nodes and `arcCount` arcs.
  public init(nodeCount: Int, arcCount: Int) {
    residual = Residual(arcCount: arcCount)
    tree = SearchTree(nodeCount: nodeCount)
    queue = NodeQueue(nodeCount: nodeCount)
    ways = Buffer(nodeCount, repeating: 0)
    potentials = Buffer(nodeCount, repeating: 0)
  }

  /// Sends `wanted` units, or the most that can flow, at the least cost of that many.
  public mutating func flow(
    _ network: FlowNetwork, from source: UInt32, to target: UInt32, units wanted: UInt64
  ) -> MinimumCostFlow {
    let nodeCount = network.graph.nodeCount
    precondition(source != target && Int(max(source, target)) < nodeCount)
    precondition(nodeCount <= tree.nodeCount && network.capacities.count <= residual.arcCount)
    residual.start(network)
    potentials.fill(0)
    var sent: UInt64 = 0
    var cost: UInt64 = 0
    while sent < wanted, search(network, source, target) {
      let reach = tree.distance(of: target)
      for node in 0..<UInt32(nodeCount) { potentials[node] += Int64(min(reach, tree.distance(of: node))) }
      // Later paths cost no less.
      if potentials[target] - potentials[source] >= Int64(CSRGraph.unreachable) { break }
      let units = send(network, source, target, atMost: wanted - sent)
      sent += UInt64(units)
      cost += UInt64(units) * UInt64(potentials[target] - potentials[source])
    }
    return MinimumCostFlow(units: sent, cost: cost, flows: residual.flows(network))
  }

  /// Finds a cheapest path along ways with room; false when there is none.
  private mutating func search(_ network: FlowNetwork, _ source: UInt32, _ target: UInt32) -> Bool {
    tree.clear()
    queue.removeAll()
    tree.set(source, 0, from: source)
    queue.push(source, 0)
    while !queue.isEmpty {
      let next = queue.pop()
      if next.node == target { return true }
      for place in network.ways(of: next.node) {
        let way = network.ways[Int(place)]
        if residual.room(way) == 0 { continue }
        let head = network.head(of: way)
        let weight = Int64(network.graph.arcs[Int(way >> 1)].weight)
        let reduced = (way & 1 == 0 ? weight : -weight) + potentials[next.node] - potentials[head]
        let distance = Int64(next.key) + reduced
        if distance >= Int64(tree.distance(of: head)) { continue }
        tree.set(head, UInt32(distance), from: next.node)
        ways[head] = way
        queue.push(head, UInt32(distance))
      }
    }
    return false
  }

  private mutating func send(
    _ network: FlowNetwork, _ source: UInt32, _ target: UInt32, atMost: UInt64
  ) -> UInt32 {
    var units = UInt32(clamping: atMost)
    var node = target
    while node != source {
      units = min(units, residual.room(ways[node]))
      node = network.tail(of: ways[node])
    }
    node = target
    while node != source {
      residual.send(units, along: ways[node])
      node = network.tail(of: ways[node])
    }
    return units
  }
}
