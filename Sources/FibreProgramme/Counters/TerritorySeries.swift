public import FibreModel

/// Numbers by commune, as they were published on the communes of their time.
public struct CommuneFigures: Hashable, Sendable {
  /// One commune's number.
  public struct Row: Hashable, Sendable {
    public let commune: String
    public let value: Int

    public init(commune: String, value: Int) {
      self.commune = commune
      self.value = value
    }
  }

  public let date: CalendarDate
  public let source: String
  public let rows: [Row]

  /// Makes figures.
  public init(date: CalendarDate, source: String, rows: [Row]) {
    self.date = date
    self.source = source
    self.rows = rows
  }

  public var total: Int { rows.reduce(0) { $0 + $1.value } }

  /// The same numbers by commune of a territory, or by association: numbers of ended communes count in their successors.
  ///
  /// The total stays: a code that leads nowhere stays a group of its own, and a finding says so.
  public func regrouped(on territory: Territory, by grouping: TerritoryGrouping) -> RegroupedFigures {
    var values: [String: Int] = [:]
    var findings: [Finding] = []
    func report(_ rule: String, _ severity: Finding.Severity, _ code: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: severity, place: source, code: code, message: message))
    }
    for row in rows {
      if row.value < 0 {
        report("commune.negative", .error, row.commune, "The number \(row.value) is negative. Correct it.")
      }
      guard let now = territory.currentCommune(of: row.commune) else {
        report(
          "commune.unknown", .error, row.commune,
          "The territory of \(territory.date) does not know this commune. It stays a group of its own.")
        values[row.commune, default: 0] += row.value
        continue
      }
      if now.code != row.commune {
        report("commune.ended", .info, row.commune, "The commune has ended; its number counts in \(now.code).")
      }
      values[grouping == .commune ? now.code : now.intercommunality, default: 0] += row.value
    }
    return RegroupedFigures(
      date: date, source: source, territory: territory.date, grouping: grouping,
      rows: values.sorted { $0.key < $1.key }.map { RegroupedFigures.Row(code: $0.key, value: $0.value) },
      findings: findings.sorted(by: Finding.inOrder))
  }
}

/// The groups that a territory makes.
public enum TerritoryGrouping: String, Hashable, Sendable, CaseIterable {
  case commune, intercommunality
}

/// Numbers on one geography.
public struct RegroupedFigures: Hashable, Sendable {
  /// One group's number.
  public struct Row: Hashable, Sendable {
    /// INSEE or SIREN.
    public let code: String
    public let value: Int
  }

  /// What the numbers are of.
  public let date: CalendarDate
  public let source: String
  /// The day whose communes they are put on.
  public let territory: CalendarDate
  public let grouping: TerritoryGrouping
  /// In order of code.
  public let rows: [Row]
  public let findings: [Finding]

  public var total: Int { rows.reduce(0) { $0 + $1.value } }
  public subscript(code: String) -> Int? { rows.first { $0.code == code }?.value }
}
