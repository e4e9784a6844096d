import FibreModel

/// What no plan that moves the same tubes can beat.
struct ScheduleBounds {
  let facts: ScheduleFacts
  /// The tubes that are moved, by offset.
  let movable: [Int]

  init(_ facts: ScheduleFacts, moving schedule: MigrationSchedule) {
    self.facts = facts
    movable = facts.items.indices.filter { schedule.placed[$0] != nil }
  }

  /// Bounds on windows (work over crews, closures with no alternative, operators' quotas, protected pairs), crew-nights,
  /// outage and splices. Where the solver gives no answer, the count alone stands.
  func bounds() -> PlanObjectives {
    let crewNights = max(sumOfShares(), solved(.crewNights))
    let crews = facts.windows.map(\.crews).max() ?? 1
    let pairs = facts.rivals.contains { !$0.isEmpty } ? 1 + facts.parameters.soakWindows : 1
    let nights = [
      (crewNights + crews - 1) / max(1, crews), closureBound(), operatorBound(), pairs, solved(.windows),
    ].max()
    return PlanObjectives(
      nights: nights, crewNights: crewNights, weightedOutageMinutes: outage(), splices: splices())
  }

  private func solved(_ goal: CrewNightProgram.Goal) -> Int {
    do {
      return try CrewNightProgram(facts, movable, goal).least() ?? 0
    } catch {
      return 0
    }
  }

  /// Each tube takes at least its least share of a crew's night.
  private func sumOfShares() -> Int {
    let shares = movable.map { item -> Double in
      facts.items[item].options.map { Double($0.minutes) / Double(max(1, facts.widestNight(at: $0.closure))) }.min()
        ?? 0
    }
    return Int((shares.reduce(0, +) - 1e-9).rounded(.up))
  }

  /// Tubes that can be cut in one closure only fill that closure's nights.
  private func closureBound() -> Int {
    var minutes: [Index<Box>: Int] = [:]
    for item in movable {
      let options = facts.items[item].options
      if options.count == 1 { minutes[options[0].closure, default: 0] += options[0].minutes }
    }
    return minutes.map { closure, sum in
      let night = max(1, facts.widestNight(at: closure) * facts.crews(in: closure))
      return (sum + night - 1) / night
    }.max() ?? 0
  }

  private func operatorBound() -> Int {
    var circuits: [String: Int] = [:]
    for item in movable { circuits.merge(facts.circuits[item], uniquingKeysWith: +) }
    let quota = max(1, facts.parameters.operatorQuota)
    return circuits.values.map { ($0 + quota - 1) / quota }.max() ?? 0
  }

  private func outage() -> Int {
    movable.reduce(0) { sum, item in
      sum + (facts.items[item].options.map { facts.weightedOutage(item, $0) }.min() ?? 0)
    }
  }

  private func splices() -> Int {
    movable.reduce(0) { sum, item in
      sum + (facts.items[item].options.map { $0.places.count + $0.others.count }.min() ?? 0)
    }
  }
}
