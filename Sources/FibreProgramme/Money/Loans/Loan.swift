public import FibreModel

/// A loan as its contract states it.
public struct Loan: Hashable, Sendable {
  /// How often it is paid back.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    case month, quarter, half, year

    public var perYear: Int {
      switch self {
      case .month: 12
      case .quarter: 4
      case .half: 2
      case .year: 1
      }
    }
  }

  /// How a yearly rate becomes that of a period.
  public enum PeriodicRate: String, Hashable, Sendable, CaseIterable {
    /// The yearly rate divided by the number of periods, as French public loans are quoted.
    case proportional
    /// The rate that compounds to the yearly one, `(1 + r)^(1/m) − 1`, cut to 15 decimals.
    case equivalent
  }

  /// What the constant instalment is rounded to; interest is always rounded to the cent.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    case cent, euro
  }

  /// What stays the same from period to period.
  public enum Repayment: String, Hashable, Sendable, CaseIterable {
    case constantInstalment, constantPrincipal
  }

  public var principal: Money
  public var annualRate: Rate
  public var years: Int
  public var period: Period
  public var periodicRate: PeriodicRate
  public var rounding: Rounding
  public var repayment: Repayment
  /// Periods at the start in which interest alone is paid; the principal is paid back in those that follow.
  public var deferredPeriods: Int
  /// When the first instalment is due; the others follow at the same day of later months.
  public var firstDueOn: CalendarDate?

  /// Makes a loan; what is not said is what French public loans mostly do.
  public init(
    principal: Money, annualRate: Rate, years: Int, period: Period, periodicRate: PeriodicRate = .proportional,
    rounding: Rounding = .cent, repayment: Repayment = .constantInstalment, deferredPeriods: Int = 0,
    firstDueOn: CalendarDate? = nil
  ) {
    self.principal = principal
    self.annualRate = annualRate
    self.years = years
    self.period = period
    self.periodicRate = periodicRate
    self.rounding = rounding
    self.repayment = repayment
    self.deferredPeriods = deferredPeriods
    self.firstDueOn = firstDueOn
  }

  /// Longest loan that is worked out.
  public static let mostYears = 100
}

/// Why a loan has no schedule.
public enum LoanRefusal: Error, Hashable, Sendable {
  /// It is zero, negative, or more than the text of an amount can say.
  case principal(Money)
  /// It is negative or above 100 % a year.
  case rate(Rate)
  /// It is not 1 to 100.
  case years(Int)
  /// It is negative, or leaves no period to pay back in.
  case deferral(periods: Int, of: Int)
  /// Rounded to the euro, the instalment does not even pay the first interest.
  case instalmentBelowInterest(instalment: Money, interest: Money)
}
