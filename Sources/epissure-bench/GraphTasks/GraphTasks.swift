import Foundation
import RouteEngine

/// The peers' tasks on one graph, one after another, each group with no more in memory than it needs.
struct GraphTasks {
  let files: GraphFiles
  /// Queries of the searches without index.
  let queryCount: Int
  private let report: TaskReport

  init(files: GraphFiles, queryCount: Int) {
    self.files = files
    self.queryCount = queryCount
    report = TaskReport(graph: files.name)
  }

  func run() throws(GraphTaskFault) {
    guard let graph = try timeLoad() else { return }
    let queries = try files.loadQueries(nodeCount: graph.nodeCount)
    try refuseLongDistances(graph, queries)
    let places = try files.loadPlaces(nodeCount: graph.nodeCount)
    try search(graph, queries, places)
    let hierarchies = HierarchyTasks(queries: queries, report: report)
    if let places { try hierarchies.customisable(graph, places) }
    // Last, since it gives the graph up to save memory.
    hierarchies.contraction(consume graph)
  }

  /// Refuses what the searches would call unreachable for its length alone, also where arcs are taken both ways.
  private func refuseLongDistances(
    _ graph: CSRGraph, _ queries: [(source: UInt32, target: UInt32)]
  ) throws(GraphTaskFault) {
    let sources = queries.map(\.source)
    guard graph.distancesFit(from: sources), graph.undirectedSimple().distancesFit(from: sources) else {
      throw .longDistances(file: files.graph)
    }
  }

  private func search(
    _ graph: CSRGraph, _ queries: [(source: UInt32, target: UInt32)], _ places: [PlanePoint]?
  ) throws(GraphTaskFault) {
    let searches = SearchTasks(graph: graph, queries: queries, queryCount: queryCount, report: report)
    searches.oneToAll()
    searches.dijkstra()
    searches.bidirectional()
    if let places { try searches.aStar(places) }
    let structure = StructureTasks(graph: graph, queries: queries, report: report)
    structure.parts()
    structure.disjointPairs()
    structure.rankedPaths()
  }

  private func timeLoad() throws(GraphTaskFault) -> CSRGraph? {
    var graph: CSRGraph?
    try report.time("load", repetitions: 3) { _ throws(GraphTaskFault) in
      graph = nil
      let loaded = try files.loadGraph()
      graph = loaded
      return Double(loaded.arcs.count)
    }
    return graph
  }
}
