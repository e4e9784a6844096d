/// One task's working memory for shortest paths between two nodes, led by a `DistanceBound`.
///
/// The bound is never too large but may fall faster than an arc weighs, so a node may be taken twice; the answer is exact
/// all the same, since the target is last. Source: P. Hart, N. Nilsson, B. Raphael, "A formal basis for the heuristic
/// determination of minimum cost paths", 1968.
public struct AStarQuery: ~Copyable {
  private var tree: SearchTree
  private var queue: NodeQueue

  /// Memory for graphs of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    tree = SearchTree(nodeCount: nodeCount)
    queue = NodeQueue(nodeCount: nodeCount)
  }

  /// The length of a shortest path between two nodes, or `CSRGraph.unreachable`. The bound must be of the same graph.
  public mutating func distance(
    _ graph: CSRGraph, _ bound: DistanceBound, from source: UInt32, to target: UInt32
  ) -> UInt32 {
    precondition(Int(max(source, target)) < graph.nodeCount && graph.nodeCount <= tree.nodeCount)
    precondition(bound.points.count == graph.nodeCount)
    let firstArc = graph.firstArc.span
    let arcs = graph.arcs.span
    let points = bound.points.span
    let aim = points[Int(target)]
    tree.clear()
    queue.removeAll()
    tree.set(source, 0, from: source)
    queue.push(source, bound.bound(points[Int(source)], aim))
    while !queue.isEmpty {
      let node = queue.pop().node
      if node == target { break }
      let sofar = tree.distance(of: node)
      for place in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) &+ 1]) {
        let arc = arcs[place]
        let distance = sofar &+ arc.weight
        guard distance < tree.distance(of: arc.head), distance >= sofar else { continue }
        tree.set(arc.head, distance, from: node)
        let (key, isPastAll) = distance.addingReportingOverflow(bound.bound(points[Int(arc.head)], aim))
        queue.push(arc.head, isPastAll ? UInt32.max : key)
      }
    }
    return tree.distance(of: target)
  }

  /// The nodes of the path that the last search found, both ends included, or nothing.
  public func path(to node: UInt32) -> [UInt32]? { tree.path(to: node) }
}
