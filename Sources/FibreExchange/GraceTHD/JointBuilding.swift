import FibreModel

extension DeliveryImporter {
  /// Cables, fibres and positions, which need each other: positions tell ends of cables, ends of cables tell which
  /// end of a fibre a position joins.
  mutating func importCablesAndJoints() {
    var cables = cableDrafts()
    addLines(to: &cables)
    let positions = positionDrafts(addFibres(to: &cables))
    let map = NodeMap(builder.network.nodes.rows, occupied: occupiedNodes())
    if let table = delivery.tables["t_cable"] {
      var ends = CableEnds(map, nodes: builder.network.nodes)
      ends.settle(&cables, joined: joinedPlaces(positions, cables), table: table)
      findings += ends.findings
    }
    addSections(cables)
    letRowsGo(of: "t_cable")
    letRowsGo(of: "t_fibre")
    addJoints(positions, map)
  }

  private func occupiedNodes() -> Set<Index<Node>> {
    let network = builder.network
    return Set(network.boxes.rows.compactMap(\.node) + network.sites.rows.compactMap(\.node))
  }

  /// For each cable, where its fibres are joined, in the order of the delivery.
  private func joinedPlaces(_ positions: PositionDrafts, _ cables: [CableDraft]) -> [[JoinedPlace]] {
    var places = cables.map { _ in [JoinedPlace]() }
    let wanted = cables.map { $0.nodeA == nil || $0.nodeB == nil }
    guard wanted.contains(true) else { return places }
    let nodes = NodesOfHolders(builder.network)
    let owners = cables.indices.flatMap { repeatElement(UInt32($0), count: cables[$0].fibreCount) }
    for position in positions.rows {
      guard let node = nodes.node(of: position.holder) else { continue }
      for (fibre, isCustomerSide) in [(position.first, false), (position.second, true)] {
        guard let fibre, wanted[Int(owners[fibre])] else { continue }
        places[Int(owners[fibre])].append(JoinedPlace(node: node, isCustomerSide: isCustomerSide))
      }
    }
    return places
  }

  private mutating func addJoints(_ positions: PositionDrafts, _ map: NodeMap) {
    guard let table = delivery.tables["t_position"] else { return }
    var positions = positions
    let couplers = Couplers(positions.rows, cassettes: builder.network.cassettes)
    couplers.turnRound(&positions)
    let sections = builder.network.sections
    let sectionOfFibre = builder.network.fibres.sections
    let sectionEnds = sections.rows.enumerated().map { offset, section in
      SectionEnds(
        section: offset, placeA: map.place(of: section.nodeA), placeB: map.place(of: section.nodeB))
    }
    func ends(_ fibre: Int) -> SectionEnds { sectionEnds[sectionOfFibre[fibre].offset] }
    let claims = JointClaims(positions.rows, couplers, map, NodesOfHolders(builder.network))
    var rule = FibreSides(ends: ends)
    let sides = rule.sides(of: claims.claims)
    for (offset, row) in positions.rows.enumerated() {
      guard let fibre = claims.fibreElsewhere(offset, ends) else { continue }
      let code = positions.codes[offset]
      note(
        "joint.cable-elsewhere", .warning, table.place(row.row),
        """
        \(sections[sectionOfFibre[fibre]].code) ends at neither side where \(code) stands. Correct the position's holder, \
        or the ends of the cable.
        """, code: code)
    }
    builder.addJoints(coded: positions.codes) { offset in
      let row = positions.rows[offset]
      func end(_ fibre: Int?, _ claim: Int?) -> FibreEnd? {
        guard let fibre, let claim else { return nil }
        return FibreEnd(Index(fibre), sides[claim])
      }
      let isLeg = couplers.isLeg(offset)
      return Joint(
        holder: row.holder, number: row.number, kind: isLeg ? .splitter : row.kind, technique: row.technique,
        first: end(row.first, claims.ofFirst(offset)), second: end(row.second, claims.ofSecond(offset)),
        attributes: isLeg ? positions.attributesOfLeg(offset) : row.attributes)
    }
  }
}

extension PositionDrafts {
  /// A leg of a splitter keeps the function that its row states.
  fileprivate func attributesOfLeg(_ position: Int) -> Attributes {
    let row = rows[position]
    guard row.attributes["ps_fonct"] == nil else { return row.attributes }
    let function = (name: "ps_fonct", value: functions[Int(row.function)])
    return Attributes(row.attributes.entries.map { (name: $0.name, value: $0.value) } + [function])
  }
}

/// Where cassettes and panels stand.
struct NodesOfHolders {
  private let ofCassette: [Index<Node>?]
  private let ofPanel: [Index<Node>?]

  init(_ network: Network) {
    ofCassette = network.cassettes.rows.map { $0.box.flatMap { network.boxes[$0].node } }
    ofPanel = network.panels.indices.map { network.site(of: $0).flatMap { network.sites[$0].node } }
  }

