public import FibreModel

/// Something to be mended that was noted at acceptance.
public struct Reserve: Hashable, Sendable {
  /// How grave it is; a blocking one forbids the handover.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case blocking, major, minor
  }

  /// Where it stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case open, corrected, lifted, contested, cancelled

    /// What may follow.
    public var successors: [State] {
      switch self {
      case .open: [.corrected]
      case .corrected: [.lifted, .contested]
      case .contested: [.open, .cancelled]
      case .lifted, .cancelled: []
      }
    }

    /// Money and handover wait for it.
    public var isPending: Bool { self != .lifted && self != .cancelled }
  }

  /// Why a step is not taken.
  public enum Refusal: Error, Hashable, Sendable {
    case notAllowed(from: State, to: State)
    case before(CalendarDate, asked: CalendarDate)
  }

  public let code: String
  public let severity: Severity
  /// What it is about.
  public let object: String
  public let openedOn: CalendarDate
  public let dueOn: CalendarDate?
  public private(set) var state: State = .open
  public private(set) var changedOn: CalendarDate

  /// Makes an open reserve.
  public init(code: String, severity: Severity, object: String, openedOn: CalendarDate, dueOn: CalendarDate? = nil) {
    self.code = code
    self.severity = severity
    self.object = object
    self.openedOn = openedOn
    self.dueOn = dueOn
    changedOn = openedOn
  }

  /// Whether it was noted by a day and not mended yet.
  public func isPending(on date: CalendarDate) -> Bool {
    openedOn <= date && (state.isPending || changedOn > date)
  }

  /// Takes a step.
  public mutating func move(to next: State, on date: CalendarDate) throws(Refusal) {
    guard state.successors.contains(next) else { throw .notAllowed(from: state, to: next) }
    guard date >= changedOn else { throw .before(changedOn, asked: date) }
    state = next
    changedOn = date
  }
}
