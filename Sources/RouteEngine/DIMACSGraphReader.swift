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

  /// Reads a block of whole lines; the last line of a text may lack its end.
  public mutating func read(_ block: Span<UInt8>) throws(DIMACSFault) {
    try block.withLastLineEnded { text throws(DIMACSFault) in try readLines(text) }
  }

  /// The graph, once all text is read.
  public consuming func graph() throws(DIMACSFault) -> CSRGraph {
    guard let size else { throw .noSize }
    guard arcs.count == size.arcs else { throw .wrongArcCount(said: size.arcs, found: arcs.count) }
    return CSRGraph(trusted: size.nodes, arcs)
  }

  private mutating func readLines(_ text: Span<UInt8>) throws(DIMACSFault) {
    var cursor = LineCursor(firstLine: nextLine)
    while !cursor.isAtEnd(text) {
      let line = cursor.line
      switch cursor.next(text) {
      case UInt8(ascii: "a"): try readArcs(&cursor, text)
      case UInt8(ascii: "p"): try readSize(&cursor, text)
      case UInt8(ascii: "c"): cursor.skipLine(text)
      default: if !cursor.endLine(text) { throw .unreadableLine(line) }
      }
    }
    nextLine = cursor.line
  }

  private mutating func readSize(_ cursor: inout LineCursor, _ text: Span<UInt8>) throws(DIMACSFault) {
    let line = cursor.line
    guard size == nil else { throw .sizeTwice(line: line) }
    cursor.skipByte()
    guard cursor.skipWord(text), let nodes = cursor.number(text), let count = cursor.number(text), cursor.endLine(text)
    else { throw .unreadableLine(line) }
    guard nodes <= UInt64(Self.mostNodes) else { throw .tooManyNodes(Int(clamping: nodes), most: Self.mostNodes) }
    size = (Int(nodes), Int(clamping: count))
    // The size line may promise anything; beyond this the list grows with the arcs that come.
    arcs.reserveCapacity(min(Int(clamping: count), 1 << 22))
  }

  /// Reads lines of arcs up to the next line of another kind.
  private mutating func readArcs(_ cursor: inout LineCursor, _ text: Span<UInt8>) throws(DIMACSFault) {
    guard let nodes = size?.nodes else { throw .noSize }
    // Copies of their own stay in the processor's registers.
    var local = cursor
    var list = arcs
    arcs = []
    defer { arcs = list }
    while !local.isAtEnd(text), local.next(text) == UInt8(ascii: "a") {
      local.skipByte()
      let line = local.line
      guard let tail = local.number(text), let head = local.number(text), let weight = local.signedNumber(text),
        local.endLine(text)
      else { throw .unreadableLine(line) }
      // Counted from 1: 0 becomes the largest number of all.
      guard tail &- 1 < UInt64(nodes) else { throw .unknownNode(tail, line: line, nodes: nodes) }
      guard head &- 1 < UInt64(nodes) else { throw .unknownNode(head, line: line, nodes: nodes) }
      guard weight >= 0, weight < Int64(CSRGraph.unreachable) else { throw .weightOutOfRange(line: line) }
      list.append(
        WeightedArc(
          UInt32(truncatingIfNeeded: tail &- 1), UInt32(truncatingIfNeeded: head &- 1),
          UInt32(truncatingIfNeeded: weight)))
    }
    cursor = local
  }
}
