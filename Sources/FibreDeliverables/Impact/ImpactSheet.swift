public import FibreModel
public import FibrePlanning

/// What a cut takes out of service, as people and programs read it.
public struct ImpactSheet: Sendable {
  let cut: [CutElement]
  let impact: Impact
  let network: Network

  /// Arranges an impact on a network.
  public init(_ impact: Impact, of cut: [CutElement], on network: Network) {
    self.impact = impact
    self.cut = cut
    self.network = network
  }

  func code(_ service: Index<Service>) -> String { network.services[service].code.rawValue }

  func label(_ site: Index<Site>?) -> String? { site.map { network.sites[$0].label } }
}
