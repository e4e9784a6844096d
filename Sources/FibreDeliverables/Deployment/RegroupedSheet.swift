public import FibreModel
public import FibreProgramme

/// Published numbers by commune, put on one territory.
public struct RegroupedSheet: Sendable {
  private let series: [(measure: String, figures: RegroupedFigures)]
  private let geography: Geography
  private let grouping: GeographyGrouping
  private let findings: [Finding]

  /// Regroups series; the findings are those of reading them.
  public init(_ series: [CommuneFigures], on geography: Geography, by grouping: GeographyGrouping, findings: [Finding])
  {
    self.series = series.map { ($0.measure, $0.regrouped(on: geography, by: grouping)) }
    self.geography = geography
    self.grouping = grouping
    // Series of one file have the same communes: what is odd about these is said once.
    var seen: Set<Finding> = []
    self.findings = (findings + self.series.flatMap(\.figures.findings)).filter { seen.insert($0).inserted }
  }

  public var errorCount: Int { findings.count { $0.severity == .error } }

  private var codes: [String] { Set(series.flatMap { $0.figures.rows.map(\.code) }).sorted() }

  private func name(of code: String) -> String {
    switch grouping {
    case .commune: geography.commune(code)?.name ?? ""
    case .intercommunality: geography.intercommunality(code)?.name ?? ""
    case .department: ""
    }
  }

  private var keyword: String {
    switch grouping {
    case .commune: "commune"
    case .intercommunality: "epci"
    case .department: "department"
    }
  }

  public static let csvHeader = ["by", "code", "name", "measure", "date", "value", "territory", "source"]

  /// A line for each number.
  public var csv: String {
    let rows = series.flatMap { measure, figures in
      figures.rows.map { row in
        [
          keyword, row.code, name(of: row.code), measure, "\(figures.date)", "\(row.value)", "\(figures.geography)",
          figures.source,
        ]
      }
    }
    return CSVText.mark + ([Self.csvHeader] + rows).map { CSVText.line($0) }.joined()
  }

  /// `{"by":…,"territory":…,"series":[{"measure":…,"date":…,"source":…,"total":…,"rows":[…]}],"findings":[…]}`.
  public var json: JSONValue {
    .object([
      "by": .string(keyword), "territory": .string("\(geography.date)"),
      "series": .array(
        series.map { measure, figures in
          .object([
            "measure": .string(measure), "date": .string("\(figures.date)"), "source": .string(figures.source),
            "total": .integer(figures.total),
            "rows": .array(
              figures.rows.map {
                .object(["code": .string($0.code), "name": .string(name(of: $0.code)), "value": .integer($0.value)])
              }),
          ])
        }), "findings": .array(FindingReport(findings).findings.map(JSONValue.finding)),
    ])
  }

  /// A row for each group and a column for each series, then the total and the findings.
  public func text(in language: Language) -> String {
    let values = series.map { _, figures in
      Dictionary(figures.rows.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    func cell(_ value: Int?) -> Report.Cell {
      Report.Cell(value.map { Decimals.grouped(String($0), language) } ?? "")
    }
    let rows = codes.map { code in
      [Report.Cell(code), Report.Cell(name(of: code))] + values.map { cell($0[code]) }
    }
    let total = [Report.Cell("total"), Report.Cell("")] + series.map { cell($0.figures.total) }
    let columns =
      [
        Report.Column(title: grouping.label(language), width: 1),
        .init(title: Phrase("nom", "name")[language], width: 1),
      ]
      + series.map { Report.Column(title: "\($0.measure) \($0.figures.date)", width: 1, isNumeric: true) }
    let sources = Set(series.map(\.figures.source)).sorted().joined(separator: ", ")
    let report = Report(
      title: Phrase(
        "Chiffres sur le territoire du \(geography.date)", "Figures on the territory of \(geography.date)")[language],
      facts: [fact("Regroupés par", "Grouped by", grouping.label(language), language)],
      sections: [.init(table: Report.Table(columns: columns, rows: rows + [total]))],
      footer: Phrase("Source : \(sources)", "Source: \(sources)")[language], language: language, date: 0)
    return report.text + (findings.isEmpty ? "" : "\n" + FindingReport(findings).text(in: language))
  }
}
