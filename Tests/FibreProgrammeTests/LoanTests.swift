import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

@Suite struct LoanTests {
  private func loan(_ principal: String, _ years: Int, _ period: Loan.Period, rate percent: String = "3") -> Loan {
    Loan(
      principal: euros(principal), annualRate: Rate(percent: percent) ?? .zero, years: years, period: period)
  }

  // MARK: Known loans

  @Test(arguments: [
    ("400000", 15, Loan.Period.month, "2762.33", "2761.52", "97218.59", "33147.96"),
    ("400000", 15, .quarter, "8303.34", "8303.51", "98200.57", "33213.36"),
    ("400000", 15, .year, "33506.63", "33506.67", "102599.49", "33506.63"),
    ("1146800", 20, .month, "6360.13", "6358.45", "379629.52", "76321.56"),
    ("1146800", 20, .year, "77082.97", "77083.06", "394859.49", "77082.97"),
    ("1104097.60", 20, .month, "6123.30", "6122.96", "365494.06", "73479.60"),
  ])
  func instalmentsAreTheKnownOnes(
    principal: String, years: Int, period: Loan.Period, instalment: String, last: String, interest: String,
    perYear: String
  ) throws {
    let schedule = try LoanSchedule(of: loan(principal, years, period))
    #expect(schedule.instalment.description == instalment)
    #expect(schedule.lastInstalment.description == last)
    #expect(schedule.totalInterest.description == interest)
    #expect(schedule.perYear.description == perYear)
  }

