public import FibreModel

/// What a trace can start from.
public enum TraceTarget: Hashable, Sendable {
  case port(Port)
  case fibre(Index<Fibre>)
  case joint(Index<Joint>)
  /// An outlet, or any box: every route that is joined in it or ends in it.
  case box(Index<Box>)
  case panel(Index<Panel>)
  case section(Index<CableSection>)
  case service(Index<Service>)
}

extension Network {
  /// What a code names: a service, a port `PANEL:n`, a fibre, a box, a panel, a section or a joint, in this order;
  /// nothing when it names none.
  public func traceTarget(named text: String) -> TraceTarget? {
    if let service = services.index(of: Code(text)) { return .service(service) }
    if let port = port(named: text) { return .port(port) }
    if let fibre = fibre(named: text) { return .fibre(fibre) }
    if let box = box(named: text) { return .box(box) }
    if let panel = panels.index(of: Code(text)) { return .panel(panel) }
    if let section = sections.index(of: Code(text)) { return .section(section) }
    return joints.index(of: Code(text)).map { .joint($0) }
  }
}

extension Tracer {
  /// All routes through what is asked for, each once. They start at the port asked for where one ends there, else at
  /// their lower end; those of a service run from its end A to its end B, fibre by fibre.
  public func routes(through target: TraceTarget) -> [OpticalRoute] {
    switch target {
    case .port(let port):
      // Two joints may claim one port; both are followed.
      network.joints(in: port.panel).filter { network.joints[$0].number == port.number }
        .flatMap { routes(through: .joint($0)) }
    case .fibre(let fibre): routes(through: fibre)
    case .joint(let joint): startingAt(joint, routes(through: [joint]))
    case .box(let box): routes(through: box)
    case .panel(let panel): routes(through: Array(network.joints(in: panel)))
    case .section(let section): routes(throughAny: fibres(of: section))
    case .service(let service): links(of: service).compactMap(\.route)
    }
  }

  /// Routes on which one of some joints lies. Joints whose claims are contested lie on none, but their fibres do.
  private func routes(through joints: [Index<Joint>]) -> [OpticalRoute] {
    let fibres = joints.flatMap { joint in
      let row = network.joints[joint]
      return row.kind == .splitter ? [row.second].compactMap { $0?.fibre } : row.ends.map(\.fibre)
    }
    let wanted = Set(joints)
    let isContested = joints.contains { network.joints[$0].claim == .contested }
    return routes(throughAny: fibres).filter { route in
      isContested || route.hops.contains { wanted.contains($0.joint) }
    }
  }

  private func startingAt(_ joint: Index<Joint>, _ routes: [OpticalRoute]) -> [OpticalRoute] {
    routes.map { $0.hops.last?.joint == joint && $0.hops.first?.joint != joint ? $0.reversed() : $0 }
  }

  private func routes(through box: Index<Box>) -> [OpticalRoute] {
    let joints = network.cassettes(in: box).flatMap { network.joints(in: $0) }
    var found = Set(joints.flatMap { network.joints[$0].ends.map(\.fibre) })
    if network.boxes[box].kind == .outlet, let node = network.boxes[box].node {
      for section in network.sections(at: node) { found.formUnion(fibres(of: section)) }
    }
    return routes(throughAny: found)
  }

  private func fibres(of section: Index<CableSection>) -> [Index<Fibre>] {
    network.sections[section].fibreOffsets.map { Index($0) }
  }
}
