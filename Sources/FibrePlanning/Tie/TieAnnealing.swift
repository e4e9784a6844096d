/// Orders of many nodes, by simulated annealing: a node is taken out and put in elsewhere.
///
/// For the sum, the sum itself is lowered. For the peak, what lies above a mark is lowered, and the mark falls each time
/// an order is found that stays below it.
struct TieAnnealing {
  let graph: TieGraph
  let goal: TieGoal
  private(set) var best: (order: [Int], value: Int)
  private var random: SplitMix

  init(_ graph: TieGraph, _ goal: TieGoal, random: SplitMix) {
    self.graph = graph
    self.goal = goal
    self.random = random
    let order = Self.nearest(graph)
    best = (order, goal.value(of: graph.cuts(of: order)))
  }

  /// Each time the node that leaves the smallest cut.
  private static func nearest(_ graph: TieGraph) -> [Int] {
    var pull = graph.degrees
    var left = Array(0..<graph.nodeCount)
    var order: [Int] = []
    while let next = left.min(by: { (pull[$0], $0) < (pull[$1], $1) }) {
      left.removeAll { $0 == next }
      order.append(next)
      for node in left { pull[node] -= 2 * graph.weight(node, next) }
    }
    return order
  }

  /// The mark below which a peak is looked for next.
  private var mark: Int { goal == .peak ? best.value - max(1, best.value / 400) : 0 }

  /// One cooling from the best order so far.
  ///
  /// - Parameter goesOn: Asked every 4 096 steps.
  mutating func cool(steps: Int, hot: Double, while goesOn: () -> Bool) {
    let count = graph.nodeCount
    guard count > 2 else { return }
    var tour = TieTour(graph, order: best.order, mark: mark)
    var random = random
    defer { self.random = random }
    let unit = Double(max(1, goal == .peak ? best.value : best.value / count))
    var cooling = Cooling(from: unit * hot, to: unit * hot / 500, steps: steps)
    var energy = tour.energy
    for step in 0..<steps {
      if step & 4095 == 4095, !goesOn() { return }
      let from = random.below(count)
      let to = random.below(count)
      guard from != to else { continue }
      let change = tour.change(from, to)
      guard Double(change) <= cooling.allowance(&random) else { continue }
      tour.move(from, to)
      energy += change
      guard goal == .peak ? energy == 0 : energy < best.value else { continue }
      best = (tour.order, goal.value(of: tour.cuts))
      if goal == .peak {
        tour.mark = mark
        energy = tour.energy
      }
    }
  }
}

/// An order under way, and what lies on the link after each of its nodes.
private struct TieTour {
  private let count: Int
  private let weights: [Int]
  private let degrees: [Int]
  private(set) var order: [Int]
  /// The cut after each node; 0 after the last.
  private(set) var cuts: [Int]
  /// The cuts of the move that is looked at.
  private var changed: [Int]
  /// What lies below it costs nothing.
  var mark: Int

  init(_ graph: TieGraph, order: [Int], mark: Int) {
    count = graph.nodeCount
    weights = graph.weights
    degrees = graph.degrees
    self.order = order
    self.mark = mark
    cuts = graph.cuts(of: order) + [0]
    changed = cuts
  }

  var energy: Int { cuts.reduce(0) { $0 + max(0, $1 - mark) } }

  /// By how much the energy would change if a node went from one place to another.
  @inline(__always) mutating func change(_ from: Int, _ to: Int) -> Int {
    let node = order[from]
    let (row, degree, mark) = (node * count, degrees[node], mark)
    // What the node has in common with those before it.
    var inside = from > 0 ? (degree - cuts[from] + cuts[from - 1]) / 2 : 0
    var sum = 0
    if from < to {
      // The nodes between come one place earlier, and the node is missing among those that have moved.
      for place in from..<to {
        inside += weights[row + order[place + 1]]
        let cut = cuts[place + 1] - degree + 2 * inside
        sum += max(0, cut - mark) - max(0, cuts[place] - mark)
        changed[place] = cut
      }
    } else {
      for place in stride(from: from - 1, through: to, by: -1) {
        inside -= weights[row + order[place]]
        let cut = (place > 0 ? cuts[place - 1] : 0) + degree - 2 * inside
        sum += max(0, cut - mark) - max(0, cuts[place] - mark)
        changed[place] = cut
      }
    }
    return sum
  }

  /// Makes the move that was looked at last.
  @inline(__always) mutating func move(_ from: Int, _ to: Int) {
    let node = order[from]
    if from < to {
      for place in from..<to {
        order[place] = order[place + 1]
        cuts[place] = changed[place]
      }
    } else {
      for place in stride(from: from, to: to, by: -1) {
        order[place] = order[place - 1]
        cuts[place - 1] = changed[place - 1]
      }
    }
    order[to] = node
  }
}
