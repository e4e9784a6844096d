public import FibreModel

/// All routes of a network, and which of them pass through each fibre.
public struct RouteTable: Sendable {
  public let network: Network
  /// In order of their start, as `Tracer.allRoutes()` gives them.
  public let routes: [OpticalRoute]
  /// Positions in `routes`, fibre after fibre, and where those of each fibre begin.
  private let members: [UInt32]
  private let starts: [UInt32]

  /// Traces everything once. O(fibres + joints + hops of all routes).
  public init(_ tracer: Tracer) {
    network = tracer.network
    routes = tracer.allRoutes()
    var starts = [UInt32](repeating: 0, count: network.fibres.count + 1)
    for route in routes { for fibre in route.fibres { starts[fibre.offset + 1] += 1 } }
    for fibre in 0..<network.fibres.count { starts[fibre + 1] += starts[fibre] }
    var next = starts
    var members = [UInt32](repeating: 0, count: Int(starts[network.fibres.count]))
    for (position, route) in routes.enumerated() {
      for fibre in route.fibres {
        members[Int(next[fibre.offset])] = UInt32(position)
        next[fibre.offset] += 1
      }
    }
    self.starts = starts
    self.members = members
  }

  /// The positions of the routes through a fibre, in order.
  public func positions(through fibre: Index<Fibre>) -> ArraySlice<UInt32> {
    members[Int(starts[fibre.offset])..<Int(starts[fibre.offset + 1])]
  }

  /// The routes through a fibre, in order.
  public func routes(through fibre: Index<Fibre>) -> [OpticalRoute] {
    positions(through: fibre).map { routes[Int($0)] }
  }
}
