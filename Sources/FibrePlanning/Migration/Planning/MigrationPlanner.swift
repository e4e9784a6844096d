public import FibreModel

/// Plans how everything live that starts in one site comes to start in another.
///
/// Tubes move whole: each takes one tube of new cable and one free tray, in a closure on its way that new cable reaches.
/// A seeded search fills the windows; the same network and request give the same plan.
public struct MigrationPlanner: Sendable {
  /// Makes a planner; it keeps nothing between plans.
  public init() {}

  /// Plans a migration.
  ///
  /// What can't be moved under the rules is listed with its reason. Nothing is proved here: see `PlanChecker`.
  ///
  /// - Parameter goesOn: Asked before each try but the first; `false` ends the search with the best plan so far. A
  ///   caller that looks at a clock here gives up that the same request gives the same plan.
  /// - Complexity: O(fibres + iterations × windows × tubes²).
  public func plan(
    _ request: MigrationRequest, on network: Network, while goesOn: () -> Bool = { true }
  ) throws(PlanningRefusal) -> MigrationPlan {
    guard let old = network.site(named: request.from.rawValue) else { throw .unknownSite(request.from) }
    guard let new = network.site(named: request.to.rawValue) else { throw .unknownSite(request.to) }
    guard old != new else { throw .sameSite(request.from) }
    guard !network.rules.windows.isEmpty else { throw .noWindows }
    let survey = MigrationSurvey(of: network, from: old, to: new)
    guard !survey.lines.isEmpty else { throw .nothingLive(at: request.from) }
    var items = ItemMaking(survey).items()
    guard items.contains(where: { !$0.options.isEmpty }) else { throw .noLanding(from: request.from, to: request.to) }
    while true {
      let facts = ScheduleFacts(survey, items)
      var search = ScheduleSearch(facts: facts, random: SplitMix(seed: request.seed))
      let schedule = search.best(iterations: request.iterations, while: goesOn)
      let torn = schedule.tornTubes(items)
      guard !torn.isEmpty else {
        var writer = PlanWriter(survey: survey, facts: facts, schedule: schedule)
        return writer.plan(for: request)
      }
      // Each round leaves more tubes in place, so that the rounds end.
      for tube in torn { items[tube] = items[tube].staying(.otherFibreStays) }
    }
  }
}
