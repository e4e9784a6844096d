/// A directed graph for routes that are told apart by the labels of their arcs, not by their nodes.
///
/// Labels are what a route is made of for those who ask, as cable sections are; nodes tell how it is carried there. A
/// silent arc changes the node and adds nothing to the route. Each node belongs to a group, as to a place: a route does
/// not come back to a group that it left, but may go on inside one. Costs are whole 128-bit numbers, so that several criteria in order of rank fit
/// in one; their sums must stay below `unreachable`, which callers see to by bounding each criterion.
/// Memory: 28 bytes an arc and 12 bytes a node, in either direction once.
public struct LabelledGraph: Sendable {
  /// One arc as it is given.
  public struct Arc: Sendable, BitwiseCopyable {
    public var tail: UInt32
    public var head: UInt32
    /// What it adds to a route, or `silent`.
    public var label: UInt32
    public var cost: UInt128

    /// An arc from `tail` to `head`.
    public init(_ tail: UInt32, _ head: UInt32, label: UInt32, cost: UInt128) {
      self.tail = tail
      self.head = head
      self.label = label
      self.cost = cost
    }
  }

  /// The label of an arc that adds nothing.
  public static let silent = UInt32.max
  /// The cost of what can't be reached.
  public static let unreachable = UInt128.max

  public let nodeCount: Int
  public let arcs: [Arc]
  /// The group of each node.
  public let groups: [UInt32]
  let firstArc: [UInt32]
  /// Places in `arcs` by head.
  let arcsIn: [UInt32]
  let firstArcIn: [UInt32]

  /// Sorts arcs by tail; those of one tail keep their order. Cost: linear.
  ///
  /// - Parameter groups: One number a node.
  public init(groups: [UInt32], arcs list: [Arc]) throws(GraphFault) {
    nodeCount = groups.count
    self.groups = groups
    for (place, arc) in list.enumerated() {
      let far = max(arc.tail, arc.head)
      guard Int(far) < groups.count else { throw .unknownNode(arc: place, node: far, nodes: groups.count) }
    }
    let byTail = Self.order(list.count, nodes: groups.count) { list[$0].tail }
    let sorted = byTail.order.map { list[Int($0)] }
    let byHead = Self.order(sorted.count, nodes: groups.count) { sorted[$0].head }
    arcs = sorted
    firstArc = byTail.starts
    arcsIn = byHead.order
    firstArcIn = byHead.starts
  }

  /// Places in order of a node, and where those of each node start. Source: counting sort.
  private static func order(
    _ count: Int, nodes: Int, _ node: (Int) -> UInt32
  ) -> (order: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: nodes + 1)
    for place in 0..<count { starts[Int(node(place)) + 1] += 1 }
    for position in 0..<nodes { starts[position + 1] += starts[position] }
    var next = starts
    var order = [UInt32](repeating: 0, count: count)
    for place in 0..<count {
      let owner = Int(node(place))
      order[Int(next[owner])] = UInt32(place)
      next[owner] += 1
    }
    return (order, starts)
  }

  func arcRange(of node: UInt32) -> Range<Int> { Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) }

  /// The arcs that come into a node, as places in `arcs`.
  func arcsIn(to node: UInt32) -> ArraySlice<UInt32> {
    arcsIn[Int(firstArcIn[Int(node)])..<Int(firstArcIn[Int(node) + 1])]
  }
}
