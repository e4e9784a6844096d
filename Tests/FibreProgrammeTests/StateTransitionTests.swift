import FibreModel
import FibreProgramme
import Testing

@Suite struct StateTransitionTests {
  private func verdict(_ from: String, _ to: String) -> TransitionVerdict? {
    AddressState(code: to).map { TransitionVerdict(from: AddressState(code: from), to: $0) }
  }

  @Test func everyStateHasItsCode() {
    #expect(AddressState.allCases.map(\.code) == ["CI", "SI", "EC", "RD", "RC", "DE", "AB"])
    for state in AddressState.allCases { #expect(AddressState(code: state.code) == state) }
    #expect(AddressState(code: "XX") == nil)
  }

  @Test(arguments: [
    "CI SI EC DE", "CI EC DE", "CI RD RC DE", "CI AB CI", "EC DE AB",
  ])
  func usualWaysAreAllowed(way: String) {
    let states = way.split(separator: " ").map(String.init)
    #expect(verdict("", states[0]) == .allowed)
    for (from, to) in zip(states, states.dropFirst()) { #expect(verdict(from, to) == .allowed, "\(from) \(to)") }
  }

  @Test(arguments: ["DE CI", "DE EC", "DE RD", "CI DE", "SI CI", "EC CI", "RC RD", "AB DE", "RD DE", "RD CI"])
  func waysBackAndLeapsWantAReason(step: String) throws {
    let states = step.split(separator: " ").compactMap { AddressState(code: $0) }
    #expect(TransitionVerdict(from: states[0], to: states[1]) == .regression)
    #expect(throws: StateDecision.Refusal.reasonMissing(from: states[0], to: states[1])) {
      try StateDecision(address: "A", from: states[0], to: states[1], date: day("2026-01-01"))
    }
    #expect(
      try StateDecision(address: "A", from: states[0], to: states[1], date: day("2026-01-01"), reason: "x").reason
        == "x")
  }

  @Test(arguments: ["CI RC", "DE SI", "DE RC", "RC EC", "RC CI", "AB SI", "AB RD", "RD SI"])
  func otherStepsAreRefused(step: String) {
    let states = step.split(separator: " ").compactMap { AddressState(code: $0) }
    #expect(throws: StateDecision.Refusal.notAllowed(from: states[0], to: states[1])) {
      try StateDecision(address: "A", from: states[0], to: states[1], date: day("2026-01-01"), reason: "x")
    }
  }

  @Test func onlyAbandonedAndUnderWayLeadEverywhereTheyMay() {
    for from in AddressState.allCases {
      #expect(TransitionVerdict(from: from, to: from) == .unchanged)
      #expect(from == .abandoned || TransitionVerdict(from: from, to: .abandoned) == .allowed)
    }
    #expect(TransitionVerdict(from: nil, to: .deployed) == .regression)
    #expect(TransitionVerdict(from: nil, to: .onDemandUnderWay) == .refused)
    #expect(TransitionVerdict(from: nil, to: .abandoned) == .refused)
  }

  @Test func freezesWantAnEndAndEvidence() {
    func freeze(_ address: String, end: String?, over: String? = nil, evidence: String = "letter") -> Freeze {
      Freeze(
        address: address, reason: .poleToReplace, from: day("2026-01-10"), expectedEnd: end.map(day),
        endedOn: over.map(day), evidence: evidence)
    }
    let freezes = [
      freeze("A", end: nil), freeze("B", end: "2026-03-01"), freeze("C", end: "2027-01-01"),
      freeze("D", end: nil, over: "2026-02-01"), freeze("E", end: "2026-01-01"),
      freeze("F", end: "2027-01-01", evidence: ""),
    ]
    let findings = Freeze.findings(in: freezes, on: day("2026-06-01"))
    #expect(
      findings.map { "\($0.code) \($0.rule)" } == [
        "A freeze.no-end", "B freeze.overdue", "E freeze.date", "E freeze.overdue", "F freeze.no-evidence",
      ])
    #expect(freezes[3].isActive(on: day("2026-01-31")) && !freezes[3].isActive(on: day("2026-02-01")))
  }
}
