import RouteEngine

/// Indices, and queries by them.
struct HierarchyTasks {
  let queries: [(source: UInt32, target: UInt32)]
  let report: TaskReport

  func contraction(_ graph: consuming CSRGraph) {
    var held: CSRGraph? = consume graph
    var built: ContractionHierarchy?
    report.time("ch_prep") { _ in
      built = held.take().map { ContractionHierarchy($0) }
      return 0
    }
    guard let index = built else { return }
    var query = ContractionQuery(nodeCount: index.nodeCount)
    report.time("p2p_ch", repetitions: 3, items: 20_000) { _ in
      queries.sumOfFifty(20_000) { query.distance(index, from: $0, to: $1) }
    }
    var path: [UInt32] = []
    report.time("p2p_ch_with_path", repetitions: 3, items: 4000) { _ in
      queries.sumOfFifty(4000) {
        let distance = query.distance(index, from: $0, to: $1)
        query.path(index, into: &path)
        return distance
      }
    }
  }

  func customisable(_ graph: CSRGraph, _ places: [PlanePoint]) throws(GraphTaskFault) {
    let order = try GraphTaskFault.placed { () throws(GraphFault) in
      var order: NodeOrder?
      try report.time("cch_order") { _ throws(GraphFault) in
        order = try NodeOrder(graph, at: places)
        return 0
      }
      return order
    }
    guard let order else { return }
    let index = CustomisableHierarchy(graph, order: order)
    var weights = CustomisedWeights(index)
    let given = graph.arcs.map(\.weight)
    report.time("cch_customize", repetitions: 5) { _ in
      weights.put(given, into: index)
      return 0
    }
    var query = CustomisableQuery(nodeCount: graph.nodeCount)
    report.time("p2p_cch", repetitions: 3, items: 4000) { _ in
      queries.sumOfFifty(4000) { query.distance(index, weights, from: $0, to: $1) }
    }
  }
}
