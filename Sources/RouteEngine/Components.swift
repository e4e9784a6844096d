/// Which nodes hang together when the direction of arcs does not count.
///
/// Source: M. M. A. Patwary, J. Blair, F. Manne, "Experiments on union-find algorithms for the disjoint-set data structure",
/// 2010 (Rem's algorithm with splicing), after E. W. Dijkstra, "A discipline of programming", 1976.
public struct Components: Hashable, Sendable {
  /// Each node's component, numbered from 0 in order of their lowest nodes.
  public let component: [UInt32]
  public let count: Int

  /// Finds the components of a graph. Cost: as good as linear.
  ///
  /// - Parameter hasTwins: Whether each arc has one the other way, as in `CSRGraph.undirectedSimple()`: half of them are
  ///   enough then.
  public init(_ graph: CSRGraph, hasTwins: Bool = false) {
    let above = Self.linked(graph, hasTwins)
    var numbers = [UInt32](repeating: 0, count: graph.nodeCount)
    var count: UInt32 = 0
    for node in 0..<graph.nodeCount {
      // What is above a node is lower, and has its number already.
      let parent = Int(above[node])
      if parent == node {
        numbers[node] = count
        count += 1
      } else {
        numbers[node] = numbers[parent]
      }
    }
    component = numbers
    self.count = Int(count)
  }

  /// A forest in which every node of a component is below its lowest node.
  private static func linked(_ graph: CSRGraph, _ hasTwins: Bool) -> Buffer<UInt32> {
    let above = Buffer<UInt32>(graph.nodeCount, repeating: 0)
    for node in 0..<UInt32(graph.nodeCount) { above[node] = node }
    let firstArc = graph.firstArc.span
    let arcs = graph.arcs.span
    for node in 0..<UInt32(graph.nodeCount) {
      for place in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) &+ 1]) {
        let head = arcs[place].head
        if !hasTwins || head < node { link(node, head, above) }
      }
    }
    return above
  }

  /// Climbs from two nodes by turns, always the one whose next is higher, and hangs what it leaves below the lower one.
  @inline(__always)
  private static func link(_ first: UInt32, _ second: UInt32, _ above: borrowing Buffer<UInt32>) {
    var (one, other) = (first, second)
    while true {
      var (high, low) = (above[one], above[other])
      if high == low { return }
      if high < low {
        swap(&one, &other)
        swap(&high, &low)
      }
      above[one] = low
      if one == high { return }
      one = high
    }
  }
}
