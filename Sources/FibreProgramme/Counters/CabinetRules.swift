public import FibreModel

/// Cabinets as the lines of a snapshot show them, and what the rules of the regulator say of them.
public struct CabinetRules: Hashable, Sendable {
  /// What is known of one cabinet.
  public struct Cabinet: Hashable, Sendable {
    public let cabinet: String
    public let state: CabinetState?
    /// Those that its lines name; they should name one.
    public let states: [CabinetState]
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
      let states = Set(lines.compactMap(\.cabinetState)).sorted { $0.rawValue < $1.rawValue }
      return Cabinet(
        cabinet: cabinet, state: states.last, states: states,
        availableOn: lines.compactMap(\.availableOn).min(), opensOn: lines.compactMap(\.opensOn).min(),
        plugs: plugs(nil), deployed: plugs(.deployed), onDemand: plugs(.onDemand))
    }
  }

  /// Cabinets that open before or within three months of being made available, those whose lines contradict one another,
  /// and those that are late to be complete.
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
      if cabinet.states.count > 1 {
        report("cabinet.states-differ", .warning, "Its lines give it \(cabinet.states.count) states. Ask the sender.")
      }
      if cabinet.state == .abandoned, cabinet.deployed > 0 {
        report(
          "cabinet.abandoned-deployed", .error,
          "It is abandoned, and \(cabinet.deployed) of its plugs are deployed. Ask the sender which is true.")
      }
      guard let available = cabinet.availableOn else { return findings }
      if let opens = cabinet.opensOn, opens < available {
        report(
          "cabinet.dates", .error, "It opens on \(opens), before it is made available on \(available). Correct a date.")
      } else if let opens = cabinet.opensOn, opens < available.adding(months: 3) {
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
