import Solver

/// What no plan can beat, and how it is known.
public struct CutoverBounds: Hashable, Sendable {
  /// The argument behind a bound.
  public enum Source: String, Hashable, Sendable {
    /// Work over crews: each tube takes at least its least share of a night.
    case work
    /// A closure that is the only candidate of its tubes.
    case closure
    /// Circuits of an operator over its quota.
    case operators
    /// Legs that all protect one another.
    case pairs
    /// Night patterns, in the linear relaxation.
    case relaxedPatterns
    /// Night patterns, in whole numbers.
    case patterns
    /// The whole problem, window by window.
    case windowProgram
    /// Each tube at its best option.
    case options
  }

  public struct Bound: Hashable, Sendable {
    public private(set) var value: Int
    public private(set) var source: Source

    init(_ value: Int, _ source: Source) {
      self.value = value
      self.source = source
    }

    /// Takes a higher value.
    mutating func raise(to other: Int, _ source: Source) { if other > value { self = Bound(other, source) } }
  }

  public internal(set) var windows: Bound
  /// Of plans with no more windows than the best one found.
  public internal(set) var crewNights: Bound
  /// Of plans with no more windows and crew-nights than the best one found.
  public internal(set) var weightedOutage: Bound
  public internal(set) var splices: Bound
  public internal(set) var newFibreMetres: Bound

  /// The bounds that need no solver.
  ///
  /// - Complexity: O(tubes × options + pairs).
  init(counting problem: CutoverProblem) {
    let counts = CountedBounds(problem)
    windows = counts.windows
    crewNights = Bound(counts.crewNights, .work)
    weightedOutage = Bound(counts.least(\.weightedOutage), .options)
    splices = Bound(counts.least(\.splices), .options)
    newFibreMetres = Bound(counts.least(\.newFibreMetres), .options)
  }
}

private struct CountedBounds {
  let problem: CutoverProblem
  private let waiting: [CutoverProblem.Tube]
  private let night: [Int]

  init(_ problem: CutoverProblem) {
    self.problem = problem
    waiting = problem.tubes.filter { $0.done == nil }
    night = problem.closures.map { closure in
      max(1, problem.windows.filter { $0.crews > 0 }.map { $0.minutes - closure.visitMinutes }.max() ?? 1)
    }
  }

  private var crews: Int { max(1, problem.windows.map(\.crews).max() ?? 1) }

  private func ceiling(_ value: Int, _ by: Int) -> Int { (value + by - 1) / max(1, by) }

  /// The sum over the tubes of a figure at its best option; done ones have theirs.
  func least(_ figure: KeyPath<CutoverProblem.Option, Int>) -> Int {
    problem.tubes.reduce(0) { sum, tube in
      if let done = tube.done { return sum + tube.options[done.option][keyPath: figure] }
      return sum + (tube.options.map { $0[keyPath: figure] }.min() ?? 0)
    }
  }

  /// Shares of a night, in millionths and rounded down, so that rounding never raises the bound.
  var crewNights: Int {
    let shares = waiting.map { tube in
      tube.options.map { $0.minutes * 1_000_000 / night[$0.closure] }.min() ?? 0
    }
    return ceiling(shares.reduce(0, +), 1_000_000)
  }

  var windows: CutoverBounds.Bound {
    var bound = CutoverBounds.Bound(ceiling(crewNights, crews), .work)
    bound.raise(to: closures, .closure)
    bound.raise(to: operators, .operators)
    bound.raise(to: pairs, .pairs)
    bound.raise(to: problem.tubes.compactMap { $0.done?.window }.max().map { $0 + 1 } ?? 0, .work)
    return bound
  }

  private var closures: Int {
    var minutes = [Int](repeating: 0, count: problem.closures.count)
    for tube in waiting {
      let closures = Set(tube.options.map(\.closure))
      if closures.count == 1, let closure = closures.first {
        minutes[closure] += tube.options.map(\.minutes).min() ?? 0
      }
    }
    return problem.closures.indices.map {
      ceiling(minutes[$0], night[$0] * max(1, min(crews, problem.closures[$0].maxCrews)))
    }.max() ?? 0
  }

  private var operators: Int {
    var circuits = [Int](repeating: 0, count: problem.operatorCount)
    for tube in waiting { for entry in tube.circuits { circuits[entry.operatorOffset] += entry.count } }
    return circuits.map { ceiling($0, problem.operatorQuota) }.max() ?? 0
  }

  /// r tubes that must all be kept apart lie over at least (r - 1) × soak + 1 windows; groups are grown greedily.
  private var pairs: Int {
    guard problem.soakWindows > 0 else { return 1 }
    var apart = [Set<Int>](repeating: [], count: problem.tubes.count)
    for pair in problem.apart where pair.a != pair.b {
      apart[pair.a].insert(pair.b)
      apart[pair.b].insert(pair.a)
    }
    let largest =
      problem.apart.filter { $0.a != $0.b }.map { pair -> Int in
        var group = [pair.a, pair.b]
        for tube in apart[pair.a].sorted() where group.allSatisfy(apart[tube].contains) { group.append(tube) }
        return group.count
      }.max() ?? 1
    return (largest - 1) * problem.soakWindows + 1
  }
}
