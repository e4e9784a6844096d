/// A graph and its shortcuts, in which every shortest path climbs and then descends.
///
/// Nodes are renamed by rank: the least important is 0. An arc up leads from a rank to a higher one; an arc down is kept
/// with its lower end. A shortcut stands for two arcs that meet at a lower node, its middle. The value never changes and is
/// shared by all queries. Memory: 8 bytes a node, 12 bytes an arc up or down.
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

  /// Arcs of one direction, sorted by lower end, of one lower end by upper.
  struct Half: Hashable, Sendable {
    let firstArc: [UInt32]
    let arcs: [Arc]
    /// The rank in the middle of each shortcut, or `noMiddle` for an arc of the graph.
    let middles: [UInt32]

    func range(of rank: UInt32) -> Range<Int> { Int(firstArc[Int(rank)])..<Int(firstArc[Int(rank) + 1]) }

    /// The arc between two ranks, if there is one. Cost: the lower end's degree.
    func find(_ lower: UInt32, _ upper: UInt32) -> Int? { range(of: lower).first { arcs[$0].node == upper } }
  }

  static let noMiddle = UInt32.max
  /// Each node's rank, and the node of each rank.
  public let ranks: [UInt32]
  public let nodes: [UInt32]
  /// Arcs from lower to upper, and arcs from upper to lower.
  let up: Half
  let down: Half
  /// What the index was made of: an index on disk is refused for any other graph.
  public let graphFingerprint: UInt64

  public var nodeCount: Int { ranks.count }
  /// Arcs up and down, shortcuts among them.
  public var arcCount: Int { up.arcs.count + down.arcs.count }

  init(ranks: [UInt32], nodes: [UInt32], up: Half, down: Half, graphFingerprint: UInt64) {
    self.ranks = ranks
    self.nodes = nodes
    self.up = up
    self.down = down
    self.graphFingerprint = graphFingerprint
  }

  /// Whether ranks and nodes undo each other, arcs climb, and each shortcut weighs what its two halves weigh.
  public func checkInvariants() -> Bool {
    nodes.count == ranks.count && ranks.allSatisfy { Int($0) < nodes.count }
      && nodes.enumerated().allSatisfy { Int($1) < ranks.count && Int(ranks[Int($1)]) == $0 }
      && check(up) { lower, upper, middle in (down.find(middle, lower), up.find(middle, upper)) }
      && check(down) { lower, upper, middle in (down.find(middle, upper), up.find(middle, lower)) }
  }

  private func check(_ half: Half, _ halves: (UInt32, UInt32, UInt32) -> (Int?, Int?)) -> Bool {
    guard half.firstArc.count == nodeCount + 1, half.firstArc.first == 0, half.middles.count == half.arcs.count,
      half.firstArc.last.map(Int.init) == half.arcs.count, zip(half.firstArc, half.firstArc.dropFirst()).allSatisfy(<=)
    else { return false }
    return (0..<UInt32(nodeCount)).allSatisfy { lower in
      half.range(of: lower).allSatisfy { place in
        let arc = half.arcs[place]
        guard arc.node > lower, Int(arc.node) < nodeCount, arc.weight < CSRGraph.unreachable else { return false }
        let middle = half.middles[place]
        if middle == Self.noMiddle { return true }
        guard middle < lower, case (let first?, let second?) = halves(lower, arc.node, middle) else { return false }
        return UInt64(down.arcs[first].weight) + UInt64(up.arcs[second].weight) == UInt64(arc.weight)
      }
    }
  }
}

extension CSRGraph {
  /// A number that tells graphs apart: nodes, arcs and weights, each at its place. Not a secret. Cost: linear.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV non-cryptographic hash algorithm", by 64-bit words.
  public var fingerprint: UInt64 {
    var sum = Fingerprint()
    sum.add(UInt64(nodeCount))
    for start in firstArc { sum.add(UInt64(start)) }
    for arc in arcs { sum.add(UInt64(arc.head) << 32 | UInt64(arc.weight)) }
    return sum.value
  }
}

/// A running checksum of numbers.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x100_0000_01b3
    value ^= value >> 29
  }
}
