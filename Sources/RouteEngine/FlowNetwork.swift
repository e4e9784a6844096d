/// A directed graph with capacities, each arc beside its own way back, as flows need it. Shared by all flow queries.
///
/// The graph's weights are costs. Memory: 20 bytes an arc beyond the graph's.
public struct FlowNetwork: Sendable {
  public let graph: CSRGraph
  /// Units that each arc of the graph can carry, in its order.
  public let capacities: [UInt32]
  /// All ways by tail: arc `a` of the graph is way `2a`, back along it is way `2a + 1`.
  let firstWay: [UInt32]
  let ways: [UInt32]
  /// The node at each arc's tail.
  let tails: [UInt32]

  /// Refuses capacities that are not one for each arc. Cost: linear.
  public init(_ graph: CSRGraph, capacities: [UInt32]) throws(GraphFault) {
    guard capacities.count == graph.arcs.count, graph.arcs.count < Int(UInt32.max / 2) else {
      throw .wrongCapacityCount(given: capacities.count, arcs: graph.arcs.count)
    }
    self.graph = graph
    self.capacities = capacities
    tails = (0..<UInt32(graph.nodeCount)).flatMap { node in graph.arcRange(of: node).map { _ in node } }
    var next = [UInt32](repeating: 0, count: graph.nodeCount + 1)
    for (place, arc) in graph.arcs.enumerated() {
      next[Int(tails[place])] += 1
      next[Int(arc.head)] += 1
    }
    var total: UInt32 = 0
    for node in next.indices { (next[node], total) = (total, total + next[node]) }
    var ways = [UInt32](repeating: 0, count: 2 * graph.arcs.count)
    for (place, arc) in graph.arcs.enumerated() {
      for (node, way) in [(tails[place], UInt32(2 * place)), (arc.head, UInt32(2 * place + 1))] {
        ways[Int(next[Int(node)])] = way
        next[Int(node)] += 1
      }
    }
    self.ways = ways
    firstWay = CSRGraph.startsFromEnds(next)
  }

  func ways(of node: UInt32) -> Range<UInt32> { firstWay[Int(node)]..<firstWay[Int(node) + 1] }

  @inline(__always)
  func head(of way: UInt32) -> UInt32 { way & 1 == 0 ? graph.arcs[Int(way >> 1)].head : tails[Int(way >> 1)] }

  @inline(__always)
  func tail(of way: UInt32) -> UInt32 { head(of: way ^ 1) }
}

/// What each way can still carry while a flow grows.
struct Residual: ~Copyable {
  private var rooms: Buffer<UInt32>

  init(arcCount: Int) { rooms = Buffer(2 * arcCount, repeating: 0) }

  var arcCount: Int { rooms.count / 2 }

  mutating func start(_ network: FlowNetwork) {
    for (place, capacity) in network.capacities.enumerated() {
      rooms[2 * place] = capacity
      rooms[2 * place + 1] = 0
    }
  }

  @inline(__always) func room(_ way: UInt32) -> UInt32 { rooms[way] }

  @inline(__always)
  mutating func send(_ units: UInt32, along way: UInt32) {
    rooms[way] -= units
    rooms[way ^ 1] += units
  }

  /// The units on each arc of the graph.
  func flows(_ network: FlowNetwork) -> [UInt32] { network.capacities.indices.map { rooms[2 * $0 + 1] } }
}
