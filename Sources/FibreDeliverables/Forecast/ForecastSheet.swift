public import FibreModel
public import FibreProgramme

/// When a programme ends, what it earned and who is late: text, JSON and CSV.
public struct ForecastSheet: Sendable {
  let review: ProgrammeReview
  private let findings: [Finding]

  /// Arranges a review; the findings are those of reading its data.
  public init(_ review: ProgrammeReview, findings: [Finding] = []) {
    self.review = review
    self.findings = (findings + review.deployment.findings + review.work.findings).sorted(by: Finding.inOrder)
  }

  /// Everything that was found in the data and their records.
  public var report: FindingReport { FindingReport(findings) }

  /// As plain text for a terminal.
  public func text(in language: Language) -> String {
    let tables = ForecastTables(review, language)
    return Report(
      title: Phrase("Prévision : \(review.programme.name)", "Forecast: \(review.programme.name)")[language],
      facts: tables.standing,
      sections: tables.forecast + tables.value + [tables.contractors, findingSection(language)],
      footer: review.footer(language), language: language, date: 0
    ).text
  }

  private func findingSection(_ language: Language) -> Report.Section {
    let report = report
    return Report.Section(
      heading: Phrase("Constats", "Findings")[language],
      notes: report.findings.isEmpty
        ? [Term.noFinding.label(language)]
        : [
          "\(Term.errors.label(language))\(language.colon)\(report.errorCount)",
          "\(Term.warnings.label(language))\(language.colon)\(report.warningCount)",
        ] + errorNotes(language) + warningNotes(language))
  }

  private static let mostErrors = 12

  /// The first errors, those of reading a file before those that follow from it, and how many are not told.
  private func errorNotes(_ language: Language) -> [String] {
    let errors = report.findings.filter { $0.severity == .error }
    let ofFiles = errors.filter { $0.place.contains(".") }
    let ordered = ofFiles + errors.filter { !$0.place.contains(".") }
    let rest = errors.count - Self.mostErrors
    return ordered.prefix(Self.mostErrors).map { "\($0.place(in: language)) \($0.code)  \($0.text(in: language))" }
      + (rest > 0 ? [Phrase("… et \(rest) autres : --json", "… and \(rest) more: --json")[language]] : [])
  }

  /// The warnings, counted by rule.
  private func warningNotes(_ language: Language) -> [String] {
    let groups = Dictionary(grouping: report.findings.filter { $0.severity == .warning }, by: \.rule)
    return groups.sorted { $0.key < $1.key }.map { rule, all in
      "\(Finding.Severity.warning.label(language))  \(rule) (\(all.count))  \(RuleTitles.title(of: rule)?[language] ?? "")"
    }
  }

  // MARK: CSV

  public static let csvHeader = [
    "month", "contract", "scope", "built", "handedOver", "connectable", "p50", "p85", "p95", "plannedValue",
    "earnedValue", "actualCost",
  ]

  /// One line for each month: the lines of the burn-up, the fan of the forecast, the S-curve.
  public var csv: String {
    let throughput = review.throughput
    let fan = Dictionary(
      (throughput.forecast?.fan ?? []).map { (throughput.lastMonth.adding($0.month), $0) },
      uniquingKeysWith: { first, _ in first })
    let values = Dictionary(review.value.points.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
    let burnUp = Dictionary(review.burnUp.points.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
    let months = Set(burnUp.keys).union(values.keys).sorted()
    let rows = months.map { month in
      let (point, value) = (burnUp[month], values[month])
      let reached = fan[month].map { [$0.p50, $0.p85, $0.p95] } ?? []
      return ["\(month)"]
        + [point?.contract, point?.scope, point?.built, point?.handedOver, point?.connectable].map(Self.cell)
        + (0..<3).map { $0 < reached.count ? String(throughput.handedOver + reached[$0]) : "" }
        + [value?.planned, value?.earned, value?.actualCost].map { $0?.description ?? "" }
    }
    return CSVText.mark + ([Self.csvHeader] + rows).map { CSVText.line($0) }.joined()
  }

  /// A file for each table: the months, the contractors, the work and the money.
  public var tables: [Deliverable] {
    [Deliverable(name: "months.csv", text: csv)]
      + ([contractorTable] + review.work.tables + review.money.tables).deliverables
  }

  private var contractorTable: DataTable {
    DataTable(
      name: "contractors",
      header: [
        "contractor", "plugs12Months", "plugs3Months", "lateZones", "daysLateP50", "daysLateP85", "firstPassPercent",
        "failurePercent", "lateInvoices", "penalties",
      ],
      rows: review.contractors.map { line in
        [
          line.contractor, "\(line.work.throughput.reduce(0, +))", "\(line.work.throughput.suffix(3).reduce(0, +))",
          "\(line.work.lateZones)",
        ] + [50, 85].map { line.work.daysLate.percentile($0).map(String.init) ?? "" }
          + [
            line.studies.firstPass.share?.percentText(decimals: 2) ?? "",
            line.failures.failures.share?.percentText(decimals: 2) ?? "", "\(line.lateInvoices)",
            line.penalties.description,
          ]
      })
  }

  private static func cell(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
