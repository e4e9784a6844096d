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
  /// The six counters, each against the scope.
  public let figures: [CounterFigure]
  public let byContractor: CounterTable
  public let byCommune: CounterTable
  /// What is in each counter and not in the next; five of them.
  public let stocks: [Stock]
  /// In order of month, the last one that of the last snapshot.
  public let bridges: [MonthlyBridge]
  public let flow: CumulativeFlow
  public let findings: [Finding]

  /// A list of addresses that was read.
  public struct Snapshot: Hashable, Sendable {
    public let date: CalendarDate
    public let source: String
    public let lineCount: Int
  }

  /// Counts the addresses of a history up to a day, with the zones and connections of a programme.
  ///
  /// - Parameter geography: The communes to count on; nothing for the codes as they are.
  public init(of programme: Programme, _ whole: AddressHistory, on date: CalendarDate, geography: Geography? = nil) {
    let history = AddressHistory(replaying: whole.steps.filter { $0.date <= date })
    addresses =
      ProgressLedger(
        history: history, zones: programme.zones, attempts: programme.attempts, geography: geography
      ).addresses
    snapshots = history.steps.map { Snapshot(date: $0.date, source: $0.source, lineCount: $0.lineCount) }
    scope = programme.scope(on: date)
    let base = CounterFigure.Base(count: scope, date: date, source: programme.source)
    byContractor = CounterTable(of: addresses, by: .contractor, on: date, geography: geography)
    byCommune = CounterTable(of: addresses, by: .commune, on: date, geography: geography)
    let (total, table, list) = (byContractor.total, byContractor, snapshots.last?.source ?? "")
    figures = Counter.allCases.map { counter in
      let isListed = counter == .targeted || counter == .connectable
      return table.figure(counter, of: total, source: isListed ? list : programme.source, base: base)
    }
    let tracked = addresses
    stocks = Counter.allCases.dropLast().map { Stock(of: tracked, after: $0, on: date) }
    bridges = MonthlyBridge.all(of: history)
    let days = programme.zones.flatMap { $0.reached.values }
    let first = days.min()?.calendarMonth ?? date.calendarMonth
    flow = CumulativeFlow(of: programme.zones, from: min(first, date.calendarMonth), to: date.calendarMonth)
    findings = (byContractor.findings + programme.findings(on: date)).sorted(by: Finding.inOrder)
    self.date = date
  }

  /// Plugs that are deployed and whose cabinet's notice still runs.
  public var plugsInNotice: Int { (bridges.last?.closing ?? 0) - byContractor.total[.connectable] }

  /// A counter at the end of each month from the first in which it has plugs, up to the day.
  public func series(_ counter: Counter) -> [BurnUp.Step] {
    let days = addresses.compactMap { $0.date(of: counter) }
    guard let first = days.min()?.calendarMonth, first <= date.calendarMonth else { return [] }
    return (0...first.months(to: date.calendarMonth)).map { offset in
      let month = first.adding(offset)
      let day = min(month.lastDay, date)
      return BurnUp.Step(month: month, plugs: addresses.reduce(0) { $0 + $1.count(counter, on: day) })
    }
  }

  /// The lines of a burn-up up to a month, or up to the end of the contract when that is later.
  public func burnUp(of programme: Programme, to end: CalendarMonth) -> BurnUp {
    let series = [Counter.built, .handedOver, .connectable].map { self.series($0) }
    let steps = series.compactMap(\.first?.month) + programme.contract.map(\.month)
    return BurnUp(
      from: min(steps.min() ?? date.calendarMonth, date.calendarMonth), to: max(end, programme.contractEnd ?? end),
      contract: programme.contract,
      scope: programme.scope, built: series[0], handedOver: series[1], connectable: series[2])
  }
}
