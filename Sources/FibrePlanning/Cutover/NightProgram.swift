import Solver

/// What the pattern program knows of a tube; tubes of one kind can't be told apart.
struct TubeKind: Hashable, Sendable {
  let options: [CutoverProblem.Option]
  /// Set where the tube has another leg to keep away from, so that it stands alone.
  let tube: Int?

  /// - Parameter byFigures: Whether outage, splices and metres tell tubes apart, or only closure, minutes and resources.
  init(_ row: CutoverProblem.Tube, byFigures: Bool, tube: Int?) {
    self.tube = tube
    options =
      byFigures
      ? row.options
      : row.options.map { .init(closure: $0.closure, minutes: $0.minutes, resources: $0.resources) }
  }
}

/// The nights that the work packs into, as a mixed-integer program: which tubes go to which closure, and in what patterns
/// of durations a closure's nights are filled.
///
/// Tubes of one closure that must all be kept apart ask for a night each. Left out: other pairs, quotas, the tie, and which
/// window a night falls in. So what it proves holds for every plan.
struct NightProgram {
  /// What is made as small as can be.
  enum Goal {
    case crewNights, windows
    /// The sum of a figure of the options.
    case sum(Figure)
  }

  /// A figure of an option.
  enum Figure {
    case outage, splices, newFibreMetres

    func of(_ option: CutoverProblem.Option) -> Int {
      switch self {
      case .outage: option.weightedOutage
      case .splices: option.splices
      case .newFibreMetres: option.newFibreMetres
      }
    }
  }

  /// What is known or wanted beforehand.
  struct Limits {
    var windows: Int?
    var crewNights: Int?
    var weightedOutage: Int?
  }

  /// How a program ended.
  struct Answer {
    /// No plan is below; nothing when the work can't be packed at all.
    let bound: Int?
    let nights: [PackedNight]?
    let isOptimal: Bool
  }

  let problem: CutoverProblem
  let kinds: [(kind: TubeKind, tubes: [Int])]
  let patterns: [NightPatterns]
  /// The longest night in each closure.
  let night: [Int]
  /// By closure: groups of tubes of which every two must be kept apart.
  private let cliques: [[[Int]]]

  /// - Parameter byFigures: Needed where a figure is summed; else tubes that take the same minutes are one kind.
  init(_ problem: CutoverProblem, byFigures: Bool) {
    self.problem = problem
    var order: [TubeKind] = []
    var tubesOf: [TubeKind: [Int]] = [:]
    let night = problem.closures.map { closure in
      max(0, problem.windows.filter { $0.crews > 0 }.map { $0.minutes - closure.visitMinutes }.max() ?? 0)
    }
    self.night = night
    cliques = problem.soakWindows > 0 ? Self.cliques(problem, night) : problem.closures.map { _ in [] }
    let paired = Set(cliques.flatMap { $0 }.flatMap { $0 })
    for (tube, row) in problem.tubes.enumerated() where row.done == nil {
      let kind = TubeKind(row, byFigures: byFigures, tube: paired.contains(tube) ? tube : nil)
      if tubesOf[kind] == nil { order.append(kind) }
      tubesOf[kind, default: []].append(tube)
    }
    kinds = order.map { ($0, tubesOf[$0] ?? []) }
    patterns = problem.closures.indices.map { closure in
      let options = order.flatMap(\.options).filter { $0.closure == closure && $0.minutes <= night[closure] }
      return NightPatterns(durations: Set(options.map(\.minutes)), night: night[closure])
    }
  }

