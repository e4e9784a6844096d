public import FibreModel

/// A link on its way over the tie, while the link that it is patched to has not moved yet, or has moved already.
public struct TieRoute: Hashable, Sendable {
  public let service: Code<Service>
  /// Of its worst fibre, over both links, cords and tie.
  public let figures: RouteFigures
  /// May be worse than before and after; told, not refused.
  public let verdict: OpticalVerdict
}

/// One night of a plan, proved, as edits of the inventory.
public struct CheckedNight: Hashable, Sendable {
  public let night: PlanNight
  /// What the night does to the inventory, in order; `changes.inverse` is the way back.
  public let changes: [NetworkChange]
  /// Most minutes that any crew needs to take back the tube in hand when the reserve begins.
  public let rollBackMinutes: Int
  /// Services that go over the tie after the night, in order of code.
  public let tieRoutes: [TieRoute]
}

/// What a check counted; the figures add up: `servicesBefore = servicesMoved + unchanged`.
public struct Certificate: Hashable, Sendable {
  /// Services of the whole network before the plan.
  public let servicesBefore: Int
  public let servicesMoved: Int
  /// Services whose route is the same before and after.
  public let unchanged: Int
  /// Every moved service ends at the same port and on the same kept fibres as before.
  public let sameFarEnd: Bool
  /// Intermediate states of the inventory that were verified, one after each step.
  public let statesReplayed: Int
  /// Fibres of the old side that carry nothing afterwards.
  public let deadFibres: Int
}

/// A plan that was replayed on its network and found right. Only `PlanChecker` can make one.
public struct CheckedPlan: Sendable {
  public let plan: MigrationPlan
  /// The network before the nights that were checked.
  public let network: Network
  /// The network after them.
  public let networkAfter: Network
  public let nights: [CheckedNight]
  public let certificate: Certificate

  fileprivate init(
    plan: MigrationPlan, network: Network, networkAfter: Network, nights: [CheckedNight], certificate: Certificate
  ) {
    self.plan = plan
    self.network = network
    self.networkAfter = networkAfter
    self.nights = nights
    self.certificate = certificate
  }
}

/// Replays plans step by step and verifies rules C1 to C16; shares no code with what makes plans.
public enum PlanChecker {
  /// Checks a whole plan on the network that it was made for. O(network + steps × length of routes).
  ///
  /// - Throws: everything that is wrong with the plan.
  public static func check(_ plan: MigrationPlan, on network: Network) throws(PlanViolations) -> CheckedPlan {
    try check(plan, on: network, from: .min)
  }

  /// Checks what is left of a plan on a network to which the windows before one have been applied.
  ///
  /// Services of earlier windows must start at their new ports; only later windows are replayed, returned and counted.
  /// The figures before the plan are not compared for links whose cords an earlier window may have laid anew.
  ///
  /// - Throws: everything that is wrong with the rest of the plan.
  public static func check(_ plan: MigrationPlan, on network: Network, from night: Int) throws(PlanViolations)
    -> CheckedPlan
  {
    let isResumed = plan.nights.contains { $0.night < night }
    var faults: [PlanFault] = []
    if isResumed ? network.revision < plan.revision : network.revision != plan.revision {
      faults.append(.wrongRevision(planned: plan.revision, network: network.revision))
    }
    let old = network.site(named: plan.from.rawValue)
    let new = network.site(named: plan.to.rawValue)
    if old == nil { faults.append(.unknownSite(plan.from)) }
    if new == nil || new == old { faults.append(.unknownSite(plan.to)) }
    guard faults.isEmpty, let old, let new else {
      throw PlanViolations(all: faults.map { PlanViolation(place: PlanPlace(), fault: $0) }.sorted())
    }
    var replay = PlanReplay(plan, on: network, from: night, old: old, new: new)
    let dead = replay.run()
    return try checked(replay, deadFibres: dead)
  }

  private static func checked(_ replay: PlanReplay, deadFibres: Int) throws(PlanViolations) -> CheckedPlan {
    guard replay.found.isEmpty else { throw PlanViolations(all: replay.found.sorted()) }
    let after: Network
    do throws(ChangeRefusal) {
      after = try replay.network.applying(replay.nights.flatMap(\.changes))
    } catch {
      throw PlanViolations(all: [PlanViolation(place: PlanPlace(), fault: .changeRefused(error))])
    }
    let services = replay.network.services.count
    let moved = replay.moves.count
    let certificate = Certificate(
      servicesBefore: services, servicesMoved: moved, unchanged: services - moved, sameFarEnd: true,
      statesReplayed: replay.statesReplayed, deadFibres: deadFibres)
    let nights = replay.nights.map {
      CheckedNight(
        night: $0.night, changes: $0.changes, rollBackMinutes: $0.rollBackMinutes, tieRoutes: $0.tieRoutes)
    }
    return CheckedPlan(
      plan: replay.plan, network: replay.network, networkAfter: after, nights: nights, certificate: certificate)
  }
}

extension PlanReplay {
  /// Replays all windows and checks what holds for the plan as a whole; answers how many fibres went dark.
  fileprivate mutating func run() -> Int {
    for night in plan.nights where night.night >= firstNight { replay(night) }
    for number in live.links.indices { checkConservation(of: number) }
    checkCompleteness()
    checkWindows()
    checkAnnouncements()
    checkFigures()
    checkUntouched()
    return checkOldSide()
  }
}
