import Solver

/// The whole problem window by window, as a mixed-integer program: for small problems, to prove that a number of windows
/// or crew-nights is too small.
///
/// One binary for each option and window. The crews of one closure in one window share their minutes, and a soak above
/// one window is asked of each two windows; all else is exact.
struct WindowProgram {
  let problem: CutoverProblem
  let windows: Int

  /// Binaries of the program.
  static func size(_ problem: CutoverProblem, windows: Int) -> Int {
    problem.tubes.reduce(0) { $0 + ($1.done == nil ? $1.options.count : 0) } * windows
  }

  private struct Build {
    var program = MixedIntegerProgram()
    /// By tube, option and window.
    var moves: [[[MixedIntegerProgram.Variable?]]] = []
    /// By closure and window.
    var crews: [[MixedIntegerProgram.Variable]] = []
  }

  /// The fewest crew-nights of a plan in these windows: a lower bound, or nothing when there is no such plan.
  func fewestCrewNights(solver: SolverLimits) throws(SolverFailure) -> (bound: Int?, isProved: Bool) {
    var build = Build()
    addMoves(&build)
    addCrews(&build)
    addPairs(&build)
    addResourcesAndQuotas(&build)
    addTie(&build)
    switch try build.program.minimise(solver) {
    case .optimal(let solution): return (Int(solution.objective.rounded()), true)
    case .feasible(_, let bound), .stopped(let bound):
      return (bound.isFinite ? Int((bound - 1e-5).rounded(.up)) : 0, false)
    case .infeasible: return (nil, true)
    }
  }

  private func addMoves(_ build: inout Build) {
    for row in problem.tubes {
      let moves = row.options.map { option in
        (0..<windows).map { window in
          row.done == nil && !option.closedWindows.contains(window) ? build.program.addBinary() : nil
        }
      }
      build.moves.append(moves)
      guard row.done == nil else { continue }
      build.program.addRow(moves.flatMap { $0 }.compactMap { $0 }.map { ($0, 1) }, equalTo: 1)
    }
  }

  private func addCrews(_ build: inout Build) {
    for (closure, row) in problem.closures.enumerated() {
      var crews: [MixedIntegerProgram.Variable] = []
      for window in 0..<windows {
        let most = min(row.maxCrews, problem.windows[window].crews)
        let count = build.program.addVariable(0...Double(most), cost: 1, isInteger: true)
        crews.append(count)
        let night = Double(max(0, problem.windows[window].minutes - row.visitMinutes))
        let work = terms(build, window) { $0.closure == closure ? Double($0.minutes) : 0 }
        build.program.addRow(work + [(count, -night)], atMost: 0)
        for (term, _) in work { build.program.addRow([(term, 1), (count, -1)], atMost: 0) }
      }
      build.crews.append(crews)
    }
    for window in 0..<windows {
      build.program.addRow(build.crews.map { ($0[window], 1) }, atMost: Double(problem.windows[window].crews))
    }
  }

  /// The moves of a window, with a factor; those of factor 0 left out.
  private func terms(
    _ build: Build, _ window: Int, _ factor: (CutoverProblem.Option) -> Double
  ) -> [(MixedIntegerProgram.Variable, Double)] {
    problem.tubes.indices.flatMap { tube in
      zip(problem.tubes[tube].options, build.moves[tube]).compactMap { option, moves in
        moves[window].flatMap { factor(option) == 0 ? nil : ($0, factor(option)) }
      }
    }
  }

  /// The tube moves in the window: its terms, or 1 when that is done.
  private func moved(
    _ build: Build, _ tube: Int, _ window: Int
  ) -> (terms: [(MixedIntegerProgram.Variable, Double)], constant: Double) {
    if let done = problem.tubes[tube].done { return ([], done.window == window ? 1 : 0) }
    return (build.moves[tube].compactMap { $0[window] }.map { ($0, 1) }, 0)
  }

  private func addPairs(_ build: inout Build) {
    for pair in problem.apart {
      for a in 0..<windows {
        for b in 0..<windows where abs(a - b) < problem.soakWindows {
          let (first, second) = (moved(build, pair.a, a), moved(build, pair.b, b))
          build.program.addRow(first.terms + second.terms, atMost: 1 - first.constant - second.constant)
        }
      }
    }
    for pair in problem.together {
      for window in 0..<windows {
        let (first, second) = (moved(build, pair.a, window), moved(build, pair.b, window))
        build.program.addRow(
          first.terms + second.terms.map { ($0.0, -$0.1) }, equalTo: second.constant - first.constant)
      }
    }
  }

  private func addResourcesAndQuotas(_ build: inout Build) {
    for (resource, count) in problem.resources.enumerated() {
      let taken = problem.tubes.count { row in
        row.done.map { row.options[$0.option].resources.contains(resource) } ?? false
      }
      let all = (0..<windows).flatMap { terms(build, $0) { $0.resources.contains(resource) ? 1 : 0 } }
      build.program.addRow(all, atMost: Double(count - taken))
    }
    for name in 0..<problem.operatorCount {
      for window in 0..<windows {
        var all: [(MixedIntegerProgram.Variable, Double)] = []
        for (tube, row) in problem.tubes.enumerated() where row.done == nil {
          guard let circuits = row.circuits.first(where: { $0.operatorOffset == name }) else { continue }
          all += moved(build, tube, window).terms.map { ($0.0, Double(circuits.count)) }
        }
        build.program.addRow(all, atMost: Double(problem.operatorQuota))
      }
    }
  }

  /// A cord is stretched after a window when one of its tubes has moved and the other has not.
  private func addTie(_ build: inout Build) {
    let held = problem.tubes.filter { $0.done == nil }.reduce(0) { $0 + $1.heldTie }
    let most =
      problem.cords.reduce(0) { $0 + $1.fibres } + problem.tubes.reduce(0) { $0 + $1.lastingTie + $1.heldTie }
    guard problem.tieFibres < most else { return }
    for window in 0..<windows {
      var stretched: [(MixedIntegerProgram.Variable, Double)] = []
      for cord in problem.cords {
        let difference = (0...window).flatMap { past in
          moved(build, cord.a, past).terms + moved(build, cord.b, past).terms.map { ($0.0, -$0.1) }
        }
        let constant = (0...window).reduce(0.0) { sum, past in
          sum + moved(build, cord.a, past).constant - moved(build, cord.b, past).constant
        }
        let isStretched = build.program.addVariable(0...1)
        build.program.addRow(difference + [(isStretched, -1)], atMost: -constant)
        build.program.addRow(difference + [(isStretched, 1)], atLeast: -constant)
        stretched.append((isStretched, Double(cord.fibres)))
      }
      let (lasting, constant) = lasting(build, until: window)
      build.program.addRow(stretched + lasting, atMost: Double(problem.tieFibres - held) - constant)
    }
  }
  /// Tie fibres that tubes moved so far take for good, less those that they freed.
  private func lasting(
    _ build: Build, until window: Int
  ) -> (terms: [(MixedIntegerProgram.Variable, Double)], constant: Double) {
    var terms: [(MixedIntegerProgram.Variable, Double)] = []
    var constant = 0.0
    for (tube, row) in problem.tubes.enumerated() {
      let fibres = Double(row.lastingTie - (row.done == nil ? row.heldTie : 0))
      guard fibres != 0 else { continue }
      for past in 0...window {
        let move = moved(build, tube, past)
        terms += move.terms.map { ($0.0, fibres) }
        constant += move.constant * fibres
      }
    }
    return (terms, constant)
  }
}
