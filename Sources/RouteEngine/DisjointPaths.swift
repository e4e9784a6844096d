/// What two paths must not share.
public enum Disjointness: Hashable, Sendable, CaseIterable {
  case edges
  /// No node but the two ends, and so no edge either.
  case nodes
}

/// Two paths between the same nodes that share nothing, of the least total length.
public struct DisjointPair: Hashable, Sendable {
  public let total: UInt64
  /// The nodes of each path, both ends included.
  public let first: [UInt32]
  public let second: [UInt32]
}

/// One task's working memory for least-cost pairs of disjoint paths in an undirected simple graph.
///
/// A shortest path, then a shortest way to add a second one that may undo parts of the first, on lengths that the first
/// search made nought along shortest paths. Both searches stop at the target: nodes beyond it count as far as it is.
/// Cost: two searches. Memory: 40 bytes a node.
/// Source: J. W. Suurballe, "Disjoint paths in a network", 1974; J. W. Suurballe, R. E. Tarjan, "A quick method for finding
/// shortest pairs of disjoint paths", 1984.
public struct DisjointPathsQuery: ~Copyable {
  private let nodeCount: UInt32
  /// The first search.
  private var near: DijkstraQuery
  /// States: a node; and beyond `nodeCount` the same node left on its far side, for nodes of the first path.
  private var again: SearchTree
  private var queue = MonotoneQueue()
  /// The successor of each node of the first path.
  private var successors: Buffer<UInt32>
  private var firstPath: [UInt32] = []

  private static let none = UInt32.max

  /// Memory for graphs of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    precondition(nodeCount <= Int(UInt32.max / 2))
    self.nodeCount = UInt32(nodeCount)
    near = DijkstraQuery(nodeCount: nodeCount)
    again = SearchTree(nodeCount: 2 * nodeCount)
    successors = Buffer(nodeCount, repeating: Self.none)
  }

  /// The total length of a least-cost pair, or nothing when there is none. Two ends that are one need no path: 0.
  ///
  /// The graph must be as `CSRGraph.undirectedSimple()` makes it.
  public mutating func total(
    _ graph: CSRGraph, from source: UInt32, to target: UInt32, sharingNo share: Disjointness
  ) -> UInt64? {
    precondition(Int(max(source, target)) < graph.nodeCount && graph.nodeCount <= Int(nodeCount))
    for node in firstPath { successors[node] = Self.none }
    firstPath.removeAll(keepingCapacity: true)
    again.clear()
    if source == target { return 0 }
    let shortest = near.distance(graph, from: source, to: target)
    if shortest == CSRGraph.unreachable { return nil }
    markFirst(source, target)
    let more = searchAgain(graph, source, target, share, shortest)
    return more == CSRGraph.unreachable ? nil : 2 * UInt64(shortest) + UInt64(more)
  }

  /// A least-cost pair of paths, or nothing when there is none.
  public mutating func pair(
    _ graph: CSRGraph, from source: UInt32, to target: UInt32, sharingNo share: Disjointness
  ) -> DisjointPair? {
    guard let total = total(graph, from: source, to: target, sharingNo: share) else { return nil }
    if source == target { return DisjointPair(total: 0, first: [source], second: [source]) }
    var steps = DisjointSteps(first: firstPath, second: (again.path(to: target) ?? []).map { $0 % nodeCount })
    return DisjointPair(total: total, first: steps.takePath(source, target), second: steps.takePath(source, target))
  }

  private mutating func markFirst(_ source: UInt32, _ target: UInt32) {
    var node = target
    firstPath.append(node)
    while node != source {
      let before = near.parent(of: node)
      successors[before] = node
      node = before
      firstPath.append(node)
    }
    firstPath.reverse()
  }

  /// Searches on reduced lengths, the first path's arcs turned round at no cost. Answers the reduced length to the target.
  private mutating func searchAgain(
    _ graph: CSRGraph, _ source: UInt32, _ target: UInt32, _ share: Disjointness, _ shortest: UInt32
  ) -> UInt32 {
    // Neighbours' distances differ by the arc between them at most.
    queue.start(longest: UInt32(clamping: 2 * UInt64(graph.longestArc)))
    again.set(source, 0, from: source)
    queue.push(source, 0)
    while !queue.isEmpty {
      let next = queue.pop()
      if next.key != again.distance(of: next.node) { continue }
      let isFarSide = next.node >= nodeCount
      let node = isFarSide ? next.node - nodeCount : next.node
      if node == target { return next.key }
      let isInside = successors[node] != Self.none && node != source
      if isInside {
        let before = near.parent(of: node)
        if share == .edges {
          relax(before, next.key, next.node)
        } else if isFarSide {
          relax(node, next.key, next.node)
        } else {
          // A node of the first path is entered only to undo the path before it.
          relax(before == source ? source : before + nodeCount, next.key, next.node)
          continue
        }
      }
      leave(graph, next, node, isInside, shortest)
    }
    return CSRGraph.unreachable
  }

  /// Looks at the arcs of a node, save those that lie on the first path.
  @inline(__always)
  private mutating func leave(
    _ graph: CSRGraph, _ item: NodeQueue.Item, _ node: UInt32, _ isInside: Bool, _ shortest: UInt32
  ) {
    let arcs = graph.arcs.span
    let successor = successors[node]
    let before = isInside ? near.parent(of: node) : Self.none
    let base = UInt64(item.key) + UInt64(min(near.distance(to: node), shortest))
    for place in graph.arcRange(of: node) {
      let arc = arcs[place]
      if arc.head == successor || arc.head == before { continue }
      let key = base &+ UInt64(arc.weight) &- UInt64(min(near.distance(to: arc.head), shortest))
      if key < UInt64(CSRGraph.unreachable) { relax(arc.head, UInt32(truncatingIfNeeded: key), item.node) }
    }
  }

  @inline(__always)
  private mutating func relax(_ state: UInt32, _ key: UInt32, _ from: UInt32) {
    if key < again.distance(of: state) {
      again.set(state, key, from: from)
      queue.push(state, key)
    }
  }
}

/// The steps of two paths, those that both take in opposite directions left out: together they are two other paths.
struct DisjointSteps {
  private var steps: [(tail: UInt32, head: UInt32)]

  init(first: [UInt32], second: [UInt32]) {
    let there = zip(first, first.dropFirst()).map { (tail: $0, head: $1) }
    let back = zip(second, second.dropFirst()).filter { $0 != $1 }.map { (tail: $0, head: $1) }
    let undone = { (step: (tail: UInt32, head: UInt32), other: [(tail: UInt32, head: UInt32)]) in
      other.contains { $0.tail == step.head && $0.head == step.tail }
    }
    steps = there.filter { !undone($0, back) } + back.filter { !undone($0, there) }
    steps.sort { ($0.tail, $0.head) < ($1.tail, $1.head) }
  }

  /// Follows steps from end to end and takes them out; a round trip on the way, which costs nothing, is cut off.
  mutating func takePath(_ source: UInt32, _ target: UInt32) -> [UInt32] {
    var path = [source]
    var node = source
    while node != target, let place = steps.firstIndex(where: { $0.tail == node }) {
      node = steps.remove(at: place).head
      if let earlier = path.firstIndex(of: node) { path.removeSubrange((earlier + 1)...) } else { path.append(node) }
    }
    return path
  }
}
