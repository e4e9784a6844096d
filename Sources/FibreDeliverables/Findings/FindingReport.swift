public import FibreModel

/// Findings as people and programs read them.
public struct FindingReport: Hashable, Sendable {
  /// In the order of reports: by file, line, rule.
  public let findings: [Finding]
  public let errorCount: Int
  public let warningCount: Int

  /// Sorts and counts findings.
  public init(_ findings: [Finding]) {
    self.findings = findings.sorted(by: Finding.inOrder)
    errorCount = findings.count { $0.severity == .error }
    warningCount = findings.count { $0.severity == .warning }
  }

  /// `{"findings":[…],"errors":n,"warnings":n}`.
  public var json: JSONValue {
    .object([
      "findings": .array(findings.map(JSONValue.finding)), "errors": .integer(errorCount),
      "warnings": .integer(warningCount),
    ])
  }

  /// Grouped by rule, errors first; of a long group the first lines, and how many more there are.
  public func text(in language: Language) -> String {
    guard !findings.isEmpty else { return Term.noFinding.label(language) + "\n" }
    let groups = Dictionary(grouping: findings, by: \.rule).map { FindingLines(rule: $0.key, findings: $0.value) }
      .sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
    let lines = groups.flatMap { $0.lines(language) + [""] }
    let remarks = findings.count - errorCount - warningCount
    let sums = [(errorCount, Term.errors), (warningCount, .warnings), (remarks, .remarks)]
      .map { "\($0.1.label(language))\(language.colon)\($0.0)" }
    return lines.joined(separator: "\n") + "\n" + sums.joined(separator: ", ") + "\n"
  }
}

extension JSONValue {
  /// A finding with its five members.
  public static func finding(_ finding: Finding) -> JSONValue {
    .object([
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue), "place": .string(finding.place),
      "code": .string(finding.code), "message": .string(finding.message.description),
    ])
  }
}
