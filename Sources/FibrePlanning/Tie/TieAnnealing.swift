/// Orders of many nodes, by simulated annealing: a node is taken out and put in elsewhere.
///
/// For the sum, the sum itself is lowered. For the peak, what lies above a mark is lowered, and the mark falls each time
/// an order is found that stays below it.
struct TieAnnealing {
  let graph: TieGraph
  let goal: TieGoal
  private(set) var order: [Int]
  private(set) var best: (order: [Int], value: Int)
  private var random: SplitMix
  /// The cut after each node.
  private var cuts: [Int]
  /// Room for the cuts of a move.
  private var changed: [Int]
  private var mark = 0

  init(_ graph: TieGraph, _ goal: TieGoal, random: SplitMix) {
    self.graph = graph
    self.goal = goal
    self.random = random
    order = Self.nearest(graph)
    cuts = graph.cuts(of: order) + [0]
    changed = cuts
    best = (order, goal.value(of: cuts))
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

  /// One cooling, from the best order so far or from where the last one ended.
  ///
  /// - Parameter goesOn: Asked every 4 096 steps.
  mutating func cool(steps: Int, hot: Double, fromBest: Bool, while goesOn: () -> Bool) {
    let count = graph.nodeCount
    guard count > 2 else { return }
    if fromBest {
      order = best.order
      cuts = graph.cuts(of: order) + [0]
    }
    mark = goal == .peak ? best.value - max(1, best.value / 400) : 0
    let unit = Double(max(1, goal == .peak ? best.value : best.value / count))
    var cooling = Cooling(from: unit * hot, to: unit * hot / 500, steps: steps)
    var energy = energyOfAll()
    for step in 0..<steps {
      if step & 4095 == 4095, !goesOn() { return }
      let from = random.below(count)
      let to = random.below(count)
      guard from != to else { continue }
      let change = change(from, to)
      guard Double(change) <= cooling.allowance(&random) else { continue }
      move(from, to)
      energy += change
      guard goal == .peak ? energy == 0 : energy < best.value else { continue }
      best = (order, goal.value(of: cuts))
      if goal == .peak {
        mark = best.value - max(1, best.value / 400)
        energy = energyOfAll()
      }
    }
  }

  @inline(__always) private func price(_ cut: Int) -> Int { goal == .peak ? max(0, cut - mark) : cut }

  private func energyOfAll() -> Int { cuts.reduce(0) { $0 + price($1) } }

  /// By how much the energy would change; leaves the cuts of the move in `changed`.
  @inline(__always) private mutating func change(_ from: Int, _ to: Int) -> Int {
    let node = order[from]
    let row = node * graph.nodeCount
    var sum = 0
    if from < to {
      // The nodes between come one place earlier, and the node is missing among those that have moved.
      var inside = from > 0 ? (graph.degrees[node] - cuts[from] + cuts[from - 1]) / 2 : 0
      for place in from..<to {
        inside += graph.weights[row + order[place + 1]]
        changed[place] = cuts[place + 1] - graph.degrees[node] + 2 * inside
        sum += price(changed[place]) - price(cuts[place])
      }
    } else {
      var inside = from > 0 ? (graph.degrees[node] - cuts[from] + cuts[from - 1]) / 2 : 0
      for place in stride(from: from - 1, through: to, by: -1) {
        inside -= graph.weights[row + order[place]]
        changed[place] = (place > 0 ? cuts[place - 1] : 0) + graph.degrees[node] - 2 * inside
        sum += price(changed[place]) - price(cuts[place])
      }
    }
    return sum
  }

  @inline(__always) private mutating func move(_ from: Int, _ to: Int) {
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
