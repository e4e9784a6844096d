import FibreModel
import FibrePlanning
import FibreTestSupport
import Foundation
import Testing

/// P and Q are patched to each other: moving P's tube, uncut, in window 2 darkens Q too, which moves in window 3.
@Suite struct InterruptionTests {
  private static let lineOfQ = "client=bank operator=OP2 optics=LX outage=240\nservice S7"

  private func violations(_ network: Network, _ change: (inout MigrationPlan) -> Void = { _ in }) -> [PlanViolation] {
    var plan = SmallMigration.plan()
    change(&plan)
    return FibrePlanningTests.violations(of: plan, on: network)
  }

  @Test func aLegIsDarkTooWhileTheLinkItIsPatchedToMoves() throws {
    let network = try SmallMigration.network(
      "client=archive operator=OP1 optics=LX outage=240",
      as: "client=archive operator=OP1 optics=LX outage=240 protects=Q")
    let found = violations(network) { plan in
      for position in plan.services.indices {
        if plan.services[position].service == Code("S6") { plan.services[position].peer = Code("Q") }
        if plan.services[position].service == Code("Q") { plan.services[position].peer = Code("S6") }
      }
    }
    #expect(
      found == [PlanViolation(place: PlanPlace(night: 2), fault: .bothLegsTogether(Code("Q"), Code("S6"), soak: 1))])
  }

  @Test func aClientsForbiddenDayHoldsForTheLinkItIsPatchedTo() throws {
    let network = try SmallMigration.network(
      Self.lineOfQ, as: Self.lineOfQ.replacingOccurrences(of: "bank", with: "clinic")
    ) { rules in
      let day = SmallMigration.date(2)
      rules.forbidden.append(ForbiddenPeriod(client: "clinic", from: day, to: day, reason: "theatre"))
    }
    let fault = PlanFault.forbiddenDate(Code("Q"), SmallMigration.date(2))
    #expect(violations(network) == [PlanViolation(place: PlanPlace(night: 2), fault: fault)])
  }

  @Test func aClientsLimitHoldsForTheLinkItIsPatchedTo() throws {
    let network = try SmallMigration.network(Self.lineOfQ, as: Self.lineOfQ.replacingOccurrences(of: "240", with: "60"))
    let fault = PlanFault.outageTooLong(Code("Q"), minutes: 94, limit: 60)
    #expect(violations(network) == [PlanViolation(place: PlanPlace(night: 2), fault: fault)])
  }

  @Test func thePlannerKeepsPatchedLinksApartFromTheOtherLeg() throws {
    let network = try SmallMigration.network(
      "client=street operator=OP1 optics=LX outage=240\nservice P",
      as: "client=street operator=OP1 optics=LX outage=240 protects=Q\nservice P")
    let plan = try MigrationPlanner().plan(MigrationRequest(from: Code("O"), to: Code("N"), iterations: 1), on: network)
    let nights = Dictionary(uniqueKeysWithValues: plan.services.map { ($0.service, $0.night) })
    let (leg, other, patched) = (
      try #require(nights[Code("S4")]), try #require(nights[Code("Q")]), try #require(nights[Code("P")])
    )
    #expect(leg != other && leg != patched)
    _ = try PlanChecker.check(plan, on: network)
  }
}
