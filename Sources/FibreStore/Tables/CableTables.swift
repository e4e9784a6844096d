import FibreModel

extension ContentTable {
  static let boxTables = [closures, cassettes]
  static let cableTables = [sheaths, cables, fibres, ducts, ductPathways, ductCables, slackLoops]

  private static let closures = ContentTable(
    "closures",
    names(
      """
      code external_code name kind technical_point_id room_id premises_id node_id capacity_class cassette_capacity \
      attributes geom
      """),
    of: { $0.boxes.rows }, numbers: { $0.boxes }
  ) { row, content in
    let housing: [Cell] =
      switch row.housing {
      case .technicalPoint(let index): [content.number(index), .null, .null]
      case .room(let index): [.null, content.number(index), .null]
      case .premises(let index): [.null, .null, content.number(index)]
      case .unknown: [.null, .null, .null]
      }
    return [Cell(row.code), Cell(row.externalCode), Cell(row.name), Cell(row.kind)] + housing + [
      content.number(row.node), Cell(row.capacityClass), Cell(row.cassetteCapacity), Cell(row.attributes),
      content.pin(at: row.node),
    ]
  }

  private static let cassettes = ContentTable(
    "cassettes", names("code closure_id number face kind slot_capacity attributes"), of: { $0.cassettes.rows },
    numbers: { $0.cassettes }
  ) { row, content in
    [
      Cell(row.code), content.number(row.box), Cell(row.number), Cell(row.face), Cell(row.kind),
      Cell(row.slotCapacity), Cell(row.attributes),
    ]
  }

  static let sheaths = ContentTable(
    "sheaths", names("code kind role reference_id"), of: { $0.cables.rows }, numbers: { $0.sheaths }
  ) { row, content in [Cell(row.code), Cell(row.kind), Cell(row.role), content.number(row.reference)] }

  static let cables = ContentTable(
    "cables",
    names(
      """
      code sheath_id node_a_id node_b_id fibre_count stated_capacity modulo tube_code fibre_code reference_code \
      length_mm length_source attributes geom
      """),
    of: { $0.sections.rows }, numbers: { $0.cables }
  ) { row, content in
    [
      Cell(row.code), content.number(row.cable), content.number(row.nodeA), content.number(row.nodeB),
      Cell(row.fibreCount), Cell(row.statedCapacity), Cell(row.modulo), Cell(row.tubeCode), Cell(row.fibreCode),
      Cell(row.referenceCode?.rawValue), Cell(row.length), Cell(row.lengthSource), Cell(row.attributes),
      Cell(row.line.map { GeometryBlob.line($0) }),
    ]
  }

  static let fibres = ContentTable(
    "fibres", key: ["cable_id", "number"], ["code", "stated_rank", "attributes"], source: FibreRows.self)

  private static let ducts = ContentTable(
    "ducts", names("code parent_code attributes"), of: { $0.ducts.rows }, numbers: { $0.ducts }
  ) { row, _ in [Cell(row.code), Cell(row.parent), Cell(row.attributes)] }

  private static let ductPathways = ContentTable(
    "duct_pathways", key: ["duct_id", "position"], ["pathway_id"]
  ) { content in
    content.members(of: content.network.ducts.rows, content.numbers.ducts, \.pathways) { content.number($0) }
  }

  static let ductCables = ContentTable("duct_cables", key: ["duct_id", "position"], ["cable_id"]) { content in
    content.members(of: content.network.ducts.rows, content.numbers.ducts, \.sections) { content.number($0) }
  }

  static let slackLoops = ContentTable(
    "slack_loops", names("identifier cable_id node_id length_mm attributes"), of: { $0.slackLoops },
    numbers: { $0.slackLoops }
  ) { row, content in
    [
      Cell(row.identifier), content.number(row.section), content.number(row.node), Cell(row.length),
      Cell(row.attributes),
    ]
  }
}

extension NumberedNetwork {
  /// The rows of a list that each owner has: owner, position from 1, member.
  fileprivate func members<Owner, Member>(
    of owners: [Owner], _ numbers: [Int64], _ list: KeyPath<Owner, [Member]>, _ cell: (Member) -> Cell
  ) -> AnySequence<[Cell]> {
    AnySequence(
      zip(numbers, owners).flatMap { number, owner in
        owner[keyPath: list].enumerated().map { [.integer(number), Cell($0.offset + 1), cell($0.element)] }
      })
  }
}

private enum FibreRows: RowSource {
  static func count(in network: Network) -> Int { network.fibres.count }

  static func add(_ position: Int, of content: NumberedNetwork, to row: inout some CellSink) {
    let fibres = content.network.fibres
    let section = fibres.sections[position]
    row.add(content.number(section))
    row.add(Cell(content.network.number(of: Index(position))))
    fibres.codes.withBytes(position) { row.add(text: $0) }
    row.add(Cell(Int(fibres.statedRanks[position])))
    row.add(fibres.attributes[position])
  }
}
