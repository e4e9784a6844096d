public import FibreModel

/// A penalty for lateness: a share of the amount without tax for each calendar day, weekends and holidays included.
///
/// Source: CCAG Travaux, article 19 (1/3000 a day); the contract may say otherwise, which ``ContractTerms`` holds.
public struct Penalty: Hashable, Sendable {
  public let base: Money
  public let days: Int
  public let amount: Money
  /// True when the contract's limit cut it.
  public let isCapped: Bool

  /// Why there is no penalty to work out.
  public enum Refusal: Error, Hashable, Sendable {
    case negativeBase(Money)
    /// Penalties stop at acceptance.
    case afterAcceptance(acceptedOn: CalendarDate, asked: CalendarDate)
  }

  /// The penalty that runs from a due date up to a day.
  ///
  /// - Parameters:
  ///   - base: The amount without tax of the contract, tranche or order that is late.
  ///   - day: The last day counted. A day after acceptance is refused; before the due date the penalty is zero.
  public init(
    on base: Money, dueOn: CalendarDate, acceptedOn: CalendarDate?, upTo day: CalendarDate, terms: ContractTerms
  ) throws(Refusal) {
    guard !base.isNegative else { throw .negativeBase(base) }
    if let acceptedOn, day > acceptedOn { throw .afterAcceptance(acceptedOn: acceptedOn, asked: day) }
    self.base = base
    days = max(0, dueOn.days(to: day))
    let uncapped = Rate(Int64(days), over: terms.penaltyDivisor)?.of(base) ?? .zero
    amount = terms.penaltyCap.map { min(uncapped, $0.of(base)) } ?? uncapped
    isCapped = amount < uncapped
  }
}
