import FibreModel
import RouteEngine

/// How many links fit between two places, by the free fibres of each section and the ports at the two ends.
///
/// Fibres can be spliced anew at every place, so the sections' numbers of free fibres are the capacities of a flow, and
/// the greatest flow is the greatest number of links. Source: L. R. Ford, D. R. Fulkerson, "Maximal flow through a
/// network", 1956.
struct SectionFlow {
  let sections: SectionMap
  let from: PathTerminal
  let to: PathTerminal
  /// Free fibres of a section behind a port of the terminal at one of its sides, for sections that end there.
  private let fibresAtPorts: (Index<CableSection>, FibreSide, PathTerminal) -> Int
  private let directKinds: (Index<CableSection>) -> [DirectKind]
  /// What stands for no limit; a sum of all capacities stays below 32 bits.
  private static let endless = 1 << 30

  /// What limits a flow, and how much of it there is.
  struct Result {
    let value: Int
    /// The nodes from which no more reaches the target.
    let isOnSourceSide: [Bool]
    /// The arcs by tail, what flows on each, and how many nodes they join.
    let arcs: [Arc]
    let flows: [UInt32]
    let nodeCount: Int
  }

  /// What a flow counts, and which ports are no limit to it.
  struct Counting {
    /// Fibres side by side of one link. All of them start at ports that hold them, or all at empty ones.
    var fibresPerLink = 1
    var isFreeOfPortsFrom = false
    var isFreeOfPortsTo = false
  }

  init(_ sections: SectionMap, _ question: PathQuestion, _ finder: PathFinder) {
    self.sections = sections
    from = question.from
    to = question.to
    fibresAtPorts = finder.fibresAtPorts
    directKinds = { finder.directKinds($0, question) }
  }

  /// Free fibres of a section that leads from one end to the other, alike in what they find there.
  struct DirectKind {
    let isAtPortFrom: Bool
    let isAtPortTo: Bool
    let count: Int
  }

  /// The greatest flow of links with given numbers of free fibres.
  func result(_ counting: Counting = Counting(), _ capacity: (Index<CableSection>) -> Int) -> Result {
    let size = counting.fibresPerLink
    let source = UInt32(sections.nodeCount)
    let sink = source + 1
    var nodeCount = sections.nodeCount + 2
    var arcs: [Arc] = [
      (source, from.place, isEndless(from, counting.isFreeOfPortsFrom) ? Self.endless : from.emptyPorts / size),
      (to.place, sink, isEndless(to, counting.isFreeOfPortsTo) ? Self.endless : to.emptyPorts / size),
    ]
    for (position, section) in sections.sections.enumerated() {
      let fibres = capacity(section)
      let count = fibres / size
      guard count > 0 else { continue }
      let ends = sections.ends(of: section)
      if Set([ends.a, ends.b]) == Set([from.place, to.place]) {
        arcs += directArcs(section, fibres, size, source, sink, &nodeCount)
        continue
      }
      let middle = sections.node(ofSectionAt: position)
      for (side, place) in [(FibreSide.a, ends.a), (.b, ends.b)] {
        // A link does not come back to where it starts, nor leave where it ends.
        if place != to.place { arcs.append((place, middle, count)) }
        if place != from.place { arcs.append((middle, place, count)) }
        if place == from.place { arcs.append((source, middle, fibresAtPorts(section, side, from) / size)) }
        if place == to.place { arcs.append((middle, sink, fibresAtPorts(section, side, to) / size)) }
      }
    }
    arcs.sort { $0.tail < $1.tail }
    let flow = Self.maximum(arcs, nodeCount: nodeCount, from: source, to: sink)
    return Result(
      value: Int(flow.value), isOnSourceSide: flow.isOnSourceSide, arcs: arcs, flows: flow.flows, nodeCount: nodeCount)
  }

  typealias Arc = (tail: UInt32, head: UInt32, capacity: Int)

  private func isEndless(_ terminal: PathTerminal, _ isFreeOfPorts: Bool) -> Bool {
    terminal.panels == nil || isFreeOfPorts
  }

