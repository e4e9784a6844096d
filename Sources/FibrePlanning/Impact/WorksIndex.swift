import FibreModel

/// What lies in which civil works: ducts of pathways, pathways at nodes, ducts in ducts, ducts of sections.
struct WorksIndex: Sendable {
  let ductsOfSection: CompressedRows
  let ductsOfPathway: CompressedRows
  let pathwaysOfNode: CompressedRows
  /// Ducts that lie in a duct.
  let innerDucts: CompressedRows

  init(_ network: Network) {
    var sections: [(row: UInt32, member: UInt32)] = []
    var pathways: [(row: UInt32, member: UInt32)] = []
    var inner: [(row: UInt32, member: UInt32)] = []
    for (number, duct) in network.ducts.rows.enumerated() {
      for section in duct.sections { sections.append((section.rawValue, UInt32(number))) }
      for pathway in duct.pathways { pathways.append((pathway.rawValue, UInt32(number))) }
      if !duct.parent.isEmpty, let parent = network.ducts.index(of: Code(duct.parent)) {
        inner.append((parent.rawValue, UInt32(number)))
      }
    }
    var nodes: [(row: UInt32, member: UInt32)] = []
    for (number, pathway) in network.pathways.rows.enumerated() {
      for node in Set([pathway.nodeA, pathway.nodeB].compactMap { $0 }).sorted() {
        nodes.append((node.rawValue, UInt32(number)))
      }
    }
    ductsOfSection = CompressedRows(rowCount: network.sections.count, pairs: sections)
    ductsOfPathway = CompressedRows(rowCount: network.pathways.count, pairs: pathways)
    pathwaysOfNode = CompressedRows(rowCount: network.nodes.count, pairs: nodes)
    innerDucts = CompressedRows(rowCount: network.ducts.count, pairs: inner)
  }

  /// A duct and all ducts inside it, each once, whatever the delivery says of who lies in whom.
  func ducts(in duct: Index<Duct>) -> [Index<Duct>] {
    var found = [duct]
    var position = 0
    while position < found.count {
      for inner in innerDucts[found[position].offset] {
        let index = Index<Duct>(Int(inner))
        if !found.contains(index) { found.append(index) }
      }
      position += 1
    }
    return found
  }
}
