/// Finds the order that keeps a link's peak, or its sum, small.
public struct TieSearch: Sendable {
  public let graph: TieGraph
  /// Up to so many nodes the answer is exact: 256 MB of memory at most.
  public static let exactNodes = 27

  public init(_ graph: TieGraph) { self.graph = graph }

  /// The best order for a goal: proved up to `exactNodes` nodes while the time suffices, else the best one found until
  /// the limit.
  ///
  /// - Parameter limit: Of the search; a round is one cooling, and rounds don't bind the exact method.
  public func best(_ goal: TieGoal, seed: UInt64 = 1, _ limit: CutoverLimit) -> TieAnswer {
    guard graph.nodeCount <= Self.exactNodes else { return searched(goal, seed, limit) }
    switch limit {
    case .rounds: return exact(goal) ?? searched(goal, seed, limit)
    case .clock(let secondsLeft):
      // What is left when the exact method gives up goes to the search.
      let reserve = secondsLeft() / 5
      return exact(goal, while: { secondsLeft() > reserve }) ?? searched(goal, seed, limit)
    }
  }

  /// The best order, by trying all sets of nodes; nothing when it was told to stop.
  func exact(_ goal: TieGoal, while goesOn: () -> Bool = { true }) -> TieAnswer? {
    let largest = graph.degrees.reduce(0, +).multipliedReportingOverflow(by: graph.nodeCount)
    let found: [Int]?
    if !largest.overflow, largest.partialValue < Int(UInt32.max) {
      var subsets = TieSubsets<UInt32>(graph, goal)
      found = subsets.order(while: goesOn)
    } else {
      var subsets = TieSubsets<UInt64>(graph, goal)
      found = subsets.order(while: goesOn)
    }
    guard let order = found else { return nil }
    let value = goal.value(of: graph.cuts(of: order))
    return TieAnswer(goal: goal, order: order, value: value, bound: value)
  }

  /// The best order found by annealing.
  func searched(_ goal: TieGoal, _ seed: UInt64, _ limit: CutoverLimit) -> TieAnswer {
    var annealing = TieAnnealing(graph, goal, random: SplitMix(seed: seed))
    let bound = TieBounds(graph: graph).bound(goal)
    var rounds = 0
    let goesOn = { () -> Bool in
      switch limit {
      case .rounds(let count): rounds < count
      case .clock(let secondsLeft): secondsLeft() > 0
      }
    }
    while goesOn(), annealing.best.value > bound {
      annealing.cool(
        steps: 40_000 * graph.nodeCount, hot: [0.3, 0.05, 1, 0.02][rounds % 4], while: goesOn)
      rounds += 1
    }
    return TieAnswer(goal: goal, order: annealing.best.order, value: annealing.best.value, bound: bound)
  }
}
