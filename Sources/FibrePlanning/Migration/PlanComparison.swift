public import FibreModel

/// Two plans side by side: what a second one changes of the first.
public struct PlanComparison: Sendable {
  /// What becomes of a service of either plan.
  public enum Change: Hashable, Sendable {
    /// Moved already when the second plan was made.
    case done
    /// The same night and closure.
    case kept
    /// The same night, another closure.
    case otherClosure(from: String, to: String)
    /// Another night, of which a new notice must tell.
    case otherNight(from: Int, to: Int)
    /// Only the first plan moves it.
    case dropped(from: Int)
    /// Only the second plan moves it.
    case added(to: Int)
  }

  /// By service, in order of code.
  public let changes: [(service: Code<Service>, change: Change)]
  public let first: PlanObjectives
  public let second: PlanObjectives
  /// Services that the second plan moves.
  public let movedCount: Int
  /// Services, or fibres without one, that each plan leaves where they are.
  public let notMoved: (first: Int, second: Int)

  /// Compares two plans; services in `done` had moved before the second one was made.
  public init(_ first: MigrationPlan, _ second: MigrationPlan, done: Set<Code<Service>> = []) {
    self.first = first.objectives
    self.second = second.objectives
    movedCount = second.services.count
    notMoved = (first.notMoved.count, second.notMoved.count)
    let (before, after) = (Self.moves(of: first), Self.moves(of: second))
    changes = Set(before.keys).union(after.keys).sorted().map { service in
      (service, Self.change(before[service], after[service], isDone: done.contains(service)))
    }
  }

  private static func change(_ old: Move?, _ new: Move?, isDone: Bool) -> Change {
    switch (old, new) {
    case (let old?, let new?) where old.night != new.night: .otherNight(from: old.night, to: new.night)
    case (let old?, let new?) where old.closure != new.closure: .otherClosure(from: old.closure, to: new.closure)
    case (.some, .some): .kept
    case (let old?, nil): isDone ? .done : .dropped(from: old.night)
    case (nil, let new?): .added(to: new.night)
    case (nil, nil): preconditionFailure("a service of neither plan")
    }
  }

  private struct Move {
    let night: Int
    var closure: String
  }

  /// The night of each service, and the first closure in which it is spliced.
  private static func moves(of plan: MigrationPlan) -> [Code<Service>: Move] {
    var moves = Dictionary(
      plan.services.map { ($0.service, Move(night: $0.night, closure: "")) }, uniquingKeysWith: { first, _ in first })
    for visit in plan.nights.flatMap(\.visits) {
      for step in visit.steps where step.action == .splice {
        if let service = step.service, moves[service]?.closure.isEmpty ?? false {
          moves[service]?.closure = visit.closure
        }
      }
    }
    return moves
  }

  /// Services of which a notice has to be changed: another night, or none any more.
  public var renoticed: Int {
    changes.count {
      switch $0.change {
      case .otherNight, .dropped, .added: true
      default: false
      }
    }
  }
}
