import FibreModel

extension SnapshotReader {
  mutating func readServices() throws {
    try read(
      "optics", "code wavelength_nm budget_udb minimum_loss_udb dispersion_limit reach_mm", \.optics,
      add: { $0.add($1) }
    ) { _, row in
      Optics(
        code: Code(row.text(1)), wavelength: Wavelength(nanometres: row.number(2)),
        budget: Loss(microdecibels: row.integer(3)), minimumLoss: Loss(microdecibels: row.integer(4)),
        dispersionLimit: row.optionalNumber(5), reach: row.isNull(6) ? nil : row.length(6))
    }
    let endsA = try ports("a")
    let endsB = try ports("b")
    try read(
      "services", "code class kind client operator fibre_count protects maximum_outage_minutes optics attributes",
      \.services, add: { $0.add($1) }
    ) { reader, row in
      Service(
        code: Code(row.text(1)), serviceClass: try row.choice(2), kind: row.text(3), client: row.text(4),
        operatorName: row.text(5), fibreCount: row.number(6), endA: endsA[row.integer(0)] ?? [],
        endB: endsB[row.integer(0)] ?? [], protects: row.optionalText(7).map { Code($0) },
        maximumOutageMinutes: row.optionalNumber(8), optics: row.optionalText(9).map { Code($0) },
        attributes: try reader.attributes(row, 10))
    }
    try readRoutes()
    try readQuarantine()
  }

  private func ports(_ side: String) throws -> [Int64: [Port]] {
    let row = try RowReader(
      database, table: "service_ports",
      sql: "SELECT service_id, panel_id, number FROM service_ports WHERE side = ? ORDER BY service_id, position")
    try row.bind([.text(side)])
    var ports: [Int64: [Port]] = [:]
    while try row.next() {
      guard let panel: Index<Panel> = try index(row, 1, numbers.panels) else { throw row.damage(1) }
      ports[row.integer(0), default: []].append(Port(panel: panel, number: row.number(2)))
    }
    return ports
  }

  private mutating func readRoutes() throws {
    let row = try RowReader(
      database, table: "declared_route_fibres",
      sql: "SELECT route_id, cable_id, fibre FROM declared_route_fibres ORDER BY route_id, position")
    var fibres: [Int64: [Index<Fibre>]] = [:]
    while try row.next() {
      guard let section: Index<CableSection> = try index(row, 1, numbers.cables) else { throw row.damage(1) }
      let cable = builder.network.sections[section]
      guard row.number(2) >= 1, row.number(2) <= cable.fibreCount else { throw row.damage(2) }
      fibres[row.integer(0), default: []].append(cable.fibre(row.number(2)))
    }
    try read("declared_routes", "code name attributes", \.routes, add: { $0.add($1) }) { reader, row in
      DeclaredRoute(
        code: Code(row.text(1)), name: row.text(2), fibres: fibres[row.integer(0)] ?? [],
        attributes: try reader.attributes(row, 3))
    }
  }

  private mutating func readQuarantine() throws {
    let row = try rows("quarantine", "source_table line cells rule severity place code message arguments")
    while try row.next() {
      guard let cells = row.withText(3, { ColumnParser.entries($0) }) else { throw row.damage(3) }
      guard let arguments = row.withText(9, { ColumnParser.arguments($0) }) else { throw row.damage(9) }
      let finding = Finding(
        rule: row.text(4), severity: try row.choice(5), place: row.text(6), code: row.text(7),
        message: Sentence(template: row.text(8), arguments: arguments))
      builder.add(QuarantinedRow(table: row.text(1), line: row.number(2), cells: cells, finding: finding))
      numbers.quarantine.append(row.integer(0))
    }
  }
}
