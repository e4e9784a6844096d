import FibreModel

// Light that nobody has asked for: complete routes out of a room of operators, on which there is no service.

extension RouteRules {
  /// Rooms of PoPs only: in a cabinet a patched line is a subscriber's, which the list of services does not hold.
  static let liveFibreRules: [Rule<RouteTable>] = [
    Rule(
      "fibre.live-without-service", .warning, "A complete route leaves an operators' room, and no service names it."
    ) { table, report in
      guard table.network.services.count > 0 else { return }
      let ways = unnamedWays(table)
      for way in ways where !way.isTie {
        report.add(
          "panel", table.network.name(of: way.from),
          """
          Light can go from here to \(table.network.name(of: way.to)), and no service is known on it. Name it, or take \
          it apart.
          """)
      }
      // A fibre between two PoPs may well wait for use, and so may hundreds: once for each two sites.
      let ties = Dictionary(grouping: ways.filter(\.isTie), by: \.sites)
      for (sites, ways) in ties.sorted(by: { $0.key < $1.key }) {
        report.add("site", table.network.sites[sites.a].code.rawValue, sentence(ways, table.network), severity: .info)
      }
    }
  ]

  private struct Sites: Hashable, Comparable {
    let a: Index<Site>
    let b: Index<Site>

    static func < (a: Self, b: Self) -> Bool { (a.a, a.b) < (b.a, b.b) }
  }

  /// A way between ports of two sites, the lower site first where both are PoPs.
  private struct UnnamedWay {
    let from: Port
    let to: Port
    let sites: Sites
    let isTie: Bool
  }

  private static func unnamedWays(_ table: RouteTable) -> [UnnamedWay] {
    let served = Set(table.network.services.rows.flatMap { $0.endA + $0.endB })
    return table.routes.compactMap { route in
      guard route.status == .complete else { return nil }
      let ports = route.hops.compactMap { table.network.port(of: $0.joint) }
      guard let first = ports.first, let last = ports.last, !ports.contains(where: served.contains) else { return nil }
      return way(first, last, table.network)
    }
  }

  private static func way(_ first: Port, _ last: Port, _ network: Network) -> UnnamedWay? {
    guard let a = network.site(of: first.panel), let b = network.site(of: last.panel), a != b else { return nil }
    switch (network.sites[a].kind == .pop, network.sites[b].kind == .pop) {
    case (false, false): return nil
    case (true, true) where b < a: return UnnamedWay(from: last, to: first, sites: Sites(a: b, b: a), isTie: true)
    case (true, true): return UnnamedWay(from: first, to: last, sites: Sites(a: a, b: b), isTie: true)
    default: return UnnamedWay(from: first, to: last, sites: Sites(a: a, b: b), isTie: false)
    }
  }

  private static func sentence(_ ways: [UnnamedWay], _ network: Network) -> Sentence {
    let far = network.sites[ways[0].sites.b].label
    let (from, to) = (names(ways.map(\.from), network), names(ways.map(\.to), network))
    guard ways.count > 1 else {
      return "1 fibre leads from here (\(from)) to \(far) (\(to)), and no service is known on it. Name what is in use."
    }
    return """
      \(ways.count) fibres lead from here (\(from)) to \(far) (\(to)), and no service is known on them. Name what is \
      in use.
      """
  }

  /// Ports by panel: `TI-1:1-12,17, TI-2:3`.
  private static func names(_ ports: [Port], _ network: Network) -> String {
    Dictionary(grouping: ports, by: \.panel).sorted { $0.key < $1.key }.map { panel, ports in
      "\(network.panels[panel].code):\(ports.map(\.number).sorted().ranges())"
    }.joined(separator: ", ")
  }
}
