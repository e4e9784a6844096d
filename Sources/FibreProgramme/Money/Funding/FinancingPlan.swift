public import FibreModel

/// How a spending is paid for: grants, refunds, loans.
public struct FinancingPlan: Hashable, Sendable {
  /// One source of money.
  public struct Resource: Hashable, Sendable {
    /// Where money comes from.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case vatRefund, grant, loan, ownFunds
    }

    public let name: String
    public let kind: Kind
    public let amount: Money

    /// Makes a resource.
    public init(name: String, kind: Kind, amount: Money) {
      self.name = name
      self.kind = kind
      self.amount = amount
    }
  }

  public let name: String
  public let spendingExcludingTax: Money
  public let spendingIncludingTax: Money
  public let resources: [Resource]

  /// Makes a plan.
  public init(name: String, spendingExcludingTax: Money, spendingIncludingTax: Money, resources: [Resource]) {
    self.name = name
    self.spendingExcludingTax = spendingExcludingTax
    self.spendingIncludingTax = spendingIncludingTax
    self.resources = resources
  }

  /// What all resources of a kind bring.
  public func total(_ kind: Resource.Kind) -> Money {
    resources.filter { $0.kind == kind }.map(\.amount).total()
  }

  /// What nothing pays for; negative when there is too much.
  public var uncovered: Money { spendingIncludingTax - resources.map(\.amount).total() }

  /// The loan that is needed when the refund is what its rate gives on the spending including tax.
  public func neededLoan(refundRate: Rate) -> Money {
    let refund = VATRefund(onSpendingIncludingTax: spendingIncludingTax, rate: refundRate).refund
    return spendingIncludingTax - refund - total(.grant) - total(.ownFunds)
  }

  /// The base check of the refund, a sum that doesn't come out, a tax that is not the tax on the amount.
  public func findings(refundRate: Rate, vat: Rate = Rate(millionths: 200_000)) -> [Finding] {
    var findings: [Finding] = []
    let withTax = (Rate.one + vat).of(spendingExcludingTax)
    if withTax != spendingIncludingTax {
      findings.append(
        Finding(
          rule: "financing.tax-differs", severity: .warning, place: "financing", code: name,
          message: """
            \(spendingExcludingTax.description) without tax is \(withTax.description) with tax, not \
            \(spendingIncludingTax.description). Correct one of them.
            """))
    }
    findings += StatedSum(name: name, stated: spendingIncludingTax, parts: resources.map(\.amount)).findings(
      place: "financing")
    if resources.contains(where: { $0.kind == .vatRefund }) {
      findings += VATRefund(
        onSpendingIncludingTax: spendingIncludingTax, rate: refundRate, declared: total(.vatRefund)
      ).findings(vat: vat, place: "financing", code: name)
    }
    return findings
  }
}
