import FibreModel

/// What a plan announces against what was counted.
extension PlanReplay {
  mutating func checkAnnouncements() {
    var weighted = 0
    for move in plan.services {
      guard let service = network.services[move.service] else { continue }
      let minutes = move.night < firstNight ? move.outageMinutes : outage(of: move.service)
      if move.night >= firstNight { checkOutage(move, service, minutes) }
      // An absurd announcement of an earlier night must not overflow the sum.
      weighted += max(0, min(minutes, 1_000_000)) * (service.serviceClass == .vital ? 3 : 1)
    }
    place = PlanPlace()
    let announced = plan.objectives
    let crews = Set(
      plan.nights.flatMap { night in
        night.visits.filter { $0.crew != 0 }.map { [night.night, $0.crew] }
      })
    let splices = plan.nights.flatMap(\.visits).flatMap(\.steps).count { $0.action == .splice }
    check(.nights, announced.nights, plan.nights.map(\.night).max() ?? 0)
    check(.crewNights, announced.crewNights, crews.count)
    check(.weightedOutageMinutes, announced.weightedOutageMinutes, weighted)
    check(.splices, announced.splices, splices)
    let peak = tieInUse.values.max() ?? 0
    // Of a plan that is half done only the later windows were counted.
    let isResumed = plan.nights.contains { $0.night < firstNight }
    if !isResumed, announced.newFibre != nil {
      check(.newFibreMillimetres, announced.newFibre.map { Int($0.millimetres) }, Int(newFibre.millimetres))
    }
    let isCovered = isResumed && peak <= announced.tiePeakFibres ?? 0
    if !isCovered { check(.tiePeakFibres, announced.tiePeakFibres, peak) }
    checkBounds(plan.bounds, announced)
  }

  /// A bound can't be proved by looking at one plan, but it can be refuted: by a plan that is better.
  private mutating func checkBounds(_ bounds: PlanObjectives, _ reached: PlanObjectives) {
    let pairs: [(PlanObjective, Int?, Int?)] = [
      (.nights, bounds.nights, reached.nights), (.crewNights, bounds.crewNights, reached.crewNights),
      (.weightedOutageMinutes, bounds.weightedOutageMinutes, reached.weightedOutageMinutes),
      (.splices, bounds.splices, reached.splices), (.tiePeakFibres, bounds.tiePeakFibres, reached.tiePeakFibres),
    ]
    for case (let objective, let bound?, let value?) in pairs where value < bound {
      report(.boundBeaten(objective, bound: bound, actual: value))
    }
  }

  private mutating func check(_ objective: PlanObjective, _ announced: Int?, _ actual: Int) {
    if announced ?? 0 != actual { report(.wrongObjective(objective, announced: announced, actual: actual)) }
  }

  private mutating func checkOutage(_ move: ServiceMove, _ service: Service, _ minutes: Int) {
    place = PlanPlace(night: move.night)
    if minutes != move.outageMinutes {
      report(.wrongOutage(service.code, announced: move.outageMinutes, actual: minutes))
    }
  }

  private func outage(of code: Code<Service>) -> Int {
    outage(over: network.services.index(of: code).flatMap { live.linksOfService[$0] } ?? [])
  }

  /// Minutes for which links are down: their fibres one after the other, or the whole work on each uncut tube.
  func outage(over numbers: [Int]) -> Int {
    let parameters = network.rules.parameters
    let each = parameters.spliceMinutes + parameters.testMinutes
    var uncut: Set<TubeVisit> = []
    var minutes = 0
    for cut in numbers.compactMap({ cuts[$0] }) {
      guard cut.wasUncut else {
        minutes += each
        continue
      }
      let visit = TubeVisit(night: cut.night, visit: cut.visit, tube: cut.tube)
      guard uncut.insert(visit).inserted else { continue }
      minutes += parameters.tubeOpeningMinutes + (splicesOfTube[visit] ?? 0) * each
    }
    return minutes
  }

  // MARK: Lengths, losses, verdicts

  mutating func checkFigures() {
    for move in plan.services where move.night >= firstNight {
      guard let index = network.services.index(of: move.service), let numbers = live.linksOfService[index] else {
        continue
      }
      place = PlanPlace(night: move.night)
      let links = numbers.map { live.links[$0] }
      let wasTouched =
        firstNight > (plan.nights.first?.night ?? firstNight) && links.contains { !$0.cord.entries.isEmpty }
      if !wasTouched, let before = start.judge(network.services[index], startingAt: links.map(\.port)) {
        check(move, .before, move.before, before)
      }
      let ports = links.map { nearPort(of: $0) }
      guard let after = state.judge(network.services[index], startingAt: ports) else { continue }
      check(move, .after, move.after, after)
      if after.verdict != move.verdict {
        report(.wrongVerdict(move.service, announced: move.verdict, actual: after.verdict))
      }
    }
  }

  private mutating func check(_ move: ServiceMove, _ moment: Moment, _ announced: RouteFigures, _ actual: Judgement) {
    if !announced.agree(with: actual.figures, comparingLoss: actual.isJudged) {
      report(.wrongFigures(move.service, moment, announced: announced, actual: actual.figures))
    }
  }
}
