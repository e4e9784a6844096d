public import FibreModel

/// What to think of an address that goes from one state to another.
///
/// The matrix is a proposal of this program, built on the operators' state definitions; no public norm has one.
public enum TransitionVerdict: String, Hashable, Sendable, CaseIterable {
  case unchanged
  case allowed
  /// Possible, but it wants a reason, and is counted.
  case regression
  case refused

  /// The verdict on a step; an address that is new comes from no state.
  public init(from before: AddressState?, to after: AddressState) {
    let row = Self.matrix[before.map { Int($0.rawValue) + 1 } ?? 0]
    switch row[row.index(row.startIndex, offsetBy: Int(after.rawValue))] {
    case ".": self = .unchanged
    case "V": self = .allowed
    case "R": self = .regression
    default: self = .refused
    }
  }

  /// Rows: new, then the states in order. Columns: the states in order.
  private static let matrix = [
    "VVVV-R-",
    ".VVV-RV",
    "R.VV-RV",
    "RR.V-VV",
    "R-V.VRV",
    "---R.VV",
    "R-RR-.V",
    "V-R--R.",
  ]
}

/// An address that goes to another state by somebody's decision; a snapshot, which only observes, is no decision.
public struct StateDecision: Hashable, Sendable {
  public let address: String
  public let from: AddressState?
  public let to: AddressState
  public let date: CalendarDate
  /// Why it goes back; empty where it doesn't.
  public let reason: String

  /// Why a decision is not taken.
  public enum Refusal: Error, Hashable, Sendable {
    case notAllowed(from: AddressState?, to: AddressState)
    case reasonMissing(from: AddressState?, to: AddressState)
  }

  /// Makes a decision that the matrix allows.
  public init(
    address: String, from: AddressState?, to: AddressState, date: CalendarDate, reason: String = ""
  ) throws(Refusal) {
    switch TransitionVerdict(from: from, to: to) {
    case .unchanged, .refused: throw .notAllowed(from: from, to: to)
    case .regression where reason.isEmpty: throw .reasonMissing(from: from, to: to)
    case .regression, .allowed: break
    }
    self.address = address
    self.from = from
    self.to = to
    self.date = date
    self.reason = reason
  }
}
