import FibreModel

/// `t_ropt`: routes as declared, a row a fibre.
extension DeliveryImporter {
  /// Rows of one `rt_code` make one route: in the order of `rt_fo_ordr` where every row has one, else of the file.
  ///
  /// A row whose fibre is unknown goes to quarantine; the route is kept without it.
  mutating func importRoutes() {
    guard let table = open("t_ropt", columns: ["rt_code", "rt_fo_code", "rt_fo_ordr"]) else { return }
    if let missing = ["rt_code", "rt_fo_code"].first(where: { !table.has($0) }) {
      return setAside(table, missing: missing)
    }
    for route in routeRows(table) { addRoute(route, table) }
  }

  private struct RouteRows {
    var code: String
    var rows: [Int] = []
  }

  /// The rows of each route, routes in the order of their first row.
  private mutating func routeRows(_ table: DeliveryTable) -> [RouteRows] {
    let codeColumn = table.column("rt_code")
    let orderColumn = table.column("rt_fo_ordr")
    var routes: [RouteRows] = []
    var places: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let code = table[row, codeColumn]
      guard !code.isEmpty else {
        setAside(
          table, row, "code.missing", .error, "The row has no rt_code; it was not imported. Give it one.")
        continue
      }
      let place = places[code] ?? routes.count
      if place == routes.count {
        places[code] = place
        routes.append(RouteRows(code: code))
      }
      routes[place].rows.append(row)
    }
    for place in routes.indices {
      let orders = routes[place].rows.map { Int(table[$0, orderColumn]) }
      guard orders.allSatisfy({ $0 != nil }) else { continue }
      routes[place].rows = zip(orders, routes[place].rows).sorted { ($0.0 ?? 0, $0.1) < ($1.0 ?? 0, $1.1) }.map(\.1)
    }
    return routes
  }

  private mutating func addRoute(_ route: RouteRows, _ table: DeliveryTable) {
    let fibreColumn = table.column("rt_fo_code")
    let nameColumn = table.column("rt_code_ext")
    let columns = ["rt_id", "rt_fo_ordr", "rt_code_ext"].map { ($0, table.column($0)) }
    var remaining = RemainingColumns(of: table, besides: Set(["rt_code", "rt_fo_code"] + columns.map(\.0)))
    let name = route.rows.map { table[$0, nameColumn] }.first { !$0.isEmpty } ?? ""
    var cells = DeliveryRow(of: table)
    var fibres: [Index<Fibre>] = []
    var attributes: [(name: String, value: String)] = []
    for row in route.rows {
      let code = table[row, fibreColumn]
      guard let fibre = builder.network.fibres.codes.position(of: code) else {
        setAside(
          table, row, "route.fibre-unknown", .warning,
          code.isEmpty
            ? "rt_fo_code is empty; the route was kept without this fibre. Name it."
            : "rt_fo_code names \(code), which is not in t_fibre; the route was kept without it. Add the fibre.",
          code: route.code)
        continue
      }
      fibres.append(Index(fibre))
      for (column, place) in columns where !(column == "rt_code_ext" && table[row, place] == name) {
        attributes.append(("\(column)/\(code)", table[row, place]))
      }
      cells.move(to: row)
      attributes += remaining.attributes(of: cells).entries.map { ("\($0.name)/\(code)", $0.value) }
    }
    guard !fibres.isEmpty else { return }
    let added = builder.add(
      DeclaredRoute(code: Code(route.code), name: name, fibres: fibres, attributes: Attributes(attributes)))
    precondition(added != nil, "routes are gathered by code")
  }
}
