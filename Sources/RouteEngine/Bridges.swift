/// The edges and nodes whose loss parts an undirected graph.
///
/// The graph gives each edge as two arcs, one each way; two edges between the same nodes are no bridge. One depth-first
/// walk with its own stack, so that a long chain is no danger.
/// Source: R. E. Tarjan, "A note on finding the bridges of a graph", 1974; J. Hopcroft, R. E. Tarjan, "Algorithm 447:
/// efficient algorithms for graph manipulation", 1973.
public struct Bridges: Hashable, Sendable {
  public struct Edge: Hashable, Sendable {
    /// The end that the walk met first.
    public let near: UInt32
    public let far: UInt32
  }

  /// Edges whose loss parts their component, in the order in which the walk leaves them.
  public private(set) var bridges: [Edge] = []
  /// Nodes whose loss parts their component, in the order in which the walk leaves them.
  public private(set) var articulationPoints: [UInt32] = []

  struct Step: BitwiseCopyable, Sendable {
    let node: UInt32
    /// Where the walk came from, until the one arc back there was skipped.
    var parent: UInt32
    var nextArc: UInt32
    let endArc: UInt32
    /// The earliest node that this one or any below it reaches.
    var low: UInt32
    let number: UInt32
    var parts: Bool
  }

  private static let none = UInt32.max

  /// Walks through an undirected graph. Cost: linear.
  public init(_ graph: CSRGraph) {
    let numbers = Buffer<UInt32>(graph.nodeCount, repeating: Self.none)
    var stack = Buffer<Step>(1024, repeating: Self.step(0, Self.none, 0, graph))
    var count: UInt32 = 0
    for root in 0..<UInt32(graph.nodeCount) where numbers[root] == Self.none {
      walk(graph, from: root, numbers, &stack, &count)
    }
  }

  private static func step(_ node: UInt32, _ parent: UInt32, _ number: UInt32, _ graph: CSRGraph) -> Step {
    // A graph without nodes has a start of arcs but no end.
    let first = graph.firstArc[Int(node)]
    let end = Int(node) < graph.nodeCount ? graph.firstArc[Int(node) + 1] : first
    return Step(node: node, parent: parent, nextArc: first, endArc: end, low: number, number: number, parts: false)
  }

  private mutating func walk(
    _ graph: CSRGraph, from root: UInt32, _ numbers: borrowing Buffer<UInt32>, _ stack: inout Buffer<Step>,
    _ count: inout UInt32
  ) {
    let arcs = graph.arcs.span
    var branches = 0
    var depth = 0
    numbers[root] = count
    var top = Self.step(root, Self.none, count, graph)
    count += 1
    while true {
      if top.nextArc < top.endArc {
        let head = arcs[Int(top.nextArc)].head
        top.nextArc &+= 1
        let number = numbers[head]
        if number != Self.none {
          if head == top.parent {
            top.parent = Self.none
          } else if number < top.low {
            top.low = number
          }
          continue
        }
        if depth == stack.count { stack.grow(to: 0, repeating: top) }
        stack[depth] = top
        depth &+= 1
        numbers[head] = count
        top = Self.step(head, top.node, count, graph)
        count &+= 1
      } else {
        if top.parts { articulationPoints.append(top.node) }
        if depth == 0 { break }
        let below = top
        depth &-= 1
        top = stack[depth]
        top.low = min(top.low, below.low)
        if below.low > top.number { bridges.append(Edge(near: top.node, far: below.node)) }
        if depth == 0 { branches &+= 1 } else if below.low >= top.number { top.parts = true }
      }
    }
    if branches > 1 { articulationPoints.append(root) }
  }
}
