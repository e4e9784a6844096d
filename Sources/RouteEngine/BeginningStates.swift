/// The nodes in which a route can be after its first labels, each with the cheapest way there.
struct BeginningStates {
  struct State {
    let node: UInt32
    let cost: UInt128
    /// The arc by which it is reached, and the state before; nothing at the start.
    let step: (arc: UInt32, before: Int)?
  }

  private(set) var states: [State] = []
  /// The states after the last label.
  private(set) var current: Range<Int>
  /// The groups that the route went through and left.
  private(set) var groups: Set<UInt32>

  /// The states of a route that has no label yet.
  init(at source: UInt32, in graph: LabelledGraph) {
    states = [State(node: source, cost: 0, step: nil)]
    current = 0..<1
    groups = [graph.groups[Int(source)]]
    takeSilentArcs(in: graph)
  }

  /// Goes on along all arcs with a label.
  mutating func follow(_ label: UInt32, in graph: LabelledGraph) {
    let last = current
    let start = states.count
    for place in last { extend(place, along: label, in: graph, from: start) }
    current = start..<states.count
    takeSilentArcs(in: graph)
    for state in states[current] { groups.insert(graph.groups[Int(state.node)]) }
  }

  /// The arcs to a state, from the source on.
  func arcs(to place: Int) -> [UInt32] {
    var arcs: [UInt32] = []
    var place = place
    while let step = states[place].step {
      arcs.append(step.arc)
      place = step.before
    }
    return arcs.reversed()
  }

  private mutating func takeSilentArcs(in graph: LabelledGraph) {
    let start = current.lowerBound
    var place = start
    while place < states.count {
      extend(place, along: LabelledGraph.silent, in: graph, from: start)
      place += 1
    }
    current = start..<states.count
  }

  /// Adds the states one arc further. One that is reached again for less is added again: the cheaper one comes first out
  /// of any search.
  private mutating func extend(_ place: Int, along label: UInt32, in graph: LabelledGraph, from start: Int) {
    let state = states[place]
    for arc in graph.arcRange(of: state.node) where graph.arcs[arc].label == label {
      let head = graph.arcs[arc].head
      let cost = state.cost + graph.arcs[arc].cost
      if states[start...].contains(where: { $0.node == head && $0.cost <= cost }) { continue }
      states.append(State(node: head, cost: cost, step: (UInt32(arc), place)))
    }
  }
}
