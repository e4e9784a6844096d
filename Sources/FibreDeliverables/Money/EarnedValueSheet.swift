public import FibreModel
public import FibreProgramme

/// The earned value of a list of work items, as people and programs read it.
public struct EarnedValueSheet: Sendable {
  private let items: [EarnedValue.Item]
  private let value: EarnedValue
  /// The file that the items come from.
  private let source: String
  private let findings: [Finding]

  /// Arranges the value of items; the findings are those of reading them.
  public init(_ items: [EarnedValue.Item], actualCost: Money, source: String, findings: [Finding]) {
    self.items = items
    value = EarnedValue(of: items, actualCost: actualCost)
    self.source = source
    self.findings = findings
  }

  /// `{"value":{…},"items":[…],"source":…,"findings":[…]}`.
  public var json: JSONValue {
    .object([
      "value": value.json(nil), "source": .string(source),
      "items": .array(
        items.map { item in
          .object([
            "item": .string(item.name), "budget": .money(item.budget), "plannedPercent": .percent(item.planned, 2),
            "donePercent": .percent(item.done, 2),
          ])
        }),
      "findings": .array(findings.map(JSONValue.finding)),
    ])
  }

  public static let csvHeader = [
    "budget", "planned", "earned", "actualCost", "scheduleVariance", "costVariance", "scheduleIndex", "costIndex",
    "indexToBudget", "estimateByTrend", "estimateRestAtBudget", "estimateByCostAndDelay",
  ]

  /// One line.
  public var csv: String {
    let cells = [
      value.budget.description, value.planned.description, value.earned.description, value.actualCost.description,
      value.scheduleVariance.description, value.costVariance.description,
      value.scheduleIndex?.text(decimals: 4) ?? "", value.costIndex?.text(decimals: 4) ?? "",
      value.indexToBudget?.text(decimals: 4) ?? "", value.estimateByTrend?.description ?? "",
      value.estimateRestAtBudget.description, value.estimateByCostAndDelay?.description ?? "",
    ]
    return CSVText.mark + CSVText.line(Self.csvHeader) + CSVText.line(cells)
  }

  /// The items, then the measures, as text for a terminal.
  public func text(in language: Language) -> String {
    let rows = items.map { item in
      [
        item.name, item.budget.text(language), language.percent(item.planned, decimals: 0),
        language.percent(item.done, decimals: 0),
      ]
    }
    var sections = [
      Report.Section(
        heading: Phrase("Travaux", "Work items")[language],
        table: Report.Table(
          [
            Phrase("Travaux", "Item"), Phrase("Budget HT", "Budget"), Phrase("Prévu", "Planned"),
            Phrase("Fait", "Done"),
          ], texts: 1, rows: rows, in: language))
    ]
    sections += EarnedValueTables(today: value, schedule: nil, language: language).all
    if !findings.isEmpty { sections.append(.init(notes: findings.map { $0.text(in: language) })) }
    return Report(
      title: Phrase("Valeur acquise", "Earned value")[language], facts: [], sections: sections,
      footer: Phrase("Source : \(source)", "Source: \(source)")[language], language: language, date: 0
    ).text
  }
}
