public import FibreModel

/// What the invoices of one perimeter say of how a buyer pays.
public struct InvoiceFigures: Hashable, Sendable {
  public let date: CalendarDate
  public let count: Int
  public let lateCount: Int
  /// Days from receipt to payment, or up to the date, in order.
  public let totalDays: [Int]
  /// Days of each step that was reached or is awaited, in order.
  public let stepDays: [Invoice.Step: [Int]]
  /// Invoices and amounts that wait for each step.
  public let waiting: [Invoice.Step: Amount]
  /// Interest and fixed sums due on the date.
  public let atRisk: Money

  /// A number of invoices and what they add up to.
  public struct Amount: Hashable, Sendable {
    public let count: Int
    public let amount: Money
  }

  /// Counts the invoices received up to a date.
  ///
  /// - Parameter rate: The yearly rate of late interest on that date.
  public init(of invoices: [Invoice], on date: CalendarDate, rate: Rate) throws(LatePayment.Refusal) {
    let received = invoices.filter { $0.dates[.received].map { $0 <= date } ?? false }
    self.date = date
    count = received.count
    lateCount = received.count { $0.daysLate(on: date) > 0 }
    totalDays = received.map { invoice in
      let start = invoice.dates[.received] ?? date
      return start.days(to: min(invoice.dates[.paid] ?? date, date))
    }.sorted()
    var stepDays: [Invoice.Step: [Int]] = [:]
    for step in Invoice.Step.allCases {
      stepDays[step] = received.compactMap { $0.days(for: step, on: date) }.sorted()
    }
    self.stepDays = stepDays.filter { !$0.value.isEmpty }
    waiting = Dictionary(grouping: received.filter { $0.awaited(on: date) != nil }) { $0.awaited(on: date) ?? .paid }
      .mapValues { Amount(count: $0.count, amount: $0.map(\.amountIncludingTax).total()) }
    var risk = Money.zero
    for invoice in received {
      let days = invoice.daysLate(on: date)
      risk += try LatePayment(amountIncludingTax: invoice.amountIncludingTax, daysLate: days, rate: rate).total
    }
    atRisk = risk
  }

  /// Late of all, or nothing without invoices.
  public var lateShare: Rate? { Rate(Int64(lateCount), over: Int64(count)) }
}
