import FibreModel
import FibrePlanning

/// Makes the lists of one night from the networks before and after it.
struct SpliceListBuilder {
  let checked: CheckedNight
  let before: Network
  let after: Network
  let revision: Int
  /// What happens to services, on any night.
  private let moves: [ServiceMove]
  private let ends: FarEnds
  /// The last step in a slot, which leaves it as it is found afterwards; and the service of any of its steps.
  private let work: [SlotName: (step: PlanStep, service: Code<Service>?)]
  private let servicesBefore: [Port: [Index<Service>]]
  private let servicesAfter: [Port: [Index<Service>]]

  private struct SlotName: Hashable {
    let cassette: Code<Cassette>
    let slot: Int
  }

  init(checked: CheckedNight, before: Network, after: Network, plan: MigrationPlan) {
    self.checked = checked
    revision = plan.revision
    moves = plan.services.filter { $0.night == checked.night.night }
    self.before = before
    self.after = after
    ends = FarEnds(after)
    servicesBefore = FarEnds.servicesAtPort(before)
    servicesAfter = FarEnds.servicesAtPort(after)
    var work: [SlotName: (step: PlanStep, service: Code<Service>?)] = [:]
    for step in checked.night.visits.flatMap(\.steps) {
      guard let cassette = step.cassette, let slot = step.slot, step.action != .open else { continue }
      let name = SlotName(cassette: cassette, slot: slot)
      work[name] = (step, step.service ?? work[name]?.service)
    }
    self.work = work
  }

  /// Closures in order of code, then rooms.
  func lists() -> [SpliceList] {
    let visits = checked.night.visits
    let closures = Set(visits.filter { $0.crew > 0 }.map(\.closure)).sorted()
    let rooms = Set(visits.filter { $0.crew == 0 }.map(\.closure)).sorted()
    return closures.compactMap { code in
      after.box(named: code).map { list(code, of: visits.filter { $0.closure == code && $0.crew > 0 }, box: $0) }
    } + rooms.map { code in list(code, of: visits.filter { $0.closure == code && $0.crew == 0 }, box: nil) }
  }

  private func list(_ place: String, of visits: [PlanVisit], box: Index<Box>?) -> SpliceList {
    let site = after.site(named: place)
    let name = box.map { after.boxes[$0].name } ?? site.map { after.sites[$0].name } ?? ""
    var list = SpliceList(
      place: place, placeName: name == place ? "" : name, isRoom: box == nil, night: checked.night.night,
      date: checked.night.date, window: after.rules.windows.first { $0.number == checked.night.night },
      revision: revision, rollBackMinutes: checked.rollBackMinutes, crews: visits.map(crew),
      tubesToOpen: visits.flatMap(\.steps).compactMap(openedTube),
      lines: box.map { closureLines($0, steps: visits.flatMap(\.steps)) } ?? roomLines(visits.flatMap(\.steps)))
    if let box {
      list.facts = ClosureFacts(box, visits: visits, list: list, before: before, after: after, moves: moves)
    } else if let window = list.window, let visit = visits.first {
      list.roomWayBack = RoomWayBack(of: visit, on: checked.night, in: window, moves: moves, on: before)
    }
    return list
  }

  private func crew(_ visit: PlanVisit) -> SpliceList.Crew {
    let trays = Set(visit.steps.compactMap { $0.action == .open ? nil : $0.cassette?.rawValue }).sorted()
    return SpliceList.Crew(number: visit.crew, minutes: visit.minutes, trays: trays)
  }

  private func openedTube(_ step: PlanStep) -> SpliceList.OpenedTube? {
    guard step.action == .open, let section = before.sections[Code(step.a.owner)] else { return nil }
    let tube = section.tube(ofFibre: step.a.number)
    return SpliceList.OpenedTube(section: step.a.owner, tube: tube, mark: section.tubeMark(tube))
  }
}

// MARK: - Closures

extension SpliceListBuilder {
  /// Every position of the trays that change, and in other trays the passages of cables that are worked on.
  private func closureLines(_ box: Index<Box>, steps: [PlanStep]) -> [SpliceLine] {
    let touched = touchedTrays
    let sections = Set(steps.flatMap { [$0.a.owner, $0.b?.owner].compactMap { $0 } })
    return after.cassettes(in: box).flatMap { cassette in
      touched.contains(after.cassettes[cassette].code) ? trayLines(cassette) : passages(cassette, of: sections)
    }
  }

  private var touchedTrays: Set<Code<Cassette>> {
    var trays: Set<Code<Cassette>> = []
    for record in checked.changes.flatMap(\.jointRecords) {
      if case .cassette(let code) = record.holder { trays.insert(code) }
    }
    return trays
  }

  private func passages(_ cassette: Index<Cassette>, of sections: Set<String>) -> [SpliceLine] {
    after.joints(in: cassette).filter { joint in
      let row = after.joints[joint]
      return row.kind == .passage
        && row.ends.contains { sections.contains(after.sections[after.section(of: $0.fibre)].code.rawValue) }
    }.map { line(of: $0, in: after, cassette: cassette, action: .leave) }
  }

  private func trayLines(_ cassette: Index<Cassette>) -> [SpliceLine] {
    let tray = after.cassettes[cassette]
    let old = Dictionary(grouping: before.joints(in: cassette)) { before.joints[$0].number }
    let new = Dictionary(grouping: after.joints(in: cassette)) { after.joints[$0].number }
    var slots = Set(old.keys).union(new.keys)
    if tray.kind != .coiling, let capacity = tray.slotCapacity, capacity > 0 {
      slots.formUnion((1...capacity).map { $0 })
    }
    return slots.sorted { ($0 ?? .max) < ($1 ?? .max) }.flatMap { slot in
      slotLines(cassette, slot, old: old[slot] ?? [], new: new[slot] ?? [])
    }
  }

