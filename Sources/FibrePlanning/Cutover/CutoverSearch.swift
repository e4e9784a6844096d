import Solver

/// When a search ends.
public enum CutoverLimit {
  /// After so many rounds: the same problem and seed give the same plan.
  case rounds(Int)
  /// When no seconds are left; asked again and again, from the searching thread only.
  case clock(secondsLeft: () -> Double)
}

/// Searches the best schedule of a cut-over problem, and proves how good it is.
///
/// First the work is packed into nights by mixed-integer programming, which also gives the bounds; then simulated
/// annealing puts the nights into windows and mends what the packing did not know of: pairs, quotas, the tie. Where that
/// fails, more crew-nights and then more windows are tried.
public struct CutoverSearch {
  let problem: CutoverProblem
  let tables: CutoverTables
  /// Packs work into nights.
  let program: NightProgram
  /// The same, where the figures of options count.
  let figuresProgram: NightProgram
  var random: SplitMix
  /// The best schedule so far.
  public internal(set) var best: CutoverSchedule?
  public internal(set) var bounds: CutoverBounds
  /// Why there is no schedule, while there is none.
  public internal(set) var blockages: [CutoverBlockage]
  /// Rounds spent.
  public internal(set) var rounds = 0

  var limit = CutoverLimit.rounds(1)
  var failures: [CutoverTarget: Int] = [:]
  var outageFailures: [CutoverTarget: Int] = [:]
  /// Nights of the solver; by their windows and number.
  var packings: [CutoverTarget: [PackedNight]] = [:]
  /// Nights of least outage.
  var outagePackings: [CutoverTarget: [PackedNight]] = [:]
  /// What crew-nights are known to need, by windows.
  var nightBounds: [Int: Int] = [:]
  var report: (CutoverSchedule) -> Void = { _ in }
  /// What is known of the announced moves that can stand; nothing where it was not asked.
  var standing: StandingStart?

  public init(_ problem: CutoverProblem, seed: UInt64 = 1) {
    self.problem = problem
    tables = CutoverTables(problem)
    program = NightProgram(problem, byFigures: false)
    figuresProgram = NightProgram(problem, byFigures: true)
    random = SplitMix(seed: seed)
    bounds = CutoverBounds(counting: problem)
    blockages = CutoverBlockage.evident(in: problem)
  }

  /// Whether windows, crew-nights and outage are proved to be the least, in that order.
  public var isOptimal: Bool {
    guard let figures = best?.objectives, figures.changes == 0 else { return false }
    return figures.windows == bounds.windows.value && figures.crewNights == bounds.crewNights.value
      && figures.weightedOutage == bounds.weightedOutage.value
  }

  /// Searches until the limit, or until the best is proved.
  ///
  /// - Parameter report: Told each schedule that is better than all before.
  public mutating func run(_ limit: CutoverLimit, report: @escaping (CutoverSchedule) -> Void = { _ in }) {
    guard blockages.isEmpty else { return }
    self.limit = limit
    self.report = report
    if problem.tubes.contains(where: { $0.announced != nil }) { return keepAnnounced() }
    findFirst()
    prove()
    guard bounds.windows.value <= problem.windows.count else { return }
    improve()
    proveRest()
    polish()
  }

  // MARK: Limits

  var isOver: Bool {
    switch limit {
    case .rounds(let count): rounds >= count
    case .clock(let secondsLeft): secondsLeft() <= 0
    }
  }

  func goesOn() -> Bool {
    switch limit {
    case .rounds: true
    case .clock(let secondsLeft): secondsLeft() > 0
    }
  }

  /// What the solver may spend: nodes where rounds are counted, else also a part of what is left.
  func effort(nodes: Int, part: Double) -> SolverLimits {
    switch limit {
    case .rounds: SolverLimits(seconds: 3_600, nodes: nodes)
    case .clock(let secondsLeft): SolverLimits(seconds: max(0.05, secondsLeft() * part), nodes: nodes)
    }
  }

  mutating func take(_ schedule: CutoverSchedule?) {
    guard let schedule, best.map({ schedule.objectives < $0.objectives }) ?? true else { return }
    best = schedule
    blockages = []
    report(schedule)
  }

  /// The answer of a program; nothing when the solver failed, which leaves a bound unproved but no plan unfound.
  func answer(_ solve: () throws(SolverFailure) -> NightProgram.Answer) -> NightProgram.Answer? {
    do throws(SolverFailure) {
      return try solve()
    } catch {
      return nil
    }
  }
}

/// What a search from an announced plan begins with.
struct StandingStart: Hashable, Sendable {
  /// The option by which each tube that stands moves in its announced window.
  let options: [Int: Int]
  /// The changes of any schedule, at least.
  let fewestChanges: Int
}

/// Windows and crew-nights that a round aims at.
struct CutoverTarget: Hashable {
  let windows: Int
  let crewNights: Int
}
