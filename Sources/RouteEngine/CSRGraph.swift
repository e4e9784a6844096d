/// A directed graph with whole weights, its arcs sorted by tail ("compressed sparse rows").
///
/// Nodes are `0 ..< nodeCount`. Parallel arcs, self-loops and arcs of weight 0 are allowed. The value never changes and is
/// shared by all searches. A distance of `unreachable` and more can't be told from no path at all: with weights in
/// millimetres that is 4,294 km. Memory: 4 bytes a node and 8 bytes an arc.
public struct CSRGraph: Hashable, Sendable {
  /// One arc as stored, its tail being known from its place.
  public struct Arc: Hashable, Sendable, BitwiseCopyable {
    public let head: UInt32
    public let weight: UInt32

    init(head: UInt32, weight: UInt32) {
      self.head = head
      self.weight = weight
    }
  }

  /// The distance of a node that no path reaches; no weight may be as large.
  public static let unreachable = UInt32.max
  /// The most nodes and the most arcs.
  static let limit = Int(UInt32.max) - 1

  public let nodeCount: Int
  /// Where each node's arcs start; one entry more than there are nodes.
  public let firstArc: [UInt32]
  /// All arcs in order of tail; arcs of one tail keep the order in which they were given.
  public let arcs: [Arc]
  /// The largest weight, 0 without arcs.
  public let longestArc: UInt32

  /// Sorts arcs by tail. Cost: linear in nodes and arcs.
  public init(nodeCount: Int, arcs list: [WeightedArc]) throws(GraphFault) {
    try Self.check(nodeCount, list)
    self.init(trusted: nodeCount, list)
  }

  /// Sorts arcs whose ends and weights are known to be good.
  init(trusted nodeCount: Int, _ list: [WeightedArc]) {
    var next = [UInt32](repeating: 0, count: nodeCount + 1)
    var longest: UInt32 = 0
    for arc in list {
      next[Int(arc.tail)] += 1
      longest = max(longest, arc.weight)
    }
    var total: UInt32 = 0
    for node in next.indices {
      let degree = next[node]
      next[node] = total
      total += degree
    }
    arcs = [Arc](unsafeUninitializedCapacity: list.count) { sorted, count in
      // Each place is written once: the counts above are the counts of these same tails.
      for arc in list {
        let place = next[Int(arc.tail)]
        next[Int(arc.tail)] = place + 1
        sorted.initializeElement(at: Int(place), to: Arc(head: arc.head, weight: arc.weight))
      }
      count = list.count
    }
    self.nodeCount = nodeCount
    firstArc = Self.startsFromEnds(next)
    longestArc = longest
    assert(checkInvariants())
  }

  /// A graph whose parts are known to fit each other.
  init(trusted nodeCount: Int, _ firstArc: [UInt32], _ arcs: [Arc]) {
    self.nodeCount = nodeCount
    self.firstArc = firstArc
    self.arcs = arcs
    longestArc = arcs.reduce(0) { max($0, $1.weight) }
    assert(checkInvariants())
  }

  /// The arcs that leave a node, as places in `arcs`.
  public func arcRange(of node: UInt32) -> Range<Int> { Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) }

  /// The cheapest of the arcs between two nodes, the first of equals, as a place in `arcs`. Cost: the tail's degree.
  public func cheapestArc(from tail: UInt32, to head: UInt32) -> Int? {
    arcRange(of: tail).filter { arcs[$0].head == head }.min { arcs[$0].weight < arcs[$1].weight }
  }

  /// Whether the parts fit each other: starts in order, all heads known, all weights finite.
  public func checkInvariants() -> Bool {
    firstArc.count == nodeCount + 1 && firstArc.first == 0 && firstArc.last.map(Int.init) == arcs.count
      && zip(firstArc, firstArc.dropFirst()).allSatisfy(<=)
      && arcs.allSatisfy { Int($0.head) < nodeCount && $0.weight < Self.unreachable }
  }

  private static func check(_ nodeCount: Int, _ list: [WeightedArc]) throws(GraphFault) {
    guard nodeCount >= 0, nodeCount <= limit, list.count <= limit else {
      throw .tooLarge(nodes: nodeCount, arcs: list.count)
    }
    for (place, arc) in list.enumerated() {
      let far = max(arc.tail, arc.head)
      guard Int(far) < nodeCount else { throw .unknownNode(arc: place, node: far, nodes: nodeCount) }
      guard arc.weight < unreachable else { throw .endlessArc(arc: place) }
    }
  }

  /// After all arcs are placed, each entry is the end of its node; moved up by one they are the starts.
  static func startsFromEnds(_ ends: [UInt32]) -> [UInt32] {
    var starts = ends
    for node in stride(from: ends.count - 1, to: 0, by: -1) { starts[node] = starts[node - 1] }
    starts[0] = 0
    return starts
  }
}
