/// One rule of the cut-over problem that a plan breaks.
public enum CutoverViolation: Hashable, Sendable {
  /// A tube with live fibres that no move names.
  case notMoved(tube: String)
  case movedTwice(tube: String)
  /// The instance has no such tube.
  case unknownTube(String)
  /// The tube has no live fibre.
  case spareTube(String)
  /// The closure is not among the tube's candidates.
  case notCandidate(tube: String, closure: String)
  case cableFull(String, used: Int, tubes: Int)
  case traysFull(closure: String, used: Int, free: Int)
  case noSuchWindow(tube: String, window: Int)
  case noSuchCrew(tube: String, crew: Int)
  /// A crew is in several closures in one window.
  case crewDivided(window: Int, crew: Int, closures: [String])
  case crewOvertime(window: Int, crew: Int, closure: String, minutes: Int, usable: Int)
  case closureCrowded(window: Int, closure: String, crews: Int, most: Int)
  /// The two legs move too near to each other.
  case legsTogether(service: String, peer: String, windows: [Int])
  case outageTooLong(service: String, minutes: Int, most: Int)
  case forbiddenWindow(service: String, window: Int)
  case operatorQuota(window: Int, operatorName: String, circuits: Int, most: Int)
  case tieFull(window: Int, fibres: Int, most: Int)
  /// A figure that the plan announces is not the one counted.
  case announced(String, announced: Int, counted: Int)

  /// The number of the checker's rule, C1 to C8.
  public var rule: Int {
    switch self {
    case .notMoved, .movedTwice, .unknownTube, .spareTube: 1
    case .notCandidate: 2
    case .cableFull, .traysFull: 3
    case .noSuchWindow, .noSuchCrew, .crewDivided, .crewOvertime, .closureCrowded: 4
    case .legsTogether: 5
    case .outageTooLong, .forbiddenWindow, .operatorQuota: 6
    case .tieFull: 7
    case .announced: 8
    }
  }
}
