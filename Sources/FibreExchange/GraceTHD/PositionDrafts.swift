import FibreModel

/// A row of `t_position` before its fibre ends are known.
struct PositionDraft {
  var row: Int
  var code: String
  var number: Int?
  /// The fibres of `ps_1` and `ps_2` by their index in the network; nothing when empty or unknown.
  var first: Int?
  var second: Int?
  var holder: SlotHolder
  /// Where the holder stands.
  var node: Index<Node>?
  var kind: JointKind
  var technique: JointTechnique
  var attributes: Attributes

  /// A number that tells holders apart; a position without one is a holder of its own.
  var holderNumber: Int {
    switch holder {
    case .cassette(let index): 2 * index.offset
    case .panel(let index): 2 * index.offset + 1
    case .unknown: -1 - row
    }
  }

  fileprivate struct Pair: Hashable {
    let low: Int
    let high: Int
    let holder: Int
    /// Told apart only where one fibre is alone: two parked ends are two, one splice told twice is one.
    let number: Int?
  }

  /// What makes two rows the same joint; nothing for a row that names no fibre.
  fileprivate var pair: Pair? {
    guard first != nil || second != nil else { return nil }
    let (a, b) = (first ?? -1, second ?? -1)
    let isAlone = first == nil || second == nil
    return Pair(low: min(a, b), high: max(a, b), holder: holderNumber, number: isAlone ? number ?? -1 : nil)
  }
}

extension DeliveryImporter {
  /// The rows of `t_position` that become joints; repeated ones, and those without a free code, go to quarantine.
  mutating func positionDrafts(_ catalogue: FibreCatalogue, _ cables: [CableDraft]) -> [PositionDraft] {
    var drafts: [PositionDraft] = []
    var codes: Set<String> = []
    var pairs: [PositionDraft.Pair: Int] = [:]
    var reading = PositionReading(builder.network)
    each(
      "t_position", code: "ps_code",
      fields: ["ps_numero", "ps_1", "ps_2", "ps_cs_code", "ps_ti_code", "ps_type", "ps_fonct"]
    ) { importer, row in
      guard codes.insert(row.code).inserted else { return false }
      let draft = reading.draft(&row, catalogue, cables)
      if let pair = draft.pair, let earlier = pairs.updateValue(drafts.count, forKey: pair) {
        pairs[pair] = earlier
        let other = drafts[earlier]
        importer.setAside(
          row.table, row.index, "joint.repeated", .info,
          """
          The row repeats \(other.code) of line \(row.table.line(other.row)): same fibres, same holder. It was merged.
          """,
          code: row.code)
        return true
      }
      drafts.append(draft)
      return true
    }
    if let note = reading.connectorsInDrawers.finding { findings.append(note) }
    if let note = reading.connectorsInCassettes.finding { findings.append(note) }
    return drafts
  }
}

/// The same remark about many rows, told once.
struct RepeatedNote {
  let rule: String
  let severity: Finding.Severity
  let message: (Int) -> Sentence
  private(set) var count = 0
  private var place = ""
  private var code = ""

  init(rule: String, severity: Finding.Severity, message: @escaping (Int) -> Sentence) {
    self.rule = rule
    self.severity = severity
    self.message = message
  }

  mutating func add(_ row: RowCursor) { add(place: row.place, code: row.code) }

  mutating func add(place: String, code: String) {
    if count == 0 { (self.place, self.code) = (place, code) }
    count += 1
  }

  /// At the first row, with the number of rows; nothing when there was none.
  var finding: Finding? {
    guard count > 0 else { return nil }
    return Finding(rule: rule, severity: severity, place: place, code: code, message: message(count))
  }
}

/// Makes drafts of positions and collects what many of them have in common.
struct PositionReading {
  private let cassettes: EntityTable<Cassette>
  private let panels: EntityTable<Panel>
  private let nodeOfCassette: [Index<Node>?]
  private let nodeOfPanel: [Index<Node>?]
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

