public import FibreModel

/// What was seen at one place of a route at one wavelength, from one end or from both.
public struct MeasuredEvent: Hashable, Sendable {
  /// From the start of the route.
  public let position: Length
  /// The joints that should be there; nothing where none is.
  public let expected: ExpectedEvent?
  /// As seen from the start of the route; negative where the curve rises.
  public let outward: Loss?
  /// As seen from its finish.
  public let back: Loss?
  /// The strongest reflection; zero when there is none.
  public let reflectance: Loss
  public let place: EventPlace

  /// The loss: the mean of both directions, else what the only one says.
  public var loss: Loss {
    guard let outward, let back else { return outward ?? back ?? .zero }
    return Loss(microdecibels: (outward + back).microdecibels / 2)
  }

  public var isSeenFromBothEnds: Bool { outward != nil && back != nil }
}

/// Where something is, told from the nearest place that the route passes.
public struct EventPlace: Hashable, Sendable {
  /// The closure or site.
  public let code: String
  /// Past it, in the direction of the route; negative before it.
  public let distance: Length
}

/// A route at one wavelength: what all its traces say together.
public struct MeasuredWavelength: Hashable, Sendable {
  public let wavelength: Wavelength
  public let traces: [TraceOnRoute]
  /// In order of position.
  public let events: [MeasuredEvent]
  /// Joints that no trace shows, but for the connectors at both ends.
  public let missing: [ExpectedEvent]
  public let expected: ExpectedRoute

  public var directions: Set<MeasuredDirection> { Set(traces.map(\.direction)) }

  /// Loss from end to end, the mean of all traces that tell it.
  public var loss: Loss? { Self.mean(traces.compactMap(\.loss)) }

  /// The mean of the splices that were seen.
  public var meanSplice: Loss? {
    Self.mean(events.compactMap { $0.expected?.isSplice == true ? $0.loss : nil })
  }

  private static func mean(_ losses: [Loss]) -> Loss? {
    losses.isEmpty
      ? nil : Loss(microdecibels: losses.reduce(.zero, +).microdecibels / Int64(losses.count))
  }
}

/// A route and what was measured on it.
public struct MeasuredRoute: Hashable, Sendable {
  public let route: OpticalRoute
  /// The names of both ends, as `trace` prints them.
  public let start: String
  public let finish: String
  /// Shortest first.
  public let wavelengths: [MeasuredWavelength]
  public let limits: MeasurementLimits
}

extension Tracer {
  /// Compares traces of one route with what should be seen on it; traces at wavelengths of which the rules know no
  /// attenuation are left out. O(route + events²).
  ///
  /// - Parameter traces: Each with the name of its file.
  public func measured(
    _ route: OpticalRoute, by traces: [(source: String, trace: OTDRTrace)], limits: MeasurementLimits
  ) -> MeasuredRoute {
    let groups = Dictionary(grouping: traces) { $0.trace.general.wavelength }
    let wavelengths = groups.sorted { $0.key < $1.key }.compactMap { wavelength, group in
      expected(of: route, at: wavelength, limits: limits).map { expected in
        let laid = TraceDirections(names(atStartOf: route), names(atFinishOf: route)).laid(group, on: expected)
        return EventMatching(expected, laid).measured(at: wavelength)
      }
    }
    return MeasuredRoute(
      route: route, start: network.name(of: network.start(of: route)),
      finish: network.name(of: network.finish(of: route)), wavelengths: wavelengths, limits: limits)
  }

  private func names(atStartOf route: OpticalRoute) -> Set<String> { network.names(of: network.start(of: route)) }
  private func names(atFinishOf route: OpticalRoute) -> Set<String> { network.names(of: network.finish(of: route)) }
}

extension Network {
  /// All that people may call an end of a route, in lower case.
  fileprivate func names(of end: RouteEnd) -> Set<String> {
    var names = [name(of: end)]
    switch end {
    case .port(let port):
      names.append(panels[port.panel].code.rawValue)
      if let site = site(of: port.panel).map({ sites[$0] }) {
        names += [site.code.rawValue, site.externalCode, site.name]
      }
    case .box(let box): names += [boxes[box].code.rawValue, boxes[box].externalCode, boxes[box].name]
    case .fibre(let end):
      for box in node(of: end).map({ boxes(at: $0) }) ?? [] { names.append(boxes[box].label) }
    }
    return Set(names.filter { !$0.isEmpty }.map { $0.lowercased() })
  }
}
