import FibreModel

/// Runs of fibres that an element takes with it when it is cut, and those that lie beside them where people then work.
extension ImpactIndex {
  /// Runs of fibres all of whose ways are cut with an element; a run may come twice.
  func fibres(cutBy element: CutElement, _ report: (Range<Int>) -> Void) {
    switch element {
    case .fibre(let fibre): report(fibre.offset..<fibre.offset + 1)
    case .section(let section): fibres(of: section, report)
    case .cable(let cable): for section in network.sections(of: cable) { fibres(of: section, report) }
    case .joint(let joint): fibres(joinedBy: joint, report)
    case .port(let port):
      for joint in network.joints(in: port.panel) where network.joints[joint].number == port.number {
        fibres(joinedBy: joint, report)
      }
    case .cassette(let cassette): for joint in network.joints(in: cassette) { fibres(joinedBy: joint, report) }
    case .box(let box): fibres(in: box, report)
    case .panel(let panel): for joint in network.joints(in: panel) { fibres(joinedBy: joint, report) }
    case .rack, .room, .site: fibres(inBuilding: element, report)
    case .technicalPoint(let point): fibres(at: point, report)
    case .duct(let duct): fibres(in: works.ducts(in: duct), report)
    case .pathway(let pathway): fibres(along: pathway, report)
    }
  }

  /// Runs of fibres in the next larger thing that holds an element: who works at the element may touch them.
  func fibres(beside element: CutElement, _ report: (Range<Int>) -> Void) {
    switch element {
    case .fibre(let fibre):
      fibres(of: network.section(of: fibre), report)
      for side in FibreSide.allCases { fibres(holdingJointOf: FibreEnd(fibre, side), report) }
    case .section(let section): fibres(beside: [section], report)
    case .cable(let cable): fibres(beside: Array(network.sections(of: cable)), report)
    case .joint(let joint): fibres(holding: joint, report)
    case .port(let port): fibres(cutBy: .panel(port.panel), report)
    case .cassette(let cassette): if let box = network.cassettes[cassette].box { fibres(in: box, report) }
    case .panel(let panel): if let rack = network.panels[panel].rack { fibres(cutBy: .rack(rack), report) }
    case .rack(let rack): if let room = network.racks[rack].room { fibres(cutBy: .room(room), report) }
    case .room(let room): if let site = network.rooms[room].site { fibres(cutBy: .site(site), report) }
    case .box(let box): fibres(around: network.boxes[box].node, report)
    case .site(let site): fibres(around: network.sites[site].node, report)
    case .technicalPoint(let point): fibres(around: network.technicalPoints[point].node, report)
    case .duct(let duct):
      for pathway in Set(works.ducts(in: duct).flatMap { network.ducts[$0].pathways }) {
        fibres(along: pathway, report)
      }
    case .pathway(let pathway):
      let row = network.pathways[pathway]
      for node in [row.nodeA, row.nodeB] { fibres(around: node, report) }
    }
  }

  // MARK: Fibres, joints, boxes

  private func fibres(of section: Index<CableSection>, _ report: (Range<Int>) -> Void) {
    report(network.sections[section].fibreOffsets)
  }

  /// A splitter's leg takes its own fibre only; the fibre that feeds it still feeds the others.
  private func fibres(joinedBy joint: Index<Joint>, _ report: (Range<Int>) -> Void) {
    let row = network.joints[joint]
    guard row.claim != .contested else { return }
    for end in row.kind == .splitter ? [row.second].compactMap({ $0 }) : row.ends {
      report(end.fibre.offset..<end.fibre.offset + 1)
    }
  }

  /// All that is joined in a box; at an outlet also what ends there bare.
  private func fibres(in box: Index<Box>, _ report: (Range<Int>) -> Void) {
    for cassette in network.cassettes(in: box) {
      for joint in network.joints(in: cassette) { fibres(joinedBy: joint, report) }
    }
    guard network.boxes[box].kind == .outlet, let node = network.boxes[box].node else { return }
    for section in network.sections(at: node) { fibres(of: section, report) }
  }

