/// A graph and its shortcuts, in which every shortest path climbs and then descends.
///
/// Nodes are renamed by rank: the least important is 0. An arc up leads from a rank to a higher one; an arc down is kept
/// with its lower end. A shortcut stands for two arcs that meet at a lower node, its middle. The value never changes and is
/// shared by all queries. Memory: 16 bytes a node, 16 bytes an arc up or down.
/// Source: R. Geisberger, P. Sanders, D. Schultes, D. Delling, "Contraction hierarchies: faster and simpler hierarchical
/// routing in road networks", 2008.
public struct ContractionHierarchy: Hashable, Sendable {
  /// One arc as stored with its lower end.
  public struct Arc: Hashable, Sendable, BitwiseCopyable {
    /// The rank of the upper end.
    public let node: UInt32
    public let weight: UInt32

    init(node: UInt32, weight: UInt32) {
      self.node = node
      self.weight = weight
    }
  }

  /// What an arc stands for.
  struct Origin: Hashable, Sendable, BitwiseCopyable {
    /// The place among all origins of the arc down to a shortcut's middle; `none` for an arc of the graph.
    let first: UInt32
    /// That of the arc up from the middle; for an arc of the graph the node of its head, so that unfolding a path looks at
    /// nothing else.
    let second: UInt32
  }

  /// Arcs of one direction, sorted by lower end.
  struct Half: Hashable, Sendable {
    let firstArc: [UInt32]
    let arcs: [Arc]

    func range(of rank: UInt32) -> Range<Int> { Int(firstArc[Int(rank)])..<Int(firstArc[Int(rank) + 1]) }

    /// The arc between two ranks, if there is one. Cost: the lower end's degree.
    func find(_ lower: UInt32, _ upper: UInt32) -> Int? { range(of: lower).first { arcs[$0].node == upper } }
  }

  static let none = UInt32.max
  /// Each node's rank, and the node of each rank.
  public let ranks: [UInt32]
  public let nodes: [UInt32]
  /// Arcs from lower to upper, and arcs from upper to lower.
  let up: Half
  let down: Half
  /// For each lower end what its arcs down stand for, then what its arcs up do: the halves of a shortcut lie side by side.
  let origins: [Origin]
  /// What the index was made of: an index on disk is refused for any other graph.
  public let graphFingerprint: UInt64

  public var nodeCount: Int { ranks.count }
  /// Arcs up and down, shortcuts among them.
  public var arcCount: Int { up.arcs.count + down.arcs.count }

  init(ranks: [UInt32], nodes: [UInt32], up: Half, down: Half, origins: [Origin], graphFingerprint: UInt64) {
    self.ranks = ranks
    self.nodes = nodes
    self.up = up
    self.down = down
    self.origins = origins
    self.graphFingerprint = graphFingerprint
  }

  /// What an arc up stands for, given by its place among them and its lower end.
  func origin(ofUp place: Int, from lower: UInt32) -> Origin { origins[Int(down.firstArc[Int(lower) + 1]) + place] }

  /// What an arc down stands for, given by its place among them and its lower end.
  func origin(ofDown place: Int, to lower: UInt32) -> Origin { origins[Int(up.firstArc[Int(lower)]) + place] }

  /// Whether ranks and nodes undo each other, arcs climb, and each shortcut leads and weighs as its two halves do.
  public func checkInvariants() -> Bool {
    guard nodes.count == ranks.count, checkShape(up), checkShape(down), origins.count == arcCount else { return false }
    for rank in nodes.indices {
      let node = Int(nodes[rank])
      guard node < ranks.count, Int(ranks[node]) == rank else { return false }
    }
    return checkArcs()
  }

  private func checkShape(_ half: Half) -> Bool {
    let starts = half.firstArc
    guard starts.count == nodeCount + 1, starts.first == 0 else { return false }
    return starts.last.map(Int.init) == half.arcs.count && zip(starts, starts.dropFirst()).allSatisfy(<=)
  }

  /// The halves of a shortcut are arcs of one lower node, so that unfolding goes down with each step and ends.
  private func checkArcs() -> Bool {
    (0..<UInt32(nodeCount)).allSatisfy { lower in
      up.range(of: lower).allSatisfy { place in
        let arc = up.arcs[place]
        return check(arc, origin(ofUp: place, from: lower), lower, from: lower, to: arc.node)
      }
        && down.range(of: lower).allSatisfy { place in
          let arc = down.arcs[place]
          return check(arc, origin(ofDown: place, to: lower), lower, from: arc.node, to: lower)
        }
    }
  }

  private func check(_ arc: Arc, _ origin: Origin, _ lower: UInt32, from tail: UInt32, to head: UInt32) -> Bool {
    guard arc.node > lower, Int(arc.node) < nodeCount, arc.weight < CSRGraph.unreachable else { return false }
    if origin.first == Self.none { return origin.second == nodes[Int(head)] }
    guard Int(max(origin.first, origin.second)) < origins.count else { return false }
    let middle = lowerEnd(ofOrigin: Int(origin.first))
    let (firstPlace, secondPlace) = (
      Int(origin.first) - Int(up.firstArc[middle]), Int(origin.second) - Int(down.firstArc[middle + 1])
    )
    guard middle < lower, down.range(of: UInt32(middle)).contains(firstPlace),
      up.range(of: UInt32(middle)).contains(secondPlace)
    else { return false }
    let (first, second) = (down.arcs[firstPlace], up.arcs[secondPlace])
    return first.node == tail && second.node == head
      && UInt64(first.weight) + UInt64(second.weight) == UInt64(arc.weight)
  }

  /// The rank at which an origin is kept. Cost: the logarithm of the nodes.
  private func lowerEnd(ofOrigin place: Int) -> Int {
    var (low, high) = (0, nodeCount)
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(up.firstArc[middle]) + Int(down.firstArc[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }
}
