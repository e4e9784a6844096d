import FibreModel

/// What is done to fibres in a closure.
extension PlanReplay {
  // MARK: Open and cut

  mutating func open(_ a: Int, _ b: Int, _ box: Index<Box>, _ work: inout VisitReplay) {
    let tube = tube(ofFibre: a)
    guard let joint = joint(a, b, in: box), state.joints[joint]?.kind == .passage else {
      return report(.nothingToOpen(section: section(tube), tube: tube.number))
    }
    work.opened.insert(tube)
  }

  mutating func cut(_ step: PlanStep, _ a: Int, _ b: Int, _ box: Index<Box>, _ work: inout VisitReplay) {
    guard let joint = joint(a, b, in: box), let row = state.joints[joint], let record = state.record(of: joint),
      let end = [row.first, row.second].compactMap({ $0 }).first(where: { $0 >> 1 == b })
    else { return report(.notJoinedThere(a: step.a, b: step.b ?? step.a, closure: work.closure)) }
    checkSlot(step, record)
    let tube = tube(ofFibre: a)
    let wasUncut = row.kind == .passage
    let link = liveLink(step, a, b, joint)
    checkService(step, link: link)
    if let link {
      let rank = live.links[link].way.fibres.firstIndex(of: b) ?? 0
      note(
        LinkCut(night: work.night, visit: work.rank, tube: tube, wasUncut: wasUncut, keptRank: rank), of: link)
    }
    if wasUncut {
      if !work.opened.contains(tube) { report(.tubeNotOpened(section: section(tube), tube: tube.number)) }
      if work.uncutJoints[tube] == nil { work.uncutJoints[tube] = uncutJoints(of: tube, in: box) }
      if link != nil { work.liveTubes.insert(tube) }
    }
    if !work.cutTubes.contains(tube) { work.cutTubes.append(tube) }
    if carryOut([.removeJoint(record)]) {
      var tray: Index<Cassette>?
      if case .cassette(let cassette) = row.holder { tray = cassette }
      work.kept[end] = VisitReplay.Kept(tube: tube, tray: tray, link: link)
    }
  }

  /// The joint of two fibres in a box, if it is one that can be cut.
  private func joint(_ a: Int, _ b: Int, in box: Index<Box>) -> Int? {
    for end in [a << 1, a << 1 | 1] {
      guard let joint = state.joint(of: end), state.box(of: joint) == box, let row = state.joints[joint],
        row.kind == .splice || row.kind == .passage, row.partner(of: end).map({ $0 >> 1 }) == b
      else { continue }
      return joint
    }
    return nil
  }

  private mutating func checkSlot(_ step: PlanStep, _ record: JointRecord) {
    guard let cassette = step.cassette else { return }
    if record.holder != .cassette(cassette) || step.slot.map({ $0 != record.number }) ?? false {
      report(.otherSlot(cassette, slot: step.slot, of: record.code))
    }
  }

  /// The link that a cut takes apart with its old side first; reports cuts of anything live that is not due.
  private mutating func liveLink(_ step: PlanStep, _ a: Int, _ b: Int, _ joint: Int) -> Int? {
    let before = live.linkOfFibre[a]
    let after = live.linkOfFibre[b]
    guard let known = before ?? after else {
      reportOtherLight(a, b, joint)
      return nil
    }
    guard let before, let after, before.link == after.link, before.rank + 1 == after.rank,
      live.links[before.link].way.joints[before.rank] == joint
    else {
      report(.cutOffRoute(live.links[known.link].name, a: step.a, b: step.b ?? step.a))
      return nil
    }
    return before.link
  }

  private mutating func reportOtherLight(_ a: Int, _ b: Int, _ joint: Int) {
    if let service = live.otherServiceOfFibre[a] ?? live.otherServiceOfFibre[b] {
      return report(.touches(network.services[service].code.rawValue))
    }
    guard let row = state.joints[joint] else { return }
    let isLit = [row.first, row.second].compactMap { $0 }.allSatisfy { end in
      state.reaches(from: end) { state.isEndUser(stop: $0, joint: $1, outside: []) }
    }
    if isLit { report(.touches(state.name(ofFibre: b))) }
  }

