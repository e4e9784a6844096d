/// One task's working memory for shortest paths from one node, without any index.
///
/// Made once for graphs of up to `nodeCount` nodes and used again and again; after the first search no memory is taken
/// but what a wider search front needs. Cost of a search: arcs looked at, times the logarithm of a bucket's length.
/// Source: E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959.
public struct DijkstraQuery: ~Copyable {
  private static let nowhere = UInt32.max
  private var tree: SearchTree
  private var queue = MonotoneQueue()

  public init(nodeCount: Int) { tree = SearchTree(nodeCount: nodeCount) }

  /// Finds the distances of all nodes from a node; `distance(to:)` and `path(to:)` then answer.
  public mutating func search(_ graph: CSRGraph, from source: UInt32) {
    run(graph, source, Self.nowhere)
  }

  /// The length of a shortest path between two nodes, or `CSRGraph.unreachable`.
  public mutating func distance(_ graph: CSRGraph, from source: UInt32, to target: UInt32) -> UInt32 {
    precondition(Int(target) < graph.nodeCount)
    run(graph, source, target)
    return tree.distance(of: target)
  }

  /// The distance that the last search found; an upper bound for nodes beyond its target.
  public func distance(to node: UInt32) -> UInt32 { tree.distance(of: node) }

  /// The nodes of the path that the last search found, both ends included, or nothing.
  public func path(to node: UInt32) -> [UInt32]? { tree.path(to: node) }

  /// The node before one on the path that the last search found.
  @inline(__always)
  func parent(of node: UInt32) -> UInt32 { tree.parent(of: node) }

  func checkTree() -> Bool { tree.checkInvariants() }

  private mutating func run(_ graph: CSRGraph, _ source: UInt32, _ target: UInt32) {
    precondition(Int(source) < graph.nodeCount && graph.nodeCount <= tree.nodeCount)
    let firstArc = graph.firstArc.span
    let arcs = graph.arcs.span
    tree.clear()
    queue.start(longest: graph.longestArc)
    tree.set(source, 0, from: source)
    queue.push(source, 0)
    while !queue.isEmpty {
      let next = queue.pop()
      if next.node == target { return }
      if next.key != tree.distance(of: next.node) { continue }
      for place in Int(firstArc[Int(next.node)])..<Int(firstArc[Int(next.node) &+ 1]) {
        let arc = arcs[place]
        let distance = next.key &+ arc.weight
        // A sum that went past the largest number is smaller than its parts.
        if distance < tree.distance(of: arc.head), distance >= next.key {
          tree.set(arc.head, distance, from: next.node)
          queue.push(arc.head, distance)
        }
      }
    }
  }
}
