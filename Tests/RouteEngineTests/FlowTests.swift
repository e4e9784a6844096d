import FibreTestSupport
import Testing

@testable import RouteEngine

/// Flows against all cuts and against all flows.
@Suite struct FlowTests {
  @Test func theMaximumFlowIsTheLeastOfAllCuts() throws {
    var generator = SeededGenerator(seed: 51)
    for sample in Cases.random(120, most: 7, seed: 52) where sample.nodeCount > 1 {
      let network = try network(sample, largest: 6, &generator)
      var query = MaximumFlowQuery(nodeCount: sample.nodeCount, arcCount: network.graph.arcs.count)
      for (source, target) in Cases.pairs(sample.nodeCount).prefix(8) {
        let flow = query.maximum(network, from: source, to: target)
        let cuts = allCuts(network, source, target)
        let least = cuts.map(\.capacity).min() ?? 0
        #expect(flow.value == least, "\(sample)")
        #expect(isFlow(flow.flows, network, source, target, units: flow.value), "\(sample)")
        #expect(flow.cut.reduce(0) { $0 + UInt64(network.capacities[$1]) } == flow.value, "\(sample)")
        // The nearest minimum cut is what all minimum cuts have on the source's side.
        let nearest = cuts.filter { $0.capacity == least }.map(\.side).reduce(~0) { $0 & $1 }
        #expect((0..<sample.nodeCount).allSatisfy { flow.isOnSourceSide[$0] == (nearest >> $0 & 1 == 1) }, "\(sample)")
      }
    }
  }

  @Test func theLargestCapacitiesAddUp() throws {
    let graph = try CSRGraph(nodeCount: 2, arcs: [WeightedArc(0, 1, 3), WeightedArc(0, 1, 4), WeightedArc(1, 0, 1)])
    let network = try FlowNetwork(graph, capacities: [.max, .max, .max])
    var maximum = MaximumFlowQuery(nodeCount: 2, arcCount: 3)
    #expect(maximum.maximum(network, from: 0, to: 1).value == 2 * UInt64(UInt32.max))
    var cheapest = MinimumCostFlowQuery(nodeCount: 2, arcCount: 3)
    let flow = cheapest.flow(network, from: 0, to: 1, units: .max)
    #expect(flow.units == 2 * UInt64(UInt32.max))
    #expect(flow.cost == 7 * UInt64(UInt32.max))
  }

  @Test func aFlowOfLeastCostIsTheCheapestOfAllFlows() throws {
    var generator = SeededGenerator(seed: 53)
    for sample in Cases.random(60, most: 5, seed: 54) where sample.nodeCount > 1 && sample.arcs.count <= 7 {
      let network = try network(sample, largest: 2, &generator)
      var query = MinimumCostFlowQuery(nodeCount: sample.nodeCount, arcCount: network.graph.arcs.count)
      for (source, target) in Cases.pairs(sample.nodeCount).prefix(6) {
        let cheapest = allFlows(network, source, target)
        let most = UInt64(cheapest.count - 1)
        for wanted in 0...(most + 1) {
          let flow = query.flow(network, from: source, to: target, units: wanted)
          #expect(flow.units == min(wanted, most), "\(sample)")
          #expect(flow.cost == cheapest[Int(flow.units)], "\(sample)")
          #expect(isFlow(flow.flows, network, source, target, units: flow.units), "\(sample)")
        }
      }
    }
  }

  @Test func aWayTooDearToCountIsNotUsed() throws {
    let half = UInt32(1) << 31
    let arcs = [WeightedArc(0, 1, half), WeightedArc(1, 2, half), WeightedArc(0, 2, 9)]
    let graph = try CSRGraph(nodeCount: 3, arcs: arcs)
    let network = try FlowNetwork(graph, capacities: [5, 2, 5])
    var query = MinimumCostFlowQuery(nodeCount: 3, arcCount: 3)
    let flow = query.flow(network, from: 0, to: 2, units: 9)
    #expect(flow.units == 2 && flow.cost == 18)
  }

  @Test func capacitiesForAnotherNumberOfArcsAreRefused() throws {
    let graph = try CSRGraph(nodeCount: 2, arcs: [WeightedArc(0, 1, 1)])
    #expect(throws: GraphFault.wrongCapacityCount(given: 2, arcs: 1)) { try FlowNetwork(graph, capacities: [1, 1]) }
  }

  private func network(
    _ sample: Cases.Case, largest: UInt32, _ generator: inout SeededGenerator
  ) throws -> FlowNetwork {
    let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
    return try FlowNetwork(graph, capacities: graph.arcs.map { _ in .random(in: 0...largest, using: &generator) })
  }

  private func ends(_ network: FlowNetwork) -> [(tail: Int, head: Int)] {
    (0..<UInt32(network.graph.nodeCount)).flatMap { node in
      network.graph.arcRange(of: node).map { (Int(node), Int(network.graph.arcs[$0].head)) }
    }
  }

  /// Every set of nodes with the source and without the target, as bits, and what leads out of it.
  private func allCuts(_ network: FlowNetwork, _ source: UInt32, _ target: UInt32) -> [(side: Int, capacity: UInt64)] {
    let ends = ends(network)
    return (0..<(1 << network.graph.nodeCount)).filter { $0 >> Int(source) & 1 == 1 && $0 >> Int(target) & 1 == 0 }
      .map { side in
        let crossing = ends.indices.filter { side >> ends[$0].tail & 1 == 1 && side >> ends[$0].head & 1 == 0 }
        return (side, crossing.reduce(0) { $0 + UInt64(network.capacities[$1]) })
      }
  }

  /// The least cost of each number of units, by trying every amount on every arc.
  private func allFlows(_ network: FlowNetwork, _ source: UInt32, _ target: UInt32) -> [UInt64] {
    let ends = ends(network)
    var cheapest: [UInt64: UInt64] = [:]
    func choose(_ amounts: [UInt32]) {
      if amounts.count < ends.count {
        for amount in 0...network.capacities[amounts.count] { choose(amounts + [amount]) }
        return
      }
      let net = balance(amounts, ends, network.graph.nodeCount)
      guard net[Int(source)] >= 0, net[Int(target)] == -net[Int(source)],
        net.indices.allSatisfy({ net[$0] == 0 || $0 == Int(source) || $0 == Int(target) })
      else { return }
      let cost = zip(amounts, network.graph.arcs).reduce(UInt64(0)) { $0 + UInt64($1.0) * UInt64($1.1.weight) }
      let units = UInt64(net[Int(source)])
      cheapest[units] = min(cheapest[units] ?? .max, cost)
    }
    choose([])
    return (0..<UInt64(cheapest.count)).compactMap { cheapest[$0] }
  }

  private func balance(_ amounts: [UInt32], _ ends: [(tail: Int, head: Int)], _ nodeCount: Int) -> [Int] {
    var net = [Int](repeating: 0, count: nodeCount)
    for (place, end) in ends.enumerated() {
      net[end.tail] += Int(amounts[place])
      net[end.head] -= Int(amounts[place])
    }
    return net
  }

  private func isFlow(
    _ flows: [UInt32], _ network: FlowNetwork, _ source: UInt32, _ target: UInt32, units: UInt64
  ) -> Bool {
    let net = balance(flows, ends(network), network.graph.nodeCount)
    return zip(flows, network.capacities).allSatisfy(<=)
      && net.indices.allSatisfy { node in
        net[node] == (node == Int(source) ? Int(units) : node == Int(target) ? -Int(units) : 0)
      }
  }
}
