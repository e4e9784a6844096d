public import FibreModel
public import FibreProgramme

/// A refund of value added tax and the check of its base, as people and programs read them.
public struct RefundSheet: Sendable {
  private let refund: VATRefund
  private let findings: [Finding]

  /// Arranges a refund.
  public init(_ refund: VATRefund) {
    self.refund = refund
    findings = refund.findings(place: "financing", code: "")
  }

  public static let csvHeader = ["spendingInclTax", "ratePercent", "refund", "declared", "excess"]

  /// One line; amounts with a point.
  public var csv: String {
    CSVText.mark + CSVText.line(Self.csvHeader)
      + CSVText.line([
        refund.spendingIncludingTax.description, refund.rate.percentText(decimals: 3), refund.refund.description,
        refund.declared?.description ?? "", refund.excess?.description ?? "",
      ])
  }

  /// `{"spendingInclTax":…,"ratePercent":…,"refund":…,"declared":…,"excess":…,"findings":[…]}`.
  public var json: JSONValue {
    .object([
      "spendingInclTax": .money(refund.spendingIncludingTax), "ratePercent": .percent(refund.rate, 3),
      "refund": .money(refund.refund), "declared": refund.declared.map(JSONValue.money) ?? .null,
      "excess": refund.excess.map(JSONValue.money) ?? .null, "declaredRatePercent": .percent(refund.declaredRate, 3),
      "findings": .array(findings.map(JSONValue.finding)),
    ])
  }

  /// Base, rate and result, then what is wrong with the declared amount, as text for a terminal.
  public func text(in language: Language) -> String {
    var facts = [
      fact("Dépense TTC", "Spending with tax", refund.spendingIncludingTax.text(language), language),
      fact("Taux", "Rate", refund.rate.percentText(language, decimals: 3), language),
      fact("FCTVA", "Refund", refund.refund.text(language), language),
    ]
    if let declared = refund.declared, let excess = refund.excess {
      facts += [
        fact("FCTVA annoncé", "Refund declared", declared.text(language), language),
        fact("Écart", "Difference", excess.text(language), language),
        fact(
          "Taux annoncé sur le TTC", "Declared, of the spending", language.percent(refund.declaredRate, decimals: 3),
          language),
      ]
    }
    let notes =
      refund.declared == nil
      ? []
      : findings.isEmpty
        ? [Phrase("Le montant annoncé est celui de la règle.", "The declared amount is that of the rule.")[language]]
        : findings.map { $0.text(in: language) }
    return Report(
      title: Phrase("FCTVA : assiette, taux et résultat", "Refund of value added tax: base, rate and result")[language],
      facts: facts, sections: notes.isEmpty ? [] : [.init(notes: notes)],
      footer: Phrase(
        "Code général des collectivités territoriales, art. L1615-1 à L1615-6",
        "Code général des collectivités territoriales, articles L1615-1 to L1615-6")[language],
      language: language, date: 0
    ).text
  }
}
