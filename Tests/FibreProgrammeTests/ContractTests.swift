import FibreModel
import FibreProgramme
import Testing

@Suite struct ContractTests {
  private var contract: Contract {
    var contract = Contract(
      lot: Lot(code: "L1", holder: "A", amountExcludingTax: euros("300000")), notifiedOn: day("2026-01-15"))
    contract.amendments = [.init(signedOn: day("2026-05-01"), change: euros("15000"), reason: "two more streets")]
    contract.orders = [
      .init(code: "O1", orderedOn: day("2026-02-01"), amount: euros("200000")),
      .init(code: "O2", orderedOn: day("2026-06-01"), amount: euros("115000")),
    ]
    contract.situations = [
      .init(number: 1, date: day("2026-01-20"), amount: euros("15000"), isAdvance: true),
      .init(number: 2, date: day("2026-03-31"), amount: euros("100000")),
      .init(number: 3, date: day("2026-07-31"), amount: euros("99999.99")),
    ]
    return contract
  }

  @Test func amountsFollowTheDate() {
    #expect(contract.amount(on: day("2026-04-30")) == euros("300000"))
    #expect(contract.amount(on: day("2026-05-01")) == euros("315000"))
    #expect(contract.amendedShare(on: .latest)?.percentText(decimals: 1) == "5.0")
    #expect(contract.ordered(on: day("2026-02-01")) == euros("200000"))
    #expect(contract.stated(on: .latest) == euros("199999.99"))
  }

  @Test func advancesArePaidWithoutRetention() {
    #expect(contract.retained(on: day("2026-03-01")) == .zero)
    #expect(contract.retained(on: .latest) == euros("12000"))
    #expect(contract.findings(on: .latest).isEmpty)
  }

  @Test func impossibleContractsAreReported() {
    var wrong = contract
    wrong.lot = Lot(code: "L1", amountExcludingTax: euros("-1"))
    wrong.notifiedOn = day("2026-06-15")
    wrong.orders.append(.init(code: "O2", orderedOn: day("2026-07-01"), amount: euros("-5")))
    wrong.situations.append(.init(number: 3, date: day("2026-08-31"), amount: euros("1")))
    let rules = wrong.findings(on: .latest).map(\.rule)
    #expect(
      rules == [
        "contract.negative", "contract.date", "contract.date", "contract.date", "contract.negative",
        "contract.order-repeated", "contract.situation-repeated", "contract.ordered-above", "contract.stated-above",
      ])
  }

  // MARK: Penalties

  @Test func everyCalendarDayCostsAThreeThousandth() throws {
    let terms = ContractTerms()
    let lot = euros("156248.91")
    let penalty = try Penalty(
      on: lot, dueOn: day("2026-12-20"), acceptedOn: nil, upTo: day("2027-01-04"), terms: terms)
    #expect(penalty.days == 15)
    #expect(penalty.amount == euros("781.24"))
    #expect(!penalty.isCapped)
    let early = try Penalty(
      on: lot, dueOn: day("2026-12-20"), acceptedOn: nil, upTo: day("2026-12-01"), terms: terms)
    #expect(early.amount == .zero && early.days == 0)
  }

  @Test func theContractsLimitCutsAPenalty() throws {
    let capped = try Penalty(
      on: euros("156248.91"), dueOn: day("2026-01-01"), acceptedOn: nil, upTo: day("2027-01-01"),
      terms: ContractTerms())
    #expect(capped.amount == euros("15624.89"))
    #expect(capped.isCapped)
    var free = ContractTerms()
    free.penaltyCap = nil
    let whole = try Penalty(
      on: euros("156248.91"), dueOn: day("2026-01-01"), acceptedOn: nil, upTo: day("2027-01-01"), terms: free)
    #expect(whole.amount == euros("19010.28"))
  }

  @Test func penaltiesStopAtAcceptance() {
    #expect(throws: Penalty.Refusal.afterAcceptance(acceptedOn: day("2026-03-01"), asked: day("2026-03-02"))) {
      try Penalty(
        on: euros("1"), dueOn: day("2026-01-01"), acceptedOn: day("2026-03-01"), upTo: day("2026-03-02"),
        terms: ContractTerms())
    }
    #expect(throws: Penalty.Refusal.negativeBase(euros("-1"))) {
      try Penalty(
        on: euros("-1"), dueOn: day("2026-01-01"), acceptedOn: nil, upTo: day("2026-03-02"), terms: ContractTerms())
    }
  }

  // MARK: Retention

  @Test func retentionIsPaidBackAfterTheGuaranteeWhenNoReserveIsOpen() {
    func state(_ open: Int, _ date: String, accepted: String? = "2026-01-31", replaced: Bool = false) -> Retention.State
    {
      Retention(
        amount: euros("12000"), acceptedOn: accepted.map(day), guaranteeMonths: 13, openReserves: open,
        isReplacedByGuarantee: replaced
      ).state(on: day(date))
    }
    #expect(state(0, "2026-01-30") == .beforeAcceptance)
    #expect(state(0, "2027-02-27") == .held(until: day("2027-02-28")))
    #expect(state(0, "2027-02-28") == .due(by: day("2027-03-30")))
    #expect(state(2, "2027-02-28") == .blocked(openReserves: 2))
    #expect(state(2, "2027-02-28", replaced: true) == .replaced)
    #expect(state(0, "2027-02-28", accepted: nil) == .beforeAcceptance)
  }
}
