public import FibreModel

extension Zone {
  /// What each step earns of a zone's value, in hundredths; the steps that are not here earn nothing.
  ///
  /// A proposal of this program, to be agreed on before the works: 5 + 10 + 10 + 50 + 10 + 10 + 5.
  public static let weights: [(milestone: Milestone, hundredths: Int64)] = [
    (.summaryStudy, 5), (.detailedStudy, 10), (.executionStudy, 10), (.works, 50), (.acceptance, 10), (.asBuilt, 10),
    (.handover, 5),
  ]

  /// The share of its value that is earned on a day.
  public func earnedShare(on date: CalendarDate) -> Rate { Self.share(of: reached, on: date) }

  /// The share of its value that was planned to be earned by a day.
  public func plannedShare(on date: CalendarDate) -> Rate { Self.share(of: planned, on: date) }

  private static func share(of dates: [Milestone: CalendarDate], on date: CalendarDate) -> Rate {
    let sum = weights.reduce(Int64(0)) { sum, weight in
      sum + (dates[weight.milestone].map { $0 <= date } ?? false ? weight.hundredths : 0)
    }
    return Rate(sum, over: 100) ?? .zero
  }
}

/// Planned value, earned value and actual cost at the end of each month: an S-curve. Amounts are without tax.
public struct ValueCurve: Hashable, Sendable {
  /// The end of one month; what lies after the day of the curve has a plan only.
  public struct Point: Hashable, Sendable {
    public let month: CalendarMonth
    public let planned: Money
    public let earned: Money?
    public let actualCost: Money?
  }

  public let date: CalendarDate
  public let points: [Point]
  /// On the day itself.
  public let today: EarnedValue
  /// Nothing of a programme that is worth nothing.
  public let schedule: EarnedSchedule?

  /// Values the zones of a programme; each contract's amount is parted among the zones of its lot by their plugs.
  ///
  /// Cost is the work stated (*situations*). The curve runs from the first planned or reached step to the last planned one.
  public init(of programme: Programme, on date: CalendarDate) {
    let budgets = Self.budgets(of: programme, on: date)
    let zones = programme.zones
    let days = zones.flatMap { $0.planned.values }
    let first = (days + zones.flatMap { $0.reached.values }).min()?.calendarMonth ?? date.calendarMonth
    let last = max(days.max()?.calendarMonth ?? date.calendarMonth, date.calendarMonth)
    func value(on day: CalendarDate) -> EarnedValue {
      EarnedValue(
        of: zip(zones, budgets).map { zone, budget in
          EarnedValue.Item(
            name: zone.code, budget: budget, planned: zone.plannedShare(on: day), done: zone.earnedShare(on: day))
        }, actualCost: programme.contracts.map { $0.stated(on: day) }.total())
    }
    let months = (0..<max(0, first.months(to: last) + 1)).map { first.adding($0) }
    points = months.map { month in
      let now = month <= date.calendarMonth ? value(on: min(month.lastDay, date)) : nil
      return Point(
        month: month, planned: value(on: month.lastDay).planned, earned: now?.earned, actualCost: now?.actualCost)
    }
    self.date = date
    today = value(on: date)
    let plan = today.budget > .zero ? points.map(\.planned) : []
    schedule = EarnedSchedule(plan: plan, earned: today.earned, elapsed: first.months(to: date.calendarMonth) + 1)
  }

  /// What each zone is worth, in their order: the amounts of the contracts, to the cent.
  static func budgets(of programme: Programme, on date: CalendarDate) -> [Money] {
    var budgets = Array(repeating: Money.zero, count: programme.zones.count)
    for contract in programme.contracts {
      let offsets = programme.zones.indices.filter { programme.zones[$0].lot == contract.lot.code }
      let weights = offsets.map { Int64(max(0, programme.zones[$0].plugs)) }
      guard let parts = contract.amount(on: date).split(by: weights) else { continue }
      for (offset, part) in zip(offsets, parts) { budgets[offset] += part }
    }
    return budgets
  }
}