  private mutating func note(_ cut: LinkCut, of number: Int) {
    let link = live.links[number]
    if cuts[number] != nil { return report(.linkMovedTwice(link.name)) }
    cuts[number] = cut
    guard let service = link.service else { return }
    guard let move = moves[network.services[service].code] else { return report(.touches(link.name)) }
    if move.night != cut.night { report(.linkCutInAnotherNight(link.name, announced: move.night)) }
  }

  private mutating func checkService(_ step: PlanStep, link: Int?) {
    let actual = link.flatMap { live.links[$0].service }.map { network.services[$0].code }
    if step.service != actual { report(.stepNamesAnotherService(announced: step.service, actual: actual)) }
  }

  /// The passages of a tube in a box, each with the end beyond.
  private func uncutJoints(of tube: TubeKey, in box: Index<Box>) -> [(joint: Int, kept: Int)] {
    let section = network.sections[tube.section]
    var found: [(joint: Int, kept: Int)] = []
    for number in section.fibres(inTube: tube.number) {
      let fibre = section.fibre(number).offset
      for end in [fibre << 1, fibre << 1 | 1] {
        guard let joint = state.joint(of: end), state.box(of: joint) == box, let row = state.joints[joint],
          row.kind == .passage, let partner = row.partner(of: end)
        else { continue }
        found.append((joint, partner))
      }
    }
    return found
  }

  // MARK: Park and splice

  mutating func park(_ step: PlanStep, _ a: Int, _ box: Index<Box>, _ work: inout VisitReplay) {
    guard let end = freeEnd(a, step.a, box, work) else { return }
    if let joint = state.joint(of: end) { return report(.endTaken(step.a, by: state.code(of: joint))) }
    guard let slot = freeSlot(step, box, ownTrays: Set(work.kept.values.compactMap(\.tray))) else { return }
    carryOut([
      .addJoint(
        JointRecord(
          code: state.freeJointCode("\(slot.tray)/\(slot.number)@\(work.night)"), holder: .cassette(slot.tray),
          number: slot.number, kind: .parked, first: state.name(of: end), second: nil))
    ])
  }

  mutating func splice(_ step: PlanStep, _ a: Int, _ b: Int, _ box: Index<Box>, _ work: inout VisitReplay) {
    guard let end = freeEnd(a, step.a, box, work) else { return }
    let cutEnd = [b << 1, b << 1 | 1].first { work.kept[$0] != nil }
    guard let keptEnd = cutEnd, let kept = work.kept[keptEnd] else {
      return report(.spliceWithoutCut(step.b ?? step.a))
    }
    if let joint = state.joint(of: keptEnd) { return report(.endTaken(step.b ?? step.a, by: state.code(of: joint))) }
    checkService(step, link: kept.link)
    checkTubes(new: tube(ofFibre: a), kept)
    checkAcceptance(of: state.way(from: end), on: work.date)
    guard let slot = freeSlot(step, box, ownTrays: Set([kept.tray].compactMap { $0 })) else { return }
    var edits: [NetworkChange] = []
    if let coiled = state.joint(of: end).flatMap({ state.record(of: $0) }) { edits.append(.removeJoint(coiled)) }
    edits.append(
      .addJoint(
        JointRecord(
          code: state.freeJointCode("\(slot.tray)/\(slot.number)@\(work.night)"), holder: .cassette(slot.tray),
          number: slot.number, kind: .splice, technique: .fusion, first: state.name(of: end),
          second: state.name(of: keptEnd))))
    let length = state.way(from: end).fibres.reduce(Length.zero) { $0 + sectionLength(ofFibre: $1) }
    guard carryOut(edits) else { return }
    newFibre += length
    work.splices[kept.tube, default: 0] += 1
    work.lastTube = kept.tube
  }

