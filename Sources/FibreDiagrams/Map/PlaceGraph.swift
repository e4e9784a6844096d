import FibreModel

/// What stands at a node of the map, the most important thing first.
enum PlaceKind: Int, Comparable {
  case pop, centralOffice, cabinet, closure, client, distributionPoint, outlet, other

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The colour inside its shape; shapes and labels tell kinds apart without it.
  var fill: String {
    switch self {
    case .pop: "#ffe3a3"
    case .centralOffice: "#ffd0b5"
    case .cabinet: "#cfe8cf"
    case .closure: "#dbe7f6"
    case .client, .distributionPoint, .outlet, .other: Style.paper
    }
  }
}

/// How many things are not drawn but counted with a place or a link.
struct FoldedCount: Hashable {
  private var counts: [PlaceKind: Int] = [:]

  static let none = FoldedCount()
  var isEmpty: Bool { counts.isEmpty }
  var total: Int { counts.values.reduce(0, +) }

  /// Counts one thing; any site counts as a site.
  mutating func add(_ kind: PlaceKind) { counts[kind < .closure ? .client : kind, default: 0] += 1 }
  mutating func add(_ other: FoldedCount) { counts.merge(other.counts) { $0 + $1 } }

  /// `6 boîtiers, 13 sites`; chambers without a box are not told.
  func text(_ language: Language) -> String {
    let words: [(PlaceKind, Counted)] = [
      (.closure, .closure), (.client, .site), (.distributionPoint, .distributionPoint), (.outlet, .outlet),
    ]
    return words.compactMap { kind, word in counts[kind].map { word.text($0, language) } }.joined(separator: ", ")
  }
}

/// A node of the map with what stands there.
struct Place {
  let node: Index<Node>
  let kind: PlaceKind
  /// What is printed on it: the owner's name first.
  let name: String
  /// A longer name, or nothing.
  let title: String
  let position: Point?
  /// Work is foreseen there, so it is always drawn as long as closures are.
  let isWorkedOn: Bool
  var folded = FoldedCount.none
}

/// A cable between two places; what it passes on the way is counted.
struct PlaceLink {
  var a: Int
  var b: Int
  let cable: Index<Cable>
  let name: String
  var fibreCount: Int
  var length: Length
  var passed = FoldedCount.none

  func other(than place: Int) -> Int { place == a ? b : a }
}

/// The network as places and the cables between them.
struct PlaceGraph {
  var places: [Place] = []
  var links: [PlaceLink] = []
  /// Places that no cable reaches.
  var unconnectedCount = 0

  /// Every node where something stands or a cable ends, and every section between two of them; patch cords are left out.
  init(_ network: Network) {
    let sections = network.sections.rows.filter { network.cables[$0.cable].kind != .patchCord }
    let occupants = Occupants(network, sections)
    let worked = Set(network.rules.closures.map(\.closure))
    var placeOfNode: [Index<Node>: Int] = [:]
    for node in network.nodes.indices {
      guard let occupant = occupants.first[node] else { continue }
      placeOfNode[node] = places.count
      places.append(
        Place(
          node: node, kind: occupant.kind, name: occupant.name, title: occupant.title,
          position: network.nodes[node].position,
          isWorkedOn: network.boxes(at: node).contains { worked.contains(network.boxes[$0].code) }))
    }
    for section in sections {
      guard let a = section.nodeA.flatMap({ placeOfNode[$0] }), let b = section.nodeB.flatMap({ placeOfNode[$0] }),
        a != b
      else { continue }
      links.append(
        PlaceLink(
          a: a, b: b, cable: section.cable, name: network.cables[section.cable].code.rawValue,
          fibreCount: section.fibreCount, length: section.length))
    }
  }
}

/// The most important thing at each node; of two alike, the first added.
private struct Occupants {
  var first: [Index<Node>: (kind: PlaceKind, name: String, title: String)] = [:]

  init(_ network: Network, _ sections: [CableSection]) {
    for site in network.sites.rows {
      put(PlaceKind(site.kind), site.label, site.name == site.label ? "" : site.name, at: site.node)
    }
    for box in network.boxes.rows {
      put(PlaceKind(box.kind), box.label, "", at: box.node)
    }
    for node in sections.flatMap({ [$0.nodeA, $0.nodeB] }) {
      put(.other, node.map { network.nodes[$0].code.rawValue } ?? "", "", at: node)
    }
  }

  private mutating func put(_ kind: PlaceKind, _ name: String, _ title: String, at node: Index<Node>?) {
    guard let node else { return }
    if let known = first[node], known.kind <= kind { return }
    first[node] = (kind, name, title)
  }
}

extension PlaceKind {
  init(_ kind: SiteKind) {
    self =
      switch kind {
      case .pop: .pop
      case .centralOffice: .centralOffice
      case .cabinet: .cabinet
      case .client, .other: .client
      }
  }

  init(_ kind: BoxKind) {
    self =
      switch kind {
      case .spliceClosure: .closure
      case .distributionPoint: .distributionPoint
      case .outlet: .outlet
      }
  }
}
