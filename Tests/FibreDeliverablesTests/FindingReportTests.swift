import FibreModel
import FibreTestSupport
import Foundation
import Testing

@testable import FibreDeliverables

@Suite struct FindingReportTests {
  private let report = FindingReport(
    (1...25).map { finding("joint.fibre-unknown", .error, "t_position.csv:\($0)", "PS\($0)") } + [
      finding("table.encoding", .warning, "t_noeud.dbf", ""), finding("house.own-rule", .info, "panel", "TI-1"),
    ])

  private static func finding(
    _ rule: String, _ severity: Finding.Severity, _ place: String, _ code: String
  ) -> Finding {
    Finding(rule: rule, severity: severity, place: place, code: code, message: "Something is wrong; mend it.")
  }

  @Test(arguments: Language.allCases)
  func theTextIsTheGoldenOne(language: Language) throws {
    try Golden.check(report.text(in: language), "findings.\(language.rawValue).txt")
  }

  @Test func programsGetEveryFindingAndTheCounts() {
    guard case .object(let members) = report.json, case .array(let findings) = members["findings"] else {
      Issue.record("no findings")
      return
    }
    #expect(findings.count == 27)
    #expect((members["errors"], members["warnings"]) == (.number("25"), .number("1")))
    #expect(
      findings.last
        == .object([
          "rule": .string("joint.fibre-unknown"), "severity": .string("error"), "place": .string("t_position.csv:25"),
          "code": .string("PS25"), "message": .string("Something is wrong; mend it."),
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
    let titles = [RuleTitles.deliveryTitles, RuleTitles.networkTitles, RuleTitles.routeTitles].flatMap(\.keys)
    #expect(Set(titles).subtracting(try Self.rulesInSources()) == [])
    #expect(Set(titles).count == titles.count)
  }

  /// Texts like `joint.fibre-unknown` in the modules that make findings; file names are none.
  private static func rulesInSources() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let fileKinds = ["csv", "json", "dbf", "shp", "shx", "cpg", "prj", "gpkg", "txt"]
    var rules: Set<String> = []
    for module in ["FibreModel", "FibrePlanning", "FibreExchange"] {
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
