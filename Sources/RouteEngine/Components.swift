/// Which nodes hang together when the direction of arcs does not count.
///
/// Source: R. E. Tarjan, J. van Leeuwen, "Worst-case analysis of set union algorithms", 1984 (linking by number, halving).
public struct Components: Hashable, Sendable {
  /// Each node's component, numbered from 0 in order of their lowest nodes.
  public let component: [UInt32]
  public let count: Int

  /// Finds the components of a graph. Cost: as good as linear.
  public init(_ graph: CSRGraph) {
    let above = Self.linked(graph)
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
  private static func linked(_ graph: CSRGraph) -> Buffer<UInt32> {
    let above = Buffer<UInt32>(graph.nodeCount, repeating: 0)
    for node in 0..<UInt32(graph.nodeCount) { above[node] = node }
    let firstArc = graph.firstArc.span
    let arcs = graph.arcs.span
    for node in 0..<UInt32(graph.nodeCount) {
      var root = lowest(node, above)
      for place in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) &+ 1]) {
        let other = lowest(arcs[place].head, above)
        if other == root { continue }
        above[max(root, other)] = min(root, other)
        root = min(root, other)
      }
    }
    return above
  }

  @inline(__always)
  private static func lowest(_ start: UInt32, _ above: borrowing Buffer<UInt32>) -> UInt32 {
    var node = start
    while true {
      let parent = above[node]
      if parent == node { return node }
      let next = above[parent]
      above[node] = next
      node = next
    }
  }
}
