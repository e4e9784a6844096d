public import FibreModel

/// A plug that can't be sold for now although it is counted: a flag beside the state, not a state.
public struct Freeze: Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    case ownerRefusal, coOwnersRefusal, authorityRefusal, roadPermit, addressFault, poleToReplace, privateLand
    case listedBuilding, collapsedDuct
  }

  public let address: String
  public let reason: Reason
  public let from: CalendarDate
  public let expectedEnd: CalendarDate?
  public let endedOn: CalendarDate?
  /// The letter, refusal or photograph that shows it.
  public let evidence: String

  /// Makes a freeze.
  public init(
    address: String, reason: Reason, from: CalendarDate, expectedEnd: CalendarDate?, endedOn: CalendarDate? = nil,
    evidence: String = ""
  ) {
    self.address = address
    self.reason = reason
    self.from = from
    self.expectedEnd = expectedEnd
    self.endedOn = endedOn
    self.evidence = evidence
  }

  /// It holds on a day; not on the day it ends.
  public func isActive(on date: CalendarDate) -> Bool { from <= date && (endedOn.map { $0 > date } ?? true) }

  /// Freezes that hold on a day without an end in sight, past their end, or without evidence; and dates that can't be.
  public static func findings(in freezes: [Freeze], on date: CalendarDate) -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ severity: Finding.Severity, _ freeze: Freeze, _ message: Sentence) {
      findings.append(
        Finding(rule: rule, severity: severity, place: "freeze", code: freeze.address, message: message))
    }
    for freeze in freezes.sorted(by: { ($0.address, $0.from) < ($1.address, $1.from) }) {
      if let end = freeze.endedOn ?? freeze.expectedEnd, end < freeze.from {
        report("freeze.date", .error, freeze, "The freeze of \(freeze.from) ends on \(end), before it. Correct a date.")
      }
      guard freeze.isActive(on: date) else { continue }
      switch freeze.expectedEnd {
      case nil:
        report("freeze.no-end", .warning, freeze, "It is frozen since \(freeze.from) without an end. Agree on one.")
      case let end? where end < date:
        report("freeze.overdue", .warning, freeze, "The freeze was to end on \(end). End it or move its end.")
      default: break
      }
      if freeze.evidence.isEmpty {
        report(
          "freeze.no-evidence", .info, freeze, "Nothing shows why it is frozen since \(freeze.from). Add the letter.")
      }
    }
    return findings
  }
}
