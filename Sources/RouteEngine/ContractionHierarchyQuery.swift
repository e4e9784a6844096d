/// One task's working memory for shortest paths by a `ContractionHierarchy`.
///
/// Climbs from both ends; a node that a higher one reaches by a shorter way is not followed ("stall on demand").
/// Cost on road networks: some hundred nodes a query. Memory: 24 bytes a node.
public struct ContractionQuery: ~Copyable {
  private var ahead: ClimbingSide
  private var behind: ClimbingSide
  private var best = Meeting()
  /// What the arcs yet to be unfolded stand for, the next one last.
  private var pending: [ContractionHierarchy.Origin] = []

  /// Memory for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    ahead = ClimbingSide(nodeCount: nodeCount)
    behind = ClimbingSide(nodeCount: nodeCount)
  }

  /// The length of a shortest path between two nodes, or `CSRGraph.unreachable`.
  public mutating func distance(_ index: ContractionHierarchy, from source: UInt32, to target: UInt32) -> UInt32 {
    precondition(Int(max(source, target)) < index.nodeCount && index.nodeCount <= ahead.tree.nodeCount)
    ahead.start(index.ranks[Int(source)])
    behind.start(index.ranks[Int(target)])
    best = Meeting()
    while true {
      let near = ahead.leastKey
      let far = behind.leastKey
      if min(near, far) >= best.distance { return best.distance }
      if near <= far {
        ahead.settle(index.up, index.down, behind.tree, &best)
      } else {
        behind.settle(index.down, index.up, ahead.tree, &best)
      }
    }
  }

  /// Writes the nodes of the path of the last answer, both ends included; none when there is no path.
  ///
  /// Takes no memory once `nodes` has room for the path. Cost: the path's length.
  public mutating func path(_ index: ContractionHierarchy, into nodes: inout [UInt32]) {
    nodes.removeAll(keepingCapacity: true)
    if best.distance == CSRGraph.unreachable { return }
    let start = notePath(index)
    nodes.append(index.nodes[Int(start)])
    let origins = index.origins.span
    while let origin = pending.popLast() {
      if origin.first == ContractionHierarchy.none {
        nodes.append(origin.second)
      } else {
        // Both halves are fetched at once: neither waits for the other's place in memory.
        pending.append(origins[Int(origin.second)])
        pending.append(origins[Int(origin.first)])
      }
    }
  }

  /// Lists the arcs of the climbs, the last one of the path first; answers where the path starts.
  private mutating func notePath(_ index: ContractionHierarchy) -> UInt32 {
    pending.removeAll(keepingCapacity: true)
    var rank = best.node
    while behind.tree.parent(of: rank) != rank {
      let before = behind.tree.parent(of: rank)
      pending.append(index.origin(ofDown: index.down.arc(before, rank), to: before))
      rank = before
    }
    pending.reverse()
    rank = best.node
    while ahead.tree.parent(of: rank) != rank {
      let before = ahead.tree.parent(of: rank)
      pending.append(index.origin(ofUp: index.up.arc(before, rank), from: before))
      rank = before
    }
    return rank
  }
}

extension ContractionHierarchy.Half {
  /// The arc between two ranks, which must be there. Cost: the lower end's degree.
  fileprivate func arc(_ lower: UInt32, _ upper: UInt32) -> Int {
    guard let place = find(lower, upper) else { preconditionFailure("an arc of the search is not in the index") }
    return place
  }
}

/// The climb from one end.
struct ClimbingSide: ~Copyable {
  var tree: SearchTree
  private var queue = ItemHeap()

  init(nodeCount: Int) { tree = SearchTree(nodeCount: nodeCount) }

  mutating func start(_ rank: UInt32) {
    tree.clear()
    queue.removeAll()
    tree.set(rank, 0, from: rank)
    queue.push(rank, 0)
  }

  /// The least distance yet to be looked at, or `CSRGraph.unreachable` at the end of the climb.
  @inline(__always) var leastKey: UInt32 { queue.isEmpty ? CSRGraph.unreachable : queue.leastKey }

  /// Takes one node and climbs its arcs, unless an arc that comes from above shows a shorter way to it.
  @inline(__always)
  mutating func settle(
    _ climb: ContractionHierarchy.Half, _ descent: ContractionHierarchy.Half, _ other: borrowing SearchTree,
    _ best: inout Meeting
  ) {
    let next = queue.pop()
    if next.key != tree.distance(of: next.node) { return }
    let whole = UInt64(next.key) + UInt64(other.distance(of: next.node))
    if whole < UInt64(best.distance) { best = Meeting(distance: UInt32(truncatingIfNeeded: whole), node: next.node) }
    if isStalled(next, descent) { return }
    let arcs = climb.arcs.span
    for place in climb.range(of: next.node) {
      let arc = arcs[place]
      let distance = next.key &+ arc.weight
      if distance < tree.distance(of: arc.node), distance >= next.key {
        tree.set(arc.node, distance, from: next.node)
        queue.push(arc.node, distance)
      }
    }
  }

  @inline(__always)
  private func isStalled(_ item: NodeQueue.Item, _ descent: ContractionHierarchy.Half) -> Bool {
    let arcs = descent.arcs.span
    for place in descent.range(of: item.node) {
      let arc = arcs[place]
      let above = tree.distance(of: arc.node)
      if UInt64(above) + UInt64(arc.weight) < UInt64(item.key) { return true }
    }
    return false
  }
}
