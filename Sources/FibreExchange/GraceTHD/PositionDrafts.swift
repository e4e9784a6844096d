import FibreModel

/// A row of `t_position` before its fibre ends are known; small, for they come by the million.
struct PositionDraft {
  private let rowOffset: UInt32
  private var firstRaw: UInt32
  private var secondRaw: UInt32
  let holder: SlotHolder
  let kind: JointKind
  let technique: JointTechnique
  /// What the row states as its function, by its place in ``PositionDrafts/functions``.
  let function: UInt32
  private let numberRaw: Int
  let attributes: Attributes

  init(
    row: Int, number: Int?, first: Int?, second: Int?, holder: SlotHolder, kind: JointKind, technique: JointTechnique,
    function: Int, attributes: Attributes
  ) {
    rowOffset = UInt32(row)
    numberRaw = number ?? Int.min
    firstRaw = first.map(UInt32.init) ?? UInt32.max
    secondRaw = second.map(UInt32.init) ?? UInt32.max
    self.holder = holder
    self.kind = kind
    self.technique = technique
    self.function = UInt32(function)
    self.attributes = attributes
  }

  var row: Int { Int(rowOffset) }
  var number: Int? { numberRaw == Int.min ? nil : numberRaw }
  /// The fibres of `ps_1` and `ps_2` by their index in the network; nothing when empty or unknown.
  var first: Int? { firstRaw == UInt32.max ? nil : Int(firstRaw) }
  var second: Int? { secondRaw == UInt32.max ? nil : Int(secondRaw) }

  mutating func turnRound() { swap(&firstRaw, &secondRaw) }

  /// A number that tells holders apart; a position without one is a holder of its own.
  var holderNumber: Int {
    switch holder {
    case .cassette(let index): 2 * index.offset
    case .panel(let index): 2 * index.offset + 1
    case .unknown: -1 - row
    }
  }
}

/// The rows of `t_position` that become joints.
struct PositionDrafts {
  fileprivate(set) var rows: [PositionDraft] = []
  /// The code of each.
  fileprivate(set) var codes = CodeTable()
  /// The functions that rows state, each once.
  fileprivate(set) var functions: [String] = []
  private var placeOfFunction: [String: Int] = [:]
  private var pairs = PositionPairs()
  /// Codes of rows that were merged with others.
  private var mergedCodes: Set<String> = []

  fileprivate mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    codes.reserveCapacity(count)
  }

  fileprivate func isTaken(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    codes.position(of: code) != nil
      || !mergedCodes.isEmpty && mergedCodes.contains(String(decoding: code, as: UTF8.self))
  }

  /// Adds a position whose code is free, unless an earlier one joins the same fibres in the same holder: that one then.
  fileprivate mutating func add(_ draft: PositionDraft, code: UnsafeBufferPointer<UInt8>) -> Int? {
    if let earlier = pairs.add(draft, among: rows) {
      mergedCodes.insert(String(decoding: code, as: UTF8.self))
      return earlier
    }
    rows.append(draft)
    _ = codes.appendIfNew(code)
    return nil
  }

  mutating func place(ofFunction text: String) -> Int {
    if let place = placeOfFunction[text] { return place }
    placeOfFunction[text] = functions.count
    functions.append(text)
    return functions.count - 1
  }

  mutating func turnRound(_ position: Int) { rows[position].turnRound() }
}

extension DeliveryImporter {
  /// The rows of `t_position` that become joints; repeated ones, and those without a free code, go to quarantine.
  mutating func positionDrafts(_ catalogue: FibreCatalogue) -> PositionDrafts {
    var drafts = PositionDrafts()
    drafts.reserveCapacity(delivery.tables["t_position"]?.rowCount ?? 0)
    var reading = PositionReading(builder.network, delivery.tables["t_position"])
    each(
      "t_position", code: "ps_code",
      fields: ["ps_numero", "ps_1", "ps_2", "ps_cs_code", "ps_ti_code", "ps_type", "ps_fonct"]
    ) { importer, row in
      guard !row.withCode(drafts.isTaken) else { return false }
      let draft = reading.draft(&row, catalogue, &drafts)
      guard let earlier = row.withCode({ drafts.add(draft, code: $0) }) else { return true }
      importer.setAside(
        row.table, row.index, "joint.repeated", .info,
        """
        The row repeats \(drafts.codes[earlier]) of line \(row.table.line(drafts.rows[earlier].row)): same fibres, same \
        holder. It was merged.
        """,
        code: row.code)
      return true
    }
    if let note = reading.connectorsInDrawers.finding { findings.append(note) }
    if let note = reading.connectorsInCassettes.finding { findings.append(note) }
    return drafts
  }
}