  /// As the inventory states it; a cord that the plan lays has none.
  private func sectionLength(ofFibre fibre: Int) -> Length {
    state.isCord(fibre << 1) ? .zero : network.sections[network.section(of: Index(fibre))].length
  }

  /// The end of a fibre that lies bare, or coiled, in a box.
  private mutating func freeEnd(_ fibre: Int, _ name: StepEnd, _ box: Index<Box>, _ work: VisitReplay) -> Int? {
    let here = [fibre << 1, fibre << 1 | 1].filter { end in
      if let joint = state.joint(of: end) { return state.box(of: joint) == box }
      guard let node = network.boxes[box].node else { return false }
      return network.node(of: FibreEnd(rawValue: UInt32(end))) == node
    }
    if let free = here.first(where: { isFree($0) }) { return free }
    if let joint = here.first.flatMap({ state.joint(of: $0) }) {
      report(.endTaken(name, by: state.code(of: joint)))
    } else {
      report(.fibreNotInClosure(name, closure: work.closure))
    }
    return nil
  }

  private func isFree(_ end: Int) -> Bool {
    state.joint(of: end).map { state.joints[$0]?.kind == .parked } ?? true
  }

  /// The slot that a step names, when it is there and free; its tray must have been free, or be the fibre's own.
  private mutating func freeSlot(_ step: PlanStep, _ box: Index<Box>, ownTrays: Set<Index<Cassette>>) -> (
    tray: Code<Cassette>, number: Int
  )? {
    let code = step.cassette ?? Code("")
    guard let tray = network.cassettes.index(of: code), network.cassettes[tray].box == box else {
      report(.unknownTray(code.rawValue, closure: network.boxes[box].code.rawValue))
      return nil
    }
    guard let number = step.slot, number >= 1, number <= network.cassettes[tray].slotCapacity ?? .max else {
      report(.slotBeyondTray(code, slot: step.slot))
      return nil
    }
    if let joint = state.joint(in: ReplayState.Slot(holder: .cassette(tray), number: number)) {
      report(.slotTaken(code, slot: number, by: state.code(of: joint)))
      return nil
    }
    checkTray(tray, step, box, isOwn: ownTrays.contains(tray))
    return (code, number)
  }

  private mutating func checkTray(_ tray: Index<Cassette>, _ step: PlanStep, _ box: Index<Box>, isOwn: Bool) {
    let row = network.cassettes[tray]
    if row.kind == .coiling, step.action == .park { return }
    if row.kind == .splice {
      if freshTrays[box]?.contains(tray) ?? false { return }
      if network.joints(in: tray).isEmpty {
        freshTrays[box, default: []].insert(tray)
        return
      }
      if isOwn { return }
    }
    report(.trayNotFree(row.code))
  }

  private mutating func checkTubes(new: TubeKey, _ kept: VisitReplay.Kept) {
    let root = kept.link.flatMap { live.links[$0].way.fibres.first }.map { tube(ofFibre: $0) }
    for tube in Set([kept.tube, root ?? kept.tube]) {
      if let other = newTubeOf[tube], other != new { report(.tubeSplit(section: section(tube), tube: tube.number)) }
      if newTubeOf[tube] == nil { newTubeOf[tube] = new }
    }
    if let other = oldTubeOf[new], other != kept.tube { report(.tubesMixed(section: section(new), tube: new.number)) }
    if oldTubeOf[new] == nil { oldTubeOf[new] = kept.tube }
  }

  mutating func checkAcceptance(of way: ReplayWay, on date: CalendarDate) {
    for fibre in way.fibres where fibre << 1 < state.cordBase {
      let section = network.section(of: Index(fibre))
      let known = acceptances[section]
      let accepted = known ?? network.acceptance(of: section)
      acceptances[section] = .some(accepted)
      if let accepted, accepted >= date {
        report(.notYetAccepted(network.sections[section].code, acceptedOn: accepted))
      }
    }
  }
}
