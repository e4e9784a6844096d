import FibreModel

/// What the plan means for each service.
struct ServiceMoves {
  let survey: MigrationSurvey
  let facts: ScheduleFacts
  let schedule: MigrationSchedule
  let newPort: [Port: Port]
  private var network: Network { survey.network }

  init(survey: MigrationSurvey, facts: ScheduleFacts, schedule: MigrationSchedule, newPort: [Port: Port]) {
    self.survey = survey
    self.facts = facts
    self.schedule = schedule
    self.newPort = newPort
  }

  /// Every moved service, in order of code, with its figures before and after.
  func figures(after edits: PlanEdits) -> [ServiceMove] {
    var edits = edits
    let moved = Dictionary(grouping: placements(), by: \.service)
    let codes = moved.keys.map { ($0, network.services[$0].code) }.sorted { $0.1 < $1.1 }
    for (service, code) in codes {
      let ports = network.services[service].endA
      edits.move(code, from: ports, to: ports.map { newPort[$0] ?? $0 })
    }
    let after: Network
    do {
      after = try network.applying(edits.changes)
    } catch {
      preconditionFailure("the plan does not fit its own network: \(error)")
    }
    let tracers = (Routes(network), Routes(after))
    return codes.map { service, code in
      move(service, code, moved[service] ?? [], before: tracers.0, after: tracers.1)
    }
  }

  /// A network's routes, and what computes their losses.
  private struct Routes {
    let tracer: Tracer
    let table: RouteTable

    init(_ network: Network) {
      tracer = Tracer(network)
      table = RouteTable(tracer)
    }
  }

  private struct Placement {
    let service: Index<Service>
    let window: Int
    let outage: Int
  }

  private func placements() -> [Placement] {
    facts.items.indices.flatMap { item -> [Placement] in
      guard let placed = schedule.placed[item] else { return [] }
      return facts.items[item].services.map { service in
        Placement(
          service: service, window: placed.window, outage: facts.outage(of: service, item, placed.option))
      }
    }
  }

  private func move(
    _ service: Index<Service>, _ code: Code<Service>, _ placements: [Placement], before: Routes, after: Routes
  ) -> ServiceMove {
    let row = network.services[service]
    let optics = row.optics.flatMap { network.optics[$0] }
    let checked = worst(after, service, optics)
    let start = worst(before, service, optics)
    let window = placements.map(\.window).max() ?? 0
    return ServiceMove(
      service: code, night: facts.windows[window].number, outageMinutes: placements.reduce(0) { $0 + $1.outage },
      before: start.figures, after: checked.figures, verdict: checked.verdict,
      newPorts: row.endA.map { newPort[$0] ?? $0 }
        .map { StepEnd(owner: network.panels[$0.panel].code.rawValue, number: $0.number) },
      peer: row.protects ?? facts.protectedBy[code])
  }

  private func worst(
    _ table: Routes, _ service: Index<Service>, _ optics: Optics?
  ) -> (figures: RouteFigures, verdict: OpticalVerdict) {
    let wavelength = optics?.wavelength ?? Wavelength(nanometres: 1550)
    var figures = RouteFigures(length: .zero, loss: .zero)
    var verdict = OpticalVerdict.ok
    for route in table.table.links(of: service).compactMap(\.route) {
      guard let loss = table.tracer.lossBudget(of: route, at: wavelength)?.total else { continue }
      if loss > figures.loss { figures = RouteFigures(length: route.length, loss: loss) }
      if let optics, let check = table.tracer.check(route, with: optics) { verdict = max(verdict, check.verdict) }
    }
    return (figures, verdict)
  }

  /// Every live link that stays, in order of name.
  func notMoved() -> [NotMoved] {
    var reasons: [Code<Service>: StayReason] = [:]
    for code in survey.dark { reasons[code] = .routeUnclear }
    var entries: [NotMoved] = []
    for (position, item) in facts.items.enumerated() where schedule.placed[position] == nil {
      let reason = item.stay ?? facts.reasonForNoPlace(item, in: schedule)
      for service in item.services where reasons[network.services[service].code] == nil {
        reasons[network.services[service].code] = reason
      }
      for line in item.lines where survey.lines[line].service == nil {
        guard let end = survey.walk.cableEnd(at: survey.lines[line].portJoint) else { continue }
        entries.append(NotMoved(service: network.name(of: end.fibre), reason: reason))
      }
    }
    entries += reasons.map { NotMoved(service: $0.key.rawValue, reason: $0.value) }
    return entries.sorted { $0.service < $1.service }
  }
}
