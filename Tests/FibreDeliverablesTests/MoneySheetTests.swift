import FibreDeliverables
import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

@Suite struct MoneySheetTests {
  private func euros(_ text: String) -> Money { Money(text) ?? .zero }
  private func percent(_ text: String) -> Rate { Rate(percent: text) ?? .zero }

  private var loan: LoanSheet {
    get throws {
      let loan = Loan(
        principal: euros("400000"), annualRate: percent("3"), years: 15, period: .month,
        firstDueOn: CalendarDate("2027-01-31"))
      return LoanSheet(try LoanSchedule(of: loan), yearlyRent: euros("30000"))
    }
  }

  private var refund: RefundSheet {
    RefundSheet(
      VATRefund(
        onSpendingIncludingTax: euros("1560000"), rate: percent("16.404"), declared: euros("213200")))
  }

  private var late: LatePaymentSheet {
    get throws {
      LatePaymentSheet(
        try LatePayment(amountIncludingTax: euros("120000"), daysLate: 18, rate: percent("12")))
    }
  }

  private var lots: LotsSheet {
    let lots = [
      ("1", "EIFFAGE", "156248.91"), ("2", "SOGETREL", "467201.98"), ("3", "SOGETREL", "514908.51"),
    ].map { Lot(code: $0.0, object: "objet \($0.0)", holder: $0.1, amountExcludingTax: euros($0.2)) }
    return LotsSheet(
      LotsView(lots, estimateExcludingTax: euros("1400000")), source: "lots.csv", findings: [])
  }

  @Test(arguments: Language.allCases)
  func textsAreAsTheyWereLookedAt(language: Language) throws {
    let text = try [
      loan.text(in: language), refund.text(in: language), late.text(in: language), lots.text(in: language),
    ]
    .joined(separator: "\n")
    try Golden.check(text, "money.\(language.rawValue).txt")
  }

  @Test func valuesAreAsTheyWereLookedAt() throws {
    let documents = try [loan.json, refund.json, late.json, lots.json].map(\.text).joined()
    try Golden.check(documents, "money.json")
    try Golden.check(try loan.csv + refund.csv + late.csv + lots.csv, "money.csv")
  }

  @Test func aLoanSaysWhatWasAskedOfIt() throws {
    guard case .object(let members) = try loan.json else { Issue.record("no object"); return }
    #expect(members["instalment"] == .string("2762.33") && members["lastInstalment"] == .string("2761.52"))
    #expect(members["totalInterest"] == .string("97218.59") && members["perYear"] == .string("33147.96"))
    guard case .array(let schedule)? = members["schedule"], case .object(let first)? = schedule.first else {
      Issue.record("no schedule")
      return
    }
    #expect(schedule.count == 180)
    #expect(
      first == [
        "period": .integer(1), "date": .string("2027-01-31"), "instalment": .string("2762.33"),
        "interest": .string("1000.00"), "principal": .string("1762.33"), "remaining": .string("398237.67"),
      ])
  }

  @Test func withoutDatesAndRentTheyAreLeftOut() throws {
    let schedule = try LoanSchedule(
      of: Loan(principal: euros("1"), annualRate: .zero, years: 1, period: .year))
    guard case .object(let members) = LoanSheet(schedule).json, case .array(let lines)? = members["schedule"],
      case .object(let first)? = lines.first
    else { Issue.record("no schedule"); return }
    #expect(first["date"] == .null && members["yearlyRent"] == nil && members["coveragePercent"] == nil)
  }

  @Test func aRateOfNothingIsNotZero() {
    let sheet = LotsSheet(LotsView([], estimateExcludingTax: .zero), source: "x", findings: [])
    #expect(sheet.text(in: .french).contains("s.o.") && sheet.text(in: .english).contains("n/a"))
    let refund = RefundSheet(VATRefund(onSpendingIncludingTax: .zero, rate: percent("16.404"), declared: .zero))
    #expect(refund.text(in: .french).contains("s.o."))
  }
}
