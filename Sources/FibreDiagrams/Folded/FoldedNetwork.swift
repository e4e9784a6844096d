import FibreModel

/// What a picture of a network is folded to, by the names of `diagram --fold`.
public enum NetworkFolding: String, Hashable, Sendable, CaseIterable {
  /// A symbol for each SRO with all behind it, and for each NRO and PoP with its collecte and transport.
  case sro
  /// A symbol for each commune.
  case commune
  /// Nothing is folded: every place and every section.
  case none
}

/// A part of a network drawn as one symbol.
struct FoldedSymbol {
  let kind: PlaceKind
  let name: String
  /// A longer name, or nothing.
  let title: String
  var position: Point?
  var count = SymbolCount()
}

/// The cables between two symbols.
struct FoldedLink {
  let a: Int
  let b: Int
  var count = SymbolCount()
  var cableCount = 0
  /// Fibres side by side: those of each cable once, at its largest section here.
  var capacity = 0
}

/// A network as symbols and the cables between them; what the symbols and links count adds up to the network.
struct FoldedNetwork {
  private(set) var symbols: [FoldedSymbol]
  /// In order of symbols.
  private(set) var links: [FoldedLink] = []
  /// What belongs to no symbol: no cable and no area leads there.
  private(set) var rest = SymbolCount()

  /// Folds a network by SRO, NRO and PoP. O(nodes + sections) but for sorting the links.
  init(bySite network: Network) {
    let ends = SectionEnds(network)
    var territory = SymbolTerritory(network, ends)
    let heads = network.sites.rows.filter { PlaceKind($0.kind) <= .cabinet && $0.node != nil }
      .enumerated().sorted { (PlaceKind($0.element.kind), $0.offset) < (PlaceKind($1.element.kind), $1.offset) }
      .map(\.element)
    symbols = []
    var cabinets: [Int] = []
    var offices: [Int] = []
    for site in heads {
      guard let node = site.node, territory.symbol(of: node) == nil else { continue }
      territory.seed(node, symbols.count)
      if site.kind == .cabinet { cabinets.append(node.offset) } else { offices.append(node.offset) }
      symbols.append(
        FoldedSymbol(
          kind: PlaceKind(site.kind), name: site.label, title: site.name == site.label ? "" : site.name,
          position: network.nodes[node].position))
    }
    let isBackbone = network.sections.rows.map { Self.backboneRoles.contains(network.cables[$0.cable].role) }
    let points = territory.seedDistributionPoints()
    territory.grow(from: cabinets + points) { !isBackbone[$0] }
    territory.grow(from: offices)
    territory.grow(from: network.nodes.rows.indices)
    count(network, ends, territory) { territory.head(of: $0.area) ?? territory.symbol(of: $0) }
  }

  /// GraceTHD `cb_typelog`: collecte, collecte and transport, transport.
  private static let backboneRoles: Set<String> = ["CO", "CX", "TR"]

  /// Folds a network by commune: that of the address, else that of the address nearest by cable.
  init(byCommune network: Network) {
    let ends = SectionEnds(network)
    var territory = SymbolTerritory(network, ends)
    var names: [String: String] = [:]
    func key(_ address: Index<Address>?) -> String? {
      guard let row = address.map({ network.addresses[$0] }) else { return nil }
      let key = row.communeCode.isEmpty ? row.commune : row.communeCode
      if key.isEmpty { return nil }
      if names[key, default: ""].isEmpty { names[key] = row.commune }
      return key
    }
    let seeds =
      network.sites.rows.map { (node: $0.node, key: key($0.address)) }
      + network.premises.rows.map { (node: $0.node, key: key($0.address)) }
    let keys = names.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, $0.offset) })
    symbols = keys.map { key in
      let name = names[key, default: ""]
      return FoldedSymbol(kind: .other, name: name.isEmpty ? key : name, title: "", position: nil)
    }
    for seed in seeds { seed.key.flatMap { numbers[$0] }.map { territory.seed(seed.node, $0) } }
    territory.grow(from: network.nodes.rows.indices)
    placeInTheMiddle(network, territory)
    count(network, ends, territory, territory.symbol)
  }

  /// Puts each symbol in the middle of its nodes.
  private mutating func placeInTheMiddle(_ network: Network, _ territory: SymbolTerritory) {
    var sums = [(x: Int64, y: Int64, count: Int64)](repeating: (0, 0, 0), count: symbols.count)
    for (offset, node) in network.nodes.rows.enumerated() {
      guard let point = node.position, let symbol = territory.symbol(of: Index(offset)) else { continue }
      sums[symbol] = (sums[symbol].x + point.x, sums[symbol].y + point.y, sums[symbol].count + 1)
    }
    for (symbol, sum) in sums.enumerated() where sum.count > 0 {
      symbols[symbol].position = Point(x: sum.x / sum.count, y: sum.y / sum.count)
    }
  }

  // MARK: Counting

  private mutating func count(
    _ network: Network, _ ends: SectionEnds, _ territory: SymbolTerritory, _ symbol: (Premises) -> Int?
  ) {
    for site in network.sites.rows { add(at: territory.symbol(of: site.node)) { $0.add(site.kind) } }
    for box in network.boxes.rows { add(at: territory.symbol(of: box.node)) { $0.add(box.kind) } }
    for premises in network.premises.rows { add(at: symbol(premises)) { $0.plugs += 1 } }
    var crossings: [Crossing] = []
    for (offset, section) in network.sections.rows.enumerated() {
      if network.cables.rows[section.cable.offset].kind == .patchCord { continue }
      let a = territory.symbol(of: section.nodeA)
      let b = territory.symbol(of: section.nodeB)
      if let a, let b, a != b {
        crossings.append(Crossing(a: min(a, b), b: max(a, b), cable: section.cable, section: offset))
      } else {
        add(at: a ?? b) { $0.add(section) }
      }
    }
    link(crossings.sorted(), network)
  }

  private mutating func add(at symbol: Int?, _ change: (inout SymbolCount) -> Void) {
    if let symbol { change(&symbols[symbol].count) } else { change(&rest) }
  }

  /// A section that leads from one symbol to another.
  private struct Crossing: Comparable {
    let a: Int
    let b: Int
    let cable: Index<Cable>
    let section: Int

    static func < (one: Self, other: Self) -> Bool {
      (one.a, one.b, one.cable, one.section) < (other.a, other.b, other.cable, other.section)
    }
  }

  /// Merges crossings, sorted, into one link for each two symbols.
  private mutating func link(_ crossings: [Crossing], _ network: Network) {
    var cable: Index<Cable>?
    var largest = 0
    for crossing in crossings {
      let isSame = links.last.map { $0.a == crossing.a && $0.b == crossing.b } ?? false
      if !isSame {
        links.append(FoldedLink(a: crossing.a, b: crossing.b))
        cable = nil
      }
      if cable != crossing.cable {
        (cable, largest) = (crossing.cable, 0)
        links[links.count - 1].cableCount += 1
      }
      let section = network.sections.rows[crossing.section]
      links[links.count - 1].count.add(section)
      links[links.count - 1].capacity += max(0, section.fibreCount - largest)
      largest = max(largest, section.fibreCount)
    }
  }

  /// All that the network holds.
  var total: SymbolCount {
    links.reduce(symbols.reduce(rest) { $0 + $1.count }) { $0 + $1.count }
  }
}
