/// A route by the labels of its arcs, and the arcs that carry it.
public struct RankedRoute: Sendable {
  public let cost: UInt128
  /// Places in the graph's `arcs`, silent ones included.
  public let arcs: [UInt32]
  public let labels: [UInt32]
}

/// The routes between two nodes one after the other, cheapest first, each with other labels than those before.
///
/// All routes still to come are split into sets by how they begin: with the first labels of a route already given, and
/// then with another label than all given routes that begin so. The best of each set waits in a list; the best of the
/// list is the next route. Exact costs to the target, found once, guide every search. A route does not come back to a
/// group that its known beginning went through. Cost: one search of the whole graph, then one guided search for each
/// label of each route given: polynomial in nodes, arcs and routes.
/// Source: E. L. Lawler, "A procedure for computing the k best solutions to discrete optimization problems", 1972;
/// J. Y. Yen, "Finding the k shortest loopless paths in a network", 1971.
public struct RankedRoutes: Sendable {
  private struct Candidate {
    var route: RankedRoute
    /// How many of its labels all routes of its set begin with.
    var rootLength: Int
    /// The labels that no route of its set has next.
    var barred: Set<UInt32>

    func precedes(_ other: Self) -> Bool {
      route.cost != other.route.cost
        ? route.cost < other.route.cost : route.labels.lexicographicallyPrecedes(other.route.labels)
    }
  }

  private let graph: LabelledGraph
  private let target: UInt32
  private var search: GuidedSearch
  private var candidates: [Candidate] = []

  /// Prepares the routes from one node to another one. Cost: one search of the whole graph.
  public init(_ graph: LabelledGraph, from source: UInt32, to target: UInt32) {
    precondition(Int(max(source, target)) < graph.nodeCount)
    self.graph = graph
    self.target = target
    search = GuidedSearch(graph, to: target)
    let start = BeginningStates(at: source, in: graph)
    if let route = search.best(after: start, barring: []) {
      candidates = [Candidate(route: route, rootLength: 0, barred: [])]
    }
  }

  /// The next route, or nothing when there are no more.
  public mutating func next() -> RankedRoute? {
    guard !candidates.isEmpty else { return nil }
    let taken = candidates.removeFirst()
    split(taken)
    return taken.route
  }

  /// Splits what is left of a route's set by where others part from it.
  private mutating func split(_ taken: Candidate) {
    guard let source = taken.route.arcs.first.map({ graph.arcs[Int($0)].tail }) else { return }
    var states = BeginningStates(at: source, in: graph)
    for (length, label) in taken.route.labels.enumerated() {
      if length >= taken.rootLength {
        let barred = length == taken.rootLength ? taken.barred.union([label]) : [label]
        if let route = search.best(after: states, barring: barred) {
          insert(Candidate(route: route, rootLength: length, barred: barred))
        }
      }
      states.follow(label, in: graph)
    }
  }

  private mutating func insert(_ candidate: Candidate) {
    let place = candidates.firstIndex { candidate.precedes($0) } ?? candidates.count
    candidates.insert(candidate, at: place)
  }
}
