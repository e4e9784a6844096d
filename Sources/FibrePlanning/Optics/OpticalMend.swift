public import FibreModel

/// What would make a link work well that does not.
public enum OpticalMend: Hashable, Sendable {
  /// Other optics of the network's list, each of which would do; those of the same bit rate first.
  case optics([Code<Optics>])
  /// An attenuator before the receiver, of the smallest usual value that is enough.
  case attenuator(Loss)
  /// Cutting its tube in another closure on its way, where that is possible: loss and length there.
  case closure(Code<Box>, OpticalCheck)
}

/// Looks for mends of the services of a checked plan.
struct OpticalMending {
  private let checked: CheckedPlan
  private let otherClosures: OtherClosures

  init(_ checked: CheckedPlan) {
    self.checked = checked
    otherClosures = OtherClosures(checked)
  }

  private var parameters: OpticalParameters { checked.network.rules.optical }

  /// What helps a service in its last state; nothing when it is well.
  func mends(for service: Code<Service>, _ state: OpticalState) -> [OpticalMend] {
    guard state.check.verdict != .ok else { return [] }
    var mends: [OpticalMend] = []
    if let attenuator = attenuator(for: state.check) { mends.append(.attenuator(attenuator)) }
    let others = otherOptics(state)
    if !others.isEmpty { mends.append(.optics(others)) }
    return mends + otherClosures.mends(for: service, state.check)
  }

  /// Values that are sold, in decibels.
  private static let attenuators = [1, 2, 3, 5, 7, 10, 15, 20]

  private func attenuator(for check: OpticalCheck) -> Loss? {
    guard check.limits == [.overload] else { return nil }
    return Self.attenuators.lazy.map { Loss(decibels: Double($0)) }.first { value in
      let weakened = OpticalCheck(
        optics: check.optics, length: check.length, loss: check.loss + value, parameters: parameters)
      return weakened.verdict == .ok
    }
  }

  private func otherOptics(_ state: OpticalState) -> [Code<Optics>] {
    let own = Self.rate(of: state.check.optics)
    let fitting = checked.network.optics.rows.filter { optics in
      guard optics.code != state.check.optics.code,
        let loss = state.losses.first(where: { $0.wavelength == optics.wavelength })?.loss
      else { return false }
      let check = OpticalCheck(optics: optics, length: state.check.length, loss: loss, parameters: parameters)
      return check.verdict == .ok
    }
    let sameRate = fitting.filter { Self.rate(of: $0) == own }
    return (sameRate.isEmpty ? fitting : sameRate).map(\.code)
  }

  /// The bit rate in the name, `10G` of `10G-LR`; empty where it names none.
  private static func rate(of optics: Optics) -> Substring {
    let first = optics.code.rawValue.prefix { $0 != "-" }
    return first.last == "G" && first.dropLast().allSatisfy(\.isNumber) ? first : ""
  }
}
