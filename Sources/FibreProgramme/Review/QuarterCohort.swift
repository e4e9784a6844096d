import FibreModel

/// The attempts on plugs that one contractor handed over in one quarter: months are a handful of attempts each.
public struct QuarterCohort: Hashable, Sendable {
  public let contractor: String
  /// Nothing where the handover is not known; then the quarter is nothing too.
  public let year: Int?
  /// From 1 to 4.
  public let quarter: Int?
  /// Failed of all attempts.
  public let failures: Proportion

  /// Groups attempts by quarter of handover and contractor; unknown quarters come last.
  public static func all(of attempts: [ConnectionAttempt]) -> [QuarterCohort] {
    struct Key: Hashable {
      let year: Int?
      let quarter: Int?
      let contractor: String
    }
    let groups = Dictionary(grouping: attempts) { attempt in
      let day = attempt.handedOverOn
      return Key(year: day?.year, quarter: day.map { ($0.month + 2) / 3 }, contractor: attempt.contractor)
    }
    return groups.map { key, attempts in
      QuarterCohort(
        contractor: key.contractor, year: key.year, quarter: key.quarter,
        failures: Proportion(count: attempts.count { $0.code != nil }, of: attempts.count))
    }.sorted { ($0.order, $0.contractor) < ($1.order, $1.contractor) }
  }

  private var order: Int { year.map { $0 * 4 + (quarter ?? 0) } ?? .max }
}
