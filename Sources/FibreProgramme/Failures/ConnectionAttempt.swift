public import FibreModel

/// One try at a client's final connection.
public struct ConnectionAttempt: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: Hashable, Sendable {
    case success
    case failure(FailureCode)
  }

  public let order: String
  /// From 1 within its order.
  public let number: Int
  public let date: CalendarDate
  public let outcome: Outcome
  /// The cause that was found on inspection, where one was made; the code is only what the operator declares.
  public let verifiedCause: FailureCause?
  public let address: String
  /// The distribution point, or empty.
  public let distributionPoint: String
  /// Who built the plug, or empty.
  public let contractor: String
  /// When the plug was handed over, where that is known.
  public let handedOverOn: CalendarDate?

  /// Makes an attempt.
  public init(
    order: String, number: Int, date: CalendarDate, outcome: Outcome, verifiedCause: FailureCause? = nil,
    address: String = "", distributionPoint: String = "", contractor: String = "", handedOverOn: CalendarDate? = nil
  ) {
    self.order = order
    self.number = number
    self.date = date
    self.outcome = outcome
    self.verifiedCause = verifiedCause
    self.address = address
    self.distributionPoint = distributionPoint
    self.contractor = contractor
    self.handedOverOn = handedOverOn
  }

  public var code: FailureCode? {
    if case .failure(let code) = outcome { return code }
    return nil
  }

  /// The cause of a failure: what was verified, else that of the code, else another; nothing of a success.
  public var cause: FailureCause? { code.map { verifiedCause ?? $0.cause ?? .other } }
}
