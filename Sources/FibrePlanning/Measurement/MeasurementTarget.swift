public import FibreModel

/// Why a trace can't be laid on a route.
public enum MeasurementRefusal: Error, Hashable, Sendable {
  /// Neither cable and fibre of the file nor what was asked for names anything known.
  case unknownFibre(cable: String, fibre: String)
  /// Nothing is joined there.
  case noRoute(String)
  /// More than one route passes: behind a splitter, or for a whole cable or service.
  case severalRoutes(String, count: Int)
}

extension Tracer {
  /// The route that a trace was taken on, by its cable and fibre, or by its fibre alone where that is a code of its own:
  /// a port, a fibre, a service.
  public func route(of trace: OTDRTrace) throws(MeasurementRefusal) -> OpticalRoute {
    let (cable, fibre) = (trace.general.cableID, trace.general.fibreID)
    let names = ["\(cable):\(fibre)", "\(cable):\(fibre.drop { !$0.isNumber })", fibre, cable]
    guard let name = names.first(where: { !$0.isEmpty && network.traceTarget(named: $0) != nil }) else {
      throw .unknownFibre(cable: cable, fibre: fibre)
    }
    return try route(named: name)
  }

  /// The one route through a port, fibre or service, or that a declared route is about.
  public func route(named name: String) throws(MeasurementRefusal) -> OpticalRoute {
    let found: [OpticalRoute]
    if let target = network.traceTarget(named: name) {
      found = routes(through: target)
    } else if let declared = network.declaredRoutes[Code(name)], let first = declared.fibres.first {
      found = routes(through: first)
    } else {
      throw .unknownFibre(cable: "", fibre: name)
    }
    guard let route = found.first else { throw .noRoute(name) }
    guard found.count == 1 else { throw .severalRoutes(name, count: found.count) }
    return route
  }
}
