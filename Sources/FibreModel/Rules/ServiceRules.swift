extension NetworkRules {
  static let serviceRules: [Rule<Network>] = [
    Rule("service.unknown-port", .error, "A service names a port that its panel does not have.", unknownPorts),
    Rule("service.port-empty", .error, "A service names a port at which there is nothing.", emptyPorts),
    Rule("service.port-shared", .error, "Two services name one port.", sharedPorts),
    Rule("service.fibre-count", .error, "A service's ports don't match its number of fibres.", unevenServices),
    Rule("service.unknown-optics", .error, "A service names optics that nothing describes.", unknownOptics),
    Rule("optics.unknown-wavelength", .error, "Optics work at a wavelength without attenuation.", unknownWavelengths),
    Rule("protection.unknown", .error, "A service protects one that does not exist, or itself.", unknownPeers),
    Rule("protection.not-mutual", .error, "A service protects one that is paired with another.", unevenPairs),
    Rule("route.fibre-repeated", .warning, "A declared route names a fibre twice.", repeatedFibres),
  ]

  /// All ports that services name, with the service of each.
  private static func ports(_ network: Network) -> [(port: Port, service: Service)] {
    network.services.rows.flatMap { service in (service.endA + service.endB).map { ($0, service) } }
  }

  private static func isBeyondItsPanel(_ port: Port, _ network: Network) -> Bool {
    port.number < 1 || port.number > network.panels[port.panel].portCapacity ?? .max
  }

  @Sendable private static func unknownPorts(_ network: Network, _ report: inout RuleReport) {
    for (port, service) in ports(network) where isBeyondItsPanel(port, network) {
      report.add(
        "service", service.code.rawValue, "Port \(network.name(of: port)) is beyond its panel. Correct the number.")
    }
  }

  @Sendable private static func emptyPorts(_ network: Network, _ report: inout RuleReport) {
    for (port, service) in ports(network)
    where !isBeyondItsPanel(port, network) && network.joint(at: port) == nil {
      report.add(
        "service", service.code.rawValue,
        "Nothing is at port \(network.name(of: port)). Correct the port, or join the fibre.")
    }
  }

  @Sendable private static func sharedPorts(_ network: Network, _ report: inout RuleReport) {
    var users: [Port: Service] = [:]
    for (port, service) in ports(network) {
      if let first = users[port] {
        report.add(
          "service", service.code.rawValue,
          "Port \(network.name(of: port)) is named by \(first.code) already. Correct one of them.")
      } else {
        users[port] = service
      }
    }
  }

  @Sendable private static func unevenServices(_ network: Network, _ report: inout RuleReport) {
    for service in network.services.rows
    where service.endA.count != service.fibreCount || service.endB.count != service.fibreCount {
      report.add(
        "service", service.code.rawValue,
        """
        \(service.fibreCount) fibres, \(service.endA.count) ports at A, \(service.endB.count) at B. Correct the \
        service.
        """
      )
    }
  }

  @Sendable private static func unknownOptics(_ network: Network, _ report: inout RuleReport) {
    for service in network.services.rows {
      guard let optics = service.optics, network.optics[optics] == nil else { continue }
      report.add(
        "service", service.code.rawValue, "Nothing describes optics \(optics); its loss can't be judged. Describe them."
      )
    }
  }

  @Sendable private static func unknownWavelengths(_ network: Network, _ report: inout RuleReport) {
    for optics in network.optics.rows where network.rules.optical.attenuations[optics.wavelength] == nil {
      report.add(
        "optics", optics.code.rawValue, "No attenuation is known at \(optics.wavelength.nanometres) nm. State it.")
    }
  }

  @Sendable private static func unknownPeers(_ network: Network, _ report: inout RuleReport) {
    for service in network.services.rows {
      guard let peer = service.protects, network.services[peer] == nil || peer == service.code else { continue }
      let what: Sentence =
        peer == service.code
        ? "It protects itself. Name the other service." : "It protects \(peer), which does not exist. Correct the code."
      report.add("service", service.code.rawValue, what)
    }
  }

  @Sendable private static func unevenPairs(_ network: Network, _ report: inout RuleReport) {
    var protector: [Code<Service>: Code<Service>] = [:]
    for service in network.services.rows {
      guard let peer = service.protects, peer != service.code, let other = network.services[peer] else { continue }
      if let third = other.protects, third != service.code {
        report.add(
          "service", service.code.rawValue, "It protects \(peer), which is paired with \(third). Correct one of them.")
      } else if let first = protector[peer] {
        report.add(
          "service", service.code.rawValue, "It protects \(peer), which \(first) protects already. Correct one of them."
        )
      } else {
        protector[peer] = service.code
      }
    }
  }

  @Sendable private static func repeatedFibres(_ network: Network, _ report: inout RuleReport) {
    for route in network.declaredRoutes.rows {
      var seen: Set<Index<Fibre>> = []
      for fibre in route.fibres where !seen.insert(fibre).inserted {
        report.add(
          "route", route.code.rawValue, "Fibre \(network.code(of: fibre)) is declared twice. Remove one of them.")
      }
    }
  }
}
