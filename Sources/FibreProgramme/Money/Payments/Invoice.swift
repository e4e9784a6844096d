public import FibreModel

/// A request for payment on its way through the steps that may hold it.
public struct Invoice: Hashable, Sendable {
  /// What happens to it, in this order.
  public enum Step: Int, Hashable, Comparable, Sendable, CaseIterable {
    case received, serviceCertified, validated, ordered, paid

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public let code: String
  public let contractor: String
  public let amountIncludingTax: Money
  /// When each step was reached.
  public private(set) var dates: [Step: CalendarDate]
  public private(set) var suspendedFrom: CalendarDate?
  /// The day it was complete again; nothing while it is suspended.
  public private(set) var suspendedUntil: CalendarDate?

  /// Days from receipt within which local bodies pay: 20 to order, 10 to pay.
  public static let daysToPay = 30

  /// Why a step or suspension is not recorded.
  public enum Refusal: Error, Hashable, Sendable {
    /// A payment is suspended once at most.
    case suspendedTwice(String)
    /// A later step can't be older than an earlier one.
    case outOfOrder(String, Step, CalendarDate)
    case negativeAmount(String, Money)
  }

  /// Makes an invoice that has just come in.
  public init(code: String, contractor: String, amountIncludingTax: Money, receivedOn: CalendarDate) throws(Refusal) {
    guard !amountIncludingTax.isNegative else { throw .negativeAmount(code, amountIncludingTax) }
    self.code = code
    self.contractor = contractor
    self.amountIncludingTax = amountIncludingTax
    dates = [.received: receivedOn]
  }

  /// Records a step.
  public mutating func reach(_ step: Step, on date: CalendarDate) throws(Refusal) {
    let isInOrder = dates.allSatisfy { $0.key < step ? $0.value <= date : $0.key > step ? $0.value >= date : true }
    guard isInOrder else { throw .outOfOrder(code, step, date) }
    dates[step] = date
  }

  /// Stops the clock, once.
  public mutating func suspend(from start: CalendarDate, until end: CalendarDate?) throws(Refusal) {
    guard suspendedFrom == nil else { throw .suspendedTwice(code) }
    guard let received = dates[.received], start >= received, end.map({ $0 >= start }) ?? true else {
      throw .outOfOrder(code, .received, start)
    }
    suspendedFrom = start
    suspendedUntil = end
  }

  /// The day by which it is to be paid, or nothing while it is suspended.
  public var dueOn: CalendarDate? {
    guard let received = dates[.received] else { return nil }
    guard let suspendedFrom else { return received.adding(days: Self.daysToPay) }
    return suspendedUntil.map { received.adding(days: Self.daysToPay + suspendedFrom.days(to: $0)) }
  }

  /// Days late on a day, or when it was paid.
  public func daysLate(on date: CalendarDate) -> Int {
    let end = dates[.paid].map { min($0, date) } ?? date
    return max(0, dueOn?.days(to: end) ?? 0)
  }

  /// The step it waits for on a day, or nothing when it is paid.
  public func awaited(on date: CalendarDate) -> Step? {
    Step.allCases.first { step in dates[step].map { $0 > date } ?? true }
  }

  /// Days between the step before and this one, up to a day when it has not come; nothing before the one before.
  public func days(for step: Step, on date: CalendarDate) -> Int? {
    guard let previous = Step(rawValue: step.rawValue - 1), let start = dates[previous], start <= date else {
      return nil
    }
    return start.days(to: min(dates[step] ?? date, date))
  }
}
