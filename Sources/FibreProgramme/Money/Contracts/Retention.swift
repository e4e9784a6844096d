public import FibreModel

/// Money held back until what was reserved at acceptance is mended.
///
/// Source: articles R2191-32 to R2191-35 of the code de la commande publique.
public struct Retention: Hashable, Sendable {
  /// Where the money stands on a day.
  public enum State: Hashable, Sendable {
    /// The works are not accepted yet.
    case beforeAcceptance
    /// The guarantee period runs.
    case held(until: CalendarDate)
    /// The period is over, and reserves are open.
    case blocked(openReserves: Int)
    /// To be paid back by this day, which may be past.
    case due(by: CalendarDate)
    /// A first-demand guarantee or surety stands in its place.
    case replaced
  }

  public let amount: Money
  public let acceptedOn: CalendarDate?
  public let guaranteeMonths: Int
  public let openReserves: Int
  public let isReplacedByGuarantee: Bool

  /// Makes the retention of a contract.
  public init(
    amount: Money, acceptedOn: CalendarDate?, guaranteeMonths: Int, openReserves: Int,
    isReplacedByGuarantee: Bool = false
  ) {
    self.amount = amount
    self.acceptedOn = acceptedOn
    self.guaranteeMonths = guaranteeMonths
    self.openReserves = openReserves
    self.isReplacedByGuarantee = isReplacedByGuarantee
  }

  /// Days after the guarantee period within which it is paid back.
  public static let daysToPayBack = 30

  /// Where it stands on a day.
  public func state(on date: CalendarDate) -> State {
    if isReplacedByGuarantee { return .replaced }
    guard let acceptedOn, acceptedOn <= date else { return .beforeAcceptance }
    let end = acceptedOn.adding(months: guaranteeMonths)
    if date < end { return .held(until: end) }
    return openReserves > 0 ? .blocked(openReserves: openReserves) : .due(by: end.adding(days: Self.daysToPayBack))
  }
}
