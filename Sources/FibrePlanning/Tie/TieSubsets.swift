/// The best order by dynamic programming over the sets of nodes that have moved.
///
/// `f(S) = cut(S) ∘ min over v in S of f(S - v)`, where ∘ is the maximum or the sum. An order read backwards has the same
/// cuts, so that it is enough to know the sets without the last node: the part after that node is such a set too, read
/// from the other end. Sets are taken in blocks that share their upper half, within which a cut is found in constant time.
struct TieSubsets<Value: FixedWidthInteger & UnsignedInteger & Sendable> {
  let graph: TieGraph
  let goal: TieGoal
  /// All nodes but the last.
  private let count: Int
  /// Nodes of the lower half of a set.
  private let low: Int
  private var best: [Value] = []

  init(_ graph: TieGraph, _ goal: TieGoal) {
    self.graph = graph
    self.goal = goal
    count = graph.nodeCount - 1
    low = min(count, 13)
  }

  /// An order of least value; nothing when it was told to stop.
  ///
  /// - Parameter goesOn: Asked after each block of sets, at most 8 192.
  /// - Complexity: O(n · 2ⁿ⁻¹) steps and 2ⁿ⁻¹ values.
  mutating func order(while goesOn: () -> Bool = { true }) -> [Int]? {
    guard graph.nodeCount > 1 else { return Array(0..<graph.nodeCount) }
    guard fill(while: goesOn) else { return nil }
    let full = (1 << count) - 1
    var least = (value: Value.max, set: 0)
    for set in 0...full {
      let value = joined(best[set], best[full ^ set])
      if value < least.value { least = (value, set) }
    }
    return members(least.set) + [count] + members(full ^ least.set).reversed()
  }

  @inline(__always) private func joined(_ a: Value, _ b: Value) -> Value { goal == .peak ? max(a, b) : a + b }

  /// Sets that are worked on side by side.
  private static var lane: Int { 64 }

  /// Fills the table of all sets; says whether it came to the end.
  private mutating func fill(while goesOn: () -> Bool) -> Bool {
    let block = 1 << low
    let inner = innerCuts()
    best = [Value](repeating: 0, count: 1 << count)
    var pull = [Int](repeating: 0, count: block)
    let lane = min(Self.lane, block)
    for upper in 0..<(1 << (count - low)) {
      guard goesOn() else { return false }
      let base = upper << low
      fillPull(&pull, upper: base)
      let outer = cut(of: base)
      for start in stride(from: 0, to: block, by: lane) {
        fillLane(base + start, lane) { Value(truncatingIfNeeded: outer + inner[start + $0] - 2 * pull[start + $0]) }
      }
    }
    return true
  }

  /// Fills the values of neighbouring sets, those below being known.
  @inline(__always)
  private mutating func fillLane(_ base: Int, _ lane: Int, cut: (Int) -> Value) {
    let isPeak = goal == .peak
    for set in base..<base + lane { best[set] = .max }
    var rest = base
    while rest != 0 {
      let bit = rest & -rest
      for set in base..<base + lane { best[set] = min(best[set], best[set ^ bit]) }
      rest &= rest - 1
    }
    for set in 0..<lane {
      var least = best[base + set]
      var rest = set
      while rest != 0 {
        least = min(least, best[base + (set & ~(rest & -rest))])
        rest &= rest - 1
      }
      let cut = cut(set)
      // The empty set has none below it.
      best[base + set] = base + set == 0 ? 0 : isPeak ? max(cut, least) : cut &+ least
    }
  }

  /// The weight between each lower set and an upper one.
  private func fillPull(_ pull: inout [Int], upper: Int) {
    let towards = (0..<low).map { node in
      (low..<max(low, count)).reduce(0) { upper >> $1 & 1 == 1 ? $0 + graph.weight(node, $1) : $0 }
    }
    for set in 1..<max(1, pull.count) {
      let node = set.trailingZeroBitCount
      pull[set] = pull[set & (set - 1)] + towards[node]
    }
  }

  /// The cut of each set of lower nodes alone.
  private func innerCuts() -> [Int] {
    var cuts = [Int](repeating: 0, count: 1 << low)
    for set in 1..<max(1, cuts.count) {
      let node = set.trailingZeroBitCount
      let rest = set & (set - 1)
      let inside = (0..<low).reduce(0) { rest >> $1 & 1 == 1 ? $0 + graph.weight(node, $1) : $0 }
      cuts[set] = cuts[rest] + graph.degrees[node] - 2 * inside
    }
    return cuts
  }

  private func cut(of set: Int) -> Int {
    var sum = 0
    for node in 0..<count where set >> node & 1 == 1 {
      for other in 0..<graph.nodeCount where other == count || set >> other & 1 == 0 {
        sum += graph.weight(node, other)
      }
    }
    return sum
  }

  /// The members of a set in the order in which its value is reached.
  private func members(_ set: Int) -> [Int] {
    var order: [Int] = []
    var set = set
    while set != 0 {
      let cut = Value(truncatingIfNeeded: cut(of: set))
      let last = (0..<count).first { set >> $0 & 1 == 1 && joined(cut, best[set ^ (1 << $0)]) == best[set] }
      guard let last else { preconditionFailure("a value of the table has no origin") }
      order.append(last)
      set ^= 1 << last
    }
    return order.reversed()
  }
}
