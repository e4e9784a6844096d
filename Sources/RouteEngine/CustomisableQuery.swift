/// One task's working memory for shortest paths by a `CustomisableHierarchy` and weights put into it.
///
/// Climbs from both ends through all ranks above them, lowest first, without a queue: the way up is the same for all
/// weights. Cost on road networks: some thousand arcs. Memory: 16 bytes a node.
/// Source: the elimination tree query of J. Dibbelt, B. Strasser, D. Wagner, "Customizable contraction hierarchies", 2014.
public struct CustomisableQuery: ~Copyable {
  private static let none = CustomisableHierarchy.none
  private static let untouched = SearchTree.Label(distance: CSRGraph.unreachable, parent: 0)
  private var ahead: Buffer<SearchTree.Label>
  private var behind: Buffer<SearchTree.Label>
  private var best = Meeting()
  private var pending: [(from: UInt32, to: UInt32)] = []

  /// Memory for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    ahead = Buffer(nodeCount, repeating: Self.untouched)
    behind = Buffer(nodeCount, repeating: Self.untouched)
  }

  /// The length of a shortest path between two nodes, or `CSRGraph.unreachable`.
  public mutating func distance(
    _ index: CustomisableHierarchy, _ weights: CustomisedWeights, from source: UInt32, to target: UInt32
  ) -> UInt32 {
    precondition(Int(max(source, target)) < index.nodeCount && index.nodeCount <= ahead.count)
    precondition(weights.costs.count == index.arcCount)
    var (up, down) = (index.ranks[Int(source)], index.ranks[Int(target)])
    ahead[up] = SearchTree.Label(distance: 0, parent: up)
    behind[down] = SearchTree.Label(distance: 0, parent: down)
    best = Meeting()
    defer { forget(index, source, target) }
    while up != down {
      if up < down {
        climb(index, weights, up, isAhead: true)
        up = index.parent(of: up)
      } else {
        climb(index, weights, down, isAhead: false)
        down = index.parent(of: down)
      }
    }
    while up != Self.none {
      let whole = UInt64(ahead[up].distance) + UInt64(behind[up].distance)
      if whole < UInt64(best.distance) { best = Meeting(distance: UInt32(whole), node: up) }
      climb(index, weights, up, isAhead: true)
      climb(index, weights, up, isAhead: false)
      up = index.parent(of: up)
    }
    notePath()
    return best.distance
  }

  /// Writes the nodes of the path of the last answer, both ends included; none when there is no path.
  ///
  /// Index and weights must be those of the answer. Cost: the path's length times the degree of its nodes.
  public mutating func path(
    _ index: CustomisableHierarchy, _ weights: CustomisedWeights, into nodes: inout [UInt32]
  ) {
    nodes.removeAll(keepingCapacity: true)
    guard best.distance != CSRGraph.unreachable else { return }
    nodes.append(index.nodes[Int(pending.last?.from ?? best.node)])
    while let step = pending.popLast() {
      if let middle = weights.middle(index, from: step.from, to: step.to) {
        pending.append((middle, step.to))
        pending.append((step.from, middle))
      } else {
        nodes.append(index.nodes[Int(step.to)])
      }
    }
  }

  @inline(__always)
  private func climb(_ index: CustomisableHierarchy, _ weights: CustomisedWeights, _ rank: UInt32, isAhead: Bool) {
    let distance = isAhead ? ahead[rank].distance : behind[rank].distance
    // What is as far as the best answer can't better it.
    if distance >= best.distance { return }
    let uppers = index.uppers.span
    let costs = weights.costs.span
    for arc in index.range(of: rank) {
      let next = CustomisedWeights.sum(distance, isAhead ? costs[arc].up : costs[arc].down)
      let upper = uppers[arc]
      if isAhead {
        if next < ahead[upper].distance { ahead[upper] = SearchTree.Label(distance: next, parent: rank) }
      } else if next < behind[upper].distance {
        behind[upper] = SearchTree.Label(distance: next, parent: rank)
      }
    }
  }

  /// Keeps the steps of the answer, last first, before the climbs are forgotten.
  private mutating func notePath() {
    pending.removeAll(keepingCapacity: true)
    if best.distance == CSRGraph.unreachable { return }
    var rank = best.node
    while behind[rank].parent != rank {
      pending.append((rank, behind[rank].parent))
      rank = behind[rank].parent
    }
    pending.reverse()
    rank = best.node
    while ahead[rank].parent != rank {
      pending.append((ahead[rank].parent, rank))
      rank = ahead[rank].parent
    }
  }

  private func forget(_ index: CustomisableHierarchy, _ source: UInt32, _ target: UInt32) {
    var rank = index.ranks[Int(source)]
    while rank != Self.none {
      ahead[rank] = Self.untouched
      rank = index.parent(of: rank)
    }
    rank = index.ranks[Int(target)]
    while rank != Self.none {
      behind[rank] = Self.untouched
      rank = index.parent(of: rank)
    }
  }
}

extension CustomisedWeights {
  /// The lower node by way of which an arc costs what it costs, or nothing for an arc of the graph itself.
  fileprivate func middle(_ index: CustomisableHierarchy, from: UInt32, to: UInt32) -> UInt32? {
    guard let arc = index.find(min(from, to), max(from, to)) else {
      preconditionFailure("an arc of the search is not in the index")
    }
    let cost = from < to ? costs[arc].up : costs[arc].down
    for place in index.lowerRange(of: min(from, to)) {
      let middle = index.lowers[place]
      guard let other = index.find(middle, max(from, to)) else { continue }
      let near = costs[Int(index.lowerArcs[place])]
      let far = costs[other]
      if Self.sum(from < to ? near.down : far.down, from < to ? far.up : near.up) == cost { return middle }
    }
    return nil
  }
}
