public import FibreModel

/// The rules that look at routes.
public enum RouteRules {
  /// All of them, in the order of the manual.
  public static let all: [Rule<RouteTable>] =
    declaredRouteRules + serviceRouteRules + liveFibreRules + protectionRules + traceRules
}

extension Network {
  /// Every breach of every rule, those that follow routes included, and the findings of quarantined rows; by place, rule
  /// and code. Traces all routes once.
  public func allFindings() -> [Finding] {
    let routes = RouteTable(Tracer(self))
    return (findings() + RouteRules.all.flatMap { $0.findings(in: routes) }).sorted(by: Finding.inOrder)
  }
}

// MARK: - Declared routes

extension RouteRules {
  static let declaredRouteRules: [Rule<RouteTable>] = [
    Rule(
      "route.declared-differs", .error, "A declared route names other fibres than the route that joints make.",
      declaredRoutesThatDiffer),
    Rule(
      "route.declared-incomplete", .warning, "A declared route leaves out fibres of its way.", declaredRoutesWithGaps),
  ]

  /// What a declared route says beyond, or short of, the way that joints make.
  private static func difference(
    _ declared: DeclaredRoute, _ table: RouteTable
  ) -> (strangers: [Index<Fibre>], missing: [Index<Fibre>])? {
    let named = Set(declared.fibres)
    guard let first = declared.fibres.first else { return nil }
    let candidates = table.routes(through: first)
    guard let best = candidates.max(by: { overlap($0, named) < overlap($1, named) }) else { return nil }
    // Cords of a room prolong a way beyond what is declared; only what lies between declared fibres counts as missing.
    let positions = best.fibres.indices.filter { named.contains(best.fibres[$0]) }
    guard let low = positions.first, let high = positions.last else { return nil }
    return (
      declared.fibres.filter { !best.fibres.contains($0) }, best.fibres[low...high].filter { !named.contains($0) }
    )
  }

  private static func overlap(_ route: OpticalRoute, _ named: Set<Index<Fibre>>) -> Int {
    route.fibres.count { named.contains($0) }
  }

  private static func declaredRoutesThatDiffer(_ table: RouteTable, _ report: inout RuleReport) {
    for declared in table.network.declaredRoutes.rows {
      guard let difference = difference(declared, table), !difference.strangers.isEmpty else { continue }
      let first = difference.strangers.prefix(3).map { table.network.name(of: $0) }.joined(separator: ", ")
      let names = difference.strangers.count > 3 ? first + "…" : first
      report.add(
        "declaredRoute", declared.code.rawValue,
        """
        The route is declared over \(names), where the joints lead elsewhere. Look in the boxes on the way, then \
        correct the joints or the declaration.
        """)
    }
  }

  private static func declaredRoutesWithGaps(_ table: RouteTable, _ report: inout RuleReport) {
    for declared in table.network.declaredRoutes.rows {
      guard let difference = difference(declared, table), difference.strangers.isEmpty, !difference.missing.isEmpty
      else { continue }
      let names = difference.missing.map { table.network.name(of: $0) }.joined(separator: ", ")
      report.add(
        "declaredRoute", declared.code.rawValue,
        "The declaration leaves out \(names), by which the light goes. Add what is missing.")
    }
  }
}

// MARK: - Services and traces

extension RouteRules {
  static let serviceRouteRules: [Rule<RouteTable>] = [
    Rule(
      "service.far-end-differs", .error, "The two ends of a service are not joined by its fibres.", servicesThatStray),
    Rule("service.route-open", .error, "The route of a service is open, looped or not certain.", servicesWithoutRoute),
  ]

  private static func servicesThatStray(_ table: RouteTable, _ report: inout RuleReport) {
    let network = table.network
    for service in network.services.indices {
      for link in table.links(of: service) {
        guard let route = link.route, route.status == .complete, let a = link.portA, let b = link.portB, !link.reachesB
        else { continue }
        report.add(
          "service", network.services[service].code.rawValue,
          """
          The fibre at \(network.name(of: a)) does not lead to \(network.name(of: b)). Correct the ports, or the joints \
          on the way.
          """)
      }
    }
  }

  private static func servicesWithoutRoute(_ table: RouteTable, _ report: inout RuleReport) {
    let network = table.network
    for service in network.services.indices {
      for link in table.links(of: service) {
        guard let route = link.route, route.status != .complete, let a = link.portA else { continue }
        report.add("service", network.services[service].code.rawValue, sentence(route, from: network.name(of: a)))
      }
    }
  }

  private static func sentence(_ route: OpticalRoute, from port: String) -> Sentence {
    let count = route.fibres.count
    return switch route.status {
    case .complete, .open: "The route from \(port) is open after \(count) fibres. Trace it and complete the joints."
    case .loop: "The route from \(port) is a loop of \(count) fibres. Trace it and correct the joints."
    case .ambiguous: "The route from \(port) is ambiguous after \(count) fibres. Trace it and correct the joints."
    }
  }

  static let traceRules: [Rule<RouteTable>] = [
    Rule("route.loop", .error, "Joints lead a fibre back to itself.") { table, report in
      for route in table.routes where route.status == .loop {
        report.add(
          "fibre", route.fibres.first.map { table.network.name(of: $0) } ?? "",
          "Light that enters here comes back after \(route.fibres.count) fibres. Find the joint that closes the ring.")
      }
    },
    Rule("route.ambiguous", .warning, "A route meets a fibre end that more than one joint claims.") { table, report in
      for route in table.routes where route.status == .ambiguous {
        report.add(
          "fibre", route.fibres.first.map { table.network.name(of: $0) } ?? "",
          "The way from here is not certain, since two joints claim one fibre end. See joint.contested.")
      }
    },
  ]
}
