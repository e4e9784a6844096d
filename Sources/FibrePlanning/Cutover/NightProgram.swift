import Solver

/// Tubes that the pattern program can't tell apart.
struct TubeKind: Hashable, Sendable {
  var options: [CutoverProblem.Option]
}

/// The nights that the work packs into, as a mixed-integer program: which tubes go to which closure, and in what patterns
/// of durations a closure's nights are filled.
///
/// Left out: pairs, quotas, the tie, and which window a night falls in. So what it proves holds for every plan.
struct NightProgram {
  /// What is made as small as can be.
  enum Goal {
    case crewNights, windows, outage
  }

  /// What is known or wanted beforehand.
  struct Limits {
    var windows: Int?
    var crewNights: Int?
  }

  /// How a program ended.
  struct Answer {
    /// No plan is below; nothing when the work can't be packed at all.
    let bound: Int?
    let nights: [PackedNight]?
    let isOptimal: Bool
  }

  let problem: CutoverProblem
  private let kinds: [(kind: TubeKind, tubes: [Int])]
  private let patterns: [NightPatterns]
  /// The longest night in each closure.
  private let night: [Int]

  init(_ problem: CutoverProblem) {
    self.problem = problem
    var order: [TubeKind] = []
    var tubesOf: [TubeKind: [Int]] = [:]
    for (tube, row) in problem.tubes.enumerated() where row.done == nil {
      let kind = TubeKind(options: row.options)
      if tubesOf[kind] == nil { order.append(kind) }
      tubesOf[kind, default: []].append(tube)
    }
    kinds = order.map { ($0, tubesOf[$0] ?? []) }
    let night = problem.closures.map { closure in
      max(0, problem.windows.filter { $0.crews > 0 }.map { $0.minutes - closure.visitMinutes }.max() ?? 0)
    }
    self.night = night
    patterns = problem.closures.indices.map { closure in
      let options = order.flatMap(\.options).filter { $0.closure == closure && $0.minutes <= night[closure] }
      return NightPatterns(durations: Set(options.map(\.minutes)), night: night[closure])
    }
  }

  /// The most crews of any window.
  private var crews: Int { max(1, problem.windows.map(\.crews).max() ?? 1) }

  /// Solves for a goal.
  ///
  /// - Parameter isRelaxed: Only the linear relaxation, which is quick and gives a bound, but no nights.
  func solve(
    _ goal: Goal, _ limits: Limits = Limits(), isRelaxed: Bool = false, solver: SolverLimits
  ) throws(SolverFailure) -> Answer {
    var build = Build()
    addTubes(&build, goal, isRelaxed)
    addNights(&build, goal, limits, isRelaxed)
    addResources(&build)
    switch try build.program.minimise(solver) {
    case .optimal(let solution):
      return Answer(
        bound: wholeAbove(solution.objective), nights: isRelaxed ? nil : packed(solution, build), isOptimal: true)
    case .feasible(let solution, let bound):
      return Answer(bound: wholeAbove(bound), nights: isRelaxed ? nil : packed(solution, build), isOptimal: false)
    case .stopped(let bound): return Answer(bound: wholeAbove(bound), nights: nil, isOptimal: false)
    case .infeasible: return Answer(bound: nil, nights: nil, isOptimal: true)
    }
  }

  /// The least whole number that is not below, but for rounding of the solver.
  private func wholeAbove(_ value: Double) -> Int { value.isFinite ? Int((value - 1e-5).rounded(.up)) : 0 }

  private struct Build {
    var program = MixedIntegerProgram()
    /// By kind and option.
    var choices: [[MixedIntegerProgram.Variable?]] = []
    /// By closure: of each pattern, how many nights; or, without patterns, of all together.
    var nights: [[MixedIntegerProgram.Variable]] = []
  }

  private func addTubes(_ build: inout Build, _ goal: Goal, _ isRelaxed: Bool) {
    for (kind, tubes) in kinds {
      let count = Double(tubes.count)
      let choices = kind.options.map { option -> MixedIntegerProgram.Variable? in
        guard option.minutes <= night[option.closure] else { return nil }
        return build.program.addVariable(
          0...count, cost: goal == .outage ? Double(option.weightedOutage) : 0, isInteger: !isRelaxed)
      }
      build.program.addRow(choices.compactMap { $0 }.map { ($0, 1) }, equalTo: count)
      build.choices.append(choices)
    }
  }

