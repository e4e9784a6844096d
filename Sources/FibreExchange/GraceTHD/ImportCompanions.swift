import FibreModel
import GeoFormats

/// The CSV files beside a delivery that say what GraceTHD has no place for: services, optics, windows, work.
extension DeliveryImporter {
  mutating func importCompanions() {
    var rules = WorkRules()
    importOptics()
    importServices()
    importAcceptances(into: &rules)
    importWindows(into: &rules)
    importForbiddenPeriods(into: &rules)
    importClosureWork(into: &rules)
    readMigrationParameters(into: &rules)
    builder.setRules(rules)
  }

  /// Reads a companion file row by row; `body` answers false when the row makes no sense, which sets it aside.
  ///
  /// Columns that are not in `fields` are kept: in attributes where `hasAttributes`, else the row is also quarantined.
  private mutating func each(
    companion name: String, fields: [String], hasAttributes: Bool = false,
    body: (inout DeliveryImporter, inout RowCursor) -> Bool
  ) {
    guard let table = delivery.companions[name] else { return }
    if let missing = fields.first(where: { !table.has($0.lowercased()) }) {
      return setAside(table, missing: missing)
    }
    let names = fields.map { $0.lowercased() }
    let others = table.columns.filter { !names.contains($0.lowercased()) }
    var cursor = RowCursor(table, code: names[0], fields: names)
    for index in 0..<table.rowCount {
      cursor.move(to: index)
      let isUnderstood = body(&self, &cursor)
      findings += cursor.findings
      if !isUnderstood {
        setAside(
          table, index, "companion.unreadable", .error,
          """
          The row does not say what \(table.fileName) needs, or repeats an earlier one; it was not imported. Correct \
          it.
          """,
          code: cursor.code)
      } else if !hasAttributes, let other = others.first(where: { !cursor.text($0.lowercased()).isEmpty }) {
        setAside(
          table, index, "column.unknown", .info,
          "The network has no place for \(other); the row was imported and is also kept as it is.", code: cursor.code)
      }
    }
  }

  private mutating func importOptics() {
    each(
      companion: "optics",
      fields: [
        "optics", "wavelengthNanometres", "budgetDecibels", "minLossDecibels", "dispersionPsPerNm", "reachMetres",
      ]
    ) { importer, row in
      guard !row.code.isEmpty, let wavelength = row.wholeNumber("wavelengthnanometres"),
        let budget = row.decimal("budgetdecibels")
      else { return false }
      return importer.builder.add(
        Optics(
          code: Code(row.code), wavelength: Wavelength(nanometres: wavelength), budget: Loss(decibels: budget),
          minimumLoss: Loss(decibels: row.decimal("minlossdecibels") ?? 0),
          dispersionLimit: row.wholeNumber("dispersionpspernm"), reach: row.length("reachmetres"))) != nil
    }
  }

  private mutating func importAcceptances(into rules: inout WorkRules) {
    let sections = builder.network.sections
    let cables = builder.network.cables
    each(companion: "acceptance", fields: ["cable", "acceptedOn"]) { _, row in
      guard !row.code.isEmpty, let date = CalendarDate(row.text("acceptedon")) else { return false }
      if sections.index(of: Code(row.code)) == nil, cables.index(of: Code(row.code)) == nil {
        row.note("reference.unknown", .warning, "\(row.code) is no cable of the delivery. Correct the code.")
      }
      rules.acceptances.append(Acceptance(cable: row.code, acceptedOn: date))
      return true
    }
  }

  private mutating func importWindows(into rules: inout WorkRules) {
    each(
      companion: "windows", fields: ["window", "date", "start", "minutes", "reserveMinutes", "crews"]
    ) { _, row in
      guard let number = row.wholeNumber("window"), let date = CalendarDate(row.text("date")),
        let start = Self.minuteOfDay(row.text("start")), let minutes = row.wholeNumber("minutes"),
        let crews = row.wholeNumber("crews"), !rules.windows.contains(where: { $0.number == number })
      else { return false }
      rules.windows.append(
        WorkWindow(
          number: number, date: date, startMinute: start, minutes: minutes,
          reserveMinutes: row.wholeNumber("reserveminutes") ?? 0, crews: crews))
      return true
    }
    rules.windows.sort { $0.number < $1.number }
  }

  /// The windows that one file gives, and what was wrong with it.
  static func windows(in table: DeliveryTable) -> (windows: [WorkWindow], findings: [Finding]) {
    var importer = DeliveryImporter(Delivery(companion: "windows", table))
    var rules = WorkRules()
    importer.importWindows(into: &rules)
    let defects = table.file.defects.map { DeliveryFindings.defect($0, in: table) }
    return (rules.windows, (importer.findings + defects).sorted(by: Finding.inOrder))
  }

