public import FibreModel

/// How far the programme is on a day: the six counters by group, the bridges from month to month, and what waits between
/// counters.
///
/// A counter that nobody tells of has no figure; it is never shown as zero.
public struct DeploymentState: Sendable {
  /// What is known beside the operators' list; a list without a source is not known.
  public struct Records: Sendable {
    public var zones: [Zone] = []
    public var zonesSource: String?
    public var attempts: [ConnectionAttempt] = []
    public var attemptsSource: String?
    /// The plugs of the programme as its owner counts them.
    public var scope: CounterFigure.Base?
    /// The central office of each cabinet, where it is known.
    public var centralOffices: [String: String] = [:]

    /// Makes records of which nothing is known.
    public init() {}
  }

  /// The figures of a group, one for each counter that is known.
  public struct Group: Hashable, Sendable {
    /// The code of the group; empty for addresses without one, and for the whole.
    public let name: String
    public let figures: [CounterFigure]

    /// The figure of a counter, or nothing when nobody tells of it.
    public subscript(counter: Counter) -> CounterFigure? { figures.first { $0.counter == counter } }
  }

  public let date: CalendarDate
  public let grouping: Grouping
  /// The snapshots up to the day, in order.
  public let snapshots: [SnapshotName]
  /// The last of them.
  public let snapshot: SnapshotName
  /// The territory that is counted on; nothing leaves codes as they came.
  public let geography: Geography?
  public let whole: Group
  /// In order of name.
  public let groups: [Group]
  /// From the month after the first snapshot's to that of the last.
  public let bridges: [MonthlyBridge]
  /// Between neighbours of the counters that are known.
  public let stocks: [Stock]
  public let findings: [Finding]

  /// Counts; nothing when there is no snapshot up to the day. O(snapshots · lines).
  public init?(
    of history: AddressHistory, _ records: Records, on date: CalendarDate, by grouping: Grouping,
    geography: Geography? = nil
  ) {
    let history = history.upTo(date)
    guard let last = history.steps.last else { return nil }
    let ledger = ProgressLedger(
      history: history, zones: records.zones, attempts: records.attempts, centralOffices: records.centralOffices,
      geography: geography)
    let sources = Self.sources(of: records, snapshot: last.name)
    let known = Counter.allCases.filter { sources[$0] != nil }
    let table = CounterTable(of: ledger.addresses, by: grouping, on: date, geography: geography, known: Set(known))
    let listed = CounterFigure.Base(
      count: history.lines.reduce(0) { $0 + $1.plugCount }, date: date, source: Self.name(of: last.name))
    let targeted = CounterFigure.Base(count: table.total[.targeted], date: date, source: Self.name(of: last.name))
    self.date = date
    self.grouping = grouping
    snapshots = history.steps.map(\.name)
    snapshot = last.name
    self.geography = geography
    whole = Self.group(table.total, named: "", sources, on: date, programme: records.scope ?? listed)
    groups = table.rows.map { Self.group($0, named: $0.name, sources, on: date, programme: targeted) }
    bridges = MonthlyBridge.all(of: history)
    stocks = zip(known, known.dropFirst()).map { Stock(of: ledger.addresses, after: $0, before: $1, on: date) }
    findings = table.findings + [last.name.staleFinding(on: date)].compactMap(\.self)
  }

  private static func sources(of records: Records, snapshot: SnapshotName) -> [Counter: String] {
    let list = name(of: snapshot)
    var sources: [Counter: String] = [.targeted: list, .connectable: list]
    for counter in [Counter.studied, .built, .handedOver] { sources[counter] = records.zonesSource }
    sources[.connected] = records.attemptsSource
    return sources
  }

  private static func name(of snapshot: SnapshotName) -> String { "\(snapshot.source) (\(snapshot.date))" }

  /// - Parameter programme: What the targeted plugs are held against: of the whole the scope of the programme, or all plugs
  ///   of the list, also abandoned ones, when no scope is known; of a group the targeted plugs of the whole.
  private static func group(
    _ row: CounterTable.Row, named name: String, _ sources: [Counter: String], on date: CalendarDate,
    programme: CounterFigure.Base
  ) -> Group {
    let figures = Counter.allCases.compactMap { counter -> CounterFigure? in
      guard let source = sources[counter] else { return nil }
      let base = counter.holder.map { holder in
        CounterFigure.Base(count: row[holder], date: date, source: sources[holder] ?? source)
      }
      return CounterFigure(counter: counter, count: row[counter], date: date, source: source, base: base ?? programme)
    }
    return Group(name: name, figures: figures)
  }
}

extension Counter {
  /// The counter that is the base of this one's rate: connected plugs are held against connectable ones (*taux de
  /// pénétration*), the others against those targeted, and these against no counter.
  public var holder: Counter? {
    switch self {
    case .targeted: nil
    case .studied, .built, .handedOver, .connectable: .targeted
    case .connected: .connectable
    }
  }
}
