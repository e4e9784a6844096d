public import FibreModel

/// All that questions about cuts need of a network: the ways of its services and FTTH plugs by fibre, the pairs that
/// protect each other, and what lies in which civil works. Immutable; shared by any number of `ImpactQuery` values.
///
/// - Complexity: O(fibres + joints + routes of services + ways of plugs) to make, and about 12 bytes a fibre and 4 bytes
///   for each fibre that a way passes.
public struct ImpactIndex: Sendable {
  public let network: Network
  /// The ways through each fibre.
  let waysOfFibre: CompressedRows
  /// The owner of each way: a service's offset, or the count of services plus a plug's position.
  let owners: [UInt32]
  /// Whether all fibres of a service reach their far ends.
  let isUp: [Bool]
  /// Services that protect each other: the group of each, and the services of each group.
  let groupOfService: [UInt32]
  let servicesOfGroup: CompressedRows
  let plugs: [Plug]
  let works: WorksIndex

  /// An outlet from which light reaches a port.
  struct Plug: Sendable {
    let box: Index<Box>
    /// The sharing point on its way; the first site of another kind when there is none; nothing when no site is known.
    let site: Index<Site>?
    /// Whether a cord takes it further than the first port of that site.
    let isPatched: Bool
    /// The service that lights it, when it is patched and one has a port on its way.
    let service: Index<Service>?
    /// It is dark when all of them are cut.
    let wayCount: Int
  }

  /// Traces every service and every outlet of a network once.
  public init(_ tracer: Tracer) {
    let network = tracer.network
    var ways = WayCollection(tracer)
    isUp = network.services.indices.map { ways.add($0) }
    for box in network.boxes.indices where network.boxes[box].kind == .outlet { ways.add(outlet: box) }
    waysOfFibre = CompressedRows(rowCount: network.fibres.count, pairs: ways.members)
    owners = ways.owners
    plugs = ways.plugs
    groupOfService = Self.groups(of: network)
    servicesOfGroup = CompressedRows(
      rowCount: network.services.count,
      pairs: groupOfService.enumerated().map { ($0.element, UInt32($0.offset)) })
    works = WorksIndex(network)
    self.network = network
  }

  /// The group of each service: services that protect each other, directly or through others, have one number.
  private static func groups(of network: Network) -> [UInt32] {
    var parents = network.services.indices.map(\.rawValue)
    func root(_ service: UInt32) -> UInt32 {
      var service = service
      while parents[Int(service)] != service { service = parents[Int(service)] }
      return service
    }
    for service in network.services.indices {
      guard let peer = network.services[service].protects.flatMap({ network.services.index(of: $0) }) else { continue }
      let (one, two) = (root(service.rawValue), root(peer.rawValue))
      parents[Int(max(one, two))] = min(one, two)
    }
    return network.services.indices.map { root($0.rawValue) }
  }
}
