import FibreModel
import FibreProgramme
import Testing

@Suite struct PaymentTests {
  @Test func lateInterestIsTheKnownOne() throws {
    let late = try LatePayment(amountIncludingTax: euros("120000"), daysLate: 18, rate: rate("0.12"))
    #expect(late.interest == euros("710.14"))
    #expect(late.total == euros("750.14"))
  }

  @Test func aDayInTimeCostsNothing() throws {
    #expect(try LatePayment(amountIncludingTax: euros("120000"), daysLate: 0, rate: rate("0.12")).total == .zero)
    #expect(try LatePayment(amountIncludingTax: .zero, daysLate: 1, rate: rate("0.12")).total == euros("40"))
  }

  @Test func impossiblePaymentsAreRefused() {
    #expect(throws: LatePayment.Refusal.negativeAmount(euros("-1"))) {
      try LatePayment(amountIncludingTax: euros("-1"), daysLate: 1, rate: .zero)
    }
    #expect(throws: LatePayment.Refusal.negativeDays(-1)) {
      try LatePayment(amountIncludingTax: euros("1"), daysLate: -1, rate: .zero)
    }
    #expect(throws: LatePayment.Refusal.rate(rate("12"))) {
      try LatePayment(amountIncludingTax: euros("1"), daysLate: 1, rate: rate("12"))
    }
  }

  // MARK: Invoices

  private func invoice() throws -> Invoice {
    var invoice = try Invoice(
      code: "F1", contractor: "A", amountIncludingTax: euros("1000"), receivedOn: day("2026-01-01"))
    try invoice.reach(.serviceCertified, on: day("2026-01-10"))
    return invoice
  }

  @Test func theStepThatHoldsAnInvoiceIsNamed() throws {
    var invoice = try invoice()
    #expect(invoice.awaited(on: day("2026-01-05")) == .serviceCertified)
    #expect(invoice.awaited(on: day("2026-01-20")) == .validated)
    #expect(invoice.days(for: .serviceCertified, on: day("2026-02-01")) == 9)
    #expect(invoice.days(for: .validated, on: day("2026-02-01")) == 22)
    #expect(invoice.days(for: .paid, on: day("2026-02-01")) == nil)
    for step in [Invoice.Step.validated, .ordered, .paid] { try invoice.reach(step, on: day("2026-02-05")) }
    #expect(invoice.awaited(on: day("2026-02-05")) == nil)
    #expect(invoice.daysLate(on: day("2026-12-31")) == 5)
  }

  @Test func aSuspensionMovesTheDueDateOnce() throws {
    var invoice = try invoice()
    #expect(invoice.dueOn == day("2026-01-31"))
    try invoice.suspend(from: day("2026-01-12"), until: day("2026-01-20"))
    #expect(invoice.dueOn == day("2026-02-08"))
    #expect(throws: Invoice.Refusal.suspendedTwice("F1")) { try invoice.suspend(from: day("2026-01-22"), until: nil) }
    var open = try self.invoice()
    try open.suspend(from: day("2026-01-12"), until: nil)
    #expect(open.dueOn == nil && open.daysLate(on: .latest) == 0)
  }

  @Test func stepsStayInOrder() throws {
    var invoice = try invoice()
    #expect(throws: Invoice.Refusal.outOfOrder("F1", .validated, day("2026-01-09"))) {
      try invoice.reach(.validated, on: day("2026-01-09"))
    }
    #expect(throws: Invoice.Refusal.outOfOrder("F1", .received, day("2025-12-01"))) {
      try invoice.suspend(from: day("2025-12-01"), until: nil)
    }
    #expect(throws: Invoice.Refusal.negativeAmount("F2", euros("-1"))) {
      try Invoice(code: "F2", contractor: "A", amountIncludingTax: euros("-1"), receivedOn: day("2026-01-01"))
    }
  }

  @Test func figuresShowDelaysAndWhatIsAtRisk() throws {
    var paid = try Invoice(
      code: "F2", contractor: "A", amountIncludingTax: euros("120000"), receivedOn: day("2026-01-01"))
    for step in Invoice.Step.allCases.dropFirst() { try paid.reach(step, on: day("2026-02-18")) }
    let figures = try InvoiceFigures(of: [invoice(), paid], on: day("2026-03-01"), rate: rate("0.12"))
    #expect(figures.totalDays == [48, 59])
    #expect(figures.lateCount == 2 && figures.lateShare == .one)
    #expect(figures.waiting[.validated]?.count == 1)
    // 750.14 for the paid one, 40 + 1000 · 0.12 · 29 / 365 for the other.
    #expect(figures.atRisk == euros("799.67"))
    let none = try InvoiceFigures(of: [], on: day("2026-03-01"), rate: rate("0.12"))
    #expect(none.lateShare == nil && none.atRisk == .zero)
  }
}
