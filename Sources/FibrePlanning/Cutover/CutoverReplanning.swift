// Rounds that change as little as can be of what is announced.
extension CutoverSearch {
  /// Searches from what is announced.
  ///
  /// First around what is known to stand, then for any schedule in the windows announced, then in more of them; then for
  /// one with fewer changes, or with as many in fewer windows.
  mutating func keepAnnounced() {
    let announced = problem.tubes.compactMap { $0.announced?.window }.max() ?? 0
    let narrowest = min(problem.windows.count, max(bounds.windows.value, announced + 1))
    if let standing { findAround(standing, narrowest) }
    var hopeless = best == nil ? findNearAnnounced(narrowest) : []
    while !isOver, let known = best?.objectives {
      let fewer = known.windows - 1
      let isNarrowing = fewer >= narrowest && !hopeless.contains(fewer)
      guard known.changes > fewestChanges || isNarrowing else { return }
      rounds += 1
      // Fewer changes come first, and more windows may give them.
      let isTurnOfWindows = isNarrowing && (known.changes <= fewestChanges || rounds % 2 == 0)
      let windows = isTurnOfWindows ? fewer : min(problem.windows.count, known.windows + rounds % 3)
      var round = nearAnnounced(windows, hot: [0.5, 2, 1, 6][rounds % 4])
      if standing != nil, rounds % 4 != 0 { loosen(&round, besides: 4 * rounds) }
      keepAsFew(round)
      if isTurnOfWindows, best?.objectives == known { hopeless.insert(fewer) }
    }
  }

  private var fewestChanges: Int { standing?.fewestChanges ?? 0 }

  private mutating func keepAsFew(_ round: Round) {
    let fewest = fewestChanges
    keepBest(round, until: { $0.changes <= fewest })
  }

  // MARK: Around what stands

  /// Schedules in which what stands does: only the rest is moved about, and, where there is none, what hangs together
  /// with it by cords or legs. The windows announced come first, then some more, then all, and fewer of these again.
  private mutating func findAround(_ standing: StandingStart, _ narrowest: Int) {
    var loose = Set(tables.movable.filter { standing.options[$0] == nil })
    for hot in [8.0, 6, 4] {
      for windows in Set([narrowest, narrowest + 3, problem.windows.count]).sorted()
      where best == nil && windows <= problem.windows.count {
        keepAsFew(around(standing, loose, windows, hot: hot))
      }
      if best != nil {
        narrow(standing, loose, narrowest)
        return gather(standing, loose)
      }
      loose.formUnion(loose.flatMap(neighbours))
    }
  }

  /// As many changes in fewer windows, as long as that goes: by half the way, and by single windows in the end.
  private mutating func narrow(_ standing: StandingStart, _ loose: Set<Int>, _ narrowest: Int) {
    var step = Int.max
    while let known = best?.objectives, known.windows > narrowest, goesOn() {
      step = min(step, (known.windows - narrowest + 1) / 2)
      keepAsFew(around(standing, loose, known.windows - step, hot: 4))
      guard best?.objectives == known else { continue }
      if step == 1 { return }
      step /= 2
    }
  }

  /// As many changes and windows with fewer crew-nights.
  private mutating func gather(_ standing: StandingStart, _ loose: Set<Int>) {
    for hot in [8.0, 4, 2] {
      guard let windows = best?.objectives.windows, goesOn() else { return }
      var round = around(standing, loose, windows, hot: hot)
      round.nightMinutes = 10
      keepBest(round, until: { _ in false })
    }
  }

  private func around(_ standing: StandingStart, _ loose: Set<Int>, _ windows: Int, hot: Double) -> Round {
    Round(
      windows: windows, crewNights: slots(windows: windows),
      start: best.map { .schedule($0) } ?? .standing(standing.options), steps: max(20_000, steps(ofTubes: loose.count)),
      hot: hot, loose: loose.sorted())
  }

  /// Tubes at the other ends of a tube's cords, and those of other legs.
  private func neighbours(of tube: Int) -> [Int] {
    let cords = tables.cords.range(tube)
    let ends = stride(from: cords.lowerBound, to: cords.upperBound, by: 2).map { Int(tables.cords.values[$0]) }
    let legs = tables.apart.range(tube).map { Int(tables.apart.values[$0]) }
    return (ends + legs).filter { $0 >= 0 && problem.tubes[$0].done == nil }
  }

  /// Lets a round move what the best schedule has changed, what hangs together with it, and some others.
  private mutating func loosen(_ round: inout Round, besides count: Int) {
    guard let best else { return }
    let changed = tables.movable.filter { problem.tubes[$0].announced?.window != best.moves[$0].window }
    var loose = Set(changed).union(changed.flatMap(neighbours))
    for _ in 0..<count { loose.insert(tables.movable[random.below(tables.movable.count)]) }
    round.loose = loose.sorted()
    round.steps = max(20_000, steps(ofTubes: loose.count))
  }

  // MARK: Near what is announced

  /// A first schedule: each failure takes more windows, and from all windows on changes grow cheaper, so that the rules
  /// outweigh them.
  ///
  /// - Returns: The numbers of windows in which there was none.
  private mutating func findNearAnnounced(_ narrowest: Int) -> Set<Int> {
    var hopeless: Set<Int> = []
    var windows = narrowest
    var more = 1
    var changeMinutes = 20.0
    var isWide = false
    while best == nil, !isOver || !isWide {
      rounds += 1
      isWide = windows == problem.windows.count
      keepAsFew(nearAnnounced(windows, hot: 8, changeMinutes: changeMinutes))
      if best == nil { hopeless.insert(windows) }
      if isWide { changeMinutes = max(0.05, changeMinutes / 6) }
      windows = min(problem.windows.count, windows + more)
      more += rounds
    }
    return hopeless
  }

  private func nearAnnounced(_ windows: Int, hot: Double, changeMinutes: Double = 20) -> Round {
    Round(
      windows: windows, crewNights: slots(windows: windows), start: best.map { .schedule($0) } ?? .announced,
      steps: steps, hot: hot, changeMinutes: changeMinutes)
  }
}
