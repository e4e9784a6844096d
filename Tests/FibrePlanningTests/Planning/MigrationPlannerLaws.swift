import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@Suite struct MigrationPlannerLaws {
  private let request = MigrationRequest(from: Code("OLD"), to: Code("NEW"), iterations: 1)

  @Test(arguments: UInt64(1)...12)
  func everyLiveLinkIsMovedOrListed(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let plan = try MigrationPlanner().plan(request, on: network)
    let moved = Set(plan.services.map(\.service.rawValue))
    let stayed = Set(plan.notMoved.map(\.service))
    #expect(moved.isDisjoint(with: stayed), "seed \(seed)")
    for service in network.services.rows {
      #expect(
        moved.contains(service.code.rawValue) != stayed.contains(service.code.rawValue), "seed \(seed) \(service.code)")
    }
  }

  @Test(arguments: UInt64(1)...12)
  func noNewFibreSlotOrPortIsUsedTwice(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let plan = try MigrationPlanner().plan(request, on: network)
    let splices = steps(of: plan).filter { $0.action == .splice }
    #expect(Set(splices.map(\.a)).count == splices.count, "seed \(seed)")
    #expect(Set(splices.map(\.b)).count == splices.count, "seed \(seed)")
    #expect(Set(splices.map { "\($0.cassette?.rawValue ?? "") \($0.slot ?? 0)" }).count == splices.count)
    let ports = plan.services.flatMap(\.newPorts)
    #expect(Set(ports).count == ports.count, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...12)
  func whatIsCutIsSplicedInTheSameVisit(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    for visit in try MigrationPlanner().plan(request, on: network).nights.flatMap(\.visits) where visit.crew > 0 {
      let kept = Set(visit.steps.filter { $0.action == .cut }.compactMap(\.b))
      #expect(kept == Set(visit.steps.filter { $0.action == .splice }.compactMap(\.b)), "seed \(seed) \(visit.closure)")
    }
  }

  @Test(arguments: UInt64(1)...12)
  func theTwoLegsOfAPairMoveInDifferentWindows(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let plan = try MigrationPlanner().plan(request, on: network)
    let nights = Dictionary(uniqueKeysWithValues: plan.services.map { ($0.service, $0.night) })
    for service in network.services.rows {
      guard let peer = service.protects, let own = nights[service.code], let other = nights[peer] else { continue }
      #expect(own != other, "seed \(seed) \(service.code)")
    }
  }

  @Test func theSameNetworkAndRequestGiveTheSamePlan() throws {
    let network = try RandomMigration.network(seed: 5)
    #expect(try MigrationPlanner().plan(request, on: network) == MigrationPlanner().plan(request, on: network))
  }

  @Test(arguments: UInt64(1)...12)
  func objectivesAreNoBetterThanTheirBounds(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let plan = try MigrationPlanner().plan(request, on: network)
    let pairs = [
      (plan.bounds.nights, plan.objectives.nights), (plan.bounds.crewNights, plan.objectives.crewNights),
      (plan.bounds.weightedOutageMinutes, plan.objectives.weightedOutageMinutes),
      (plan.bounds.splices, plan.objectives.splices),
    ]
    for (bound, value) in pairs { #expect(try #require(bound) <= #require(value), "seed \(seed)") }
  }

  /// What is done is in the network: the rest is planned again, proved, and no service that could keep its night loses it.
  @Test(arguments: UInt64(1)...6)
  func whatIsLeftAfterSomeNightsCanBePlannedAgain(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let first = try PlanChecker.check(try MigrationPlanner().plan(request, on: network), on: network)
    for done in 1..<max(2, first.nights.count) {
      let changes = first.nights.prefix(done).flatMap(\.changes)
      let last = try #require(first.nights.prefix(done).last?.night.night)
      var rules = network.rules
      rules.windows.removeAll { $0.number <= last }
      let left = try network.applying(changes).replacingRules(with: rules)
      let moved = Set(first.plan.services.filter { $0.night <= last }.map(\.service))
      guard moved.count < first.plan.services.count else { continue }
      var again = request
      again.announced = first.plan
      let second = try PlanChecker.check(try MigrationPlanner().plan(again, on: left), on: left)
      let comparison = PlanComparison(first.plan, second.plan, done: moved)
      #expect(comparison.renoticed == 0, "seed \(seed), after night \(last): nothing failed, so nothing changes")
      #expect(second.plan.services.count + moved.count == first.plan.services.count, "seed \(seed), night \(last)")
    }
  }

  /// The closures' work of a night is in the network, the rooms' is not: cords hang on links that have left.
  @Test(arguments: UInt64(1)...6)
  func whatIsLeftAfterANightWhoseRoomsAreNotToldCanBePlannedAgain(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let first = try PlanChecker.check(try MigrationPlanner().plan(request, on: network), on: network)
    for half in first.nights.indices.dropLast() {
      let told = first.nights.prefix(half).flatMap(\.changes) + first.nights[half].changes.filter(isOfClosures)
      var rules = network.rules
      rules.windows.removeAll { $0.number <= first.nights[half].night.night }
      let left = try network.applying(told).replacingRules(with: rules)
      // A tie that is just enough for the cords that lie over it, and for those whose link leaves later.
      for tieFibres in [rules.parameters.tieFibres, first.plan.objectives.tiePeakFibres ?? 0] {
        rules.parameters.tieFibres = tieFibres
        var again = request
        again.announced = first.plan
        let faults = try self.faults(ofPlanning: again, on: left.replacingRules(with: rules))
        #expect(faults == [], "seed \(seed), half of night \(first.nights[half].night.night)")
      }
    }
  }

  private func faults(ofPlanning request: MigrationRequest, on network: Network) throws -> [PlanFault] {
    let plan = try MigrationPlanner().plan(request, on: network)
    do throws(PlanViolations) {
      _ = try PlanChecker.check(plan, on: network)
      return []
    } catch {
      return error.all.map(\.fault)
    }
  }

  /// Other windows are open for a month after the last one announced, and they are not used for the asking.
  @Test(arguments: UInt64(1)...6)
  func aDateThatFallsAwayPutsTheEndOffByFewWindows(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let first = try MigrationPlanner().plan(request, on: network)
    let last = try #require(first.nights.last?.night)
    for night in first.nights.map(\.night) {
      var rules = network.rules
      rules.windows.removeAll { $0.number == night }
      var again = request
      again.announced = first
      again.iterations = 12
      let left = network.replacingRules(with: rules)
      let second = try PlanChecker.check(try MigrationPlanner().plan(again, on: left), on: left).plan
      #expect(second.services.count == first.services.count, "seed \(seed), without night \(night)")
      let end = try #require(second.nights.last).night
      // A client forbids windows 2 to 5.
      #expect(end <= max(last + 2, 6), "seed \(seed), without night \(night): \(end) instead of \(last)")
    }
  }

  /// What was announced elsewhere keeps its closure, and its night unless the tie is short for it.
  @Test(arguments: UInt64(1)...6)
  func aClosureThatIsShutLeavesWhatDoesNotTouchItAlone(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let first = try MigrationPlanner().plan(request, on: network)
    let closures = Set(first.nights.flatMap(\.visits).filter { $0.crew > 0 }.map(\.closure))
    for shut in closures.sorted() where closures.count > 1 {
      var rules = network.rules
      rules.shut(Code(shut))
      let left = network.replacingRules(with: rules)
      var again = request
      again.announced = first
      let second = try PlanChecker.check(try MigrationPlanner().plan(again, on: left), on: left).plan
      #expect(!second.nights.flatMap(\.visits).contains { $0.closure == shut }, "seed \(seed) \(shut)")
      let touched = Set(
        first.nights.flatMap(\.visits).filter { $0.closure == shut }.flatMap(\.steps).compactMap(\.service))
      let gone = Set(first.services.map(\.service)).subtracting(second.services.map(\.service))
      let isTieFull = try #require(second.objectives.tiePeakFibres) >= rules.parameters.tieFibres
      if !isTieFull {
        #expect(gone.isSubset(of: touched), "seed \(seed) \(shut): \(gone)")
      }
      let limits = try #require(second.limits)
      #expect(second.services.count <= limits.mostServices, "seed \(seed) \(shut)")
      if let fewest = limits.fewestNotices {
        #expect(PlanComparison(first, second).renoticed >= fewest, "seed \(seed) \(shut)")
      }
    }
  }

  @Test(arguments: UInt64(1)...12)
  func nothingLandsOnACableThatIsLeftAside(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    for code in ["N0", "N1", "N2"] where network.cables[Code(code)] != nil {
      var without = request
      without.avoided = [Code(code)]
      do {
        let plan = try PlanChecker.check(try MigrationPlanner().plan(without, on: network), on: network).plan
        #expect(!steps(of: plan).contains { $0.a.owner == code || $0.b?.owner == code }, "seed \(seed), \(code)")
      } catch let refusal as PlanningRefusal {
        // It was the only one.
        #expect(refusal == .noLanding(from: Code("OLD"), to: Code("NEW")), "seed \(seed), \(code)")
      }
    }
  }

  @Test func aCableOnWhichNothingLandsCanNotBeLeftAside() throws {
    let network = try RandomMigration.network(seed: 1)
    let landed = ["N0", "N1", "N2"].map { Code<Cable>($0) }.filter { network.cables[$0] != nil }
    var without = request
    without.avoided = [Code("C1")]
    #expect(throws: PlanningRefusal.nothingLands(on: Code("C1"), but: landed)) {
      try MigrationPlanner().plan(without, on: network)
    }
  }

  private func isOfClosures(_ change: NetworkChange) -> Bool {
    switch change {
    case .addCord, .removeCord: false
    case .replaceJoint(let joint, with: _): if case .panel = joint.holder { false } else { true }
    case .addJoint, .removeJoint, .moveService, .redeclareRoute, .setFreeTrays: true
    }
  }

  @Test func questionsWithoutAnAnswerAreRefused() throws {
    let network = try RandomMigration.network(seed: 1)
    #expect(throws: PlanningRefusal.unknownSite(Code("NOWHERE"))) {
      try MigrationPlanner().plan(MigrationRequest(from: Code("OLD"), to: Code("NOWHERE")), on: network)
    }
    #expect(throws: PlanningRefusal.sameSite(Code("OLD"))) {
      try MigrationPlanner().plan(MigrationRequest(from: Code("OLD"), to: Code("OLD")), on: network)
    }
    #expect(throws: PlanningRefusal.noLanding(from: Code("OLD"), to: Code("FAR"))) {
      try MigrationPlanner().plan(MigrationRequest(from: Code("OLD"), to: Code("FAR")), on: network)
    }
    #expect(throws: PlanningRefusal.nothingLive(at: Code("NEW"))) {
      try MigrationPlanner().plan(MigrationRequest(from: Code("NEW"), to: Code("OLD")), on: network)
    }
  }

  private func steps(of plan: MigrationPlan) -> [PlanStep] { plan.nights.flatMap(\.visits).flatMap(\.steps) }
}

@Suite struct PlannerAndCheckerLaws {
  @Test(arguments: UInt64(1)...40)
  func everyPlanOfThePlannerPassesTheChecker(seed: UInt64) throws {
    let network = try RandomMigration.network(seed: seed)
    let request = MigrationRequest(from: Code("OLD"), to: Code("NEW"), iterations: 1, seed: seed)
    let plan = try MigrationPlanner().plan(request, on: network)
    do {
      let checked = try PlanChecker.check(plan, on: network)
      #expect(checked.certificate.servicesMoved == plan.services.count)
      // What is left of it passes after each of its nights.
      var present = network
      for night in checked.nights {
        present = try present.applying(night.changes)
        let rest = try PlanChecker.check(plan, on: present, from: night.night.night + 1)
        #expect(
          rest.nights.map(\.changes) == checked.nights.drop { $0.night.night <= night.night.night }.map(\.changes))
      }
    } catch let error as PlanViolations {
      Issue.record("seed \(seed): \(error.all.prefix(5).map { "\($0.rule.name) \($0.place) \($0.fault)" })")
    }
  }
}
