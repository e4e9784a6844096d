import FibreModel

// What the two legs of a protected pair share: whatever they share, one accident takes both.

extension RouteRules {
  static let protectionRules: [Rule<RouteTable>] = [
    Rule("protection.shared-tube", .error, "The two legs of a pair lie in one tube.") { table, report in
      for pair in pairs(table) {
        guard let tube = pair.tubes.first else { continue }
        let section = table.network.sections[tube.section].code
        pair.add(to: &report, "Both legs lie in tube \(tube.number) of \(section). Move one of them to another cable.")
      }
    },
    Rule("protection.shared-cable", .warning, "The two legs of a pair lie in one cable, in different tubes.") {
      table, report in
      for pair in pairs(table) where pair.tubes.isEmpty {
        guard let section = pair.sections.first else { continue }
        let code = table.network.sections[section].code
        pair.add(to: &report, "Both legs lie in \(code), in different tubes. One cut of the cable takes both.")
      }
    },
    Rule("protection.shared-closure", .info, "The two legs of a pair pass one closure.") { table, report in
      for pair in pairs(table) where pair.sections.isEmpty {
        guard let box = pair.closures.first else { continue }
        pair.add(to: &report, "Both legs pass \(table.network.boxes[box].code).")
      }
    },
  ]

  private struct Tube: Hashable, Comparable {
    let section: Index<CableSection>
    let number: Int

    static func < (a: Self, b: Self) -> Bool { (a.section, a.number) < (b.section, b.number) }
  }

  /// A protected pair, and what its legs share, in order.
  private struct Pair {
    let leg: Code<Service>
    let protected: Code<Service>
    let tubes: [Tube]
    let sections: [Index<CableSection>]
    let closures: [Index<Box>]

    func add(to report: inout RuleReport, _ shared: Sentence) {
      report.add("service", leg.rawValue, "\(leg) protects \(protected). \(shared)")
    }
  }

  private static func pairs(_ table: RouteTable) -> [Pair] {
    let network = table.network
    return network.services.indices.compactMap { service in
      guard let peer = network.services[service].protects, let other = network.services.index(of: peer) else {
        return nil
      }
      let (one, two) = (way(service, table), way(other, table))
      return Pair(
        leg: network.services[service].code, protected: peer,
        tubes: one.tubes.intersection(two.tubes).sorted(),
        sections: one.sections.intersection(two.sections).sorted(),
        closures: one.closures.intersection(two.closures).sorted())
    }
  }

  /// Tubes, sections and closures on all fibres of a service, patch cords apart.
  private static func way(
    _ service: Index<Service>, _ table: RouteTable
  ) -> (tubes: Set<Tube>, sections: Set<Index<CableSection>>, closures: Set<Index<Box>>) {
    let network = table.network
    var tubes: Set<Tube> = []
    var closures: Set<Index<Box>> = []
    for route in table.links(of: service).compactMap(\.route) {
      for fibre in route.fibres {
        let section = network.section(of: fibre)
        guard network.cables[network.sections[section].cable].kind != .patchCord else { continue }
        let number = network.sections[section].tube(ofFibre: network.number(of: fibre))
        tubes.insert(Tube(section: section, number: number))
      }
      closures.formUnion(route.hops.compactMap { network.box(of: $0.joint) })
    }
    return (tubes, Set(tubes.map(\.section)), closures)
  }
}
