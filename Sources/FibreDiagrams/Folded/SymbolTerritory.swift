import FibreModel

/// Which symbol stands for each node of a network; it grows from seeds along the cables.
struct SymbolTerritory {
  private let network: Network
  private let ends: SectionEnds
  /// The symbol of each node; -1 for none.
  private(set) var symbol: [Int32]

  init(_ network: Network, _ ends: SectionEnds) {
    self.network = network
    self.ends = ends
    symbol = Array(repeating: -1, count: network.nodes.count)
  }

  /// Gives a node to a symbol, unless it has one.
  mutating func seed(_ node: Index<Node>?, _ number: Int) {
    guard let node, symbol[node.offset] < 0 else { return }
    symbol[node.offset] = Int32(number)
  }

  func symbol(of node: Index<Node>?) -> Int? {
    node.flatMap { symbol[$0.offset] < 0 ? nil : Int(symbol[$0.offset]) }
  }

  /// Gives each free node to the symbol that is fewest sections away from one of the nodes; of equals, to that of the
  /// node named first. O(nodes + sections).
  mutating func grow(from nodes: some Sequence<Int>, across mayCross: (Int) -> Bool = { _ in true }) {
    var waiting = nodes.filter { symbol[$0] >= 0 }
    var next = 0
    while next < waiting.count {
      let node = waiting[next]
      next += 1
      for section in network.sections(at: Index(node)) where mayCross(section.offset) {
        guard let far = ends.far(section.offset, from: node), symbol[far] < 0 else { continue }
        symbol[far] = symbol[node]
        waiting.append(far)
      }
    }
  }

  /// Gives each distribution point to the head of the wider area that its own area lies in: trees of several SROs share
  /// chambers, and the way by cable alone may lead to a neighbour. Answers the nodes given.
  mutating func seedDistributionPoints() -> [Int] {
    var given: [Int] = []
    for area in network.areas.rows where area.kind == .distributionPoint {
      guard let node = area.node, symbol(of: node) == nil, let head = head(of: area.parent) else { continue }
      seed(node, head)
      given.append(node.offset)
    }
    return given
  }

  /// The symbol of the SRO or NRO that serves an area.
  func head(of area: Index<ServiceArea>?) -> Int? {
    areas(from: area).lazy.filter { $0.kind != .distributionPoint }.compactMap { symbol(of: $0.node) }.first
  }

  /// An area and the wider ones around it; no more than any delivery has, if one lies in itself.
  private func areas(from area: Index<ServiceArea>?) -> [ServiceArea] {
    var areas: [ServiceArea] = []
    var next = area
    while let index = next, areas.count < 4 {
      areas.append(network.areas[index])
      next = network.areas[index].parent
    }
    return areas
  }

  /// Where premises belong: where they stand, else with the distribution point or the site of their service area.
  func symbol(of premises: Premises) -> Int? {
    symbol(of: premises.node) ?? areas(from: premises.area).lazy.compactMap { symbol(of: $0.node) }.first
  }
}
