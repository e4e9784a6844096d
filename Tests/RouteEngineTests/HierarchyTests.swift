import FibreTestSupport
import Testing

@testable import RouteEngine

/// Both hierarchies against Floyd and Warshall.
@Suite struct HierarchyTests {
  @Test func bothHierarchiesFindTheShortestPathsOfAllSmallGraphs() throws {
    for sample in Cases.allSmall() { try compare(sample) }
  }

  @Test func bothHierarchiesFindTheShortestPathsOfRandomGraphs() throws {
    for sample in Cases.random(60, most: 24, seed: 21) { try compare(sample) }
  }

  @Test func aDenseGraphIsNoDanger() throws {
    var generator = SeededGenerator(seed: 22)
    let arcs = Cases.pairs(30).map { WeightedArc($0.0, $0.1, .random(in: 0...9, using: &generator)) }
    try compare(Cases.Case(nodeCount: 30, arcs: arcs))
  }

  @Test func aPathTooLongToCountIsNoPathInAHierarchyEither() throws {
    let half = UInt32(1) << 31
    let arcs = [WeightedArc(0, 1, half), WeightedArc(1, 2, half), WeightedArc(1, 3, half - 2)]
    let graph = try CSRGraph(nodeCount: 4, arcs: arcs)
    let index = ContractionHierarchy(graph)
    var query = ContractionQuery(nodeCount: 4)
    #expect(query.distance(index, from: 0, to: 2) == CSRGraph.unreachable)
    #expect(query.distance(index, from: 0, to: 3) == CSRGraph.unreachable - 1)
    let shape = CustomisableHierarchy(graph, order: NodeOrder(graph))
    let weights = CustomisedWeights(shape)
    var other = CustomisableQuery(nodeCount: 4)
    #expect(other.distance(shape, weights, from: 0, to: 2) == CSRGraph.unreachable)
    #expect(other.distance(shape, weights, from: 0, to: 3) == CSRGraph.unreachable - 1)
  }

  @Test func newWeightsAndClosedArcsNeedNoNewOrder() throws {
    var generator = SeededGenerator(seed: 23)
    for sample in Cases.random(40, most: 18, seed: 24) {
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
      let shape = CustomisableHierarchy(graph, order: NodeOrder(graph))
      var weights = CustomisedWeights(shape)
      for _ in 0..<3 {
        let given: [UInt32] = graph.arcs.map { _ in
          Int.random(in: 0..<4, using: &generator) == 0 ? CSRGraph.unreachable : .random(in: 0...99, using: &generator)
        }
        weights.put(given, into: shape)
        try compareCustomised(shape, weights, sample.nodeCount, open(graph, given))
      }
    }
  }

  @Test func anyOrderGivesTheSameDistances() throws {
    var generator = SeededGenerator(seed: 25)
    for sample in Cases.random(40, most: 12, seed: 26) {
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
      let order = try #require(NodeOrder((0..<UInt32(sample.nodeCount)).shuffled(using: &generator)))
      let shape = CustomisableHierarchy(graph, order: order)
      try compareCustomised(shape, CustomisedWeights(shape), sample.nodeCount, sample.arcs)
    }
  }

  @Test func anOrderNamesEachNodeOnce() throws {
    #expect(NodeOrder([0, 2, 1])?.nodes == [0, 2, 1])
    #expect(NodeOrder([0, 0, 1]) == nil)
    #expect(NodeOrder([0, 3, 1]) == nil)
    for sample in Cases.random(60, most: 40, seed: 27) {
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
      let points = (0..<sample.nodeCount).map { PlanePoint(x: Int32($0 % 5), y: Int32($0 / 5)) }
      for order in [NodeOrder(graph), try NodeOrder(graph, at: points)] {
        #expect(order.nodes.sorted() == Array(0..<UInt32(sample.nodeCount)))
      }
    }
  }

  /// The arcs that have a weight among those given.
  private func open(_ graph: CSRGraph, _ weights: [UInt32]) -> [WeightedArc] {
    (0..<UInt32(graph.nodeCount)).flatMap { node in
      graph.arcRange(of: node).filter { weights[$0] != CSRGraph.unreachable }
        .map { WeightedArc(node, graph.arcs[$0].head, weights[$0]) }
    }
  }

  private func compare(_ sample: Cases.Case) throws {
    let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
    let index = ContractionHierarchy(graph)
    let truth = Oracle.allDistances(sample.nodeCount, sample.arcs)
    var query = ContractionQuery(nodeCount: sample.nodeCount)
    var path: [UInt32] = []
    var wrong: [[UInt32]] = []
    for from in 0..<UInt32(sample.nodeCount) {
      for to in 0..<UInt32(sample.nodeCount) {
        let expected = truth[Int(from)][Int(to)]
        let distance = query.distance(index, from: from, to: to)
        query.path(index, into: &path)
        let isRight =
          distance == expected.map(UInt32.init) ?? CSRGraph.unreachable
          && Oracle.isPath(path.isEmpty ? nil : path, from: from, to: to, ofLength: expected, sample.arcs)
        if !isRight { wrong.append([from, to]) }
      }
    }
    #expect(wrong.isEmpty && index.checkInvariants(), "\(sample)")
    let shape = CustomisableHierarchy(graph, order: NodeOrder(graph))
    try compareCustomised(shape, CustomisedWeights(shape), sample.nodeCount, sample.arcs)
  }

  private func compareCustomised(
    _ shape: CustomisableHierarchy, _ weights: CustomisedWeights, _ nodeCount: Int, _ arcs: [WeightedArc]
  ) throws {
    let truth = Oracle.allDistances(nodeCount, arcs)
    var query = CustomisableQuery(nodeCount: nodeCount)
    var path: [UInt32] = []
    var wrong: [[UInt32]] = []
    for from in 0..<UInt32(nodeCount) {
      for to in 0..<UInt32(nodeCount) {
        let expected = truth[Int(from)][Int(to)]
        let distance = query.distance(shape, weights, from: from, to: to)
        query.path(shape, weights, into: &path)
        let isRight =
          distance == expected.map(UInt32.init) ?? CSRGraph.unreachable
          && Oracle.isPath(path.isEmpty ? nil : path, from: from, to: to, ofLength: expected, arcs)
        if !isRight { wrong.append([from, to]) }
      }
    }
    #expect(wrong.isEmpty && shape.checkInvariants(), "\(nodeCount) nodes, \(arcs)")
  }
}
