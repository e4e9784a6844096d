import FibreModel
import GeoFormats

/// A row of `t_cable` before its section can be added: its ends may depend on lines and positions.
struct CableDraft {
  var row: Int
  var code: String
  var kind: CableKind
  var statedCapacity: Int?
  /// Nothing until fibres have been seen, when the row does not state it.
  var modulo: Int?
  var nodeA: Index<Node>?
  var nodeB: Index<Node>?
  var line: Polyline?
  var length = Length.zero
  var lengthSource = LengthSource.unknown
  var attributes: Attributes
  /// The columns of its line, added to its attributes.
  var lineAttributes = Attributes.none
  var fibres: [FibreDraft] = []
  /// How many fibres the section gets.
  var fibreCount = 0
  /// The index that its first fibre will have.
  var firstFibre = 0
}

extension CableDraft {
  /// Settles how many fibres the section gets, once those that stay are known; the first one of the next section.
  mutating func settleFibres(from first: Int) -> Int {
    firstFibre = first
    fibreCount = max(statedCapacity ?? 0, fibres.map(\.number).max() ?? 0)
    return first + fibreCount
  }
}

/// A row of `t_fibre` that has a cable; small, for they come by the million.
struct FibreDraft {
  private let rowOffset: UInt32
  private let shortNumber: UInt16

  /// - Parameter number: At most ``DeliveryImporter/greatestFibreCount``.
  init(row: Int, number: Int) {
    rowOffset = UInt32(row)
    shortNumber = UInt16(number)
  }

  var row: Int { Int(rowOffset) }
  /// Its number in the cable; 0 until one is found.
  var number: Int { Int(shortNumber) }
}

extension DeliveryImporter {
  /// More fibres than any cable on the market: a larger number is a slip, not a cable.
  static let greatestFibreCount = 13_824

  /// The rows of `t_cable`, with the ends and lengths that the delivery states.
  mutating func cableDrafts() -> [CableDraft] {
    var drafts: [CableDraft] = []
    var codes: Set<String> = []
    let nodes = builder.network.nodes
    each(
      "t_cable", code: "cb_code",
      fields: [
        "cb_etiquet", "cb_nd1", "cb_nd2", "cb_typephy", "cb_typelog", "cb_rf_code", "cb_capafo", "cb_modulo",
        "cb_lgreel",
      ]
    ) { importer, row in
      guard codes.insert(row.code).inserted else { return false }
      let kind = row.meaning("cb_typephy", Vocabulary.cable) ?? .cable
      let length = row.sectionLength("cb_lgreel")
      let capacity = importer.fibreCount("cb_capafo", of: &row)
      let modulo = importer.fibreCount("cb_modulo", of: &row)
      if modulo == 0 { row.keep("cb_modulo") }
      var draft = CableDraft(
        row: row.index, code: row.code, kind: kind, statedCapacity: capacity, modulo: modulo == 0 ? nil : modulo,
        nodeA: row.reference("cb_nd1", in: nodes, of: "t_noeud"),
        nodeB: row.reference("cb_nd2", in: nodes, of: "t_noeud"), attributes: .none)
      if let length {
        draft.length = length
        draft.lengthSource = .asLaid
      }
      let label = row.text("cb_etiquet")
      if kind == .patchCord && label != row.code { row.keep("cb_etiquet") }
      _ = row.reference("cb_rf_code", in: importer.builder.network.references, of: "t_reference")
      draft.attributes = row.attributes()
      drafts.append(draft)
      return true
    }
    return drafts
  }

  private func fibreCount(_ column: String, of row: inout RowCursor) -> Int? {
    guard let count = row.wholeNumber(column) else { return nil }
    guard (0...Self.greatestFibreCount).contains(count) else {
      row.keep(column)
      row.note("cable.count", .warning, "\(column) is \(count), which no cable has. Correct it.")
      return nil
    }
    return count
  }

  /// Gives each cable its line. A line of an unknown cable, or a second one, goes to quarantine.
  mutating func addLines(to drafts: inout [CableDraft]) {
    guard let table = open("t_cableline", columns: ["cl_cb_code", "cl_long"]) else { return }
    guard table.has("cl_cb_code") else { return setAside(table, missing: "cl_cb_code") }
    let cables = Dictionary(uniqueKeysWithValues: drafts.enumerated().map { ($0.element.code, $0.offset) })
    var cursor = RowCursor(table, code: "cl_code", fields: ["cl_cb_code"])
    for index in 0..<table.rowCount {
      cursor.move(to: index)
      let code = cursor.text("cl_cb_code")
      guard let cable = cables[code] else {
        setAside(
          table, index, "line.cable-unknown", .warning,
          "cl_cb_code names \(code), which is not in t_cable; the line was not imported. Add the cable.",
          code: cursor.code)
        continue
      }
      guard drafts[cable].line == nil else {
        setAside(
          table, index, "line.repeated", .warning,
          "\(code) has a line already; this one was not imported. Keep one of them.", code: cursor.code)
        continue
      }
      let stated = cursor.sectionLength("cl_long")
      drafts[cable].line = cursor.line()
      if let drawn = drafts[cable].line?.length, drawn > .longestSection { cursor.noteLength("geom", drawn) }
      cursor.keep("cl_code", value: cursor.code)
      drafts[cable].lineAttributes = cursor.attributes()
      if drafts[cable].lengthSource == .unknown { drafts[cable].setLength(stated: stated) }
      findings += cursor.findings
    }
    letRowsGo(of: "t_cableline")
  }
}

extension CableDraft {
  fileprivate mutating func setLength(stated: Length?) {
    if let stated, stated > .zero {
      length = stated
      lengthSource = .statedLine
    } else if let line, line.length <= .longestSection {
      length = line.length
      lengthSource = .drawnLine
    }
  }

  /// What the rows of the cable and of its line say beyond the model.
  var allAttributes: Attributes {
    guard !lineAttributes.isEmpty else { return attributes }
    return Attributes((attributes.entries + lineAttributes.entries).map { (name: $0.name, value: $0.value) })
  }
}
