/// The rules that a plan must keep, numbered C1 to C16 in reports.
public enum PlanRule: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Each live link is moved once, or listed with the reason why not; none is invented.
  case completeness = 1
  /// A link is cut in a closure on its own route, its old side first.
  case route
  /// A moved tube keeps together, trays are free and not over capacity.
  case trays
  /// Crews, closures and minutes fit the window.
  case crews
  /// The two legs of a protected pair are not touched within the soak.
  case protection
  /// Outage limits, forbidden dates, operators' quotas.
  case clients
  /// The tie has fibres enough after every window.
  case tie
  /// What the plan announces is what comes of it.
  case announcements
  /// Every moved link starts at its new port, and keeps its far end and its fibres downstream.
  case conservation
  /// No fibre end, slot or port is used twice at any moment.
  case exclusiveness
  /// Every intermediate state is a valid inventory; an uncut tube is cut and joined again as a whole.
  case intermediateStates
  /// What isn't moved is not touched.
  case untouched
  /// Windows exist and follow each other; cables are accepted before they are used.
  case precedence
  /// Lengths, losses and verdicts are right.
  case optics
  /// A night can be undone, in time.
  case rollBack
  /// In the end nothing that moved passes through the old room, and the old side alone is dead.
  case oldSide

  /// `C1` to `C16`.
  public var name: String { "C\(rawValue)" }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Where in a plan something is wrong; the parts that are known.
public struct PlanPlace: Hashable, Comparable, Sendable {
  /// The window's number.
  public var night: Int?
  /// The rank of the visit in its night, from 1.
  public var visit: Int?
  /// The number of the step, as the plan gives it.
  public var step: Int?

  /// Makes a place; without parts it is the whole plan.
  public init(night: Int? = nil, visit: Int? = nil, step: Int? = nil) {
    self.night = night
    self.visit = visit
    self.step = step
  }

  /// The whole plan last.
  public static func < (a: Self, b: Self) -> Bool {
    (a.night ?? .max, a.visit ?? .max, a.step ?? .max) < (b.night ?? .max, b.visit ?? .max, b.step ?? .max)
  }
}

/// One breach of a rule by a plan.
public struct PlanViolation: Hashable, Comparable, Sendable {
  public let place: PlanPlace
  public let fault: PlanFault

  /// Makes a violation.
  public init(place: PlanPlace, fault: PlanFault) {
    self.place = place
    self.fault = fault
  }

  public var rule: PlanRule { fault.rule }

  /// In the order of the work, then of the rules.
  public static func < (a: Self, b: Self) -> Bool {
    if a.place != b.place { return a.place < b.place }
    return (a.rule.rawValue, "\(a.fault)") < (b.rule.rawValue, "\(b.fault)")
  }
}

/// Everything that is wrong with a plan, in order; never empty.
public struct PlanViolations: Error, Hashable, Sendable {
  public let all: [PlanViolation]
}
