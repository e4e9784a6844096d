public import FibreModel

/// What may be dark during one night of a plan: all of its cuts at once, on the network as that night finds it.
public struct NightImpact: Sendable {
  public let night: PlanNight
  /// The network before the night; the impact speaks of it.
  public let network: Network
  public let impact: Impact
}

extension NightImpact {
  /// What may be dark in one night, at most: each joint that it takes apart is cut, and what else is in the closures and
  /// rooms that it visits passes by. O(index).
  public init(_ state: NightState) {
    let network = state.before
    let joints = state.night.changes.compactMap { change -> Index<Joint>? in
      switch change {
      case .removeJoint(let joint): network.joints.index(of: joint.code)
      case .replaceJoint(let old, let new) where old.first != new.first || old.second != new.second:
        network.joints.index(of: old.code)
      default: nil
      }
    }
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    let places = Set(state.night.night.visits.compactMap { network.workPlace(named: $0.closure) })
    self.init(
      night: state.night.night, network: network,
      impact: query.impact(of: joints.map { .joint($0) }, beside: [], in: Array(places)))
  }
}

extension Network {
  /// The closure or the site that a visit goes to.
  fileprivate func workPlace(named text: String) -> CutElement? {
    box(named: text).map { .box($0) } ?? site(named: text).map { .site($0) }
  }
}
