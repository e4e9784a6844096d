public import FibreModel
public import FibreProgramme

/// What a late payment costs, as people and programs read it.
public struct LatePaymentSheet: Sendable {
  private let late: LatePayment

  /// Arranges a late payment.
  public init(_ late: LatePayment) { self.late = late }

  public static let csvHeader = ["amountInclTax", "days", "ratePercent", "interest", "fixedSum", "total"]

  /// One line; amounts with a point.
  public var csv: String {
    CSVText.mark + CSVText.line(Self.csvHeader)
      + CSVText.line([
        late.amountIncludingTax.description, "\(late.daysLate)", late.rate.percentText(decimals: 3),
        late.interest.description, late.fixedSum.description, late.total.description,
      ])
  }

  /// `{"amountInclTax":…,"days":…,"ratePercent":…,"interest":…,"fixedSum":…,"total":…}`.
  public var json: JSONValue {
    .object([
      "amountInclTax": .money(late.amountIncludingTax), "days": .integer(late.daysLate),
      "ratePercent": .percent(late.rate, 3), "interest": .money(late.interest), "fixedSum": .money(late.fixedSum),
      "total": .money(late.total),
    ])
  }

  /// The sums as text for a terminal.
  public func text(in language: Language) -> String {
    Report(
      title: Phrase("Intérêts moratoires", "Late-payment interest")[language],
      facts: [
        fact("Montant TTC", "Amount with tax", late.amountIncludingTax.text(language), language),
        fact("Jours de retard", "Days late", "\(late.daysLate)", language),
        fact("Taux annuel", "Yearly rate", late.rate.percentText(language, decimals: 3), language),
        fact("Intérêts", "Interest", late.interest.text(language), language),
        fact("Indemnité forfaitaire", "Fixed sum", late.fixedSum.text(language), language),
        fact("Total dû", "Total due", late.total.text(language), language),
      ], sections: [],
      footer: Phrase(
        "Montant × taux × jours / 365, arrondi au centime ; code de la commande publique, décret 2013-269",
        "Amount × rate × days / 365, rounded to the cent; code de la commande publique, decree 2013-269")[language],
      language: language, date: 0
    ).text
  }
}
