// Rounds that change as little as can be of what is announced.
extension CutoverSearch {
  /// Searches from what is announced.
  ///
  /// First only what can't stand is moved about; then everything, at prices of a change that fall until the rules
  /// outweigh them, or else from a plan that knows of no announcement. Then fewer changes are tried, and in the end as
  /// many in fewer windows and crew-nights.
  mutating func keepAnnounced() {
    let announced = problem.tubes.compactMap { $0.announced?.window }.max() ?? 0
    let narrowest = min(problem.windows.count, max(bounds.windows.value, announced + 1))
    if let standing { findAround(standing, narrowest) }
    if best == nil { findNearAnnounced(narrowest) }
    if best == nil { findFirst() }
    while !isOver, let known = best?.objectives, known.changes > fewestChanges {
      rounds += 1
      keepAsFew(near(known))
    }
    while !isOver, let known = best?.objectives, known.windows > narrowest {
      rounds += 1
      keepAsFew(round(known.windows - 1, from: firstStart, hot: 2, changeMinutes: 3))
      if best?.objectives == known { break }
    }
    narrow(to: narrowest)
    gather()
  }

  /// What to try near a schedule, at several prices and heats, now from it and now from what stands: a few more windows
  /// may give fewer changes, which come first.
  private func near(_ known: CutoverObjectives) -> Round {
    let windows = min(problem.windows.count, known.windows + [0, 3, 0, 1][rounds % 4])
    let start = rounds % 2 == 0 ? best.map { Round.Start.schedule($0) } : nil
    return round(
      windows, from: start ?? firstStart, hot: [1, 2, 4][rounds % 3], changeMinutes: [3, 1.5, 2, 5][rounds / 2 % 4])
  }

  private var fewestChanges: Int { standing?.fewestChanges ?? 0 }

  private mutating func keepAsFew(_ round: Round) {
    let fewest = fewestChanges
    keepBest(round, until: { $0.changes <= fewest })
  }

  // MARK: First schedules

  /// Schedules in which what stands does, and only the rest is moved about: the windows announced come first, then some
  /// more, then all.
  private mutating func findAround(_ standing: StandingStart, _ narrowest: Int) {
    let loose = tables.movable.filter { standing.options[$0] == nil }
    for windows in Set([narrowest, narrowest + 3, problem.windows.count]).sorted()
    where best == nil && windows <= problem.windows.count {
      keepAsFew(round(windows, from: firstStart, hot: 8, changeMinutes: 20, loose: loose))
    }
  }

  /// A first schedule: each failure takes more windows, and makes changes cheaper beside the rules.
  private mutating func findNearAnnounced(_ narrowest: Int) {
    var windows = min(problem.windows.count, narrowest + 3)
    var changeMinutes = 1.5
    var wideRounds = 0
    while best == nil, wideRounds < 3 {
      rounds += 1
      if windows == problem.windows.count { wideRounds += 1 }
      keepAsFew(round(windows, from: firstStart, hot: 2, changeMinutes: changeMinutes))
      windows = min(problem.windows.count, windows + 1 + 3 * rounds)
      changeMinutes = max(0.05, changeMinutes / 2)
    }
  }

  private var firstStart: Round.Start { standing.map { .standing($0.options) } ?? .announced }

  // MARK: As many changes

  /// As many changes in fewer windows, as long as that goes: by half the way, and by single windows in the end.
  private mutating func narrow(to narrowest: Int) {
    var step = Int.max
    while let known = best, known.objectives.windows > narrowest, goesOn() {
      step = min(step, (known.objectives.windows - narrowest + 1) / 2)
      keepAsFew(
        round(known.objectives.windows - step, from: .schedule(known), hot: 4, changeMinutes: 20, loose: changed))
      guard best?.objectives == known.objectives else { continue }
      if step == 1 { return }
      step /= 2
    }
  }

  /// Tubes whose window changes, in the best schedule.
  private var changed: [Int] {
    tables.movable.filter { problem.tubes[$0].announced?.window != best?.moves[$0].window }
  }

  /// As many changes and windows with fewer crew-nights.
  private mutating func gather() {
    for hot in [8.0, 4, 2] {
      guard let best, goesOn() else { return }
      var round = round(
        best.objectives.windows, from: .schedule(best), hot: hot, changeMinutes: 20, loose: changed)
      round.nightMinutes = 10
      keepBest(round, until: { _ in false })
    }
  }

  private func round(
    _ windows: Int, from start: Round.Start, hot: Double, changeMinutes: Double, loose: [Int]? = nil
  ) -> Round {
    Round(
      windows: windows, crewNights: slots(windows: windows), start: start,
      steps: loose.map { max(20_000, steps(ofTubes: $0.count)) } ?? steps, hot: hot, changeMinutes: changeMinutes,
      loose: loose)
  }
}
