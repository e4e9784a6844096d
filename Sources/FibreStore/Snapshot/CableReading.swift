import FibreModel

extension SnapshotReader {
  mutating func readBoxes() throws {
    try read(
      "closures",
      """
      code external_code name kind technical_point_id room_id premises_id node_id capacity_class cassette_capacity \
      attributes
      """, \.boxes, add: { $0.add($1) }
    ) { reader, row in
      Box(
        code: Code(row.text(1)), externalCode: row.text(2), name: row.text(3), kind: try row.choice(4),
        housing: try reader.housing(row), node: try reader.index(row, 8, reader.numbers.nodes),
        capacityClass: row.text(9),
        cassetteCapacity: row.optionalNumber(10), attributes: try reader.attributes(row, 11))
    }
    try read(
      "cassettes", "code closure_id number face kind slot_capacity attributes", \.cassettes, add: { $0.add($1) }
    ) { reader, row in
      Cassette(
        code: Code(row.text(1)), box: try reader.index(row, 2, reader.numbers.boxes), number: row.optionalNumber(3),
        face: row.text(4), kind: try row.choice(5), slotCapacity: row.optionalNumber(6),
        attributes: try reader.attributes(row, 7))
    }
  }

  private func housing(_ row: RowReader) throws -> BoxHousing {
    if let index: Index<TechnicalPoint> = try index(row, 5, numbers.technicalPoints) { return .technicalPoint(index) }
    if let index: Index<OperatorRoom> = try index(row, 6, numbers.rooms) { return .room(index) }
    if let index: Index<Premises> = try index(row, 7, numbers.premises) { return .premises(index) }
    return .unknown
  }

  /// - Parameter hasFibres: Whether an image brings the fibres.
  mutating func readCables(hasFibres: Bool) throws {
    try read("sheaths", "code kind role reference_id", \.sheaths, add: { $0.add($1) }) { reader, row in
      Cable(
        code: Code(row.text(1)), kind: try row.choice(2), role: row.text(3),
        reference: try reader.index(row, 4, reader.numbers.references))
    }
    if hasFibres { try readSectionsOfFibres() } else { try readSections() }
    try readDucts()
    try readSlackLoops()
  }

  private mutating func readSlackLoops() throws {
    let row = try rows("slack_loops", "identifier cable_id node_id length_mm attributes")
    var lengths: [Index<CableSection>: Length] = [:]
    while try row.next() {
      guard let section: Index<CableSection> = try index(row, 2, numbers.cables) else { throw row.damage(2) }
      let length = try row.sectionLength(4)
      lengths[section, default: builder.network.sections[section].length] += length
      guard lengths[section, default: .zero] <= .longestSection else { throw row.damage(4) }
      builder.add(
        SlackLoop(
          identifier: row.text(1), section: section, node: try index(row, 3, numbers.nodes), length: length,
          attributes: try attributes(row, 5)))
      numbers.slackLoops.append(row.integer(0))
    }
  }

  /// Sections and fibres stand in the same order, so one walk over each is enough.
  private mutating func readSections() throws {
    let fibre = try RowReader(
      database, table: "fibres",
      sql: "SELECT cable_id, number, code, stated_rank, attributes FROM fibres ORDER BY cable_id, number")
    var hasFibre = try fibre.next()
    let row = try rows("cables", Self.sectionColumns)
    while try row.next() {
      let section = try section(row)
      var fibres: [FibreRecord] = []
      fibres.reserveCapacity(section.fibreCount)
      while hasFibre, fibre.integer(0) == row.integer(0) {
        fibres.append(try record(fibre, fibreCount: section.fibreCount))
        hasFibre = try fibre.next()
      }
      guard builder.add(section, fibres: fibres) != nil else { throw row.damage(1) }
      numbers.cables.append(row.integer(0))
    }
    if hasFibre { throw fibre.damage(0) }
  }

  private mutating func readSectionsOfFibres() throws {
    try read("cables", Self.sectionColumns, \.cables, add: { $0.addAdopted($1) }) { reader, row in
      try reader.section(row)
    }
  }

  private static let sectionColumns = """
    code sheath_id node_a_id node_b_id fibre_count stated_capacity modulo tube_code fibre_code reference_code \
    length_mm length_source attributes geom
    """

  private mutating func record(_ fibre: RowReader, fibreCount: Int) throws -> FibreRecord {
    guard fibre.number(1) >= 1, fibre.number(1) <= fibreCount else { throw fibre.damage(1) }
    guard let rank = UInt8(exactly: fibre.integer(3)) else { throw fibre.damage(3) }
    return FibreRecord(
      number: fibre.number(1), code: fibre.text(2), statedRank: rank, attributes: try attributes(fibre, 4))
  }

  private mutating func section(_ row: RowReader) throws -> CableSection {
    guard let sheath: Index<Cable> = try index(row, 2, numbers.sheaths) else { throw row.damage(2) }
    guard row.integer(5) >= 0, row.integer(7) >= 1 else { throw row.damage(5) }
    return CableSection(
      code: Code(row.text(1)), cable: sheath, nodeA: try index(row, 3, numbers.nodes),
      nodeB: try index(row, 4, numbers.nodes),
      fibreCount: row.number(5), statedCapacity: row.optionalNumber(6), modulo: row.number(7),
      tubeCode: try row.choice(8), fibreCode: try row.choice(9),
      referenceCode: row.isNull(10) ? nil : try row.choice(10), length: try row.sectionLength(11),
      lengthSource: try row.choice(12), line: row.isNull(14) ? nil : try row.line(14),
      attributes: try attributes(row, 13))
  }

  private mutating func readDucts() throws {
    let pathways: [Int64: [Index<Pathway>]] = try members("duct_pathways", "duct_id", "pathway_id", numbers.pathways)
    let sections: [Int64: [Index<CableSection>]] = try members("duct_cables", "duct_id", "cable_id", numbers.cables)
    try read("ducts", "code parent_code attributes", \.ducts, add: { $0.add($1) }) { reader, row in
      Duct(
        code: Code(row.text(1)), parent: row.text(2), pathways: pathways[row.integer(0)] ?? [],
        sections: sections[row.integer(0)] ?? [], attributes: try reader.attributes(row, 3))
    }
  }

  private func members<Member>(
    _ table: String, _ owner: String, _ member: String, _ numbers: [Int64]
  ) throws -> [Int64: [Index<Member>]] {
    let row = try RowReader(
      database, table: table, sql: "SELECT \(owner), \(member) FROM \(table) ORDER BY \(owner), position")
    var members: [Int64: [Index<Member>]] = [:]
    while try row.next() {
      guard let index: Index<Member> = try index(row, 1, numbers) else { throw row.damage(1) }
      members[row.integer(0), default: []].append(index)
    }
    return members
  }
}
