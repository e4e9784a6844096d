import Solver

/// One compromise between windows, outage and the size of the tie.
public struct CutoverFrontPoint: Hashable, Sendable {
  public let schedule: CutoverSchedule

  public var windows: Int { schedule.objectives.windows }
  public var weightedOutage: Int { schedule.objectives.weightedOutage }
  public var peakTie: Int { schedule.objectives.peakTie }

  /// Whether it is no worse in all three, and better in one.
  func dominates(_ other: Self) -> Bool {
    windows <= other.windows && weightedOutage <= other.weightedOutage && peakTie <= other.peakTie
      && (windows, weightedOutage, peakTie) != (other.windows, other.weightedOutage, other.peakTie)
  }
}

extension CutoverSearch {
  /// What windows, outage and tie fibres can be had together; found, not proved.
  ///
  /// From the best schedule, and for each number of windows up to some more, the tie is made narrower as long as a
  /// schedule is found. With fewer windows than the best schedule, which has the tie of the problem, a tie without limit
  /// is tried.
  ///
  /// - Parameter moreWindows: How many windows above the best number are looked at.
  /// - Returns: In order of windows, then outage, then tie; none better in all than another.
  public mutating func front(moreWindows: Int, _ limit: CutoverLimit) -> [CutoverFrontPoint] {
    guard let best else { return [] }
    self.limit = limit
    var found = [best]
    if bounds.windows.value < best.objectives.windows {
      for windows in bounds.windows.value..<best.objectives.windows {
        found += narrowed(windows, from: withoutTie(windows))
      }
    }
    var narrowest = best
    for windows in best.objectives.windows...min(problem.windows.count, best.objectives.windows + moreWindows) {
      guard goesOn() else { break }
      found += narrowed(windows, from: narrowest)
      if let last = found.min(by: { $0.objectives.peakTie < $1.objectives.peakTie }) { narrowest = last }
    }
    return Self.undominated(found.map { CutoverFrontPoint(schedule: $0) })
  }

  private mutating func withoutTie(_ windows: Int) -> CutoverSchedule? {
    let nights = packings.filter { $0.key.windows <= windows }.max { $0.key.windows < $1.key.windows }?.value
    guard let nights else { return nil }
    let round = Round(
      windows: windows, crewNights: slots(windows: windows), start: .nights(nights), steps: steps, hot: 2,
      tieFibres: .max)
    return anneal(round, until: { _ in true })?.schedule
  }

  /// Schedules in so many windows with an ever narrower tie, from a given one.
  private mutating func narrowed(_ windows: Int, from start: CutoverSchedule?) -> [CutoverSchedule] {
    guard var current = start else { return [] }
    var found = [current]
    var failed = 0
    var step = max(1, current.objectives.peakTie / 8)
    while failed < 3, current.objectives.peakTie > 0, goesOn() {
      rounds += 1
      let round = Round(
        windows: windows, crewNights: slots(windows: windows), start: .schedule(current), steps: steps / 2,
        hot: [1.0, 3, 6][failed % 3], tieFibres: max(0, current.objectives.peakTie - step))
      if let schedule = anneal(round, until: { _ in false })?.schedule {
        found.append(schedule)
        current = schedule
      } else if step > 1 {
        step /= 2
      } else {
        failed += 1
      }
    }
    return found
  }

  private static func undominated(_ points: [CutoverFrontPoint]) -> [CutoverFrontPoint] {
    var kept: [CutoverFrontPoint] = []
    let order = points.sorted {
      ($0.windows, $0.weightedOutage, $0.peakTie) < ($1.windows, $1.weightedOutage, $1.peakTie)
    }
    for point in order {
      let isSame = kept.contains {
        ($0.windows, $0.weightedOutage, $0.peakTie) == (point.windows, point.weightedOutage, point.peakTie)
      }
      if !isSame, !order.contains(where: { $0.dominates(point) }) { kept.append(point) }
    }
    return kept
  }
}
