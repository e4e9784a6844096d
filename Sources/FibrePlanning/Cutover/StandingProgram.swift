import Solver

/// What hangs on a tube's moving, and on its moving in the window that was announced.
struct TubeStakes: Hashable, Sendable {
  /// Services that move with it; one in several tubes counts with the first of them.
  var services = 0
  /// Notices that change, at least, if it moves in another window than announced.
  var elsewhere = 0
  /// Notices that change if it stays, besides the certain ones.
  var staying = 0
  /// Notices that change whatever it does: its services were announced for several windows.
  var certain = 0
}

/// What can move, and what of it can stand as announced.
struct StandingAnswer: Hashable, Sendable {
  /// The tubes that move, in order.
  let moving: [Int]
  /// The option of each of them that keeps its announced window, by tube.
  let standing: [Int: Int]
  /// Services that move here.
  let services: Int
  /// Services that move in any schedule, at most.
  let mostServices: Int
  /// Notices that change in any schedule that moves as many services as this one, at least.
  let fewestChanges: Int
}

/// Which tubes can move at all, and then which of them in their announced window, as mixed-integer programs.
///
/// Kept are trays and tubes of new cable, services in several tubes, the crews and their minutes, and the tie after the
/// last window and after each window in which it would else be too small. Left out are quotas, how tubes pack into
/// nights, and in what order things happen that are not as announced. So what it proves holds for every schedule; a
/// search must show that there is one.
struct StandingProgram {
  let problem: CutoverProblem
  let stakes: [TubeStakes]
  /// Tubes that hold fibres of one service: both move, or neither.
  let inseparable: [CutoverProblem.Pair]

  /// What is made as large, or as small, as can be.
  private enum Goal {
    case mostServices
    case fewestChanges(services: Int)
  }

  /// Solves both programs; nothing when the solver finds no answer within its limits.
  func answer(_ solver: SolverLimits) throws(SolverFailure) -> StandingAnswer? {
    let first = built(.mostServices)
    guard let most = try solved(first, solver) else { return nil }
    let moving = tubes(moving: most.solution, first)
    let services = self.services(in: moving)
    let bound = max(services, Int((-most.bound + 1e-6).rounded(.down)))
    guard problem.tubes.contains(where: { $0.announced != nil }) else {
      return StandingAnswer(
        moving: moving, standing: [:], services: services, mostServices: bound, fewestChanges: 0)
    }
    return try fewestChanges(services: services, of: bound, solver)
  }

  /// The answer of the second program; windows in which the tie is too small come into it as they are found.
  private func fewestChanges(
    services: Int, of most: Int, _ solver: SolverLimits
  ) throws(SolverFailure) -> StandingAnswer? {
    var tight: Set<Int> = []
    while true {
      var build = built(.fewestChanges(services: services))
      for window in tight.sorted() { addTie(&build, after: window) }
      guard let found = try solved(build, solver) else { return nil }
      let moving = tubes(moving: found.solution, build)
      let standing = standing(found.solution, build)
      let short = windowsShortOfTie(moving: moving, standing: standing).filter { !tight.contains($0) }
      guard short.isEmpty || tight.count >= 12 else {
        tight.formUnion(short.prefix(4))
        continue
      }
      let allStaying = stakes.reduce(0) { $0 + $1.staying }
      return StandingAnswer(
        moving: moving, standing: standing, services: self.services(in: moving), mostServices: most,
        fewestChanges: max(0, allStaying + Int((found.bound - 1e-5).rounded(.up))))
    }
  }

  private func solved(
    _ build: Build, _ solver: SolverLimits
  ) throws(SolverFailure) -> (solution: Solution, bound: Double)? {
    switch try build.program.minimise(solver) {
    case .optimal(let solution): (solution, solution.objective)
    case .feasible(let solution, let bound): (solution, bound)
    case .infeasible, .stopped: nil
    }
  }

  // MARK: Answers

  private func services(in tubes: [Int]) -> Int { tubes.reduce(0) { $0 + stakes[$1].services } }

  private func tubes(moving solution: Solution, _ build: Build) -> [Int] {
    problem.tubes.indices.filter { tube in build.choices[tube].contains { $0.map(solution.isSet) ?? false } }
  }

  private func standing(_ solution: Solution, _ build: Build) -> [Int: Int] {
    var options: [Int: Int] = [:]
    for (tube, places) in build.standing.enumerated() where places.contains(where: { solution.isSet($0.variable) }) {
      options[tube] = build.choices[tube].firstIndex { $0.map(solution.isSet) ?? false }
    }
    return options
  }

