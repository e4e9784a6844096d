import FibreModel
import FibrePlanning

extension PlantOracle {
  /// The greatest number of single links between two places, fibre by fibre, by augmenting paths.
  ///
  /// - Parameter extra: Fibres of one more cable along a section; nothing is joined to them.
  func mostLinks(from: String, to: String, extra: (section: Index<CableSection>, fibres: Int)? = nil) -> Int {
    var graph = UnitGraph()
    graph.add("source", "pool A", isBox(from) ? 999 : emptyPorts(from))
    graph.add("pool Z", "sink", isBox(to) ? 999 : emptyPorts(to))
    for section in network.sections.indices where !isCord(section) {
      for fibre in free(section) { add(fibre, section, from, to, &graph) }
      guard let extra, extra.section == section else { continue }
      for number in 0..<extra.fibres { add("extra \(number)", section, [nil, nil], from, to, &graph) }
    }
    return graph.mostUnits(from: "source", to: "sink")
  }

  private func add(
    _ fibre: Index<Fibre>, _ section: Index<CableSection>, _ from: String, _ to: String, _ graph: inout UnitGraph
  ) {
    let ports = FibreSide.allCases.map { port(FibreEnd(fibre, $0)) }
    add("fibre \(fibre.offset)", section, ports, from, to, &graph)
  }

  /// One fibre both ways; a link starts in it at its port or from the pool of empty ports.
  private func add(
    _ name: String, _ section: Index<CableSection>, _ ports: [Port?], _ from: String, _ to: String,
    _ graph: inout UnitGraph
  ) {
    for (offset, side) in FibreSide.allCases.enumerated() {
      let (here, there) = (place(section, side), place(section, side.other))
      if here == to || there == from || here == there { continue }
      let (entry, exit) = ("\(name) in \(offset)", "\(name) out \(offset)")
      graph.add(entry, exit, 1)
      if here == from {
        graph.add(ports[offset] != nil && !isBox(from) ? "source" : "pool A", entry, 1)
      } else {
        graph.add(here, entry, 1)
      }
      if there == to {
        graph.add(exit, ports[1 - offset] != nil && !isBox(to) ? "sink" : "pool Z", 1)
      } else {
        graph.add(exit, there, 1)
      }
    }
  }
}

/// A graph by names of nodes, on which one unit after the other looks for a way.
private struct UnitGraph {
  private var capacity: [String: [String: Int]] = [:]

  mutating func add(_ tail: String, _ head: String, _ units: Int) {
    capacity[tail, default: [:]][head, default: 0] += units
    capacity[head, default: [:]][tail, default: 0] += 0
  }

  func mostUnits(from source: String, to sink: String) -> Int {
    var rest = capacity
    var units = 0
    while true {
      var before = [source: source]
      var waiting = [source]
      while let node = waiting.popLast(), before[sink] == nil {
        for (head, left) in rest[node] ?? [:] where left > 0 && before[head] == nil {
          before[head] = node
          waiting.append(head)
        }
      }
      guard before[sink] != nil else { return units }
      var node = sink
      while node != source, let tail = before[node] {
        rest[tail]?[node]? -= 1
        rest[node]?[tail]? += 1
        node = tail
      }
      units += 1
    }
  }
}
