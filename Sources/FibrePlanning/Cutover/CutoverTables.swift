/// A list of lists of whole numbers in two arrays.
struct FlatLists: Sendable {
  let starts: [Int32]
  let values: [Int32]

  init(_ lists: [[Int]]) {
    var starts: [Int32] = [0]
    var values: [Int32] = []
    for list in lists {
      values.append(contentsOf: list.map { Int32($0) })
      starts.append(Int32(values.count))
    }
    self.starts = starts
    self.values = values
  }

  @inline(__always) func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }
}

/// A problem in flat arrays, for the search.
///
/// A slot is one crew of one window: `window * crewLimit + crew`. Tubes that are done are not among the movable ones, but
/// count for the tie, the resources and the distance of pairs.
struct CutoverTables: Sendable {
  /// The other end of a cord that takes the tie for good.
  static let neverMoves = -1
  /// The other end of a cord that lies over the tie until its tube moves.
  static let movedBefore = -2

  let problem: CutoverProblem
  let tubeCount: Int
  let closureCount: Int
  let windowCount: Int
  /// Most crews of any window.
  let crewLimit: Int
  let operatorCount: Int
  let movable: [Int]

  let optionStart: [Int]
  let optionClosure: [Int32]
  let optionMinutes: [Int32]
  let optionResources: FlatLists
  let options: [CutoverProblem.Option]
  /// By option and window.
  let isOpen: [Bool]
  /// By tube and closure: the first option of the tube there, or -1.
  let optionAt: [Int32]
  /// The tube's next option in the same closure, or -1.
  let nextOption: [Int32]

  /// Pairs (operator, circuits) of a tube, one after the other.
  let circuits: FlatLists
  let apart: FlatLists
  let together: FlatLists
  /// Pairs (tube, fibres) at the other end of a tube's cords; `neverMoves` or `movedBefore` in place of a tube.
  let cords: FlatLists
  /// Usable minutes by closure and window; not below 0.
  let capacity: [Int32]
  let maxCrews: [Int32]
  let crews: [Int]
  let resourceCapacity: [Int32]
  let quota: Int32
  let soak: Int

  init(_ problem: CutoverProblem) {
    self.problem = problem
    tubeCount = problem.tubes.count
    closureCount = problem.closures.count
    windowCount = problem.windows.count
    crewLimit = max(1, problem.windows.map(\.crews).max() ?? 1)
    operatorCount = problem.operatorCount
    movable = problem.tubes.indices.filter { problem.tubes[$0].done == nil }
    crews = problem.windows.map(\.crews)
    quota = Int32(clamping: problem.operatorQuota)
    soak = problem.soakWindows
    maxCrews = problem.closures.map { Int32($0.maxCrews) }
    resourceCapacity = problem.resources.map { Int32(clamping: $0) }
    capacity = problem.closures.flatMap { closure in
      problem.windows.map { Int32(max(0, $0.minutes - closure.visitMinutes)) }
    }
    circuits = FlatLists(problem.tubes.map { $0.circuits.flatMap { [$0.operatorOffset, $0.count] } })
    apart = FlatLists(Self.neighbours(problem.apart, problem.tubes.count))
    together = FlatLists(Self.neighbours(problem.together, problem.tubes.count))
    cords = FlatLists(Self.cordLists(problem))

    let options = problem.tubes.flatMap(\.options)
    self.options = options
    optionStart = problem.tubes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.options.count) }
    optionClosure = options.map { Int32($0.closure) }
    optionMinutes = options.map { Int32($0.minutes) }
    optionResources = FlatLists(options.map(\.resources))
    isOpen = options.flatMap { option in problem.windows.indices.map { !option.closedWindows.contains($0) } }
    (optionAt, nextOption) = Self.optionLists(problem, optionStart)
  }

  private static func optionLists(_ problem: CutoverProblem, _ starts: [Int]) -> (at: [Int32], next: [Int32]) {
    var at = [Int32](repeating: -1, count: problem.tubes.count * problem.closures.count)
    var next = [Int32](repeating: -1, count: problem.tubes.reduce(0) { $0 + $1.options.count })
    for (tube, row) in problem.tubes.enumerated() {
      for (position, option) in row.options.enumerated().reversed() {
        let place = tube * problem.closures.count + option.closure
        next[starts[tube] + position] = at[place]
        at[place] = Int32(starts[tube] + position)
      }
    }
    return (at, next)
  }

  private static func neighbours(_ pairs: [CutoverProblem.Pair], _ count: Int) -> [[Int]] {
    var lists = [[Int]](repeating: [], count: count)
    for pair in pairs {
      lists[pair.a].append(pair.b)
      // A tube that must be apart from itself never is; it stands once in its own list.
      if pair.a != pair.b { lists[pair.b].append(pair.a) }
    }
    return lists
  }

  private static func cordLists(_ problem: CutoverProblem) -> [[Int]] {
    var lists = problem.tubes.map { tube in
      (tube.lastingTie > 0 ? [neverMoves, tube.lastingTie] : [])
        + (tube.heldTie > 0 ? [movedBefore, tube.heldTie] : [])
    }
    for cord in problem.cords {
      lists[cord.a] += [cord.b, cord.fibres]
      lists[cord.b] += [cord.a, cord.fibres]
    }
    return lists
  }
}
