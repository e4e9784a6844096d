import FibreTestSupport
import Testing

@testable import FibrePlanning

@Suite struct TieLaws {
  private func graph(nodes: Int, seed: Int, largest: Int = 30) -> TieGraph {
    var random = SeededGenerator(seed: UInt64(seed))
    var edges: [TieGraph.Edge] = []
    for u in 0..<nodes {
      for v in u + 1..<max(u + 1, nodes) where Int.random(in: 0...2, using: &random) > 0 {
        edges.append(.init(u, v, weight: Int.random(in: 0...largest, using: &random)))
      }
    }
    return TieGraph(nodeCount: nodes, edges: edges)
  }

  /// The least value over all orders.
  private func least(_ graph: TieGraph, _ goal: TieGoal) -> Int {
    var best = Int.max
    func extend(_ order: [Int], _ left: [Int]) {
      if left.isEmpty { best = min(best, goal.value(of: graph.cuts(of: order))) }
      for node in left { extend(order + [node], left.filter { $0 != node }) }
    }
    extend([], Array(0..<graph.nodeCount))
    return best
  }

  @Test(arguments: 0..<12, TieGoal.allCases)
  func theExactOrderIsTheLeastOfAll(seed: Int, goal: TieGoal) {
    let graph = graph(nodes: 1 + seed % 7, seed: seed)
    let answer = TieSearch(graph).best(goal, .rounds(1))
    #expect(answer.value == least(graph, goal), "seed \(seed)")
    #expect(answer.order.sorted() == Array(0..<graph.nodeCount))
    #expect(answer.isOptimal)
  }

  @Test(arguments: TieGoal.allCases)
  func setsOfMoreThanOneBlockAreExactToo(goal: TieGoal) throws {
    let graph = graph(nodes: 15, seed: 3)
    let exact = try #require(TieSearch(graph).exact(goal))
    let searched = TieSearch(graph).searched(goal, 1, .rounds(2))
    #expect(exact.value <= searched.value)
    #expect(goal.value(of: graph.cuts(of: exact.order)) == exact.value)
    #expect(searched.bound <= exact.value)
  }

  @Test(arguments: 0..<20, TieGoal.allCases)
  func theBoundIsNotAboveTheLeast(seed: Int, goal: TieGoal) throws {
    let graph = graph(nodes: 2 + seed % 9, seed: seed)
    #expect(try TieBounds(graph: graph).bound(goal) <= #require(TieSearch(graph).exact(goal)).value, "seed \(seed)")
  }

  /// Of sets of 19 nodes there are 64 blocks: time for a few of them is no time for all.
  @Test(arguments: TieGoal.allCases)
  func theTimeIsKeptWhereItDoesNotSufficeForAProof(goal: TieGoal) {
    let graph = graph(nodes: 20, seed: 5)
    var asked = 0
    let answer = TieSearch(graph).best(
      goal,
      .clock(secondsLeft: {
        asked += 1
        return 1 - Double(asked) / 20
      }))
    #expect(asked < 64)
    #expect(answer.order.sorted() == Array(0..<graph.nodeCount))
    #expect(answer.bound <= answer.value && goal.value(of: graph.cuts(of: answer.order)) == answer.value)
  }

  @Test func anOrderBackwardsHasTheSameCuts() {
    let graph = graph(nodes: 9, seed: 4)
    let order = [3, 1, 4, 0, 5, 8, 2, 6, 7]
    #expect(graph.cuts(of: order) == graph.cuts(of: order.reversed()).reversed())
  }

  @Test func largeWeightsAreSummedInFull() {
    let graph = TieGraph(nodeCount: 3, edges: [.init(0, 1, weight: 5_000_000_000), .init(1, 2, weight: 4_000_000_000)])
    #expect(TieSearch(graph).best(.sum, .rounds(1)).value == 9_000_000_000)
  }

  @Test func aPathCostsWhatItsEdgesWeigh() {
    let edges = (0..<29).map { TieGraph.Edge($0, $0 + 1, weight: 7) }
    let graph = TieGraph(nodeCount: 30, edges: edges)
    let peak = TieSearch(graph).best(.peak, .rounds(3))
    #expect(peak.value == 7 && peak.isOptimal)
    #expect(TieSearch(graph).best(.sum, .rounds(3)).value == 29 * 7)
  }
}
