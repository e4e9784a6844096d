import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@Suite struct RouteRuleTests {
  static let cases = RuleCase.routes + RuleCase.protection

  @Test(arguments: cases) func aBreachIsFoundAndNothingElse(example: RuleCase) throws {
    #expect(try example.broken().allFindings().map(\.line) == example.findings)
  }

  @Test(arguments: cases) func aSoundNetworkHasNoFinding(example: RuleCase) throws {
    #expect(try example.sound().allFindings() == [])
  }

  @Test func everyRuleIsShownAtItsSeverity() {
    let shown = Self.cases.reduce(into: Set<String>()) { $0.formUnion($1.rules) }
    let rules = Set(RouteRules.all.map { "\($0.description.severity) \($0.description.name)" })
    #expect(rules.count == RouteRules.all.count)
    // An ambiguous route has a contested joint; ties between PoPs are milder than the rule.
    #expect(shown == rules.union(["error joint.contested", "info fibre.live-without-service"]))
  }

  @Test func tiesWithoutServiceAreCountedOnceForTwoSites() throws {
    let network = try sketch(
      """
      pop Z ─ C1:12 ─ pop A ─ C2:12 ─ pop Q
      port Z TZ.1-6 = C1.1-6
      port A TA.1-4,11-12 = C1.1-6
      port A TB.7-8 = C2.1-2
      port Q TQ.1-2 = C2.1-2
      service S std TA.2 = TZ.2
      """)
    let findings = network.allFindings()
    #expect(
      findings.map(\.line) == [
        "info fibre.live-without-service site A", "info fibre.live-without-service site Z",
      ])
    #expect(
      findings.map(\.message.description) == [
        """
        2 fibres lead from here (TB:7-8) to Q (TQ:1-2), and no service is known on them. Name what is in use.
        """,
        """
        5 fibres lead from here (TZ:1,3-6) to A (TA:1,3-4,11-12), and no service is known on them. Name what is in use.
        """,
      ])
  }

  @Test func withoutAnyServiceNoLightIsMissed() throws {
    #expect(try sketch(RuleCase.pairOfSites).allFindings() == [])
  }
}