  /// Windows after which the tie is too small, wherever the tubes are that change; those that lack most first.
  private func windowsShortOfTie(moving: [Int], standing: [Int: Int]) -> [Int] {
    let tie = LeastTie(problem, moving: moving, standing: Set(standing.keys))
    let lacks = problem.windows.indices.map { (window: $0, lack: tie.after($0) - problem.tieFibres) }
    return lacks.filter { $0.lack > 0 }.sorted { ($1.lack, $0.window) < ($0.lack, $1.window) }.map(\.window)
  }
}

// MARK: - Rows

extension StandingProgram {
  private typealias Term = (MixedIntegerProgram.Variable, Double)

  /// A program in the making.
  private struct Build {
    var program = MixedIntegerProgram()
    /// By tube and option: whether it moves that way; nothing where it never can.
    var choices: [[MixedIntegerProgram.Variable?]] = []
    /// By tube: whether it moves in its announced window, at each closure where it can.
    var standing: [[(closure: Int, variable: MixedIntegerProgram.Variable)]] = []

    /// Whether a tube moves, as a sum.
    func moves(_ tube: Int) -> [Term] { choices[tube].compactMap { $0 }.map { ($0, 1) } }
    /// Whether it moves in its announced window, as a sum.
    func stands(_ tube: Int) -> [Term] { standing[tube].map { ($0.variable, 1) } }
  }

  private func built(_ goal: Goal) -> Build {
    var build = Build()
    addChoices(&build, goal)
    addRoom(&build)
    for pair in inseparable {
      build.program.addRow(build.moves(pair.a) + build.moves(pair.b).map { ($0.0, -1) }, equalTo: 0)
    }
    addTie(&build, after: nil)
    guard case .fewestChanges(let services) = goal else {
      build.standing = Array(repeating: [], count: problem.tubes.count)
      return build
    }
    addStanding(&build)
    let moved = problem.tubes.indices.flatMap { tube in
      build.moves(tube).map { ($0.0, Double(stakes[tube].services)) }
    }
    build.program.addRow(moved, atLeast: Double(services))
    return build
  }

  /// Each tube moves at most one way. What carries no service moves too where it can, but displaces nothing that does.
  private func addChoices(_ build: inout Build, _ goal: Goal) {
    let grain = 0.5 / Double(problem.tubes.count + 1)
    for (tube, row) in problem.tubes.enumerated() {
      let cost =
        switch goal {
        case .mostServices: -Double(stakes[tube].services) - grain
        case .fewestChanges: Double(stakes[tube].elsewhere - stakes[tube].staying) - grain
        }
      build.choices.append(row.options.map { isEverOpen($0) ? build.program.addBinary(cost: cost) : nil })
      build.program.addRow(build.moves(tube), atMost: 1)
    }
  }

  private func isEverOpen(_ option: CutoverProblem.Option) -> Bool {
    problem.windows.indices.contains { isOpen(option, in: $0) }
  }

  private func isOpen(_ option: CutoverProblem.Option, in window: Int) -> Bool {
    problem.windows[window].crews > 0 && !option.closedWindows.contains(window)
      && option.minutes <= room(of: option.closure, in: window)
  }

  private func room(of closure: Int, in window: Int) -> Int {
    max(0, problem.windows[window].minutes - problem.closures[closure].visitMinutes)
  }

  private func crews(in closure: Int, _ window: Int) -> Int {
    min(problem.windows[window].crews, problem.closures[closure].maxCrews)
  }

  /// Trays and tubes of new cable, and the minutes of all crews of all windows.
  private func addRoom(_ build: inout Build) {
    var uses = [[Term]](repeating: [], count: problem.resources.count)
    var work = [[Term]](repeating: [], count: problem.closures.count)
    for (tube, row) in problem.tubes.enumerated() {
      for (option, choice) in zip(row.options, build.choices[tube]) {
        guard let choice else { continue }
        for resource in option.resources { uses[resource].append((choice, 1)) }
        work[option.closure].append((choice, Double(option.minutes)))
      }
    }
    for (resource, terms) in uses.enumerated() where !terms.isEmpty {
      build.program.addRow(terms, atMost: Double(problem.resources[resource]))
    }
    var all: [Term] = []
    for (closure, terms) in work.enumerated() where !terms.isEmpty {
      let most = problem.windows.indices.reduce(0) { $0 + crews(in: closure, $1) }
      let nights = build.program.addVariable(0...Double(most))
      let night = problem.windows.indices.map { room(of: closure, in: $0) }.max() ?? 0
      build.program.addRow(terms + [(nights, -Double(night))], atMost: 0)
      all.append((nights, 1))
    }
    build.program.addRow(all, atMost: Double(problem.windows.reduce(0) { $0 + $1.crews }))
  }

