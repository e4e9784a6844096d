/// Reads the text of a graph in the DIMACS form (`.gr`): `c` comments, one line `p sp NODES ARCS`, then `a TAIL HEAD WEIGHT`
/// for each arc, nodes counted from 1.
///
/// Takes the text in blocks, so that a large file is never in memory as a whole. Cost: one look at each byte.
/// Source: 9th DIMACS implementation challenge, "Shortest paths", file formats, 2006.
public struct DIMACSGraphReader: Sendable {
  /// Nodes take memory before any arc names them: a size line may not ask for more than this.
  public static let mostNodes = 1 << 28

  private var size: (nodes: Int, arcs: Int)?
  private var arcs: [WeightedArc] = []
  private var nextLine = 1

  public init() {}

  /// Reads a block of whole lines; only the last block may end without a line end.
  public mutating func read(_ text: Span<UInt8>) throws(DIMACSFault) {
    var cursor = LineCursor(firstLine: nextLine)
    while !cursor.isAtEnd(text) {
      let line = cursor.line
      switch cursor.kind(text) {
      case UInt8(ascii: "a"): try readArc(&cursor, text)
      case UInt8(ascii: "p"): try readSize(&cursor, text)
      case UInt8(ascii: "c"): cursor.skipLine(text)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "):
        guard cursor.endLine(text) else { throw .unreadableLine(line) }
      default: throw .unreadableLine(line)
      }
    }
    nextLine = cursor.line
  }

  /// The graph, once all text is read.
  public consuming func graph() throws(DIMACSFault) -> CSRGraph {
    guard let size else { throw .noSize }
    guard arcs.count == size.arcs else { throw .wrongArcCount(said: size.arcs, found: arcs.count) }
    return CSRGraph(trusted: size.nodes, arcs)
  }

  private mutating func readSize(_ cursor: inout LineCursor, _ text: Span<UInt8>) throws(DIMACSFault) {
    let line = cursor.line
    guard size == nil else { throw .sizeTwice(line: line) }
    guard cursor.skipWord(text), let nodes = cursor.number(text), let count = cursor.number(text), cursor.endLine(text)
    else { throw .unreadableLine(line) }
    guard nodes <= UInt64(Self.mostNodes) else { throw .tooManyNodes(Int(clamping: nodes), most: Self.mostNodes) }
    size = (Int(nodes), Int(clamping: count))
    // The size line may promise anything; beyond this the list grows with the arcs that come.
    arcs.reserveCapacity(min(Int(clamping: count), 1 << 22))
  }

  @inline(__always)
  private mutating func readArc(_ cursor: inout LineCursor, _ text: Span<UInt8>) throws(DIMACSFault) {
    guard let nodes = size?.nodes else { throw .noSize }
    let line = cursor.line
    guard let tail = cursor.number(text), let head = cursor.number(text), let weight = cursor.signedNumber(text),
      cursor.endLine(text)
    else { throw .unreadableLine(line) }
    // Counted from 1: 0 becomes the largest number of all.
    guard tail &- 1 < UInt64(nodes) else { throw .unknownNode(tail, line: line, nodes: nodes) }
    guard head &- 1 < UInt64(nodes) else { throw .unknownNode(head, line: line, nodes: nodes) }
    guard weight >= 0, weight < Int64(CSRGraph.unreachable) else { throw .weightOutOfRange(line: line) }
    arcs.append(
      WeightedArc(
        UInt32(truncatingIfNeeded: tail &- 1), UInt32(truncatingIfNeeded: head &- 1),
        UInt32(truncatingIfNeeded: weight)))
  }
}
