public import FibreModel
public import FibreProgramme

/// A programme's money on a day: contracts, credits, grants, invoices and late payments as text, JSON and CSV.
public struct ProgrammeMoneySheet: Sendable {
  private let review: ProgrammeReview
  private let findings: [Finding]

  /// Arranges the money of a review; the findings are those of reading its data.
  public init(_ review: ProgrammeReview, findings: [Finding] = []) {
    self.review = review
    self.findings = (findings + review.programme.findings(on: review.date)).filter { finding in
      Self.places.contains { finding.place.hasPrefix($0) }
    }.sorted(by: Finding.inOrder)
  }

  /// The records and files of money.
  private static let places = ["contract", "authorisation", "grant", "invoice", "programme.csv"]

  public var errorCount: Int { findings.count { $0.severity == .error } }

  /// As plain text for a terminal.
  public func text(in language: Language) -> String {
    let report = Report(
      title: Phrase("Finances : \(review.programme.name)", "Money: \(review.programme.name)")[language],
      facts: [fact("Date des données", "Date of the data", review.date.text(language), language)],
      sections: MoneyTables(review.money, language).all, footer: review.footer(language), language: language, date: 0)
    guard !findings.isEmpty else { return report.text }
    return report.text + "\n" + FindingReport(findings).text(in: language)
  }

  /// `{"programme":…,"date":…,"lots":{…},"contracts":[…],"authorisations":[…],"grants":[…],"invoices":{…},"findings":[…]}`.
  public var json: JSONValue {
    let lots = review.money.lots
    return .members(
      [
        ("programme", .string(review.programme.name)), ("date", .string("\(review.date)")),
        ("note", .string(review.programme.note)), ("source", .string(review.footerSource)),
        (
          "lots",
          .object([
            "estimate": .money(lots.estimateExcludingTax), "total": .money(lots.totalExcludingTax),
            "totalInclTax": .money(lots.totalIncludingTax), "gap": .money(lots.gap),
            "awardPercent": .percent(lots.awardRate, 2),
          ])
        ), ("findings", .array(FindingReport(findings).findings.map(JSONValue.finding))),
      ] + review.money.members)
  }

  /// A line for each contract.
  public var csv: String { review.money.contractTable.csv }

  /// A file for each table.
  public var tables: [Deliverable] { review.money.tables.deliverables }
}
