import FibreModel
import FibrePlanning

/// To what a fibre leads on each side, and which service is on it, in one network.
struct FarEnds {
  private let network: Network
  private let tracer: Tracer
  private var servicesAtPort: [Port: [Index<Service>]] = [:]
  private var guarded: [Code<Service>: Code<Service>] = [:]

  init(_ network: Network) {
    self.network = network
    tracer = Tracer(network)
    for index in network.services.indices {
      let service = network.services[index]
      for port in service.endA + service.endB { servicesAtPort[port, default: []].append(index) }
      if let peer = service.protects { guarded[peer] = service.code }
    }
  }

  /// The other leg of a protected pair: the one it protects, else the one that protects it.
  func otherLeg(of service: Index<Service>) -> Code<Service>? {
    let row = network.services[service]
    return row.protects ?? guarded[row.code]
  }

  /// Where light that enters a fibre at an end comes out; behind splitters the first place and how many more.
  func farEnd(_ name: FibreEndName?) -> String {
    let names = routes(name).map { network.name(of: network.finish(of: $0)) }
    guard let first = names.first else { return "" }
    return names.count == 1 ? first : "\(first) (+\(names.count - 1))"
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
