public import FibreModel

/// Plans how everything live that starts in one site comes to start in another.
///
/// Tubes move whole: each takes one tube of new cable and one free tray, in a closure on its way that new cable reaches.
/// `CutoverSearch` finds their windows and proves its bounds. The same network and request give the same plan.
public struct MigrationPlanner: Sendable {
  /// Tries of the quick search.
  private static let quickTries = 400

  /// Rounds for moving more than what was announced and still stands.
  private static let briefRounds = 3

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
    let survey = MigrationSurvey(of: network, from: old, to: new, avoiding: request.avoided)
    guard !survey.lines.isEmpty else { throw .nothingLive(at: request.from) }
    if let cable = idleCable(of: request, on: network, from: old, to: new) { throw .nothingLands(on: cable) }
    var items = ItemMaking(survey).items()
    guard items.contains(where: { !$0.options.isEmpty }) else { throw .noLanding(from: request.from, to: request.to) }
    try refuseIfNoWindow(survey.landings, network.rules.windows)
    while true {
      let facts = ScheduleFacts(survey, items)
      let (schedule, bounds) = scheduled(survey, facts, request, secondsLeft)
      let torn = schedule.tornTubes(items)
      guard !torn.isEmpty else {
        var writer = PlanWriter(survey: survey, facts: facts, schedule: schedule)
        return writer.plan(for: request, bounds: bounds)
      }
      // Each round leaves more tubes in place, so that the rounds end.
      for tube in torn { items[tube] = items[tube].staying(.otherFibreStays) }
    }
  }

  /// A cable to be avoided on which nothing could land anyhow.
  private func idleCable(
    of request: MigrationRequest, on network: Network, from old: Index<Site>, to new: Index<Site>
  ) -> Code<Cable>? {
    guard !request.avoided.isEmpty else { return nil }
    let landed = MigrationSurvey(of: network, from: old, to: new).landings.flatMap(\.sections)
    let cables = Set(landed.map { network.cables[network.sections[$0].cable].code })
    return request.avoided.subtracting(cables).min()
  }

  /// Whether any window has a crew and comes after the acceptance of something that lands.
  private func refuseIfNoWindow(_ landings: [LandingTube], _ windows: [WorkWindow]) throws(PlanningRefusal) {
    let accepted = landings.compactMap(\.acceptedOn).min()
    let isAsked = landings.allSatisfy { $0.acceptedOn != nil }
    let isUsable = windows.contains { window in
      window.crews > 0 && (!isAsked || accepted.map { $0 < window.date } ?? true)
    }
    guard !isUsable, let last = windows.map(\.date).max() else { return }
    throw .noUsableWindow(
      count: windows.count, crews: windows.map(\.crews).max() ?? 0, last: last,
      accepted: isAsked ? accepted : nil)
  }

  /// The best schedule found that moves every tube that can move, and what none can beat.
  private func scheduled(
    _ survey: MigrationSurvey, _ facts: ScheduleFacts, _ request: MigrationRequest, _ secondsLeft: (() -> Double)?
  ) -> (MigrationSchedule, PlanObjectives) {
    let movable = facts.items.indices.filter { !facts.items[$0].options.isEmpty && !facts.rivals[$0].contains($0) }
    let (all, bounds) = searched(movable, survey, facts, request, secondsLeft)
    if let all { return (all, bounds) }
    // Not all of them find a place: a quick search tells which do.
    var quick = ScheduleSearch(facts: facts, random: SplitMix(seed: request.seed))
    let first = quick.best(iterations: Self.quickTries)
    let placed = facts.items.indices.filter { first.placed[$0] != nil }
    if let standing = standing(of: movable, survey, facts, request, secondsLeft),
      standing.0.services(facts.items) >= first.services(facts.items)
    {
      return standing
    }
    let (some, boundsOfSome) = searched(placed, survey, facts, request, secondsLeft)
    guard let some, request.announced != nil || some.score.lexicographicallyPrecedes(first.score) else {
      return (first, boundsOfSome)
    }
    return (some, boundsOfSome)
  }

  /// A schedule in which the announced moves that can stand do, and that moves others where there is room; nothing when
  /// nothing is announced.
  private func standing(
    of movable: [Int], _ survey: MigrationSurvey, _ facts: ScheduleFacts, _ request: MigrationRequest,
    _ secondsLeft: (() -> Double)?
  ) -> (MigrationSchedule, PlanObjectives)? {
    guard let plan = request.announced else { return nil }
    let announced = AnnouncedMoves(plan, on: survey.network)
    let selection = AnnouncedSelection(facts, announced, of: movable)
    guard !selection.kept.isEmpty else { return nil }
    let others = selection.others(of: movable, announced)
    if !others.isEmpty {
      var brief = request
      brief.iterations = min(Self.briefRounds, request.iterations)
      let (more, bounds) = searched(
        (selection.kept + others).sorted(), survey, facts, brief, secondsLeft)
      if let more { return (more, bounds) }
    }
    let (some, bounds) = searched(selection.kept, survey, facts, request, secondsLeft)
    return some.map { ($0, bounds) }
  }

  private func searched(
    _ moving: [Int], _ survey: MigrationSurvey, _ facts: ScheduleFacts, _ request: MigrationRequest,
    _ secondsLeft: (() -> Double)?
  ) -> (MigrationSchedule?, PlanObjectives) {
    let mapping = CutoverMapping(
      facts, moving: moving, announced: request.announced.map { AnnouncedMoves($0, on: survey.network) })
    var search = CutoverSearch(mapping.problem, seed: request.seed)
    search.run(secondsLeft.map { .clock(secondsLeft: $0) } ?? .rounds(request.iterations))
    return (search.best.map(mapping.schedule), PlanObjectives(search.bounds, facts.windows))
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
