import FibreProgramme
import Foundation

/// One case of the file of worked examples: its values by key, read as the types of the module.
struct WorkedCase {
  let values: [String: Any]

  func text(_ key: String) -> String { values[key].map { "\($0)" } ?? "" }
  func texts(_ key: String) -> [String] { (values[key] as? [Any] ?? []).map { "\($0)" } }
  func money(_ key: String) -> Money { Money(text(key)) ?? .zero }
  func moneys(_ key: String) -> [Money] { texts(key).map { Money($0) ?? .zero } }
  func rate(_ key: String) -> Rate { Rate(text(key)) ?? .zero }
  func rates(_ key: String) -> [Rate] { texts(key).map { Rate($0) ?? .zero } }
  func number(_ key: String) -> Int { Int(text(key)) ?? 0 }
  func numbers(_ key: String) -> [Int] { texts(key).map { Int($0) ?? 0 } }
}

/// What the module makes of a case, key by key.
typealias Answer = @Sendable (WorkedCase) throws -> Any

/// The figures of the file: for each of its parts and each key, the function that gives it.
enum WorkedExample {
  static let parts: [String: [String: Answer]] = [
    "emprunts": loans, "fctva": refunds, "lots": lots, "contributions": shares, "valeur_acquise": earnedValue,
    "prevision": forecasts, "echecs": failures, "retard_paiement": latePayments,
  ]

  /// A given value: it must come through reading and writing.
  static func given(_ key: String) -> Answer { { $0.money(key).description } }
  static func givenNumber(_ key: String) -> Answer { { $0.number(key) } }

  static let loans: [String: Answer] = [
    "capital": given("capital"), "annees": givenNumber("annees"), "echeances_par_an": givenNumber("echeances_par_an"),
    "taux_annuel": { $0.rate("taux_annuel").text(decimals: 2) },
    "echeance": { try schedule($0).instalment.description },
    "derniere_echeance": { try schedule($0).lastInstalment.description },
    "total_interets": { try schedule($0).totalInterest.description },
    "ligne1": { try line(schedule($0).lines[0]) }, "ligne2": { try line(schedule($0).lines[1]) },
    "annee1_total_interet_capital_crd": { try sum(schedule($0).years.first) },
    "derniere_annee": { try sum(schedule($0).years.last) },
  ]

  private static func schedule(_ one: WorkedCase) throws -> LoanSchedule {
    let period = Loan.Period.allCases.first { $0.perYear == one.number("echeances_par_an") }
    return try LoanSchedule(
      of: Loan(
        principal: one.money("capital"), annualRate: one.rate("taux_annuel"), years: one.number("annees"),
        period: period ?? .year))
  }

  private static func line(_ line: LoanSchedule.Line) -> [String] {
    [line.instalment, line.interest, line.principal, line.remaining].map(\.description)
  }

  private static func sum(_ sum: LoanSchedule.Sum?) -> [String] {
    sum.map { [$0.instalments, $0.interest, $0.principal, $0.remaining].map(\.description) } ?? []
  }

  static let refunds: [String: Answer] = [
    "depense_ttc": given("depense_ttc"), "taux": { $0.rate("taux").text(decimals: 5) },
    "fctva": {
      VATRefund(onSpendingIncludingTax: $0.money("depense_ttc"), rate: $0.rate("taux")).refund.description
    },
  ]

  static let lots: [String: Answer] = [
    "estimation_ht": given("estimation_ht"), "lots_ht": { $0.moneys("lots_ht").map(\.description) },
    "total_ht": { view($0).totalExcludingTax.description }, "ecart_ht": { view($0).gap.description },
    "taux_attribution_pct": { view($0).awardRate?.percentText(decimals: 2) ?? "" },
    "parts_pct": { view($0).rows.map { $0.share?.percentText(decimals: 2) ?? "" } },
    "retenue5_ttc": { view($0).rows.map(\.retention.description) },
    "penalite_1_3000_jour_ht": { view($0).rows.map(\.penaltyPerDay.description) },
    "plafond10_ht": { view($0).rows.map { $0.penaltyCap?.description ?? "" } },
  ]

  private static func view(_ one: WorkedCase) -> LotsView {
    LotsView(
      one.moneys("lots_ht").map { Lot(code: "", amountExcludingTax: $0) },
      estimateExcludingTax: one.money("estimation_ht"))
  }

