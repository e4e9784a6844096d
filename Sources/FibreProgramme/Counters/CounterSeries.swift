public import FibreModel

/// Built, handed over and connectable plugs at the end of each month, each month on the addresses and plugs of its own
/// last list: what a progress of that day says. Months before the first list are counted on that one.
public struct CounterSeries: Hashable, Sendable {
  /// The counters that have a line in a burn-up.
  public let built: [BurnUp.Step]
  public let handedOver: [BurnUp.Step]
  public let connectable: [BurnUp.Step]

  /// Follows a history to a day. O(changes + months · (zones + days of opening)).
  public init(of programme: Programme, _ history: AddressHistory, upTo date: CalendarDate) {
    let record = HandoverRecord(of: programme.handoverLots)
    let days = programme.zones.flatMap { [$0.reached[.works], $0.reached[.handover]].compactMap(\.self) }
    let first = (days + history.steps.prefix(1).map(\.date)).filter { $0 <= date }.min()?.calendarMonth
    var (built, handedOver, connectable) = ([BurnUp.Step](), [BurnUp.Step](), [BurnUp.Step]())
    var walk = CounterWalk(history, upTo: date)
    guard let first else {
      (self.built, self.handedOver, self.connectable) = ([], [], [])
      return
    }
    for offset in 0...first.months(to: date.calendarMonth) {
      let month = first.adding(offset)
      let day = min(month.lastDay, date)
      walk.advance(to: day)
      let zones = record.reconciled(programme.zones, on: day)
      func plugs(_ step: Zone.Milestone) -> Int {
        zones.reduce(0) { sum, zone in
          sum + (zone.reached[step].map { $0 <= day } ?? false ? walk.plugsOfCabinet[zone.code, default: 0] : 0)
        }
      }
      built.append(BurnUp.Step(month: month, plugs: plugs(.works)))
      handedOver.append(BurnUp.Step(month: month, plugs: plugs(.handover)))
      connectable.append(BurnUp.Step(month: month, plugs: walk.connectable(on: day)))
    }
    func started(_ steps: [BurnUp.Step]) -> [BurnUp.Step] { Array(steps.drop { $0.plugs == 0 }) }
    (self.built, self.handedOver) = (started(built), started(handedOver))
    self.connectable = started(connectable)
  }
}

/// The addresses of a history on their way from list to list.
private struct CounterWalk {
  /// Since when an address is deployed, and from when its plugs can be sold.
  private struct Deployed {
    let since: CalendarDate
    let from: CalendarDate
    let plugs: Int
  }

  private var steps: ArraySlice<(step: SnapshotStep, numbers: [Int32])>
  private let first: CalendarDate?
  /// Plugs of addresses that are not abandoned.
  private(set) var plugsOfCabinet: [String: Int] = [:]
  /// By number of address.
  private var deployed: [Deployed?]
  /// Plugs by the day from which they can be sold.
  private var opening: [CalendarDate: Int] = [:]

  init(_ history: AddressHistory, upTo date: CalendarDate) {
    steps = zip(history.steps, history.numbers.ofChanges).map { (step: $0, numbers: $1) }
      .prefix { $0.step.date <= date }
    first = steps.first?.step.date
    deployed = Array(repeating: nil, count: history.numbers.count)
    // What is counted before the first list is counted on it.
    if let first { advance(to: first) }
  }

  mutating func advance(to day: CalendarDate) {
    while let (step, numbers) = steps.first, step.date <= day {
      for (change, number) in zip(step.changes, numbers) { take(change, Int(number), on: step.date) }
      steps.removeFirst()
    }
  }

  func connectable(on day: CalendarDate) -> Int { opening.reduce(0) { $0 + ($1.key <= day ? $1.value : 0) } }

  private mutating func take(_ change: AddressChange, _ number: Int, on day: CalendarDate) {
    if let before = change.before, before.state != .abandoned {
      plugsOfCabinet[before.cabinet, default: 0] -= before.plugCount
    }
    let former = deployed[number]
    if let former { opening[former.from, default: 0] -= former.plugs }
    deployed[number] = nil
    guard let after = change.after else { return }
    if after.state != .abandoned { plugsOfCabinet[after.cabinet, default: 0] += after.plugCount }
    guard after.state == .deployed else { return }
    let since = former?.since ?? ProgressLedger.deployedOn(after, listedOn: day, isFirst: day == first)
    let now = Deployed(
      since: since, from: max(since, ProgressLedger.opening(of: after) ?? since), plugs: after.plugCount)
    deployed[number] = now
    opening[now.from, default: 0] += now.plugs
  }
}