  private func fibres(holding joint: Index<Joint>, _ report: (Range<Int>) -> Void) {
    switch network.joints[joint].holder {
    case .cassette(let cassette): if let box = network.cassettes[cassette].box { fibres(in: box, report) }
    case .panel(let panel): fibres(cutBy: .panel(panel), report)
    case .unknown: break
    }
  }

  private func fibres(holdingJointOf end: FibreEnd, _ report: (Range<Int>) -> Void) {
    if let joint = network.joints.joint(of: end) { fibres(holding: joint, report) }
  }

  // MARK: Buildings

  private func fibres(inBuilding element: CutElement, _ report: (Range<Int>) -> Void) {
    switch element {
    case .rack(let rack):
      for panel in network.panels.indices where network.panels[panel].rack == rack {
        fibres(cutBy: .panel(panel), report)
      }
    case .room(let room):
      for rack in network.racks.indices where network.racks[rack].room == room { fibres(cutBy: .rack(rack), report) }
      let node = network.rooms[room].site.flatMap { network.sites[$0].node }
      for box in node.map({ network.boxes(at: $0) }) ?? [] where network.boxes[box].housing == .room(room) {
        fibres(in: box, report)
      }
    case .site(let site):
      for panel in network.panels(in: site) { fibres(cutBy: .panel(panel), report) }
      for box in network.sites[site].node.map({ network.boxes(at: $0) }) ?? [] {
        if case .technicalPoint = network.boxes[box].housing { continue }
        fibres(in: box, report)
      }
    default: break
    }
  }

  // MARK: Civil works

  private func fibres(in ducts: [Index<Duct>], _ report: (Range<Int>) -> Void) {
    for duct in ducts { for section in network.ducts[duct].sections { fibres(of: section, report) } }
  }

  private func fibres(along pathway: Index<Pathway>, _ report: (Range<Int>) -> Void) {
    for duct in works.ductsOfPathway[pathway.offset] { fibres(in: works.ducts(in: Index(Int(duct))), report) }
  }

  /// The boxes in a chamber, and every cable in a pathway that ends there.
  private func fibres(at point: Index<TechnicalPoint>, _ report: (Range<Int>) -> Void) {
    guard let node = network.technicalPoints[point].node else { return }
    for box in network.boxes(at: node) {
      switch network.boxes[box].housing {
      case .technicalPoint(point), .unknown: fibres(in: box, report)
      default: break
      }
    }
    for pathway in works.pathwaysOfNode[node.offset] { fibres(along: Index(Int(pathway)), report) }
  }

  /// All that stands at a node or comes by there.
  private func fibres(around node: Index<Node>?, _ report: (Range<Int>) -> Void) {
    guard let node else { return }
    for box in network.boxes(at: node) { fibres(in: box, report) }
    for pathway in works.pathwaysOfNode[node.offset] { fibres(along: Index(Int(pathway)), report) }
  }

  /// The boxes in which some sections are joined, and the other cables in their ducts and along the same
  /// pathways.
  private func fibres(beside sections: [Index<CableSection>], _ report: (Range<Int>) -> Void) {
    var boxes: Set<Index<Box>> = []
    for section in sections {
      let row = network.sections[section]
      for end in row.firstFibre.rawValue << 1..<(row.firstFibre.rawValue + UInt32(row.fibreCount)) << 1 {
        guard let joint = network.joints.joint(of: FibreEnd(rawValue: end)) else { continue }
        if let box = network.box(of: joint) { boxes.insert(box) }
      }
    }
    for box in boxes { fibres(in: box, report) }
    let ducts = Set(sections.flatMap { works.ductsOfSection[$0.offset] })
    let pathways = Set(ducts.flatMap { network.ducts[Index(Int($0))].pathways })
    var near: Set<Index<CableSection>> = []
    for duct in ducts { near.formUnion(network.ducts[Index(Int(duct))].sections) }
    for pathway in pathways {
      for duct in works.ductsOfPathway[pathway.offset] { near.formUnion(network.ducts[Index(Int(duct))].sections) }
    }
    for section in near { fibres(of: section, report) }
  }
}
