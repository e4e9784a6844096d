public import FibreModel

/// What a loan costs, period by period.
///
/// Interest of a period is the rate of the period on what remains, rounded to the cent, halves away from zero. The last
/// instalment clears what is left.
public struct LoanSchedule: Hashable, Sendable {
  /// One instalment.
  public struct Line: Hashable, Sendable {
    /// From 1.
    public let period: Int
    public let dueOn: CalendarDate?
    public let instalment: Money
    public let interest: Money
    public let principal: Money
    /// What is owed after it.
    public let remaining: Money
  }

  /// Several instalments together.
  public struct Sum: Hashable, Sendable {
    public let instalments: Money
    public let interest: Money
    public let principal: Money
    /// What is owed after the last of them.
    public let remaining: Money
  }

  public let loan: Loan
  public let lines: [Line]
  /// The regular instalment; with constant principal the first one that pays principal back.
  public let instalment: Money

  public var lastInstalment: Money { lines.last?.instalment ?? .zero }
  public var totalInterest: Money { lines.map(\.interest).total() }
  /// As many regular instalments as a year has periods.
  public var perYear: Money { loan.period.perYear * instalment }

  /// The instalments of the loan's years, counted from its start.
  public var years: [Sum] {
    stride(from: 0, to: lines.count, by: loan.period.perYear).map { start in
      let lines = lines[start..<min(start + loan.period.perYear, lines.count)]
      return Sum(
        instalments: lines.map(\.instalment).total(), interest: lines.map(\.interest).total(),
        principal: lines.map(\.principal).total(), remaining: lines.last?.remaining ?? .zero)
    }
  }

  /// The share of a year's instalments that a yearly rent pays, or nothing when there are none.
  public func coverage(byYearlyRent rent: Money) -> Rate? { Rate(rent, of: perYear) }

  /// Works a loan out. O(periods) amounts and O(periods²) digits for the exact instalment: 30 years take 0.1 ms.
  public init(of loan: Loan) throws(LoanRefusal) {
    let periods = try Self.periods(of: loan)
    let rate = Annuity.rate(of: loan)
    let paying = periods - loan.deferredPeriods
    let unit: Int64 = loan.rounding == .euro ? 100 : 1
    let regular: Money
    switch loan.repayment {
    case .constantInstalment:
      regular = Annuity.instalment(principal: loan.principal, rate: rate, periods: paying, unit: unit)
      let interest = rate.of(loan.principal)
      guard regular >= interest else { throw .instalmentBelowInterest(instalment: regular, interest: interest) }
    case .constantPrincipal:
      regular = Annuity.instalment(principal: loan.principal, rate: .zero, periods: paying, unit: unit)
    }
    self.loan = loan
    lines = Self.lines(of: loan, rate: rate, regular: regular, periods: periods)
    instalment = loan.repayment == .constantInstalment ? regular : lines[loan.deferredPeriods].instalment
  }

  private static func periods(of loan: Loan) throws(LoanRefusal) -> Int {
    guard loan.principal > .zero, loan.principal.cents < Money.limit else { throw .principal(loan.principal) }
    guard loan.annualRate >= .zero, loan.annualRate <= .one else { throw .rate(loan.annualRate) }
    guard (1...Loan.mostYears).contains(loan.years) else { throw .years(loan.years) }
    let periods = loan.years * loan.period.perYear
    guard (0..<periods).contains(loan.deferredPeriods) else {
      throw .deferral(periods: loan.deferredPeriods, of: periods)
    }
    return periods
  }

  /// - Parameter regular: The instalment, or with constant principal the principal of a period.
  private static func lines(of loan: Loan, rate: Rate, regular: Money, periods: Int) -> [Line] {
    var remaining = loan.principal
    return (1...periods).map { period in
      let interest = rate.of(remaining)
      let principal: Money
      if period <= loan.deferredPeriods {
        principal = .zero
      } else if period == periods {
        principal = remaining
      } else {
        principal = min(loan.repayment == .constantInstalment ? regular - interest : regular, remaining)
      }
      remaining -= principal
      return Line(
        period: period, dueOn: loan.firstDueOn?.adding(months: (period - 1) * 12 / loan.period.perYear),
        instalment: interest + principal, interest: interest, principal: principal, remaining: remaining)
    }
  }
}
