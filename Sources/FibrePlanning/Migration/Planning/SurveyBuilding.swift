import FibreModel

/// What a migration finds on the ground: live lines of the old room, and tubes of new cable that wait in closures.
struct MigrationSurvey {
  let network: Network
  let walk: SurveyWalk
  let old: Index<Site>
  let new: Index<Site>
  private(set) var lines: [LiveLine] = []
  /// Services of the old room of which nothing leaves its port.
  private(set) var dark: [Code<Service>] = []
  private(set) var landings: [LandingTube] = []
  /// Cords between two ports of the old room, the lower port first; then those of `stretched`.
  private(set) var cords: [(a: Port, b: Port)] = []
  /// The tie fibre of each cord that an earlier night has prolonged: from its port `a` in the old room over the tie to
  /// its port `b`, which is in the new room already. By position in `cords`.
  private(set) var stretched: [Int: (old: Port, new: Port)] = [:]
  /// Fibres that join the two rooms, with a free port at either end.
  private(set) var ties: [(old: Port, new: Port)] = []
  /// How many more of them have a cord at either end or at both.
  private(set) var tieInUse = 0
  /// Cables on which nothing may land.
  private let avoided: Set<Code<Cable>>

  init(
    of network: Network, from old: Index<Site>, to new: Index<Site>, avoiding avoided: Set<Code<Cable>> = []
  ) {
    self.network = network
    self.avoided = avoided
    walk = SurveyWalk(network: network)
    self.old = old
    self.new = new
    findLines(from: old, to: new)
    keepServicesWhole(in: old)
    findLandings(in: new)
    (cords, stretched) = foundCords()
  }

  private mutating func findLines(from old: Index<Site>, to new: Index<Site>) {
    let served = servicePorts()
    for panel in network.panels(in: old) {
      for joint in network.joints(in: panel) {
        guard let port = network.port(of: joint), let exit = walk.cableEnd(at: joint) else { continue }
        addLine(port, joint, exit, served[port], rooms: [old, new])
      }
    }
  }

  private func servicePorts() -> [Port: (service: Index<Service>, position: Int)] {
    var ports: [Port: (service: Index<Service>, position: Int)] = [:]
    for service in network.services.indices {
      for (position, port) in network.services[service].endA.enumerated() where ports[port] == nil {
        ports[port] = (service, position)
      }
    }
    return ports
  }

  private mutating func addLine(
    _ port: Port, _ joint: Index<Joint>, _ exit: FibreEnd, _ served: (service: Index<Service>, position: Int)?,
    rooms: [Index<Site>]
  ) {
    var line = LiveLine(
      port: port, portJoint: joint, service: served?.service, position: served?.position ?? 0, places: [], stay: nil)
    guard network.joints[joint].claim != .contested, let strand = walk.strand(from: exit) else {
      line.stay = .routeUnclear
      if served != nil { lines.append(line) }
      return
    }
    let farSite = strand.stops.last.flatMap { stop -> Index<Site>? in
      guard stop.leaving == nil, case .panel(let panel) = network.joints[stop.joint].holder else { return nil }
      return network.site(of: panel)
    }
    let isInternal = farSite.map { rooms.contains($0) } ?? false
    if served == nil { noteTie(port, joint, strand.stops) }
    guard served != nil || (isTerminal(strand.stops.last) && !isInternal && !isTie(strand.stops)) else { return }
    line.stops = strand.stops
    line.places = strand.stops.compactMap(place)
    line.stay = isInternal ? .endsInTheRooms : reachesItsEnd(strand.stops, served) ? nil : .routeUnclear
    lines.append(line)
  }

  /// A fibre that leads from one room to the other, without a joint between.
  private mutating func noteTie(_ port: Port, _ joint: Index<Joint>, _ stops: [SurveyWalk.Stop]) {
    guard isTie(stops), let stop = stops.first, let far = network.port(of: stop.joint) else { return }
    if walk.cordEnd(at: joint) == nil, walk.cordEnd(at: stop.joint) == nil {
      ties.append((old: port, new: far))
    } else {
      tieInUse += 1
    }
  }

  /// Whether a strand from the old room leads to the new one first: over the tie, to a link that has moved already.
  private func isTie(_ stops: [SurveyWalk.Stop]) -> Bool {
    stops.first.flatMap { network.port(of: $0.joint) }.map { network.site(of: $0.panel) == new } ?? false
  }

  /// Whether light from a service's port gets to the far port that the service names.
  private func reachesItsEnd(
    _ stops: [SurveyWalk.Stop], _ served: (service: Index<Service>, position: Int)?
  ) -> Bool {
    guard let served else { return true }
    let ends = network.services[served.service].endB
    guard served.position < ends.count else { return true }
    return stops.contains { network.port(of: $0.joint) == ends[served.position] }
  }

  /// A service moves with all its fibres or not at all: where one has no cable at its port, the others stay too.
  private mutating func keepServicesWhole(in old: Index<Site>) {
    var known: [Index<Service>: [Int]] = [:]
    var reached: [Port: Int] = [:]
    for (position, line) in lines.enumerated() {
      reached[line.port] = position
      if let service = line.service { known[service, default: []].append(position) }
    }
    for service in network.services.indices {
      let ports = network.services[service].endA
      guard ports.contains(where: { network.site(of: $0.panel) == old }) else { continue }
      let own = known[service] ?? []
      guard own.count < ports.count else { continue }
      // Where two services name one port, neither can be told from the other: both stay.
      for line in own + ports.compactMap({ reached[$0] }) { lines[line].stay = .routeUnclear }
      if own.isEmpty { dark.append(network.services[service].code) }
    }
  }

