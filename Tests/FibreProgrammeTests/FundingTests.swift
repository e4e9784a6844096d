import FibreModel
import FibreProgramme
import Testing

@Suite struct FundingTests {
  // MARK: Refund of value added tax

  private func refund(_ spending: String, declared: String?, rate text: String = "0.16404") -> VATRefund {
    VATRefund(onSpendingIncludingTax: euros(spending), rate: rate(text), declared: declared.map(euros))
  }

  @Test(arguments: [
    ("1560000", "0.16404", "255902.40"), ("1300000", "0.16404", "213252.00"), ("1560000", "0.1485", "231660.00"),
  ])
  func refundsAreTheKnownOnes(spending: String, rate: String, amount: String) {
    #expect(refund(spending, declared: nil, rate: rate).refund == euros(amount))
  }

  @Test func theBaseCheckNamesTheMistake() {
    #expect(refund("1560000", declared: nil).mistake() == nil)
    #expect(refund("1560000", declared: "255902").mistake() == nil)
    #expect(
      refund("1560000", declared: "213252").mistake()
        == .baseWithoutTax(base: euros("1300000"), rate: rate("0.16404")))
    #expect(refund("1560000", declared: "255840").mistake() == .roundedRate(rate("0.164")))
    #expect(refund("1560000", declared: "200000").mistake() == .unexplained)
    #expect(refund("1560000", declared: "0").mistake() == .unexplained)
  }

  @Test func everyMistakeIsAFinding() {
    func rules(_ spending: String, _ declared: String) -> [String] {
      refund(spending, declared: declared).findings(place: "plan", code: "X").map(\.rule)
    }
    #expect(rules("1560000", "213200") == ["refund.base-without-tax"])
    #expect(rules("1560000", "255840") == ["refund.rate-rounded"])
    #expect(rules("1560000", "1") == ["refund.amount-differs"])
    #expect(rules("1560000", "255902.40").isEmpty)
    #expect(rules("-1560000", "-255902.40") == ["refund.negative"])
    #expect(refund("0", declared: "1").declaredRate == nil)
  }

  @Test func ratesAreDated() {
    #expect(VATRefund.rate(for: .investment, on: day("2014-12-31")) == nil)
    #expect(VATRefund.rate(for: .investment, on: day("2015-01-01")) == rate("0.16404"))
    #expect(VATRefund.rate(for: .cloudServices, on: day("2026-01-01")) == rate("0.056"))
    let changed = VATRefund.rates + [.init(kind: .investment, from: day("2030-01-01"), rate: rate("0.1485"))]
    #expect(VATRefund.rate(for: .investment, on: day("2029-12-31"), among: changed) == rate("0.16404"))
    #expect(VATRefund.rate(for: .investment, on: day("2030-01-01"), among: changed) == rate("0.1485"))
  }

  // MARK: Plans

  @Test func aPlanThatDoesNotAddUpIsReported() {
    let plan = FinancingPlan(
      name: "P", spendingExcludingTax: euros("100"), spendingIncludingTax: euros("121"),
      resources: [.init(name: "loan", kind: .loan, amount: euros("120"))])
    #expect(plan.uncovered == euros("1"))
    #expect(plan.findings(refundRate: .zero).map(\.rule) == ["financing.tax-differs", "sum.differs"])
  }

  // MARK: Grants

  private func grant(steps: [Grant.Step] = []) -> Grant {
    Grant(
      name: "G", rate: rate("0.3"), capPerPlug: euros("180"), agreedAmount: euros("50000"),
      eligibleFrom: day("2026-01-01"), eligibleUntil: day("2026-12-31"), steps: steps)
  }

  @Test func aGrantIsTheLeastOfItsThreeLimits() {
    #expect(grant().amount(eligibleCost: euros("100000"), acceptedPlugs: 200) == euros("30000"))
    #expect(grant().amount(eligibleCost: euros("100000"), acceptedPlugs: 100) == euros("18000"))
    #expect(grant().amount(eligibleCost: euros("1000000"), acceptedPlugs: 1000) == euros("50000"))
    #expect(grant().amount(eligibleCost: euros("-5"), acceptedPlugs: 1000) == .zero)
    let spending = [(day("2025-12-31"), euros("1")), (day("2026-12-31"), euros("2")), (day("2027-01-01"), euros("4"))]
    #expect(grant().eligibleCost(of: spending.map { (date: $0.0, amount: $0.1) }) == euros("2"))
  }

  @Test func aClaimGoesForward() {
    let good = grant(steps: [
      .init(date: day("2026-02-01"), state: .filed), .init(date: day("2026-05-01"), state: .agreed),
      .init(date: day("2026-06-01"), state: .advancePaid, amount: euros("10000")),
    ])
    #expect(good.findings().isEmpty)
    #expect(good.received(on: day("2026-05-31")) == .zero)
    #expect(good.received(on: day("2026-06-01")) == euros("10000"))
    let bad = grant(steps: [
      .init(date: day("2026-05-01"), state: .agreed),
      .init(date: day("2026-02-01"), state: .balancePaid, amount: euros("60000")),
    ])
    #expect(bad.findings().map(\.rule) == ["grant.out-of-order", "grant.paid-above"])
  }

  // MARK: Members

  @Test func aShareFollowsItsSuccessor() {
    let shares = MemberShares(
      name: "2017",
      shares: [
        .init(member: "Bernavillois", amount: euros("11395.28")), .init(member: "CCSOA", amount: euros("15605.09")),
        .init(member: "Val de Nièvre", amount: euros("67428.80")),
      ], statedTotal: euros("94429.17"))
    let merged = shares.following(["Bernavillois": "Nord Picardie", "Val de Nièvre": "Nièvre et Somme", "X": "Y"])
    #expect(merged.shares.map(\.member) == ["Nord Picardie", "CCSOA", "Nièvre et Somme"])
    #expect(merged.total == shares.total && merged.findings(place: "x").isEmpty)
    #expect(shares.following(["CCSOA": "Val de Nièvre"]).shares.map(\.member) == ["Bernavillois", "Val de Nièvre"])
    // A circle of successors is wrong, and must not turn for ever.
    #expect(shares.following(["CCSOA": "B", "B": "CCSOA"]).total == shares.total)
  }

  @Test func wrongSharesAreReported() {
    let shares = MemberShares(
      name: "t", shares: [.init(member: "A", amount: euros("-1")), .init(member: "B", amount: euros("3"))],
      statedTotal: euros("3"))
    #expect(shares.findings(place: "x").map(\.rule) == ["share.negative", "sum.differs"])
  }

  @Test func sharesAreSplitToTheCent() throws {
    let shares = try #require(
      MemberShares(name: "x", splitting: euros("100"), by: [("A", 2), ("B", 1), ("C", 0)]))
    #expect(shares.shares.map(\.amount.description) == ["66.67", "33.33", "0.00"])
    #expect(MemberShares(name: "x", splitting: euros("100"), by: [("A", 0)]) == nil)
    #expect(MemberShares.dues(perInhabitant: euros("0.52"), population: 571_211) == euros("297029.72"))
  }
}