  static let shares: [String: Answer] = [
    "lignes": { one in members(one).shares.map { [$0.member, $0.amount.description] } },
    "total": { members($0).total.description },
  ]

  private static func members(_ one: WorkedCase) -> MemberShares {
    let rows = one.values["lignes"] as? [[String]] ?? []
    return MemberShares(
      name: "", shares: rows.map { MemberShares.Share(member: $0[0], amount: Money($0[1]) ?? .zero) })
  }

  static let latePayments: [String: Answer] = [
    "montant_ttc": given("montant_ttc"), "jours_retard": givenNumber("jours_retard"),
    "taux": { $0.rate("taux").text(decimals: 2) },
    "interets": { try late($0).interest.description }, "total_avec_40": { try late($0).total.description },
  ]

  private static func late(_ one: WorkedCase) throws -> LatePayment {
    try LatePayment(
      amountIncludingTax: one.money("montant_ttc"), daysLate: one.number("jours_retard"), rate: one.rate("taux"))
  }
}

extension WorkedExample {
  static let earnedValue: [String: Answer] = [
    "lots": { $0.moneys("lots").map(\.description) },
    "avancement_prevu": { $0.rates("avancement_prevu").map { $0.text(decimals: 1) } },
    "avancement_reel": { $0.rates("avancement_reel").map { $0.text(decimals: 1) } },
    "AC": { value($0).actualCost.description }, "BAC": { value($0).budget.description },
    "PV": { value($0).planned.description }, "EV": { value($0).earned.description },
    "SV": { value($0).scheduleVariance.description }, "CV": { value($0).costVariance.description },
    "SPI": { value($0).scheduleIndex?.text(decimals: 4) ?? "" },
    "CPI": { value($0).costIndex?.text(decimals: 4) ?? "" },
    "EAC_tendance": { value($0).estimateByTrend?.description ?? "" },
    "EAC_reste_au_budget": { value($0).estimateRestAtBudget.description },
    "EAC_cout_et_delai": { value($0).estimateByCostAndDelay?.description ?? "" },
    "TCPI_BAC": { value($0).indexToBudget?.text(decimals: 4) ?? "" },
  ]

  private static func value(_ one: WorkedCase) -> EarnedValue {
    let shares = zip(one.rates("avancement_prevu"), one.rates("avancement_reel"))
    return EarnedValue(
      of: zip(one.moneys("lots"), shares).map {
        EarnedValue.Item(name: "", budget: $0, planned: $1.0, done: $1.1)
      }, actualCost: one.money("AC"))
  }

  static let forecasts: [String: Answer] = [
    "echantillon": { $0.numbers("echantillon") }, "reste": givenNumber("reste"),
    // The exact distribution and the draws must agree on the months.
    "P50": { try [exact($0).months(at: 0.50), Forecast(request($0)).p50] },
    "P85": { try [exact($0).months(at: 0.85), Forecast(request($0)).p85] },
    "P95": { try [exact($0).months(at: 0.95), Forecast(request($0)).p95] },
    "cdf": { one in
      let exact = try exact(one)
      let months = (one.values["cdf"] as? [String: Any] ?? [:]).keys.compactMap { Int($0) }
      return Dictionary(
        uniqueKeysWithValues: months.map {
          (String($0), (exact.probability(within: $0) * 1_000_000).rounded() / 1_000_000)
        })
    },
  ]

  private static func request(_ one: WorkedCase) -> ForecastRequest {
    ForecastRequest(history: one.numbers("echantillon"), remaining: one.number("reste"))
  }

  private static func exact(_ one: WorkedCase) throws -> MonthDistribution {
    try MonthDistribution(exactly: request(one))
  }

  static let failures: [String: Answer] = [
    "echecs": givenNumber("echecs"), "essais": givenNumber("essais"),
    "taux_pct": { proportion($0).share?.percentText(decimals: 4) ?? "" },
    "wilson95_pct": { one in
      proportion(one).interval.map { [$0.low, $0.high].map { ($0 * 1_000_000).rounded() / 10_000 } } ?? []
    },
  ]

  private static func proportion(_ one: WorkedCase) -> Proportion {
    Proportion(count: one.number("echecs"), of: one.number("essais"))
  }
}
