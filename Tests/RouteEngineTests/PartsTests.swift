import FibreTestSupport
import RouteEngine
import Testing

/// Components, bridges and articulation points against taking things out one by one.
@Suite struct PartsTests {
  @Test func componentsAreWhatWalksJoin() throws {
    for sample in Cases.allSmall() + Cases.random(80, most: 30, seed: 61) {
      let found = Components(try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs))
      let expected = parts(sample.nodeCount, sample.arcs.map { ($0.tail, $0.head) })
      #expect(found.component == expected, "\(sample)")
      #expect(found.count == Set(expected).count, "\(sample)")
    }
  }

  @Test func bridgesAndArticulationPointsAreThoseWhoseLossParts() throws {
    for sample in Cases.someSmall() + Cases.random(80, most: 14, seed: 62) {
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs).undirectedSimple()
      let edges = (0..<UInt32(sample.nodeCount)).flatMap { node in
        graph.arcRange(of: node).map { (node, graph.arcs[$0].head) }.filter { $0.0 < $0.1 }
      }
      try compare(sample.nodeCount, edges)
    }
  }

  @Test func ofTwoEdgesBetweenTheSameNodesNoneIsABridge() throws {
    var generator = SeededGenerator(seed: 63)
    for sample in Cases.random(80, most: 9, seed: 64) {
      let edges = sample.arcs.map { ($0.tail, $0.head) }.filter { _ in Bool.random(using: &generator) }
      try compare(sample.nodeCount, edges.filter { $0.0 != $0.1 })
    }
  }

  @Test func aLongChainIsNoDanger() throws {
    let length: UInt32 = 50_000
    let arcs = (0..<length).flatMap { [WeightedArc($0, $0 + 1, 1), WeightedArc($0 + 1, $0, 1)] }
    let found = Bridges(try CSRGraph(nodeCount: Int(length) + 1, arcs: arcs))
    #expect(found.bridges.count == Int(length))
    #expect(found.articulationPoints.count == Int(length) - 1)
  }

  private func compare(_ nodeCount: Int, _ edges: [(UInt32, UInt32)]) throws {
    let arcs = edges.flatMap { [WeightedArc($0.0, $0.1, 1), WeightedArc($0.1, $0.0, 1)] }
    let found = Bridges(try CSRGraph(nodeCount: nodeCount, arcs: arcs))
    let whole = Set(parts(nodeCount, edges)).count
    let bridges = edges.indices.filter { lost in
      Set(parts(nodeCount, edges.indices.filter { $0 != lost }.map { edges[$0] })).count > whole
    }.map { [min(edges[$0].0, edges[$0].1), max(edges[$0].0, edges[$0].1)] }
    let nodes = (0..<UInt32(nodeCount)).filter { lost in
      // The lost node stays as a part of its own.
      let left = Set(parts(nodeCount, edges.filter { $0.0 != lost && $0.1 != lost })).count
      return edges.contains { $0.0 == lost || $0.1 == lost } && left - 1 > whole
    }
    let near = found.bridges.map { [min($0.near, $0.far), max($0.near, $0.far)] }
    #expect(near.sorted { $0.lexicographicallyPrecedes($1) } == bridges.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(found.articulationPoints.sorted() == nodes, "\(edges)")
  }

  /// Each node's part, numbered in order of their lowest nodes, by walking until nothing is new.
  private func parts(_ nodeCount: Int, _ edges: [(UInt32, UInt32)]) -> [UInt32] {
    var parts = [UInt32?](repeating: nil, count: nodeCount)
    var count: UInt32 = 0
    for start in 0..<nodeCount where parts[start] == nil {
      parts[start] = count
      var isNew = true
      while isNew {
        isNew = false
        for (one, other) in edges + edges.map({ ($1, $0) }) where parts[Int(one)] == count && parts[Int(other)] == nil {
          parts[Int(other)] = count
          isNew = true
        }
      }
      count += 1
    }
    return parts.compactMap(\.self)
  }
}
