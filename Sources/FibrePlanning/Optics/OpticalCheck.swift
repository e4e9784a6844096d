public import FibreModel

/// What may keep a link from working.
public enum OpticalTerm: String, Hashable, Sendable, CaseIterable {
  /// Too little light arrives.
  case loss
  /// Too much light arrives.
  case overload
  case dispersion
  case reach
}

/// Whether a link works with its optics on a route, and what limits it.
public struct OpticalCheck: Hashable, Sendable {
  public let optics: Optics
  public let length: Length
  public let loss: Loss
  /// Budget less loss and repair reserve; below zero too little light arrives.
  public let margin: Loss
  /// Accumulated chromatic dispersion in picoseconds per nanometre, rounded up.
  public let dispersion: Int
  public let verdict: OpticalVerdict
  /// Every term that fails; when none does and the verdict is marginal, the loss.
  public let limits: [OpticalTerm]

  /// Where the verdict was reached: every term is judged at the wavelength of the optics.
  public var wavelength: Wavelength { optics.wavelength }

  /// Judges a length and a loss.
  ///
  /// Loss is marginal below the comfortable margin; overload, dispersion and reach hold or fail. Dispersion counts
  /// from 1400 nm on; near 1310 nm it is close to zero (ITU-T G.652).
  public init(optics: Optics, length: Length, loss: Loss, parameters: OpticalParameters) {
    self.optics = optics
    self.length = length
    self.loss = loss
    margin = optics.budget - loss - parameters.repairReserve
    dispersion =
      optics.wavelength.nanometres < 1400
      ? 0 : Self.roundedUpKilometres(length, times: parameters.dispersionPerKilometre)
    var failing: [OpticalTerm] = []
    if margin < .zero { failing.append(.loss) }
    if loss < optics.minimumLoss { failing.append(.overload) }
    if let limit = optics.dispersionLimit, dispersion > limit { failing.append(.dispersion) }
    if let reach = optics.reach, length > reach { failing.append(.reach) }
    let isMarginal = failing.isEmpty && margin < parameters.comfortableMargin
    verdict = isMarginal ? .marginal : failing.isEmpty ? .ok : .fails
    limits = isMarginal ? [.loss] : failing
  }

  private static func roundedUpKilometres(_ length: Length, times factor: Int) -> Int {
    Int((length.millimetres * Int64(factor) + 999_999) / 1_000_000)
  }
}

extension Tracer {
  /// Judges a route with some optics; nothing when the rules give no attenuation at their wavelength.
  public func check(_ route: OpticalRoute, with optics: Optics) -> OpticalCheck? {
    lossBudget(of: route, at: optics.wavelength).map {
      OpticalCheck(optics: optics, length: route.length, loss: $0.total, parameters: network.rules.optical)
    }
  }

  /// Judges the links of a service with its optics, fibre by fibre; those that can't be followed, or a service without
  /// known optics, are not judged.
  public func checks(of service: Index<Service>) -> [OpticalCheck] {
    guard let optics = network.services[service].optics.flatMap({ network.optics[$0] }) else { return [] }
    return links(of: service).compactMap { link in link.route.flatMap { check($0, with: optics) } }
  }
}
