import FibreModel

/// Length, loss and verdict of a service, summed from a `ReplayState` and from nothing else.
struct Judgement: Hashable {
  let figures: RouteFigures
  let verdict: OpticalVerdict
  /// False when the service has no known optics, or the rules no attenuation for them; loss counts as none then.
  let isJudged: Bool
}

/// One fibre of a service: from its near port to its far port, with what cords add on either side.
struct FibreRoute {
  let cord: ReplayWay
  let near: Int
  let cable: ReplayWay
}

extension ReplayState {
  /// The whole route on which a port lies; behind the far port only where no splitter follows.
  func wholeRoute(from port: Port, far: Port?) -> FibreRoute? {
    guard let near = joint(at: port), let ways = ways(from: port) else { return nil }
    var cable = ways.cable
    if let far = far.flatMap({ joint(at: $0) }), let position = cable.joints.firstIndex(of: far),
      cable.joints[position...].contains(where: { joints[$0]?.kind == .splitter })
    {
      cable = cable.upTo(far) ?? cable
    }
    return FibreRoute(cord: ways.cord, near: near, cable: cable)
  }

  /// Judges a service that starts at some ports by its worst fibre; nothing when a fibre can't be followed.
  func judge(_ service: Service, startingAt ports: [Port]) -> Judgement? {
    let optics = service.optics.flatMap { network.optics[$0] }
    var all: [(figures: RouteFigures, verdict: OpticalVerdict)] = []
    for (position, port) in ports.enumerated() {
      let far = position < service.endB.count ? service.endB[position] : nil
      guard let route = wholeRoute(from: port, far: far) else { return nil }
      let length = self.length(of: route)
      let loss = optics.flatMap { self.loss(of: route, at: $0.wavelength) }
      var verdict = OpticalVerdict.ok
      if let optics, let loss { verdict = outcome(optics, length, loss) }
      all.append((RouteFigures(length: length, loss: loss ?? .zero), verdict))
    }
    let worst = all.map(\.figures).max { ($0.loss, $0.length) < ($1.loss, $1.length) }
    let verdict = all.map(\.verdict).max() ?? .ok
    let isJudged = optics.map { network.rules.optical.attenuations[$0.wavelength] != nil } ?? false
    return worst.map { Judgement(figures: $0, verdict: verdict, isJudged: isJudged) }
  }

  private func length(of route: FibreRoute) -> Length {
    (route.cord.fibres + route.cable.fibres).reduce(.zero) { $0 + length(ofFibre: $1) }
  }

  /// The optical length of a fibre: as laid, else its line and its slack; of a cord, its own.
  func length(ofFibre fibre: Int) -> Length {
    guard fibre << 1 < cordBase else { return newCords[fibre - cordBase / 2]?.length ?? .zero }
    return opticalLengths[network.section(of: Index(fibre)).offset]
  }

  private func loss(of route: FibreRoute, at wavelength: Wavelength) -> Loss? {
    guard let attenuation = network.rules.optical.attenuations[wavelength] else { return nil }
    var sum = loss(ofJoint: route.near, isPassed: !route.cord.entries.isEmpty)
    for way in [route.cord, route.cable] {
      for fibre in way.fibres { sum += attenuation.over(length(ofFibre: fibre)) }
      for (position, joint) in way.joints.enumerated() {
        sum += loss(ofJoint: joint, isPassed: position + 1 < way.entries.count)
      }
    }
    return sum
  }

  private func loss(ofJoint joint: Int, isPassed: Bool) -> Loss {
    guard let row = joints[joint] else { return .zero }
    let optical = network.rules.optical
    switch row.kind {
    case .passage, .parked: return .zero
    case .connector, .pigtail: return optical.connector
    case .splice:
      if row.technique.isConnector { return optical.connector }
      return !isPassed ? .zero : row.technique == .mechanical ? optical.mechanicalSplice : optical.fusionSplice
    case .splitter:
      guard isPassed, let input = row.first, input < cordBase,
        let splitter = network.splitter(fedBy: FibreEnd(rawValue: UInt32(input)))
      else { return .zero }
      return OpticalParameters.splitterLoss(ratio: splitter.ratio)
    }
  }

  private func outcome(_ optics: Optics, _ length: Length, _ loss: Loss) -> OpticalVerdict {
    let optical = network.rules.optical
    let margin = optics.budget - loss - optical.repairReserve
    // Near 1310 nm dispersion is next to nothing; from the E band on it adds up with every kilometre begun in part.
    let picoseconds = optics.wavelength.nanometres < 1400 ? 0 : optical.dispersionPerKilometre
    let dispersion = length.millimetres * Int64(picoseconds)
    let isBroken =
      margin < .zero || loss < optics.minimumLoss
      || optics.dispersionLimit.map { dispersion > Int64($0) * 1_000_000 } ?? false
      || optics.reach.map { length > $0 } ?? false
    return isBroken ? .fails : margin < optical.comfortableMargin ? .marginal : .ok
  }
}

extension RouteFigures {
  /// Whether these figures are others within a millimetre and a thousandth of a decibel.
  func agree(with other: RouteFigures, comparingLoss: Bool) -> Bool {
    let length = other.length.millimetres
    let loss = other.loss.microdecibels
    return (length - 1...length + 1).contains(self.length.millimetres)
      && (!comparingLoss || (loss - 1000...loss + 1000).contains(self.loss.microdecibels))
  }
}
