public import FibreModel

extension CommuneFigures {
  /// Whether the numbers can be added up, by the name of the measure: codes, classes and rates can't.
  public var isCount: Bool {
    let words = measure.lowercased().split { !$0.isLetter && $0 != "%" }
    let others = ["code", "siren", "insee", "classe", "catégorie", "categorie", "taux", "pct", "%", "part"]
    return !words.contains { others.contains(String($0)) }
  }

  /// The département that a commune's code begins with: two characters, overseas (97, 98) three.
  static func department(of commune: String) -> String? {
    guard commune.utf8.count == 5 else { return nil }
    return String(commune.prefix(commune.hasPrefix("97") || commune.hasPrefix("98") ? 3 : 2))
  }

  /// The same numbers by commune of a geography, by association or by département: numbers of ended communes count in their successors.
  ///
  /// The total stays: a code that leads nowhere stays a group of its own, and a finding says so.
  public func regrouped(on geography: Geography, by grouping: GeographyGrouping) -> RegroupedFigures {
    var values: [String: Int] = [:]
    var findings: [Finding] = []
    func report(_ rule: String, _ severity: Finding.Severity, _ code: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: severity, place: source, code: code, message: message))
    }
    for row in rows {
      if row.value < 0 {
        report("commune.negative", .error, row.commune, "The number \(row.value) is negative. Correct it.")
      }
      guard let now = geography.currentCommune(of: row.commune) else {
        report(
          "commune.unknown", .error, row.commune,
          "The geography of \(geography.date) does not know this commune. It counts under its code.")
        let group = grouping == .department ? Self.department(of: row.commune) ?? row.commune : row.commune
        values[group, default: 0] += row.value
        continue
      }
      if now.code != row.commune {
        report("commune.ended", .info, row.commune, "The commune has ended; its number counts in \(now.code).")
      }
      values[grouping.code(of: now), default: 0] += row.value
    }
    return RegroupedFigures(
      date: date, source: source, geography: geography.date, grouping: grouping,
      rows: values.sorted { $0.key < $1.key }.map { RegroupedFigures.Row(code: $0.key, value: $0.value) },
      findings: findings.sorted(by: Finding.inOrder))
  }
}

/// The groups that a geography makes.
public enum GeographyGrouping: String, Hashable, Sendable, CaseIterable {
  case commune, intercommunality, department

  /// The code of the group that a commune is in.
  func code(of commune: Commune) -> String {
    switch self {
    case .commune: commune.code
    case .intercommunality: commune.intercommunality
    case .department: commune.department
    }
  }
}

/// Numbers on one geography.
public struct RegroupedFigures: Hashable, Sendable {
  /// One group's number.
  public struct Row: Hashable, Sendable {
    /// INSEE, SIREN, or the number of a département.
    public let code: String
    public let value: Int
  }

  /// What the numbers are of.
  public let date: CalendarDate
  public let source: String
  /// The day whose communes they are put on.
  public let geography: CalendarDate
  public let grouping: GeographyGrouping
  /// In order of code.
  public let rows: [Row]
  public let findings: [Finding]

  public var total: Int { rows.reduce(0) { $0 + $1.value } }
  /// The number of a group, or nothing for one that has none.
  public subscript(code: String) -> Int? { rows.first { $0.code == code }?.value }
}
