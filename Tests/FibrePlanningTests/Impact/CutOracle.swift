import FibreModel
import FibrePlanning

/// Cuts the dull way: takes the joints of what is cut out of the network, traces every service and outlet again, and
/// compares with what there was.
struct CutOracle {
  let network: Network
  private let before: [Way]
  private let isUp: [Bool]
  private let plugs: [Index<Box>: [Set<Index<Fibre>>]]

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
    plugs = Self.plugs(network)
  }

  func answer(_ elements: [CutElement]) throws -> Answer {
    let after = try network.applying(changes(elements))
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
    let left = Self.plugs(after)
    answer.plugs = plugs.count { box, ways in
      !ways.contains { way in left[box, default: []].contains { $0.isSuperset(of: way) } }
    }
    return answer
  }

  /// A splitter before which light stops, since it comes from its wrong side, is not on its way.
  private static func way(_ service: Index<Service>, _ tracer: Tracer, _ network: Network) -> Way {
    Way(
      links: tracer.links(of: service).map { link in
        let hops = (link.route?.hops ?? []).filter { hop in
          network.joints[hop.joint].kind != .splitter || (hop.arriving != nil && hop.leaving != nil)
        }
        return Way.Link(
          fibres: Set(link.route?.fibres ?? []), joints: Set(hops.map { network.joints.code(of: $0.joint) }),
          reachesB: link.reachesB)
      })
  }

  /// The fibres of every complete route from an outlet to a panel.
  private static func plugs(_ network: Network) -> [Index<Box>: [Set<Index<Fibre>>]] {
    let table = RouteTable(Tracer(network))
    let outlets = network.boxes.indices.filter { network.boxes[$0].kind == .outlet }
    let routes = outlets.map { box in
      fibres(at: box, network).flatMap { table.routes(through: $0) }.filter { route in
        route.status == .complete && route.hops.contains { network.port(of: $0.joint) != nil }
      }.map { Set($0.fibres) }
    }
    return Dictionary(uniqueKeysWithValues: zip(outlets, routes).filter { !$0.1.isEmpty })
  }

  /// What is joined in an outlet, and what ends at its node.
  private static func fibres(at box: Index<Box>, _ network: Network) -> Set<Index<Fibre>> {
    let joints = network.cassettes(in: box).flatMap { network.joints(in: $0) }
    let sections = network.boxes[box].node.map { network.sections(at: $0) } ?? []
    let bare = sections.map { network.sections[$0] }.flatMap { row in (0..<row.fibreCount).map { row.fibre($0 + 1) } }
    return Set(joints.flatMap { network.joints[$0].ends.map(\.fibre) } + bare)
  }

  // MARK: What an element takes with it

  /// Joints are taken away; a connector of which only one fibre is cut keeps the other.
  private func changes(_ elements: [CutElement]) -> [NetworkChange] {
    let sections = elements.reduce(into: Set()) { $0.formUnion(self.sections(takenBy: $1)) }
    return network.joints.indices.compactMap { joint in
      let row = network.joints[joint]
      if elements.contains(where: { takes($0, joint) }) { return .removeJoint(network.record(of: joint)) }
      func isCut(_ end: FibreEnd?) -> Bool {
        guard let fibre = end?.fibre else { return false }
        return sections.contains(network.section(of: fibre)) || elements.contains(.fibre(fibre))
      }
      let (first, second) = (isCut(row.first), isCut(row.second))
      guard first || second else { return nil }
      let old = network.record(of: joint)
      var new = old
      if first { new.first = nil }
      if second { new.second = nil }
      let isLeft = row.kind == .connector && (new.first != nil || new.second != nil)
      return isLeft ? .replaceJoint(old, with: new) : .removeJoint(old)
    }
  }

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
    case .box(let box): return network.box(of: joint) == box
    case .technicalPoint(let point):
      let node = network.technicalPoints[point].node
      return node != nil && network.box(of: joint).flatMap { network.boxes[$0].node } == node
    case .fibre, .cable, .section, .duct, .pathway: return false
    }
  }

  /// The sections of which an element takes every fibre.
  private func sections(takenBy element: CutElement) -> Set<Index<CableSection>> {
    switch element {
    case .section(let section): [section]
    case .cable(let cable): Set(network.sections.indices.filter { network.sections[$0].cable == cable })
    case .duct(let duct): sections(in: duct)
    case .pathway(let pathway): sections(along: pathway)
    case .box(let box) where network.boxes[box].kind == .outlet: bareSections(at: network.boxes[box].node)
    case .technicalPoint(let point): sections(at: network.technicalPoints[point].node)
    default: []
    }
  }

  /// Those in a duct, or in one that lies in it.
  private func sections(in duct: Index<Duct>) -> Set<Index<CableSection>> {
    let row = network.ducts[duct]
    let inner = network.ducts.indices.filter { network.ducts[$0].parent == row.code.rawValue }
    return Set(row.sections + inner.flatMap { sections(in: $0) })
  }

  private func sections(along pathway: Index<Pathway>) -> Set<Index<CableSection>> {
    Set(network.ducts.indices.filter { network.ducts[$0].pathways.contains(pathway) }.flatMap { sections(in: $0) })
  }

  private func sections(at node: Index<Node>?) -> Set<Index<CableSection>> {
    guard let node else { return [] }
    let pathways = network.pathways.indices.filter {
      network.pathways[$0].nodeA == node || network.pathways[$0].nodeB == node
    }
    let hasOutlet = network.boxes.rows.contains { $0.kind == .outlet && $0.node == node }
    return Set(pathways.flatMap { sections(along: $0) }).union(hasOutlet ? bareSections(at: node) : [])
  }

  private func bareSections(at node: Index<Node>?) -> Set<Index<CableSection>> {
    Set(
      network.sections.indices.filter {
        node != nil && (network.sections[$0].nodeA == node || network.sections[$0].nodeB == node)
      })
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
