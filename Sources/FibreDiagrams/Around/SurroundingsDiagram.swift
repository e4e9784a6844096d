public import FibreModel

/// What lies around one thing: its neighbours by cable, with their names, the cables between them, and what goes on.
///
/// Cables run from left to right, away from the central offices and PoPs that are nearest by number of sections.
public struct SurroundingsDiagram {
  let network: Network
  let centre: SurroundingsCentre
  let radius: Int
  let around: Surroundings
  let language: Language
  let sitesOfNode: [Index<Node>: [Index<Site>]]
  private let ends: SectionEnds

  /// Places that a picture shows legibly.
  public static let placeLimit = 250

  /// Looks `radius` sections of cable around a centre; 0 shows the centre alone, with what leaves it.
  public init(_ network: Network, _ centre: SurroundingsCentre, radius: Int, _ language: Language) {
    self.network = network
    self.centre = centre
    self.radius = radius
    self.language = language
    ends = SectionEnds(network)
    sitesOfNode = Dictionary(grouping: network.sites.indices.filter { network.sites[$0].node != nil }) {
      network.sites[$0].node ?? Index(0)
    }
    around = Surroundings(network, ends, centre, radius: radius)
  }

  /// How many places are drawn.
  public var placeCount: Int { around.nodes.count }

  /// The largest radius of a picture that shows no more places than is legible.
  public var legibleRadius: Int {
    let within = around.hops.prefix(Self.placeLimit + 1)
    return within.count <= Self.placeLimit ? radius : max(0, (within.last ?? 0) - 1)
  }

  /// The drawing as a DOT file.
  public var dot: String {
    var dot = DOTGraph("surroundings", directed: true)
    Style.begin(
      &dot, header: header,
      ["rankdir": "LR", "ranksep": "0.35", "nodesep": "0.12", "splines": "true"])
    dot.setEdges(["arrowhead": "none", "color": Style.oneCable, "fontname": Style.font, "fontsize": 8])
    for offset in around.nodes.indices { addPlace(offset, to: &dot) }
    addCables(to: &dot)
    for offset in around.nodes.indices where around.furtherOn[offset] > 0 { addStub(offset, to: &dot) }
    return dot.text
  }

  // MARK: Cables

  private func addCables(to dot: inout DOTGraph) {
    let depths = depths
    let marked = Set(centre.sections(in: network))
    for bundle in bundles(depths) {
      let rows = bundle.sections.map { network.sections.rows[$0] }
      let isMarked = bundle.sections.contains { marked.contains($0) }
      let fibres = rows.reduce(0) { $0 + $1.fibreCount }
      dot.edge(
        nodeName(bundle.from), nodeName(bundle.to),
        [
          "color": isMarked ? .text(Style.ink) : rows.count > 1 ? Style.severalCables : Style.oneCable,
          "label": .text(label(of: rows, isMarked)),
          "penwidth": .text(isMarked ? "4" : fibres >= 144 ? "2.4" : fibres >= 48 ? "1.6" : "0.8"),
        ])
    }
  }

  /// The sections between two nodes, drawn as one line.
  private struct Bundle {
    let from: Int
    let to: Int
    var sections: [Int]
  }

  private func bundles(_ depths: [Int: Int]) -> [Bundle] {
    var bundles: [Bundle] = []
    var known: [[Int]: Int] = [:]
    for section in around.sections {
      let nodes = [Int(ends.a[section]), Int(ends.b[section])]
      let (from, to) = isAhead(nodes[0], of: nodes[1], depths) ? (nodes[0], nodes[1]) : (nodes[1], nodes[0])
      if let bundle = known[[from, to]] {
        bundles[bundle].sections.append(section)
      } else {
        known[[from, to]] = bundles.count
        bundles.append(Bundle(from: from, to: to, sections: [section]))
      }
    }
    return bundles
  }

  private func isAhead(_ one: Int, of other: Int, _ depths: [Int: Int]) -> Bool {
    (depths[one] ?? Int.max, one) < (depths[other] ?? Int.max, other)
  }

  /// How many sections each drawn node is away from the nearest central office or PoP; from the centre where cables
  /// lead to none.
  private var depths: [Int: Int] {
    var depth = [Int](repeating: -1, count: network.nodes.count)
    var waiting: [Int] = []
    func reach(_ node: Int, _ value: Int) {
      if depth[node] < 0 {
        depth[node] = value
        waiting.append(node)
      }
    }
    for site in network.sites.rows where PlaceKind(site.kind) <= .centralOffice {
      if let node = site.node { reach(node.offset, 0) }
    }
    var next = 0
    while next < waiting.count {
      let node = waiting[next]
      next += 1
      for section in network.sections(at: Index(node)) {
        if let far = ends.far(section.offset, from: node) { reach(far, depth[node] + 1) }
      }
    }
    let pairs = zip(around.nodes, around.hops).map { ($0, depth[$0] >= 0 ? depth[$0] : $1) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
