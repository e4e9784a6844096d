public import FibreModel

/// The way of one fibre of a service.
public struct ServiceLink: Hashable, Sendable {
  public let portA: Port?
  public let portB: Port?
  /// The whole route on which port A lies, beyond the service's own ports where cords prolong it but not behind a
  /// splitter, in the direction
  /// from A to B; nothing when port A is missing or holds nothing.
  public let route: OpticalRoute?
  /// Whether port B lies on the same route.
  public let reachesB: Bool
}

extension Tracer {
  /// The routes of a service, fibre by fibre.
  public func links(of service: Index<Service>) -> [ServiceLink] {
    var walk = newWalk()
    return links(of: service, &walk)
  }

  /// The same with working memory that the caller keeps.
  func links(of service: Index<Service>, _ walk: inout StrandWalk) -> [ServiceLink] {
    network.links(of: service) { routes(throughAny: [$0], &walk) }
  }
}

extension RouteTable {
  /// The routes of a service, fibre by fibre.
  public func links(of service: Index<Service>) -> [ServiceLink] {
    network.links(of: service) { routes(through: $0) }
  }
}

extension Network {
  fileprivate func links(of service: Index<Service>, _ routes: (Index<Fibre>) -> [OpticalRoute]) -> [ServiceLink] {
    let row = services[service]
    return (0..<max(row.endA.count, row.endB.count)).map { position in
      link(
        position < row.endA.count ? row.endA[position] : nil, position < row.endB.count ? row.endB[position] : nil,
        routes)
    }
  }

  private func link(_ a: Port?, _ b: Port?, _ routes: (Index<Fibre>) -> [OpticalRoute]) -> ServiceLink {
    guard let a, let joint = joint(at: a), let fibre = joints[joint].second?.fibre ?? joints[joint].first?.fibre
    else { return ServiceLink(portA: a, portB: b, route: nil, reachesB: false) }
    let far = b.flatMap { self.joint(at: $0) }
    let found = routes(fibre).filter { route in route.hops.contains { $0.joint == joint } }
    if let far, let route = found.first(where: { route in route.hops.contains { $0.joint == far } }) {
      let directed = route.directed(from: joint, to: far)
      return ServiceLink(portA: a, portB: b, route: withoutSplitter(directed, behind: far), reachesB: true)
    }
    let route = found.first.map { $0.hops.last?.joint == joint ? $0.reversed() : $0 }
    return ServiceLink(portA: a, portB: b, route: route, reachesB: false)
  }
}

extension Network {
  /// A route as far as a joint, when a splitter lies behind it: a link is judged between its own two ends, which cords
  /// move outwards, and behind a splitter other budgets hold.
  fileprivate func withoutSplitter(_ route: OpticalRoute, behind joint: Index<Joint>) -> OpticalRoute {
    guard let position = route.hops.firstIndex(where: { $0.joint == joint }),
      route.hops[position...].contains(where: { joints[$0.joint].kind == .splitter }),
      let last = route.hops[position].arriving, let count = route.fibres.firstIndex(of: last),
      let finish = joints[joint].ends.first(where: { $0.fibre == last })
    else { return route }
    let hop = route.hops[position]
    let end = RouteHop(
      joint: hop.joint, arriving: hop.arriving, leaving: nil, length: hop.length, runningLength: hop.runningLength)
    return OpticalRoute(
      status: route.status, fibres: Array(route.fibres[...count]), start: route.start, finish: finish,
      hops: route.hops[..<position] + [end], length: hop.runningLength)
  }
}

extension OpticalRoute {
  /// This route, or its reverse, so that one joint comes before another.
  fileprivate func directed(from a: Index<Joint>, to b: Index<Joint>) -> OpticalRoute {
    let first = hops.first { $0.joint == a || $0.joint == b }
    return first?.joint == b && a != b ? reversed() : self
  }
}
