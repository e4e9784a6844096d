/// What a public buyer owes for paying late: interest, due without being asked, and a fixed sum.
///
/// Source: articles L2192-12 to L2192-15 and R2192-31 to R2192-36 of the code de la commande publique; decree 2013-269.
public struct LatePayment: Hashable, Sendable {
  public let amountIncludingTax: Money
  public let daysLate: Int
  /// A year's, the points above the central bank's rate included.
  public let rate: Rate
  public let interest: Money

  /// Indemnity for recovery costs, from the first day late.
  public static let recoverySum = Money(cents: 40_00)
  /// What is added to the central bank's rate: eight points.
  public static let margin = Rate(millionths: 80_000)

  /// Why there is nothing to work out.
  public enum Refusal: Error, Hashable, Sendable {
    case negativeAmount(Money)
    case negativeDays(Int)
    /// It is negative or above 100 % a year.
    case rate(Rate)
  }

  /// `amount · rate · days / 365`, rounded to the cent, halves up.
  public init(amountIncludingTax: Money, daysLate: Int, rate: Rate) throws(Refusal) {
    guard !amountIncludingTax.isNegative else { throw .negativeAmount(amountIncludingTax) }
    guard (0...Self.mostDays).contains(daysLate) else { throw .negativeDays(daysLate) }
    guard rate >= .zero, rate <= .one else { throw .rate(rate) }
    self.amountIncludingTax = amountIncludingTax
    self.daysLate = daysLate
    self.rate = rate
    let years = Rate(Int64(daysLate), over: 365) ?? .zero
    interest = (rate * years).of(amountIncludingTax)
  }

  /// A century; more is a wrong date.
  private static let mostDays = 36_525

  /// What is due beside interest: nothing in time.
  public var fixedSum: Money { daysLate > 0 ? Self.recoverySum : .zero }
  public var total: Money { interest + fixedSum }
}
