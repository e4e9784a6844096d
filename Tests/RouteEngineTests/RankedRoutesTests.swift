import FibreTestSupport
import RouteEngine
import Testing

/// Routes by label against every walk that a small graph has.
struct RankedRoutesTests {
  @Test("Every route comes once, in order of cost, when each group is one node", arguments: 1...60)
  func ranksAllRoutes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let nodeCount = 3 + Int(random.next() % 5)
    let arcs = (0..<nodeCount * 3).map { label in
      LabelledGraph.Arc(
        UInt32(random.next() % UInt64(nodeCount)), UInt32(random.next() % UInt64(nodeCount)), label: UInt32(label),
        cost: UInt128(random.next() % 50))
    }
    let graph = try LabelledGraph(groups: (0..<UInt32(nodeCount)).map { $0 }, arcs: arcs)
    let expected = everyRoute(graph.arcs, from: 0, to: UInt32(nodeCount - 1)).map(\.cost).sorted()
    var routes = RankedRoutes(graph, from: 0, to: UInt32(nodeCount - 1))
    var costs: [UInt128] = []
    var seen: Set<[UInt32]> = []
    while let route = routes.next() {
      #expect(seen.insert(route.labels).inserted)
      #expect(route.arcs.reduce(0) { $0 + graph.arcs[Int($1)].cost } == route.cost)
      #expect(
        zip(route.arcs, route.arcs.dropFirst()).allSatisfy { graph.arcs[Int($0)].head == graph.arcs[Int($1)].tail })
      costs.append(route.cost)
    }
    #expect(costs == expected)
  }

  @Test("Two carriers of one label are one route, at the cheaper one's cost, with silent changes", arguments: 1...60)
  func carriersAreNoRoutes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let groupCount = 4
    // Two carriers for each group beside a hub; labels stand for the pair of groups.
    var arcs: [LabelledGraph.Arc] = []
    let node = { (group: Int, carrier: Int) in UInt32(group * 3 + carrier) }
    for group in 0..<groupCount {
      for carrier in 1...2 {
        arcs.append(.init(node(group, carrier), node(group, 0), label: LabelledGraph.silent, cost: 0))
      }
      for other in 0..<groupCount where other != group && random.next() % 3 > 0 {
        let label = UInt32(group * groupCount + other)
        for carrier in 1...2 where random.next() % 4 > 0 {
          let cost = UInt128(1 + random.next() % 20)
          arcs.append(.init(node(group, carrier), node(other, carrier), label: label, cost: cost))
          arcs.append(.init(node(group, 0), node(other, carrier), label: label, cost: cost + 7))
        }
      }
    }
    let graph = try LabelledGraph(groups: (0..<UInt32(groupCount * 3)).map { $0 / 3 }, arcs: arcs)
    let target = node(groupCount - 1, 0)
    var best: [[UInt32]: UInt128] = [:]
    for walk in everyRoute(graph.arcs, from: 0, to: target, groups: graph.groups) {
      best[walk.labels] = min(best[walk.labels] ?? .max, walk.cost)
    }
    var routes = RankedRoutes(graph, from: 0, to: target)
    var found: [[UInt32]: UInt128] = [:]
    var last: UInt128 = 0
    while let route = routes.next() {
      #expect(found[route.labels] == nil)
      #expect(route.cost >= last)
      last = route.cost
      found[route.labels] = route.cost
    }
    #expect(found == best)
  }

  @Test("Nothing leads where no arc does, and a node outside the graph is refused")
  func deadEnds() throws {
    let graph = try LabelledGraph(groups: [0, 1, 2], arcs: [.init(0, 1, label: 5, cost: 3)])
    var routes = RankedRoutes(graph, from: 0, to: 2)
    #expect(routes.next() == nil)
    #expect(throws: GraphFault.unknownNode(arc: 0, node: 9, nodes: 2)) {
      try LabelledGraph(groups: [0, 1], arcs: [.init(0, 9, label: 1, cost: 1)])
    }
  }

  private struct Walk {
    var labels: [UInt32]
    var cost: UInt128
  }

  /// All walks that come to no group twice, by trying everything.
  private func everyRoute(
    _ arcs: [LabelledGraph.Arc], from source: UInt32, to target: UInt32, groups: [UInt32]? = nil
  ) -> [Walk] {
    let group = { (node: UInt32) in groups?[Int(node)] ?? node }
    var walks: [Walk] = []
    func extend(_ node: UInt32, _ visited: Set<UInt32>, _ walk: Walk) {
      if node == target {
        walks.append(walk)
        return
      }
      for arc in arcs where arc.tail == node {
        var next = walk
        next.cost += arc.cost
        if arc.label == LabelledGraph.silent {
          extend(arc.head, visited, next)
        } else if !visited.contains(group(arc.head)) {
          next.labels.append(arc.label)
          extend(arc.head, visited.union([group(arc.head)]), next)
        }
      }
    }
    extend(source, [group(source)], Walk(labels: [], cost: 0))
    return walks
  }
}