  /// Whether a strand ends at a port or at a splitter, so that something may be lit on it.
  private func isTerminal(_ stop: SurveyWalk.Stop?) -> Bool {
    guard let stop, stop.leaving == nil else { return false }
    let joint = network.joints[stop.joint]
    if joint.kind == .splitter { return true }
    if case .panel = joint.holder { return joint.kind != .parked }
    return joint.kind == .connector
  }

  private func place(_ stop: SurveyWalk.Stop) -> CutPlace? {
    guard let leaving = stop.leaving, let closure = network.box(of: stop.joint) else { return nil }
    return CutPlace(closure: closure, joint: stop.joint, oldEnd: stop.arriving, keptEnd: leaving)
  }

  private struct TubeKey: Hashable {
    let closure: Index<Box>
    let section: Index<CableSection>
    let tube: Int
  }

  private mutating func findLandings(in new: Index<Site>) {
    let used = Set(network.services.rows.flatMap { $0.endA + $0.endB })
    var strands: [TubeKey: [Int: LandingStrand]] = [:]
    var passages: [TubeKey: [Index<Joint>]] = [:]
    var sections: [TubeKey: Set<Index<CableSection>>] = [:]
    var firstSections: [TubeKey: Set<Index<CableSection>>] = [:]
    for panel in network.panels(in: new) {
      for joint in network.joints(in: panel) {
        guard let port = network.port(of: joint), !used.contains(port), network.joints[joint].claim == .held,
          walk.cordEnd(at: joint) == nil, let exit = walk.cableEnd(at: joint), let strand = walk.strand(from: exit)
        else { continue }
        for landing in landingPlaces(strand.stops, strand.last, port: port, entry: exit)
        where !landing.sections.contains(where: isAvoided) {
          let section = network.sections[network.section(of: landing.strand.end.fibre)]
          let number = network.number(of: landing.strand.end.fibre)
          let key = TubeKey(
            closure: landing.closure, section: network.section(of: landing.strand.end.fibre),
            tube: section.tube(ofFibre: number))
          strands[key, default: [:]][section.rankInTube(ofFibre: number)] = landing.strand
          if let dead = landing.passage { passages[key, default: []].append(dead) }
          sections[key, default: []].formUnion(landing.sections)
          firstSections[key, default: []].formUnion(landing.sections.prefix(1))
        }
      }
    }
    let keys = strands.keys.sorted { ($0.closure, $0.section, $0.tube) < ($1.closure, $1.section, $1.tube) }
    for key in keys {
      let whole = network.sections[key.section].fibres(inTube: key.tube).count
      guard let found = strands[key], found.count == whole else { continue }
      let dates = (sections[key] ?? []).compactMap { network.acceptance(of: $0) }
      landings.append(
        LandingTube(
          closure: key.closure, section: key.section, tube: key.tube, strands: found,
          deadPassages: (passages[key] ?? []).sorted(), sections: sections[key] ?? [],
          firstSections: firstSections[key] ?? [], acceptedOn: dates.max()))
    }
  }

  private func isAvoided(_ section: Index<CableSection>) -> Bool {
    avoided.contains(network.cables[network.sections[section].cable].code)
  }

  private struct Landing {
    let closure: Index<Box>
    let strand: LandingStrand
    let passage: Index<Joint>?
    let sections: [Index<CableSection>]
  }

  /// Where a strand may be used: at its end, and where it passes a closure uncut on its way to nothing.
  private func landingPlaces(
    _ stops: [SurveyWalk.Stop], _ last: FibreEnd, port: Port, entry: FibreEnd
  ) -> [Landing] {
    var found: [Landing] = []
    var length = Length.zero
    var splices = 0
    var sections: [Index<CableSection>] = []
    for stop in stops {
      sections.append(network.section(of: stop.arriving.fibre))
      length += network.sections[network.section(of: stop.arriving.fibre)].length
      let joint = network.joints[stop.joint]
      let strand = LandingStrand(port: port, end: stop.arriving, length: length, spliceCount: splices)
      if let closure = network.box(of: stop.joint) {
        if stop.leaving == nil, joint.kind == .parked {
          found.append(Landing(closure: closure, strand: strand, passage: nil, sections: sections))
        } else if stop.leaving != nil, joint.kind == .passage {
          found.append(Landing(closure: closure, strand: strand, passage: stop.joint, sections: sections))
        }
      }
      if joint.kind == .splice { splices += 1 }
    }
    if stops.last?.leaving != nil || stops.isEmpty {
      sections.append(network.section(of: last.fibre))
      length += network.sections[network.section(of: last.fibre)].length
      if let node = network.node(of: last), let closure = network.boxes(at: node).first {
        let strand = LandingStrand(port: port, end: last, length: length, spliceCount: splices)
        found.append(Landing(closure: closure, strand: strand, passage: nil, sections: sections))
      }
    } else if let stop = stops.last, case .panel = network.joints[stop.joint].holder {
      return []
    }
    return found
  }
}
