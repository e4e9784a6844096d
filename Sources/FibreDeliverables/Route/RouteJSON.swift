public import FibreModel
import FibrePlanning

extension RouteSheet {
  /// `{"routes":[…]}` as `trace --json` prints it.
  public var json: JSONValue { .object(["routes": .array(entries.map(route))]) }

  private func route(_ entry: Entry) -> JSONValue {
    let route = entry.route
    return .object([
      "from": .string(startName(route)), "to": .string(finishName(route)), "status": .string(route.status.rawValue),
      "fibres": .array(route.fibres.map { .string(network.code(of: $0)) }),
      "lengthMetres": .metres(route.length), "splices": .integer(count([.splice], in: route)),
      "connectors": .integer(count([.connector, .pigtail], in: route)),
      "splitters": .integer(count([.splitter], in: route)),
      "loss": .array(entry.budgets.map(loss)), "hops": .array(route.hops.map(hop)),
    ])
  }

  private func loss(_ budget: LossBudget) -> JSONValue {
    .object([
      "wavelengthNanometres": .integer(budget.wavelength.nanometres), "decibels": .decibels(budget.total),
    ])
  }

  private func hop(_ hop: RouteHop) -> JSONValue {
    .object([
      "place": .string(place(of: hop)), "in": .text(name(of: hop.arriving)), "out": .text(name(of: hop.leaving)),
      "kind": .string(kind(of: hop).keyword), "lengthMetres": .metres(hop.length),
      "runningLengthMetres": .metres(hop.runningLength),
    ])
  }

  /// One line a route, for `trace --all`: header in English, decimals of the language, fibres parted by blanks.
  public func csv(in language: Language) -> String {
    let header =
      ["from", "to", "status", "lengthMetres", "splices", "connectors", "splitters"]
      + wavelengths.map { "lossDecibels\($0.nanometres)" } + ["fibres"]
    return CSVText.mark + CSVText.line(header) + entries.map { CSVText.line(cells($0, language)) }.joined()
  }

  private func cells(_ entry: Entry, _ language: Language) -> [String] {
    let route = entry.route
    let losses = wavelengths.map { wavelength in
      entry.budgets.first { $0.wavelength == wavelength }?.total.decibelsText(language, decimals: 3) ?? ""
    }
    return [
      startName(route), finishName(route), route.status.rawValue, route.length.metresText(language, decimals: 3),
      String(count([.splice], in: route)), String(count([.connector, .pigtail], in: route)),
      String(count([.splitter], in: route)),
    ] + losses + [route.fibres.map { network.code(of: $0) }.joined(separator: " ")]
  }
}
