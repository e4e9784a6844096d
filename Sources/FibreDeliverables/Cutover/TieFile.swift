public import FibrePlanning

/// A network whose nodes move one at a time, as an `.nms` file states it: `n m`, then m lines `u v weight`, then
/// comment lines `# node name`. Nodes count from 0.
public struct TieFile: Hashable, Sendable {
  public let graph: TieGraph
  /// By node; its number where the file gives no name.
  public let names: [String]

  /// Reads the bytes of a file.
  public init(_ bytes: [UInt8]) throws(TieFileError) {
    var numbers: [(line: Int, words: [Substring])] = []
    var named: [(line: Int, words: [Substring])] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (position, text) in lines.enumerated() {
      let words = text.split(whereSeparator: \.isWhitespace)
      guard let first = words.first else { continue }
      if first.hasPrefix("#") {
        named.append((position + 1, first == "#" ? Array(words.dropFirst()) : [first.dropFirst()] + words.dropFirst()))
      } else {
        numbers.append((position + 1, words))
      }
    }
    guard let head = numbers.first else { throw .empty }
    guard head.words.count == 2, let nodes = Int(head.words[0]), let count = Int(head.words[1]), nodes > 0, count >= 0
    else { throw .badHeader(line: head.line) }
    guard nodes <= Self.mostNodes else { throw .tooManyNodes(nodes, limit: Self.mostNodes) }
    let rows = numbers.dropFirst()
    guard rows.count == count else { throw .edgeCount(stated: count, found: rows.count) }
    var edges: [TieGraph.Edge] = []
    var total = 0
    for row in rows {
      let edge = try Self.edge(row.words, nodes, line: row.line)
      let (sum, isTooLarge) = total.addingReportingOverflow(edge.weight)
      guard !isTooLarge, sum <= Self.mostWeight / nodes else { throw .weightTooLarge(line: row.line) }
      total = sum
      edges.append(edge)
    }
    graph = TieGraph(nodeCount: nodes, edges: edges)
    names = try Self.names(named, nodes)
  }

  /// More nodes than any order could be looked for in reasonable time.
  private static let mostNodes = 2_000
  /// Sums of cuts stay below it.
  private static let mostWeight = 1 << 60

  private static func edge(_ words: [Substring], _ nodes: Int, line: Int) throws(TieFileError) -> TieGraph.Edge {
    guard words.count == 3, let u = Int(words[0]), let v = Int(words[1]), let weight = Int(words[2]) else {
      throw .badEdge(line: line)
    }
    for node in [u, v] where node < 0 || node >= nodes { throw .noSuchNode(line: line, node: node, nodes: nodes) }
    guard weight >= 0 else { throw .negativeWeight(line: line, weight: weight) }
    return TieGraph.Edge(u, v, weight: weight)
  }

  /// Comments that begin with a number name that node; others are only comments.
  private static func names(_ lines: [(line: Int, words: [Substring])], _ nodes: Int) throws(TieFileError) -> [String] {
    var names = (0..<nodes).map { String($0) }
    for (line, words) in lines {
      guard words.count >= 2, let node = Int(words[0]) else { continue }
      guard names.indices.contains(node) else { throw .noSuchNode(line: line, node: node, nodes: nodes) }
      names[node] = words.dropFirst().joined(separator: " ")
    }
    return names
  }
}

/// Why a text is no `.nms`.
public enum TieFileError: Error, Hashable, Sendable {
  case empty
  /// The first line is not two numbers.
  case badHeader(line: Int)
  case tooManyNodes(Int, limit: Int)
  case edgeCount(stated: Int, found: Int)
  /// The line is not three whole numbers.
  case badEdge(line: Int)
  case noSuchNode(line: Int, node: Int, nodes: Int)
  case negativeWeight(line: Int, weight: Int)
  /// Sums would leave the range of whole numbers.
  case weightTooLarge(line: Int)
}
