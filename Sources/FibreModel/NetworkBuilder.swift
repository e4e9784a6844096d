/// The only way to make a `Network`: rows are added in any order in which what they name comes first.
///
/// Each `add` answers the new row's index, or nothing when its code is taken (nothing is added then).
public struct NetworkBuilder: Sendable {
  /// What has been added so far; its derived lookups are empty until `build()`.
  public internal(set) var network = Network()
  private var slots = SlotTable()

  /// Starts with nothing.
  public init() {}

  /// Makes room for the tables that grow largest, so that they need not grow row by row; counts may be wrong.
  public mutating func reserve(
    nodes: Int, addresses: Int, premises: Int, boxes: Int, cassettes: Int, cables: Int, sections: Int
  ) {
    network.nodes.reserveCapacity(nodes)
    network.addresses.reserveCapacity(addresses)
    network.premises.reserveCapacity(premises)
    network.boxes.reserveCapacity(boxes)
    network.cassettes.reserveCapacity(cassettes)
    network.cables.reserveCapacity(cables)
    network.sections.reserveCapacity(sections)
  }

  /// Makes room for fibres to come; the count may be wrong.
  public mutating func reserve(fibres: Int) {
    network.fibres.codes.reserveCapacity(fibres)
    network.fibres.sections.reserveCapacity(fibres)
    network.fibres.statedRanks.reserveCapacity(fibres)
    network.fibres.attributes.reserveCapacity(fibres)
    network.joints.jointOfEnd.reserveCapacity(2 * fibres)
  }

  public mutating func add(_ row: Node) -> Index<Node>? { network.nodes.add(row) }
  public mutating func add(_ row: Organisation) -> Index<Organisation>? { network.organisations.add(row) }
  public mutating func add(_ row: Reference) -> Index<Reference>? { network.references.add(row) }
  public mutating func add(_ row: Address) -> Index<Address>? { network.addresses.add(row) }
  public mutating func add(_ row: Site) -> Index<Site>? { network.sites.add(row) }
  public mutating func add(_ row: OperatorRoom) -> Index<OperatorRoom>? { network.rooms.add(row) }
  public mutating func add(_ row: Rack) -> Index<Rack>? { network.racks.add(row) }
  public mutating func add(_ row: Panel) -> Index<Panel>? { network.panels.add(row) }
  public mutating func add(_ row: Equipment) -> Index<Equipment>? { network.equipment.add(row) }
  public mutating func add(_ row: ServiceArea) -> Index<ServiceArea>? { network.areas.add(row) }
  public mutating func add(_ row: Premises) -> Index<Premises>? { network.premises.add(row) }
  public mutating func add(_ row: TechnicalPoint) -> Index<TechnicalPoint>? { network.technicalPoints.add(row) }
  public mutating func add(_ row: Pathway) -> Index<Pathway>? { network.pathways.add(row) }
  public mutating func add(_ row: Duct) -> Index<Duct>? { network.ducts.add(row) }
  public mutating func add(_ row: Box) -> Index<Box>? { network.boxes.add(row) }
  public mutating func add(_ row: Cassette) -> Index<Cassette>? { network.cassettes.add(row) }
  public mutating func add(_ row: Cable) -> Index<Cable>? { network.cables.add(row) }
  public mutating func add(_ row: Optics) -> Index<Optics>? { network.optics.add(row) }
  public mutating func add(_ row: Service) -> Index<Service>? { network.services.add(row) }
  public mutating func add(_ row: DeclaredRoute) -> Index<DeclaredRoute>? { network.declaredRoutes.add(row) }
  public mutating func add(_ row: SlackLoop) { network.slackLoops.append(row) }
  public mutating func add(_ row: QuarantinedRow) { network.quarantine.append(row) }
  public mutating func setRules(_ rules: WorkRules) { network.rules = rules }
  public mutating func setRevision(_ revision: Int) { network.revision = revision }

  /// Puts another duct in the place of one with the same code, once its pathways and sections are known.
  public mutating func replace(_ index: Index<Duct>, with row: Duct) { network.ducts.replace(index, with: row) }

  /// Adds a section and its fibres.
  ///
  /// - Parameter fibres: What is known of them, each number at most once and within the section's count; fibres that
  ///   are not described get no code.
  public mutating func add(_ row: CableSection, fibres: [FibreRecord] = []) -> Index<CableSection>? {
    var row = row
    let first = network.fibres.count
    row.firstFibre = Index(first)
    guard let index = network.sections.add(row) else { return nil }
    var described = [FibreRecord?](repeating: nil, count: row.fibreCount)
    for fibre in fibres { described[fibre.number - 1] = fibre }
    for fibre in described {
      network.fibres.codes.append(fibre?.code ?? "")
      network.fibres.sections.append(index)
      network.fibres.statedRanks.append(fibre?.statedRank ?? 0)
      network.fibres.attributes.append(fibre?.attributes ?? .none)
    }
    network.joints.jointOfEnd.append(contentsOf: repeatElement(0, count: 2 * row.fibreCount))
    return index
  }

