import RouteEngine

/// What hangs together, what parts it, and ways that share nothing or come next.
struct StructureTasks {
  let graph: CSRGraph
  let queries: [(source: UInt32, target: UInt32)]
  let report: TaskReport

  func parts() {
    let simple = graph.undirectedSimple()
    report.time("components", repetitions: 3) { _ in Double(Components(simple, hasTwins: true).count) }
    report.time("bridges_and_articulation", repetitions: 3) { _ in
      let found = Bridges(simple)
      return Double(found.bridges.count) + 1e7 * Double(found.articulationPoints.count)
    }
  }

  func disjointPairs() {
    let simple = graph.undirectedSimple()
    var query = DisjointPathsQuery(nodeCount: graph.nodeCount)
    for (task, share) in [("edge_disjoint_pair", Disjointness.edges), ("node_disjoint_pair", .nodes)] {
      report.time(task, items: 20) { _ in
        var sum = 0.0
        for place in 0..<20 {
          let ends = queries[place % queries.count]
          let total = query.total(simple, from: ends.source, to: ends.target, sharingNo: share)
          if let total { sum += Double(total) }
        }
        return sum
      }
    }
  }

  func rankedPaths() {
    let both = TwoWayGraph(graph)
    var query = RankedPathsQuery(nodeCount: graph.nodeCount)
    report.time("yen_k10", repetitions: 10) { repetition in
      let ends = queries[repetition % queries.count]
      return query.paths(both, from: ends.source, to: ends.target, count: 10).reduce(0) { $0 + Double($1.length) }
    }
  }
}
