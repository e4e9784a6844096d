import FibreModel

/// What holds after each window.
extension PlanReplay {
  mutating func replay(_ night: PlanNight) {
    morning = state
    changes = []
    let trays = freshTrays.mapValues(\.count)
    place = PlanPlace(night: night.night)
    nextStep = 1
    for (offset, visit) in night.visits.enumerated() { replay(visit, rank: offset + 1, of: night) }
    place = PlanPlace(night: night.night)
    for move in plan.services where move.night == night.night { moveService(move) }
    redeclareRoutes()
    countDownTrays(since: trays)
    for number in live.links.indices where cuts[number]?.night == night.night { checkConservation(of: number) }
    checkPatches()
    checkTie()
    checkRestores()
    let rollBack = visits[night.night]?.map(\.rollBackMinutes).max() ?? 0
    nights.append(
      ReplayedNight(night: night, changes: changes, rollBackMinutes: rollBack, tieRoutes: tieRoutes()))
  }

  // MARK: New ports

  private mutating func moveService(_ move: ServiceMove) {
    guard let index = network.services.index(of: move.service), live.linksOfService[index] != nil,
      moves[move.service] == move
    else { return }
    let ports = move.newPorts.compactMap { port($0) }
    let areNew = ports.allSatisfy { network.site(of: $0.panel) == new && state.joint(at: $0) != nil }
    guard ports.count == network.services[index].endA.count, ports.count == move.newPorts.count, areNew else {
      return report(.wrongNewPorts(move.service))
    }
    for (port, name) in zip(ports, move.newPorts) where !promisedPorts.insert(port).inserted {
      report(.portPromisedTwice(name))
    }
    let from = network.services[index].endA.map { network.portName(of: $0) }
    carryOut([.moveService(move.service, from: from, to: ports.map { network.portName(of: $0) })])
  }

  /// Where a link starts now: at its new port once its service has moved.
  func nearPort(of link: LiveLink) -> Port {
    guard let service = link.service else { return feedingPort(of: link) ?? link.port }
    guard let ports = state.movedServices[network.services[service].code], link.position < ports.count
    else { return link.port }
    return network.port(named: ports[link.position]) ?? link.port
  }

  /// The port of the new room from which a link without a service is fed; nothing while it starts in the old one.
  private func feedingPort(of link: LiveLink) -> Port? {
    link.way.stop.flatMap { stop in state.way(from: stop).joints.first { state.site(of: $0) == new } }
      .flatMap { state.port(of: $0) }
  }

  // MARK: Conservation

  /// Walks a cut link as it is now: same far end, same fibres from the cut on, nothing of the old room before it.
  mutating func checkConservation(of number: Int) {
    let link = live.links[number]
    guard let cut = cuts[number] else { return }
    guard link.reachesFarPort, !link.way.isLoop else { return report(.routeUnclear(link.name), night: cut.night) }
    guard let now = presentWay(of: link), now.entries.count > 0 else {
      return report(.routeBroken(link.name), night: cut.night)
    }
    guard now.stop == link.way.stop else { return report(.wrongFarEnd(link.name), night: cut.night) }
    let kept = Array(link.way.entries[cut.keptRank...])
    let isKept =
      now.entries.count > kept.count && Array(now.entries.suffix(kept.count)) == kept
      && Array(now.joints.suffix(kept.count)) == Array(link.way.joints[cut.keptRank...])
    guard isKept else { return report(.routeBroken(link.name), night: cut.night) }
    let before = Set(link.way.fibres[..<cut.keptRank])
    let passesOld = now.joints.contains { state.site(of: $0) == old } || now.fibres.contains { before.contains($0) }
    if passesOld { report(.throughOldRoom(link.name), night: cut.night) }
  }

  /// A link from its port to its far port; without a service, from whatever port of the new room it is fed by.
  func presentWay(of link: LiveLink) -> ReplayWay? {
    if link.service != nil {
      guard let whole = state.ways(from: nearPort(of: link))?.cable else { return nil }
      return link.farPort.flatMap { state.joint(at: $0) }.flatMap { whole.upTo($0) } ?? whole
    }
    return feedingPort(of: link).flatMap { state.ways(from: $0)?.cable }
  }

  // MARK: Patches and tie

  /// Every cord between two links still joins the same far ends.
  private mutating func checkPatches() {
    for link in live.links {
      guard let far = link.cord.stop, leadsOut(link.cord) else { continue }
      let now = state.ways(from: nearPort(of: link))
      if now?.cord.stop != far { report(.patchLost(link.name)) }
    }
  }

  /// Whether a cord leads to a link that leaves the room.
  private func leadsOut(_ cord: ReplayWay) -> Bool {
    cord.fibres.contains { $0 << 1 < state.cordBase && !start.isCord($0 << 1) }
  }

  private mutating func checkTie() {
    let used = tieFibres.count { isPatched($0) }
    tieInUse[place.night ?? 0] = used
    let limit = network.rules.parameters.tieFibres
    if used > limit { report(.tieFull(used: used, limit: limit)) }
  }

  private func isPatched(_ fibre: Int) -> Bool {
    [fibre << 1, fibre << 1 | 1].contains { end in
      state.joint(of: end).map { state.cordEnd(of: $0) != nil } ?? false
    }
  }

  /// The links that go over the tie now, judged on their whole way, in order of service code.
  private func tieRoutes() -> [TieRoute] {
    let tie = Set(tieFibres)
    var routes: [TieRoute] = []
    for (index, numbers) in live.linksOfService {
      let ports = numbers.map { nearPort(of: live.links[$0]) }
      let isOverTie = ports.contains { state.ways(from: $0)?.cord.fibres.contains { tie.contains($0) } ?? false }
      guard isOverTie, let judged = state.judge(network.services[index], startingAt: ports) else { continue }
      routes.append(
        TieRoute(service: network.services[index].code, figures: judged.figures, verdict: judged.verdict))
    }
    return routes.sorted { $0.service < $1.service }
  }

  // MARK: The way back

  private mutating func checkRestores() {
    var evening = state
    for edit in changes.inverse {
      do throws(ChangeRefusal) {
        try evening.apply(edit)
      } catch {
        return report(.notRestored)
      }
    }
    if !evening.isSame(as: morning) { report(.notRestored) }
  }
}
