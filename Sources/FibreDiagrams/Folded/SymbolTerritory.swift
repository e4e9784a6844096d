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

  /// Where premises belong: where they stand, else with the distribution point or the site of their service area.
  func symbol(of premises: Premises) -> Int? {
    if let own = symbol(of: premises.node) { return own }
    var area = premises.area
    for _ in 0..<4 {
      guard let row = area.map({ network.areas[$0] }) else { break }
      if let found = symbol(of: row.node) { return found }
      area = row.parent
    }
    return nil
  }
}
