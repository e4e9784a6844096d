public import FibreModel

/// Plans how everything live that starts in one site comes to start in another.
///
/// Tubes move whole: each takes one tube of new cable and one free tray, in a closure on its way that new cable reaches.
/// `CutoverSearch` finds their windows and proves its bounds. The same network and request give the same plan.
public struct MigrationPlanner: Sendable {
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
    try refuseIdleCables(of: request, on: network, from: old, to: new)
    var items = ItemMaking(survey).items()
    guard items.contains(where: { !$0.options.isEmpty }) else { throw .noLanding(from: request.from, to: request.to) }
    try refuseIfNoWindow(survey.landings, network.rules.windows)
    var isProved = true
    while true {
      let facts = ScheduleFacts(survey, items)
      let making = ScheduleMaking(facts, request, secondsLeft)
      var torn = making.tubesHeldByOthers()
      if torn.isEmpty {
        let made = making.made()
        torn = made.schedule.tornTubes(items)
        if torn.isEmpty {
          var writer = PlanWriter(survey: survey, facts: facts, schedule: made.schedule)
          var plan = writer.plan(for: request, bounds: made.bounds)
          plan.limits = isProved ? made.limits : nil
          return plan
        }
        // Others might have been left.
        isProved = false
      }
      // Each round leaves more tubes in place, so that the rounds end.
      for tube in torn { items[tube] = items[tube].staying(.otherFibreStays) }
    }
  }

  /// Refuses to do without a cable that nothing leaves the new site by.
  private func refuseIdleCables(
    of request: MigrationRequest, on network: Network, from old: Index<Site>, to new: Index<Site>
  ) throws(PlanningRefusal) {
    guard !request.avoided.isEmpty else { return }
    let landed = MigrationSurvey(of: network, from: old, to: new).landings.flatMap(\.firstSections)
    let cables = Set(landed.map { network.cables[network.sections[$0].cable].code })
    if let cable = request.avoided.subtracting(cables).min() {
      throw .nothingLands(on: cable, but: cables.sorted())
    }
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
}