  private mutating func importForbiddenPeriods(into rules: inout WorkRules) {
    let clients = Set(builder.network.services.rows.map(\.client))
    each(companion: "forbidden", fields: ["client", "from", "to", "reason"]) { _, row in
      guard !row.code.isEmpty, let from = CalendarDate(row.text("from")), let to = CalendarDate(row.text("to")),
        from <= to
      else { return false }
      if !clients.contains(row.code) {
        row.note("reference.unknown", .warning, "No service has the client \(row.code). Correct the name.")
      }
      rules.forbidden.append(ForbiddenPeriod(client: row.code, from: from, to: to, reason: row.text("reason")))
      return true
    }
  }

  private mutating func importClosureWork(into rules: inout WorkRules) {
    let boxes = builder.network.boxes
    each(
      companion: "closures", fields: ["closure", "setupMinutes", "closeMinutes", "maxCrews", "freeTrays"]
    ) { _, row in
      guard !row.code.isEmpty, let setup = row.wholeNumber("setupminutes"), let close = row.wholeNumber("closeminutes"),
        let crews = row.wholeNumber("maxcrews"), let trays = row.wholeNumber("freetrays"),
        !rules.closures.contains(where: { $0.closure.rawValue == row.code })
      else { return false }
      if boxes.index(of: Code(row.code)) == nil {
        row.note("reference.unknown", .warning, "\(row.code) is no box of the delivery. Correct the code.")
      }
      rules.closures.append(
        ClosureWork(
          closure: Code(row.code), setupMinutes: setup, closeMinutes: close, maximumCrews: crews, freeTrays: trays))
      return true
    }
  }

  /// Minutes after midnight of `00:30`.
  private static func minuteOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}

// MARK: - Services

extension DeliveryImporter {
  private mutating func importServices() {
    let optics = builder.network.optics
    each(
      companion: "services",
      fields: [
        "service", "class", "kind", "client", "operator", "fibres", "endA", "endB", "protects", "maxOutageMinutes",
        "optics",
      ], hasAttributes: true
    ) { importer, row in
      guard !row.code.isEmpty else { return false }
      let endA = importer.ports("enda", of: &row)
      let endB = importer.ports("endb", of: &row)
      let count = row.wholeNumber("fibres") ?? endA.count
      if [endA.count, endB.count].contains(where: { $0 != count && $0 != 0 }) {
        row.note(
          "service.port-count", .error,
          "The service has \(count) fibres, \(endA.count) ports at end A and \(endB.count) at end B. Correct the row.")
      }
      let name = row.text("optics")
      if !name.isEmpty, optics.index(of: Code(name)) == nil {
        row.note("reference.unknown", .warning, "optics names \(name), which is not in optics.csv. Add it there.")
      }
      let protects = row.text("protects")
      return importer.builder.add(
        Service(
          code: Code(row.code), serviceClass: row.meaning("class") { ServiceClass(rawValue: $0) } ?? .standard,
          kind: row.text("kind"), client: row.text("client"), operatorName: row.text("operator"), fibreCount: count,
          endA: endA, endB: endB, protects: protects.isEmpty ? nil : Code(protects),
          maximumOutageMinutes: row.wholeNumber("maxoutageminutes"), optics: name.isEmpty ? nil : Code(name),
          attributes: row.attributes())) != nil
    }
    reportUnknownLegs()
  }

  private mutating func reportUnknownLegs() {
    guard let table = delivery.companions["services"] else { return }
    let (code, protects) = (table.column("service"), table.column("protects"))
    for row in 0..<table.rowCount {
      let other = table[row, protects]
      guard !other.isEmpty, builder.network.services.index(of: Code(other)) == nil else { continue }
      note(
        "service.leg-unknown", .error, table.place(row),
        "protects names \(other), which is no service, so the pair is not protected. Correct it.",
        code: table[row, code])
    }
  }

  /// Ports written as `TI-SF-01:5-6`, several parted by commas, each part after the first with or without its panel.
  private func ports(_ column: String, of row: inout RowCursor) -> [Port] {
    var panel: Index<Panel>?
    var ports: [Port] = []
    for part in row.text(column).split(separator: ",") {
      var numbers = part[...]
      if let colon = part.lastIndex(of: ":") {
        let code = String(part[..<colon].drop { $0 == " " })
        panel = builder.network.panels.index(of: Code(code))
        if panel == nil {
          row.keep(column)
          row.note("service.panel-unknown", .error, "\(column) names \(code), which is not in t_tiroir. Correct it.")
          return []
        }
        numbers = part[part.index(after: colon)...]
      }
      let bounds = numbers.split(separator: "-").compactMap { Int($0.drop { $0 == " " }) }
      guard let panel, let first = bounds.first, let last = bounds.last, bounds.count <= 2, first > 0, last >= first,
        last - first < Self.greatestFibreCount
      else {
        row.keep(column)
        row.note(
          "service.port-unreadable", .error, "\(column) is \(row.text(column)), not ports such as TI-1:5-6. Correct it."
        )
        return []
      }
      ports += (first...last).map { Port(panel: panel, number: $0) }
    }
    return ports
  }
}
