public import FibreModel

/// Cabinets as the lines of a snapshot show them, and what the rules of the regulator say of them.
public struct CabinetRules: Hashable, Sendable {
  /// What is known of one cabinet.
  public struct Cabinet: Hashable, Sendable {
    public let cabinet: String
    public let state: CabinetState?
    public let availableOn: CalendarDate?
    public let opensOn: CalendarDate?
    public let plugs: Int
    public let deployed: Int
    /// Connectable on demand.
    public let onDemand: Int

    /// Deployed, and on demand or frozen with evidence, of all plugs; nothing without plugs.
    public func completeness(justified: Int) -> Rate? { Rate(Int64(deployed + justified), over: Int64(plugs)) }
  }

  /// In order of name.
  public let cabinets: [Cabinet]

  /// Gathers the lines of a snapshot. O(lines).
  public init(of lines: [AddressLine]) {
    let groups = Dictionary(grouping: lines.filter { !$0.cabinet.isEmpty && $0.state != .abandoned }, by: \.cabinet)
    cabinets = groups.sorted { $0.key < $1.key }.map { cabinet, lines in
      func plugs(_ state: AddressState?) -> Int {
        lines.reduce(0) { $0 + (state == nil || $1.state == state ? $1.plugCount : 0) }
      }
      return Cabinet(
        cabinet: cabinet, state: lines.compactMap(\.cabinetState).max { $0.rawValue < $1.rawValue },
        availableOn: lines.compactMap(\.availableOn).min(), opensOn: lines.compactMap(\.opensOn).min(),
        plugs: plugs(nil), deployed: plugs(.deployed), onDemand: plugs(.onDemand))
    }
  }

  /// Cabinets that open within three months of being made available, and those that are late to be complete.
  ///
  /// Source: Arcep decisions 2009-1106, annex 2, and 2015-0776, 2.2.2 (notice); 2 to 5 years (completeness).
  ///
  /// - Parameters:
  ///   - justified: By cabinet, plugs on demand or frozen with a good reason.
  ///   - years: The time agreed for completeness.
  public func findings(on date: CalendarDate, justified: [String: Int] = [:], years: Int) -> [Finding] {
    cabinets.flatMap { cabinet in
      var findings: [Finding] = []
      func report(_ rule: String, _ severity: Finding.Severity, _ message: Sentence) {
        findings.append(
          Finding(rule: rule, severity: severity, place: "cabinet", code: cabinet.cabinet, message: message))
      }
      guard let available = cabinet.availableOn else { return findings }
      if let opens = cabinet.opensOn, opens < available.adding(months: 3) {
        report(
          "cabinet.notice", .error,
          "It opens on \(opens), within three months of \(available). Give the operators their notice.")
      }
      let end = available.adding(months: years * 12)
      let missing = cabinet.plugs - cabinet.deployed - (justified[cabinet.cabinet] ?? 0)
      if date > end, missing > 0 {
        report(
          "cabinet.incomplete", .warning,
          "\(missing) of \(cabinet.plugs) plugs were to be connectable by \(end). Finish them or say why not.")
      }
      return findings
    }
  }
}
