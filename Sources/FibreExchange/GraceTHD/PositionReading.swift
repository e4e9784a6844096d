import FibreModel

/// Makes drafts of positions and collects what many of them have in common.
struct PositionReading {
  private let cassettes: EntityTable<Cassette>
  private let panels: EntityTable<Panel>
  private let fields: PositionFields
  /// Neighbours are mostly in one cassette.
  private var lastCassette: (code: [UInt8], index: Index<Cassette>)?
  private(set) var connectorsInDrawers = RepeatedNote(
    rule: "joint.function-differs", severity: .info
  ) { count in
    "\(count) positions of panels from here on say EP with the type of a connector; they were read as connectors."
  }
  private(set) var connectorsInCassettes = RepeatedNote(
    rule: "joint.type-differs", severity: .warning
  ) { count in
    """
    \(count) positions of cassettes from here on say EP with the type of a connector; they were read as splices. Correct \
    ps_fonct or ps_type.
    """
  }

  init(_ network: Network, _ table: DeliveryTable?) {
    cassettes = network.cassettes
    panels = network.panels
    fields = PositionFields(table)
  }

  mutating func draft(
    _ row: inout RowCursor, _ catalogue: FibreCatalogue, _ drafts: inout PositionDrafts
  ) -> PositionDraft {
    let holder = holder(of: &row)
    let first = fibre(fields.first, of: &row, catalogue)
    let second = fibre(fields.second, of: &row, catalogue)
    let technique = technique(of: &row)
    let kind = kind(of: &row, holder, technique, isPair: first != nil && second != nil)
    if first != nil, first == second {
      row.note(
        "joint.fibre-with-itself", .error, "ps_1 and ps_2 name the same fibre, which joins nothing. Correct one.")
    }
    return PositionDraft(
      row: row.index, number: row.wholeNumber(fields.number), first: first, second: second, holder: holder, kind: kind,
      technique: technique, function: drafts.place(ofFunction: row.text(fields.function)), attributes: row.attributes())
  }

  /// The cassette, or else the panel. A position in both is in the panel, as v3 has it.
  private mutating func holder(of row: inout RowCursor) -> SlotHolder {
    let panel = row.reference(fields.panel, in: panels, of: "t_tiroir")
    let cassette = cassette(of: &row)
    if let panel {
      if cassette != nil {
        row.keep(fields.cassette)
        row.note("joint.two-holders", .warning, "The position is in a cassette and in a drawer. Empty one of the two.")
      }
      return .panel(panel)
    }
    if let cassette { return .cassette(cassette) }
    if row.isEmpty(fields.cassette), row.isEmpty(fields.panel) {
      row.note("joint.no-holder", .warning, "The position is in no cassette and no drawer. Name the one it is in.")
    }
    return .unknown
  }

  private mutating func cassette(of row: inout RowCursor) -> Index<Cassette>? {
    if let lastCassette, row.withBytes(fields.cassette, { $0.elementsEqual(lastCassette.code) }) {
      return lastCassette.index
    }
    guard let index = row.reference(fields.cassette, in: cassettes, of: "t_cassette") else { return nil }
    lastCassette = (row.withBytes(fields.cassette) { Array($0) }, index)
    return index
  }

  private func fibre(_ field: Field, of row: inout RowCursor, _ catalogue: FibreCatalogue) -> Int? {
    guard !row.isEmpty(field) else { return nil }
    if let fibre = row.withBytes(field, catalogue.fibre) { return fibre }
    row.keep(field)
    let column = field.name
    if catalogue.isEmpty {
      row.noteOnce(
        "joint.fibre-unknown", .error
      ) { count in
        "\(count) positions from here on name a fibre in \(column), but the delivery holds none. Ask for t_fibre."
      }
      return nil
    }
    let code = row.text(field)
    row.note(
      "joint.fibre-unknown", .error,
      "\(column) names \(code), which is not in t_fibre; the position joins nothing there. Add the fibre or correct it."
    )
    return nil
  }

  private func technique(of row: inout RowCursor) -> JointTechnique {
    switch row.text(fields.technique) {
    case "LC", "LB", "TS":
      row.keep(fields.technique)
      return .unstated
    default: return row.meaning(fields.technique, Vocabulary.technique) ?? .unstated
    }
  }

  private mutating func kind(
    of row: inout RowCursor, _ holder: SlotHolder, _ technique: JointTechnique, isPair: Bool
  ) -> JointKind {
    var isInPanel = false
    if case .panel = holder { isInPanel = true }
    let stated = row.meaning(fields.function, Vocabulary.joint)
    if stated == .splice, technique.isConnector {
      row.keep(fields.function)
      guard isInPanel else {
        connectorsInCassettes.add(row)
        return .splice
      }
      connectorsInDrawers.add(row)
      return .connector
    }
    if row.text(fields.function) == "MA" { row.keep(fields.function) }
    if let stated { return stated }
    if technique.isConnector || (isInPanel && !technique.isSplice) { return .connector }
    return isPair || technique.isSplice ? .splice : .parked
  }
}

/// The columns of `t_position` that become fields.
private struct PositionFields {
  let number: Field
  let first: Field
  let second: Field
  let cassette: Field
  let panel: Field
  let technique: Field
  let function: Field

  init(_ table: DeliveryTable?) {
    func field(_ name: String) -> Field { Field(name: name, column: table?.column(name) ?? .absent) }
    number = field("ps_numero")
    first = field("ps_1")
    second = field("ps_2")
    cassette = field("ps_cs_code")
    panel = field("ps_ti_code")
    technique = field("ps_type")
    function = field("ps_fonct")
  }
}
