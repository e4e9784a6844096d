import FibreTestSupport
import RouteEngine
import Testing

@Suite struct DIMACSTests {
  private static let sound = "c a ring\np sp 3 4\na 1 2 7\na 2 3 0\n\na 3 1 4294967294\r\na 1 1 5"

  @Test func aTextIsAGraph() throws {
    let graph = try read(Self.sound)
    #expect(graph.nodeCount == 3)
    #expect(graph.arcs.map(\.head) == [1, 0, 2, 0])
    #expect(graph.arcs.map(\.weight) == [7, 5, 0, 4_294_967_294])
    #expect(try read("p sp 0 0\n").nodeCount == 0)
  }

  @Test func blocksOfLinesGiveTheSameGraph() throws {
    let lines = Self.sound.split(separator: "\n", omittingEmptySubsequences: false).map { Array("\($0)\n".utf8) }
    var reader = DIMACSGraphReader()
    for line in lines { try reader.read(line.span) }
    #expect(try reader.graph() == (try read(Self.sound)))
  }

  @Test(arguments: [
    ("", DIMACSFault.noSize), ("c nothing\n", .noSize), ("a 1 1 1\np sp 1 1\n", .noSize),
    ("p sp 1 1\np sp 1 1\n", .sizeTwice(line: 2)), ("p sp 2\n", .unreadableLine(1)),
    ("p sp 2 1 9\n", .unreadableLine(1)), ("p 2 1\n", .unreadableLine(1)),
    ("p sp 2 2\na 1 2 3\n", .wrongArcCount(said: 2, found: 1)),
    ("p sp 2 1\na 1 2 3\na 2 1 3\n", .wrongArcCount(said: 1, found: 2)),
    ("p sp 2 1\na 1 3 3\n", .unknownNode(3, line: 2, nodes: 2)),
    ("p sp 2 1\na 0 1 3\n", .unknownNode(0, line: 2, nodes: 2)),
    ("p sp 2 1\na 4294967297 1 3\n", .unknownNode(4_294_967_297, line: 2, nodes: 2)),
    ("p sp 2 1\na 1 2 -3\n", .weightOutOfRange(line: 2)),
    ("p sp 2 1\na 1 2 4294967295\n", .weightOutOfRange(line: 2)),
    ("p sp 2 1\na 1 2 99999999999999999999\n", .unreadableLine(2)),
    ("p sp 2 1\na 1 2 18446744073709551615\n", .unreadableLine(2)),
    ("p sp 2 1\na 1 2\n3\n", .unreadableLine(2)), ("p sp 2 1\na 1 2 3.5\n", .unreadableLine(2)),
    ("p sp 2 1\na -1 2 3\n", .unreadableLine(2)), ("p sp 2 1\nx\n", .unreadableLine(2)),
    ("p sp 4294967295 0\n", .tooManyNodes(4_294_967_295, most: 1 << 28)),
    ("p sp 1 18446744073709551615\n", .unreadableLine(1)),
    ("p sp 1 4000000000000\n", .wrongArcCount(said: 4_000_000_000_000, found: 0)),
  ])
  func wrongTextIsRefusedWithItsLine(text: String, fault: DIMACSFault) {
    #expect(throws: fault) { try read(text) }
  }

  @Test func brokenTextNeverTraps() {
    let bytes = Array(Self.sound.utf8)
    for fault in Faults.truncations(of: bytes) + Faults.byteFlips(of: bytes, count: 2000, seed: 71) {
      var reader = DIMACSGraphReader()
      do throws(DIMACSFault) {
        try reader.read(fault.bytes.span)
        let graph = try reader.graph()
        #expect(graph.checkInvariants(), "\(fault)")
      } catch {
        // A typed error is what a broken text deserves.
        continue
      }
    }
  }

  @Test func placesAndQueriesAreRead() throws {
    let places = try DIMACSLists.places(Array("p aux sp co 2\nv 2 -6100000 49600000\nv 1 0 -1".utf8).span, nodeCount: 2)
    #expect(
      places == [GlobePoint(longitude: 0, latitude: -1), GlobePoint(longitude: -6_100_000, latitude: 49_600_000)])
    let queries = try DIMACSLists.queries(Array("1 2\n\n2 1".utf8).span, nodeCount: 2)
    #expect(queries.map { [$0.source, $0.target] } == [[0, 1], [1, 0]])
  }

  @Test(arguments: [
    ("v 1 0 0\nv 2 0 0\n", DIMACSFault.noPlaceCount),
    ("p aux sp co 2\nv 1 0 0\n", .wrongPlaceCount(said: 2, found: 1)),
    ("p aux sp co 3\nv 1 0 0\nv 2 0 0\n", .wrongPlaceCount(said: 3, found: 2)),
    ("p aux sp co 2\nv 1 0 0\nv 1 0 0\n", .placeTwice(node: 1, line: 3)),
    ("p aux sp co 2\nv 3 0 0\n", .unknownNode(3, line: 2, nodes: 2)),
    ("p aux sp co 2\nv 1 360000001 0\n", .coordinateOutOfRange(line: 2)),
    ("p aux sp co 2\nv 1 0\n", .unreadableLine(2)), ("p aux sp co\n", .unreadableLine(1)),
    ("p aux sp co 2\np aux sp co 2\n", .sizeTwice(line: 2)), ("q\n", .unreadableLine(1)),
  ])
  func wrongPlacesAreRefused(text: String, fault: DIMACSFault) {
    #expect(throws: fault) { try DIMACSLists.places(Array(text.utf8).span, nodeCount: 2) }
  }

  @Test(arguments: [
    ("1 3\n", DIMACSFault.unknownNode(3, line: 1, nodes: 2)), ("0 1\n", .unknownNode(0, line: 1, nodes: 2)),
    ("1 2\n2 2\n", .sameEnds(line: 2)), ("1\n2\n", .unreadableLine(1)), ("1 2 1\n", .unreadableLine(1)),
    ("1 -2\n", .unreadableLine(1)), ("a b\n", .unreadableLine(1)),
  ])
  func wrongQueriesAreRefused(text: String, fault: DIMACSFault) {
    #expect(throws: fault) { _ = try DIMACSLists.queries(Array(text.utf8).span, nodeCount: 2) }
  }

  private func read(_ text: String) throws(DIMACSFault) -> CSRGraph {
    var reader = DIMACSGraphReader()
    try reader.read(Array(text.utf8).span)
    return try reader.graph()
  }
}
