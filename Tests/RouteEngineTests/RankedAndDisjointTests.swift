import FibreTestSupport
import Testing

@testable import RouteEngine

/// The next best paths and pairs that share nothing, against the list of all loopless paths.
@Suite struct RankedAndDisjointTests {
  @Test func rankedPathsAreTheShortestOfAllOnSmallGraphs() throws {
    for sample in Cases.someSmall() { try compareRanked(sample) }
  }

  @Test func rankedPathsAreTheShortestOfAllOnRandomGraphs() throws {
    for sample in Cases.random(60, most: 7, seed: 41) { try compareRanked(sample) }
  }

  @Test func noPathIsAskedForAndNoneIsGiven() throws {
    let graph = TwoWayGraph(try CSRGraph(nodeCount: 3, arcs: [WeightedArc(0, 1, 1)]))
    var query = RankedPathsQuery(nodeCount: 3)
    #expect(query.paths(graph, from: 0, to: 1, count: 0).isEmpty)
    #expect(query.paths(graph, from: 1, to: 0, count: 5).isEmpty)
    #expect(query.paths(graph, from: 2, to: 2, count: 5) == [RankedPath(length: 0, nodes: [2])])
  }

  @Test func aPathPastTheLargestLengthIsNotRanked() throws {
    let half = UInt32(1) << 31
    let arcs = [WeightedArc(0, 1, half), WeightedArc(1, 2, half), WeightedArc(0, 2, half), WeightedArc(1, 0, 1)]
    var query = RankedPathsQuery(nodeCount: 3)
    let paths = query.paths(TwoWayGraph(try CSRGraph(nodeCount: 3, arcs: arcs)), from: 0, to: 2, count: 5)
    #expect(paths == [RankedPath(length: half, nodes: [0, 2])])
  }

  @Test func disjointPairsAreTheCheapestOfAllOnSmallGraphs() throws {
    for sample in Cases.someSmall() { try compareDisjoint(sample) }
  }

  @Test func disjointPairsAreTheCheapestOfAllOnRandomGraphs() throws {
    for sample in Cases.random(80, most: 8, seed: 42) { try compareDisjoint(sample) }
  }

  private func compareRanked(_ sample: Cases.Case) throws {
    let graph = TwoWayGraph(try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs))
    var query = RankedPathsQuery(nodeCount: sample.nodeCount)
    for (from, to) in Cases.pairs(sample.nodeCount) {
      let all = Oracle.allPaths(sample.nodeCount, sample.arcs, from: from, to: to)
      for count in [1, 3, all.count + 1] {
        let paths = query.paths(graph, from: from, to: to, count: count)
        let isRight =
          paths.map { UInt64($0.length) } == all.prefix(count).map(\.0)
          && Set(paths.map(\.nodes)).count == paths.count
          && paths.allSatisfy { path in all.contains { $0.0 == UInt64(path.length) && $0.1 == path.nodes } }
        #expect(isRight, "\(count) from \(from) to \(to), \(sample)")
      }
    }
  }

  private func compareDisjoint(_ sample: Cases.Case) throws {
    let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs).undirectedSimple()
    let edges = (0..<UInt32(sample.nodeCount)).flatMap { node in
      graph.arcRange(of: node).map { WeightedArc(node, graph.arcs[$0].head, graph.arcs[$0].weight) }
    }
    var query = DisjointPathsQuery(nodeCount: sample.nodeCount)
    for (from, to) in Cases.pairs(sample.nodeCount) {
      let all = Oracle.allPaths(sample.nodeCount, edges, from: from, to: to)
      for share in Disjointness.allCases {
        let expected = cheapestPair(all, share)
        let pair = query.pair(graph, from: from, to: to, sharingNo: share)
        let isRight =
          query.total(graph, from: from, to: to, sharingNo: share) == expected && pair?.total == expected
          && pair.map { isPair($0, from, to, share, edges) } ?? true
        #expect(isRight, "\(share) from \(from) to \(to), \(sample)")
      }
    }
  }

  private func cheapestPair(_ paths: [(UInt64, [UInt32])], _ share: Disjointness) -> UInt64? {
    var best: UInt64?
    for (place, first) in paths.enumerated() {
      for second in paths[(place + 1)...] where sharesNothing(first.1, second.1, share) {
        best = min(best ?? .max, first.0 + second.0)
      }
    }
    return best
  }

  private func sharesNothing(_ first: [UInt32], _ second: [UInt32], _ share: Disjointness) -> Bool {
    let edges = { (path: [UInt32]) in Set(zip(path, path.dropFirst()).map { Set([$0, $1]) }) }
    if !edges(first).isDisjoint(with: edges(second)) { return false }
    return share == .edges || Set(first.dropFirst().dropLast()).isDisjoint(with: second.dropFirst().dropLast())
  }

  private func isPair(
    _ pair: DisjointPair, _ from: UInt32, _ to: UInt32, _ share: Disjointness, _ edges: [WeightedArc]
  ) -> Bool {
    guard let first = Oracle.length(of: pair.first, edges), let second = Oracle.length(of: pair.second, edges) else {
      return false
    }
    return [pair.first, pair.second].allSatisfy { $0.first == from && $0.last == to && Set($0).count == $0.count }
      && sharesNothing(pair.first, pair.second, share) && first + second == pair.total
  }
}
