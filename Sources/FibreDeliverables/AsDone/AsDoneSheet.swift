public import FibreModel
public import FibrePlanning

/// What lists from the field came to, as people and programs read it.
public struct AsDoneSheet: Sendable {
  private let files: Int
  private let found: AsDoneReconciliation
  private let findings: FindingReport
  /// The revisions that nights became, by night; nothing when it was only tried, or nothing changed.
  private let revisions: [Int: Int]
  private let isTrial: Bool

  /// Arranges a reconciliation.
  ///
  /// - Parameters:
  ///   - files: How many files came back.
  ///   - reading: What could not be read in them.
  ///   - revisions: The revision of each night that was written.
  ///   - isTrial: Whether nothing was to be written.
  public init(
    _ found: AsDoneReconciliation, files: Int, reading: [Finding], revisions: [Int: Int], isTrial: Bool
  ) {
    self.files = files
    self.found = found
    self.revisions = revisions
    self.isTrial = isTrial
    findings = FindingReport(reading + found.findings())
  }

  public var errorCount: Int { findings.errorCount }

  // MARK: Counts

  private enum Row: String, CaseIterable {
    case applied, deviations, already, refused, notDone, unstated, untouched
  }

  private func count(_ row: Row) -> Int {
    found.count { verdict in
      switch (row, verdict) {
      case (.applied, .applied), (.already, .already), (.notDone, .notDone), (.unstated, .unstated),
        (.untouched, .untouched), (.deviations, .deviates), (.refused, .refused):
        true
      default: false
      }
    }
  }

  private static func label(_ row: Row) -> Phrase {
    switch row {
    case .applied: Phrase("faites comme prévu", "done as planned")
    case .deviations: Phrase("faites autrement", "done otherwise")
    case .already: Phrase("déjà à l'inventaire", "in the inventory already")
    case .refused: Phrase("refusées", "refused")
    case .notDone: Phrase("non faites", "not done")
    case .unstated: Phrase("sans réponse", "without an answer")
    case .untouched: Phrase("à laisser", "to be left")
    }
  }

  // MARK: Text

  /// Counts, what changes night by night, edit by edit when it is only tried, and what was found.
  public func text(in language: Language) -> String {
    let head = Phrase(
      "\(found.lines.count) lignes lues dans \(french: files, "fichier(s)").",
      "\(found.lines.count) lines read from \(english: files, "file(s)").")
    let counts = Row.allCases.map { row in
      "  " + Report.padded(Self.label(row)[language], 26) + Report.paddedLeft(String(count(row)), 6)
    }
    return ([head[language]] + counts + found.nights.flatMap { lines($0, language) } + [""])
      .joined(separator: "\n") + "\n" + findings.text(in: language)
  }

  private func lines(_ night: AsDoneNight, _ language: Language) -> [String] {
    let count = night.changes.count
    let head = Phrase("Nuit \(night.night) : \(count) modifications", "Night \(night.night): \(count) changes")[
      language]
    let end =
      revisions[night.night].map { Phrase("révision \($0)", "revision \($0)") }
      ?? (isTrial
        ? Phrase("essai, rien n'est écrit", "dry run, nothing is written")
        : Phrase("rien n'est écrit", "nothing is written"))
    let edits = isTrial ? night.changes.map { "  \($0.phrase[language])" } : []
    return ["\(head), \(end[language])."] + edits
  }

  // MARK: JSON

  /// As every import reports, and what became of each night and each line that was refused or done otherwise.
  public func json(in language: Language) -> JSONValue {
    .members([
      ("read", .object(["files": .integer(files), "lines": .integer(found.lines.count)])),
      ("stored", .object(["applied": .integer(count(.applied)), "deviations": .integer(count(.deviations))])),
      ("already", .integer(count(.already))), ("notDone", .integer(count(.notDone))),
      ("unstated", .integer(count(.unstated))), ("untouched", .integer(count(.untouched))),
      ("quarantined", .integer(count(.refused))), ("nights", .array(found.nights.map { json($0, language) })),
      ("dryRun", .bool(isTrial)), ("findings", .array(findings.findings.map { .finding($0) })),
      ("errors", .integer(findings.errorCount)), ("warnings", .integer(findings.warningCount)),
      ("revision", revisions.values.max().map { .integer($0) }),
    ])
  }

  private func json(_ night: AsDoneNight, _ language: Language) -> JSONValue {
    .members([
      ("night", .integer(night.night)), ("changes", .integer(night.changes.count)),
      ("difference", isTrial ? .array(night.changes.map { .string($0.phrase[language]) }) : nil),
      ("revision", revisions[night.night].map { .integer($0) }),
    ])
  }
}
