import FibreModel

/// Which cables are drawn left and which right, so that joints go across.
struct ClosureSides {
  private(set) var left: [CableLeg] = []
  private(set) var right: [CableLeg] = []

  /// Starts with cables that arrive on the left and cables that leave on the right, then lets a cable change sides as long
  /// as that brings more joints across.
  init(_ runs: ClosureRuns) {
    var isLeft: [CableLeg: Bool] = [:]
    for leg in runs.legs { isLeft[leg] = leg.side == .b }
    var gain: [CableLeg: Int] = [:]
    for _ in 0..<runs.legs.count {
      gain = [:]
      for run in runs.joints where run.first.leg != run.second.leg {
        let change =
          isLeft[run.first.leg] == isLeft[run.second.leg] ? run.first.numbers.count : -run.first.numbers.count
        gain[run.first.leg, default: 0] += change
        gain[run.second.leg, default: 0] += change
      }
      let best = runs.legs.max { (gain[$0] ?? 0, $1.section) < (gain[$1] ?? 0, $0.section) }
      guard let best, (gain[best] ?? 0) > 0 else { break }
      isLeft[best] = !(isLeft[best] ?? false)
    }
    left = runs.legs.filter { isLeft[$0] ?? false }
    right = ordered(runs.legs.filter { !(isLeft[$0] ?? false) }, by: runs)
  }

  /// The right side in the order in which its fibres meet the left from top to bottom.
  private func ordered(_ legs: [CableLeg], by runs: ClosureRuns) -> [CableLeg] {
    var rank: [CableLeg: (sum: Int, count: Int)] = [:]
    for run in runs.joints {
      for (one, other) in [(run.first, run.second), (run.second, run.first)] {
        guard let position = left.firstIndex(of: one.leg) else { continue }
        let known = rank[other.leg] ?? (0, 0)
        let middle = position * 10_000 + (one.numbers.lowerBound + one.numbers.upperBound) / 2
        let count = other.numbers.count
        rank[other.leg] = (known.sum + middle * count, known.count + count)
      }
    }
    func middle(_ leg: CableLeg) -> Int { rank[leg].map { $0.sum / max($0.count, 1) } ?? Int.max }
    return legs.sorted { (middle($0), $0.section) < (middle($1), $1.section) }
  }
}