  @Test func theFirstYearOfAMonthlyLoanIsTheKnownOne() throws {
    let schedule = try LoanSchedule(of: loan("400000", 15, .month))
    let first = schedule.lines[0]
    #expect(
      [first.interest, first.principal, first.remaining].map(\.description) == ["1000.00", "1762.33", "398237.67"])
    let year = schedule.years[0]
    #expect(year.interest.description == "11706.78")
    #expect(year.principal.description == "21441.18")
    #expect(schedule.years.count == 15)
  }

  @Test func anInstalmentRoundedToTheEuroGivesTheYearOfTheMinutes() throws {
    var stated = loan("400000", 15, .month)
    stated.rounding = .euro
    let schedule = try LoanSchedule(of: stated)
    #expect(schedule.instalment == euros("2762"))
    #expect(schedule.perYear == euros("33144"))
    #expect(schedule.lines.map(\.principal).total() == euros("400000"))
  }

  // MARK: Laws

  static let random: [Loan] = (0..<120).map { seed in
    var random = SeededGenerator(seed: UInt64(seed))
    return Loan(
      principal: Money(cents: Int64.random(in: 100...1_000_000_000, using: &random)),
      annualRate: Rate(millionths: Int64.random(in: 0...120_000, using: &random)),
      years: Int.random(in: 1...40, using: &random),
      period: Loan.Period.allCases.randomElement(using: &random) ?? .year,
      periodicRate: Bool.random(using: &random) ? .proportional : .equivalent,
      repayment: Bool.random(using: &random) ? .constantInstalment : .constantPrincipal)
  }

  @Test(arguments: random)
  func everyScheduleClearsTheLoan(loan: Loan) throws {
    let schedule = try LoanSchedule(of: loan)
    #expect(schedule.lines.count == loan.years * loan.period.perYear)
    #expect(schedule.lines.map(\.principal).total() == loan.principal)
    #expect(schedule.lines.last?.remaining == .zero)
    var remaining = loan.principal
    for line in schedule.lines {
      #expect(line.instalment == line.interest + line.principal)
      #expect(line.principal >= .zero && line.interest >= .zero)
      remaining -= line.principal
      #expect(line.remaining == remaining)
    }
    #expect(schedule.years.map(\.interest).total() == schedule.totalInterest)
  }

  @Test(arguments: random.filter { $0.repayment == .constantInstalment })
  func theInstalmentAgreesWithTheFormula(loan: Loan) throws {
    let schedule = try LoanSchedule(of: loan)
    let (r, m) = (Double(loan.annualRate.numerator) / Double(loan.annualRate.denominator), Double(loan.period.perYear))
    var i = r / m
    if loan.periodicRate == .equivalent {
      // Newton's root is a dull way to the rate of a period.
      i = r / m
      for _ in 0..<60 { i -= (power(1 + i, Int(m)) - (1 + r)) / (m * power(1 + i, Int(m) - 1)) }
    }
    let n = loan.years * Int(m)
    let c = Double(loan.principal.cents)
    let exact = i == 0 ? c / Double(n) : c * i / (1 - 1 / power(1 + i, n))
    // Close to half a cent the double can't decide; half a cent of tolerance plus its own error says all it knows.
    #expect(abs(Double(schedule.instalment.cents) - exact) < 0.5001)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { p, _ in p * base } }

  @Test func anEquivalentRateCompoundsToTheYearlyOne() throws {
    var one = loan("100000", 1, .month)
    one.periodicRate = .equivalent
    // (1.03)^(1/12) − 1 = 0.00246626977…
    #expect(try LoanSchedule(of: one).lines[0].interest.description == "246.63")
    #expect(try LoanSchedule(of: loan("100000", 1, .month)).lines[0].interest.description == "250.00")
  }

  // MARK: Other forms

  @Test func aLoanWithoutInterestIsPaidBackInEqualParts() throws {
    let schedule = try LoanSchedule(of: loan("1000", 1, .month, rate: "0"))
    #expect(schedule.instalment.description == "83.33")
    #expect(schedule.lastInstalment.description == "83.37")
    #expect(schedule.totalInterest == .zero)
  }

  @Test func inDeferredPeriodsInterestAloneIsPaid() throws {
    var deferred = loan("400000", 15, .month)
    deferred.deferredPeriods = 24
    let schedule = try LoanSchedule(of: deferred)
    #expect(schedule.lines.prefix(24).allSatisfy { $0.principal == .zero && $0.interest == euros("1000") })
    #expect(try schedule.instalment == LoanSchedule(of: loan("400000", 13, .month)).instalment)
    #expect(schedule.lines.count == 180)
  }

  @Test func withConstantPrincipalInstalmentsFall() throws {
    var constant = loan("120000", 10, .year)
    constant.repayment = .constantPrincipal
    let schedule = try LoanSchedule(of: constant)
    #expect(schedule.lines.map(\.principal).allSatisfy { $0 == euros("12000") })
    #expect(schedule.instalment == euros("15600"))
    #expect(schedule.lastInstalment == euros("12360"))
  }

  @Test func duesFallOnTheSameDayOrTheLastOfTheMonth() throws {
    var dated = loan("1000", 1, .month)
    dated.firstDueOn = day("2027-01-31")
    let days = try LoanSchedule(of: dated).lines.compactMap(\.dueOn)
    #expect(days.prefix(4).map(\.description) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"])
    #expect(days.last?.description == "2027-12-31")
  }

  @Test func aRentCoversPartOfAYear() throws {
    let schedule = try LoanSchedule(of: loan("400000", 15, .month))
    #expect(schedule.coverage(byYearlyRent: euros("30000"))?.percentText(decimals: 2) == "90.50")
  }

  // MARK: Refusals

  @Test func impossibleLoansAreRefused() {
    func refusal(_ change: (inout Loan) -> Void) -> LoanRefusal? {
      var changed = loan("400000", 15, .month)
      change(&changed)
      do throws(LoanRefusal) {
        _ = try LoanSchedule(of: changed)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal { $0.principal = .zero } == .principal(.zero))
    #expect(refusal { $0.principal = euros("-1") } == .principal(euros("-1")))
    #expect(refusal { $0.principal = Money(cents: .max) } == .principal(Money(cents: .max)))
    #expect(refusal { $0.annualRate = rate("-0.01") } == .rate(rate("-0.01")))
    #expect(refusal { $0.annualRate = rate("1.01") } == .rate(rate("1.01")))
    #expect(refusal { $0.years = 0 } == .years(0))
    #expect(refusal { $0.years = 101 } == .years(101))
    #expect(refusal { $0.deferredPeriods = 180 } == .deferral(periods: 180, of: 180))
    #expect(refusal { $0.deferredPeriods = -1 } == .deferral(periods: -1, of: 180))
    let tiny = refusal {
      $0.principal = euros("100")
      $0.rounding = .euro
      $0.years = 100
      $0.annualRate = rate("0.05")
    }
    #expect(tiny == .instalmentBelowInterest(instalment: .zero, interest: euros("0.42")))
  }
}
