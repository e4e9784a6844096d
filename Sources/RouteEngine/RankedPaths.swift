/// A path and its length.
public struct RankedPath: Hashable, Sendable {
  public let length: UInt32
  /// Both ends included, no node twice.
  public let nodes: [UInt32]
}

/// One task's working memory for the k shortest loopless paths between two nodes.
///
/// Paths are told apart by their nodes: of parallel arcs the cheapest counts. Each path found is left at each of its nodes
/// for the next best way to the target; exact distances to the target, found once from there, make that little more than
/// a walk, and a way that can't be among the k best is given up. Cost: one search of the whole graph, then at most k times
/// the path's length short searches.
/// Source: J. Y. Yen, "Finding the k shortest loopless paths in a network", 1971; E. L. Lawler, "A procedure for computing
/// the k best solutions to discrete optimization problems", 1972.
public struct RankedPathsQuery: ~Copyable {
  struct Candidate {
    let length: UInt32
    let nodes: [UInt32]
    /// Where it leaves the path that it was made from.
    let deviation: Int

    static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
      a.length != b.length ? a.length < b.length : a.nodes.lexicographicallyPrecedes(b.nodes)
    }
  }

  private var toTarget: DijkstraQuery
  private var tree: SearchTree
  private var queue = ItemHeap()
  /// Nodes of the path before the one that is left.
  private var isBarred: Buffer<Bool>
  private var candidates: [Candidate] = []

  /// Memory for graphs of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    toTarget = DijkstraQuery(nodeCount: nodeCount)
    tree = SearchTree(nodeCount: nodeCount)
    isBarred = Buffer(nodeCount, repeating: false)
  }

  /// The `count` shortest loopless paths, shortest first; fewer where no more exist. Of equals the same come at every call.
  public mutating func paths(
    _ graph: TwoWayGraph, from source: UInt32, to target: UInt32, count: Int
  ) -> [RankedPath] {
    precondition(Int(max(source, target)) < graph.forward.nodeCount && graph.forward.nodeCount <= tree.nodeCount)
    if count <= 0 { return [] }
    toTarget.search(graph.backward, from: target)
    candidates.removeAll(keepingCapacity: true)
    var found: [Candidate] = []
    var root = Root(node: source, length: 0, deviation: 0)
    spur(graph.forward, &root, to: target, on: [], after: found, most: count)
    while found.count < count, !candidates.isEmpty {
      let path = candidates.removeFirst()
      found.append(path)
      if found.count < count { leave(graph.forward, path, target, found, most: count) }
    }
    return found.map { RankedPath(length: $0.length, nodes: $0.nodes) }
  }

  struct Root {
    var node: UInt32
    var length: UInt32
    var deviation: Int
  }

  /// Leaves a path at each of its nodes from its own deviation on; before that, others have.
  private mutating func leave(
    _ graph: CSRGraph, _ path: Candidate, _ target: UInt32, _ found: [Candidate], most: Int
  ) {
    var root = Root(node: path.nodes[0], length: 0, deviation: 0)
    for offset in path.nodes.indices.dropLast() {
      root.node = path.nodes[offset]
      root.deviation = offset
      if offset >= path.deviation {
        spur(graph, &root, to: target, on: path.nodes[..<offset], after: found, most: most)
      }
      isBarred[root.node] = true
      if let arc = graph.cheapestArc(from: root.node, to: path.nodes[offset + 1]) {
        root.length += graph.arcs[arc].weight
      }
    }
    for node in path.nodes { isBarred[node] = false }
  }

  /// Looks for the best way from a node of a path to the target that is not yet found, and keeps it as a candidate.
  private mutating func spur(
    _ graph: CSRGraph, _ root: inout Root, to target: UInt32, on prefix: ArraySlice<UInt32>, after found: [Candidate],
    most: Int
  ) {
    let rank = root.deviation
    let barred = found.filter {
      $0.nodes.count > rank + 1 && $0.nodes[rank] == root.node && $0.nodes[..<rank].elementsEqual(prefix)
    }.map { $0.nodes[rank + 1] }
    // No use in a path that comes after those that fill the list.
    let room = most - found.count
    let bound = candidates.count >= room ? candidates[room - 1].length : CSRGraph.unreachable - 1
    guard search(graph, root, target, barred, bound), let tail = tree.path(to: target) else { return }
    insert(
      Candidate(length: root.length + tree.distance(of: target), nodes: prefix + tail, deviation: rank), most: room)
  }

  private mutating func insert(_ candidate: Candidate, most: Int) {
    let place = candidates.firstIndex { Candidate.precedes(candidate, $0) } ?? candidates.count
    candidates.insert(candidate, at: place)
    if candidates.count > most { candidates.removeLast() }
  }

  /// A shortest way that keeps off barred nodes, and at first off barred next nodes; false when none is within the bound.
  private mutating func search(
    _ graph: CSRGraph, _ root: Root, _ target: UInt32, _ barred: [UInt32], _ bound: UInt32
  ) -> Bool {
    let arcs = graph.arcs.span
    let start = toTarget.distance(to: root.node)
    tree.clear()
    queue.removeAll()
    if start == CSRGraph.unreachable { return false }
    tree.set(root.node, 0, from: root.node)
    queue.push(root.node, start)
    while !queue.isEmpty {
      let next = queue.pop()
      if next.node == target { return true }
      let sofar = tree.distance(of: next.node)
      if next.key != sofar &+ toTarget.distance(to: next.node) { continue }
      for place in graph.arcRange(of: next.node) {
        let arc = arcs[place]
        if isBarred[arc.head] || next.node == root.node && barred.contains(arc.head) { continue }
        let distance = UInt64(sofar) + UInt64(arc.weight)
        let whole = distance + UInt64(toTarget.distance(to: arc.head))
        if whole + UInt64(root.length) > UInt64(bound) || distance >= UInt64(tree.distance(of: arc.head)) { continue }
        tree.set(arc.head, UInt32(truncatingIfNeeded: distance), from: next.node)
        queue.push(arc.head, UInt32(truncatingIfNeeded: whole))
      }
    }
    return false
  }
}
