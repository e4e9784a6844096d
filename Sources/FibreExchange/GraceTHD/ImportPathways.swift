import FibreModel

/// Civil works, and what lies in them.
extension DeliveryImporter {
  mutating func importPathways() {
    let nodes = builder.network.nodes
    each("t_cheminement", code: "cm_code", fields: ["cm_ndcode1", "cm_ndcode2", "cm_voie"]) { importer, row in
      let line = row.line() ?? Polyline([])
      // A stated length stays in the attributes with all its digits.
      let length =
        [row.sectionLength("cm_lgreel"), row.sectionLength("cm_long")].compactMap { $0 }.first { $0 > .zero }
        ?? importer.plausible(line.length, of: &row)
      return importer.builder.add(
        Pathway(
          code: Code(row.code), nodeA: row.reference("cm_ndcode1", in: nodes, of: "t_noeud"),
          nodeB: row.reference("cm_ndcode2", in: nodes, of: "t_noeud"), line: line, street: row.text("cm_voie"),
          length: length, attributes: row.attributes())) != nil
    }
  }

  /// The length of a line, or none when no pathway is as long.
  private func plausible(_ drawn: Length, of row: inout RowCursor) -> Length {
    guard drawn > .longestSection else { return drawn }
    row.noteLength("geom", drawn)
    return .zero
  }

  mutating func importDucts() {
    let pathways = links("t_cond_chem", owner: "dm_cd_code", member: "dm_cm_code", of: "t_cheminement") {
      $0.builder.network.pathways.index(of: Code($1))
    }
    let sections = links("t_cab_cond", owner: "cc_cd_code", member: "cc_cb_code", of: "t_cable") {
      $0.builder.network.sections.index(of: Code($1))
    }
    each("t_conduite", code: "cd_code", fields: ["cd_cd_code"]) { importer, row in
      for (name, value) in (pathways[row.code]?.attributes ?? []) + (sections[row.code]?.attributes ?? []) {
        row.keep(name, value: value)
      }
      return importer.builder.add(
        Duct(
          code: Code(row.code), parent: row.text("cd_cd_code"), pathways: pathways[row.code]?.members ?? [],
          sections: sections[row.code]?.members ?? [], attributes: row.attributes())) != nil
    }
  }

  /// What the rows of a table that ties two others say of one owner.
  private struct Links<Member> {
    var members: [Index<Member>] = []
    /// The other columns of each row, under `column/member`.
    var attributes: [(name: String, value: String)] = []
  }

  /// Reads a table that ties members to ducts; a row that names an unknown duct or member goes to quarantine.
  private mutating func links<Member>(
    _ name: String, owner: String, member: String, of memberTable: String,
    find: (borrowing DeliveryImporter, String) -> Index<Member>?
  ) -> [String: Links<Member>] {
    guard let table = open(name, columns: [owner, member]) else { return [:] }
    if let missing = [owner, member].first(where: { !table.has($0) }) {
      setAside(table, missing: missing)
      return [:]
    }
    let ducts = Set(ductCodes())
    let (ownerColumn, memberColumn) = (table.column(owner), table.column(member))
    var remaining = RemainingColumns(of: table, besides: [owner, member])
    var cells = DeliveryRow(of: table)
    var links: [String: Links<Member>] = [:]
    for row in 0..<table.rowCount {
      let (duct, code) = (table[row, ownerColumn], table[row, memberColumn])
      guard let index = find(self, code), ducts.contains(duct) else {
        let (column, unknown, objects) =
          ducts.contains(duct) ? (member, code, memberTable) : (owner, duct, "t_conduite")
        setAside(
          table, row, "reference.unknown", .warning,
          "\(column) names \(unknown), which is not in \(objects); the row was not imported. Add the missing row.",
          code: duct)
        continue
      }
      links[duct, default: Links()].members.append(index)
      cells.move(to: row)
      links[duct]?.attributes += remaining.attributes(of: cells).entries.map {
        ("\($0.name)/\(code)", $0.value)
      }
    }
    return links
  }

  private func ductCodes() -> [String] {
    guard let table = delivery.tables["t_conduite"] else { return [] }
    let column = table.column("cd_code")
    return (0..<table.rowCount).map { table[$0, column] }
  }

  mutating func importSlackLoops() {
    guard let table = open("t_love", columns: ["lv_cb_code", "lv_nd_code", "lv_long"]) else { return }
    var cursor = RowCursor(table, code: "lv_id", fields: ["lv_cb_code", "lv_nd_code", "lv_long"])
    let (nodes, sections) = (builder.network.nodes, builder.network.sections)
    var lengths: [Index<CableSection>: Length] = [:]
    for index in 0..<table.rowCount {
      cursor.move(to: index)
      let code = cursor.text("lv_cb_code")
      guard let section = sections.index(of: Code(code)) else {
        setAside(
          table, index, "reference.unknown", .warning,
          "lv_cb_code names \(code), which is not in t_cable; the row was not imported. Add the cable.",
          code: cursor.code)
        continue
      }
      var length = cursor.sectionLength("lv_long") ?? .zero
      let total = lengths[section, default: sections[section].length] + length
      if total > .longestSection {
        cursor.noteLength(cursor.table.spelling(of: "lv_long"), total)
        cursor.keep("lv_long")
        length = .zero
      }
      lengths[section, default: sections[section].length] += length
      let node = cursor.reference("lv_nd_code", in: nodes, of: "t_noeud")
      builder.add(
        SlackLoop(
          identifier: cursor.code, section: section, node: node, length: length, attributes: cursor.attributes()))
      findings += cursor.findings
    }
    findings += cursor.repeatedFindings
  }
}
