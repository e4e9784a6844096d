import FibreModel

/// One fibre's way from a port of the old room to its far end, before the plan.
struct LiveLink {
  /// The service, or the fibre's name when no service is known on it.
  let name: String
  let service: Index<Service>?
  /// The rank of the fibre in its service, from 0.
  let position: Int
  let port: Port
  let farPort: Port?
  /// From the port to the far port, or to where light stops when the far port isn't met.
  let way: ReplayWay
  let reachesFarPort: Bool
  /// The way of the cord at the port; without fibres when there is none.
  let cord: ReplayWay
  /// The whole way from the port on, beyond the far port.
  let beyond: ReplayWay
}

/// All that shines before the plan: the links of the old room, and whose service each other fibre carries.
struct LiveLinks {
  private(set) var links: [LiveLink] = []
  /// The link of a fibre, and the fibre's rank on it.
  private(set) var linkOfFibre: [Int: (link: Int, rank: Int)] = [:]
  /// Services that do not start in the old room, by fibre.
  private(set) var otherServiceOfFibre: [Int: Index<Service>] = [:]
  /// The links of each service of the old room, in order of fibre.
  private(set) var linksOfService: [Index<Service>: [Int]] = [:]
  /// Ways of the services that do not start in the old room, for those fibres whose port is known.
  private(set) var otherWays: [Index<Service>: [ReplayWay]] = [:]

  init(_ state: ReplayState, old: Index<Site>, new: Index<Site>) {
    let network = state.network
    var served: Set<Port> = []
    for index in network.services.indices {
      let service = network.services[index]
      if service.endA.contains(where: { network.site(of: $0.panel) == old }) {
        for (position, port) in service.endA.enumerated() {
          served.insert(port)
          let far = position < service.endB.count ? service.endB[position] : nil
          add(Self.link(state, port, far: far, (index, position)))
        }
      } else {
        otherWays[index] = Self.ways(of: index, state)
        for way in otherWays[index] ?? [] {
          for fibre in way.fibres { otherServiceOfFibre[fibre] = index }
        }
      }
    }
    addUnserved(state, old: old, outside: [old, new], served: served)
  }

  private mutating func addUnserved(
    _ state: ReplayState, old: Index<Site>, outside sites: Set<Index<Site>>, served: Set<Port>
  ) {
    let network = state.network
    for panel in network.panels(in: old) {
      for joint in network.joints(in: panel) {
        guard let port = network.port(of: joint), !served.contains(port), state.joint(at: port) == joint.offset,
          let end = state.cableEnd(of: joint.offset),
          state.reaches(from: end, { state.isEndUser(stop: $0, joint: $1, outside: sites) })
        else { continue }
        add(Self.link(state, port, far: nil, nil))
      }
    }
  }

  private mutating func add(_ link: LiveLink) {
    let number = links.count
    links.append(link)
    if let service = link.service { linksOfService[service, default: []].append(number) }
    for (rank, fibre) in link.way.fibres.enumerated() where linkOfFibre[fibre] == nil {
      linkOfFibre[fibre] = (number, rank)
    }
  }

  private static func link(
    _ state: ReplayState, _ port: Port, far: Port?, _ service: (index: Index<Service>, position: Int)?
  ) -> LiveLink {
    let ways = state.ways(from: port)
    let whole = ways?.cable ?? ReplayWay()
    let section = far.flatMap { state.joint(at: $0) }.flatMap { whole.upTo($0) }
    let name =
      service.map { state.network.services[$0.index].code.rawValue }
      ?? whole.fibres.first.map { state.name(ofFibre: $0) } ?? state.network.name(of: port)
    return LiveLink(
      name: name, service: service?.index, position: service?.position ?? 0, port: port, farPort: far,
      way: section ?? whole, reachesFarPort: section != nil || (far == nil && service == nil),
      cord: ways?.cord ?? ReplayWay(), beyond: whole)
  }

  /// The ways of a service between its own ports, fibre by fibre; from end A, or from end B where A has no cable.
  static func ways(of index: Index<Service>, _ state: ReplayState) -> [ReplayWay] {
    let service = state.network.services[index]
    let ports = state.movedServices[service.code]?.compactMap { state.network.port(named: $0) } ?? service.endA
    return (0..<max(ports.count, service.endB.count)).map { position in
      let near = position < ports.count ? ports[position] : nil
      let far = position < service.endB.count ? service.endB[position] : nil
      return way(state, near, far)
    }
  }

  private static func way(_ state: ReplayState, _ near: Port?, _ far: Port?) -> ReplayWay {
    guard let near, let ways = state.ways(from: near) else {
      return far.flatMap { state.ways(from: $0)?.cable } ?? ReplayWay()
    }
    guard let joint = far.flatMap({ state.joint(at: $0) }) else { return ways.cable }
    return ways.cable.upTo(joint) ?? ways.cord.upTo(joint) ?? ways.cable
  }
}
