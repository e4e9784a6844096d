public import FibreModel

/// All that a committee is told of a programme on one day.
public struct ProgrammeReview: Sendable {
  /// What one contractor's studies and connections say.
  public struct ContractorLine: Hashable, Sendable {
    public let contractor: String
    public let work: ContractorFigures
    public let studies: StudyFigures
    public let failures: FailureFigures
    /// Invoices that were paid late, or are late.
    public let lateInvoices: Int
    /// Penalties that run on late orders, without tax.
    public let penalties: Money
  }

  /// A zone past its handover and not handed over.
  public struct LateZone: Hashable, Sendable {
    public let zone: Zone
    /// The last step that it has reached.
    public let step: Zone.Milestone?
    public let days: Int
  }

  public let programme: Programme
  public let date: CalendarDate
  public let deployment: DeploymentReview
  public let throughput: ThroughputReview
  public let value: ValueCurve
  /// In order of name.
  public let contractors: [ContractorLine]
  /// The latest first, then in order of code.
  public let lateZones: [LateZone]
  public let work: WorkReview
  public let money: MoneyReview

  /// Reviews a programme; what happened after the day is left out.
  public init(
    of recorded: Programme, _ history: AddressHistory, on date: CalendarDate, geography: Geography? = nil,
    choices: ThroughputReview.Choices = .init()
  ) throws(LatePayment.Refusal) {
    let programme = recorded.reconciled(on: date)
    self.programme = programme
    self.date = date
    deployment = DeploymentReview(of: recorded, history, on: date, geography: geography)
    throughput = ThroughputReview(of: programme, deployment, choices)
    value = ValueCurve(of: programme, on: date)
    lateZones = programme.zones.compactMap { zone in
      let isDone = zone.reached[.handover].map { $0 <= date } ?? false
      guard !isDone, let days = zone.daysLate(.handover, on: date), days > 0 else { return nil }
      return LateZone(zone: zone, step: zone.milestone(on: date), days: days)
    }.sorted { ($1.days, $0.zone.code) < ($0.days, $1.zone.code) }
    work = WorkReview(of: programme, history.lines, on: date)
    money = try MoneyReview(of: programme, on: date, acceptedPlugs: throughput.handedOver)
    let contracts = money.contracts
    let quality = Dictionary(uniqueKeysWithValues: work.contractors.map { ($0.contractor, $0) })
    contractors = ContractorFigures.all(of: programme.zones, on: date).map { work in
      let name = work.contractor
      return ContractorLine(
        contractor: name, work: work, studies: quality[name]?.studies ?? StudyFigures(of: [], on: date),
        failures: quality[name]?.failures ?? FailureFigures(of: []),
        lateInvoices: programme.invoices.count {
          $0.contractor == name && $0.daysLate(on: date) > 0 && ($0.dates[.received].map { $0 <= date } ?? false)
        }, penalties: contracts.filter { $0.lot.holder == name }.map(\.penalties).total())
    }
  }

  /// The burn-up up to the month that 95 of 100 draws reach.
  public var burnUp: BurnUp {
    let end = throughput.month(after: throughput.forecast?.p95) ?? date.calendarMonth
    return deployment.burnUp(of: programme, to: max(end, date.calendarMonth))
  }
}
