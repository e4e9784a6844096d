import FibreModel

/// What holds for the plan as a whole: nothing forgotten, nothing invented, nothing else changed.
extension PlanReplay {
  // MARK: Completeness

  mutating func checkCompleteness() {
    place = PlanPlace()
    var seen: Set<Code<Service>> = []
    for move in plan.services {
      let name = move.service.rawValue
      if !seen.insert(move.service).inserted { report(.linkMovedTwice(name), night: move.night) }
      if move.night < firstNight {
        checkIsApplied(move)
      } else if let index = network.services.index(of: move.service), let links = live.linksOfService[index] {
        if links.contains(where: { cuts[$0] == nil }) { report(.linkNeverCut(name), night: move.night) }
      } else {
        report(.linkInvented(name), night: move.night)
      }
    }
    checkKept(moved: seen)
  }

  private mutating func checkIsApplied(_ move: ServiceMove) {
    let ports = move.newPorts.map { port($0) }
    guard let service = network.services[move.service], service.endA.map({ Optional($0) }) == ports else {
      return report(.earlierNightNotApplied(move.service), night: move.night)
    }
  }

  private mutating func checkKept(moved: Set<Code<Service>>) {
    var kept: Set<String> = []
    for entry in plan.notMoved where !kept.insert(entry.service).inserted { report(.linkMovedTwice(entry.service)) }
    var known: Set<String> = []
    for (number, link) in live.links.enumerated() {
      var names = [link.name]
      if link.service == nil, let fibre = link.way.fibres.first { names.append(network.code(of: Index(fibre))) }
      known.formUnion(names)
      let isKept = names.contains { kept.contains($0) }
      let isMoved =
        link.service.map { moved.contains(network.services[$0].code) } ?? (cuts[number] != nil)
      if isKept, isMoved { report(.linkMovedAndKept(link.name)) }
      if !isKept, !isMoved { report(.linkForgotten(link.name)) }
    }
    for name in kept.subtracting(known) { report(.linkInvented(name)) }
  }

  // MARK: Everything else

  /// Services that were not moved have the ways they had.
  mutating func checkUntouched() {
    place = PlanPlace()
    for (index, ways) in live.otherWays where LiveLinks.ways(of: index, state) != ways {
      report(.routeChanged(network.services[index].code))
    }
    for (number, link) in live.links.enumerated() where cuts[number] == nil {
      guard let service = link.service, moves[network.services[service].code] == nil else { continue }
      if wayNow(of: link) != link.way { report(.routeChanged(network.services[service].code)) }
    }
  }

  private func wayNow(of link: LiveLink) -> ReplayWay? {
    let whole = state.ways(from: nearPort(of: link))?.cable
    return link.farPort.flatMap { state.joint(at: $0) }.flatMap { whole?.upTo($0) } ?? whole
  }

  /// Fibres that carried something and carry nothing now; they must be the old side of what moved, and that alone.
  mutating func checkOldSide() -> Int {
    place = PlanPlace()
    var lit: Set<Int> = []
    var oldSide: Set<Int> = []
    var litNow: Set<Int> = []
    for (number, link) in live.links.enumerated() {
      lit.formUnion(link.way.fibres)
      if let cut = cuts[number] { oldSide.formUnion(link.way.fibres[..<cut.keptRank]) }
      let now = link.service == nil && cuts[number] != nil ? wayToNewRoom(of: link) : wayNow(of: link)
      litNow.formUnion(now?.fibres ?? [])
    }
    for (index, ways) in live.otherWays {
      for way in ways { lit.formUnion(way.fibres) }
      for way in LiveLinks.ways(of: index, state) { litNow.formUnion(way.fibres) }
    }
    let dead = lit.subtracting(litNow)
    for fibre in dead.symmetricDifference(oldSide).sorted().prefix(12) {
      report(.deadFibresDiffer(fibre: state.name(ofFibre: fibre)))
    }
    return dead.count
  }

  private func wayToNewRoom(of link: LiveLink) -> ReplayWay? { link.way.stop.map { state.way(from: $0) } }
}
