/// What one crew can do in one night in a closure: how many tubes of each duration.
struct NightPatterns: Sendable {
  /// Distinct minutes of a tube in the closure, longest first.
  let durations: [Int]
  /// Counts by duration; only patterns to which no tube can be added. Empty when there are too many.
  let maximal: [[Int]]
  let isComplete: Bool

  /// Lists the patterns of a night.
  ///
  /// - Complexity: O(patterns × durations); ends incomplete past the limit.
  init(durations: Set<Int>, night: Int, limit: Int = 4_000) {
    self.durations = durations.sorted(by: >)
    var found: [[Int]] = []
    var counts = [Int](repeating: 0, count: self.durations.count)
    isComplete = Self.extend(&counts, 0, night, self.durations, limit, &found)
    maximal = isComplete ? found : []
  }

  private static func extend(
    _ counts: inout [Int], _ position: Int, _ left: Int, _ durations: [Int], _ limit: Int, _ found: inout [[Int]]
  ) -> Bool {
    guard position < durations.count else {
      // The shortest comes last, so that a pattern with room for it is not maximal.
      if let shortest = durations.last, left < shortest { found.append(counts) }
      return found.count <= limit
    }
    let duration = durations[position]
    // A tube without minutes would fit any number of times.
    let most = duration == 0 ? 1 : left / duration
    for count in stride(from: most, through: 0, by: -1) {
      counts[position] = count
      guard extend(&counts, position + 1, left - count * duration, durations, limit, &found) else { return false }
    }
    counts[position] = 0
    return true
  }
}
