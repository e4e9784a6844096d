public import FibreModel

/// The lines of a burn-up: what was promised, what there is to do, what is done, month by month.
public struct BurnUp: Hashable, Sendable {
  /// The end of one month. A line that has no value yet has none.
  public struct Point: Hashable, Sendable {
    public let month: CalendarMonth
    /// Plugs promised by contract by then.
    public let contract: Int?
    /// Plugs in the programme by then.
    public let scope: Int?
    public let built: Int?
    public let handedOver: Int?
    public let connectable: Int?
  }

  /// A number of plugs from a month on.
  public struct Step: Hashable, Sendable {
    public let month: CalendarMonth
    public let plugs: Int

    /// Makes a step.
    public init(month: CalendarMonth, plugs: Int) {
      self.month = month
      self.plugs = plugs
    }
  }

  public let points: [Point]

  /// Lines up cumulative series between two months, both included.
  ///
  /// Contract and scope hold until their next step, to the end; counters end with their last month.
  public init(
    from first: CalendarMonth, to last: CalendarMonth, contract: [Step], scope: [Step], built: [Step],
    handedOver: [Step], connectable: [Step]
  ) {
    let count = max(0, first.months(to: last) + 1)
    let months = (0..<count).map { first.adding($0) }
    func held(_ steps: [Step], _ month: CalendarMonth) -> Int? {
      steps.filter { $0.month <= month }.max { $0.month < $1.month }?.plugs
    }
    func counted(_ steps: [Step], _ month: CalendarMonth) -> Int? {
      guard let end = steps.map(\.month).max(), month <= end else { return nil }
      return held(steps, month)
    }
    points = months.map { month in
      Point(
        month: month, contract: held(contract, month), scope: held(scope, month), built: counted(built, month),
        handedOver: counted(handedOver, month), connectable: counted(connectable, month))
    }
  }

  /// The output of each month of a cumulative series: differences, the months without a step being zero.
  ///
  /// A month that falls below the one before counts as zero, as a counter is no output when it loses plugs.
  public static func monthlyOutput(of steps: [Step]) -> [Int] {
    let sorted = steps.sorted { $0.month < $1.month }
    guard let first = sorted.first, let last = sorted.last else { return [] }
    var level: [CalendarMonth: Int] = [:]
    for step in sorted { level[step.month] = step.plugs }
    var (previous, outputs) = (first.plugs, [Int]())
    for offset in 1..<max(1, first.month.months(to: last.month) + 1) {
      let plugs = level[first.month.adding(offset)] ?? previous
      outputs.append(max(0, plugs - previous))
      previous = plugs
    }
    return outputs
  }
}