  /// Adds a joint and settles what it may claim: a taken fibre end makes it `contested`, a taken slot `displaced`.
  ///
  /// A joint that only repeats what another one joins is `contested` too, but leaves no doubt about its ends.
  /// Legs of one splitter share their first end and may share a slot number.
  /// An end joined to itself counts as taken.
  ///
  /// - Returns: Its index, or nothing when its code is taken.
  public mutating func add(_ joint: Joint, code: Code<Joint>) -> Index<Joint>? {
    guard network.joints.codes.appendIfNew(code.rawValue) else { return nil }
    return add(joint)
  }

  /// Adds the first joints of a network: one for each code, which all differ, in their order.
  public mutating func addJoints(coded codes: CodeTable, _ joint: (Int) -> Joint) {
    precondition(network.joints.count == 0, "the codes of other joints would be lost")
    network.joints.codes = codes
    network.joints.rows.reserveCapacity(codes.count)
    for position in 0..<codes.count { _ = add(joint(position)) }
  }

  /// Adds the joint whose code comes next.
  private mutating func add(_ joint: Joint) -> Index<Joint> {
    let index = Index<Joint>(network.joints.count)
    var joint = joint
    joint.claim = claim(of: joint, at: index)
    network.joints.rows.append(joint)
    if joint.claim == .contested {
      if !network.isRepetition(joint) { network.contestedEnds.formUnion(joint.ends) }
      return index
    }
    network.joints.take(joint, at: index)
    return index
  }

  /// What a joint may claim beside those before it; a slot that is still free is taken for it.
  private mutating func claim(of joint: Joint, at index: Index<Joint>) -> JointClaim {
    if let end = joint.first, end == joint.second || isTaken(end, from: joint) { return .contested }
    if let end = joint.second, isTaken(end, from: joint) { return .contested }
    guard joint.holder != .unknown, let number = joint.number else { return .held }
    let holder = slots.holder(of: joint.holder, number, orElse: index)
    if holder == index { return .held }
    let row = network.joints[holder]
    let sharesSplitter = joint.kind == .splitter && row.kind == .splitter && joint.first == row.first
    return sharesSplitter ? .held : .displaced
  }

  private func isTaken(_ end: FibreEnd, from joint: Joint) -> Bool {
    guard let index = network.joints.joint(of: end) else { return false }
    let other = network.joints[index]
    let isLegOfTheSameSplitter =
      joint.kind == .splitter && other.kind == .splitter && end == joint.first && end == other.first
    return !isLegOfTheSameSplitter
  }
}

// MARK: - Rebuilding from names

extension NetworkBuilder {
  /// Starts with every table of a network that edits never touch.
  init(keepingPlacesOf original: Network) {
    network = original
    network.cables = EntityTable()
    network.sections = EntityTable()
    network.fibres = FibreTable()
    network.joints = JointTable()
    network.services = EntityTable()
    network.declaredRoutes = EntityTable()
    network.ducts = EntityTable()
    network.slackLoops = []
    network.splitters = []
    network.splitterOfInput = [:]
    network.contestedEnds = []
  }

  func cable(_ code: Code<Cable>) -> Index<Cable>? { network.cables.index(of: code) }

  func fibre(_ section: Index<CableSection>, number: Int) -> Index<Fibre>? {
    let row = network.sections[section]
    return (1...max(1, row.fibreCount)).contains(number) && row.fibreCount > 0 ? row.fibre(number) : nil
  }

  /// Adds a patch cord with its cable; its codes must be free.
  mutating func add(_ cord: CordRecord) {
    let cable = Cable(code: cord.cable, kind: .patchCord, role: cord.role)
    guard let index = self.cable(cable) else { return }
    let node = cord.node.flatMap { network.nodes.index(of: $0) }
    let section = CableSection(
      code: cord.code, cable: index, nodeA: node, nodeB: node, fibreCount: 1, statedCapacity: 1, modulo: 1,
      length: cord.length, lengthSource: cord.lengthSource, attributes: cord.attributes)
    let fibre = FibreRecord(number: 1, code: cord.fibreCode, attributes: cord.fibreAttributes)
    _ = add(section, fibres: [fibre])
  }

  private mutating func cable(_ cable: Cable) -> Index<Cable>? {
    network.cables.index(of: cable.code) ?? add(cable)
  }

  /// Adds a joint given by names, all of which must be known.
  mutating func add(_ record: JointRecord) {
    let holder: SlotHolder =
      switch record.holder {
      case .cassette(let code): network.cassettes.index(of: code).map { .cassette($0) } ?? .unknown
      case .panel(let code): network.panels.index(of: code).map { .panel($0) } ?? .unknown
      case .unknown: .unknown
      }
    let joint = Joint(
      holder: holder, number: record.number, kind: record.kind, technique: record.technique,
      first: record.first.flatMap { network.end(named: $0) }, second: record.second.flatMap { network.end(named: $0) },
      attributes: record.attributes)
    _ = add(joint, code: record.code)
  }
}

extension Network {
  /// What is known of a section's fibres, in order of number.
  func fibreRecords(of section: Index<CableSection>) -> [FibreRecord] {
    let row = sections[section]
    return (0..<row.fibreCount).map { offset in
      let position = row.firstFibre.offset + offset
      return FibreRecord(
        number: offset + 1, code: fibres.codes[position], statedRank: fibres.statedRanks[position],
        attributes: fibres.attributes[position])
    }
  }
}
