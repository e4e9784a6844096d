public import FibreModel

/// What an import of a territory read and kept.
public struct TerritorySheet: Sendable {
  private let geographies: [Geography]
  /// Rows by file.
  private let read: [(name: String, count: Int)]
  private let replaced: [CalendarDate]
  private let findings: [Finding]
  private let isDryRun: Bool

  /// Arranges territories; `replaced` are the days that were there before.
  public init(
    _ geographies: [Geography], read: [(name: String, count: Int)], replaced: [CalendarDate], findings: [Finding],
    isDryRun: Bool
  ) {
    self.geographies = geographies
    self.read = read
    self.replaced = replaced
    self.findings = findings
    self.isDryRun = isDryRun
  }

  public var errorCount: Int { findings.count { $0.severity == .error } }

  /// `{"read":{…},"territories":[…],"findings":[…],"written":…}`.
  public var json: JSONValue {
    .object([
      "read": .members(read.map { ($0.name, .integer($0.count)) }),
      "territories": .array(
        geographies.map { geography in
          .object([
            "date": .string("\(geography.date)"), "communes": .integer(geography.communes.count),
            "intercommunalities": .integer(geography.intercommunalities.count),
            "ends": .integer(geography.ends.count), "outlines": .integer(geography.outlines.count),
            "outlinesOn": .text(geography.outlinesOn.map { "\($0)" }),
            "replaced": .bool(replaced.contains(geography.date)),
          ])
        }), "findings": .array(FindingReport(findings).findings.map(JSONValue.finding)), "written": .bool(!isDryRun),
    ])
  }

  /// A line for each territory, then the findings by rule.
  public func text(in language: Language) -> String {
    let lines = geographies.map { geography in
      let (communes, groups) = (geography.communes.count, geography.intercommunalities.count)
      let outlines = geography.outlinesOn.map {
        Phrase(
          "\(geography.outlines.count) contours du \($0)", "\(geography.outlines.count) outlines of \($0)")
      }
      let isReplaced = replaced.contains(geography.date)
      return Phrase(
        """
        Territoire du \(geography.date)\(isReplaced ? " (remplacé)" : "") : \(communes) communes, \(groups) EPCI, \(geography.ends.count) \
        codes qui ont pris fin, \(outlines?.french ?? "aucun contour").
        """,
        """
        Territory of \(geography.date)\(isReplaced ? " (replaced)" : ""): \(communes) communes, \(groups) associations, \
        \(geography.ends.count) codes that ended, \(outlines?.english ?? "no outline").
        """)[language]
    }
    let end = isDryRun ? [Phrase("Rien n'a été écrit.", "Nothing was written.")[language]] : []
    return (lines + end).joined(separator: "\n") + "\n\n" + FindingReport(findings).text(in: language)
  }
}
