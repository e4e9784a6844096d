import FibreModel
import FibreTestSupport
import Testing

@testable import FibrePlanning

@Suite struct AsDoneLaws {
  let network: Network
  let plan = SmallMigration.plan()

  init() throws { network = try SmallMigration.network(with: "route R1 A/1.1 A/2.1 D.1\nroute P1 A/1.13 A/2.13 D.13") }

  private func lines(_ night: Int) -> [AsDoneLine] {
    plan.nights.filter { $0.night == night }.flatMap { AsDoneSheets.lines(of: $0) }
  }

  // MARK: All done

  @Test func nightsThatAreDoneAsPlannedMakeTheNetworkThatApplyingThemMakes() throws {
    let checked = try PlanChecker.check(plan, on: network)
    var (applied, asDone) = (network, network)
    for night in checked.nights {
      applied = try applied.applying(night.changes)
      let found = AsDone.reconcile(lines(night.night.night), of: plan, on: asDone)
      #expect(found.verdicts.allSatisfy { $0 == .applied }, "night \(night.night.night)")
      #expect(found.remarks == [])
      asDone = try asDone.applying(found)
      #expect(asDone == applied, "night \(night.night.night)")
    }
  }

  @Test func allNightsAtOnceMakeTheSameNetwork() throws {
    let checked = try PlanChecker.check(plan, on: network)
    let found = AsDone.reconcile((1...3).flatMap(lines), of: plan, on: network)
    #expect(found.nights.map(\.night) == [1, 2, 3])
    #expect(try network.applying(found).editable == checked.networkAfter.editable)
  }

  @Test(arguments: 1...3) func listsThatComeTwiceChangeNothingTheSecondTime(night: Int) throws {
    let before = try network.applying(AsDone.reconcile((1..<night).flatMap(lines), of: plan, on: network))
    let after = try before.applying(AsDone.reconcile(lines(night), of: plan, on: before))
    let again = AsDone.reconcile(lines(night), of: plan, on: after)
    #expect(again.nights.flatMap(\.changes) == [])
    #expect(again.verdicts.allSatisfy { $0 == .already })
  }

  @Test(arguments: 0..<25) func listsMayComeBackInAnyParts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let whole = (1...3).flatMap(lines)
    let expected = try network.applying(AsDone.reconcile(whole, of: plan, on: network))
    var present = network
    // Of a room all cords come at once: a port must be bare before it is used again.
    for night in 1...3 {
      let (cords, slots) = (lines(night).filter(\.isCord), lines(night).filter { !$0.isCord })
      let parts = Dictionary(grouping: slots.shuffled(using: &random)) { _ in Int.random(in: 0..<3, using: &random) }
      for part in parts.sorted(by: { $0.key < $1.key }).map(\.value) + [cords] {
        present = try present.applying(AsDone.reconcile(part, of: plan, on: present))
      }
    }
    #expect(present.editable.symmetricDifference(expected.editable) == [], "seed \(seed)")
    #expect(Tracer(present).lit(by: plan) == Tracer(expected).lit(by: plan), "seed \(seed)")
  }

  /// Whatever is refused, the others are applied, names included, as if the refused lines said "not done".
  @Test(arguments: 0..<30) func aRefusedLineIsAsOneThatWasNotDone(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var wrong = lines(1)
    var without = wrong
    for rank in wrong.indices where Int.random(in: 0..<3, using: &random) == 0 {
      wrong[rank].slot = 99
      without[rank].outcome = .notDone
    }
    let (found, expected) = (
      AsDone.reconcile(wrong, of: plan, on: network), AsDone.reconcile(without, of: plan, on: network)
    )
    #expect(found.nights == expected.nights, "seed \(seed)")
    #expect(found.count { if case .refused = $0 { true } else { false } } == expected.count { $0 == .notDone })
  }

  // MARK: Half done

  /// Whatever is done or not, or said twice or wrongly, the inventory stays sound, and every dark service is told.
  @Test(arguments: 0..<40) func anyHalfNightLeavesASoundInventory(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var present = network
    for night in 1...3 {
      var lines = lines(night)
      for rank in lines.indices {
        lines[rank].outcome = [.done, .done, .done, .notDone, .unstated].randomElement(using: &random) ?? .done
        guard Int.random(in: 0..<8, using: &random) == 0 else { continue }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines[rank].a?.number = Int.random(in: 0...40, using: &random)
        case 1: lines[rank].b?.number = Int.random(in: 0...40, using: &random)
        case 2: lines[rank].slot = Int.random(in: -1...14, using: &random)
        default: lines[rank].cassette = ["K0", "K1", "K2", "K3", "M1", "M2", "X"].randomElement(using: &random) ?? ""
        }
      }
      lines.shuffle(using: &random)
      let found = AsDone.reconcile(lines, of: plan, on: present)
      let after = try present.applying(found)
      #expect(errors(after).subtracting(errors(present)) == [], "seed \(seed), night \(night)")
      let told = Set(
        found.remarks.compactMap { if case .serviceDark(let service) = $0 { service.rawValue } else { nil } })
      let wentDark = dark(after).subtracting(dark(present))
      #expect(wentDark.isSubset(of: told), "seed \(seed), night \(night): \(wentDark) \(told)")
      #expect(told.isSubset(of: dark(after)), "seed \(seed), night \(night): \(told)")
      present = after
    }
  }

  private func errors(_ network: Network) -> Set<String> {
    Set(network.findings().filter { $0.severity == .error }.map { "\($0.rule) \($0.code)" })
  }

  /// Services that don't get from their first port to their last, by a plain trace.
  private func dark(_ network: Network) -> Set<String> {
    let tracer = Tracer(network)
    return Set(
      network.services.indices.filter { service in tracer.links(of: service).contains { !$0.reachesB } }
        .map { network.services[$0].code.rawValue })
  }
}

extension Tracer {
  /// The far ports that each moved service reaches.
  fileprivate func lit(by plan: MigrationPlan) -> [String: [Bool]] {
    Dictionary(
      uniqueKeysWithValues: plan.services.compactMap { move in
        network.services.index(of: move.service).map { (move.service.rawValue, links(of: $0).map(\.reachesB)) }
      })
  }
}

extension AsDoneLine {
  fileprivate var isCord: Bool { action == .patch || action == .unpatch }
}
