import FibreModel

/// What follows for services, declared routes and free trays from what was done in a night.
struct AsDoneConsequences {
  private let plan: MigrationPlan
  private let live: LiveLinks
  private let old: Index<Site>
  private let new: Index<Site>
  private(set) var state: AsDoneState
  private(set) var remarks: [AsDoneRemark] = []

  /// - Parameter live: The links of the old room before the import.
  init(plan: MigrationPlan, live: LiveLinks, old: Index<Site>, new: Index<Site>, state: AsDoneState) {
    self.plan = plan
    self.live = live
    self.old = old
    self.new = new
    self.state = state
  }

  private var network: Network { state.network }

  mutating func carryOut() {
    let touched = live.links.indices.filter { isTouched(live.links[$0]) }
    moveServices(touched)
    redeclareRoutes(touched)
    countDownTrays()
  }

  /// Edits that follow from several lines; each fits what the state holds.
  private mutating func follow(_ edit: NetworkChange) {
    do throws(AsDoneFault) {
      try state.carryOut([edit], line: nil)
    } catch {
      preconditionFailure("an edit made for this state does not fit it: \(error)")
    }
  }

  /// Whether work on a link, seen from either end, took it from the way that it had. Of a link that an earlier import
  /// left cut, the near end shows a stump only.
  private func isTouched(_ link: LiveLink) -> Bool {
    let fibres = link.way.fibres + waysFromFarPort(of: link).flatMap(\.fibres)
    guard fibres.contains(where: { state.touched.contains($0) }) else { return false }
    let whole = state.replay.ways(from: link.port)?.cable
    let now = link.farPort.flatMap { state.replay.joint(at: $0) }.flatMap { whole?.upTo($0) } ?? whole
    return !link.reachesFarPort || now != link.way
  }

  // MARK: Services

  /// Lets services start where their light now comes from, when all of their fibres are joined again.
  private mutating func moveServices(_ touched: [Int]) {
    let services = Set(touched.compactMap { live.links[$0].service })
    // In the order of the plan, as when it is applied; what it does not name comes last.
    let order = Dictionary(
      plan.services.enumerated().map { ($0.element.service, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for service in services.sorted(by: { rank($0, order) < rank($1, order) }) {
      let links = (live.linksOfService[service] ?? []).map { live.links[$0] }
      let ports = links.map { feed(of: $0) }
      guard !ports.contains(nil) else {
        remarks.append(.serviceDark(network.services[service].code))
        continue
      }
      move(service, to: ports.compactMap { $0 }, links)
    }
  }

  private func rank(_ service: Index<Service>, _ order: [Code<Service>: Int]) -> (Int, Index<Service>) {
    (order[network.services[service].code] ?? .max, service)
  }

  private mutating func move(_ service: Index<Service>, to ports: [Port], _ links: [LiveLink]) {
    let row = network.services[service]
    let from = state.replay.movedServices[row.code] ?? row.endA.map { network.portName(of: $0) }
    let to = ports.map { network.portName(of: $0) }
    if from != to { follow(.moveService(row.code, from: from, to: to)) }
    if let planned = plan.services.first(where: { $0.service == row.code })?.newPorts {
      let (expected, actual) = (
        planned.map(\.asDone), to.map { AsDoneEnd(owner: $0.panel.rawValue, number: $0.number) }
      )
      if expected != actual { remarks.append(.otherPorts(row.code, planned: expected, actual: actual)) }
    }
    for (link, port) in zip(links, ports) {
      let now = state.replay.ways(from: port)
      if link.reachesFarPort, now?.cable.stop != link.beyond.stop { remarks.append(.otherFarEnd(row.code)) }
      let hadCord = link.cord.fibres.contains { $0 << 1 < state.replay.cordBase && !state.replay.isCord($0 << 1) }
      if hadCord, now?.cord.stop != link.cord.stop { remarks.append(.cordOpen(row.code)) }
    }
  }

  /// The port of the new room from which a link is fed, seen from its far end; nothing when it is dark, or still comes
  /// from the old room, even if over the tie.
  private func feed(of link: LiveLink) -> Port? {
    let replay = state.replay
    let ways =
      link.farPort == nil ? [link.way.stop].compactMap { $0 }.map { replay.way(from: $0) } : waysFromFarPort(of: link)
    let rooms: Set<Index<Site>?> = [old, new]
    let met = ways.lazy.compactMap { way in way.joints.first { rooms.contains(replay.site(of: $0)) } }.first
    return met.flatMap { replay.site(of: $0) == new ? replay.port(of: $0) : nil }
  }

  /// The ways of light that comes back from the far port of a link, on either side of it.
  private func waysFromFarPort(of link: LiveLink) -> [ReplayWay] {
    guard let joint = link.farPort.flatMap({ state.replay.joint(at: $0) }), let row = state.replay.joints[joint] else {
      return []
    }
    return [row.first, row.second].compactMap { $0 }.map { state.replay.way(from: $0) }
  }

  // MARK: Declared routes

  private mutating func redeclareRoutes(_ touched: [Int]) {
    let declaredOver = live.declaredRoutes(in: network)
    for number in touched {
      let link = live.links[number]
      guard let routes = declaredOver[number], let way = presentWay(of: link), !way.isLoop,
        way.stop == link.way.stop || !link.reachesFarPort
      else { continue }
      for route in routes {
        let from = state.replay.declaration(of: route)
        let declared = state.replay.declaredFibres(of: route)
        guard let fibres = state.replay.corrected(declared, from: link.way, to: way) else { continue }
        let to = fibres.map { state.replay.fibreName(of: $0) }
        if to != from { follow(.redeclareRoute(network.declaredRoutes[route].code, from: from, to: to)) }
      }
    }
  }

  private func presentWay(of link: LiveLink) -> ReplayWay? {
    guard let port = feed(of: link), let whole = state.replay.ways(from: port)?.cable else { return nil }
    guard link.service != nil else { return whole }
    return link.farPort.flatMap { state.replay.joint(at: $0) }.flatMap { whole.upTo($0) } ?? whole
  }

  // MARK: Trays

  /// Counts the stated free trays of each closure down by those that were begun.
  private mutating func countDownTrays() {
    for (box, trays) in state.begunTrays.sorted(by: { $0.key < $1.key }) {
      let code = network.boxes[box].code
      guard let free = state.replay.rules.closures.first(where: { $0.closure == code })?.freeTrays, free > 0 else {
        continue
      }
      follow(.setFreeTrays(code, from: free, to: max(0, free - trays.count)))
    }
  }
}
