import FibreModel

extension ContentTable {
  static let serviceTables = [optics, services, servicePorts, declaredRoutes, declaredRouteFibres, quarantine]

  private static let optics = ContentTable(
    "optics", names("code wavelength_nm budget_udb minimum_loss_udb dispersion_limit reach_mm"),
    of: { $0.optics.rows }, numbers: { $0.optics }
  ) { row, _ in
    [
      Cell(row.code), Cell(row.wavelength.nanometres), Cell(row.budget), Cell(row.minimumLoss),
      Cell(row.dispersionLimit), Cell(row.reach),
    ]
  }

  private static let services = ContentTable(
    "services",
    names("code class kind client operator fibre_count protects maximum_outage_minutes optics attributes"),
    of: { $0.services.rows }, numbers: { $0.services }
  ) { row, _ in
    [
      Cell(row.code), Cell(row.serviceClass), Cell(row.kind), Cell(row.client), Cell(row.operatorName),
      Cell(row.fibreCount), Cell(row.protects?.rawValue), Cell(row.maximumOutageMinutes),
      Cell(row.optics?.rawValue), Cell(row.attributes),
    ]
  }

  static let servicePorts = ContentTable(
    "service_ports", key: ["service_id", "side", "position"], ["panel_id", "number"]
  ) { content in
    AnySequence(
      zip(content.numbers.services, content.network.services.rows).flatMap { number, service in
        [("a", service.endA), ("b", service.endB)].flatMap { side, ports in
          ports.enumerated().map { offset, port in
            [
              .integer(number), .text(side), Cell(offset + 1), content.number(port.panel), Cell(port.number),
            ]
          }
        }
      })
  }

  private static let declaredRoutes = ContentTable(
    "declared_routes", names("code name attributes"), of: { $0.declaredRoutes.rows }, numbers: { $0.routes }
  ) { row, _ in [Cell(row.code), Cell(row.name), Cell(row.attributes)] }

  static let declaredRouteFibres = ContentTable(
    "declared_route_fibres", key: ["route_id", "position"], ["cable_id", "fibre"]
  ) { content in
    let network = content.network
    return AnySequence(
      zip(content.numbers.routes, network.declaredRoutes.rows).flatMap { number, route in
        route.fibres.enumerated().map { offset, fibre in
          [
            .integer(number), Cell(offset + 1), content.number(network.section(of: fibre)),
            Cell(network.number(of: fibre)),
          ]
        }
      })
  }

  private static let quarantine = ContentTable(
    "quarantine", names("source_table line cells rule severity place code message arguments"), of: { $0.quarantine },
    numbers: { $0.quarantine }
  ) { row, _ in
    [
      Cell(row.table), Cell(row.line), .text(textOfEntries(row.cells)), Cell(row.finding.rule),
      Cell(row.finding.severity), Cell(row.finding.place), Cell(row.finding.code),
      Cell(row.finding.message.template), .text(textOfArguments(row.finding.message.arguments)),
    ]
  }
}
