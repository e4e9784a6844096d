public import FibreModel

/// How far a programme is on a day: its counters, what waits between them, and the lines of its charts.
public struct DeploymentReview: Hashable, Sendable {
  public let date: CalendarDate
  /// In order of address.
  public let addresses: [TrackedAddress]
  /// Snapshots up to the day, in order.
  public let snapshots: [Snapshot]
  /// Plugs of the programme on the day.
  public let scope: Int
  /// The counters that somebody tells of: each against the one that holds it, the targeted against the scope.
  public let figures: [CounterFigure]
  public let byContractor: CounterTable
  public let byCommune: CounterTable
  /// What is in each of these counters and not in the next of them.
  public let stocks: [Stock]
  /// In order of month, the last one that of the last snapshot.
  public let bridges: [MonthlyBridge]
  public let flow: CumulativeFlow
  public let findings: [Finding]
  /// Built, handed over and connectable, month by month.
  public let series: CounterSeries
  /// The last day of which the lists or the records tell; the day itself when they are fresh.
  public let knownUntil: CalendarDate

  /// A list of addresses that was read.
  public struct Snapshot: Hashable, Sendable {
    public let date: CalendarDate
    public let source: String
    public let lineCount: Int
  }

  /// Counts the addresses of a history up to a day, with the zones and connections of a programme.
  ///
  /// - Parameter geography: The communes to count on; nothing for the codes as they are.
  public init(of recorded: Programme, _ all: AddressHistory, on date: CalendarDate, geography: Geography? = nil) {
    let history = all.upTo(date)
    let programme = recorded.reconciled(on: date)
    addresses =
      ProgressLedger(
        history: history, zones: programme.zones, attempts: programme.attempts, geography: geography
      ).addresses
    snapshots = history.steps.map { Snapshot(date: $0.date, source: $0.source, lineCount: $0.lineCount) }
    scope = programme.scope(on: date)
    byContractor = CounterTable(of: addresses, by: .contractor, on: date, geography: geography)
    byCommune = CounterTable(of: addresses, by: .commune, on: date, geography: geography)
    let (total, table, list) = (byContractor.total, byContractor, snapshots.last?.source ?? "")
    let known = Self.known(programme, snapshots)
    func source(_ counter: Counter) -> String {
      counter == .targeted || counter == .connectable ? list : programme.source
    }
    let whole = self.scope
    figures = Counter.allCases.filter { known.contains($0) }.map { counter in
      let holder = counter.holder.map { (total[$0], source($0)) } ?? (whole, programme.source)
      let base = CounterFigure.Base(count: holder.0, date: date, source: holder.1)
      return table.figure(counter, of: total, source: source(counter), base: base)
    }
    let tracked = addresses
    let counted = figures.map(\.counter)
    stocks = zip(counted, counted.dropFirst()).map { Stock(of: tracked, after: $0, before: $1, on: date) }
    bridges = MonthlyBridge.all(of: history)
    series = CounterSeries(of: recorded, history, upTo: date)
    let newest = [history.steps.last?.date, programme.lastRecord(upTo: date)].compactMap(\.self).max()
    knownUntil = newest.map { $0.days(to: date) > Self.longestSilence ? $0 : date } ?? date
    let stale =
      history.steps.last.map { [$0.name.staleFinding(on: date)].compactMap(\.self) } ?? []
    let days = programme.zones.flatMap { $0.reached.values }
    let first = days.min()?.calendarMonth ?? date.calendarMonth
    flow = CumulativeFlow(of: programme.zones, from: min(first, date.calendarMonth), to: date.calendarMonth)
    let works = programme.zones.compactMap { $0.reached[.works] }
    let early = history.steps.first.flatMap { $0.name.firstListFinding(firstDay: works.min()) }
    findings = (byContractor.findings + recorded.findings(on: date) + stale + [early].compactMap(\.self))
      .sorted(by: Finding.inOrder)
    self.date = date
  }

  /// Plugs that are deployed and whose cabinet's notice still runs.
  public var plugsInNotice: Int { (bridges.last?.closing ?? 0) - byContractor.total[.connectable] }

  /// Longer than this without a record, months are unknown and not empty.
  private static let longestSilence = 45

  /// The counters that somebody tells of.
  private static func known(_ programme: Programme, _ snapshots: [Snapshot]) -> Set<Counter> {
    var known: Set<Counter> = []
    if !snapshots.isEmpty { known.formUnion([.targeted, .connectable]) }
    if programme.zones.contains(where: { !$0.reached.isEmpty }) { known.formUnion([.studied, .built, .handedOver]) }
    if !programme.attempts.isEmpty { known.insert(.connected) }
    return known
  }

  /// The lines of a burn-up up to a month, or up to the end of the contract when that is later.
  public func burnUp(of programme: Programme, to end: CalendarMonth) -> BurnUp {
    let series = [series.built, series.handedOver, series.connectable]
    let steps = series.compactMap(\.first?.month) + programme.contract.map(\.month)
    return BurnUp(
      from: min(steps.min() ?? date.calendarMonth, date.calendarMonth), to: max(end, programme.contractEnd ?? end),
      contract: programme.contract,
      scope: programme.scope, built: series[0], handedOver: series[1], connectable: series[2])
  }
}