  /// A section from one end to the other: links by what their fibres find at both; those of a further cable, and what
  /// is left of the others, find nothing.
  private func directArcs(
    _ section: Index<CableSection>, _ fibres: Int, _ size: Int, _ source: UInt32, _ sink: UInt32,
    _ nodeCount: inout Int
  ) -> [Arc] {
    let kinds = directKinds(section).map {
      DirectKind(isAtPortFrom: $0.isAtPortFrom, isAtPortTo: $0.isAtPortTo, count: $0.count / size)
    }
    let rest = DirectKind(
      isAtPortFrom: false, isAtPortTo: false, count: fibres / size - kinds.reduce(0) { $0 + $1.count })
    return (kinds + [rest]).filter { $0.count > 0 }.flatMap { kind -> [Arc] in
      let node = UInt32(nodeCount)
      nodeCount += 1
      return [
        (kind.isAtPortFrom ? source : from.place, node, kind.count),
        (node, kind.isAtPortTo ? sink : to.place, kind.count),
      ]
    }
  }

  private static func maximum(
    _ arcs: [Arc], nodeCount: Int, from: UInt32, to: UInt32
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

  /// What a greatest flow is limited by.
  enum Limit {
    /// Ports at one end, or at both where more at one end alone would let nothing more through.
    case ports(atFrom: Bool, atTo: Bool)
    /// The sections of a least cut; none where no other cable leads there.
    case sections([Index<CableSection>])
  }

  /// Ports are the limit just when endless ones would let more through; else sections are.
  ///
  /// With endless ports the flow could go on from all that can be reached from the place of the start. What can't be
  /// reached so is then behind a least cut of sections alone. Cost: the arcs of the flow.
  func limit(_ result: Result) -> Limit {
    let isTightAtTo = result.isOnSourceSide[Int(to.place)]
    if !isTightAtTo && result.isOnSourceSide[Int(from.place)] { return .sections(cut(result.isOnSourceSide)) }
    let residual = SectionResidual(self, result)
    let isReached = residual.reachedWithEndlessPorts
    if residual.isSinkReached(isReached) { return .ports(atFrom: true, atTo: false) }
    if isTightAtTo { return .ports(atFrom: false, atTo: true) }
    if isReached[Int(to.place)] { return .ports(atFrom: true, atTo: true) }
    return .sections(cut(isReached))
  }

  /// The sections that lead from the source's side to where the target can be reached, however few fibres they have.
  private func cut(_ isOnSourceSide: [Bool]) -> [Index<CableSection>] {
    let isBeyond = reachable(from: to.place) { !isOnSourceSide[Int($0)] }
    return sections.sections.filter { section in
      let ends = sections.ends(of: section)
      let (a, b) = (isOnSourceSide[Int(ends.a)], isOnSourceSide[Int(ends.b)])
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
  /// Free fibres of a section that end alone behind a port of a terminal, at one side.
  func fibresAtPorts(
    _ section: Index<CableSection>, _ side: FibreSide, _ terminal: PathTerminal
  ) -> Int {
    freeFibres(of: section).count { terminal.port(of: FibreEnd($0, side), network) != nil }
  }

  /// Whether so many links that come by a section find ports where it ends.
  func hasPorts(for wanted: Int, in section: Index<CableSection>, _ question: PathQuestion) -> Bool {
    [question.from, question.to].allSatisfy { terminal in
      FibreSide.allCases.allSatisfy { side in
        terminal.panels == nil || map.place(of: section, side) != terminal.place
          || terminal.emptyPorts + fibresAtPorts(section, side, terminal) >= wanted
      }
    }
  }

  /// The free fibres of a section between the two ends, by whether they are at a port there.
  fileprivate func directKinds(
    _ section: Index<CableSection>, _ question: PathQuestion
  ) -> [SectionFlow.DirectKind] {
    let side: FibreSide = map.place(of: section, .a) == question.from.place ? .a : .b
    let fibres = freeFibres(of: section).map { fibre in
      (
        from: question.from.port(of: FibreEnd(fibre, side), network) != nil,
        to: question.to.port(of: FibreEnd(fibre, side.other), network) != nil
      )
    }
    return [(true, true), (true, false), (false, true), (false, false)].map { kind in
      SectionFlow.DirectKind(
        isAtPortFrom: kind.0, isAtPortTo: kind.1, count: fibres.count { $0.from == kind.0 && $0.to == kind.1 })
    }
  }

  private func freeFibres(of section: Index<CableSection>) -> [Index<Fibre>] {
    network.sections[section].fibreOffsets.filter { strands.isFree[$0] }.map { Index($0) }
  }
}
