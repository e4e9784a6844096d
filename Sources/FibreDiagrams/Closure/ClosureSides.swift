import FibreModel

/// Which cables are drawn left and which right, so that joints go across.
struct ClosureSides {
  private(set) var left: [Int] = []
  private(set) var right: [Int] = []

  /// Starts with cables that arrive on the left and cables that leave on the right, then lets a cable change sides as
  /// long as that brings more joints across.
  init(_ fates: ClosureFates) {
    let counts = Self.counts(fates)
    var isLeft = fates.legs.map { $0.side == .b }
    for _ in isLeft {
      let gains = isLeft.indices.map { leg in
        counts[leg].enumerated().reduce(0) { sum, other in
          other.offset == leg ? sum : sum + (isLeft[leg] == isLeft[other.offset] ? other.element : -other.element)
        }
      }
      guard let best = gains.indices.max(by: { (gains[$0], $1) < (gains[$1], $0) }), gains[best] > 0 else { break }
      isLeft[best].toggle()
    }
    // New cables below, so that what is spliced straight through lies level.
    left = isLeft.indices.filter { isLeft[$0] }
      .sorted { (fates.legs[$0].isNew ? 1 : 0, $0) < (fates.legs[$1].isNew ? 1 : 0, $1) }
    right = Self.ordered(isLeft.indices.filter { !isLeft[$0] }, beside: left, fates)
  }

  /// How many joints there are between any two legs, before and after.
  private static func counts(_ fates: ClosureFates) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: fates.legs.count), count: fates.legs.count)
    for leg in fates.legs.indices {
      for fate in fates.before[leg] + fates.after[leg] {
        for meeting in fate.meetings { counts[leg][meeting.partner.leg] += 1 }
      }
    }
    return counts
  }

  /// The right side in the order in which its fibres meet the left from top to bottom.
  private static func ordered(_ legs: [Int], beside left: [Int], _ fates: ClosureFates) -> [Int] {
    func middle(_ leg: Int) -> Int {
      var (sum, count) = (0, 0)
      for meeting in (fates.before[leg] + fates.after[leg]).flatMap(\.meetings) {
        guard let position = left.firstIndex(of: meeting.partner.leg) else { continue }
        sum += position * 10_000 + meeting.partner.number
        count += 1
      }
      return count == 0 ? .max : sum / count
    }
    return legs.map { (middle($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
