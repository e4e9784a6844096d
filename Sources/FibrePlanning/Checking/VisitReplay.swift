import FibreModel

/// One visit while it is replayed.
struct VisitReplay {
  /// What an end that stays was cut from.
  struct Kept {
    let tube: TubeKey
    let tray: Index<Cassette>?
    let link: Int?
  }

  let night: Int
  let date: CalendarDate
  let rank: Int
  let closure: String
  let box: Index<Box>?
  let site: Index<Site>?

  var opened: Set<TubeKey> = []
  /// Tubes of which fibres were cut, in order.
  var cutTubes: [TubeKey] = []
  /// The joints of each uncut tube that was cut, as they were before.
  var uncutJoints: [TubeKey: [(joint: Int, kept: Int)]] = [:]
  /// Uncut tubes of which a live fibre was cut.
  var liveTubes: Set<TubeKey> = []
  var kept: [Int: Kept] = [:]
  var splices: [TubeKey: Int] = [:]
  var lastTube: TubeKey?
}

extension PlanReplay {
  mutating func replay(_ visit: PlanVisit, rank: Int, of night: PlanNight) {
    place = PlanPlace(night: night.night, visit: rank)
    let site = visit.crew == 0 ? network.site(named: visit.closure) : nil
    let box = visit.crew == 0 ? nil : network.box(named: visit.closure)
    if box == nil, site != old, site != new || site == nil { report(.unknownClosure(visit.closure)) }
    var work = VisitReplay(
      night: night.night, date: night.date, rank: rank, closure: visit.closure, box: box, site: site)
    for step in visit.steps {
      place.step = step.step
      // Told once where ranks are broken, not again for each step behind.
      if step.step != nextStep { report(.stepsOutOfOrder(step.step)) }
      nextStep = step.step < .max ? step.step + 1 : step.step
      if step.minutes < 0 { report(.negativeMinutes(step.minutes)) }
      let expected = step.action == .splice ? network.rules.optical.fusionSplice : nil
      if let announced = step.expectedLoss, announced != expected {
        report(.wrongStepLoss(announced: step.expectedLoss, actual: expected))
      }
      replay(step, &work)
      statesReplayed += 1
    }
    place.step = nil
    finish(visit, work)
  }

  private mutating func replay(_ step: PlanStep, _ work: inout VisitReplay) {
    switch step.action {
    case .patch, .unpatch:
      guard let site = work.site else { return report(.actionOutOfPlace(step.action, closure: work.closure)) }
      guard let a = port(step.a, at: site, step, work), let b = port(step.b, at: site, step, work) else { return }
      if step.action == .patch { patch(step, a, b, work) } else { unpatch(step, a, b) }
    case .open, .cut, .park, .splice:
      guard let box = work.box else { return report(.actionOutOfPlace(step.action, closure: work.closure)) }
      guard let a = knownFibre(step.a) else { return }
      if step.action == .park { return park(step, a, box, &work) }
      guard let end = step.b else { return report(.endMissing(step.action)) }
      guard let b = knownFibre(end) else { return }
      switch step.action {
      case .open: open(a, b, box, &work)
      case .cut: cut(step, a, b, box, &work)
      default: splice(step, a, b, box, &work)
      }
    }
  }

  private mutating func knownFibre(_ end: StepEnd) -> Int? {
    guard let fibre = fibre(end), !state.isCord(fibre << 1) else {
      report(.unknownFibre(end))
      return nil
    }
    return fibre
  }

  private mutating func port(_ end: StepEnd?, at site: Index<Site>, _ step: PlanStep, _ work: VisitReplay) -> Port? {
    guard let end else {
      report(.endMissing(step.action))
      return nil
    }
    guard let port = port(end) else {
      report(.emptyPort(end))
      return nil
    }
    guard network.site(of: port.panel) == site else {
      report(.actionOutOfPlace(step.action, closure: work.closure))
      return nil
    }
    return port
  }

  /// Carries out edits, all of which were found to fit.
  @discardableResult mutating func carryOut(_ edits: [NetworkChange]) -> Bool {
    for edit in edits {
      do throws(ChangeRefusal) {
        try state.apply(edit)
        changes.append(edit)
      } catch {
        report(.changeRefused(error))
        return false
      }
    }
    return true
  }

  // MARK: The end of a visit

  private mutating func finish(_ visit: PlanVisit, _ work: VisitReplay) {
    for (end, kept) in work.kept.sorted(by: { $0.key < $1.key }) {
      guard let link = kept.link, !isSpliced(end) else { continue }
      report(.cutNotJoined(live.links[link].name))
    }
    for tube in work.cutTubes {
      guard let joints = work.uncutJoints[tube] else { continue }
      if joints.contains(where: { state.joints[$0.joint] != nil }) {
        report(.tubeCutInPart(section: section(tube), tube: tube.number))
      }
      let isJoined = joints.allSatisfy { isSpliced($0.kept) }
      if work.liveTubes.contains(tube), !isJoined {
        report(.tubeJoinedInPart(section: section(tube), tube: tube.number))
      }
    }
    record(visit, work)
  }

  private func isSpliced(_ end: Int) -> Bool {
    state.joint(of: end).flatMap { state.joints[$0] }.map { $0.kind == .splice && $0.partner(of: end) != nil } ?? false
  }

  private mutating func record(_ visit: PlanVisit, _ work: VisitReplay) {
    let parameters = network.rules.parameters
    let spliceCount = work.splices.values.reduce(0, +)
    var minutes = 0
    if let box = work.box {
      let conditions = self.work(in: box)
      minutes =
        conditions.setupMinutes + conditions.closeMinutes + work.cutTubes.count * parameters.tubeOpeningMinutes
        + spliceCount * (parameters.spliceMinutes + parameters.testMinutes)
    }
    if visit.minutes != minutes { report(.wrongMinutes(announced: visit.minutes, actual: minutes)) }
    let stepMinutes = visit.steps.reduce(0) { $0 + max(0, min($1.minutes, 1_000_000)) }
    let inClosure = work.box.map { minutes - self.work(in: $0).setupMinutes - self.work(in: $0).closeMinutes } ?? 0
    if stepMinutes != inClosure { report(.wrongStepMinutes(announced: stepMinutes, actual: inClosure)) }
    let rollBack = work.lastTube.map { (work.splices[$0] ?? 0) * parameters.spliceMinutes } ?? 0
    if let window = window(work.night), rollBack > window.reserveMinutes {
      report(.rollBackTooLong(minutes: rollBack, reserve: window.reserveMinutes))
    }
    for (tube, count) in work.splices {
      splicesOfTube[TubeVisit(night: work.night, visit: work.rank, tube: tube)] = count
    }
    visits[work.night, default: []].append(
      VisitRecord(crew: visit.crew, box: work.box, minutes: minutes, rollBackMinutes: rollBack))
  }
}
