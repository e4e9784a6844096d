/// Orders nodes by cutting parts of a graph again and again; see `NodeOrder`.
struct Dissection: ~Copyable {
  private let graph: CSRGraph
  private let points: [PlanePoint]
  /// The order so far: each part is a range, its separator moved to the range's end.
  private var nodes: [UInt32]
  /// Each node's number within the part at hand, or `none` outside it.
  private var local: Buffer<UInt32>
  private var cutter = PartCutter()

  private static let none = UInt32.max

  init(_ graph: CSRGraph, _ points: [PlanePoint]) {
    self.graph = graph
    self.points = points
    nodes = Array(0..<UInt32(graph.nodeCount))
    local = Buffer(graph.nodeCount, repeating: Self.none)
  }

  consuming func ordered() -> [UInt32] {
    var parts = [0..<nodes.count]
    while let part = parts.popLast() {
      if part.count > 2 { parts += cut(part) }
    }
    return nodes
  }

  /// Moves a part's separator to its end and answers what it leaves: the parts on both sides.
  private mutating func cut(_ part: Range<Int>) -> [Range<Int>] {
    let members = Array(nodes[part])
    for (number, node) in members.enumerated() { local[node] = UInt32(number) }
    cutter.load(members.map { points[Int($0)] })
    for node in members {
      for place in graph.arcRange(of: node) where local[graph.arcs[place].head] != Self.none {
        cutter.addArc(to: local[graph.arcs[place].head])
      }
      cutter.closeNode()
    }
    for node in members { local[node] = Self.none }
    let sides = cutter.sides()
    var next = part.lowerBound
    var starts: [Int] = []
    for side in PartCutter.Side.allCases {
      starts.append(next)
      for (number, node) in members.enumerated() where sides[number] == side {
        nodes[next] = node
        next += 1
      }
    }
    return [starts[0]..<starts[1], starts[1]..<starts[2]]
  }
}