  private func slotLines(
    _ cassette: Index<Cassette>, _ slot: Int?, old: [Index<Joint>], new: [Index<Joint>]
  ) -> [SpliceLine] {
    if old.isEmpty && new.isEmpty {
      let tray = after.cassettes[cassette]
      return [
        SpliceLine(cassette: tray.code.rawValue, face: tray.face, slot: slot, action: .leave, state: .free)
      ]
    }
    let former = old.map { before.record(of: $0) }
    guard !new.isEmpty else {
      // A stored end that leaves its slot is cut from nothing: it moves to where it is spliced.
      return old.map { joint in
        line(
          of: joint, in: before, cassette: cassette, action: before.joints[joint].kind == .parked ? .move : .cut,
          isEmptied: true)
      }
    }
    return new.map { joint in
      line(of: joint, in: after, cassette: cassette, action: action(of: after.record(of: joint), former: former))
    }
  }

  private func action(of record: JointRecord, former: [JointRecord]) -> SpliceAction {
    if former.contains(where: { $0.isSameWork(as: record) }) { return .leave }
    if record.kind == .parked { return former.contains { $0.first != nil && $0.second != nil } ? .cut : .park }
    return former.contains { $0.kind == .splice || $0.kind == .passage } ? .move : .splice
  }
}

// MARK: - Lines

extension SpliceListBuilder {
  private func line(
    of joint: Index<Joint>, in network: Network, cassette: Index<Cassette>, action: SpliceAction,
    isEmptied: Bool = false
  ) -> SpliceLine {
    let row = network.joints[joint]
    let tray = network.cassettes[cassette]
    let names = (first: row.first.map { network.name(of: $0) }, second: row.second.map { network.name(of: $0) })
    let worked = action == .leave ? nil : row.number.flatMap { work[SlotName(cassette: tray.code, slot: $0)] }
    let service = worked?.service.flatMap { after.services.index(of: $0) } ?? ends.service(names.first, names.second)
    var line = SpliceLine(
      cassette: tray.code.rawValue, face: tray.face, slot: row.number, action: action,
      a: row.first.map { SpliceEnd($0.fibre, in: network) }, b: row.second.map { SpliceEnd($0.fibre, in: network) },
      joint: .joint(row.kind), state: isEmptied ? .free : row.kind == .parked || service == nil ? .dark : .live)
    line.farEndA = ends.farEnd(names.first)
    line.farEndB = ends.farEnd(names.second)
    name(service, in: &line)
    if !isEmptied, action == .splice || action == .move {
      line.before = formerPartner(of: [names.second, names.first].compactMap { $0 })
      line.expectedLoss = worked?.step.expectedLoss
      line.limit = after.rules.optical.fusionSpliceLimit
    }
    if action == .park || action == .cut {
      line.before = formerPartner(of: [names.first, names.second].compactMap { $0 })
    }
    return line
  }

  private func name(_ service: Index<Service>?, in line: inout SpliceLine) {
    guard let service else { return }
    let row = after.services[service]
    line.service = row.code.rawValue
    line.serviceClass = row.serviceClass
    line.protects = ends.otherLeg(of: service)?.rawValue ?? ""
  }

  /// What the first of some ends that had a partner was joined to.
  private func formerPartner(of names: [FibreEndName]) -> String {
    for name in names {
      guard let end = before.end(named: name), let joint = before.joints.joint(of: end),
        let partner = before.joints[joint].partner(of: end)
      else { continue }
      return before.name(of: partner.fibre)
    }
    return ""
  }
}

// MARK: - Rooms

extension SpliceListBuilder {
  /// One line a cord, in order of the port named first.
  private func roomLines(_ steps: [PlanStep]) -> [SpliceLine] {
    steps.filter { $0.action == .patch || $0.action == .unpatch }
      .sorted { ($0.a.owner, $0.a.number, $0.step) < ($1.a.owner, $1.a.number, $1.step) }
      .map(roomLine)
  }

  private func roomLine(_ step: PlanStep) -> SpliceLine {
    let service = step.service.flatMap { after.services.index(of: $0) } ?? service(atPorts: step)
    var line = SpliceLine(
      cassette: step.a.owner, slot: step.a.number, action: step.action == .patch ? .patch : .unpatch,
      a: SpliceEnd(port: step.a), b: step.b.map { SpliceEnd(port: $0) }, joint: .cord,
      state: step.action == .unpatch ? .free : service == nil ? .dark : .live)
    line.farEndA = ends.farEnd(atPort: step.a)
    line.farEndB = step.b.map { ends.farEnd(atPort: $0) } ?? ""
    name(service, in: &line)
    return line
  }
}

extension SpliceListBuilder {
  /// The service of one of a cord's ports, after the night or, for a cord that goes, before it.
  private func service(atPorts step: PlanStep) -> Index<Service>? {
    let ports = [step.a, step.b].compactMap { $0.flatMap { after.port(named: $0.description) } }
    return ports.lazy.compactMap { servicesAfter[$0]?.first ?? servicesBefore[$0]?.first }.first
  }
}

extension NetworkChange {
  /// The joints that it adds, removes or replaces.
  fileprivate var jointRecords: [JointRecord] {
    switch self {
    case .addJoint(let record), .removeJoint(let record): [record]
    case .replaceJoint(let old, let new): [old, new]
    case .addCord, .removeCord, .moveService, .redeclareRoute, .setFreeTrays: []
    }
  }
}

extension JointRecord {
  /// Whether nothing is done by hand to get from one to the other.
  fileprivate func isSameWork(as other: JointRecord) -> Bool {
    kind == other.kind && Set([first, second]) == Set([other.first, other.second])
  }
}
