public import FibreModel

/// The attempts on plugs that one contractor handed over in one month: the link between how a zone was built and how
/// often its connections fail.
public struct Cohort: Hashable, Sendable {
  /// Nothing where the handover is not known.
  public let handedOverIn: CalendarMonth?
  public let contractor: String
  public let figures: FailureFigures

  /// Groups attempts by month of handover and contractor; unknown months come last.
  public static func all(of attempts: [ConnectionAttempt]) -> [Cohort] {
    struct Key: Hashable {
      let month: CalendarMonth?
      let contractor: String
    }
    return Dictionary(grouping: attempts) { Key(month: $0.handedOverOn?.calendarMonth, contractor: $0.contractor) }
      .map { Cohort(handedOverIn: $0.key.month, contractor: $0.key.contractor, figures: FailureFigures(of: $0.value)) }
      .sorted { ($0.order, $0.contractor) < ($1.order, $1.contractor) }
  }

  private var order: CalendarMonth { handedOverIn ?? CalendarDate.latest.calendarMonth }
}

/// Failure rates month by month with limits for chance: a p-chart.
public struct ControlChart: Hashable, Sendable {
  /// One month. Limits are those of its own number of attempts.
  public struct Point: Hashable, Sendable {
    public let month: CalendarMonth
    public let failures: Proportion
    public let lowLimit: Double
    public let highLimit: Double

    /// The rate lies outside what chance explains; never so in a month without attempts.
    public var isOut: Bool {
      guard failures.total > 0 else { return false }
      let rate = Double(failures.count) / Double(failures.total)
      return rate < lowLimit || rate > highLimit
    }
  }

  /// Failed of all attempts.
  public let mean: Proportion
  public let points: [Point]

  /// Charts every month from the first attempt to the last; limits are three standard deviations: `p ± 3·√(p(1−p)/n)`.
  public init(of attempts: [ConnectionAttempt]) {
    mean = Proportion(count: attempts.count { $0.code != nil }, of: attempts.count)
    let months = Dictionary(grouping: attempts, by: \.date.calendarMonth)
    let p = mean.total > 0 ? Double(mean.count) / Double(mean.total) : 0
    guard let first = months.keys.min(), let last = months.keys.max() else {
      points = []
      return
    }
    points = (0...first.months(to: last)).map { offset in
      let month = first.adding(offset)
      let attempts = months[month] ?? []
      let spread = attempts.isEmpty ? 1 : 3 * (p * (1 - p) / Double(attempts.count)).squareRoot()
      return Point(
        month: month, failures: Proportion(count: attempts.count { $0.code != nil }, of: attempts.count),
        lowLimit: max(0, p - spread), highLimit: min(1, p + spread))
    }
  }
}

extension ConnectionAttempt {
  /// Attempts that can't be as recorded, and codes that no list has; in order of order and number.
  public static func findings(in attempts: [ConnectionAttempt]) -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ severity: Finding.Severity, _ code: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: severity, place: "attempt", code: code, message: message))
    }
    let orders = Dictionary(grouping: attempts, by: \.order)
    for (order, attempts) in orders.sorted(by: { $0.key < $1.key }) {
      for number in repeatedElements(attempts.map(\.number)) {
        report("attempt.number-taken", .error, order, "Attempt \(number) comes twice. Number it again.")
      }
      let sorted = attempts.sorted { $0.number < $1.number }
      if let last = sorted.last?.number,
        let missing = (1...max(1, last)).first(where: { number in
          !sorted.contains { $0.number == number }
        })
      {
        report(
          "attempt.number-missing", .warning, order,
          "It has attempt \(last) and no attempt \(missing). Add it, or number them again.")
      }
      for (before, after) in zip(sorted, sorted.dropFirst()) where after.date < before.date {
        report(
          "attempt.out-of-order", .error, order,
          "Attempt \(after.number) of \(after.date) is older than attempt \(before.number). Correct a date.")
      }
      for attempt in sorted where attempt.handedOverOn.map({ $0 > attempt.date }) ?? false {
        report(
          "attempt.before-handover", .warning, order,
          "Attempt \(attempt.number) of \(attempt.date) is older than the handover of its plug. Check both.")
      }
    }
    for unknown in Ranked.counting(attempts.compactMap(\.code).filter { !$0.isKnown }) {
      report(
        "attempt.code-unknown", .warning, unknown.key.text,
        "\(unknown.count) failures have a code that no list has. They count under other causes.")
    }
    return findings
  }
}
