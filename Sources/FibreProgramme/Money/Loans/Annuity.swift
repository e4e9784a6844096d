/// The constant instalment of a loan, without a rounding error before the last.
enum Annuity {
  /// Parts that the equivalent rate of a period is counted in: 15 decimals.
  private static let scale: UInt64 = 1_000_000_000_000_000

  /// The rate of one period.
  static func rate(of loan: Loan) -> Rate {
    let perYear = loan.period.perYear
    let annual = loan.annualRate
    switch loan.periodicRate {
    case .proportional: return annual * (Rate(1, over: Int64(perYear)) ?? .one)
    case .equivalent:
      // (scale + x)^m ≤ (1 + r) · scale^m
      let target = Natural(scale, toThe: perYear) * UInt64(annual.numerator + annual.denominator)
      let parts = Natural.greatest(upTo: scale) { x in
        !(target < Natural(scale + x, toThe: perYear) * UInt64(annual.denominator))
      }
      return Rate(Int64(parts), over: Int64(scale)) ?? .zero
    }
  }

  /// `C·i / (1 − (1 + i)^−n)`, and `C/n` without interest, rounded to the nearest unit of so many cents, halves up.
  ///
  /// With `i = p/q` it is `C·p·(q+p)^n / (q·((q+p)^n − q^n))`, a ratio of whole numbers; the nearest `k` units are the
  /// greatest for which `2·k·unit·divisor ≤ 2·dividend + unit·divisor`.
  static func instalment(principal: Money, rate: Rate, periods: Int, unit: Int64) -> Money {
    let unit64 = UInt64(unit)
    let amount = UInt64(principal.cents)
    var dividend = Natural(amount)
    var divisor = Natural(UInt64(periods))
    if rate > .zero {
      let (p, q) = (UInt64(rate.numerator), UInt64(rate.denominator))
      let grown = Natural(q + p, toThe: periods)
      dividend = grown * amount * p
      divisor = (grown - Natural(q, toThe: periods)) * q
    }
    let bound = dividend * 2 + divisor * unit64
    // No instalment is larger than the whole loan with one period's interest.
    let most = amount * 2 / unit64 + 1
    let units = Natural.greatest(upTo: most) { !(bound < divisor * $0 * (2 * unit64)) }
    return Money(cents: Int64(units) * unit)
  }
}
