/// How many tie fibres what stands takes after a window, if all that changes lies as well as can be for the tie.
///
/// Two starts and moves of single tubes: what it says is enough, and may be more than the least there is.
struct LeastTie {
  private let problem: CutoverProblem
  private let cords: [[(other: Int, fibres: Int)]]
  /// By tube: the window in which it stands, `.max` if it never moves, or nothing if that is open.
  private let windowOf: [Int?]

  init(_ problem: CutoverProblem, moving: [Int], standing: Set<Int>) {
    self.problem = problem
    var cords = [[(other: Int, fibres: Int)]](repeating: [], count: problem.tubes.count)
    for cord in problem.cords {
      cords[cord.a].append((cord.b, cord.fibres))
      cords[cord.b].append((cord.a, cord.fibres))
    }
    self.cords = cords
    var windowOf = [Int?](repeating: .max, count: problem.tubes.count)
    for tube in moving { windowOf[tube] = standing.contains(tube) ? problem.tubes[tube].announced?.window : nil }
    self.windowOf = windowOf
  }

  func after(_ window: Int) -> Int { min(settled(window, from: false), settled(window, from: true)) }

  private func settled(_ window: Int, from start: Bool) -> Int {
    var hasMoved = windowOf.map { $0.map { $0 <= window } ?? start }
    var isChanging = true
    while isChanging {
      isChanging = false
      for tube in problem.tubes.indices where windowOf[tube] == nil && gain(ofTurning: tube, hasMoved) > 0 {
        hasMoved[tube].toggle()
        isChanging = true
      }
    }
    return tie(hasMoved)
  }

  /// Tie fibres that come free when a tube is taken to have moved, or not to.
  private func gain(ofTurning tube: Int, _ hasMoved: [Bool]) -> Int {
    let own = problem.tubes[tube].lastingTie - problem.tubes[tube].heldTie
    return cords[tube].reduce(hasMoved[tube] ? own : -own) { sum, cord in
      sum + (hasMoved[cord.other] == hasMoved[tube] ? -cord.fibres : cord.fibres)
    }
  }

  private func tie(_ hasMoved: [Bool]) -> Int {
    let tubes = problem.tubes.indices.reduce(0) { sum, tube in
      sum + (hasMoved[tube] ? problem.tubes[tube].lastingTie : problem.tubes[tube].heldTie)
    }
    return problem.cords.reduce(tubes) { $0 + (hasMoved[$1.a] == hasMoved[$1.b] ? 0 : $1.fibres) }
  }
}
