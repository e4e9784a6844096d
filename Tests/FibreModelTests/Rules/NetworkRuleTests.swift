import FibreModel
import FibreTestSupport
import Testing

@Suite struct NetworkRuleTests {
  static let cases =
    RuleCase.joints + RuleCase.statesAndSplitters + RuleCase.slots + RuleCase.boxes + RuleCase.cables + RuleCase.codes
    + RuleCase.services
    + RuleCase.work

  @Test(arguments: cases) func aBreachIsFoundAndNothingElse(example: RuleCase) throws {
    #expect(try example.broken().findings().map(\.line) == example.findings)
  }

  @Test(arguments: cases) func aSoundNetworkHasNoFinding(example: RuleCase) throws {
    #expect(try example.sound().findings() == [])
  }

  @Test func everyRuleIsShownAtItsSeverity() {
    let shown = Self.cases.reduce(into: Set<String>()) { $0.formUnion($1.rules) }
    let rules = NetworkRules.all.map { "\($0.description.severity) \($0.description.name)" }
    #expect(shown == Set(rules))
    #expect(Set(rules).count == rules.count)
  }

  @Test func findingsStandInTheOrderOfReports() throws {
    let network = try sketch(
      """
      pop A ─ C2:12 ─ bpe B ─ C1:12 ─ bpe B
      colours C1 fotag orange
      colours C2 fotag orange
      """)
    #expect(
      network.findings().map(\.line) == [
        "error section.colour-code section C1", "error section.colour-code section C2",
        "warning section.ends-equal section C1",
      ])
  }

  @Test func aQuarantinedRowIsReportedWithTheRest() throws {
    var builder = try sketchBuilder("pop A ─ C1:12 ─ pop Z")
    let finding = Finding(
      rule: "code.missing", severity: .error, place: "t_cable.csv:7", code: "", message: "The row has no code.")
    builder.add(QuarantinedRow(table: "t_cable", line: 7, cells: [("cb_code", "")], finding: finding))
    #expect(builder.build().findings() == [finding])
  }
}

extension RuleCase {
  /// A link of two cables from panel TA to panel TZ, by one splice in tray B-1.
  static let link = """
    pop A ─ C1:12 ─ bpe B ─ C2:12 ─ pop Z
    splice B C1.1 = C2.1
    port A TA.1 = C1.1
    port Z TZ.1 = C2.1

    """
}
