public import FibreModel

/// A night of a checked plan with the networks around it.
public struct NightState: Sendable {
  public let night: CheckedNight
  /// As the night finds it.
  public let before: Network
  /// As it leaves it.
  public let after: Network
}

/// The nights of a checked plan, each with its networks, which are let go when the next night is asked for.
public struct NightStates: Sequence, IteratorProtocol, Sendable {
  private var network: Network
  private var nights: ArraySlice<CheckedNight>

  fileprivate init(_ checked: CheckedPlan) {
    network = checked.network
    nights = checked.nights[...]
  }

  /// The next night. O(rows of the network).
  public mutating func next() -> NightState? {
    guard let night = nights.popFirst() else { return nil }
    let before = network
    do throws(ChangeRefusal) {
      network = try network.applying(night.changes)
    } catch {
      preconditionFailure("a checked night does not fit its own network: \(error)")
    }
    return NightState(night: night, before: before, after: network)
  }
}

extension CheckedPlan {
  /// Its nights in order, each with the network before and after it.
  public var states: NightStates { NightStates(self) }
}
