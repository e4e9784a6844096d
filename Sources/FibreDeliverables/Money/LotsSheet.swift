public import FibreModel
public import FibreProgramme

/// The lots of a market against their estimate, as people and programs read them.
public struct LotsSheet: Sendable {
  private let view: LotsView
  /// The file that the amounts come from.
  private let source: String
  private let findings: [Finding]

  /// Arranges lots; the findings are those of reading them.
  public init(_ view: LotsView, source: String, findings: [Finding]) {
    self.view = view
    self.source = source
    self.findings = findings
  }

  public static let csvHeader = [
    "lot", "object", "holder", "amountExclTax", "sharePercent", "amountInclTax", "retention", "penaltyPerDay",
    "penaltyCap",
  ]

  /// A line for each lot, then one for the total; amounts with a point.
  public var csv: String {
    let rows = view.rows.map { row in
      [
        row.lot.code, row.lot.object, row.lot.holder, row.lot.amountExcludingTax.description,
        row.share?.percentText(decimals: 2) ?? "", row.amountIncludingTax.description, row.retention.description,
        row.penaltyPerDay.description, row.penaltyCap?.description ?? "",
      ]
    }
    let total = [
      "total", "", "", view.totalExcludingTax.description, "", view.totalIncludingTax.description, "", "", "",
    ]
    return CSVText.mark + ([Self.csvHeader] + rows + [total]).map { CSVText.line($0) }.joined()
  }

  /// `{"estimate":…,"total":…,"gap":…,"awardPercent":…,"lots":[…],"holders":[…],"findings":[…]}`.
  public var json: JSONValue {
    .object([
      "estimate": .money(view.estimateExcludingTax), "total": .money(view.totalExcludingTax),
      "totalInclTax": .money(view.totalIncludingTax), "gap": .money(view.gap),
      "awardPercent": .percent(view.awardRate, 2), "source": .string(source),
      "lots": .array(view.rows.map(Self.json)),
      "holders": .array(
        view.holders.map { holder in
          .object([
            "holder": .string(holder.holder), "amount": .money(holder.amount),
            "sharePercent": .percent(holder.share, 2),
          ])
        }),
      "findings": .array(findings.map(JSONValue.finding)),
    ])
  }

  private static func json(_ row: LotsView.Row) -> JSONValue {
    .object([
      "lot": .string(row.lot.code), "object": .string(row.lot.object), "holder": .string(row.lot.holder),
      "amount": .money(row.lot.amountExcludingTax), "sharePercent": .percent(row.share, 2),
      "amountInclTax": .money(row.amountIncludingTax), "retention": .money(row.retention),
      "penaltyPerDay": .money(row.penaltyPerDay), "penaltyCap": row.penaltyCap.map(JSONValue.money) ?? .null,
    ])
  }

  /// Lots, holders and the gap to the estimate, as text for a terminal.
  public func text(in language: Language) -> String {
    let terms = view.terms
    let retention = terms.retention.percentText(language, decimals: 0)
    var sections = [
      Report.Section(heading: Phrase("Lots (HT)", "Lots (without tax)")[language], table: lots(language)),
      Report.Section(heading: Phrase("Titulaires", "Holders")[language], table: holders(language)),
    ]
    if !findings.isEmpty { sections.append(.init(notes: findings.map { $0.text(in: language) })) }
    return Report(
      title: Phrase("Lots et estimation", "Lots and estimate")[language],
      facts: [
        fact("Estimation HT", "Estimate without tax", view.estimateExcludingTax.text(language), language),
        fact("Attribué HT", "Awarded without tax", view.totalExcludingTax.text(language), language),
        fact("Attribué TTC", "Awarded with tax", view.totalIncludingTax.text(language), language),
        fact("Écart à l'estimation", "Gap to the estimate", view.gap.text(language), language),
        fact("Taux d'attribution", "Awarded of the estimate", language.percent(view.awardRate), language),
      ], sections: sections,
      footer: Phrase(
        "Source : \(source). Retenue de \(retention) sur le TTC ; pénalité d'1/\(terms.penaltyDivisor) du HT par jour",
        "Source: \(source). Retention of \(retention) with tax; penalty of 1/\(terms.penaltyDivisor) a day without tax")[
          language],
      language: language, date: 0
    ).text
  }

  private func lots(_ language: Language) -> Report.Table {
    let titles = [
      Phrase("lot", "lot"), Phrase("objet", "object"), Phrase("titulaire", "holder"), Phrase("montant HT", "amount"),
      Phrase("part", "share"), Phrase("retenue", "retention"), Phrase("pénalité/jour", "penalty/day"),
      Phrase("plafond", "limit"),
    ]
    return Report.Table(
      columns: titles.enumerated().map { Report.Column(title: $1[language], width: 1, isNumeric: $0 > 2) },
      rows: view.rows.map { row in
        [row.lot.code, row.lot.object, row.lot.holder].map { Report.Cell($0) }
          + [
            row.lot.amountExcludingTax.text(language), language.percent(row.share), row.retention.text(language),
            row.penaltyPerDay.text(language), row.penaltyCap?.text(language) ?? "",
          ].map { Report.Cell($0) }
      })
  }

  private func holders(_ language: Language) -> Report.Table {
    let titles = [Phrase("titulaire", "holder"), Phrase("montant HT", "amount"), Phrase("part", "share")]
    return Report.Table(
      columns: titles.enumerated().map { Report.Column(title: $1[language], width: 1, isNumeric: $0 > 0) },
      rows: view.holders.map { holder in
        [holder.holder, holder.amount.text(language), language.percent(holder.share)].map { Report.Cell($0) }
      })
  }
}
