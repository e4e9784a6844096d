import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// Each broken plan is refused for the reason for which it is broken.
@Suite struct MutationTests {
  @Test(arguments: StepMutations.all + PlanMutations.all)
  func aBrokenPlanIsRefusedForItsReason(_ mutation: PlanMutation) throws {
    let network = try SmallMigration.network()
    let plan = SmallMigration.plan()
    var applied = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      guard let found = mutation.violations(plan, network, seed: seed) else { continue }
      applied += 1
      #expect(found.contains { mutation.isExpected($0.fault) }, "seed \(seed): \(found)")
      #expect(found.allSatisfy { $0.rule == mutation.rule || !mutation.isExpected($0.fault) }, "seed \(seed)")
    }
    #expect(applied > 0)
  }

  @Test func everyRuleButThoseOfTheEndHasABrokenPlan() {
    let rules = Set((StepMutations.all + PlanMutations.all).map(\.rule))
    #expect(Set(PlanRule.allCases).subtracting(rules) == [.oldSide])
  }

  /// Whatever numbers and names a file holds, the answer is a list of violations.
  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func absurdValuesAreRefusedWithoutATrap(seed: UInt64) throws {
    var subject = MutationSubject(SmallMigration.plan(), try SmallMigration.network(), seed: seed)
    let what = subject.makeAbsurd()
    #expect(!violations(of: subject.plan, on: subject.network).isEmpty, "\(what)")
  }
}

extension MutationSubject {
  /// Puts an absurd value somewhere that matters; answers where.
  mutating func makeAbsurd() -> String {
    let number = [Int.min, Int.max, -1, 0, 1 << 40].randomElement(using: &random) ?? 0
    let kind = Int.random(in: 0..<14, using: &random)
    if kind < 7 { return makeStepAbsurd(kind, number) }
    let night = Int.random(in: plan.nights.indices, using: &random)
    let visit = Int.random(in: plan.nights[night].visits.indices, using: &random)
    let service = Int.random(in: plan.services.indices, using: &random)
    switch kind {
    case 7: plan.nights[night].night = number
    case 8: plan.nights[night].visits[visit].crew = number == 0 ? -7 : number
    case 9: plan.nights[night].visits[visit].minutes = number == 0 ? 1 : number
    case 10: plan.services[service].night = number
    case 11: plan.services[service].outageMinutes = number
    case 12:
      plan.services[service].after = RouteFigures(
        length: Length(millimetres: Int64(number)), loss: Loss(microdecibels: Int64(number)))
    default: plan.services[service].newPorts = [StepEnd(owner: "", number: number)]
    }
    return "\(kind) \(number)"
  }

  private mutating func makeStepAbsurd(_ kind: Int, _ number: Int) -> String {
    guard let place = pick(steps { $0.action != .open && $0.cassette != nil || kind < 3 }) else { return "" }
    switch kind {
    case 0: self[place].a = StepEnd(owner: self[place].a.owner, number: number)
    case 1: self[place].b = StepEnd(owner: "", number: number)
    case 2: self[place].b = nil
    case 3: self[place].slot = number
    case 4: self[place].cassette = Code("")
    case 5: self[place].step = number
    default: self[place].minutes = min(number, -1)
    }
    return "\(kind) \(number) \(self[place])"
  }
}
