import Testing

@testable import RouteEngine

@Suite struct CSRGraphTests {
  @Test func arcsAreSortedByTailAndKeepTheirOrder() throws {
    let graph = try CSRGraph(nodeCount: 3, arcs: [arc(2, 0, 5), arc(0, 1, 7), arc(2, 1, 4), arc(0, 1, 3)])
    #expect(graph.firstArc == [0, 2, 2, 4])
    #expect(graph.arcs.map(\.weight) == [7, 3, 5, 4])
    #expect(graph.longestArc == 7)
    #expect(graph.checkInvariants())
    #expect(graph.cheapestArc(from: 0, to: 1) == 1)
    #expect(graph.cheapestArc(from: 1, to: 0) == nil)
  }

  @Test func aGraphWithoutNodesOrArcsIsOne() throws {
    #expect(try CSRGraph(nodeCount: 0, arcs: []).firstArc == [0])
    #expect(try CSRGraph(nodeCount: 2, arcs: []).reversed().undirectedSimple().firstArc == [0, 0, 0])
  }

  @Test func wrongShapesAreRefused() {
    #expect(throws: GraphFault.unknownNode(arc: 1, node: 3, nodes: 3)) {
      try CSRGraph(nodeCount: 3, arcs: [arc(0, 1, 1), arc(1, 3, 1)])
    }
    #expect(throws: GraphFault.unknownNode(arc: 0, node: 9, nodes: 3)) {
      try CSRGraph(nodeCount: 3, arcs: [arc(9, 1, 1)])
    }
    #expect(throws: GraphFault.endlessArc(arc: 0)) { try CSRGraph(nodeCount: 3, arcs: [arc(0, 1, UInt32.max)]) }
    #expect(throws: GraphFault.tooLarge(nodes: -1, arcs: 0)) { try CSRGraph(nodeCount: -1, arcs: []) }
    #expect(throws: GraphFault.tooLarge(nodes: 1 << 32, arcs: 0)) { try CSRGraph(nodeCount: 1 << 32, arcs: []) }
  }

  @Test func reversingTwiceGivesTheSameArcs() throws {
    for sample in Cases.random(50, most: 20, seed: 1) {
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
      let turned = graph.reversed()
      #expect(turned.checkInvariants())
      #expect(list(turned.reversed()) == list(graph))
      #expect(list(turned).map { [$0[1], $0[0], $0[2]] }.sorted { $0.lexicographicallyPrecedes($1) } == list(graph))
    }
  }

  @Test func theSimpleGraphKeepsTheCheapestOfEachPair() throws {
    for sample in Cases.random(50, most: 12, seed: 2) {
      let simple = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs).undirectedSimple()
      #expect(simple.checkInvariants())
      let cheapest = Dictionary(
        sample.arcs.filter { $0.tail != $0.head }
          .flatMap { [([$0.tail, $0.head], $0.weight), ([$0.head, $0.tail], $0.weight)] },
        uniquingKeysWith: min)
      #expect(list(simple) == cheapest.map { $0.key + [$0.value] }.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  private func arc(_ tail: UInt32, _ head: UInt32, _ weight: UInt32) -> WeightedArc { WeightedArc(tail, head, weight) }

  private func list(_ graph: CSRGraph) -> [[UInt32]] {
    (0..<UInt32(graph.nodeCount)).flatMap { node in
      graph.arcRange(of: node).map { [node, graph.arcs[$0].head, graph.arcs[$0].weight] }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
