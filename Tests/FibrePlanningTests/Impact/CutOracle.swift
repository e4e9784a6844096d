import FibreModel
import FibrePlanning

/// Cuts the dull way: takes the joints of what is cut out of the network, traces every service and outlet again, and
/// compares with what there was.
struct CutOracle {
  let network: Network
  private let before: [Way]
  private let isUp: [Bool]
  private let livePlugs: Set<Index<Box>>

  /// What the tracer says of a service, fibre by fibre.
  private struct Way {
    var links: [Link] = []

    struct Link {
      let fibres: Set<Index<Fibre>>
      let joints: Set<Code<Joint>>
      let reachesB: Bool
    }

    /// Whether light still goes where it went. It may go further: where a splitter behind the far port is gone, the
    /// tracer follows what is left of the strand.
    func holds(_ old: Way) -> Bool {
      zip(links, old.links).allSatisfy { now, old in
        now.reachesB && now.fibres.isSuperset(of: old.fibres) && now.joints.isSuperset(of: old.joints)
      }
    }
  }

  struct Answer: Equatable {
    var dark: Set<Index<Service>> = []
    var legLost: Set<Index<Service>> = []
    var plugs = 0
  }

  init(_ network: Network) {
    self.network = network
    let tracer = Tracer(network)
    before = network.services.indices.map { Self.way($0, tracer, network) }
    isUp = before.map { way in !way.links.isEmpty && way.links.allSatisfy(\.reachesB) }
    livePlugs = Self.plugs(network)
  }

  func answer(_ elements: [CutElement]) throws -> Answer {
    let gone = network.joints.indices.filter { joint in elements.contains { takes($0, joint) } }
    let after = try network.applying(gone.map { .removeJoint(network.record(of: $0)) })
    let tracer = Tracer(after)
    let stands = network.services.indices.map {
      isUp[$0.offset] && Self.way($0, tracer, after).holds(before[$0.offset])
    }
    var answer = Answer()
    for service in network.services.indices where isUp[service.offset] && !stands[service.offset] {
      let code = network.services[service].code
      let peers = network.services.indices.filter { other in
        network.services[other].protects == code || network.services[service].protects == network.services[other].code
      }
      if peers.contains(where: { stands[$0.offset] }) {
        answer.legLost.insert(service)
      } else {
        answer.dark.insert(service)
      }
    }
    answer.plugs = livePlugs.subtracting(Self.plugs(after)).count
    return answer
  }

  private static func way(_ service: Index<Service>, _ tracer: Tracer, _ network: Network) -> Way {
    Way(
      links: tracer.links(of: service).map { link in
        Way.Link(
          fibres: Set(link.route?.fibres ?? []),
          joints: Set((link.route?.hops ?? []).map { network.joints.code(of: $0.joint) }), reachesB: link.reachesB)
      })
  }

  /// Outlets from which some complete route gets to a panel.
  private static func plugs(_ network: Network) -> Set<Index<Box>> {
    let tracer = Tracer(network)
    return Set(
      network.boxes.indices.filter { box in
        guard network.boxes[box].kind == .outlet else { return false }
        return tracer.routes(through: .box(box)).contains { route in
          route.status == .complete && route.hops.contains { network.port(of: $0.joint) != nil }
        }
      })
  }

  // MARK: What an element takes with it

  private func takes(_ element: CutElement, _ joint: Index<Joint>) -> Bool {
    let row = network.joints[joint]
    let panel: Index<Panel>? = if case .panel(let panel) = row.holder { panel } else { nil }
    let rack = panel.flatMap { network.panels[$0].rack }
    switch element {
    case .joint(let one): return one == joint
    case .port(let port): return network.port(of: joint) == port
    case .cassette(let cassette): return row.holder == .cassette(cassette)
    case .panel(let one): return panel == one
    case .rack(let one): return rack == one
    case .room(let one): return rack.flatMap { network.racks[$0].room } == one
    case .site(let site): return panel.flatMap { network.site(of: $0) } == site
    case .box(let box): return network.box(of: joint) == box || touches(joint) { section in isOutlet(box, section) }
    case .technicalPoint(let point):
      let node = network.technicalPoints[point].node
      return network.boxes.indices.contains { network.boxes[$0].node == node && takes(.box($0), joint) }
        || touches(joint) { section in
          network.ducts.indices.contains { duct in
            lies(section, in: duct) && network.ducts[duct].pathways.contains { ends($0, at: node) }
          }
        }
    default: return row.ends.contains { takes(element, fibre: $0.fibre) }
    }
  }

  private func takes(_ element: CutElement, fibre: Index<Fibre>) -> Bool {
    let section = network.section(of: fibre)
    switch element {
    case .fibre(let one): return one == fibre
    case .section(let one): return one == section
    case .cable(let cable): return network.sections[section].cable == cable
    case .duct(let duct): return lies(section, in: duct)
    case .pathway(let pathway):
      return network.ducts.indices.contains { network.ducts[$0].pathways.contains(pathway) && lies(section, in: $0) }
    default: return false
    }
  }

  private func touches(_ joint: Index<Joint>, _ condition: (Index<CableSection>) -> Bool) -> Bool {
    network.joints[joint].ends.contains { condition(network.section(of: $0.fibre)) }
  }

  private func isOutlet(_ box: Index<Box>, _ section: Index<CableSection>) -> Bool {
    guard network.boxes[box].kind == .outlet, let node = network.boxes[box].node else { return false }
    return network.sections[section].nodeA == node || network.sections[section].nodeB == node
  }

  private func ends(_ pathway: Index<Pathway>, at node: Index<Node>?) -> Bool {
    node != nil && (network.pathways[pathway].nodeA == node || network.pathways[pathway].nodeB == node)
  }

  /// In a duct, or in one that lies in it.
  private func lies(_ section: Index<CableSection>, in duct: Index<Duct>) -> Bool {
    let row = network.ducts[duct]
    return row.sections.contains(section)
      || network.ducts.indices.contains { network.ducts[$0].parent == row.code.rawValue && lies(section, in: $0) }
  }
}

extension Network {
  /// Everything that can be cut.
  var everything: [CutElement] {
    var elements: [CutElement] = cables.indices.map { .cable($0) } + sections.indices.map { .section($0) }
    elements += fibres.indices.map { .fibre($0) } + joints.indices.map { .joint($0) }
    elements += joints.indices.compactMap { port(of: $0) }.map { .port($0) } + cassettes.indices.map { .cassette($0) }
    elements += boxes.indices.map { .box($0) } + panels.indices.map { .panel($0) } + racks.indices.map { .rack($0) }
    elements += rooms.indices.map { .room($0) } + sites.indices.map { .site($0) }
    elements += technicalPoints.indices.map { .technicalPoint($0) } + ducts.indices.map { .duct($0) }
    return elements + pathways.indices.map { .pathway($0) }
  }
}
