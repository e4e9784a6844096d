import RouteEngine

/// Why the graph tasks can't run on some files.
enum GraphTaskFault: Error, CustomStringConvertible {
  case unreadable(file: String, String)
  case text(file: String, DIMACSFault)
  case noQuery(file: String)
  case graph(GraphFault)
  /// Some distances are too long for the searches.
  case longDistances(file: String)

  /// Runs what a graph may refuse.
  static func placed<Value>(_ work: () throws(GraphFault) -> Value) throws(GraphTaskFault) -> Value {
    do { return try work() } catch { throw .graph(error) }
  }

  var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file.isEmpty ? "“”" : file): \(reason)"
    case .text(let file, let fault): "\(file): \(Self.sentence(fault))"
    case .noQuery(let file): "\(file): no query"
    case .longDistances(let file):
      "\(file): distances from a query's source pass \(CSRGraph.unreachable - 1), the longest that can be told; divide the weights"
    case .graph(let fault): "the places don't fit the graph: \(fault)"
    }
  }

  private static func sentence(_ fault: DIMACSFault) -> String {
    switch fault {
    case .unreadableLine(let line): "line \(line) is not of the DIMACS form"
    case .noSize: "no size line ('p sp NODES ARCS') before the arcs"
    case .noPlaceCount: "no size line ('p aux sp co NODES')"
    case .sizeTwice(let line): "line \(line) is a second size line"
    case .tooManyNodes(let nodes, let most): "\(nodes) nodes, of which \(most) at most can be read"
    case .wrongArcCount(let said, let found): "\(said) arcs announced, \(found) found"
    case .wrongPlaceCount(let said, let found): "\(said) places needed, \(found) found"
    case .unknownNode(let node, let line, let nodes): "line \(line) names node \(node); nodes are 1 to \(nodes)"
    case .placeTwice(let node, let line): "line \(line) gives node \(node) a second place"
    case .weightOutOfRange(let line): "line \(line) has a weight that is negative or past 4294967294"
    case .coordinateOutOfRange(let line): "line \(line) has a coordinate past 360 degrees"
    case .sameEnds(let line): "line \(line) asks for the way from a node to itself"
    }
  }
}
