// Rounds that change as little as can be of what is announced.
extension CutoverSearch {
  /// Searches from what is announced.
  ///
  /// First for any schedule, in the windows announced, then in more of them; then for one with fewer changes, or with as
  /// many in fewer windows.
  mutating func keepAnnounced() {
    let announced = problem.tubes.compactMap { $0.announced?.window }.max() ?? 0
    let narrowest = min(problem.windows.count, max(bounds.windows.value, announced + 1))
    var hopeless = findNearAnnounced(narrowest)
    while !isOver, let known = best?.objectives {
      let fewer = known.windows - 1
      let isNarrowing = fewer >= narrowest && !hopeless.contains(fewer)
      guard known.changes > 0 || isNarrowing else { return }
      rounds += 1
      // Fewer changes come first, and more windows may give them.
      let isTurnOfWindows = isNarrowing && (known.changes == 0 || rounds % 2 == 0)
      let windows = isTurnOfWindows ? fewer : min(problem.windows.count, known.windows + rounds % 3)
      keepBest(nearAnnounced(windows, hot: [0.5, 2, 1, 6][rounds % 4], changeMinutes: 20), until: { $0.changes == 0 })
      if isTurnOfWindows, best?.objectives == known { hopeless.insert(fewer) }
    }
  }

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
      keepBest(nearAnnounced(windows, hot: 8, changeMinutes: changeMinutes), until: { $0.changes == 0 })
      if best == nil { hopeless.insert(windows) }
      if isWide { changeMinutes = max(0.05, changeMinutes / 6) }
      windows = min(problem.windows.count, windows + more)
      more += rounds
    }
    return hopeless
  }

  private func nearAnnounced(_ windows: Int, hot: Double, changeMinutes: Double) -> Round {
    Round(
      windows: windows, crewNights: slots(windows: windows), start: best.map { .schedule($0) } ?? .announced,
      steps: steps, hot: hot, changeMinutes: changeMinutes)
  }
}
