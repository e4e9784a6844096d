import FibreModel

extension DeliveryImporter {
  /// Adds the cables and, in the order of the drafts, their sections and fibres.
  mutating func addSections(_ drafts: [CableDraft]) {
    guard let table = delivery.tables["t_cable"] else { return }
    let label = table.column("cb_etiquet")
    let role = table.column("cb_typelog")
    let reference = table.column("cb_rf_code")
    var fibres = FibreRecords(delivery.tables["t_fibre"])
    builder.reserve(fibres: drafts.reduce(0) { $0 + $1.fibreCount })
    let references = builder.network.references
    // Few designs, many cables.
    let codes = references.rows.map { Vocabulary.colourCode(inDesign: $0.design) }
    for draft in drafts {
      let own = references.index(of: Code(table[draft.row, reference]))
      let name = draft.kind == .patchCord || table[draft.row, label].isEmpty ? draft.code : table[draft.row, label]
      let cable = Cable(code: Code(name), kind: draft.kind, role: table[draft.row, role], reference: own)
      let whole = addCable(cable, orAlone: draft.code)
      var attributes = draft.allAttributes
      let kept = builder.network.cables[whole]
      if kept.role != cable.role || kept.reference != own {
        attributes = Attributes(
          attributes.entries.map { (name: $0.name, value: $0.value) }
            + [("cb_typelog", cable.role), ("cb_rf_code", table[draft.row, reference])])
      }
      let code = own.flatMap { codes[$0.offset] }
      let marks = fibres.marks(of: draft, otherwise: code ?? .orange)
      let section = CableSection(
        code: Code(draft.code), cable: whole, nodeA: draft.nodeA, nodeB: draft.nodeB, fibreCount: draft.fibreCount,
        statedCapacity: draft.statedCapacity, modulo: draft.modulo ?? 12, tubeCode: marks.tubes,
        fibreCode: marks.fibres,
        referenceCode: code, length: draft.length, lengthSource: draft.lengthSource, line: draft.line,
        attributes: attributes)
      let added = builder.add(section, fibres: fibres.records(of: draft, in: section))
      precondition(added != nil, "codes of drafts differ")
    }
    findings += fibres.findings
  }

  /// Adds a whole cable, or finds it: rows that share a name, a kind and a label are sections of one cable.
  private mutating func addCable(_ cable: Cable, orAlone code: String) -> Index<Cable> {
    if let known = builder.network.cables.index(of: cable.code) {
      if builder.network.cables[known].kind == cable.kind, cable.kind != .patchCord { return known }
      let alone = Cable(code: Code(code), kind: cable.kind, role: cable.role, reference: cable.reference)
      if let added = builder.add(alone) { return added }
      return known
    }
    guard let added = builder.add(cable) else { preconditionFailure("the code was free") }
    return added
  }
}

/// Makes the records of fibres: what the model derives from a number is dropped, what differs is kept and reported.
struct FibreRecords {
  private let table: DeliveryTable?
  private let columns: FibreColumns?
  private var cells: DeliveryRow?
  private var remaining: RemainingColumns?
  private(set) var findings: [Finding] = []

  init(_ table: DeliveryTable?) {
    self.table = table
    columns = table.map { FibreColumns($0) }
    cells = table.map { DeliveryRow(of: $0) }
    remaining = table.map {
      RemainingColumns(
        of: $0, besides: ["fo_code", "fo_cb_code", "fo_nincab", "fo_numtub", "fo_nintub", "fo_color", "fo_reper"])
    }
  }

  /// The colour codes that most fibres of a cable are in; tubes numbered without a series follow the fibres.
  mutating func marks(of draft: CableDraft, otherwise: ColourCode) -> (tubes: ColourCode, fibres: ColourCode) {
    guard let columns, var cells else { return (otherwise, otherwise) }
    self.cells = nil
    defer { self.cells = cells }
    var counts = (orange: 0, fotag: 0)
    var seriesMarkCount = 0
    for fibre in draft.fibres {
      cells.move(to: fibre.row)
      switch Vocabulary.colour(cells.text(columns.colour))?.series {
      case .orange: counts.orange += 1
      case .fotag: counts.fotag += 1
      default: break
      }
      if cells.withBytes(columns.mark, { $0.starts(with: [UInt8(ascii: "1"), UInt8(ascii: ".")]) }) {
        seriesMarkCount += 1
      }
    }
    let fibres =
      counts.orange == 0 && counts.fotag == 0 ? otherwise : counts.fotag > counts.orange ? ColourCode.fotag : .orange
    return (2 * seriesMarkCount > draft.fibres.count ? .orange : fibres, fibres)
  }

  mutating func records(of draft: CableDraft, in section: CableSection) -> [FibreRecord] {
    guard let table, let columns, var cells, var remaining else { return [] }
    (self.cells, self.remaining) = (nil, nil)
    defer { (self.cells, self.remaining) = (cells, remaining) }
    var misnumbered: Int?
    let marks = section.fibreCount > 0 ? (1...section.tubeCount).map { Self.mark(ofTube: $0, in: section) } : []
    let records = draft.fibres.map { fibre in
      cells.move(to: fibre.row)
      var kept: [(name: String, value: String)] = []
      let tube = section.tube(ofFibre: fibre.number)
      func keep(_ name: String, _ column: Column, unless derived: Int) -> Bool {
        let text = cells.text(column)
        if text.isEmpty || Int(text) == derived { return false }
        kept.append((name, text))
        return true
      }
      let isOtherTube = keep("fo_numtub", columns.tube, unless: tube)
      let isOtherRank = keep("fo_nintub", columns.rank, unless: section.rankInTube(ofFibre: fibre.number))
      if isOtherTube || isOtherRank { misnumbered = misnumbered ?? fibre.row }
      let colour = Vocabulary.colour(cells.text(columns.colour))
      let isInCode = colour?.series == section.fibreCode
      if !isInCode { kept.append(("fo_color", cells.text(columns.colour))) }
      let mark = cells.text(columns.mark)
      if mark != marks[tube - 1] { kept.append(("fo_reper", mark)) }
      return FibreRecord(
        number: fibre.number, code: cells.text(columns.code), statedRank: isInCode ? colour?.rank ?? 0 : 0,
        attributes: remaining.attributes(of: cells, keeping: kept.filter { !$0.value.isEmpty }))
    }
    if let misnumbered {
      findings.append(
        Finding(
          rule: "fibre.tube-differs", severity: .warning, place: table.place(misnumbered), code: draft.code,
          message: """
            From this row on, tubes or ranks of \(draft.code) do not follow from the fibre numbers and the modulo \
            \(section.modulo). Correct fo_numtub, fo_nintub or cb_modulo.
            """))
    }
    return records
  }

  /// What `fo_reper` says of a tube: `1.k` in Orange (list `l_tube`), which has no series for others.
  private static func mark(ofTube tube: Int, in section: CableSection) -> String {
    section.tubeCode == .orange && section.fibreCode == .orange ? "1.\(tube)" : "\(tube)"
  }
}