  /// A tube stands if it moves by an option that is open in its window, and the crews of that window have the minutes.
  private func addStanding(_ build: inout Build) {
    var work: [[Int]: [Term]] = [:]
    for (tube, row) in problem.tubes.enumerated() {
      build.standing.append([])
      guard let window = row.announced?.window else { continue }
      for closure in Set(row.options.map(\.closure)).sorted() {
        let open = zip(row.options, build.choices[tube]).filter {
          $0.0.closure == closure && isOpen($0.0, in: window)
        }
        guard let minutes = open.map(\.0.minutes).min() else { continue }
        let stands = build.program.addBinary(cost: -Double(stakes[tube].elsewhere) - 1e-4)
        build.standing[tube].append((closure, stands))
        build.program.addRow([(stands, 1)] + open.compactMap(\.1).map { ($0, -1) }, atMost: 0)
        work[[window, closure], default: []].append((stands, Double(minutes)))
      }
    }
    addCrews(&build, work)
    for pair in problem.apart where pair.a != pair.b {
      guard let a = problem.tubes[pair.a].announced?.window, let b = problem.tubes[pair.b].announced?.window,
        abs(a - b) < problem.soakWindows
      else { continue }
      build.program.addRow(build.stands(pair.a) + build.stands(pair.b), atMost: 1)
    }
  }

  /// - Parameter work: Minutes of what stands, by window and closure.
  private func addCrews(_ build: inout Build, _ work: [[Int]: [Term]]) {
    var crewsOf: [Int: [Term]] = [:]
    for (place, terms) in work.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let (window, closure) = (place[0], place[1])
      let count = build.program.addVariable(0...Double(crews(in: closure, window)), isInteger: true)
      build.program.addRow(terms + [(count, -Double(room(of: closure, in: window)))], atMost: 0)
      crewsOf[window, default: []].append((count, 1))
    }
    for (window, terms) in crewsOf.sorted(by: { $0.key < $1.key }) {
      build.program.addRow(terms, atMost: Double(problem.windows[window].crews))
    }
  }

  /// The tie after a window, or in the end. What stands has moved by then or has not; what changes may have.
  private func addTie(_ build: inout Build, after window: Int?) {
    guard problem.tieFibres < .max else { return }
    let held = problem.tubes.reduce(0) { $0 + $1.heldTie }
    let moved = problem.tubes.indices.map { progress(of: $0, after: window, &build) }
    var tie: [Term] = []
    for (tube, row) in problem.tubes.enumerated() where row.lastingTie != row.heldTie {
      tie += moved[tube].map { ($0.0, $0.1 * Double(row.lastingTie - row.heldTie)) }
    }
    for cord in problem.cords {
      let isStretched = build.program.addVariable(0...1)
      let difference = moved[cord.a] + moved[cord.b].map { ($0.0, -$0.1) }
      build.program.addRow(difference + [(isStretched, -1)], atMost: 0)
      build.program.addRow(difference + [(isStretched, 1)], atLeast: 0)
      tie.append((isStretched, Double(cord.fibres)))
    }
    build.program.addRow(tie, atMost: Double(problem.tieFibres - held))
  }

  private func progress(of tube: Int, after window: Int?, _ build: inout Build) -> [Term] {
    guard let window else { return build.moves(tube) }
    let announced = problem.tubes[tube].announced?.window
    if let announced, announced > window, build.moves(tube).isEmpty { return [] }
    let hasMoved = build.program.addVariable(0...1)
    let early = announced.map { $0 <= window } ?? false
    // Not before it stands, where that is later, nor unless it moves.
    let late = early ? [] : build.stands(tube)
    build.program.addRow(
      [(hasMoved, 1)] + build.moves(tube).map { ($0.0, -1) } + late, atMost: 0)
    if early { build.program.addRow([(hasMoved, 1)] + build.stands(tube).map { ($0.0, -1) }, atLeast: 0) }
    return [(hasMoved, 1)]
  }
}
