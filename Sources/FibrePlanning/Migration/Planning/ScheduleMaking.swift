import FibreModel
import Solver

/// Finds the schedule of a migration: what can move, what of it stands as announced, and when the rest goes.
struct ScheduleMaking {
  /// A schedule, what none can beat, and what is proved of the choice of what moves.
  struct Made {
    let schedule: MigrationSchedule
    let bounds: PlanObjectives
    var limits: PlanLimits?
  }

  /// Tries of the quick search.
  private static let quickTries = 400
  /// Rounds for moving more than what was announced and still stands.
  private static let briefRounds = 3
  /// Nodes of the programs that choose what moves.
  private static let choiceNodes = 20

  private let facts: ScheduleFacts
  private let request: MigrationRequest
  private let secondsLeft: (() -> Double)?
  private let announced: AnnouncedMoves?
  private let stakes: [TubeStakes]
  /// Tubes that can be cut somewhere.
  private let movable: [Int]

  init(_ facts: ScheduleFacts, _ request: MigrationRequest, _ secondsLeft: (() -> Double)?) {
    self.facts = facts
    self.request = request
    self.secondsLeft = secondsLeft
    announced = request.announced.map { AnnouncedMoves($0, on: facts.network) }
    stakes = AnnouncedMoves.stakes(facts, announced)
    movable = facts.items.indices.filter { !facts.items[$0].options.isEmpty && !facts.rivals[$0].contains($0) }
  }

  /// Tubes that could be cut, but hold a fibre of a service of which another one stays for certain.
  func tubesHeldByOthers() -> [Int] {
    let fixed = Set(facts.items.indices).subtracting(movable)
    let staying = Set(fixed.flatMap { facts.items[$0].services })
    return movable.filter { facts.items[$0].services.contains(where: staying.contains) }
  }

  /// The best schedule found: of all that can move, else of as much as can.
  func made() -> Made {
    let choice = chosen()
    let moving = choice.map { answer in answer.moving.map { movable[$0] } } ?? movable
    let (found, bounds) = searched(moving, standing: choice)
    if let found { return Made(schedule: found, bounds: bounds, limits: limits(choice)) }
    var made = made(ofWhatFinds: bounds)
    made.limits = limits(choice)
    // Of plans that move as many as the choice; this one moves fewer.
    if let choice, made.schedule.services(facts.items) < choice.services { made.limits?.fewestNotices = nil }
    return made
  }

  // MARK: What moves

  /// What can move, and stand; nothing when the solver finds no answer.
  private func chosen() -> StandingAnswer? {
    let program = StandingProgram(
      problem: CutoverMapping(facts, moving: movable, announced: announced).problem, stakes: movable.map { stakes[$0] },
      inseparable: inseparable())
    do throws(SolverFailure) {
      return try program.answer(
        SolverLimits(seconds: secondsLeft.map { max(0.1, $0() * 0.3) } ?? 3_600, nodes: Self.choiceNodes))
    } catch {
      return nil
    }
  }

  /// Pairs of tubes with fibres of one service, by their places among those that can move.
  private func inseparable() -> [CutoverProblem.Pair] {
    var firstOf: [Index<Service>: Int] = [:]
    var pairs: Set<CutoverProblem.Pair> = []
    for (place, item) in movable.enumerated() {
      for service in facts.items[item].services {
        if let first = firstOf[service] {
          pairs.insert(CutoverProblem.Pair(a: first, b: place))
        } else {
          firstOf[service] = place
        }
      }
    }
    return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// What a choice proves, with what is certain of tubes that can't be cut anywhere.
  private func limits(_ choice: StandingAnswer?) -> PlanLimits? {
    guard let choice else { return nil }
    let fixed = Set(facts.items.indices).subtracting(movable).reduce(0) { $0 + stakes[$1].staying }
    let certain = stakes.reduce(0) { $0 + $1.certain }
    return PlanLimits(
      mostServices: choice.mostServices,
      fewestNotices: announced == nil ? nil : choice.fewestChanges + fixed + certain)
  }

  // MARK: When

  private func searched(
    _ moving: [Int], standing choice: StandingAnswer? = nil, rounds: Int? = nil
  ) -> (MigrationSchedule?, PlanObjectives) {
    let mapping = CutoverMapping(facts, moving: moving, announced: announced)
    var search = CutoverSearch(mapping.problem, seed: request.seed)
    if let choice, announced != nil { search.standing = start(choice) }
    search.run(secondsLeft.map { .clock(secondsLeft: $0) } ?? .rounds(rounds ?? request.iterations))
    return (search.best.map(mapping.schedule), PlanObjectives(search.bounds, facts.windows))
  }

  /// A choice in the offsets of the tubes that it moves.
  private func start(_ choice: StandingAnswer) -> StandingStart {
    let offset = Dictionary(uniqueKeysWithValues: choice.moving.enumerated().map { ($0.element, $0.offset) })
    let options = choice.standing.compactMap { tube, option in offset[tube].map { ($0, option) } }
    let left = Set(movable.indices).subtracting(choice.moving).reduce(0) { $0 + stakes[movable[$1]].staying }
    return StandingStart(
      options: Dictionary(uniqueKeysWithValues: options), fewestChanges: max(0, choice.fewestChanges - left))
  }

  /// Not all of what could move finds a place: a quick search tells what does.
  private func made(ofWhatFinds bounds: PlanObjectives) -> Made {
    var quick = ScheduleSearch(facts: facts, random: SplitMix(seed: request.seed))
    let first = quick.best(iterations: Self.quickTries)
    let placed = facts.items.indices.filter { first.placed[$0] != nil }
    if let standing = standing(), standing.schedule.services(facts.items) >= first.services(facts.items) {
      return standing
    }
    let (some, boundsOfSome) = searched(placed)
    guard let some, announced != nil || some.score.lexicographicallyPrecedes(first.score) else {
      return Made(schedule: first, bounds: boundsOfSome)
    }
    return Made(schedule: some, bounds: boundsOfSome)
  }

  /// A schedule in which the announced moves that can stand do, and that moves others where there is room; nothing when
  /// nothing is announced.
  private func standing() -> Made? {
    guard let announced else { return nil }
    let selection = AnnouncedSelection(facts, announced, of: movable)
    guard !selection.kept.isEmpty else { return nil }
    let others = selection.others(of: movable, announced)
    if !others.isEmpty {
      let (more, bounds) = searched(
        (selection.kept + others).sorted(), rounds: min(Self.briefRounds, request.iterations))
      if let more { return Made(schedule: more, bounds: bounds) }
    }
    let (some, bounds) = searched(selection.kept)
    return some.map { Made(schedule: $0, bounds: bounds) }
  }
}

extension PlanObjectives {
  /// Bounds as a plan announces them: the last window by its number.
  fileprivate init(_ bounds: CutoverBounds, _ windows: [WorkWindow]) {
    let count = min(max(bounds.windows.value, 1), windows.count)
    self.init(
      nights: windows[count - 1].number, crewNights: bounds.crewNights.value,
      weightedOutageMinutes: bounds.weightedOutage.value, splices: bounds.splices.value,
      newFibre: Length(metres: Double(bounds.newFibreMetres.value)))
  }
}
