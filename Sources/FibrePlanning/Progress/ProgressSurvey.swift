public import FibreModel

/// Reads how far a plan has come.
public enum ProgressSurvey {
  /// Holds a plan against what the inventory says now.
  ///
  /// - Parameters:
  ///   - undone: Nights of the plan that were applied once and undone since.
  ///   - date: The day to tell it for; without one, that of the last night with work done, else the day before the first.
  public static func progress(
    of plan: MigrationPlan, on network: Network, undone: Set<Int>, date: CalendarDate?
  ) -> MigrationProgress {
    let visits = network.spliceStates(of: plan)
    let nights = plan.nights.map { night in progress(of: night, visits.filter { $0.night == night.night }) }
    let today = date ?? defaultDate(nights)
    let services = ServiceSurvey(plan, network, visits, undone: undone).progress()
    let closures = Dictionary(grouping: visits, by: \.closure)
    let measured = visits.flatMap(\.splices).compactMap { splice -> Loss? in
      guard case .done(let joint) = splice.state else { return nil }
      return AsDoneFacts.measuredLoss(of: network.joints[joint])
    }
    let forecast = ProgressForecast(nights, windows: network.rules.windows, today: today)
    return MigrationProgress(
      from: plan.from, to: plan.to, revision: network.revision, date: today, nights: nights, services: services,
      closures: closures.count,
      closuresDone: closures.values.count { visits in visits.allSatisfy { $0.doneCount == $0.splices.count } },
      splices: nights.reduce(0) { $0 + $1.splices }, splicesDone: nights.reduce(0) { $0 + $1.splicesDone },
      splicesMeasured: measured.count, crewNightsWorked: nights.reduce(0) { $0 + $1.crewsThatWorked },
      forecastEnd: forecast.end, plannedEnd: nights.last?.date,
      blocks: ProgressBlocks(plan, network, nights, visits, services, forecast, today: today).all())
  }

  private static func progress(of night: PlanNight, _ visits: [VisitSplices]) -> NightProgress {
    let splices = visits.reduce(0) { $0 + $1.splices.count }
    let done = visits.reduce(0) { $0 + $1.doneCount }
    return NightProgress(
      night: night.night, date: night.date, state: done == splices ? .done : done == 0 ? .left : .partly,
      splices: splices, splicesDone: done, crews: Set(visits.map(\.crew)).count,
      crewsThatWorked: Set(visits.filter { $0.doneCount > 0 }.map(\.crew)).count)
  }

  private static func defaultDate(_ nights: [NightProgress]) -> CalendarDate {
    if let last = nights.last(where: { $0.splicesDone > 0 }) { return last.date }
    return nights.first?.date.dayBefore ?? CalendarDate.firstKnown
  }
}

extension CalendarDate {
  /// 1 January of year 1: a plan without nights has no day of its own.
  fileprivate static let firstKnown: CalendarDate = {
    guard let date = CalendarDate(year: 1, month: 1, day: 1) else { preconditionFailure("1 January exists") }
    return date
  }()

  /// The day before; of the first day that can be told, the day itself.
  fileprivate var dayBefore: CalendarDate {
    if let date = CalendarDate(year: year, month: month, day: day - 1) { return date }
    let month = month == 1 ? 12 : month - 1
    let year = month == 12 ? year - 1 : year
    return [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first ?? self
  }
}

/// Where each service of a plan stands.
struct ServiceSurvey {
  private let plan: MigrationPlan
  private let network: Network
  private let undone: Set<Int>
  private let splicesOfService: [Code<Service>: [SpliceState]]

  init(_ plan: MigrationPlan, _ network: Network, _ visits: [VisitSplices], undone: Set<Int>) {
    self.plan = plan
    self.network = network
    self.undone = undone
    var splices: [Code<Service>: [SpliceState]] = [:]
    for splice in visits.flatMap(\.splices) {
      if let service = splice.step.service { splices[service, default: []].append(splice.state) }
    }
    splicesOfService = splices
  }

  func progress() -> [ServiceStanding] {
    let new = network.site(named: plan.to.rawValue)
    return plan.services.map { ServiceStanding(service: $0.service, progress: progress(of: $0, new)) }
  }

  private func progress(of move: ServiceMove, _ new: Index<Site>?) -> ServiceProgress {
    let splices = splicesOfService[move.service] ?? []
    let ports = network.services[move.service]?.endA ?? []
    let isMoved = !ports.isEmpty && ports.allSatisfy { network.site(of: $0.panel) == new }
    if isMoved { return splices.allSatisfy(isVerified) && !splices.isEmpty ? .verified : .moved }
    if splices.contains(where: { $0 != .left }) { return .dark }
    return undone.contains(move.night) ? .reverted : .left
  }

  private func isVerified(_ state: SpliceState) -> Bool {
    guard case .done(let joint) = state, let loss = AsDoneFacts.measuredLoss(of: network.joints[joint]) else {
      return false
    }
    return loss <= network.rules.optical.fusionSpliceLimit
  }
}
