import FibreModel
import FibreProgramme
import Foundation
import Testing

/// The figures of the syndicate's minutes, as `data/programme` holds them: what adds up, and the faults in them.
@Suite struct MinutesTests {
  private func rows(_ name: String) throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../data/programme/\(name).csv").standardized
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func plan() throws -> FinancingPlan {
    let rows = try rows("financing")
    func amount(_ kind: String) -> Money { euros(rows.first { $0[0] == kind }?[2] ?? "") }
    return FinancingPlan(
      name: "core network move", spendingExcludingTax: amount("spendingExcludingTax"),
      spendingIncludingTax: amount("spendingIncludingTax"),
      resources: rows.compactMap { row in
        FinancingPlan.Resource.Kind(rawValue: row[0]).map { .init(name: row[1], kind: $0, amount: euros(row[2])) }
      })
  }

  private let refundRate = rate("0.16404")

  // MARK: Fault 1: the base of the refund

  @Test func theRefundIsWorkedOutOnTheWrongBase() throws {
    let plan = try plan()
    #expect(plan.uncovered == .zero)
    let findings = plan.findings(refundRate: refundRate)
    #expect(findings.map(\.rule) == ["refund.base-without-tax"])
    let refund = VATRefund(
      onSpendingIncludingTax: plan.spendingIncludingTax, rate: refundRate, declared: plan.total(.vatRefund))
    #expect(refund.mistake() == .baseWithoutTax(base: euros("1300000"), rate: rate("0.164")))
    #expect(refund.refund == euros("255902.40"))
    #expect(refund.excess == euros("-42702.40"))
  }

  @Test func theRightBaseMakesTheLoanSmaller() throws {
    let plan = try plan()
    let needed = plan.neededLoan(refundRate: refundRate)
    #expect(needed == euros("1104097.60"))
    func perYear(_ principal: Money) throws -> Money {
      try LoanSchedule(of: Loan(principal: principal, annualRate: rate("0.03"), years: 20, period: .month)).perYear
    }
    #expect(try perYear(plan.total(.loan)) - perYear(needed) == euros("2841.96"))
  }

  // MARK: Fault 2: the sum of the programme

  @Test func thePlanLeavesOutPartOfTheProgramme() throws {
    let statements = try rows("programme").map {
      ProgrammeAmounts.Statement(source: $0[1], date: nil, amountExcludingTax: euros($0[2]))
    }
    let findings = ProgrammeAmounts(programme: "core network move", statements: statements).findings()
    #expect(findings.map(\.rule) == ["programme.amounts-differ"])
    #expect(findings.map(\.place) == ["plan de financement"])
    #expect(findings.first?.message.description.contains("-100000.00 apart") == true)
  }

  // MARK: What adds up

  @Test func theMembersSharesAddUp() throws {
    let rows = try rows("members")
    let shares = MemberShares(
      name: "2017", shares: rows.dropLast().map { .init(member: $0[0], amount: euros($0[1])) },
      statedTotal: euros(rows.last?[1] ?? ""))
    #expect(shares.findings(place: "members.csv").isEmpty)
    #expect(
      shares.shares.map { shares.part(of: $0)?.percentText(decimals: 2) } == [
        "76.23", "12.50", "0.46", "0.63", "0.49", "3.94", "3.04", "2.72",
      ])
  }

  @Test func theBudgetAddsUpAndIsHalfCarriedOver() throws {
    let row = try #require(try rows("budget").first)
    let budget = BudgetTable(lines: [
      .init(name: row[0], voted: euros(row[1]), carriedOver: euros(row[2]), statedTotal: euros(row[3]))
    ])
    #expect(budget.findings(place: "budget.csv").isEmpty)
    #expect(budget.lines[0].carriedShare?.percentText(decimals: 1) == "48.8")
  }

  @Test func theLotsAreWithinTheEstimate() throws {
    let rows = try rows("lots")
    let lots = rows.filter { $0[0] == "lot" }.map {
      Lot(code: $0[1], object: $0[2], holder: $0[3], amountExcludingTax: euros($0[4]))
    }
    let view = LotsView(lots, estimateExcludingTax: euros(rows.first { $0[0] == "estimate" }?[4] ?? ""))
    #expect(view.totalExcludingTax == euros("1138359.40"))
    #expect(view.totalIncludingTax == euros("1366031.28"))
    #expect(view.gap == euros("261640.60"))
    #expect(view.awardRate?.percentText(decimals: 2) == "81.31")
    #expect(view.holders.map(\.holder) == ["SOGETREL", "EIFFAGE"])
    #expect(view.holders[0].amount == euros("982110.49"))
    #expect(view.holders[0].share?.percentText(decimals: 2) == "86.27")
    #expect(view.rows.map(\.retention.description) == ["9374.93", "28032.12", "30894.51"])
    #expect(view.rows.map(\.penaltyPerDay.description) == ["52.08", "155.73", "171.64"])
  }

  @Test func theYearlyInstalmentIsTwelveRoundedMonths() throws {
    let row = try #require(try rows("loans").first)
    var loan = Loan(
      principal: euros(row[1]), annualRate: Rate(percent: row[2]) ?? .zero, years: Int(row[3]) ?? 0, period: .month)
    #expect(try LoanSchedule(of: loan).perYear != euros(row[4]))
    loan.rounding = .euro
    #expect(try LoanSchedule(of: loan).perYear == euros(row[4]))
  }

  @Test func theControllersYearHas228Days() throws {
    let row = try #require(try rows("controller").first)
    #expect(ControllerLoad.daysPerYear * euros(row[1]) == euros(row[2]))
  }
}
