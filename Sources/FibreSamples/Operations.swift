/// The companion files that say what GraceTHD has no place for.
struct Operations {
  let draft: Draft
  let services: [Service]

  /// Every companion file, by name.
  var files: [SampleDelivery.Companion] {
    [
      .init(name: "services.csv", text: servicesText), .init(name: "optics.csv", text: opticsText),
      .init(name: "acceptance.csv", text: acceptanceText), .init(name: "windows.csv", text: windowsText),
      .init(name: "forbidden.csv", text: forbiddenText), .init(name: "closures.csv", text: closuresText),
      .init(name: "migration.json", text: MigrationParameters.text),
    ]
  }

  private func csv(_ header: String, _ lines: [[String]]) -> String {
    ([header] + lines.map { $0.joined(separator: ";") }).joined(separator: "\n") + "\n"
  }

  var servicesText: String {
    csv(
      "service;class;kind;client;operator;fibres;endA;endB;protects;maxOutageMinutes;optics;equipment",
      services.map { service in
        [
          service.code, service.level, service.kind, service.client, service.operatorCode,
          String(service.strands.count), ports(service, \.start), ports(service, \.end), service.protects,
          String(service.maxOutageMinutes), service.optics, service.equipment,
        ]
      })
  }

  /// The ports at one end, fibre by fibre; two neighbours are written as a range.
  private func ports(_ service: Service, _ end: KeyPath<Strand, Port?>) -> String {
    let ports = service.strands.compactMap { draft.strands[$0][keyPath: end] }
    precondition(ports.count == service.strands.count, "\(service.code) does not end on ports")
    let code = draft.panels[ports[0].panel].code
    if ports.count == 1 { return "\(code):\(ports[0].number)" }
    precondition(ports[1].panel == ports[0].panel && ports[1].number == ports[0].number + 1, service.code)
    return "\(code):\(ports[0].number)-\(ports[1].number)"
  }

  var opticsText: String {
    csv(
      "optics;wavelengthNanometres;budgetDecibels;minLossDecibels;dispersionPsPerNm;reachMetres",
      Optics.all.map {
        [
          $0.name, String($0.wavelength), $0.budget, $0.minimum, $0.dispersion,
          $0.reach.isEmpty ? "" : $0.reach + "000",
        ]
      })
  }

  private var acceptanceText: String {
    csv(
      "cable;acceptedOn",
      FirstRingDesign.newCables.map { ["CAB-IT-" + $0.closure, $0.acceptedOn] } + [["CAB-IT-SF", "2027-01-05"]])
  }

  /// Forty-five nights, from Tuesday to Thursday, from 12 January 2027.
  private var windowsText: String {
    let nights = (0..<15).flatMap { week in (0..<3).map { CalendarDay(year: 2027, dayOfYear: 12 + week * 7 + $0) } }
    return csv(
      "window;date;start;minutes;reserveMinutes;crews",
      nights.enumerated().map { [String($0.offset + 1), $0.element.text, "00:00", "360", "60", "2"] })
  }

  private var forbiddenText: String {
    let names = PublicSites.all.map(\.name)
    let schools = names.filter { $0.hasPrefix("collège") || $0.hasPrefix("lycée") }
    let treasuries = names.filter { $0.hasPrefix("trésorerie") }
    let care = names.filter { $0.hasPrefix("CHU") || $0 == "SAMU" }
    let periods: [([String], String, String, String)] = [
      (schools, "2027-01-26", "2027-01-28", "examens"), (schools, "2027-03-09", "2027-03-11", "examens"),
      (treasuries, "2027-01-27", "2027-02-02", "échéance de paie"),
      (treasuries, "2027-02-24", "2027-03-02", "échéance de paie"),
      (treasuries, "2027-03-30", "2027-04-02", "échéance de paie"),
      (care, "2027-02-02", "2027-02-12", "changement du système de garde"),
    ]
    return csv(
      "client;from;to;reason", periods.flatMap { names, from, to, reason in names.map { [$0, from, to, reason] } })
  }

  private var closuresText: String {
    csv(
      "closure;setupMinutes;closeMinutes;maxCrews;freeTrays",
      FirstRingDesign.closures.map {
        [$0.code, String($0.setupMinutes), "15", String($0.maxCrews), String($0.freeTrays)]
      })
  }
}

/// A day, found by its rank in the year.
struct CalendarDay {
  var year: Int
  var dayOfYear: Int

  /// Year, month and day, as ISO 8601 writes them, for a year that is not a leap year.
  var text: String {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (month, day) = (1, dayOfYear)
    while month < 12, day > lengths[month - 1] {
      day -= lengths[month - 1]
      month += 1
    }
    return "\(year)-\(padded(month, 2))-\(padded(day, 2))"
  }
}
