import FibreDeliverables
import FibreExchange
import FibreModel

/// An import as it is reported: what was read, what it became, what was found.
struct ImportSheet {
  private let report: ImportReport
  private let revision: Int?
  /// What the store held before.
  private let former: Network?

  init(_ report: ImportReport, revision: Int?, replacing former: Network?) {
    self.report = report
    self.revision = revision
    self.former = former
  }

  /// As `import … --json` prints it.
  var json: JSONValue {
    .members([
      ("read", counts(report.read)), ("stored", counts(report.stored)),
      ("quarantined", .integer(report.quarantinedCount)),
      ("findings", .array(report.findings.map { .finding($0) })), ("revision", revision.map { .integer($0) }),
      ("replaced", former.map { counts(ImportReport(read: [], findings: [], network: $0).stored) }),
    ])
  }

  private func counts(_ counts: [ImportReport.Count]) -> JSONValue {
    .members(counts.map { ($0.name, .integer($0.count)) })
  }

  /// A few lines, then the findings by rule.
  func text(in language: Language) -> String {
    let rows = report.read.reduce(0) { $0 + $1.count }
    var end =
      revision.map { Phrase("Révision \($0).", "Revision \($0).") }
      ?? Phrase("Rien n'a été écrit.", "Nothing was written.")
    if let former {
      end = Phrase(
        "\(end.french) Le réseau d'avant, à la révision \(former.revision), \(revision == nil ? "serait" : "est") remplacé\(difference(from: former, .french)).",
        "\(end.english) The network before, at revision \(former.revision), \(revision == nil ? "would be" : "is") replaced\(difference(from: former, .english))."
      )
    }
    return Phrase(
      """
      \(rows) lignes lues dans \(report.read.count) tables, \(report.quarantinedCount) en quarantaine.
      \(stored(.french))
      \(end.french)

      """,
      """
      \(rows) rows read from \(report.read.count) tables, \(report.quarantinedCount) in quarantine.
      \(stored(.english))
      \(end.english)

      """)[language] + FindingReport(report.findings).text(in: language)
  }

  /// Kinds of objects of which there are more or fewer than before: ` (fibres 54616 → 1051)`.
  private func difference(from former: Network, _ language: Language) -> String {
    let before = ImportReport(read: [], findings: [], network: former).stored
    let changed = zip(before, report.stored).filter { $0.0.count != $0.1.count }.map { old, new in
      "\((Self.kinds[new.name] ?? Phrase(new.name, new.name))[language]) \(old.count) → \(new.count)"
    }
    return changed.isEmpty ? "" : " (\(changed.joined(separator: ", ")))"
  }

  /// What became of the rows, three kinds of objects a line.
  private func stored(_ language: Language) -> String {
    let cells = report.stored.filter { $0.count > 0 }.map { kind in
      let name = (Self.kinds[kind.name] ?? Phrase(kind.name, kind.name))[language]
      return name.padded(to: 24) + String(kind.count).padded(to: 8)
    }
    let lines = stride(from: 0, to: cells.count, by: 3).map { start in
      "  " + cells[start..<min(start + 3, cells.count)].joined(separator: " ")
    }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  private static let kinds: [String: Phrase] = [
    "nodes": Phrase("nœuds", "nodes"), "addresses": Phrase("adresses", "addresses"),
    "sites": Phrase("sites", "sites"), "rooms": Phrase("locaux techniques", "rooms"),
    "racks": Phrase("baies", "racks"), "panels": Phrase("tiroirs", "panels"),
    "premises": Phrase("locaux desservis", "premises"), "areas": Phrase("zones arrière", "service areas"),
    "technicalPoints": Phrase("points techniques", "technical points"),
    "pathways": Phrase("cheminements", "pathways"), "ducts": Phrase("conduites", "ducts"),
    "boxes": Phrase("boîtiers et prises", "closures and outlets"), "cassettes": Phrase("cassettes", "cassettes"),
    "cables": Phrase("câbles", "cables"), "sections": Phrase("tronçons de câble", "cable sections"),
    "fibres": Phrase("fibres", "fibres"), "joints": Phrase("raccordements", "joints"),
    "splitters": Phrase("coupleurs", "splitters"), "declaredRoutes": Phrase("routes déclarées", "declared routes"),
    "services": Phrase("services", "services"),
  ]
}

extension String {
  /// The text with blanks up to a width.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
