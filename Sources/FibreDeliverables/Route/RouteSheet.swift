public import FibreModel
public import FibrePlanning

/// Optical routes as people and programs read them: fiche de route.
public struct RouteSheet: Sendable {
  let entries: [Entry]
  let network: Network
  /// Wavelengths of which some route has a loss, shortest first.
  let wavelengths: [Wavelength]

  /// A route and its losses, shortest wavelength first.
  struct Entry: Sendable {
    let route: OpticalRoute
    let budgets: [LossBudget]
  }

  /// Arranges routes of a network, in the order given, with their losses at every wavelength its rules know.
  public init(_ routes: [OpticalRoute], tracer: Tracer, network: Network) {
    self.network = network
    entries = routes.map { Entry(route: $0, budgets: tracer.lossBudgets(of: $0)) }
    wavelengths = Set(entries.flatMap { $0.budgets.map(\.wavelength) }).sorted()
  }

  /// How many hops of a route are joints of a kind; a splice made with connectors counts as a connector.
  func count(_ kinds: Set<JointKind>, in route: OpticalRoute) -> Int {
    route.hops.count { kinds.contains(kind(of: $0)) }
  }

  /// What is passed at a hop.
  func kind(of hop: RouteHop) -> JointKind {
    let joint = network.joints[hop.joint]
    return joint.kind == .splice && joint.technique.isConnector ? .connector : joint.kind
  }

  func place(of hop: RouteHop) -> String { hop.joint.place(in: network) }

  func name(of fibre: Index<Fibre>?) -> String? { fibre.map { network.name(of: $0) } }

  func startName(_ route: OpticalRoute) -> String { network.name(of: network.start(of: route)) }
  func finishName(_ route: OpticalRoute) -> String { network.name(of: network.finish(of: route)) }
}

extension JointKind {
  /// The word for it in JSON; it never changes.
  var keyword: String {
    switch self {
    case .splice: "splice"
    case .connector: "connector"
    case .pigtail: "pigtail"
    case .passage: "passage"
    case .parked: "parked"
    case .splitter: "splitter"
    }
  }
}
