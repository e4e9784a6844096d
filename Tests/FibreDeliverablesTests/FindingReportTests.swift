import FibreModel
import FibreTestSupport
import Foundation
import Testing

@testable import FibreDeliverables

@Suite struct FindingReportTests {
  private let report = FindingReport(
    (1...25).map { line in
      finding("joint.fibre-unknown", .error, "t_position.csv:\(line)", "PS\(line)", unknownFibre(line))
    } + [
      finding(
        "table.encoding", .warning, "t_noeud.dbf", "",
        "The .cpg names the unknown encoding \("KOI8"); UTF-8, else Windows-1252, was used. Correct the .cpg."),
      finding("house.own-rule", .info, "panel", "TI-1", "Something is wrong; mend it."),
      finding("house.own-rule", .info, "panel", "TI-2", "Something is wrong; mend it."),
      finding("house.own-rule", .info, "panel", "TI-3", "It is wrong again."),
      finding(
        "fibre.live-without-service", .info, "site", "POP-DE-LA-GARE-DE-TRIAGE-DE-LONGUEAU-SUD",
        """
        \(2) fibres lead from here (\("TI-1:7-8")) to \("Saint-Fuscien") (\("TI-9:1-2")), and no service is known on \
        them. Name what is in use.
        """),
    ])

  private static func finding(
    _ rule: String, _ severity: Finding.Severity, _ place: String, _ code: String, _ message: Sentence
  ) -> Finding {
    Finding(rule: rule, severity: severity, place: place, code: code, message: message)
  }

  private static func unknownFibre(_ line: Int) -> Sentence {
    """
    \("ps_1") names \("FO-\(line)"), which is not in t_fibre; the position joins nothing there. Add the fibre or \
    correct it.
    """
  }

  @Test(arguments: Language.allCases)
  func theTextIsTheGoldenOne(language: Language) throws {
    try Golden.check(report.text(in: language), "findings.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func noLineIsWiderThanATerminal(language: Language) {
    #expect(report.text(in: language).split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func programsGetEveryFindingAndTheCounts() {
    guard case .object(let members) = report.json, case .array(let findings) = members["findings"] else {
      Issue.record("no findings")
      return
    }
    #expect(findings.count == 30)
    #expect((members["errors"], members["warnings"]) == (.number("25"), .number("1")))
    #expect(
      findings.last
        == .object([
          "rule": .string("joint.fibre-unknown"), "severity": .string("error"), "place": .string("t_position.csv:25"),
          "code": .string("PS25"), "message": .string(Self.unknownFibre(25).description),
        ]))
  }

  @Test func theOrderOfFindingsChangesNothing() {
    #expect(FindingReport(report.findings.reversed()) == report)
  }

  @Test func nothingFoundIsSaid() {
    #expect(FindingReport([]).text(in: .french) == "Rien à signaler.\n")
  }

  @Test func everyRuleOfTheSourcesHasATitle() throws {
    let rules = try Self.rulesInSources()
    #expect(rules.count > 40)
    for rule in rules { #expect(RuleTitles.title(of: rule) != nil, "\(rule)") }
  }

  @Test func everyTitleHasARule() throws {
    let titles = RuleTitles.all.flatMap(\.keys)
    #expect(Set(titles).subtracting(try Self.rulesInSources()) == [])
    #expect(Set(titles).count == titles.count)
  }

  /// Texts like `joint.fibre-unknown` in the modules that make findings; file names are none.
  private static func rulesInSources() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let fileKinds = ["csv", "json", "dbf", "shp", "shx", "cpg", "prj", "gpkg", "txt"]
    var rules: Set<String> = []
    for module in ["FibreModel", "FibrePlanning", "FibreProgramme", "FibreExchange"] {
      let files = FileManager.default.enumerator(
        at: sources.appendingPathComponent(module), includingPropertiesForKeys: nil)
      for case let file as URL in try #require(files) where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        rules.formUnion(text.split(separator: "\"").map(String.init).filter { isRule($0, fileKinds) })
      }
    }
    return rules
  }

  private static func isRule(_ text: String, _ fileKinds: [String]) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !fileKinds.contains(String(parts[1])) else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 } && part.first != "-"
    }
  }
}
