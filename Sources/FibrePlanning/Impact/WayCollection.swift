import FibreModel

/// Collects the ways of services and plugs, fibre by fibre, while an `ImpactIndex` is made.
struct WayCollection {
  /// A fibre, and the number of a way through it.
  private(set) var members: [(row: UInt32, member: UInt32)] = []
  private(set) var owners: [UInt32] = []
  private(set) var plugs: [ImpactIndex.Plug] = []
  private let tracer: Tracer
  private let network: Network
  private var walk: StrandWalk
  /// The service that has one of its ports at each joint, plus 1, or 0.
  private let serviceOfJoint: [UInt32]

  init(_ tracer: Tracer) {
    self.tracer = tracer
    network = tracer.network
    serviceOfJoint = network.servicesOfJoints()
    walk = tracer.newWalk()
  }

  private mutating func add(_ fibres: some Sequence<UInt32>, owner: Int) {
    for fibre in fibres { members.append((fibre, UInt32(owners.count))) }
    owners.append(UInt32(owner))
  }

  // MARK: Services

  /// Adds the ways of a service, beyond its own ports where cords prolong them: light that can't get to the far end of
  /// a cord is no use at its near end. Answers whether all of them get from port A to port B.
  mutating func add(_ service: Index<Service>) -> Bool {
    let links = tracer.links(of: service, &walk)
    for link in links {
      guard let route = link.route else { continue }
      add(route.fibres.map(\.rawValue), owner: service.offset)
    }
    return !links.isEmpty && links.allSatisfy(\.isUp)
  }

  // MARK: Plugs

  /// Adds an outlet whose light reaches a port; one that does not is no plug that a cut could darken.
  mutating func add(outlet box: Index<Box>) {
    let tracer = tracer
    var ways: [[UInt32]] = []
    for end in ends(of: box) {
      walk.walk(from: end) { found in
        if found.status == .complete, tracer.panel(at: found.finish) != nil { ways.append(found.entries) }
      }
    }
    guard let first = ways.first else { return }
    let owner = network.services.count + plugs.count
    for way in ways { add(way.map { $0 >> 1 }, owner: owner) }
    let (site, isPatched) = head(of: first)
    plugs.append(
      ImpactIndex.Plug(
        box: box, site: site, isPatched: isPatched, service: isPatched ? service(lighting: first) : nil,
        wayCount: ways.count))
  }

  /// The service whose port is the last on a way from an outlet, which is the one nearest to where its light comes from.
  private func service(lighting way: [UInt32]) -> Index<Service>? {
    for entry in way.reversed() {
      let joint = Int(tracer.table.jointOfEnd[Int(entry ^ 1)])
      if joint > 0, serviceOfJoint[joint - 1] > 0 { return Index(Int(serviceOfJoint[joint - 1]) - 1) }
    }
    return nil
  }

  /// Fibre ends from which light leaves an outlet: those joined in it, else the bare ones at its node.
  private func ends(of box: Index<Box>) -> [UInt32] {
    let joined = network.cassettes(in: box).flatMap { network.joints(in: $0) }
      .filter { network.joints[$0].claim != .contested }.flatMap { network.joints[$0].ends.map(\.rawValue) }
    guard joined.isEmpty, let node = network.boxes[box].node else { return joined }
    return network.sections(at: node).flatMap { index in
      let section = network.sections[index]
      let sides = [(section.nodeA, UInt32(0)), (section.nodeB, 1)].filter { $0.0 == node }
      return sides.flatMap { side in
        section.fibreOffsets.map { UInt32($0) << 1 | side.1 }
      }
    }.filter { tracer.table.jointOfEnd[Int($0)] == 0 }
  }

  /// The sharing point that a way from an outlet meets, else the first site, and whether it goes on behind its first
  /// port there.
  private func head(of way: [UInt32]) -> (site: Index<Site>?, isPatched: Bool) {
    var first: (site: Index<Site>, rank: Int)?
    for (rank, entry) in way.enumerated() {
      guard let panel = tracer.panel(at: entry ^ 1), let site = network.site(of: panel) else { continue }
      if network.sites[site].kind == .cabinet { return (site, rank + 1 < way.count) }
      first = first ?? (site, rank)
    }
    return (first?.site, (first?.rank ?? way.count) + 1 < way.count)
  }
}

extension Tracer {
  /// The panel at whose port a fibre end is joined, or nothing.
  fileprivate func panel(at end: UInt32) -> Index<Panel>? {
    let joint = table.jointOfEnd[Int(end)]
    guard joint > 0, case .panel(let panel) = network.joints[Index(Int(joint) - 1)].holder else { return nil }
    return panel
  }
}

extension Network {
  /// The service that has a port at each joint, plus 1, or 0; of several the first.
  fileprivate func servicesOfJoints() -> [UInt32] {
    var found = [UInt32](repeating: 0, count: joints.count)
    for service in services.indices {
      for port in services[service].endA + services[service].endB {
        if let joint = joint(at: port), found[joint.offset] == 0 { found[joint.offset] = UInt32(service.offset + 1) }
      }
    }
    return found
  }
}

extension ServiceLink {
  /// Whether light gets from port A to port B or, where no port B is stated, to any port or outlet.
  var isUp: Bool { portB == nil ? route?.status == .complete : reachesB }
}
