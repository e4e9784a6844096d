import Solver

// The bounds that need the solver.
extension CutoverSearch {
  /// Bounds on windows, and crew-nights, before any plan is known.
  mutating func prove() {
    raiseWindowsByRelaxation()
    while bounds.windows.value <= problem.windows.count, !isFeasible(windows: bounds.windows.value) {
      bounds.windows.raise(to: bounds.windows.value + 1, .patterns)
    }
    if bounds.windows.value > problem.windows.count {
      if best == nil { blockages = [.packing] }
      return
    }
    if let nights = nightBounds[bounds.windows.value], best?.objectives.windows == bounds.windows.value {
      bounds.crewNights.raise(to: nights, .patterns)
    }
  }

  private mutating func raiseWindowsByRelaxation() {
    let solver = effort(nodes: 1, part: 0.1)
    let relaxed = answer { () throws(SolverFailure) in try program.solve(.windows, isRelaxed: true, solver: solver) }
    if let bound = relaxed?.bound { bounds.windows.raise(to: bound, .relaxedPatterns) }
  }

  /// Whether the work may fit so many windows; keeps the packing and the bound on crew-nights that come with the answer.
  private mutating func isFeasible(windows: Int) -> Bool {
    let solver = effort(nodes: 1_000, part: 0.2)
    let packed = answer { () throws(SolverFailure) in
      try program.solve(.crewNights, .init(windows: windows), solver: solver)
    }
    guard let packed else { return true }
    guard let bound = packed.bound else { return false }
    nightBounds[windows] = bound
    if let nights = packed.nights, nights.count <= slots(windows: windows) {
      packings[CutoverTarget(windows: windows, crewNights: nights.count)] = nights
    }
    return true
  }

  /// Proves more windows or crew-nights to be needed with the program of all windows, where that is small.
  mutating func proveSmallOne() {
    while !isOver, bounds.windows.value <= problem.windows.count,
      WindowProgram.size(problem, windows: bounds.windows.value) <= 200
    {
      let program = WindowProgram(problem: problem, windows: bounds.windows.value)
      let solver = effort(nodes: 2_000, part: 0.15)
      let found: (bound: Int?, isProved: Bool)
      do throws(SolverFailure) {
        found = try program.fewestCrewNights(solver: solver)
      } catch {
        return
      }
      guard found.isProved else { return }
      if let bound = found.bound {
        nightBounds[bounds.windows.value] = max(bound, nightBounds[bounds.windows.value] ?? 0)
        return
      }
      bounds.windows.raise(to: bounds.windows.value + 1, .windowProgram)
    }
  }

  /// Bounds on crew-nights and outage for the windows and crew-nights of the best plan.
  mutating func proveRest() {
    guard let figures = best?.objectives else { return }
    if nightBounds[figures.windows] == nil { _ = isFeasible(windows: figures.windows) }
    let counted = CutoverBounds(counting: problem)
    bounds.crewNights = counted.crewNights
    bounds.weightedOutage = counted.weightedOutage
    let solver = effort(nodes: 1, part: 0.1)
    let least = answer { () throws(SolverFailure) in
      try program.solve(.crewNights, .init(windows: figures.windows), isRelaxed: true, solver: solver)
    }
    if let bound = least?.bound { bounds.crewNights.raise(to: bound, .relaxedPatterns) }
    bounds.crewNights.raise(to: nightBounds[figures.windows] ?? 0, .patterns)
    let known = NightProgram.Limits(windows: figures.windows, crewNights: figures.crewNights)
    let relaxed = answer { () throws(SolverFailure) in
      try figuresProgram.solve(.sum(.outage), known, isRelaxed: true, solver: solver)
    }
    if let bound = relaxed?.bound { bounds.weightedOutage.raise(to: bound + doneOutage, .relaxedPatterns) }
  }

  /// Solves the outage in whole numbers, when the relaxation leaves a gap; keeps the packing.
  mutating func proveOutage() {
    guard let figures = best?.objectives, figures.weightedOutage > bounds.weightedOutage.value else { return }
    let target = CutoverTarget(windows: figures.windows, crewNights: figures.crewNights)
    let solver = effort(nodes: 200, part: 0.2)
    let solved = answer { () throws(SolverFailure) in
      try figuresProgram.solve(
        .sum(.outage), .init(windows: target.windows, crewNights: target.crewNights), solver: solver)
    }
    if let bound = solved?.bound { bounds.weightedOutage.raise(to: bound + doneOutage, .patterns) }
    if let nights = solved?.nights { outagePackings[target] = nights }
  }

  /// Weighted outage of the moves carried out.
  private var doneOutage: Int {
    problem.tubes.reduce(0) { sum, tube in sum + (tube.done.map { tube.options[$0.option].weightedOutage } ?? 0) }
  }
}
