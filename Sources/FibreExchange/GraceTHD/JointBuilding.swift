import FibreModel

extension DeliveryImporter {
  /// Cables, fibres and positions, which need each other: positions tell ends of cables, ends of cables tell which
  /// end of a fibre a position joins.
  mutating func importCablesAndJoints() {
    var cables = cableDrafts()
    addLines(to: &cables)
    let catalogue = addFibres(to: &cables)
    let positions = positionDrafts(catalogue, cables)
    let map = NodeMap(builder.network.nodes.rows, occupied: occupiedNodes())
    if let table = delivery.tables["t_cable"] {
      var ends = CableEnds(map, nodes: builder.network.nodes)
      ends.settle(&cables, joined: joinedPlaces(positions, cables), table: table)
      findings += ends.findings
    }
    addSections(cables)
    addJoints(positions, map)
  }

  private func occupiedNodes() -> Set<Index<Node>> {
    let network = builder.network
    return Set(network.boxes.rows.compactMap(\.node) + network.sites.rows.compactMap(\.node))
  }

  /// For each cable, where its fibres are joined, in the order of the delivery.
  private func joinedPlaces(_ positions: [PositionDraft], _ cables: [CableDraft]) -> [[JoinedPlace]] {
    var places = cables.map { _ in [JoinedPlace]() }
    let wanted = cables.map { $0.nodeA == nil || $0.nodeB == nil }
    guard wanted.contains(true) else { return places }
    let owners = cables.indices.flatMap { repeatElement($0, count: cables[$0].fibreCount) }
    for position in positions {
      guard let node = position.node else { continue }
      for (fibre, isCustomerSide) in [(position.first, false), (position.second, true)] {
        guard let fibre, wanted[owners[fibre]] else { continue }
        places[owners[fibre]].append(JoinedPlace(node: node, isCustomerSide: isCustomerSide))
      }
    }
    return places
  }

  private mutating func addJoints(_ positions: [PositionDraft], _ map: NodeMap) {
    guard let table = delivery.tables["t_position"] else { return }
    var rows = positions
    let couplers = Couplers(rows, cassettes: builder.network.cassettes)
    couplers.turnRound(&rows)
    let network = builder.network
    let sectionEnds = network.sections.rows.enumerated().map { offset, section in
      SectionEnds(
        section: offset, placeA: map.place(of: section.nodeA), placeB: map.place(of: section.nodeB))
    }
    let claims = JointClaims(rows, couplers, map)
    var sides = FibreSides { sectionEnds[network.fibres.sections[$0].offset] }
    let sideOfClaim = sides.sides(of: claims.claims)
    for (offset, row) in rows.enumerated() {
      func end(_ fibre: Int?, _ claim: Int?) -> FibreEnd? {
        guard let fibre, let claim else { return nil }
        return FibreEnd(Index(fibre), sideOfClaim[claim])
      }
      if let fibre = claims.fibreElsewhere(offset, sectionEnds, network) {
        note(
          "joint.cable-elsewhere", .warning, table.place(row.row),
          """
          \(network.sections[network.fibres.sections[fibre]].code) ends at neither side where \(row.code) stands. Correct \
          the position's holder, or the ends of the cable.
          """, code: row.code)
      }
      let joint = Joint(
        holder: row.holder, number: row.number, kind: couplers.isLeg(offset) ? .splitter : row.kind,
        technique: row.technique, first: end(row.first, claims.ofFirst[offset]),
        second: end(row.second, claims.ofSecond[offset]), attributes: attributes(of: row, isLeg: couplers.isLeg(offset))
      )
      let added = builder.add(joint, code: Code(row.code))
      precondition(added != nil, "codes of positions differ")
    }
  }

  /// A leg of a splitter keeps the function that its row states.
  private func attributes(of row: PositionDraft, isLeg: Bool) -> Attributes {
    guard isLeg, row.attributes["ps_fonct"] == nil, let table = delivery.tables["t_position"] else {
      return row.attributes
    }
    let function = table[row.row, table.column("ps_fonct")]
    return Attributes(row.attributes.entries.map { (name: $0.name, value: $0.value) } + [("ps_fonct", function)])
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
  func turnRound(_ positions: inout [PositionDraft]) {
    for (offset, leg) in inputs where leg.isReversed {
      let row = positions[offset]
      (positions[offset].first, positions[offset].second) = (row.second, row.first)
    }
  }
}

/// The claims of all positions, and which of them belongs to which side of which position.
struct JointClaims {
  private(set) var claims: [EndClaim] = []
  private(set) var ofFirst: [Int?] = []
  private(set) var ofSecond: [Int?] = []

  private struct Input: Hashable {
    let holder: Int
    let fibre: Int
  }

  init(_ positions: [PositionDraft], _ couplers: Couplers, _ map: NodeMap) {
    var inputs: [Input: Int] = [:]
    for (offset, position) in positions.enumerated() {
      let holder = position.holderNumber
      let place = map.place(of: position.node)
      if let input = couplers.input(offset), let known = inputs[Input(holder: holder, fibre: input)] {
        ofFirst.append(known)
      } else {
        ofFirst.append(add(position.first, holder, place, isCustomerSide: false))
        if let input = couplers.input(offset) { inputs[Input(holder: holder, fibre: input)] = ofFirst[offset] }
      }
      ofSecond.append(add(position.second, holder, place, isCustomerSide: true))
    }
  }

  private mutating func add(_ fibre: Int?, _ holder: Int, _ place: Int?, isCustomerSide: Bool) -> Int? {
    guard let fibre else { return nil }
    claims.append(EndClaim(fibre: fibre, holder: holder, place: place, isCustomerSide: isCustomerSide))
    return claims.count - 1
  }

  /// A fibre of a position whose cable does not come where the position stands.
  func fibreElsewhere(_ position: Int, _ ends: [SectionEnds], _ network: Network) -> Int? {
    [ofFirst[position], ofSecond[position]].compactMap { $0 }.map { claims[$0] }.first {
      FibreSides.isElsewhere($0.place, ends[network.fibres.sections[$0.fibre].offset])
    }?.fibre
  }
}