  func node(of holder: SlotHolder) -> Index<Node>? {
    switch holder {
    case .cassette(let index): ofCassette[index.offset]
    case .panel(let index): ofPanel[index.offset]
    case .unknown: nil
    }
  }
}

/// Which positions are legs of splitters.
///
/// Positions of one drawer, or of one cassette for splitters, that share a fibre in the same column and lead to
/// different fibres from ports of their own are the legs of a splitter, and the shared fibre is its input. Two fibres
/// on one port are not: that is a mistake, and stays one.
struct Couplers {
  private var inputs: [Int: Leg] = [:]

  private struct Leg {
    let input: Int
    let isReversed: Bool
  }

  private struct Shared: Hashable {
    let holder: Int
    let fibre: Int
    let isReversed: Bool
  }

  init(_ positions: [PositionDraft], cassettes: EntityTable<Cassette>) {
    var members: [Shared: [Int]] = [:]
    for (offset, position) in positions.enumerated() {
      guard let first = position.first, let second = position.second, position.kind != .passage else { continue }
      switch position.holder {
      case .panel: break
      case .cassette(let index) where cassettes[index].kind == .splitter: break
      default: continue
      }
      let holder = position.holderNumber
      members[Shared(holder: holder, fibre: first, isReversed: false), default: []].append(offset)
      members[Shared(holder: holder, fibre: second, isReversed: true), default: []].append(offset)
    }
    // A leg has one fibre in each column, so no two sets of one direction overlap, and their order does not matter.
    for isReversed in [false, true] {
      for (shared, legs) in members where legs.count > 1 && shared.isReversed == isReversed {
        let ports = legs.compactMap { positions[$0].number }
        guard Set(ports).count == ports.count, !isReversed || legs.allSatisfy({ inputs[$0] == nil }) else { continue }
        for leg in legs { inputs[leg] = Leg(input: shared.fibre, isReversed: isReversed) }
      }
    }
  }

  func isLeg(_ position: Int) -> Bool { inputs[position] != nil }

  /// The fibre that feeds the splitter of a leg.
  func input(_ position: Int) -> Int? { inputs[position]?.input }

  /// Puts the input of every leg first, where the delivery has it second.
  func turnRound(_ positions: inout PositionDrafts) {
    for (offset, leg) in inputs where leg.isReversed { positions.turnRound(offset) }
  }
}

/// The claims of all positions, and which of them belongs to which side of which position.
struct JointClaims {
  private(set) var claims: [EndClaim] = []
  /// The claim of each position's first fibre, then of its second; `none` without a fibre.
  private var claimOfSide: [UInt32] = []

  private static let none = UInt32.max

  private struct Input: Hashable {
    let holder: Int
    let fibre: Int
  }

  init(_ positions: [PositionDraft], _ couplers: Couplers, _ map: NodeMap, _ nodes: NodesOfHolders) {
    var inputs: [Input: UInt32] = [:]
    claims.reserveCapacity(2 * positions.count)
    claimOfSide.reserveCapacity(2 * positions.count)
    for (offset, position) in positions.enumerated() {
      let holder = position.holderNumber
      let place = map.place(of: nodes.node(of: position.holder))
      let input = couplers.input(offset).map { Input(holder: holder, fibre: $0) }
      if let input, let known = inputs[input] {
        claimOfSide.append(known)
      } else {
        let claim = add(position.first, holder, place, isCustomerSide: false)
        if let input { inputs[input] = claim }
        claimOfSide.append(claim)
      }
      claimOfSide.append(add(position.second, holder, place, isCustomerSide: true))
    }
  }

  private mutating func add(_ fibre: Int?, _ holder: Int, _ place: Int?, isCustomerSide: Bool) -> UInt32 {
    guard let fibre else { return Self.none }
    claims.append(EndClaim(fibre: fibre, holder: holder, place: place, isCustomerSide: isCustomerSide))
    return UInt32(claims.count - 1)
  }

  func ofFirst(_ position: Int) -> Int? { claim(claimOfSide[2 * position]) }
  func ofSecond(_ position: Int) -> Int? { claim(claimOfSide[2 * position + 1]) }

  private func claim(_ stored: UInt32) -> Int? { stored == Self.none ? nil : Int(stored) }

  /// A fibre of a position whose cable does not come where the position stands.
  func fibreElsewhere(_ position: Int, _ ends: (Int) -> SectionEnds) -> Int? {
    func elsewhere(_ claim: Int?) -> Int? {
      guard let claim, FibreSides.isElsewhere(claims[claim].place, ends(claims[claim].fibre)) else { return nil }
      return claims[claim].fibre
    }
    return elsewhere(ofFirst(position)) ?? elsewhere(ofSecond(position))
  }
}
