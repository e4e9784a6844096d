import FibreTestSupport
import RouteEngine
import Testing

@Suite struct DistanceRangeTests {
  private func graph(_ nodes: Int, _ arcs: [(UInt32, UInt32, UInt32)]) throws(GraphFault) -> CSRGraph {
    try CSRGraph(nodeCount: nodes, arcs: arcs.map { WeightedArc($0.0, $0.1, $0.2) })
  }

  /// Distances from a node in 64 bits, by going over all arcs until nothing changes.
  private func distances(_ graph: CSRGraph, from source: UInt32) -> [UInt64?] {
    var found = [UInt64?](repeating: nil, count: graph.nodeCount)
    found[Int(source)] = 0
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for tail in 0..<UInt32(graph.nodeCount) {
        guard let start = found[Int(tail)] else { continue }
        for arc in graph.arcs[graph.arcRange(of: tail)] where found[Int(arc.head)] ?? .max > start + UInt64(arc.weight)
        {
          found[Int(arc.head)] = start + UInt64(arc.weight)
          hasChanged = true
        }
      }
    }
    return found
  }

  @Test func aChainLongerThanThirtyTwoBitsIsFoundFromItsStartOnly() throws {
    let heavy: UInt32 = 2_147_483_647
    let chain = try graph(4, [(0, 1, heavy), (1, 2, heavy), (2, 3, heavy)])
    #expect(!chain.distancesFit(from: [0]))
    #expect(chain.distancesFit(from: [2, 3]))
    #expect(!chain.distancesFit(from: [2, 3, 0]))
  }

  @Test func heavyArcsThatNoShortestPathTakesAreNoObstacle() throws {
    let most = CSRGraph.unreachable - 1
    let ring = try graph(3, [(0, 1, 1), (1, 2, 1), (2, 0, 1), (0, 2, most), (1, 0, most), (2, 1, most)])
    #expect(ring.distancesFit(from: [0, 1, 2]))
  }

  @Test(arguments: 0..<200) func itIsWhatSixtyFourBitsSay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let nodes = Int.random(in: 2...9, using: &random)
    let limits: [UInt32] = [1 << 29, 1 << 30, CSRGraph.unreachable - 1]
    let most = limits[Int(seed % 3)]
    var arcs: [(UInt32, UInt32, UInt32)] = []
    for _ in 0..<Int.random(in: 1...(2 * nodes), using: &random) {
      let tail = UInt32.random(in: 0..<UInt32(nodes), using: &random)
      let head = UInt32.random(in: 0..<UInt32(nodes), using: &random)
      let weight: UInt32 = .random(in: 0...most, using: &random)
      arcs.append((tail, head, weight))
      if seed.isMultiple(of: 2) { arcs.append((head, tail, weight)) }
    }
    let made = try graph(nodes, arcs)
    let sources = (0..<UInt32(nodes)).filter { _ in Bool.random(using: &random) }
    let expected = sources.allSatisfy { source in
      distances(made, from: source).allSatisfy { $0 ?? 0 < UInt64(CSRGraph.unreachable) }
    }
    #expect(made.distancesFit(from: sources) == expected)
  }
}
