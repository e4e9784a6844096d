public import FibreModel

/// All routes of a network, and which of them pass through each fibre.
public struct RouteTable: Sendable {
  public let network: Network
  /// In order of their start, as `Tracer.allRoutes()` gives them.
  public let routes: [OpticalRoute]
  /// Positions in `routes`, by fibre.
  private let positions: CompressedRows

  /// Traces everything once. O(fibres + joints + hops of all routes).
  public init(_ tracer: Tracer) {
    network = tracer.network
    let routes = tracer.allRoutes()
    positions = CompressedRows(rowCount: network.fibres.count) { add in
      for (position, route) in routes.enumerated() {
        for fibre in route.fibres { add(fibre.offset, UInt32(position)) }
      }
    }
    self.routes = routes
  }

  /// The positions of the routes through a fibre, in order.
  public func positions(through fibre: Index<Fibre>) -> ArraySlice<UInt32> { positions[fibre.offset] }

  /// The routes through a fibre, in order.
  public func routes(through fibre: Index<Fibre>) -> [OpticalRoute] {
    positions(through: fibre).map { routes[Int($0)] }
  }
}
