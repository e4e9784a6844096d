public import FibreModel

/// The way of a service in one state of a migration, judged with its optics.
public struct OpticalState: Hashable, Sendable {
  /// When the service is in this state.
  public enum Moment: Hashable, Sendable {
    case before, after
    /// After a night, while one of two links that are patched together has moved: over the tie.
    case overTie(night: Int)
  }

  public let moment: Moment
  /// Of the worst fibre.
  public let check: OpticalCheck
  /// Loss of that fibre at every wavelength that the rules know, shortest first.
  public let losses: [LossAtWavelength]

  /// One way, in nanoseconds.
  public var delayNanoseconds: Int { check.length.delayNanoseconds(at: check.wavelength) }
}

/// What a migration means for the optics of one service.
public struct OpticalOutcome: Hashable, Sendable {
  public let service: Code<Service>
  /// Before, over the tie night by night, and after; one state of a service that the plan leaves alone.
  public let states: [OpticalState]
  /// What would make it work well after the move; empty where it does.
  public let mends: [OpticalMend]

  /// The worst verdict of all states.
  public var verdict: OpticalVerdict { states.map(\.check.verdict).max() ?? .ok }
}

/// Every service with optics of a checked plan, in every state in which the plan leaves it.
public struct OpticalReview: Sendable {
  /// In order of code.
  public let outcomes: [OpticalOutcome]

  /// Judges all services before, after, and over the tie. O(nights × network).
  public init(_ checked: CheckedPlan) {
    var states: [Code<Service>: [OpticalState]] = [:]
    func judge(_ services: [Code<Service>], on network: Network, at moment: OpticalState.Moment) {
      let tracer = Tracer(network)
      var walk = tracer.newWalk()
      for code in services {
        if let state = tracer.state(of: code, at: moment, &walk) { states[code, default: []].append(state) }
      }
    }
    judge(checked.network.services.rows.map(\.code), on: checked.network, at: .before)
    for state in checked.states {
      let night = state.night
      judge(night.tieRoutes.map(\.service), on: state.after, at: .overTie(night: night.night.night))
    }
    judge(checked.plan.services.map(\.service), on: checked.networkAfter, at: .after)
    let mending = OpticalMending(checked)
    outcomes = states.keys.sorted().compactMap { code in
      guard let all = states[code], let last = all.last else { return nil }
      return OpticalOutcome(service: code, states: all, mends: mending.mends(for: code, last))
    }
  }
}

extension Tracer {
  /// The worst fibre of a service, or nothing where it has no optics or no fibre can be followed.
  fileprivate func state(
    of code: Code<Service>, at moment: OpticalState.Moment, _ walk: inout StrandWalk
  ) -> OpticalState? {
    guard let service = network.services.index(of: code),
      let optics = network.services[service].optics.flatMap({ network.optics[$0] })
    else { return nil }
    let judged = links(of: service, &walk).compactMap(\.route).compactMap { route in
      check(route, with: optics).map { (check: $0, route: route) }
    }
    guard let worst = judged.max(by: { ($0.check.verdict, $1.check.margin) < ($1.check.verdict, $0.check.margin) })
    else { return nil }
    let losses = lossBudgets(of: worst.route).map { LossAtWavelength(wavelength: $0.wavelength, loss: $0.total) }
    return OpticalState(moment: moment, check: worst.check, losses: losses)
  }
}
