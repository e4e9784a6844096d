public import FibreModel

/// Plans how everything live that starts in one site comes to start in another.
///
/// Tubes move whole: each takes one tube of new cable and one free tray, in a closure on its way that new cable reaches.
/// A quick search tells which tubes can move at all; `CutoverSearch` then finds their windows and proves its bounds. The
/// same network and request give the same plan.
public struct MigrationPlanner: Sendable {
  /// Tries of the quick search.
  private static let firstTries = 20

  /// Makes a planner; it keeps nothing between plans.
  public init() {}

  /// Plans a migration.
  ///
  /// What can't be moved under the rules is listed with its reason. Nothing is proved here: see `PlanChecker`.
  ///
  /// - Parameter secondsLeft: Ends the search when it answers 0 or less, in place of the rounds of the request; the plan
  ///   then depends on the machine.
  public func plan(
    _ request: MigrationRequest, on network: Network, secondsLeft: (() -> Double)? = nil
  ) throws(PlanningRefusal) -> MigrationPlan {
    guard let old = network.site(named: request.from.rawValue) else { throw .unknownSite(request.from) }
    guard let new = network.site(named: request.to.rawValue) else { throw .unknownSite(request.to) }
    guard old != new else { throw .sameSite(request.from) }
    guard !network.rules.windows.isEmpty else { throw .noWindows }
    let survey = MigrationSurvey(of: network, from: old, to: new)
    guard !survey.lines.isEmpty else { throw .nothingLive(at: request.from) }
    guard survey.cordsOverTie == 0 else { throw .cordsOverTie(survey.cordsOverTie) }
    var items = ItemMaking(survey).items()
    guard items.contains(where: { !$0.options.isEmpty }) else { throw .noLanding(from: request.from, to: request.to) }
    while true {
      let facts = ScheduleFacts(survey, items)
      var search = ScheduleSearch(facts: facts, random: SplitMix(seed: request.seed))
      let first = search.best(iterations: Self.firstTries)
      let torn = first.tornTubes(items)
      guard !torn.isEmpty else {
        let (schedule, bounds) = improved(first, survey, facts, request, secondsLeft)
        var writer = PlanWriter(survey: survey, facts: facts, schedule: schedule)
        return writer.plan(for: request, bounds: bounds)
      }
      // Each round leaves more tubes in place, so that the rounds end.
      for tube in torn { items[tube] = items[tube].staying(.otherFibreStays) }
    }
  }

  /// The best schedule found for the tubes that the first one moves, and what none can beat.
  private func improved(
    _ first: MigrationSchedule, _ survey: MigrationSurvey, _ facts: ScheduleFacts, _ request: MigrationRequest,
    _ secondsLeft: (() -> Double)?
  ) -> (MigrationSchedule, PlanObjectives) {
    let moving = facts.items.indices.filter { first.placed[$0] != nil }
    let mapping = CutoverMapping(
      facts, moving: moving, tieCount: survey.ties.count,
      announced: request.announced.map { AnnouncedMoves($0, on: survey.network) })
    var search = CutoverSearch(mapping.problem, seed: request.seed)
    search.run(secondsLeft.map { .clock(secondsLeft: $0) } ?? .rounds(request.iterations))
    let bounds = PlanObjectives(search.bounds, facts.windows)
    guard let best = search.best else { return (first, bounds) }
    let schedule = mapping.schedule(best)
    let isBetter = request.announced != nil || schedule.score.lexicographicallyPrecedes(first.score)
    return (isBetter ? schedule : first, bounds)
  }
}

extension PlanObjectives {
  /// Bounds as a plan announces them: the last window by its number.
  fileprivate init(_ bounds: CutoverBounds, _ windows: [WorkWindow]) {
    let count = min(max(bounds.windows.value, 1), windows.count)
    self.init(
      nights: windows[count - 1].number, crewNights: bounds.crewNights.value,
      weightedOutageMinutes: bounds.weightedOutage.value, splices: bounds.splices.value,
      newFibre: Length(metres: Double(bounds.newFibreMetres.value)))
  }
}
