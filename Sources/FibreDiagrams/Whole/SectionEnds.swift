import FibreModel

/// Where the sections of cable end, as plain numbers, for walks over a whole network.
///
/// Patch cords, and sections that start and end at one node, lead nowhere on a map; both their ends are left out.
struct SectionEnds {
  /// The node at side A of each section; -1 when unknown, or when the section is no way on the map.
  private(set) var a: [Int32]
  private(set) var b: [Int32]
  /// Sections that are ways but miss an end, and sections from a node to itself.
  private(set) var leftOutCount = 0
  private(set) var patchCordCount = 0

  /// Reads every section once.
  init(_ network: Network) {
    a = Array(repeating: -1, count: network.sections.count)
    b = a
    for (offset, section) in network.sections.rows.enumerated() {
      if network.cables.rows[section.cable.offset].kind == .patchCord {
        patchCordCount += 1
      } else if let from = section.nodeA, from == section.nodeB {
        leftOutCount += 1
      } else {
        a[offset] = section.nodeA.map { Int32($0.offset) } ?? -1
        b[offset] = section.nodeB.map { Int32($0.offset) } ?? -1
        if a[offset] < 0 || b[offset] < 0 { leftOutCount += 1 }
      }
    }
  }

  /// Whether both ends of a section are known places.
  func isWay(_ section: Int) -> Bool { a[section] >= 0 && b[section] >= 0 }

  /// Whether at least one end is a place from which the section leads away.
  func isDrawable(_ section: Int) -> Bool { a[section] >= 0 || b[section] >= 0 }

  /// The node at the far end of a section, or nothing when it is unknown or the section is no way.
  func far(_ section: Int, from node: Int) -> Int? {
    let other = a[section] == Int32(node) ? b[section] : a[section]
    return other < 0 || !isWay(section) ? nil : Int(other)
  }
}

/// The most important thing at each node of a network; of two alike, the first.
struct NodeKinds {
  private(set) var kinds: [PlaceKind?]
  private(set) var names: [String]

  /// Looks at sites, boxes, and at the nodes where sections end.
  init(_ network: Network, _ ends: SectionEnds) {
    kinds = Array(repeating: nil, count: network.nodes.count)
    names = Array(repeating: "", count: network.nodes.count)
    for site in network.sites.rows { put(PlaceKind(site.kind), site.label, at: site.node) }
    for box in network.boxes.rows { put(PlaceKind(box.kind), box.label, at: box.node) }
    for section in ends.a.indices where ends.isWay(section) {
      for node in [Int(ends.a[section]), Int(ends.b[section])] where kinds[node] == nil {
        put(.other, network.nodes.rows[node].code.rawValue, at: Index(node))
      }
    }
  }

  private mutating func put(_ kind: PlaceKind, _ name: String, at node: Index<Node>?) {
    guard let node = node?.offset else { return }
    if let known = kinds[node], known <= kind { return }
    kinds[node] = kind
    names[node] = name
  }
}
