import FibreDeliverables
import FibreExchange
import FibreModel

/// An import as it is reported: what was read, what it became, what was found.
struct ImportSheet {
  private let report: ImportReport
  private let revision: Int?

  init(_ report: ImportReport, revision: Int?) {
    self.report = report
    self.revision = revision
  }

  /// As `import … --json` prints it.
  var json: JSONValue {
    .members([
      ("read", counts(report.read)), ("stored", counts(report.stored)),
      ("quarantined", .integer(report.quarantinedCount)),
      ("findings", .array(report.findings.map { .finding($0) })), ("revision", revision.map { .integer($0) }),
    ])
  }

  private func counts(_ counts: [ImportReport.Count]) -> JSONValue {
    .members(counts.map { ($0.name, .integer($0.count)) })
  }

  /// A few lines, then the findings by rule.
  func text(in language: Language) -> String {
    let rows = report.read.reduce(0) { $0 + $1.count }
    let kinds = report.stored.filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let end =
      revision.map { Phrase("Révision \($0).", "Revision \($0).") }
      ?? Phrase("Rien n'a été écrit.", "Nothing was written.")
    return Phrase(
      """
      \(rows) lignes lues dans \(report.read.count) tables, \(report.quarantinedCount) en quarantaine.
      \(kinds)
      \(end.french)

      """,
      """
      \(rows) rows read from \(report.read.count) tables, \(report.quarantinedCount) in quarantine.
      \(kinds)
      \(end.english)

      """)[language] + FindingReport(report.findings).text(in: language)
  }
}
