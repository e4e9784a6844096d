import RouteEngine

/// Searches without an index.
struct SearchTasks {
  let graph: CSRGraph
  let queries: [(source: UInt32, target: UInt32)]
  let queryCount: Int
  let report: TaskReport

  func oneToAll() {
    var query = DijkstraQuery(nodeCount: graph.nodeCount)
    report.time("sssp", repetitions: 5) { repetition in
      query.search(graph, from: queries[repetition % queries.count].source)
      var sum: UInt64 = 0
      for node in 0..<UInt32(graph.nodeCount) {
        let distance = query.distance(to: node)
        if distance != CSRGraph.unreachable { sum += UInt64(distance) }
      }
      return Double(sum)
    }
  }

  func dijkstra() {
    var query = DijkstraQuery(nodeCount: graph.nodeCount)
    each("p2p_dijkstra") { query.distance(graph, from: $0, to: $1) }
  }

  func bidirectional() {
    let both = TwoWayGraph(graph)
    var query = BidirectionalQuery(nodeCount: graph.nodeCount)
    each("p2p_bidirectional") { query.distance(both, from: $0, to: $1) }
  }

  func aStar(_ places: [PlanePoint]) throws(GraphTaskFault) {
    let bound = try GraphTaskFault.placed { () throws(GraphFault) in try DistanceBound(graph, at: places) }
    var query = AStarQuery(nodeCount: graph.nodeCount)
    each("p2p_astar_geo") { query.distance(graph, bound, from: $0, to: $1) }
  }

  private func each(_ task: String, _ distance: (UInt32, UInt32) -> UInt32) {
    report.time(task, items: queryCount) { _ in queries.sumOfFifty(queryCount, distance) }
  }
}

extension [(source: UInt32, target: UInt32)] {
  /// Asks `count` queries, from the first again when they are fewer; the sum of the first fifty's finite answers.
  func sumOfFifty(_ total: Int, _ distance: (UInt32, UInt32) -> UInt32) -> Double {
    var sum = 0.0
    for place in 0..<total {
      let query = self[place % count]
      let answer = distance(query.source, query.target)
      if place < 50, answer != CSRGraph.unreachable { sum += Double(answer) }
    }
    return sum
  }
}
