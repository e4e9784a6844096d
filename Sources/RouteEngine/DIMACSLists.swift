/// A place on the globe, in millionths of a degree.
public struct GlobePoint: Hashable, Sendable, BitwiseCopyable {
  public let longitude: Int32
  public let latitude: Int32

  public init(longitude: Int32, latitude: Int32) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// Reads what comes with a graph in the DIMACS form: the nodes' places (`.co`) and queries (`.q`).
public enum DIMACSLists {
  /// Reads `p aux sp co NODES` and `v NODE LONGITUDE LATITUDE` in millionths of a degree, one line a node, in any order.
  public static func places(_ text: Span<UInt8>, nodeCount: Int) throws(DIMACSFault) -> [GlobePoint] {
    try text.withLastLineEnded { text throws(DIMACSFault) in try readPlaces(text, nodeCount) }
  }

  /// Reads lines `SOURCE TARGET`, nodes counted from 1; the answer counts them from 0.
  public static func queries(
    _ text: Span<UInt8>, nodeCount: Int
  ) throws(DIMACSFault) -> [(source: UInt32, target: UInt32)] {
    try text.withLastLineEnded { text throws(DIMACSFault) in try readQueries(text, nodeCount) }
  }

  private static func readPlaces(_ text: Span<UInt8>, _ nodeCount: Int) throws(DIMACSFault) -> [GlobePoint] {
    var points = [GlobePoint?](repeating: nil, count: nodeCount)
    var found = 0
    var said: Int?
    var cursor = LineCursor(firstLine: 1)
    while !cursor.isAtEnd(text) {
      let line = cursor.line
      switch cursor.next(text) {
      case UInt8(ascii: "v"):
        let (node, point) = try place(&cursor, text, nodeCount)
        guard points[node] == nil else { throw .placeTwice(node: node + 1, line: line) }
        points[node] = point
        found += 1
      case UInt8(ascii: "p"): said = try placeCount(&cursor, text, known: said)
      case UInt8(ascii: "c"): cursor.skipLine(text)
      default: if !cursor.endLine(text) { throw .unreadableLine(line) }
      }
    }
    guard let said else { throw .noPlaceCount }
    guard said == found, found == nodeCount else { throw .wrongPlaceCount(said: max(said, nodeCount), found: found) }
    return points.compactMap(\.self)
  }

  private static func readQueries(
    _ text: Span<UInt8>, _ nodeCount: Int
  ) throws(DIMACSFault) -> [(source: UInt32, target: UInt32)] {
    var queries: [(source: UInt32, target: UInt32)] = []
    var cursor = LineCursor(firstLine: 1)
    while !cursor.isAtEnd(text) {
      let line = cursor.line
      if cursor.endLine(text) { continue }
      guard let source = cursor.number(text), let target = cursor.number(text), cursor.endLine(text) else {
        throw .unreadableLine(line)
      }
      for node in [source, target] where node &- 1 >= UInt64(nodeCount) {
        throw .unknownNode(node, line: line, nodes: nodeCount)
      }
      guard source != target else { throw .sameEnds(line: line) }
      queries.append((UInt32(source - 1), UInt32(target - 1)))
    }
    return queries
  }

  private static func placeCount(
    _ cursor: inout LineCursor, _ text: Span<UInt8>, known: Int?
  ) throws(DIMACSFault) -> Int {
    let line = cursor.line
    guard known == nil else { throw .sizeTwice(line: line) }
    cursor.skipByte()
    guard cursor.skipWord(text), cursor.skipWord(text), cursor.skipWord(text), let count = cursor.number(text),
      cursor.endLine(text)
    else { throw .unreadableLine(line) }
    return Int(clamping: count)
  }

  private static func place(
    _ cursor: inout LineCursor, _ text: Span<UInt8>, _ nodeCount: Int
  ) throws(DIMACSFault) -> (node: Int, point: GlobePoint) {
    let line = cursor.line
    cursor.skipByte()
    guard let node = cursor.number(text), let longitude = cursor.signedNumber(text),
      let latitude = cursor.signedNumber(text), cursor.endLine(text)
    else { throw .unreadableLine(line) }
    guard node &- 1 < UInt64(nodeCount) else { throw .unknownNode(node, line: line, nodes: nodeCount) }
    guard abs(longitude) <= 360_000_000, abs(latitude) <= 360_000_000 else { throw .coordinateOutOfRange(line: line) }
    return (Int(node - 1), GlobePoint(longitude: Int32(longitude), latitude: Int32(latitude)))
  }
}
