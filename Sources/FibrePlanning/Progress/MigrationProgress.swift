public import FibreModel

/// How far one night of a plan has come.
public struct NightProgress: Hashable, Sendable {
  /// How many of its splices are made: all, some or none.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case done, partly, left
  }

  /// The number of its window.
  public let night: Int
  public let date: CalendarDate
  public let state: State
  /// Fusion splices planned, and those of them that are made.
  public let splices: Int
  public let splicesDone: Int
  /// Crews planned.
  public let crews: Int
  /// Crews that made at least one splice.
  public let crewsThatWorked: Int
}

/// Where a service stands.
public enum ServiceProgress: String, Hashable, Sendable, CaseIterable {
  /// It starts in the new room, and every splice of its move was measured within the limit.
  case verified
  /// It starts in the new room.
  case moved
  /// It is cut, and not joined again on all of its fibres.
  case dark
  /// It was moved once, and starts in the old room again.
  case reverted
  /// It starts in the old room, as before.
  case left
}

/// A service of the plan and where it stands.
public struct ServiceStanding: Hashable, Sendable {
  public let service: Code<Service>
  /// Where it stands.
  public let progress: ServiceProgress
}

/// What keeps a migration from going on as planned.
public enum MigrationBlock: Hashable, Sendable {
  /// A service that is cut and not joined again.
  case dark(Code<Service>)
  /// Splices measured over the limit: how many, and in which closures.
  case overLimit(Int, closures: [String])
  /// Work of a night that has passed is not done.
  case overdue(night: Int, splices: Int)
  /// Cords of a room's list that a night's work calls for and that are not laid, or not taken away, yet: how many, and
  /// the first.
  case cords(Int, first: String, room: String, night: Int)
  /// Slots that a night needs and something else lies in: how many, and the first.
  case slotsTaken(Int, first: String, closure: String, night: Int)
  /// New fibres that a night needs and that are spliced to something else: how many, and the first.
  case fibresTaken(Int, first: String, closure: String, night: Int)
  /// A cable that a night needs is accepted on that night at the earliest, or later.
  case notAccepted(String, on: CalendarDate, night: Int)
  /// A client of a night must not be touched on its date.
  case forbidden(client: String, night: Int)
  /// No window is left for so many splices.
  case noWindow(splices: Int)
}

/// How far a migration has come, read from the inventory alone: whoever applied what, and however.
public struct MigrationProgress: Hashable, Sendable {
  /// The site that everything leaves.
  public let from: Code<Site>
  /// The site where everything comes to start.
  public let to: Code<Site>
  /// That of the network it was read from.
  public let revision: Int
  /// The day that it is told for.
  public let date: CalendarDate
  /// In order of window.
  public let nights: [NightProgress]
  /// Each service that the plan moves, in order of code.
  public let services: [ServiceStanding]
  /// Closures with work in the plan, and those of them in which all of it is done.
  public let closures: Int
  public let closuresDone: Int
  /// Splices planned, made, and made and measured.
  public let splices: Int
  public let splicesDone: Int
  public let splicesMeasured: Int
  /// Crews that made at least one splice, summed over the nights.
  public let crewNightsWorked: Int
  /// The date of the last night at the present pace; nothing when no window is left for what is left.
  public let forecastEnd: CalendarDate?
  /// The date of the last night of the plan; nothing when it has none.
  public let plannedEnd: CalendarDate?
  /// What keeps it from going on as planned, the worst first.
  public let blocks: [MigrationBlock]

  /// Services that stand so.
  public func count(_ progress: ServiceProgress) -> Int { services.count { $0.progress == progress } }
  /// Nights in such a state.
  public func count(_ state: NightProgress.State) -> Int { nights.count { $0.state == state } }

  /// Splices a crew and night, in hundredths; nothing before the first one.
  public var hundredthsOfSplicesPerCrewNight: Int? {
    crewNightsWorked == 0 ? nil : (200 * splicesDone / crewNightsWorked + 1) / 2
  }
}
