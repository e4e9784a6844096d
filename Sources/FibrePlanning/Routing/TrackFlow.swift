import FibreModel
import RouteEngine

/// The parallel tracks along a route of sections that weigh least together.
///
/// Each track takes one free fibre of each section. From one section to the next it keeps a joint that is there, or goes
/// over a patch cord between two free ports, or through a new splice. A flow of least cost through the free fibres, section
/// after section, finds the least weight. Cost: one search of the route's free fibres a track.
struct TrackFlow {
  /// What is found: the ends by which each track enters its fibres, and their weight.
  struct Tracks {
    let ends: [[FibreEnd]]
    let weight: UInt64
  }

  private let tracer: Tracer
  private let fibreCount: Int
  private let from: PathTerminal
  private let to: PathTerminal
  /// The ends by which the free fibres of each section are entered.
  private let fibres: [[FibreEnd]]
  /// What each of them weighs.
  private let preferences: [[UInt32]]
  private let cord: UInt32
  private let splice: UInt32
  private var arcs: [(arc: WeightedArc, capacity: UInt32)] = []
  private var nodeCount: UInt32 = 4

  // Nodes: source, target, and pools of pigtails at the two ends; then two for each fibre, and three between sections.
  private static let source: UInt32 = 0
  private static let target: UInt32 = 1

  /// - Parameters:
  ///   - fibres: The ends by which the fibres are entered that each step may take.
  ///   - preferences: What each of them weighs.
  init(
    _ fibres: [[FibreEnd]], preferences: [[UInt32]], cord: UInt32, splice: UInt32, _ question: PathQuestion,
    _ tracer: Tracer
  ) {
    self.fibres = fibres
    self.preferences = preferences
    self.cord = cord
    self.splice = splice
    self.tracer = tracer
    fibreCount = question.request.fibreCount
    from = question.from
    to = question.to
  }

  /// The tracks; nothing when the route does not hold so many.
  mutating func tracks() -> Tracks? {
    let firstOfStep = fibres.map { ends in
      defer { nodeCount += UInt32(2 * ends.count) }
      return nodeCount
    }
    for step in fibres.indices { addFibres(step, firstOfStep[step]) }
    for step in fibres.indices.dropLast() { addJoints(step, firstOfStep[step], firstOfStep[step + 1]) }
    addTerminals(firstOfStep[0], firstOfStep[fibres.count - 1])
    arcs.sort { $0.arc.tail < $1.arc.tail }
    guard let flow = flow() else { return nil }
    return Tracks(ends: read(flow.flows, firstOfStep), weight: flow.cost)
  }

  private mutating func add(_ tail: UInt32, _ head: UInt32, _ cost: UInt32, capacity: Int = 1) {
    arcs.append((WeightedArc(tail, head, cost), UInt32(clamping: capacity)))
  }

  /// Each fibre carries one track.
  private mutating func addFibres(_ step: Int, _ first: UInt32) {
    for (position, weight) in preferences[step].enumerated() {
      let node = first + UInt32(2 * position)
      add(node, node + 1, weight)
    }
  }

  private mutating func addJoints(_ step: Int, _ first: UInt32, _ next: UInt32) {
    let network = tracer.network
    let (bareHub, freeHub, pluggedHub) = (nodeCount, nodeCount + 1, nodeCount + 2)
    nodeCount += 3
    var placeOfEntry: [UInt32: Int] = [:]
    for (position, end) in fibres[step + 1].enumerated() {
      placeOfEntry[end.rawValue] = position
      let node = next + UInt32(2 * position)
      switch network.footing(of: end) {
      case .bare: for hub in [bareHub, freeHub, pluggedHub] { add(hub, node, splice) }
      case .free:
        add(bareHub, node, splice)
        add(freeHub, node, cord)
      case .plugged: add(bareHub, node, splice)
      case .cord: break
      }
    }
    for (position, end) in fibres[step].enumerated() {
      let out = first + UInt32(2 * position) + 1
      switch network.footing(of: end.opposite) {
      case .bare: add(out, bareHub, 0)
      case .free: add(out, freeHub, 0)
      case .plugged: add(out, pluggedHub, 0)
      case .cord: break
      }
      if case .end(let entry) = tracer.table.next(after: end.opposite.rawValue), let place = placeOfEntry[entry] {
        add(out, next + UInt32(2 * place), 0)
      }
    }
  }

  private mutating func addTerminals(_ first: UInt32, _ last: UInt32) {
    add(Self.source, 2, 0, capacity: from.panels == nil ? fibreCount : from.emptyPorts)
    add(3, Self.target, 0, capacity: to.panels == nil ? fibreCount : to.emptyPorts)
    for (position, end) in (fibres.first ?? []).enumerated() {
      let node = first + UInt32(2 * position)
      if from.port(of: end, tracer.network) != nil {
        add(Self.source, node, 0)
      } else {
        add(2, node, pigtailCost(end, from))
      }
    }
    for (position, end) in (fibres.last ?? []).enumerated() {
      let node = last + UInt32(2 * position) + 1
      if to.port(of: end.opposite, tracer.network) != nil {
        add(node, Self.target, 0)
      } else {
        add(node, 3, pigtailCost(end.opposite, to))
      }
    }
  }

  /// In a box a fibre is left ready: one that ends there is better than one that must be cut.
  private func pigtailCost(_ end: FibreEnd, _ terminal: PathTerminal) -> UInt32 {
    if terminal.panels != nil { return splice }
    return tracer.table.isStop(end.rawValue) ? 0 : 1
  }

  /// The flow of all tracks, or nothing.
  private func flow() -> MinimumCostFlow? {
    do {
      let graph = try CSRGraph(nodeCount: Int(nodeCount), arcs: arcs.map(\.arc))
      let network = try FlowNetwork(graph, capacities: arcs.map(\.capacity))
      var query = MinimumCostFlowQuery(nodeCount: Int(nodeCount), arcCount: arcs.count)
      let flow = query.flow(network, from: Self.source, to: Self.target, units: UInt64(fibreCount))
      return flow.units == UInt64(fibreCount) ? flow : nil
    } catch {
      preconditionFailure("a graph built from its own nodes: \(error)")
    }
  }

  /// Follows the flow from fibre to fibre; what comes to a hub leaves it in the same order.
  private func read(_ flows: [UInt32], _ firstOfStep: [UInt32]) -> [[FibreEnd]] {
    var heads: [UInt32: [UInt32]] = [:]
    for (position, item) in arcs.enumerated() where flows[position] > 0 {
      heads[item.arc.tail, default: []] += [UInt32](repeating: item.arc.head, count: Int(flows[position]))
    }
    var taken: [UInt32: Int] = [:]
    let fibreNodes = firstOfStep[0]
    return (0..<fibreCount).map { _ in
      var track: [FibreEnd] = []
      var node = Self.source
      while node != Self.target, let next = heads[node] {
        let turn = taken[node, default: 0]
        taken[node] = turn + 1
        let step = firstOfStep.lastIndex { $0 <= node }
        if node >= fibreNodes, let step, (node - firstOfStep[step]) % 2 == 0,
          (node - firstOfStep[step]) / 2 < fibres[step].count
        {
          track.append(fibres[step][Int(node - firstOfStep[step]) / 2])
        }
        node = next[turn]
      }
      return track
    }
  }
}
