public import FibreModel

/// What light loses on a route at one wavelength, part by part in the order in which it meets them.
public struct LossBudget: Hashable, Sendable {
  /// What takes light away.
  public enum Part: Hashable, Sendable {
    /// A fibre in its section, over this length.
    case fibre(Index<Fibre>, Length)
    case fusionSplice(Index<Joint>)
    case mechanicalSplice(Index<Joint>)
    /// A port passed, its pigtail included.
    case connector(Index<Joint>)
    /// A splitter passed by one of its legs.
    case splitter(Index<Joint>, ratio: Int)
  }

  /// One part and its loss.
  public struct Line: Hashable, Sendable {
    public let part: Part
    public let loss: Loss
  }

  public let wavelength: Wavelength
  /// Passages, and joints that hold one fibre in a tray, lose nothing and have no line.
  public let lines: [Line]
  public let total: Loss

  public var spliceCount: Int {
    lines.count { line in
      switch line.part {
      case .fusionSplice, .mechanicalSplice: true
      default: false
      }
    }
  }

  public var connectorCount: Int { lines.count { if case .connector = $0.part { true } else { false } } }

  public var splitterCount: Int { lines.count { if case .splitter = $0.part { true } else { false } } }
}

extension Tracer {
  /// The loss of a route with the values of `network.rules.optical`, rounded once a section to 0.000001 dB.
  ///
  /// - Returns: Nothing when the rules give no attenuation at the wavelength.
  public func lossBudget(of route: OpticalRoute, at wavelength: Wavelength) -> LossBudget? {
    guard let attenuation = network.rules.optical.attenuations[wavelength] else { return nil }
    var lines: [LossBudget.Line] = []
    var hops = route.hops[...]
    if hops.first?.arriving == nil, let hop = hops.popFirst() { append(hop, to: &lines) }
    for fibre in route.fibres {
      let length = self.length(of: network.section(of: fibre))
      lines.append(LossBudget.Line(part: .fibre(fibre, length), loss: attenuation.over(length)))
      if let hop = hops.popFirst() { append(hop, to: &lines) }
    }
    return LossBudget(wavelength: wavelength, lines: lines, total: lines.reduce(.zero) { $0 + $1.loss })
  }

  /// The loss of a route at every wavelength that the rules know, shortest first.
  public func lossBudgets(of route: OpticalRoute) -> [LossBudget] {
    network.rules.optical.attenuations.keys.sorted().compactMap { lossBudget(of: route, at: $0) }
  }

  private func append(_ hop: RouteHop, to lines: inout [LossBudget.Line]) {
    if let line = line(hop) { lines.append(line) }
  }

  private func line(_ hop: RouteHop) -> LossBudget.Line? {
    let joint = network.joints[hop.joint]
    let isPassed = hop.arriving != nil && hop.leaving != nil
    let part: LossBudget.Part
    switch joint.kind {
    case .passage, .parked: return nil
    case .splitter:
      guard isPassed, let splitter = joint.first.flatMap({ network.splitter(fedBy: $0) }) else { return nil }
      return LossBudget.Line(
        part: .splitter(hop.joint, ratio: splitter.ratio),
        loss: OpticalParameters.splitterLoss(ratio: splitter.ratio))
    case .connector, .pigtail: part = .connector(hop.joint)
    case .splice where joint.technique.isConnector: part = .connector(hop.joint)
    case .splice:
      guard isPassed else { return nil }
      part = joint.technique == .mechanical ? .mechanicalSplice(hop.joint) : .fusionSplice(hop.joint)
    }
    return LossBudget.Line(part: part, loss: network.passingLoss(of: joint))
  }
}

extension Network {
  /// What light loses in a joint that it passes, splitters aside, by the network's own rules.
  func passingLoss(of joint: Joint) -> Loss {
    switch joint.kind {
    case .passage, .parked, .splitter: .zero
    case .connector, .pigtail: rules.optical.connector
    case .splice where joint.technique.isConnector: rules.optical.connector
    case .splice: joint.technique == .mechanical ? rules.optical.mechanicalSplice : rules.optical.fusionSplice
    }
  }
}
