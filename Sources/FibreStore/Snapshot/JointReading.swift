import FibreModel

extension SnapshotReader {
  /// Reads the joints; what each may claim follows from their order, and must agree with what is stored.
  mutating func readJoints() throws {
    let row = try rows(
      "joints",
      """
      code cassette_id panel_id number kind technique claim first_cable_id first_fibre first_side second_cable_id \
      second_fibre second_side attributes
      """)
    while try row.next() {
      let kind = try row.choice(5, of: JointWords.kinds)
      let technique = try row.choice(6, of: JointWords.techniques)
      let joint = Joint(
        holder: try holder(row), number: row.optionalNumber(4), kind: kind, technique: technique,
        first: try end(row, 8), second: try end(row, 11), attributes: try attributes(row, 14))
      guard let index = builder.add(joint, code: Code(row.text(1))) else { throw row.damage(1) }
      let claim = try row.choice(7, of: JointWords.claims)
      guard builder.network.joints[index].claim == claim else { throw row.damage(7) }
      numbers.joints.append(row.integer(0))
    }
  }

  private func holder(_ row: RowReader) throws -> SlotHolder {
    if let cassette: Index<Cassette> = try index(row, 2, numbers.cassettes) { return .cassette(cassette) }
    if let panel: Index<Panel> = try index(row, 3, numbers.panels) { return .panel(panel) }
    return .unknown
  }

  /// The end in three cells: section, number, side.
  private func end(_ row: RowReader, _ column: Int32) throws -> FibreEnd? {
    guard let section: Index<CableSection> = try index(row, column, numbers.cables) else { return nil }
    let cable = builder.network.sections[section]
    let number = row.number(column + 1)
    guard number >= 1, number <= cable.fibreCount else { throw row.damage(column + 1) }
    let side = try row.choice(column + 2, of: JointWords.sides)
    return FibreEnd(cable.fibre(number), side)
  }
}
