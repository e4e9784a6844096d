import FibreModel
import FibrePlanning

/// To what a fibre leads on each side, and which service is on it, in one network.
struct FarEnds {
  private let network: Network
  private let tracer: Tracer
  private let servicesAtPort: [Port: [Index<Service>]]
  private var guarded: [Code<Service>: Code<Service>] = [:]

  init(_ network: Network) {
    self.network = network
    tracer = Tracer(network)
    servicesAtPort = Self.servicesAtPort(network)
    for service in network.services.rows {
      if let peer = service.protects { guarded[peer] = service.code }
    }
  }

  /// The services of each port, at either end.
  static func servicesAtPort(_ network: Network) -> [Port: [Index<Service>]] {
    var services: [Port: [Index<Service>]] = [:]
    for index in network.services.indices {
      let service = network.services[index]
      for port in service.endA + service.endB { services[port, default: []].append(index) }
    }
    return services
  }

  /// The other leg of a protected pair: the one it protects, else the one that protects it.
  func otherLeg(of service: Index<Service>) -> Code<Service>? {
    let row = network.services[service]
    return row.protects ?? guarded[row.code]
  }

  /// Where light that enters a fibre at an end comes out; where a splitter parts it, the last port before it.
  func farEnd(_ name: FibreEndName?) -> String {
    guard let route = routes(name).first else { return "" }
    guard let splitter = route.hops.firstIndex(where: { network.joints[$0.joint].kind == .splitter }) else {
      return network.name(of: network.finish(of: route))
    }
    let port = route.hops[...splitter].last {
      network.port(of: $0.joint) != nil && $0.joint != route.hops[splitter].joint
    }
    return (port ?? route.hops[splitter]).joint.place(in: network)
  }

  /// Where light that enters the cable behind a port comes out.
  func farEnd(atPort end: StepEnd) -> String {
    guard let port = network.port(named: end.description), let joint = network.joint(at: port),
      let fibre = network.joints[joint].second
    else { return "" }
    return farEnd(network.name(of: fibre))
  }

  /// The service on a joint: the one whose port is met first on both sides, else on either.
  func service(_ first: FibreEndName?, _ second: FibreEndName?) -> Index<Service>? {
    let (left, right) = (nearest(first), nearest(second))
    return left.first { right.contains($0) } ?? left.first ?? right.first
  }

  private func nearest(_ name: FibreEndName?) -> [Index<Service>] {
    for hop in routes(name).first?.hops ?? [] {
      guard let port = network.port(of: hop.joint), let services = servicesAtPort[port] else { continue }
      return services
    }
    return []
  }

  private func routes(_ name: FibreEndName?) -> [OpticalRoute] {
    name.flatMap { network.end(named: $0) }.map { tracer.routes(from: $0) } ?? []
  }
}

extension Index<Joint> {
  /// Where a joint is: a port `TI-1:7`, or the code of a box; its own code where neither is known.
  func place(in network: Network) -> String {
    if let port = network.port(of: self) { return network.name(of: port) }
    if let box = network.box(of: self) { return network.boxes[box].code.rawValue }
    return network.joints.code(of: self).rawValue
  }
}
