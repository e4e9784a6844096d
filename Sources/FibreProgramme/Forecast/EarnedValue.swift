/// Planned value, earned value and actual cost of a programme on a day, and what they say of its end.
///
/// Amounts are all with, or all without tax.
public struct EarnedValue: Hashable, Sendable {
  /// One work item.
  public struct Item: Hashable, Sendable {
    public let name: String
    public let budget: Money
    /// The share of it that was to be done by the day.
    public let planned: Rate
    /// The share of it that is done.
    public let done: Rate

    /// Makes an item.
    public init(name: String, budget: Money, planned: Rate, done: Rate) {
      self.name = name
      self.budget = budget
      self.planned = planned
      self.done = done
    }
  }

  /// AC: paid or accrued.
  public let actualCost: Money
  /// BAC: the budget at completion.
  public let budget: Money
  /// Cents, not rounded, so that indices and estimates don't inherit a rounding.
  private let exactPlanned: Rate
  private let exactEarned: Rate

  /// Adds up the items.
  public init(of items: [Item], actualCost: Money) {
    exactPlanned = items.reduce(.zero) { $0 + $1.planned * Self.cents($1.budget) }
    exactEarned = items.reduce(.zero) { $0 + $1.done * Self.cents($1.budget) }
    budget = items.map(\.budget).total()
    self.actualCost = actualCost
  }

  /// PV, rounded to the cent once.
  public var planned: Money { exactPlanned.of(Money(cents: 1)) }
  /// EV, rounded to the cent once.
  public var earned: Money { exactEarned.of(Money(cents: 1)) }
  /// SV = EV − PV.
  public var scheduleVariance: Money { earned - planned }
  /// CV = EV − AC.
  public var costVariance: Money { earned - actualCost }
  /// SPI = EV / PV, or nothing when nothing was planned.
  public var scheduleIndex: Rate? { exactPlanned.inverse.map { exactEarned * $0 } }
  /// CPI = EV / AC, or nothing when nothing was spent.
  public var costIndex: Rate? { Self.cents(actualCost).inverse.map { exactEarned * $0 } }
  /// EAC = BAC / CPI: the cost goes on as it has.
  public var estimateByTrend: Money? { costIndex?.whole(of: budget) }
  /// EAC = AC + BAC − EV: the rest costs what was planned.
  public var estimateRestAtBudget: Money { actualCost + budget - earned }
  /// EAC = AC + (BAC − EV) / (CPI · SPI): the rest costs what cost and delay so far make of it.
  public var estimateByCostAndDelay: Money? {
    guard let costIndex, let scheduleIndex, let share = (costIndex * scheduleIndex).inverse else { return nil }
    return actualCost + (share * (Self.cents(budget) - exactEarned)).of(Money(cents: 1))
  }
  /// TCPI = (BAC − EV) / (BAC − AC): the index that the rest needs to keep the budget; nothing when all is spent.
  public var indexToBudget: Rate? {
    Self.cents(budget - actualCost).inverse.map { (Self.cents(budget) - exactEarned) * $0 }
  }

  private static func cents(_ amount: Money) -> Rate { Rate(amount.cents, over: 1) ?? .zero }

  /// ETC: what an estimate leaves to be spent.
  public func leftToSpend(of estimate: Money) -> Money { estimate - actualCost }
  /// VAC: what an estimate leaves of the budget, negative when it passes it.
  public func variance(of estimate: Money) -> Money { budget - estimate }
}

/// Earned schedule: the time at which the plan was where the work is now.
///
/// Source: W. Lipke, "Schedule is Different", 2003.
public struct EarnedSchedule: Hashable, Sendable {
  /// In periods of the plan, exact.
  public let periods: Rate
  /// SPI(t) = ES / elapsed, or nothing before the first period.
  public let index: Rate?

  /// Finds the time, with a straight line between two ends of period; nothing when the plan is empty or decreases.
  ///
  /// - Parameters:
  ///   - plan: The planned value at the end of periods 1, 2, 3…
  ///   - elapsed: Periods since the start.
  public init?(plan: [Money], earned: Money, elapsed: Int) {
    let isRising = zip(plan, plan.dropFirst()).allSatisfy { $0 <= $1 }
    guard let first = plan.first, first >= .zero, isRising, elapsed >= 0 else { return nil }
    let whole = plan.lastIndex { $0 <= earned }.map { $0 + 1 } ?? 0
    var part = Rate.zero
    if whole < plan.count {
      let before = whole > 0 ? plan[whole - 1] : .zero
      part = Rate(max(.zero, earned - before), of: plan[whole] - before) ?? .zero
    }
    let periods = (Rate(Int64(whole), over: 1) ?? .zero) + part
    self.periods = periods
    index = Rate(1, over: Int64(elapsed)).map { periods * $0 }
  }
}