  private func addNights(_ build: inout Build, _ goal: Goal, _ limits: Limits, _ isRelaxed: Bool) {
    let most = Double(problem.tubes.count)
    let windows = goal == .windows ? build.program.addVariable(0...most, cost: 1, isInteger: !isRelaxed) : nil
    for closure in problem.closures.indices {
      let columns = patterns[closure]
      let variables = (0..<(columns.isComplete ? columns.maximal.count : 1)).map { _ in
        build.program.addVariable(0...most, cost: goal == .crewNights ? 1 : 0, isInteger: !isRelaxed)
      }
      build.nights.append(variables)
      cover(closure, variables, &build)
      let nights = variables.map { ($0, 1.0) }
      let crewsHere = Double(min(crews, problem.closures[closure].maxCrews))
      if let windows { build.program.addRow(nights + [(windows, -crewsHere)], atMost: 0) }
      if let limit = limits.windows { build.program.addRow(nights, atMost: crewsHere * Double(limit)) }
    }
    let all = build.nights.flatMap { $0 }.map { ($0, 1.0) }
    if let windows { build.program.addRow(all + [(windows, -Double(crews))], atMost: 0) }
    if let limit = limits.windows { build.program.addRow(all, atMost: Double(limit * crews)) }
    if let limit = limits.crewNights { build.program.addRow(all, atMost: Double(limit)) }
  }

  /// The nights of a closure hold the tubes that are cut there.
  private func cover(_ closure: Int, _ nights: [MixedIntegerProgram.Variable], _ build: inout Build) {
    var terms: [Int: [(MixedIntegerProgram.Variable, Double)]] = [:]
    for (position, entry) in kinds.enumerated() {
      for (option, row) in entry.kind.options.enumerated() where row.closure == closure {
        if let choice = build.choices[position][option] { terms[row.minutes, default: []].append((choice, -1)) }
      }
    }
    let columns = patterns[closure]
    guard columns.isComplete else {
      let minutes = terms.sorted { $0.key < $1.key }.flatMap { entry in
        entry.value.map { ($0.0, Double(entry.key) * $0.1) }
      }
      build.program.addRow(minutes + nights.map { ($0, Double(night[closure])) }, atLeast: 0)
      return
    }
    for (position, duration) in columns.durations.enumerated() where duration > 0 {
      let held = zip(nights, columns.maximal).compactMap { night, pattern in
        pattern[position] > 0 ? (night, Double(pattern[position])) : nil
      }
      build.program.addRow(held + (terms[duration] ?? []), atLeast: 0)
    }
  }

  private func addResources(_ build: inout Build) {
    var terms = [[(MixedIntegerProgram.Variable, Double)]](repeating: [], count: problem.resources.count)
    for (position, entry) in kinds.enumerated() {
      for (option, row) in entry.kind.options.enumerated() {
        guard let choice = build.choices[position][option] else { continue }
        for resource in row.resources { terms[resource].append((choice, 1)) }
      }
    }
    for (resource, terms) in terms.enumerated() where !terms.isEmpty {
      build.program.addRow(terms, atMost: Double(problem.resources[resource] - taken(resource)))
    }
  }

  /// What the moves carried out already took of a resource.
  private func taken(_ resource: Int) -> Int {
    problem.tubes.count { row in row.done.map { row.options[$0.option].resources.contains(resource) } ?? false }
  }

  // MARK: From the solution to nights

  private func packed(_ solution: Solution, _ build: Build) -> [PackedNight]? {
    var waiting: [Int: [Int: [PackedNight.Tube]]] = [:]
    for (position, entry) in kinds.enumerated() {
      var tubes = entry.tubes[...]
      for (option, row) in entry.kind.options.enumerated() {
        guard let choice = build.choices[position][option] else { continue }
        for tube in tubes.prefix(Int(solution[choice])) {
          waiting[row.closure, default: [:]][row.minutes, default: []].append(.init(tube: tube, option: option))
        }
        tubes = tubes.dropFirst(Int(solution[choice]))
      }
    }
    var nights: [PackedNight] = []
    for closure in problem.closures.indices {
      guard patterns[closure].isComplete else { return nil }
      for (variable, pattern) in zip(build.nights[closure], patterns[closure].maximal) {
        for _ in 0..<Int(solution[variable]) {
          var night = PackedNight(closure: closure, tubes: [])
          for (position, count) in pattern.enumerated() {
            let duration = patterns[closure].durations[position]
            let queue = waiting[closure]?[duration] ?? []
            night.tubes += queue.prefix(count)
            waiting[closure]?[duration] = Array(queue.dropFirst(count))
          }
          if !night.tubes.isEmpty { nights.append(night) }
        }
      }
    }
    return nights
  }
}

/// One crew's work in one closure, not yet in a window.
struct PackedNight: Hashable, Sendable {
  struct Tube: Hashable, Sendable {
    let tube: Int
    let option: Int
  }

  var closure: Int
  var tubes: [Tube]
}
