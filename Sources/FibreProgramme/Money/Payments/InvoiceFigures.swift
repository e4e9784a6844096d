public import FibreModel

/// What the invoices of one perimeter say of how a buyer pays.
public struct InvoiceFigures: Hashable, Sendable {
  public let date: CalendarDate
  public let count: Int
  /// Days from receipt to payment, or up to the date, in order.
  public let totalDays: [Int]
  /// Days of each step that was reached or is awaited, in order.
  public let stepDays: [Invoice.Step: [Int]]
  /// Invoices and amounts that wait for each step.
  public let waiting: [Invoice.Step: Amount]
  /// Invoices that were paid late, or are late: the latest first, then in order of code.
  public let late: [LateInvoice]

  /// An invoice past its day, and what is due for that.
  public struct LateInvoice: Hashable, Sendable {
    public let invoice: Invoice
    /// The step it waits for; nothing when it is paid.
    public let awaited: Invoice.Step?
    public let payment: LatePayment
  }

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
    var late: [LateInvoice] = []
    for invoice in received where invoice.daysLate(on: date) > 0 {
      let payment = try LatePayment(
        amountIncludingTax: invoice.amountIncludingTax, daysLate: invoice.daysLate(on: date), rate: rate)
      late.append(LateInvoice(invoice: invoice, awaited: invoice.awaited(on: date), payment: payment))
    }
    self.late = late.sorted {
      ($1.payment.daysLate, $0.invoice.code) < ($0.payment.daysLate, $1.invoice.code)
    }
  }

  public var lateCount: Int { late.count }
  /// Interest and fixed sums due on the date.
  public var atRisk: Money { late.map(\.payment.total).total() }
  /// Late of all, or nothing without invoices.
  public var lateShare: Rate? { Rate(Int64(lateCount), over: Int64(count)) }
}
