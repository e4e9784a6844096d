public import FibreModel

/// A place that a route passes.
public struct RoutePoint: Hashable, Sendable {
  /// From the start of the route.
  public let position: Length
  /// What is printed on the closure or the site.
  public let code: String
}

/// What a reflectometer should see at one place of a route: one joint, or several too close to be told apart.
public struct ExpectedEvent: Hashable, Sendable {
  /// From the start of the route.
  public let position: Length
  public let joints: [Index<Joint>]
  /// The sum of what its joints should lose.
  public let loss: Loss
  /// The most that they may lose.
  public let limit: Loss
  /// Whether all of them are splices.
  public let isSplice: Bool
  /// Whether a splitter is among them.
  public let isSplitter: Bool
  public let code: String
}

/// A route as a reflectometer should see it at one wavelength.
public struct ExpectedRoute: Hashable, Sendable {
  public let length: Length
  /// In order of position, the connectors at both ends among them.
  public let events: [ExpectedEvent]
  /// Every closure and site, those passed uncut among them, in order of position.
  public let points: [RoutePoint]
  public let loss: Loss
  /// Whether every section's length is stated as laid.
  let isAsLaid: Bool
}

extension Tracer {
  /// What a reflectometer should see of a route; nothing when the rules give no attenuation at the wavelength.
  public func expected(
    of route: OpticalRoute, at wavelength: Wavelength, limits: MeasurementLimits
  ) -> ExpectedRoute? {
    guard let budget = lossBudget(of: route, at: wavelength) else { return nil }
    var events: [ExpectedEvent] = []
    var position = Length.zero
    for line in budget.lines {
      if case .fibre(_, let length) = line.part {
        position += length
      } else if let event = event(line, at: position, limits) {
        events.append(event)
      }
    }
    let points = route.hops.compactMap { hop in
      code(ofPlaceOf: hop.joint).map { RoutePoint(position: hop.runningLength, code: $0) }
    }
    return ExpectedRoute(
      length: route.length, events: events.mergingNeighbours(), points: points, loss: budget.total,
      isAsLaid: route.fibres.allSatisfy { network.sections[network.section(of: $0)].lengthSource == .asLaid })
  }

  private func event(
    _ line: LossBudget.Line, at position: Length, _ limits: MeasurementLimits
  ) -> ExpectedEvent? {
    func made(_ joint: Index<Joint>, limit: Loss, isSplice: Bool = false, isSplitter: Bool = false) -> ExpectedEvent {
      ExpectedEvent(
        position: position, joints: [joint], loss: line.loss, limit: limit, isSplice: isSplice, isSplitter: isSplitter,
        code: code(ofPlaceOf: joint) ?? network.joints.code(of: joint).rawValue)
    }
    return switch line.part {
    case .fibre: nil
    case .fusionSplice(let joint): made(joint, limit: limits.splice, isSplice: true)
    case .mechanicalSplice(let joint): made(joint, limit: limits.mechanicalSplice, isSplice: true)
    case .connector(let joint): made(joint, limit: limits.connector)
    // The table of splitters holds their greatest losses.
    case .splitter(let joint, _): made(joint, limit: line.loss, isSplitter: true)
    }
  }

  /// The closure of a joint, or the site of its panel, else the panel itself.
  private func code(ofPlaceOf joint: Index<Joint>) -> String? {
    if let box = network.box(of: joint) { return network.boxes[box].label }
    guard let port = network.port(of: joint) else { return nil }
    return network.site(of: port.panel).map { network.sites[$0].label } ?? network.panels[port.panel].code.rawValue
  }
}

extension [ExpectedEvent] {
  /// Joints of one room, or of closures side by side, as the one event that they make.
  fileprivate func mergingNeighbours() -> [ExpectedEvent] {
    var merged: [ExpectedEvent] = []
    for event in self {
      guard let last = merged.last, event.position - last.position < MeasurementLimits.resolution else {
        merged.append(event)
        continue
      }
      merged[merged.count - 1] = ExpectedEvent(
        position: last.position, joints: last.joints + event.joints, loss: last.loss + event.loss,
        limit: last.limit + event.limit, isSplice: last.isSplice && event.isSplice,
        isSplitter: last.isSplitter || event.isSplitter, code: last.code)
    }
    return merged
  }
}
