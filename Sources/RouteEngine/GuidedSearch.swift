/// Finds the cheapest completion of a route that has begun, guided by exact costs to the target.
struct GuidedSearch: Sendable {
  private let graph: LabelledGraph
  private let target: UInt32
  /// The cost from each node to the target.
  let costs: [UInt128]
  private var reached: [UInt128]
  private var arrivals: [Arrival]
  private var touched: [UInt32] = []
  private var heap = CostHeap()

  private enum Arrival {
    case arc(UInt32)
    /// Reached at once from a state of the beginning.
    case beginning(state: Int, arc: UInt32)
  }

  /// Finds the cost to the target from everywhere.
  init(_ graph: LabelledGraph, to target: UInt32) {
    self.graph = graph
    self.target = target
    reached = [UInt128](repeating: LabelledGraph.unreachable, count: graph.nodeCount)
    arrivals = [Arrival](repeating: .arc(0), count: graph.nodeCount)
    var costs = reached
    costs[Int(target)] = 0
    heap.push(target, 0)
    while !heap.isEmpty {
      let item = heap.pop()
      if item.cost != costs[Int(item.node)] { continue }
      for place in graph.arcsIn(to: item.node) {
        let arc = graph.arcs[Int(place)]
        let cost = item.cost + arc.cost
        if cost < costs[Int(arc.tail)] {
          costs[Int(arc.tail)] = cost
          heap.push(arc.tail, cost)
        }
      }
    }
    self.costs = costs
  }

  /// The cheapest route that begins so, goes on with a label that is not barred, and comes to no group it went through;
  /// nothing when there is none.
  mutating func best(after beginning: BeginningStates, barring barred: Set<UInt32>) -> RankedRoute? {
    defer { forget() }
    for place in beginning.current {
      let state = beginning.states[place]
      for arc in graph.arcRange(of: state.node) {
        let label = graph.arcs[arc].label
        if label == LabelledGraph.silent || barred.contains(label) { continue }
        reach(arc, state.cost, .beginning(state: place, arc: UInt32(arc)), beginning.groups)
      }
    }
    while !heap.isEmpty {
      let item = heap.pop()
      let sofar = reached[Int(item.node)]
      if item.node == target { return route(beginning) }
      if item.cost != sofar + costs[Int(item.node)] { continue }
      for arc in graph.arcRange(of: item.node) { reach(arc, sofar, .arc(UInt32(arc)), beginning.groups) }
    }
    return nil
  }

  private mutating func reach(_ place: Int, _ sofar: UInt128, _ arrival: Arrival, _ barred: Set<UInt32>) {
    let arc = graph.arcs[place]
    let head = Int(arc.head)
    guard costs[head] != LabelledGraph.unreachable else { return }
    let cost = sofar + arc.cost
    // Going on inside a group, as by a patch cord in a site, is not coming back to it.
    let group = graph.groups[head]
    let staysInside = group == graph.groups[Int(arc.tail)] && arc.head != arc.tail
    if cost >= reached[head] || !staysInside && barred.contains(group) { return }
    if reached[head] == LabelledGraph.unreachable { touched.append(arc.head) }
    reached[head] = cost
    arrivals[head] = arrival
    heap.push(arc.head, cost + costs[head])
  }

  private mutating func forget() {
    for node in touched { reached[Int(node)] = LabelledGraph.unreachable }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }

  private func route(_ beginning: BeginningStates) -> RankedRoute {
    var arcs: [UInt32] = []
    var node = target
    var first: [UInt32] = []
    walk: while true {
      switch arrivals[Int(node)] {
      case .arc(let arc):
        arcs.append(arc)
        node = graph.arcs[Int(arc)].tail
      case .beginning(let state, let arc):
        arcs.append(arc)
        first = beginning.arcs(to: state)
        break walk
      }
    }
    arcs = first + arcs.reversed()
    let labels = arcs.map { graph.arcs[Int($0)].label }.filter { $0 != LabelledGraph.silent }
    return RankedRoute(cost: reached[Int(target)], arcs: arcs, labels: labels)
  }
}
