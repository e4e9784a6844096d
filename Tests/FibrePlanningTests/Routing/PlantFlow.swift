import FibreModel
import FibrePlanning

extension PlantOracle {
  /// The greatest number of links between two places, bundle by bundle, by augmenting paths.
  ///
  /// The fibres of a link run side by side, all from ports that hold them or all from empty ones.
  /// - Parameters:
  ///   - size: Fibres of one link.
  ///   - extra: Fibres of one more cable along each of some sections; nothing is joined to them.
  ///   - ports: Empty ports at each end, where they are not those of the plant.
  func mostLinks(
    from: String, to: String, size: Int = 1, extra: (sections: [Index<CableSection>], fibres: Int) = ([], 0),
    emptyPorts ports: Int? = nil
  ) -> Int {
    var graph = UnitGraph()
    graph.add("source", "pool A", isBox(from) ? 999 : (ports ?? emptyPorts(from)) / size)
    graph.add("pool Z", "sink", isBox(to) ? 999 : (ports ?? emptyPorts(to)) / size)
    for section in network.sections.indices where !isCord(section) {
      let further = extra.sections.contains(section) ? extra.fibres : 0
      for (number, isAtPort) in bundles(of: section, size, further, from, to).enumerated() {
        add("\(section.offset).\(number)", section, isAtPort, from, to, &graph)
      }
    }
    return graph.mostUnits(from: "source", to: "sink")
  }

  /// For each bundle of a section's free fibres, whether it is at ports of an end, on side A and on side B.
  private func bundles(
    of section: Index<CableSection>, _ size: Int, _ further: Int, _ from: String, _ to: String
  ) -> [[Bool]] {
    let kinds = free(section).map { fibre in
      FibreSide.allCases.map { side in
        let here = place(section, side)
        return (here == from || here == to) && !isBox(here) && port(FibreEnd(fibre, side)) != nil
      }
    }
    let whole = Set(kinds).flatMap { kind in
      [[Bool]](repeating: kind, count: kinds.count { $0 == kind } / size)
    }
    let rest = (kinds.count + further) / size - whole.count
    return whole + [[Bool]](repeating: [false, false], count: rest)
  }

  /// One bundle both ways; a link starts in it at its ports or from the pool of empty ports.
  private func add(
    _ name: String, _ section: Index<CableSection>, _ isAtPort: [Bool], _ from: String, _ to: String,
    _ graph: inout UnitGraph
  ) {
    for (offset, side) in FibreSide.allCases.enumerated() {
      let (here, there) = (place(section, side), place(section, side.other))
      if here == to || there == from || here == there { continue }
      let (entry, exit) = ("\(name) in \(offset)", "\(name) out \(offset)")
      graph.add(entry, exit, 1)
      graph.add(here != from ? here : isAtPort[offset] ? "source" : "pool A", entry, 1)
      graph.add(exit, there != to ? there : isAtPort[1 - offset] ? "sink" : "pool Z", 1)
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
