import FibreModel

/// Finds what keeps a migration from going on as planned.
struct ProgressBlocks {
  private let plan: MigrationPlan
  private let network: Network
  private let nights: [NightProgress]
  private let visits: [VisitSplices]
  private let services: [ServiceStanding]
  private let forecast: ProgressForecast
  private let today: CalendarDate

  init(
    _ plan: MigrationPlan, _ network: Network, _ nights: [NightProgress], _ visits: [VisitSplices],
    _ services: [ServiceStanding], _ forecast: ProgressForecast,
    today: CalendarDate
  ) {
    self.plan = plan
    self.network = network
    self.nights = nights
    self.visits = visits
    self.services = services
    self.forecast = forecast
    self.today = today
  }

  /// The worst first.
  func all() -> [MigrationBlock] {
    let dark = services.filter { $0.progress == .dark }.map { MigrationBlock.dark($0.service) }
    let overdue = nights.filter { $0.date <= today && $0.splicesDone < $0.splices }.map {
      MigrationBlock.overdue(night: $0.night, splices: $0.splices - $0.splicesDone)
    }
    let noWindow = forecast.end == nil && forecast.lateSplices > 0 ? [forecast.lateSplices] : []
    let cords = ProgressCords(plan, network, nights).blocks(of: plan)
    let taken = ProgressObstacles(network, visits).blocks(of: plan)
    return dark + cords + taken + overLimit() + overdue + noWindow.map { .noWindow(splices: $0) } + acceptances()
      + forbidden()
  }

  private func overLimit() -> [MigrationBlock] {
    var closures: [String] = []
    for visit in visits {
      for splice in visit.splices {
        guard case .done(let joint) = splice.state,
          let loss = AsDoneFacts.measuredLoss(of: network.joints[joint]),
          loss > network.rules.optical.fusionSpliceLimit
        else { continue }
        closures.append(visit.closure)
      }
    }
    return closures.isEmpty ? [] : [.overLimit(closures.count, closures: Set(closures).sorted())]
  }

  /// Cables that are not accepted before the night that needs them, each once, for the first such night.
  private func acceptances() -> [MigrationBlock] {
    var told: Set<Code<CableSection>> = []
    var blocks: [MigrationBlock] = []
    for night in plan.nights where night.date > today {
      for step in night.visits.flatMap(\.steps) where step.action == .splice {
        guard let section = network.sections.index(of: Code(step.a.owner)),
          let accepted = network.acceptance(of: section), accepted >= night.date,
          told.insert(network.sections[section].code).inserted
        else { continue }
        blocks.append(
          .notAccepted(network.sections[section].code.rawValue, on: accepted, night: night.night))
      }
    }
    return blocks
  }

  private func forbidden() -> [MigrationBlock] {
    let dates = Dictionary(plan.nights.map { ($0.night, $0.date) }, uniquingKeysWith: { first, _ in first })
    var found: Set<[String]> = []
    var blocks: [MigrationBlock] = []
    for move in plan.services {
      guard let date = dates[move.night], date > today, let client = network.services[move.service]?.client,
        network.rules.forbidden.contains(where: { $0.client == client && $0.from <= date && date <= $0.to }),
        found.insert([client, "\(move.night)"]).inserted
      else { continue }
      blocks.append(.forbidden(client: client, night: move.night))
    }
    return blocks
  }
}