  /// One group for each pair in a closure, grown as long as a tube is apart from all in it; only groups of more tubes
  /// than the closure's work takes nights, since others ask for nothing.
  private static func cliques(_ problem: CutoverProblem, _ night: [Int]) -> [[[Int]]] {
    var apart = [Set<Int>](repeating: [], count: problem.tubes.count)
    for pair in problem.apart where pair.a != pair.b {
      apart[pair.a].insert(pair.b)
      apart[pair.b].insert(pair.a)
    }
    return problem.closures.indices.map { closure in
      let here = Set(
        problem.tubes.indices.filter { tube in
          problem.tubes[tube].done == nil && problem.tubes[tube].options.contains { $0.closure == closure }
        })
      let groups = problem.apart.filter { $0.a != $0.b && here.contains($0.a) && here.contains($0.b) }.map { pair in
        var group = [pair.a, pair.b]
        for tube in apart[pair.a].intersection(here).sorted() where group.allSatisfy(apart[tube].contains) {
          group.append(tube)
        }
        return group.sorted()
      }
      let work = here.reduce(0) { sum, tube in
        sum + (problem.tubes[tube].options.filter { $0.closure == closure }.map(\.minutes).min() ?? 0)
      }
      return Set(groups).filter { $0.count * night[closure] > work }.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// The most crews of any window.
  private var crews: Int { max(1, problem.windows.map(\.crews).max() ?? 1) }

  /// Crews of the first windows, summed, at most so many in each.
  func crewNights(windows: Int, atMost most: Int = .max) -> Double {
    Double(problem.windows.prefix(windows).reduce(0) { $0 + min($1.crews, most) })
  }

  /// Solves for a goal.
  ///
  /// - Parameters:
  ///   - isRelaxed: Only the linear relaxation, which is quick and gives a bound; its nights are rounded, and may hold
  ///     more work than fits.
  ///   - noise: Small random costs, below one night in all, so that another packing comes out.
  func solve(
    _ goal: Goal, _ limits: Limits = Limits(), isRelaxed: Bool = false, noise: SplitMix? = nil, solver: SolverLimits
  ) throws(SolverFailure) -> Answer {
    var build = Build()
    addTubes(&build, goal, isRelaxed, noise)
    addNights(&build, goal, limits, isRelaxed)
    addResources(&build)
    addCliques(&build)
    if let limit = limits.weightedOutage { addOutageLimit(&build, limit) }
    switch try build.program.minimise(solver) {
    case .optimal(let solution):
      return Answer(
        bound: wholeAbove(solution.objective), nights: nights(of: solution, build, limits), isOptimal: true)
    case .feasible(let solution, let bound):
      return Answer(bound: wholeAbove(bound), nights: nights(of: solution, build, limits), isOptimal: false)
    case .stopped(let bound): return Answer(bound: wholeAbove(bound), nights: nil, isOptimal: false)
    case .infeasible: return Answer(bound: nil, nights: nil, isOptimal: true)
    }
  }

  /// The least whole number that is not below, but for rounding of the solver.
  private func wholeAbove(_ value: Double) -> Int { value.isFinite ? Int((value - 1e-5).rounded(.up)) : 0 }

  /// The program and what its variables stand for.
  struct Build {
    var program = MixedIntegerProgram()
    /// By kind and option.
    var choices: [[MixedIntegerProgram.Variable?]] = []
    /// By closure: of each pattern, how many nights; or, without patterns, of all together.
    var nights: [[MixedIntegerProgram.Variable]] = []
  }

  private func addTubes(_ build: inout Build, _ goal: Goal, _ isRelaxed: Bool, _ noise: SplitMix?) {
    var noise = noise
    let grain = 0.9 / Double(max(1, problem.tubes.count) * 1000)
    for (kind, tubes) in kinds {
      let count = Double(tubes.count)
      let choices = kind.options.map { option -> MixedIntegerProgram.Variable? in
        guard option.minutes <= night[option.closure] else { return nil }
        var cost = Double(noise?.below(1000) ?? 0) * grain
        if case .sum(let figure) = goal { cost += Double(figure.of(option)) }
        return build.program.addVariable(0...count, cost: cost, isInteger: !isRelaxed)
      }
      build.program.addRow(choices.compactMap { $0 }.map { ($0, 1) }, equalTo: count)
      build.choices.append(choices)
    }
  }

  private func addNights(_ build: inout Build, _ goal: Goal, _ limits: Limits, _ isRelaxed: Bool) {
    let most = Double(problem.tubes.count)
    let windows = goal.isWindows ? build.program.addVariable(0...most, cost: 1, isInteger: !isRelaxed) : nil
    for closure in problem.closures.indices {
      let columns = patterns[closure]
      let variables = (0..<(columns.isComplete ? columns.maximal.count : 1)).map { _ in
        build.program.addVariable(0...most, cost: goal.isCrewNights ? 1 : 0, isInteger: !isRelaxed)
      }
      build.nights.append(variables)
      cover(closure, variables, &build)
      let nights = variables.map { ($0, 1.0) }
      let crewsHere = Double(min(crews, problem.closures[closure].maxCrews))
      if let windows { build.program.addRow(nights + [(windows, -crewsHere)], atMost: 0) }
      if let limit = limits.windows {
        let most = crewNights(windows: limit, atMost: problem.closures[closure].maxCrews)
        build.program.addRow(nights, atMost: most)
      }
    }
    let all = build.nights.flatMap { $0 }.map { ($0, 1.0) }
    if let windows { build.program.addRow(all + [(windows, -Double(crews))], atMost: 0) }
    if let limit = limits.windows { build.program.addRow(all, atMost: crewNights(windows: limit)) }
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

  private func addCliques(_ build: inout Build) {
    var kindOf: [Int: Int] = [:]
    for (position, entry) in kinds.enumerated() { if let tube = entry.kind.tube { kindOf[tube] = position } }
    for (closure, groups) in cliques.enumerated() {
      let nights = build.nights[closure].map { ($0, -1.0) }
      for group in groups {
        let members = group.compactMap { kindOf[$0] }.flatMap { kind in
          kinds[kind].kind.options.indices.filter { kinds[kind].kind.options[$0].closure == closure }
            .compactMap { build.choices[kind][$0] }.map { ($0, 1.0) }
        }
        build.program.addRow(members + nights, atMost: 0)
      }
    }
  }

  private func addOutageLimit(_ build: inout Build, _ limit: Int) {
    let terms = kinds.enumerated().flatMap { position, entry in
      entry.kind.options.indices.compactMap { option in
        build.choices[position][option].map { ($0, Double(entry.kind.options[option].weightedOutage)) }
      }
    }
    build.program.addRow(terms, atMost: Double(limit))
  }

  /// What the moves carried out already took of a resource.
  private func taken(_ resource: Int) -> Int {
    problem.tubes.count { row in row.done.map { row.options[$0.option].resources.contains(resource) } ?? false }
  }
}

extension NightProgram.Goal {
  fileprivate var isWindows: Bool { if case .windows = self { true } else { false } }
  fileprivate var isCrewNights: Bool { if case .crewNights = self { true } else { false } }
}
