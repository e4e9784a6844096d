import FibreModel
import FibreTestSupport

/// Places and cables by name, for networks that need cable roles, communes and service areas.
struct MapSketch {
  private(set) var builder = NetworkBuilder()
  private var nodes: [String: Index<Node>] = [:]

  func node(_ name: String) -> Index<Node>? { nodes[name] }

  mutating func place(_ name: String, x: Int? = nil, y: Int = 0) {
    let point = x.map { Point(metresEast: 650_000 + Double($0), metresNorth: 6_976_000 + Double(y)) }
    nodes[name] = builder.add(Node(code: Code(name), position: point))
  }

  mutating func site(_ name: String, _ kind: SiteKind, commune: String? = nil) {
    let address = commune.flatMap {
      builder.add(Address(code: Code("AD-\(name)"), position: nil, commune: $0, communeCode: "80-\($0)"))
    }
    _ = builder.add(Site(code: Code("ST-\(name)"), externalCode: name, kind: kind, node: nodes[name], address: address))
  }

  mutating func box(_ name: String, _ kind: BoxKind) {
    _ = builder.add(Box(code: Code("BP-\(name)"), externalCode: name, kind: kind, housing: .unknown, node: nodes[name]))
  }

  mutating func premises(_ name: String, at node: String?, commune: String? = nil, area: Index<ServiceArea>? = nil) {
    let address = commune.flatMap {
      builder.add(Address(code: Code("AD-\(name)"), position: nil, commune: $0, communeCode: "80-\($0)"))
    }
    _ = builder.add(
      Premises(
        code: Code(name), kind: .residential, node: node.flatMap { nodes[$0] }, address: address, area: area))
  }

  mutating func area(_ name: String, at node: String?, in parent: Index<ServiceArea>? = nil) -> Index<ServiceArea>? {
    builder.add(
      ServiceArea(
        code: Code(name), kind: parent == nil ? .cabinet : .distributionPoint, node: node.flatMap { nodes[$0] },
        parent: parent))
  }

  /// A cable through places in turn, a section from each to the next; a name that is no place is an unknown end.
  mutating func cable(
    _ name: String, _ role: String, fibres: Int, _ way: [String], metres: Int = 500, kind: CableKind = .cable
  ) {
    guard let cable = builder.add(Cable(code: Code(name), kind: kind, role: role)) else { return }
    for (offset, pair) in zip(way, way.dropFirst()).enumerated() {
      _ = builder.add(
        CableSection(
          code: Code("\(name)/\(offset + 1)"), cable: cable, nodeA: nodes[pair.0], nodeB: nodes[pair.1],
          fibreCount: fibres, length: Length(metres: Double(metres))))
    }
  }
}

/// Two SROs behind one NRO and a PoP: collecte, transport, distribution, drops, a cord, a house without a cable.
func accessNetwork() -> Network {
  var map = MapSketch()
  let places: [(String, Int, Int)] = [
    ("POP", 0, 0), ("NRO", 9000, 2000), ("T1", 10_000, 2400), ("SRO-A", 11_500, 4200), ("SRO-B", 11_800, 900),
    ("A1", 12_000, 4600), ("PBO-A", 12_300, 4900), ("PBO-B", 12_400, 400), ("PTO-1", 12_350, 4950),
    ("C1", 4000, 1200),
  ]
  for (name, x, y) in places { map.place(name, x: x, y: y) }
  map.place("HOUSE", x: 12_500, y: 500)
  map.site("POP", .pop, commune: "Amiens & Cie")
  map.site("NRO", .centralOffice, commune: "Boves")
  map.site("SRO-A", .cabinet, commune: "Boves")
  map.site("SRO-B", .cabinet, commune: "Cagny")
  for name in ["C1", "T1", "A1"] { map.box(name, .spliceClosure) }
  for name in ["PBO-A", "PBO-B"] { map.box(name, .distributionPoint) }
  map.box("PTO-1", .outlet)
  map.cable("COL", "CO", fibres: 144, ["POP", "C1", "NRO"], metres: 4700)
  map.cable("TR-A", "TR", fibres: 72, ["NRO", "T1", "SRO-A"], metres: 1100)
  map.cable("TR-B", "TR", fibres: 72, ["NRO", "T1", "SRO-B"], metres: 1300)
  map.cable("TR-C", "TR", fibres: 36, ["NRO", "SRO-B"], metres: 2600)
  map.cable("DI-A", "DI", fibres: 48, ["SRO-A", "A1", "PBO-A"])
  map.cable("DI-B", "DI", fibres: 24, ["SRO-B", "PBO-B"])
  map.cable("E1", "RA", fibres: 1, ["PBO-A", "PTO-1"], metres: 60)
  map.cable("J1", "NC", fibres: 1, ["SRO-A", "SRO-A"], metres: 5, kind: .patchCord)
  let cabinet = map.area("ZS-B", at: "SRO-B")
  let point = map.area("ZP-B", at: "PBO-B", in: cabinet)
  map.premises("SUF-1", at: "PTO-1", commune: "Boves")
  map.premises("SUF-2", at: "HOUSE", area: point)
  return map.builder.build()
}

/// Anything: sites, boxes, cables of every role, cords, loops, lost ends, houses without a cable.
func anyNetwork(seed: Int) -> Network {
  var random = SeededGenerator(seed: UInt64(seed))
  var map = MapSketch()
  let count = Int.random(in: 2...40, using: &random)
  let names = (0..<count).map { "P\($0)" }
  for name in names {
    let isKnown = Int.random(in: 0..<10, using: &random) > 0
    map.place(
      name, x: isKnown ? Int.random(in: 0...30_000, using: &random) : nil, y: .random(in: 0...20_000, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: map.site(name, SiteKind.allCases.randomElement(using: &random) ?? .pop, commune: "Commune \(name)")
    case 1: map.premises("S\(name)", at: name, commune: "Commune \(Int.random(in: 0..<4, using: &random))")
    case 2: map.premises("S\(name)", at: nil)
    case 7: break
    default: map.box(name, BoxKind.allCases.randomElement(using: &random) ?? .spliceClosure)
    }
  }
  for number in 0..<Int.random(in: 1...60, using: &random) {
    let way = (0...Int.random(in: 1...3, using: &random)).map { _ in
      Int.random(in: 0..<25, using: &random) == 0 ? "nowhere" : names.randomElement(using: &random) ?? "P0"
    }
    map.cable(
      "C\(number)", ["CO", "TR", "DI", "RA", ""].randomElement(using: &random) ?? "",
      fibres: Int.random(in: 1...288, using: &random), way, metres: .random(in: 1...5000, using: &random),
      kind: Int.random(in: 0..<12, using: &random) == 0 ? .patchCord : .cable)
  }
  return map.builder.build()
}
