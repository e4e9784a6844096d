@testable import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// A right plan and its network, to be broken.
struct MutationSubject {
  var plan: MigrationPlan
  var network: Network
  var random: SeededGenerator

  init(_ plan: MigrationPlan, _ network: Network, seed: UInt64) {
    self.plan = plan
    self.network = network
    random = SeededGenerator(seed: seed)
  }
}

/// A way to break a plan, and what the checker must say of it.
struct PlanMutation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rule: PlanRule
  /// Breaks the subject at a place chosen by its random numbers; answers false where the plan offers no such place.
  let apply: @Sendable (inout MutationSubject) -> Bool
  let isExpected: @Sendable (PlanFault) -> Bool

  init(
    _ name: String, _ rule: PlanRule, _ apply: @escaping @Sendable (inout MutationSubject) -> Bool,
    expects isExpected: @escaping @Sendable (PlanFault) -> Bool
  ) {
    testDescription = name
    self.rule = rule
    self.apply = apply
    self.isExpected = isExpected
  }

  /// What the checker says against the broken plan; nothing when this plan can't be broken so.
  func violations(_ plan: MigrationPlan, _ network: Network, seed: UInt64) -> [PlanViolation]? {
    var subject = MutationSubject(plan, network, seed: seed)
    guard apply(&subject) else { return nil }
    return FibrePlanningTests.violations(of: subject.plan, on: subject.network)
  }
}

/// The place of a step in a plan.
struct StepPlace: Hashable {
  let night: Int
  let visit: Int
  let step: Int
}

extension MutationSubject {
  subscript(place: StepPlace) -> PlanStep {
    get { plan.nights[place.night].visits[place.visit].steps[place.step] }
    set { plan.nights[place.night].visits[place.visit].steps[place.step] = newValue }
  }

  /// The places of all steps that fit, in order.
  func steps(where fits: (PlanStep) -> Bool) -> [StepPlace] {
    plan.nights.indices.flatMap { night in
      plan.nights[night].visits.indices.flatMap { visit in
        plan.nights[night].visits[visit].steps.indices
          .map { StepPlace(night: night, visit: visit, step: $0) }.filter { fits(self[$0]) }
      }
    }
  }

  func steps(_ action: PlanAction) -> [StepPlace] { steps { $0.action == action } }

  /// The places of the visits of crews.
  var crewVisits: [StepPlace] {
    plan.nights.indices.flatMap { night in
      plan.nights[night].visits.indices.filter { plan.nights[night].visits[$0].crew > 0 }
        .map { StepPlace(night: night, visit: $0, step: 0) }
    }
  }

  mutating func pick<Element>(_ all: [Element]) -> Element? { all.randomElement(using: &random) }

  /// Two different steps of one visit, chosen by a test of both.
  mutating func pickPair(_ action: PlanAction, where fits: (PlanStep, PlanStep) -> Bool) -> (StepPlace, StepPlace)? {
    for one in steps(action).shuffled(using: &random) {
      let others = steps(action).filter {
        $0.night == one.night && $0.visit == one.visit && $0 != one && fits(self[one], self[$0])
      }
      if let other = pick(others) { return (one, other) }
    }
    return nil
  }

  mutating func withVisit(_ place: StepPlace, _ change: (inout PlanVisit) -> Void) {
    change(&plan.nights[place.night].visits[place.visit])
  }

  mutating func remove(_ places: [StepPlace]) {
    for place in places.sorted(by: { $0.step > $1.step }) {
      withVisit(place) { $0.steps.remove(at: place.step) }
    }
    renumber()
  }

  mutating func renumber() {
    for night in plan.nights.indices { plan.nights[night].renumber() }
  }

  /// The tube of a fibre by name, as section and number.
  func tube(_ end: StepEnd) -> String {
    guard let section = network.sections[Code(end.owner)] else { return "" }
    return "\(end.owner) \(section.tube(ofFibre: end.number))"
  }
}
