import FibreModel

/// Which fibres something hangs on, so that no new link may take them.
///
/// In use is a fibre at a port of a service, on a declared route, at a splitter, at an outlet, or waiting for a customer
/// at a connector of a distribution point; so is one marked out of order (`fo_etat` `HS`). A strand of which one fibre
/// is in use is in use as a whole.
struct FibreUse {
  private(set) var isUsed: [Bool]
  private let network: Network

  /// Marks one fibre at least of each strand in use. Cost: fibres and joints.
  ///
  /// - Parameter includesInService: Leaves services and declared routes out of account.
  init(_ network: Network, includesInService: Bool) {
    self.network = network
    isUsed = Self.outOfOrder(network.fibres.attributes)
    if !includesInService {
      markServices()
      for route in network.declaredRoutes.rows { for fibre in route.fibres { isUsed[fibre.offset] = true } }
    }
    markCustomers()
  }

  /// Neighbours mostly say the same, which is then read once.
  private static func outOfOrder(_ attributes: [Attributes]) -> [Bool] {
    var last = (attributes: Attributes.none, isOut: false)
    return attributes.map { stated in
      if stated != last.attributes { last = (stated, stated["fo_etat"] == "HS") }
      return last.isOut
    }
  }

  private mutating func markServices() {
    for service in network.services.rows {
      for port in service.endA + service.endB {
        for joint in network.joints(in: port.panel) where network.joints[joint].number == port.number {
          mark(network.joints[joint])
        }
      }
    }
  }

  /// Splitters, outlets and connectors of distribution points.
  private mutating func markCustomers() {
    for splitter in network.splitters { for leg in splitter.legs { mark(network.joints[leg]) } }
    for box in network.boxes.indices {
      let row = network.boxes[box]
      if row.kind == .outlet, let node = row.node { markSections(at: node) }
      guard row.kind != .spliceClosure else { continue }
      for cassette in network.cassettes(in: box) {
        for index in network.joints(in: cassette) {
          let joint = network.joints[index]
          let isConnector = joint.kind == .connector || joint.technique.isConnector
          if row.kind == .outlet || isConnector { mark(joint) }
        }
      }
    }
  }

  private mutating func markSections(at node: Index<Node>) {
    for section in network.sections(at: node) {
      for fibre in network.sections[section].fibreOffsets { isUsed[fibre] = true }
    }
  }

  private mutating func mark(_ joint: Joint) { for end in joint.ends { isUsed[end.fibre.offset] = true } }
}