  init(_ network: Network) {
    cassettes = network.cassettes
    panels = network.panels
    nodeOfCassette = network.cassettes.rows.map { $0.box.flatMap { network.boxes[$0].node } }
    nodeOfPanel = network.panels.indices.map { network.site(of: $0).flatMap { network.sites[$0].node } }
  }

  mutating func draft(_ row: inout RowCursor, _ catalogue: FibreCatalogue, _ cables: [CableDraft]) -> PositionDraft {
    let holder = holder(of: &row)
    let first = fibre("ps_1", of: &row, catalogue, cables)
    let second = fibre("ps_2", of: &row, catalogue, cables)
    let technique = technique(of: &row)
    let kind = kind(of: &row, holder, technique, isPair: first != nil && second != nil)
    if first != nil, first == second {
      row.note(
        "joint.fibre-with-itself", .error, "ps_1 and ps_2 name the same fibre, which joins nothing. Correct one.")
    }
    return PositionDraft(
      row: row.index, code: row.code, number: row.wholeNumber("ps_numero"), first: first, second: second,
      holder: holder, node: node(of: holder), kind: kind, technique: technique, attributes: row.attributes())
  }

  private func node(of holder: SlotHolder) -> Index<Node>? {
    switch holder {
    case .cassette(let index): nodeOfCassette[index.offset]
    case .panel(let index): nodeOfPanel[index.offset]
    case .unknown: nil
    }
  }

  /// The cassette, or else the panel. A position in both is in the panel, as v3 has it.
  private func holder(of row: inout RowCursor) -> SlotHolder {
    let panel = row.reference("ps_ti_code", in: panels, of: "t_tiroir")
    let cassette = row.reference("ps_cs_code", in: cassettes, of: "t_cassette")
    if let panel {
      if cassette != nil {
        row.keep("ps_cs_code")
        row.note("joint.two-holders", .warning, "The position is in a cassette and in a drawer. Empty one of the two.")
      }
      return .panel(panel)
    }
    if let cassette { return .cassette(cassette) }
    if row.text("ps_cs_code").isEmpty, row.text("ps_ti_code").isEmpty {
      row.note("joint.no-holder", .warning, "The position is in no cassette and no drawer. Name the one it is in.")
    }
    return .unknown
  }

  private func fibre(
    _ column: String, of row: inout RowCursor, _ catalogue: FibreCatalogue, _ cables: [CableDraft]
  ) -> Int? {
    let code = row.text(column)
    guard !code.isEmpty else { return nil }
    if let fibre = catalogue.fibre(code, in: cables) { return fibre }
    row.keep(column)
    if catalogue.isEmpty {
      row.noteOnce(
        "joint.fibre-unknown", .error
      ) { count in
        "\(count) positions from here on name a fibre in \(column), but the delivery holds none. Ask for t_fibre."
      }
      return nil
    }
    row.note(
      "joint.fibre-unknown", .error,
      "\(column) names \(code), which is not in t_fibre; the position joins nothing there. Add the fibre or correct it."
    )
    return nil
  }

  private func technique(of row: inout RowCursor) -> JointTechnique {
    switch row.text("ps_type") {
    case "LC", "LB", "TS":
      row.keep("ps_type")
      return .unstated
    default: return row.meaning("ps_type", Vocabulary.technique) ?? .unstated
    }
  }

  private mutating func kind(
    of row: inout RowCursor, _ holder: SlotHolder, _ technique: JointTechnique, isPair: Bool
  ) -> JointKind {
    var isInPanel = false
    if case .panel = holder { isInPanel = true }
    let stated = row.meaning("ps_fonct", Vocabulary.joint)
    if stated == .splice, technique.isConnector {
      row.keep("ps_fonct")
      guard isInPanel else {
        connectorsInCassettes.add(row)
        return .splice
      }
      connectorsInDrawers.add(row)
      return .connector
    }
    if row.text("ps_fonct") == "MA" { row.keep("ps_fonct") }
    if let stated { return stated }
    if technique.isConnector || (isInPanel && !technique.isSplice) { return .connector }
    return isPair || technique.isSplice ? .splice : .parked
  }
}
