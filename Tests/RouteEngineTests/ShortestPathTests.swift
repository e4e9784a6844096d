import FibreTestSupport
import Testing

@testable import RouteEngine

/// The searches without an index against Floyd and Warshall.
@Suite struct ShortestPathTests {
  @Test func everySearchFindsTheShortestPathsOfAllSmallGraphs() throws {
    for sample in Cases.allSmall() { try compare(sample) }
  }

  @Test func everySearchFindsTheShortestPathsOfRandomGraphs() throws {
    for sample in Cases.random(40, most: 20, seed: 3) { try compare(sample) }
  }

  @Test func aPathTooLongToCountIsNoPath() throws {
    let half = UInt32(1) << 31
    let graph = try CSRGraph(
      nodeCount: 4, arcs: [WeightedArc(0, 1, half), WeightedArc(1, 2, half), WeightedArc(1, 3, half - 2)])
    var query = DijkstraQuery(nodeCount: 4)
    #expect(query.distance(graph, from: 0, to: 2) == CSRGraph.unreachable)
    #expect(query.distance(graph, from: 0, to: 3) == CSRGraph.unreachable - 1)
    var both = BidirectionalQuery(nodeCount: 4)
    #expect(both.distance(TwoWayGraph(graph), from: 0, to: 2) == CSRGraph.unreachable)
    #expect(both.path() == nil)
    #expect(both.distance(TwoWayGraph(graph), from: 0, to: 3) == CSRGraph.unreachable - 1)
  }

  @Test func aNodeIsAtNoDistanceFromItself() throws {
    let graph = try CSRGraph(nodeCount: 2, arcs: [WeightedArc(0, 0, 5), WeightedArc(0, 1, 1)])
    var query = DijkstraQuery(nodeCount: 2)
    #expect(query.distance(graph, from: 0, to: 0) == 0)
    #expect(query.path(to: 0) == [0])
    var both = BidirectionalQuery(nodeCount: 2)
    #expect(both.distance(TwoWayGraph(graph), from: 1, to: 1) == 0)
    #expect(both.path() == [1])
  }

  @Test func theBoundOfPlacesIsNeverTooLarge() throws {
    var generator = SeededGenerator(seed: 4)
    for sample in Cases.random(60, most: 25, seed: 5) {
      let points = (0..<sample.nodeCount).map { _ in
        PlanePoint(x: .random(in: 0...400, using: &generator), y: .random(in: 0...400, using: &generator))
      }
      // Weights near the straight lines, some rounded down, some nothing.
      let arcs = sample.arcs.map { arc in
        let line = points[Int(arc.tail)].distance(to: points[Int(arc.head)])
        return WeightedArc(arc.tail, arc.head, arc.weight % 7 == 0 ? 0 : UInt32(line * 1.1))
      }
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: arcs)
      let bound = try DistanceBound(graph, at: points)
      let truth = Oracle.allDistances(sample.nodeCount, arcs)
      var query = AStarQuery(nodeCount: sample.nodeCount)
      for from in 0..<sample.nodeCount {
        for to in 0..<sample.nodeCount {
          let expected = truth[from][to].map(UInt32.init) ?? CSRGraph.unreachable
          #expect(bound.bound(points[from], points[to]) <= expected)
          #expect(query.distance(graph, bound, from: UInt32(from), to: UInt32(to)) == expected)
        }
      }
    }
  }

  @Test func placesForAnotherNumberOfNodesAreRefused() throws {
    let graph = try CSRGraph(nodeCount: 2, arcs: [])
    #expect(throws: GraphFault.wrongCoordinateCount(given: 1, nodes: 2)) {
      try DistanceBound(graph, at: [PlanePoint(x: 0, y: 0)])
    }
  }

  @Test func theBoundLeadsOnAGrid() throws {
    let width: UInt32 = 20
    let points = (0..<Int32(400)).map { PlanePoint(x: $0 % 20 * 100, y: $0 / 20 * 100) }
    var arcs: [WeightedArc] = []
    for node in 0..<(width * width) {
      if node % width + 1 < width { arcs += [WeightedArc(node, node + 1, 100), WeightedArc(node + 1, node, 100)] }
      if node + width < width * width { arcs += [WeightedArc(node, node + width, 100)] }
    }
    let graph = try CSRGraph(nodeCount: points.count, arcs: arcs)
    let bound = try DistanceBound(graph, at: points)
    #expect(bound.factor == 1)
    #expect(bound.allowance == 0)
  }

  private func compare(_ sample: Cases.Case) throws {
    let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
    let both = TwoWayGraph(graph)
    let truth = Oracle.allDistances(sample.nodeCount, sample.arcs)
    var all = DijkstraQuery(nodeCount: sample.nodeCount)
    var one = DijkstraQuery(nodeCount: sample.nodeCount)
    var twoEnds = BidirectionalQuery(nodeCount: sample.nodeCount)
    var wrong: [[UInt32]] = []
    for from in 0..<UInt32(sample.nodeCount) {
      all.search(graph, from: from)
      for to in 0..<UInt32(sample.nodeCount) {
        let expected = truth[Int(from)][Int(to)]
        let distances = [
          all.distance(to: to), one.distance(graph, from: from, to: to), twoEnds.distance(both, from: from, to: to),
        ]
        let isRight =
          distances == [UInt32](repeating: expected.map(UInt32.init) ?? CSRGraph.unreachable, count: 3)
          && [all.path(to: to), one.path(to: to), twoEnds.path()].allSatisfy { path in
            Oracle.isPath(path, from: from, to: to, ofLength: expected, sample.arcs)
          }
        if !isRight { wrong.append([from, to]) }
      }
    }
    let isSound = all.checkTree() && one.checkTree()
    #expect(wrong.isEmpty && isSound, "\(sample)")
  }
}
