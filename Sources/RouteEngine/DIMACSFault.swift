/// Why a text is not a graph, a list of places or a list of queries in the DIMACS form; lines count from 1.
public enum DIMACSFault: Error, Hashable, Sendable {
  /// A line is of no known kind, or of a known kind with other fields than it needs.
  case unreadableLine(Int)
  /// The line that says how many nodes and arcs there are is missing, or comes too late.
  case noSize
  /// The line that says how many places there are is missing.
  case noPlaceCount
  /// There is a second line that says how many nodes and arcs there are.
  case sizeTwice(line: Int)
  /// More nodes than this reader takes.
  case tooManyNodes(Int, most: Int)
  /// Fewer or more arcs than the size line says.
  case wrongArcCount(said: Int, found: Int)
  /// Fewer or more places than the size line says.
  case wrongPlaceCount(said: Int, found: Int)
  /// A line names a node that the graph hasn't; nodes count from 1.
  case unknownNode(UInt64, line: Int, nodes: Int)
  /// A node has two places.
  case placeTwice(node: Int, line: Int)
  /// A weight is negative, or not below `CSRGraph.unreachable`.
  case weightOutOfRange(line: Int)
  /// A coordinate is not within 360 degrees.
  case coordinateOutOfRange(line: Int)
  /// A query asks for the way from a node to itself.
  case sameEnds(line: Int)
}
