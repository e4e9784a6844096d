/// Which shortcuts a node would need, if it were taken out of what remains of a graph.
///
/// From each neighbour a short search that avoids the node looks for ways round. A search that gives up early makes a
/// shortcut that isn't needed, which costs a little time later and is never wrong.
struct WitnessSearch: ~Copyable {
  struct Shortcut: BitwiseCopyable, Sendable {
    var tail: UInt32
    var head: UInt32
    var weight: UInt32
  }

  /// Nodes that one search settles at most: more made no better hierarchies of road networks.
  private static let settledAtMost = 120
  private var tree: SearchTree
  private var queue = ItemHeap()
  private(set) var shortcuts: [Shortcut] = []

  init(nodeCount: Int) { tree = SearchTree(nodeCount: nodeCount) }

  /// Fills `shortcuts` for one node.
  mutating func findShortcuts(_ graph: borrowing RemainingGraph, around node: UInt32) {
    shortcuts.removeAll(keepingCapacity: true)
    let places = graph.places(node)
    for place in places {
      let from = graph.link(at: place)
      if from.back == CSRGraph.unreachable { continue }
      var farthest: UInt32?
      for other in places where other != place {
        let out = graph.link(at: other).out
        if out != CSRGraph.unreachable { farthest = max(farthest ?? 0, out) }
      }
      guard let farthest else { continue }
      search(graph, from: from.node, avoiding: node, upTo: from.back.addingReportingOverflow(farthest))
      collect(graph, places, except: place, from)
    }
  }

  private mutating func collect(
    _ graph: borrowing RemainingGraph, _ places: Range<UInt32>, except place: UInt32, _ from: RemainingGraph.Link
  ) {
    for other in places where other != place {
      let to = graph.link(at: other)
      if to.out == CSRGraph.unreachable { continue }
      let (weight, isPast) = from.back.addingReportingOverflow(to.out)
      if isPast || weight == CSRGraph.unreachable || tree.distance(of: to.node) <= weight { continue }
      shortcuts.append(Shortcut(tail: from.node, head: to.node, weight: weight))
    }
  }

  @inline(__always)
  private mutating func search(
    _ graph: borrowing RemainingGraph, from source: UInt32, avoiding avoided: UInt32,
    upTo bound: (partialValue: UInt32, overflow: Bool)
  ) {
    let limit = bound.overflow ? CSRGraph.unreachable - 1 : bound.partialValue
    tree.clear()
    queue.removeAll()
    tree.set(source, 0, from: source)
    queue.push(source, 0)
    var settled = 0
    while !queue.isEmpty, settled < Self.settledAtMost {
      let next = queue.pop()
      if next.key != tree.distance(of: next.node) { continue }
      if next.key > limit { return }
      settled &+= 1
      for place in graph.places(next.node) {
        let link = graph.link(at: place)
        if link.node == avoided { continue }
        let distance = next.key &+ link.out
        if distance < tree.distance(of: link.node), distance >= next.key, distance <= limit {
          tree.set(link.node, distance, from: next.node)
          queue.push(link.node, distance)
        }
      }
    }
  }
}
