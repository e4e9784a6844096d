import FibreDeliverables
import FibreModel
import FibrePlanning
import Testing

@Suite struct TieFileTests {
  private func read(_ text: String) throws -> TieFile { try TieFile(Array(text.utf8)) }

  @Test func aNetworkIsReadWithItsNames() throws {
    let file = try read("3 2\n0 1 5\n1 2 7\n# 0 Amiens\n# 2 Roye\n# made up\n")
    #expect(file.names == ["Amiens", "1", "Roye"])
    #expect(file.graph.cuts(of: [0, 1, 2]) == [5, 7])
  }

  @Test(arguments: [
    ("", TieFileError.empty), ("# only names\n", .empty), ("three 2\n", .badHeader(line: 1)),
    ("0 0\n", .badHeader(line: 1)), ("3 2\n0 1 5\n", .edgeCount(stated: 2, found: 1)),
    ("3 1\n0 1 5\n1 2 7\n", .edgeCount(stated: 1, found: 2)), ("3 1\n0 1\n", .badEdge(line: 2)),
    ("3 1\n\n0 1 x\n", .badEdge(line: 3)), ("3 1\n0 3 1\n", .noSuchNode(line: 2, node: 3, nodes: 3)),
    ("3 1\n-1 2 1\n", .noSuchNode(line: 2, node: -1, nodes: 3)),
    ("3 1\n0 1 -4\n", .negativeWeight(line: 2, weight: -4)),
    ("2 1\n0 1 9000000000000000000\n", .weightTooLarge(line: 2)), ("999999 0\n", .tooManyNodes(999_999, limit: 2_000)),
    ("2 1\n0 1 1\n# 7 nowhere\n", .noSuchNode(line: 3, node: 7, nodes: 2)),
  ])
  func whatIsWrongIsNamedWithItsLine(text: String, expected: TieFileError) {
    #expect(throws: expected) { try read(text) }
  }

  @Test func theReportNamesTheOrder() throws {
    let file = try read("3 2\n0 1 5\n1 2 7\n# 0 Amiens\n# 1 Ham\n# 2 Roye\n")
    let answer = TieSearch(file.graph).best(.peak, .rounds(1))
    let text = TieReport(name: "a.nms", file, [(answer, 100)]).text(in: .french)
    #expect(text.contains("pointe 7, prouvé optimal, 0,1 s"))
    #expect(text.contains("Ham"))
  }
}
