import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@Suite struct PlanCheckerTests {
  @Test func theRightPlanIsAcceptedAndItsCountsAddUp() throws {
    let network = try SmallMigration.network()
    let checked = try PlanChecker.check(SmallMigration.plan(), on: network)
    let certificate = checked.certificate
    #expect(certificate.servicesBefore == 9)
    #expect(certificate.servicesMoved == 8)
    #expect(certificate.unchanged == 1)
    #expect(certificate.sameFarEnd)
    #expect(certificate.statesReplayed == 12 + 31 + 16)
    #expect(certificate.deadFibres == 6 + 4 + 5)
    #expect(checked.nights.map(\.rollBackMinutes) == [30, 60, 25])
  }

  @Test func theNetworkAfterLeadsEveryServiceFromTheNewRoomToItsOldFarEnd() throws {
    let network = try SmallMigration.network()
    let plan = SmallMigration.plan()
    let after = try PlanChecker.check(plan, on: network).networkAfter
    let tracer = Tracer(after)
    for move in plan.services {
      let index = try #require(after.services.index(of: move.service))
      #expect(after.services[index].endA.map { after.name(of: $0) } == move.newPorts.map(\.description))
      let links = tracer.links(of: index)
      #expect(links.allSatisfy { $0.reachesB && $0.route?.status == .complete }, "\(move.service)")
      let worst = tracer.checks(of: index).max { $0.loss < $1.loss }
      #expect(worst?.loss == move.after.loss, "\(move.service)")
      #expect(worst?.length == move.after.length, "\(move.service)")
    }
  }

  @Test func linksOverTheTieAreJudgedAndTold() throws {
    let nights = try PlanChecker.check(SmallMigration.plan(), on: SmallMigration.network()).nights
    #expect(nights.map { $0.tieRoutes.map(\.service.rawValue) } == [[], ["P", "Q"], []])
    for route in nights[1].tieRoutes {
      #expect(route.figures.length == Length(metres: 4_000 + 3_100 + 7_000))
      #expect(route.figures.loss == Loss(decibels: 14.1 * 0.35 + 3 * 0.1 + 6 * 0.25))
      #expect(route.verdict == .fails)
    }
  }

  @Test func theWayBackRestoresEveryJointServiceAndCord() throws {
    let network = try SmallMigration.network()
    let checked = try PlanChecker.check(SmallMigration.plan(), on: network)
    let back = try checked.networkAfter.applying(checked.nights.flatMap(\.changes).inverse)
    #expect(joints(of: back) == joints(of: network))
    #expect(back.services == network.services)
    #expect(Set(back.sections.rows.map(\.code)) == Set(network.sections.rows.map(\.code)))
    #expect(joints(of: checked.networkAfter) != joints(of: network))
  }

  private func joints(of network: Network) -> Set<JointRecord> {
    Set(network.joints.indices.map { network.record(of: $0) })
  }

  @Test(arguments: [2, 3])
  func thePlanIsResumedWhereTheNightsBeforeWereApplied(night: Int) throws {
    let network = try SmallMigration.network()
    let plan = SmallMigration.plan()
    let whole = try PlanChecker.check(plan, on: network)
    let done = whole.nights.filter { $0.night.night < night }
    let half = try network.applying(done.flatMap(\.changes))
    let rest = try PlanChecker.check(plan, on: half, from: night)
    #expect(rest.nights.map(\.night.night) == Array(night...3))
    #expect(rest.certificate.servicesMoved == plan.services.count { $0.night >= night })
    #expect(joints(of: rest.networkAfter).count == joints(of: whole.networkAfter).count)
    #expect(rest.networkAfter.services == whole.networkAfter.services)
  }

  @Test func aPlanIsNotResumedWhereTheNightsBeforeAreMissing() throws {
    let found = violations(of: SmallMigration.plan(), on: try SmallMigration.network(), from: 2)
    #expect(found.contains { $0.fault == .earlierNightNotApplied(Code("S1")) })
    #expect(found.contains { $0.rule == .conservation && $0.place.night == 1 })
  }

  @Test func aNightDoneTwiceIsRefused() throws {
    let network = try SmallMigration.network()
    let plan = SmallMigration.plan()
    let night = try PlanChecker.check(plan, on: network).nights[0]
    let found = violations(of: plan, on: try network.applying(night.changes))
    #expect(found.contains { $0.fault == .linkInvented("S1") })
  }

  @Test func violationsComeSortedAndAllAtOnce() throws {
    var plan = SmallMigration.plan()
    plan.objectives.splices = 1
    plan.nights[0].visits[0].minutes = 1
    plan.nights[2].visits[0].minutes = 1
    let found = violations(of: plan, on: try SmallMigration.network())
    #expect(found.map(\.rule) == [.crews, .crews, .announcements])
    #expect(found.map(\.place.night) == [1, 3, nil])
    #expect(found == found.sorted())
  }

  @Test func oldEndsMayBeCoiledInAFreeTray() throws {
    var plan = SmallMigration.plan()
    for fibre in 13...24 {
      plan.nights[1].visits[0].steps.append(SmallMigration.step(.park, "A/1:\(fibre)", nil, "K3", fibre - 12))
    }
    plan.nights[1].renumber()
    let checked = try PlanChecker.check(plan, on: SmallMigration.network())
    #expect(checked.networkAfter.joints.rows.count { $0.kind == .parked } == 12)
  }
}

/// What a checker says against a plan; nothing when it accepts it.
func violations(of plan: MigrationPlan, on network: Network, from night: Int? = nil) -> [PlanViolation] {
  do throws(PlanViolations) {
    if let night {
      _ = try PlanChecker.check(plan, on: network, from: night)
    } else {
      _ = try PlanChecker.check(plan, on: network)
    }
    return []
  } catch {
    return error.all
  }
}
