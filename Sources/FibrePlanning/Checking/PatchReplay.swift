import FibreModel

/// What is done to cords in a room.
extension PlanReplay {
  mutating func unpatch(_ step: PlanStep, _ a: Port, _ b: Port) {
    let other = step.b ?? step.a
    guard let jointA = state.joint(at: a), let jointB = state.joint(at: b), let end = state.cordEnd(of: jointA),
      state.joint(of: end ^ 1) == jointB, let cord = state.cordRecord(of: end),
      let edits = [removal(of: end, at: jointA), removal(of: end ^ 1, at: jointB)] as? [NetworkChange]
    else { return report(.noCord(step.a, other)) }
    checkIsDue(end)
    dropFromDeclarations(end >> 1)
    carryOut(edits + [.removeCord(cord)])
  }

  /// The edit that takes an end away from a joint, and the joint too when it holds nothing else.
  private func removal(of end: Int, at joint: Int) -> NetworkChange? {
    guard let record = state.record(of: joint) else { return nil }
    var rest = record
    if rest.first == state.name(of: end) { rest.first = nil } else { rest.second = nil }
    return rest.first == nil && rest.second == nil ? .removeJoint(record) : .replaceJoint(record, with: rest)
  }

  /// Of the links that a cord joined when the window began, one must move in this night; other light is not touched
  /// without that.
  private mutating func checkIsDue(_ end: Int) {
    let state = end < morning.endCount ? morning : self.state
    let fibres = state.way(from: end).fibres + state.way(from: end ^ 1).fibres
    let links = Set(fibres.compactMap { live.linkOfFibre[$0]?.link }).sorted()
    let isDue = links.contains { number in
      live.links[number].service.map { moves[network.services[$0].code]?.night == place.night } ?? true
    }
    if isDue { return }
    let other = fibres.compactMap { live.otherServiceOfFibre[$0] }.min().map { network.services[$0].code.rawValue }
    if let name = links.first.map({ live.links[$0].name }) ?? other { report(.touches(name)) }
  }

  mutating func patch(_ step: PlanStep, _ a: Port, _ b: Port, _ work: VisitReplay) {
    var edits: [NetworkChange] = []
    let code = state.freeCordCode("JAR-\(step.a)-\(step.b ?? step.a)")
    if a == b { return report(.portTaken(step.a)) }
    for (port, name, side) in [(a, step.a, FibreSide.a), (b, step.b ?? step.a, FibreSide.b)] {
      guard let joint = state.joint(at: port), let record = state.record(of: joint),
        let cable = state.cableEnd(of: joint)
      else { return report(.emptyPort(name)) }
      var patched = record
      let end = FibreEndName(section: code, number: 1, side: side)
      if record.first == nil { patched.first = end } else if record.second == nil { patched.second = end }
      guard patched != record else { return report(.portTaken(name)) }
      checkAcceptance(of: ReplayWay(entries: [cable]), on: work.date)
      edits.append(.replaceJoint(record, with: patched))
    }
    let site = work.site.flatMap { network.sites[$0].node }
    let cord = CordRecord(
      code: code, cable: Code(code.rawValue), fibreCode: "", node: site.map { network.nodes[$0].code })
    carryOut([.addCord(cord)] + edits)
  }
}
