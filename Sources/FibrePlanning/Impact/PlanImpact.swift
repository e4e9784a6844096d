public import FibreModel

/// What may be dark during one night of a plan: all of its cuts at once, on the network as that night finds it.
public struct NightImpact: Sendable {
  public let night: PlanNight
  /// The network before the night; the impact speaks of it.
  public let network: Network
  public let impact: Impact
}

extension CheckedPlan {
  /// What may be dark night by night, at most: each joint that a night takes apart is cut, and what else is in the
  /// closures and rooms that it visits passes by. O(nights × index).
  public func impacts() -> [NightImpact] {
    var network = network
    return nights.map { checked in
      defer { network = Self.applied(checked.changes, to: network) }
      let joints = checked.changes.compactMap { change -> Index<Joint>? in
        switch change {
        case .removeJoint(let joint): network.joints.index(of: joint.code)
        case .replaceJoint(let old, let new) where old.first != new.first || old.second != new.second:
          network.joints.index(of: old.code)
        default: nil
        }
      }
      var query = ImpactQuery(ImpactIndex(Tracer(network)))
      let places = Set(checked.night.visits.compactMap { network.workPlace(named: $0.closure) })
      let impact = query.impact(of: joints.map { .joint($0) }, beside: [], in: Array(places))
      return NightImpact(night: checked.night, network: network, impact: impact)
    }
  }

  private static func applied(_ changes: [NetworkChange], to network: Network) -> Network {
    do throws(ChangeRefusal) {
      return try network.applying(changes)
    } catch {
      preconditionFailure("the changes of a checked plan apply: \(error)")
    }
  }
}

extension Network {
  /// The closure or the site that a visit goes to.
  fileprivate func workPlace(named text: String) -> CutElement? {
    box(named: text).map { .box($0) } ?? site(named: text).map { .site($0) }
  }
}
