public import FibreModel

/// A cable as it enters a box: a section, and the side of it that lies there.
struct ClosureLeg: Hashable {
  let section: CableSection
  let side: FibreSide
  /// What people call the place at its other end.
  let far: String
  /// Whether it was brought in for the work and has not been in service before.
  let isNew: Bool

  var tubes: [Int] { section.fibreCount > 0 ? Array(1...section.tubeCount) : [] }
}

/// The name of a leg, which outlives one network.
struct LegName: Hashable, Comparable {
  let section: Code<CableSection>
  let side: FibreSide

  static func < (a: Self, b: Self) -> Bool { (a.section, a.side.rawValue) < (b.section, b.side.rawValue) }
}

/// A fibre end at a box: the rank of its leg, from 0, and its number in the cable.
struct FibreSpot: Hashable, Comparable {
  let leg: Int
  let number: Int

  static func < (a: Self, b: Self) -> Bool { (a.leg, a.number) < (b.leg, b.number) }
}

/// What a fibre end meets in a joint.
struct FibreMeeting: Hashable {
  let partner: FibreSpot
  let kind: JointKind
  let technique: JointTechnique
  let tray: String
  let slot: Int?
  /// Another joint claims an end or a slot of these.
  let isDisputed: Bool
}

/// What becomes of a fibre end in a box.
enum FibreFate: Hashable {
  /// Nothing is recorded.
  case free
  case parked(tray: String, slot: Int?)
  /// One joint, or the legs of a splitter that it feeds.
  case joined([FibreMeeting])

  var meetings: [FibreMeeting] {
    if case .joined(let meetings) = self { meetings } else { [] }
  }
}

/// What a box does with every fibre end that reaches it, before and after some work.
struct ClosureFates: Hashable {
  let legs: [ClosureLeg]
  /// By leg and number less one.
  let before: [[FibreFate]]
  let after: [[FibreFate]]

  /// Follows the fibre ends at a box; `after` is the same network with some joints changed, and cables as before.
  init(_ box: Index<Box>, before: Network, after: Network) {
    legs = Self.legNames(of: box, before).compactMap { name in
      before.sections.index(of: name.section).map { index in
        let section = before.sections[index]
        let far = name.side == .a ? section.nodeB : section.nodeA
        return ClosureLeg(
          section: section, side: name.side, far: far.map { before.placeName(of: $0) } ?? "",
          isNew: before.acceptance(of: index) != nil)
      }
    }
    self.before = Self.fates(of: legs, in: before, box)
    self.after = before.joints == after.joints ? self.before : Self.fates(of: legs, in: after, box)
  }

  /// Whether the work does something to a fibre end.
  func isChanged(_ spot: FibreSpot) -> Bool {
    before[spot.leg][spot.number - 1] != after[spot.leg][spot.number - 1]
  }

  func tube(of spot: FibreSpot) -> Int { legs[spot.leg].section.tube(ofFibre: spot.number) }

  // MARK: Legs

  /// Sections at the box's node of which some end is held here or none anywhere, and those that its joints name; in
  /// order of code.
  private static func legNames(of box: Index<Box>, _ network: Network) -> [LegName] {
    FibreSide.allCases.flatMap { side in
      sections(of: box, side, in: network).map { LegName(section: network.sections[$0].code, side: side) }
    }.sorted()
  }

  private static func sections(
    of box: Index<Box>, _ side: FibreSide, in network: Network
  ) -> Set<Index<CableSection>> {
    var sections: Set<Index<CableSection>> = []
    for cassette in network.cassettes(in: box) {
      for end in network.joints(in: cassette).flatMap({ network.joints[$0].ends }) where end.side == side {
        sections.insert(network.section(of: end.fibre))
      }
    }
    guard let node = network.boxes[box].node else { return sections }
    for section in network.sections(at: node) where isHere(section, side, node, box, in: network) {
      sections.insert(section)
    }
    return sections
  }

  private static func isHere(
    _ section: Index<CableSection>, _ side: FibreSide, _ node: Index<Node>, _ box: Index<Box>, in network: Network
  ) -> Bool {
    let row = network.sections[section]
    guard network.cables[row.cable].kind != .patchCord, row.fibreCount > 0,
      (side == .a ? row.nodeA : row.nodeB) == node
    else { return false }
    let boxes = (1...row.fibreCount).compactMap { network.joints.joint(of: FibreEnd(row.fibre($0), side)) }
      .map { network.box(of: $0) }
    return boxes.isEmpty || boxes.contains(box)
  }

  // MARK: Fates

  private static func fates(of legs: [ClosureLeg], in network: Network, _ box: Index<Box>) -> [[FibreFate]] {
    var ranks: [LegName: Int] = [:]
    for (rank, leg) in legs.enumerated() { ranks[LegName(section: leg.section.code, side: leg.side)] = rank }
    let spot = { (end: FibreEnd) -> FibreSpot? in
      let name = network.name(of: end)
      return ranks[LegName(section: name.section, side: name.side)].map { FibreSpot(leg: $0, number: name.number) }
    }
    return legs.map { leg in
      guard let section = network.sections[leg.section.code], leg.section.fibreCount > 0 else { return [] }
      return (1...leg.section.fibreCount).map { number in
        fate(of: FibreEnd(section.fibre(number), leg.side), in: network, box, spot)
      }
    }
  }

  private static func fate(
    of end: FibreEnd, in network: Network, _ box: Index<Box>, _ spot: (FibreEnd) -> FibreSpot?
  ) -> FibreFate {
    guard let index = network.joints.joint(of: end), network.box(of: index) == box else { return .free }
    let joint = network.joints[index]
    let partners: [(Index<Joint>, FibreEnd)] =
      network.splitter(fedBy: end).map { splitter in
        splitter.legs.compactMap { leg in network.joints[leg].second.map { (leg, $0) } }
      } ?? joint.partner(of: end).map { [(index, $0)] } ?? []
    let meetings = partners.compactMap { leg, partner in
      spot(partner).map { meeting(network.joints[leg], with: $0, in: network) }
    }
    return meetings.isEmpty ? .parked(tray: network.trayLabel(joint.holder), slot: joint.number) : .joined(meetings)
  }

  private static func meeting(_ joint: Joint, with partner: FibreSpot, in network: Network) -> FibreMeeting {
    FibreMeeting(
      partner: partner, kind: joint.kind, technique: joint.technique, tray: network.trayLabel(joint.holder),
      slot: joint.number,
      isDisputed: joint.claim != .held || joint.ends.contains { network.isContested($0) })
  }
}

extension Network {
  /// `K05`, the tray's number in its box, with its face where that is not the first: `K05B`; its code where it has no
  /// number.
  fileprivate func trayLabel(_ holder: SlotHolder) -> String {
    guard case .cassette(let cassette) = holder else { return "" }
    let tray = cassettes[cassette]
    guard let number = tray.number else { return tray.code.rawValue }
    return Figures.rank("K", number) + (tray.face == "A" ? "" : tray.face)
  }

  /// What people call the place at a node: its site, its first box, or the node's own code.
  public func placeName(of node: Index<Node>) -> String {
    if let site = sites.rows.first(where: { $0.node == node }) { return site.label }
    if let box = boxes(at: node).first { return boxes[box].label }
    return nodes[node].code.rawValue
  }
}
