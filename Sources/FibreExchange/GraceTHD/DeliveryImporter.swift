import FibreModel
import GeoFormats

/// A delivery on its way into a network: what has been built, noticed and set aside so far.
struct DeliveryImporter {
  private(set) var delivery: Delivery
  var builder = NetworkBuilder()
  var findings: [Finding]
  /// The tables without which no route can be followed.
  /// Columns without which there is nothing to follow: their absence is an error.
  private static let coreColumns: Set = ["ps_1", "ps_2", "fo_cb_code", "fo_nincab"]
  private static let coreTables = ["t_noeud", "t_cable", "t_fibre", "t_position"]
  /// Tables whose rows are asked for again once they have been read.
  private static let tablesReadTwice: Set = ["t_cable"]
  /// Tables that have become objects, row by row.
  private var importedTables: Set<String> = []

  init(_ delivery: Delivery) {
    self.delivery = delivery
    findings = delivery.findings
  }

  /// Runs every step in the order in which tables name each other.
  mutating func run() {
    reserveCapacity()
    setDefectsAside()
    importOrganisations()
    importPlaces()
    importRooms()
    importAreasAndPremises()
    importBoxes()
    importPathways()
    importCablesAndJoints()
    importDucts()
    importSlackLoops()
    importRoutes()
    importCompanions()
    setRemainingTablesAside()
  }

  /// Makes room for what comes in great numbers.
  private mutating func reserveCapacity() {
    func count(_ table: String) -> Int { delivery.tables[table]?.rowCount ?? 0 }
    builder.reserve(
      nodes: count("t_noeud"), addresses: count("t_adresse"), premises: count("t_suf"), boxes: count("t_ebp"),
      cassettes: count("t_cassette"), cables: count("t_cable"), sections: count("t_cable"))
  }

  /// Reads a table row by row. A row without a code, or whose code is taken, goes to quarantine.
  ///
  /// - Parameters:
  ///   - fields: The columns that become fields; all others become attributes.
  ///   - body: Adds the object; false when its code is taken.
  mutating func each(
    _ name: String, code: String, fields: [String], body: (inout DeliveryImporter, inout RowCursor) -> Bool
  ) {
    guard let table = open(name, columns: [code] + fields) else { return }
    guard table.has(code) else {
      setAside(table, missing: code)
      return
    }
    var cursor = RowCursor(table, code: code, fields: fields)
    for index in 0..<table.rowCount {
      cursor.move(to: index)
      guard !cursor.code.isEmpty else {
        setAside(
          table, index, "code.missing", .error,
          "The row has no \(code), so nothing can name it; it was not imported. Give it a code.")
        continue
      }
      if body(&self, &cursor) {
        if !cursor.findings.isEmpty { findings += cursor.findings }
      } else {
        setAside(
          table, index, "code.duplicate", .error,
          "\(code) \(cursor.code) stands there before; this row was not imported. Keep one of them.", code: cursor.code)
      }
    }
    findings += cursor.repeatedFindings
    if !Self.tablesReadTwice.contains(name) { letRowsGo(of: name) }
  }

  /// Gives back the memory of a table whose rows have become objects: a large delivery must not stand in memory beside
  /// the network that is made of it.
  mutating func letRowsGo(of name: String) { delivery.letRowsGo(of: name) }

  /// A table of the delivery, from now on counted as imported; columns it lacks are reported.
  mutating func open(_ name: String, columns: [String]) -> DeliveryTable? {
    importedTables.insert(name)
    guard let table = delivery.tables[name] else {
      if Self.coreTables.contains(name), !delivery.unreadable.contains(name) {
        note(
          "table.missing", .warning, name,
          "The delivery holds no \(name), without which there is no network to follow. Ask for it.")
      }
      return nil
    }
    for column in columns where !table.has(column) {
      let severity: Finding.Severity = Self.coreColumns.contains(column) ? .error : .warning
      note("column.missing", severity, table.fileName, Self.lacking(column, in: name))
    }
    return table
  }

