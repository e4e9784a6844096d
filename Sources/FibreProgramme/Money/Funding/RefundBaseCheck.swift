public import FibreModel

extension VATRefund {
  /// What a declared refund rests on when it is not the rate on the spending including tax.
  public enum Mistake: Hashable, Sendable {
    /// A rate, exact or rounded to tenths of a percent, on the spending **without** tax.
    case baseWithoutTax(base: Money, rate: Rate)
    /// The right base, but the rate rounded to tenths of a percent.
    case roundedRate(Rate)
    /// No such rate or base gives it.
    case unexplained
  }

  /// Why the declared refund is not the one of the rule, or nothing when it is, to the euro, or none was declared.
  ///
  /// - Parameter vat: The rate of the tax itself, by which the spending without tax is found.
  public func mistake(vat: Rate = Rate(millionths: 200_000)) -> Mistake? {
    guard let declared, !Self.isSame(declared, refund) else { return nil }
    let withoutTax = (Rate.one + vat).whole(of: spendingIncludingTax) ?? spendingIncludingTax
    let tenths = Rate((rate.percentTenths), over: 1000) ?? rate
    for used in [rate, tenths] where Self.isSame(declared, used.of(withoutTax)) {
      return .baseWithoutTax(base: withoutTax, rate: used)
    }
    return Self.isSame(declared, tenths.of(spendingIncludingTax)) ? .roundedRate(tenths) : .unexplained
  }

  /// The base check: findings about a declared refund.
  public func findings(vat: Rate = Rate(millionths: 200_000), place: String, code: String) -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ severity: Finding.Severity, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: severity, place: place, code: code, message: message))
    }
    if spendingIncludingTax.isNegative || declared?.isNegative == true {
      report("refund.negative", .error, "An amount is negative. Correct it.")
    }
    let (right, base) = (refund.description, spendingIncludingTax.description)
    let percent = rate.percentText(decimals: 3)
    switch mistake(vat: vat) {
    case nil: break
    case .baseWithoutTax(let wrongBase, let used):
      report(
        "refund.base-without-tax", .warning,
        """
        The refund of \(declared?.description ?? "") is \(used.percentText(decimals: 3)) % of \(wrongBase.description), \
        the spending without tax. The base is \(base) with tax, and \(percent) % of it \(right). Correct the plan.
        """)
    case .roundedRate(let used):
      report(
        "refund.rate-rounded", .warning,
        """
        The refund of \(declared?.description ?? "") rests on the rounded rate of \(used.percentText(decimals: 3)) %. \
        At \(percent) % it is \(right). Correct the plan.
        """)
    case .unexplained:
      report(
        "refund.amount-differs", .warning,
        """
        The refund of \(declared?.description ?? "") is not \(percent) % of \(base), which is \(right). \
        Say which spending is eligible.
        """)
    }
    return findings
  }

  /// Plans are written in whole euros.
  private static func isSame(_ a: Money, _ b: Money) -> Bool { abs(a.cents - b.cents) < 100 }
}

extension Rate {
  /// Thousandths, halves away from zero: tenths of a percent.
  var percentTenths: Int64 { Int64((Int128(numerator) * 1000).dividedRounding(by: Int128(denominator))) }
}
