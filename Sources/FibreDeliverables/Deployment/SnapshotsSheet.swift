public import FibreModel

/// What an import of operators' lists read, kept and found.
public struct SnapshotsSheet: Sendable {
  /// What became of a list.
  public enum Outcome: String, Hashable, Sendable {
    case appended, inserted, replaced, repeated, refused

    var isKept: Bool { self == .appended || self == .inserted || self == .replaced }
  }

  /// One list.
  public struct Entry: Hashable, Sendable {
    public let name: SnapshotName
    /// Lines below the header of the file.
    public let lineCount: Int
    public let leftOutCount: Int
    public let outcome: Outcome
    public let plugs: Int
    public let deployedPlugs: Int
    public let added: Int
    public let changed: Int
    public let removed: Int

    /// Makes an entry of what was read and what changed, which is nothing when the list is not kept.
    public init(
      _ snapshot: AddressSnapshot, lineCount: Int, leftOutCount: Int, _ outcome: Outcome, _ changes: [AddressChange]
    ) {
      name = snapshot.name
      self.lineCount = lineCount
      self.leftOutCount = leftOutCount
      self.outcome = outcome
      plugs = snapshot.lines.reduce(0) { $0 + $1.plugCount }
      deployedPlugs = snapshot.lines.reduce(0) { $0 + ($1.state == .deployed ? $1.plugCount : 0) }
      added = changes.count { $0.before == nil }
      removed = changes.count { $0.after == nil }
      changed = changes.count - added - removed
    }
  }

  private let entries: [Entry]
  /// Addresses in the last list of the store.
  private let addressCount: Int
  private let snapshotCount: Int
  private let findings: [Finding]
  private let isDryRun: Bool

  /// Arranges what was done; the counts are those of the store afterwards.
  public init(
    _ entries: [Entry], findings: [Finding], addressCount: Int, snapshotCount: Int, isDryRun: Bool
  ) {
    self.entries = entries
    self.addressCount = addressCount
    self.snapshotCount = snapshotCount
    self.findings = findings
    self.isDryRun = isDryRun
  }

  public var errorCount: Int { findings.count { $0.severity == .error } }

  /// `{"read":{…},"stored":{…},"quarantined":…,"snapshots":[…],"findings":[…],"written":…}`.
  public var json: JSONValue {
    var read: [String: JSONValue] = [:]
    for entry in entries { read[entry.name.source] = .integer(entry.lineCount) }
    let changes = entries.reduce(0) { $0 + $1.added + $1.changed + $1.removed }
    return .object([
      "read": .object(read),
      "stored": .object([
        "snapshots": .integer(snapshotCount), "addresses": .integer(addressCount), "changes": .integer(changes),
      ]),
      "quarantined": .integer(entries.reduce(0) { $0 + $1.leftOutCount }),
      "snapshots": .array(entries.map(Self.json)),
      "findings": .array(FindingReport(findings).findings.map(JSONValue.finding)), "written": .bool(!isDryRun),
    ])
  }

  private static func json(_ entry: Entry) -> JSONValue {
    .object([
      "date": .string("\(entry.name.date)"), "source": .string(entry.name.source), "lines": .integer(entry.lineCount),
      "leftOut": .integer(entry.leftOutCount), "outcome": .string(entry.outcome.rawValue),
      "plugs": .integer(entry.plugs), "deployedPlugs": .integer(entry.deployedPlugs), "added": .integer(entry.added),
      "changed": .integer(entry.changed), "removed": .integer(entry.removed),
    ])
  }

  /// A line for each list, then the findings by rule.
  public func text(in language: Language) -> String {
    let titles = [
      Phrase("liste", "list"), Phrase("date", "date"), Phrase("suite", "outcome"), Phrase("lignes", "lines"),
      Phrase("écartées", "left out"), Phrase("arrivées", "added"), Phrase("changées", "changed"),
      Phrase("parties", "removed"), Phrase("prises", "plugs"), Phrase("déployées", "deployed"),
    ]
    let table = Report.Table(
      columns: titles.enumerated().map { Report.Column(title: $1[language], width: 1, isNumeric: $0 > 2) },
      rows: entries.map { entry in
        let numbers = [
          entry.lineCount, entry.leftOutCount, entry.added, entry.changed, entry.removed, entry.plugs,
          entry.deployedPlugs,
        ]
        return [entry.name.source, "\(entry.name.date)", entry.outcome.label(language)].map { Report.Cell($0) }
          + numbers.map { Report.Cell(Decimals.grouped(String($0), language)) }
      })
    return Report.lines(table).joined(separator: "\n") + "\n\n" + end[language] + "\n\n"
      + FindingReport(findings).text(in: language)
  }

  private var end: Phrase {
    let kept = entries.count { $0.outcome.isKept }
    let french = "\(french: addressCount, "adresse(s)") et \(french: snapshotCount, "liste(s)")"
    let english = "\(english: addressCount, "address(es)") and \(english: snapshotCount, "list(s)")"
    return isDryRun
      ? Phrase(
        "Rien n'a été écrit ; \(french: kept, "liste(s) (serait gardée|seraient gardées)"). Le réseau aurait \(french).",
        "Nothing was written; \(english: kept, "list(s)") would be kept. The network would have \(english).")
      : Phrase(
        "\(french: kept, "liste(s) gardée(s)"). Le réseau a \(french).",
        "\(english: kept, "list(s)") kept. The network has \(english).")
  }
}

extension SnapshotsSheet.Outcome: Worded {
  public var phrase: Phrase {
    switch self {
    case .appended: Phrase("gardée", "kept")
    case .inserted: Phrase("intercalée", "put in between")
    case .replaced: Phrase("remplacée", "replaced")
    case .repeated: Phrase("déjà connue", "known already")
    case .refused: Phrase("refusée", "refused")
    }
  }
}
