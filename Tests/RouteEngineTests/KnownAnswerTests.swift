import RouteEngine
import Testing

/// Road networks with published and independently checked answers. Release builds ask every question; debug builds, which
/// are some fifty times slower, those that a minute allows.
@Suite(
  .enabled(if: KnownGraph.isThere, "the known graphs (../shared/data/graphs) are not beside the repository"),
  .serialized)
struct KnownAnswerTests {
  #if DEBUG
    static let isFull = false
  #else
    static let isFull = true
  #endif
  /// Graphs, how many of their pairs a debug build asks, and the counts of components, bridges and articulation points.
  /// FLA has a million nodes: reading it takes a debug build longer than all else together.
  static let graphs: [(name: String, pairs: Int, parts: [Int])] =
    [("lux", 6, [659, 23_943, 20_247]), ("NY", 1, [1, 52_703, 46_476])]
    + (isFull ? [("FLA", 0, [1, 315_396, 266_495])] : [])

  @Test(arguments: graphs) func everyColumnIsAsExpected(name: String, pairs: Int, parts: [Int]) throws {
    let known = try KnownGraph(name)
    let graph = known.graph
    let simple = graph.undirectedSimple()
    let found = Bridges(simple)
    #expect([Components(graph).count, found.bridges.count, found.articulationPoints.count] == parts)
    let both = TwoWayGraph(graph)
    var one = DijkstraQuery(nodeCount: graph.nodeCount)
    var twoEnds = BidirectionalQuery(nodeCount: graph.nodeCount)
    var disjoint = DisjointPathsQuery(nodeCount: graph.nodeCount)
    var ranked = RankedPathsQuery(nodeCount: graph.nodeCount)
    for (place, answer) in known.answers.prefix(Self.isFull ? .max : pairs).enumerated() {
      let (source, target) = (answer.source, answer.target)
      let distance = UInt32(answer.distance ?? UInt64(CSRGraph.unreachable))
      #expect(one.distance(graph, from: source, to: target) == distance, "pair \(place)")
      #expect(twoEnds.distance(both, from: source, to: target) == distance, "pair \(place)")
      #expect(disjoint.total(simple, from: source, to: target, sharingNo: .edges) == answer.edgePair, "pair \(place)")
      #expect(disjoint.total(simple, from: source, to: target, sharingNo: .nodes) == answer.nodePair, "pair \(place)")
      if place >= 20 { continue }
      let paths = ranked.paths(both, from: source, to: target, count: 10)
      #expect((paths.count == 10 ? UInt64(paths[9].length) : nil) == answer.tenth, "pair \(place)")
    }
  }

  @Test func thePublishedLengthsOfBothWeightsAreFound() throws {
    for (name, column) in [("lux", 2), ("lux-time", 3)] {
      let graph = try KnownGraph(name).graph
      let queries = try KnownGraph.publishedQueries()
      let both = TwoWayGraph(graph)
      var query = BidirectionalQuery(nodeCount: graph.nodeCount)
      for row in queries.prefix(Self.isFull ? 2000 : 8) {
        #expect(query.distance(both, from: row[0] - 1, to: row[1] - 1) == Self.length(row[column]), "\(row)")
      }
    }
  }

  #if !DEBUG
    @Test func hierarchiesFindAllPublishedLengths() throws {
      let metres = try KnownGraph("lux").graph
      let shape = CustomisableHierarchy(metres, order: NodeOrder(metres))
      var weights = CustomisedWeights(shape)
      var customised = CustomisableQuery(nodeCount: metres.nodeCount)
      var contracted = ContractionQuery(nodeCount: metres.nodeCount)
      let queries = try KnownGraph.publishedQueries()
      #expect(queries.count == 20_000)
      for (name, column) in [("lux", 2), ("lux-time", 3)] {
        let graph = try KnownGraph(name).graph
        weights.put(graph.arcs.map(\.weight), into: shape)
        let index = ContractionHierarchy(graph)
        for row in queries {
          let expected = Self.length(row[column])
          #expect(customised.distance(shape, weights, from: row[0] - 1, to: row[1] - 1) == expected, "\(row)")
          #expect(contracted.distance(index, from: row[0] - 1, to: row[1] - 1) == expected, "\(row)")
        }
      }
    }
  #endif

  /// The publisher's sign for no path is the largest signed number.
  private static func length(_ published: UInt32) -> UInt32 {
    published == UInt32(Int32.max) ? CSRGraph.unreachable : published
  }
}
