import FibreModel
import RouteEngine

/// How many links fit between two places, by the free fibres of each section and the ports at the two ends.
///
/// Fibres can be spliced anew at every place, so the sections' numbers of free fibres are the capacities of a flow, and
/// the greatest flow is the greatest number of links. Source: L. R. Ford, D. R. Fulkerson, "Maximal flow through a
/// network", 1956.
struct SectionFlow {
  private let sections: SectionMap
  private let from: PathTerminal
  private let to: PathTerminal
  private let ports: (from: Int, to: Int)
  /// What stands for no limit; a sum of all capacities stays below 32 bits.
  private static let endless = 1 << 30

  /// What limits a flow, and how much of it there is.
  struct Result {
    let value: Int
    /// The places from which no more reaches the target.
    let isOnSourceSide: [Bool]
    let isLimitedByPortsFrom: Bool
    let isLimitedByPortsTo: Bool
  }

  init(_ sections: SectionMap, _ question: PathQuestion, _ finder: PathFinder) {
    self.sections = sections
    from = question.from
    to = question.to
    ports = (finder.portCount(at: question.from), finder.portCount(at: question.to))
  }

  /// The greatest flow with given numbers of free fibres.
  func result(_ capacity: (Index<CableSection>) -> Int) -> Result {
    let source = UInt32(sections.nodeCount)
    let sink = source + 1
    var arcs: [(tail: UInt32, head: UInt32, capacity: Int)] = [
      (source, from.place, ports.from), (to.place, sink, ports.to),
    ]
    for (position, section) in sections.sections.enumerated() {
      let count = capacity(section)
      guard count > 0 else { continue }
      let ends = sections.ends(of: section)
      let middle = sections.node(ofSectionAt: position)
      arcs += [
        (ends.a, middle, count), (middle, ends.a, count), (middle, ends.b, count), (ends.b, middle, count),
      ]
    }
    arcs.sort { $0.tail < $1.tail }
    let flow = Self.maximum(arcs, nodeCount: sections.nodeCount + 2, from: source, to: sink)
    return Result(
      value: Int(flow.value), isOnSourceSide: flow.isOnSourceSide,
      isLimitedByPortsFrom: !flow.isOnSourceSide[Int(from.place)],
      isLimitedByPortsTo: flow.isOnSourceSide[Int(to.place)])
  }

  private static func maximum(
    _ arcs: [(tail: UInt32, head: UInt32, capacity: Int)], nodeCount: Int, from: UInt32, to: UInt32
  ) -> MaximumFlow {
    do {
      let graph = try CSRGraph(nodeCount: nodeCount, arcs: arcs.map { WeightedArc($0.tail, $0.head, 0) })
      let network = try FlowNetwork(graph, capacities: arcs.map { UInt32(clamping: min($0.capacity, endless)) })
      var query = MaximumFlowQuery(nodeCount: nodeCount, arcCount: arcs.count)
      return query.maximum(network, from: from, to: to)
    } catch {
      preconditionFailure("a graph built from its own nodes: \(error)")
    }
  }

  /// The sections that lead from the source's side to where the target can be reached, however few fibres they have.
  func cut(_ result: Result) -> [Index<CableSection>] {
    let isBeyond = reachable(from: to.place) { !result.isOnSourceSide[Int($0)] }
    return sections.sections.filter { section in
      let ends = sections.ends(of: section)
      let (a, b) = (result.isOnSourceSide[Int(ends.a)], result.isOnSourceSide[Int(ends.b)])
      return a && isBeyond[Int(ends.b)] || b && isBeyond[Int(ends.a)]
    }
  }

  private func reachable(from start: UInt32, _ isAllowed: (UInt32) -> Bool) -> [Bool] {
    let graph = sections.graph(keeping: { _ in true }, weight: { _ in 0 })
    var isReached = [Bool](repeating: false, count: graph.nodeCount)
    var waiting = [start]
    isReached[Int(start)] = true
    while let node = waiting.popLast() {
      for place in graph.arcRange(of: node) {
        let head = graph.arcs[place].head
        if isReached[Int(head)] || Int(head) < sections.placeCount && !isAllowed(head) { continue }
        isReached[Int(head)] = true
        waiting.append(head)
      }
    }
    return isReached
  }
}

extension PathFinder {
  /// Ports that a link can end at: those where a free strand ends, and those that hold nothing. No limit in a box.
  fileprivate func portCount(at terminal: PathTerminal) -> Int {
    guard let panels = terminal.panels else { return 1 << 30 }
    return terminal.emptyPorts
      + strands.classes.reduce(0) { sum, one in
        let ends = [one.startPanel, one.endPanel].compactMap { $0 }.count { panels.contains($0) }
        return sum + ends * one.members.count
      }
  }
}
