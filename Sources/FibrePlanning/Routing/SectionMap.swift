import FibreModel
import RouteEngine

/// From sections and places to a graph of whole numbers, and back: what flows, cuts and disjoint pairs are found on.
///
/// Every place is a node; after the places, every section is one too, in the middle of its two halves. So two sections
/// between the same places stay two ways, and what is said of a section can be said of a node.
struct SectionMap {
  /// The sections that can be gone through, their ends in two different places.
  let sections: [Index<CableSection>]
  let placeCount: Int
  private let map: PlaceMap

  init(_ network: Network, _ map: PlaceMap, barring barred: PathFilter.Cover) {
    self.map = map
    placeCount = map.places.count
    sections = network.sections.indices.filter { index in
      let (a, b) = (map.place(of: index, .a), map.place(of: index, .b))
      return a != b && !barred.sections.contains(index) && !barred.places.contains(a) && !barred.places.contains(b)
    }
  }

  var nodeCount: Int { placeCount + sections.count }

  /// The section that a node stands for, or nothing when it stands for a place.
  func section(of node: UInt32) -> Index<CableSection>? {
    Int(node) < placeCount ? nil : sections[Int(node) - placeCount]
  }

  func node(ofSectionAt position: Int) -> UInt32 { UInt32(placeCount + position) }

  /// The two places of a section.
  func ends(of section: Index<CableSection>) -> (a: UInt32, b: UInt32) {
    (map.place(of: section, .a), map.place(of: section, .b))
  }

  /// Both ways through the sections that are kept; the weight of a section lies on the half at its side A.
  func graph(keeping isKept: (Index<CableSection>) -> Bool, weight: (Index<CableSection>) -> UInt32) -> CSRGraph {
    var arcs: [WeightedArc] = []
    for (position, section) in sections.enumerated() where isKept(section) {
      let (a, b) = ends(of: section)
      let middle = node(ofSectionAt: position)
      let half = weight(section)
      arcs += [
        WeightedArc(a, middle, half), WeightedArc(middle, a, half), WeightedArc(middle, b, 0),
        WeightedArc(b, middle, 0),
      ]
    }
    do {
      return try CSRGraph(nodeCount: nodeCount, arcs: arcs)
    } catch {
      preconditionFailure("a graph built from its own nodes: \(error)")
    }
  }

  /// The sections on a way through nodes, each with the side by which it is entered.
  func steps(along nodes: [UInt32]) -> [StrandClass.Step] {
    nodes.indices.compactMap { position in
      guard position > 0, let section = section(of: nodes[position]) else { return nil }
      return StrandClass.Step(section: section, side: ends(of: section).a == nodes[position - 1] ? .a : .b)
    }
  }
}
