/// One works contract of a market, as awarded.
public struct Lot: Hashable, Sendable {
  /// Its number or name.
  public let code: String
  public let object: String
  public let holder: String
  public let amountExcludingTax: Money

  /// Makes a lot.
  public init(code: String, object: String = "", holder: String = "", amountExcludingTax: Money) {
    self.code = code
    self.object = object
    self.holder = holder
    self.amountExcludingTax = amountExcludingTax
  }
}

/// What the general clauses or the contract say of money.
public struct ContractTerms: Hashable, Sendable {
  public var vat = Rate(millionths: 200_000)
  /// Held back on each payment, at most 5 % of the amount with amendments.
  ///
  /// Source: articles R2191-32 to R2191-35 of the code de la commande publique.
  public var retention = Rate(millionths: 50_000)
  /// The amount without tax is divided by this for each calendar day late.
  ///
  /// Source: general clauses for works (CCAG Travaux), article 19: 1/3000.
  public var penaltyDivisor: Int64 = 3000
  /// Penalties never pass this share of the amount without tax, or nothing when the contract sets no such limit.
  public var penaltyCap: Rate? = Rate(millionths: 100_000)
  /// Months after acceptance in which the contractor mends what fails.
  public var guaranteeMonths = 12

  /// Makes the usual terms.
  public init() {}
}

/// Lots held against the estimate they were awarded under.
public struct LotsView: Hashable, Sendable {
  /// The figures of one lot.
  public struct Row: Hashable, Sendable {
    public let lot: Lot
    /// The share of all lots, or nothing when they add up to zero.
    public let share: Rate?
    public let amountIncludingTax: Money
    /// On the amount including tax.
    public let retention: Money
    /// For each calendar day late, on the amount without tax.
    public let penaltyPerDay: Money
    public let penaltyCap: Money?
  }

  public let estimateExcludingTax: Money
  public let terms: ContractTerms
  public let rows: [Row]

  /// Works the figures out, each rounded to the cent once.
  public init(_ lots: [Lot], estimateExcludingTax: Money, terms: ContractTerms = ContractTerms()) {
    self.estimateExcludingTax = estimateExcludingTax
    self.terms = terms
    let total = lots.map(\.amountExcludingTax).total()
    rows = lots.map { lot in
      let withTax = (Rate.one + terms.vat).of(lot.amountExcludingTax)
      return Row(
        lot: lot, share: Rate(lot.amountExcludingTax, of: total), amountIncludingTax: withTax,
        retention: terms.retention.of(withTax),
        penaltyPerDay: Rate(1, over: terms.penaltyDivisor)?.of(lot.amountExcludingTax) ?? .zero,
        penaltyCap: terms.penaltyCap?.of(lot.amountExcludingTax))
    }
  }

  public var totalExcludingTax: Money { rows.map(\.lot.amountExcludingTax).total() }
  /// The sum of the lots' amounts, each rounded to the cent.
  public var totalIncludingTax: Money { rows.map(\.amountIncludingTax).total() }
  /// What the estimate leaves, negative when the lots pass it.
  public var gap: Money { estimateExcludingTax - totalExcludingTax }
  /// The share of the estimate that was awarded, or nothing without an estimate.
  public var awardRate: Rate? { Rate(totalExcludingTax, of: estimateExcludingTax) }

  /// What one holder has of the whole.
  public struct Holding: Hashable, Sendable {
    public let holder: String
    public let amount: Money
    public let share: Rate?
  }

  /// The concentration by holder, the largest first, then by name.
  public var holders: [Holding] {
    let amounts = Dictionary(grouping: rows, by: \.lot.holder).mapValues { $0.map(\.lot.amountExcludingTax).total() }
    return amounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Holding(holder: $0.key, amount: $0.value, share: Rate($0.value, of: totalExcludingTax)) }
  }
}
