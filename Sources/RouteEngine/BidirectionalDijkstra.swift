/// A graph beside its reverse, for searches from both ends at once. Memory: twice the graph's.
public struct TwoWayGraph: Sendable {
  public let forward: CSRGraph
  public let backward: CSRGraph

  /// Turns a graph round. Cost: linear.
  public init(_ graph: CSRGraph) {
    forward = graph
    backward = graph.reversed()
  }
}

/// One task's working memory for shortest paths between two nodes, searched from both ends, without any index.
///
/// Looks at about half as many arcs as `DijkstraQuery` on networks that spread like a plane.
/// Source: T. A. J. Nicholson, "Finding the shortest route between two points in a network", 1966.
public struct BidirectionalQuery: ~Copyable {
  private var ahead: SearchSide
  private var behind: SearchSide
  private var best = Meeting()

  /// Memory for graphs of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    ahead = SearchSide(nodeCount: nodeCount)
    behind = SearchSide(nodeCount: nodeCount)
  }

  /// The length of a shortest path between two nodes, or `CSRGraph.unreachable`.
  public mutating func distance(_ graph: TwoWayGraph, from source: UInt32, to target: UInt32) -> UInt32 {
    precondition(Int(max(source, target)) < graph.forward.nodeCount && graph.forward.nodeCount <= ahead.tree.nodeCount)
    ahead.start(graph.forward, source)
    behind.start(graph.backward, target)
    best = Meeting(distance: source == target ? 0 : CSRGraph.unreachable, node: source)
    while !ahead.queue.isEmpty, !behind.queue.isEmpty {
      let near = ahead.queue.leastKey()
      let far = behind.queue.leastKey()
      if UInt64(near) + UInt64(far) >= UInt64(best.distance) { break }
      if near <= far {
        ahead.settle(graph.forward, behind.tree, &best)
      } else {
        behind.settle(graph.backward, ahead.tree, &best)
      }
    }
    return best.distance
  }

  /// The nodes of the path of the last answer, both ends included, or nothing.
  public func path() -> [UInt32]? {
    guard best.distance != CSRGraph.unreachable, let first = ahead.tree.path(to: best.node),
      let second = behind.tree.path(to: best.node)
    else { return nil }
    return first + second.reversed().dropFirst()
  }
}

/// The shortest path so far on which the two searches meet.
struct Meeting {
  var distance = CSRGraph.unreachable
  var node: UInt32 = 0
}

/// The search from one end.
struct SearchSide: ~Copyable {
  var tree: SearchTree
  var queue = MonotoneQueue()

  init(nodeCount: Int) { tree = SearchTree(nodeCount: nodeCount) }

  mutating func start(_ graph: CSRGraph, _ node: UInt32) {
    tree.clear()
    queue.start(longest: graph.longestArc)
    tree.set(node, 0, from: node)
    queue.push(node, 0)
  }

  /// Takes one node and looks at its arcs; a node that the other side knows too may be where shortest paths meet.
  mutating func settle(_ graph: CSRGraph, _ other: borrowing SearchTree, _ best: inout Meeting) {
    let next = queue.pop()
    if next.key != tree.distance(of: next.node) { return }
    let arcs = graph.arcs.span
    for place in graph.arcRange(of: next.node) {
      let arc = arcs[place]
      let distance = next.key &+ arc.weight
      guard distance < tree.distance(of: arc.head), distance >= next.key else { continue }
      tree.set(arc.head, distance, from: next.node)
      queue.push(arc.head, distance)
      let whole = UInt64(distance) + UInt64(other.distance(of: arc.head))
      if whole < UInt64(best.distance) {
        best = Meeting(distance: UInt32(truncatingIfNeeded: whole), node: arc.head)
      }
    }
  }
}