  private static func lacking(_ column: String, in table: String) -> Sentence {
    "\(table) has no column \(column), so nothing is known of it. Ask for the table with all its columns."
  }

  mutating func note(
    _ rule: String, _ severity: Finding.Severity, _ place: String, _ message: Sentence, code: String = ""
  ) {
    findings.append(Finding(rule: rule, severity: severity, place: place, code: code, message: message))
  }

  /// Keeps a row word for word, and says why.
  mutating func setAside(
    _ table: DeliveryTable, _ index: Int, _ rule: String, _ severity: Finding.Severity, _ message: Sentence,
    code: String = ""
  ) {
    let finding = Finding(
      rule: rule, severity: severity, place: table.place(index), code: code, message: message)
    findings.append(finding)
    quarantine(table, index, finding)
  }

  private mutating func quarantine(_ table: DeliveryTable, _ index: Int, _ finding: Finding) {
    builder.add(
      QuarantinedRow(table: table.name, line: table.line(index), cells: table.cells(index), finding: finding))
  }
}

// MARK: - Whole tables set aside

extension DeliveryImporter {
  /// Keeps all rows of a table that lacks the column without which they mean nothing.
  mutating func setAside(_ table: DeliveryTable, missing column: String) {
    findings.removeAll {
      $0.rule == "column.missing" && $0.place == table.fileName && $0.message == Self.lacking(column, in: table.name)
    }
    setAside(
      table, "column.missing", .error,
      "\(table.name) has no column \(column), so none of its rows could be imported. Ask for the table again.")
  }

  private mutating func setRemainingTablesAside() {
    let unread = delivery.tables.values.filter { !importedTables.contains($0.name) } + delivery.others
    var lists: [DeliveryTable] = []
    for table in unread.sorted(by: { $0.fileName < $1.fileName }) {
      if let other = delivery.tables[table.name], other.fileName != table.fileName {
        setAside(
          table, "table.repeated", .warning,
          "The delivery holds \(table.name) twice; the rows of this file are kept as they are. Remove one of them.")
      } else if table.name.hasPrefix("l_") {
        lists.append(table)
      } else {
        setAside(
          table, "table.not-modelled", .info,
          "The network has no place for \(table.name); its \(table.rowCount) rows are kept as they are.")
      }
    }
    setListsAside(lists)
  }

  /// The value lists of the standard come with many deliveries; one finding speaks for all of them.
  private mutating func setListsAside(_ lists: [DeliveryTable]) {
    guard let first = lists.first else { return }
    let count = lists.reduce(0) { $0 + $1.rowCount }
    let message: Sentence = "The \(count) rows of \(lists.count) value lists from here on are kept as they are."
    note("table.value-list", .info, first.fileName, message)
    for list in lists { quarantineAll(list, "table.value-list", .info, message) }
  }

  /// One finding in the report for the whole table, and one with its own line for each row.
  mutating func setAside(
    _ table: DeliveryTable, _ rule: String, _ severity: Finding.Severity, _ message: Sentence
  ) {
    note(rule, severity, table.fileName, message)
    quarantineAll(table, rule, severity, message)
  }

  private mutating func quarantineAll(
    _ table: DeliveryTable, _ rule: String, _ severity: Finding.Severity, _ message: Sentence
  ) {
    for index in 0..<table.rowCount {
      let code = table.columns.isEmpty ? "" : table.file.rows[index, 0]
      quarantine(
        table, index,
        Finding(rule: rule, severity: severity, place: table.place(index), code: code, message: message))
    }
  }

  /// What the reader of the files found: rows that could not be split into cells are kept as one text.
  private mutating func setDefectsAside() {
    for table in delivery.allTables {
      for defect in table.file.defects {
        let finding = DeliveryFindings.defect(defect, in: table)
        findings.append(finding)
        guard let text = defect.text else { continue }
        builder.add(
          QuarantinedRow(
            table: table.name, line: table.line(recorded: defect.line), cells: [(name: "row", value: text)],
            finding: finding))
      }
    }
  }
}
