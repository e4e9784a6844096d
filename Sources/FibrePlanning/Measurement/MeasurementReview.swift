public import FibreModel

/// Traces of any number of routes, each laid on its own and compared.
public struct MeasurementReview: Sendable {
  /// In the order in which their first trace was given.
  public let routes: [MeasuredRoute]
  /// By place, rule and code; those of traces that could be laid on no route first.
  public let findings: [Finding]
}

extension Tracer {
  /// Finds the route of each trace and compares the traces of each route with what should be seen on it.
  ///
  /// - Parameters:
  ///   - traces: Each with the name of its file.
  ///   - route: The route of all of them, when the files can't tell.
  public func review(
    _ traces: [(source: String, trace: OTDRTrace)], on route: OpticalRoute? = nil, limits: MeasurementLimits
  ) -> MeasurementReview {
    var groups: [(route: OpticalRoute, traces: [(source: String, trace: OTDRTrace)])] = []
    var findings: [Finding] = []
    for item in traces {
      do throws(MeasurementRefusal) {
        let found: OpticalRoute
        if let route { found = route } else { found = try self.route(of: item.trace) }
        if let known = groups.firstIndex(where: { Set($0.route.fibres) == Set(found.fibres) }) {
          groups[known].traces.append(item)
        } else {
          groups.append((found, [item]))
        }
      } catch {
        findings.append(error.finding(about: item.source))
        continue
      }
      let wavelength = item.trace.general.wavelength
      if network.rules.optical.attenuations[wavelength] == nil {
        findings.append(Self.unknown(wavelength, in: item.source))
      }
    }
    let routes = groups.map { measured($0.route, by: $0.traces, limits: limits) }
    return MeasurementReview(
      routes: routes, findings: (findings + routes.flatMap { $0.findings() }).sorted(by: Finding.inOrder))
  }

  private static func unknown(_ wavelength: Wavelength, in source: String) -> Finding {
    Finding(
      rule: "measurement.wavelength", severity: .error, place: source, code: "",
      message: """
        The network gives no attenuation at \(wavelength.nanometres) nm, so the trace can't be compared. Measure at \
        another wavelength.
        """)
  }
}

extension MeasurementRefusal {
  fileprivate func finding(about source: String) -> Finding {
    switch self {
    case .unknownFibre(let cable, let fibre):
      Finding(
        rule: "measurement.fibre-unknown", severity: .error, place: source, code: "",
        message: "Neither the cable \(cable) nor the fibre \(fibre) of the file is known. Give the route with --of.")
    case .noRoute(let name):
      Finding(
        rule: "measurement.route-unclear", severity: .error, place: source, code: name,
        message: "Nothing is joined at \(name), so there is no route to compare with. Complete the joints.")
    case .severalRoutes(let name, let count):
      Finding(
        rule: "measurement.route-unclear", severity: .error, place: source, code: name,
        message: "\(name) is on \(count) routes. Give a port or a fibre of one of them with --of.")
    }
  }
}
