public import FibreModel

/// Where a route ends.
public enum RouteEnd: Hashable, Sendable {
  case port(Port)
  /// An outlet.
  case box(Index<Box>)
  /// A bare end, or one coiled or held in a closure.
  case fibre(FibreEnd)
}

extension Network {
  /// Where a route starts.
  public func start(of route: OpticalRoute) -> RouteEnd {
    let joint = route.hops.first.flatMap { $0.arriving == nil ? $0.joint : nil }
    return routeEnd(route.start, joint: joint)
  }

  /// Where a route finishes.
  public func finish(of route: OpticalRoute) -> RouteEnd {
    let joint = route.hops.last.flatMap { $0.leaving == nil ? $0.joint : nil }
    return routeEnd(route.finish, joint: joint)
  }

  /// The name of a route's end: `TI-SF-01:17`, `PTO-0001`, `CAB-SF-04/2:13`.
  public func name(of end: RouteEnd) -> String {
    switch end {
    case .port(let port): name(of: port)
    case .box(let box): boxes[box].code.rawValue
    case .fibre(let end): name(of: end.fibre)
    }
  }

  private func routeEnd(_ end: FibreEnd, joint: Index<Joint>?) -> RouteEnd {
    if let joint {
      if let port = port(of: joint) { return .port(port) }
      if let box = box(of: joint), boxes[box].kind == .outlet { return .box(box) }
      return .fibre(end)
    }
    let outlet = node(of: end).flatMap { node in boxes(at: node).first { boxes[$0].kind == .outlet } }
    return outlet.map { .box($0) } ?? .fibre(end)
  }
}
