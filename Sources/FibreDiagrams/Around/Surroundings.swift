public import FibreModel

/// What a drawing of surroundings has in its middle.
public enum SurroundingsCentre: Hashable, Sendable {
  /// A site, a box or a chamber, by the node at which it stands.
  case place(Index<Node>, name: String)
  case cable(Index<Cable>)
  case section(Index<CableSection>)

  /// The name under which it was asked for, or its code.
  func name(in network: Network) -> String {
    switch self {
    case .place(_, let name): name
    case .cable(let cable): network.cables[cable].code.rawValue
    case .section(let section): network.sections[section].code.rawValue
    }
  }

  func sections(in network: Network) -> [Int] {
    switch self {
    case .place: []
    case .cable(let cable): network.sections(of: cable).map(\.offset)
    case .section(let section): [section.offset]
    }
  }
}

extension Network {
  /// The site, box, chamber, cable or section of a name as the centre of a drawing; nothing when none is called so, or
  /// when it stands at no node.
  public func surroundingsCentre(named text: String) -> SurroundingsCentre? {
    if let site = site(named: text) { return sites[site].node.map { .place($0, name: sites[site].label) } }
    if let box = box(named: text) { return boxes[box].node.map { .place($0, name: boxes[box].label) } }
    if let point = technicalPoints[Code(text)] { return point.node.map { .place($0, name: point.code.rawValue) } }
    // A cable of one section bears its name; the section is then the whole cable.
    if let cable = cables.index(of: Code(text)) { return .cable(cable) }
    return sections.index(of: Code(text)).map { .section($0) }
  }
}

/// The places within some sections of cable of a centre, and the sections between them.
struct Surroundings {
  /// Nodes, nearest first.
  private(set) var nodes: [Int] = []
  /// How many sections each node is away, in the same order.
  private(set) var hops: [Int] = []
  /// Sections that join two of the nodes, in order of table.
  private(set) var sections: [Int] = []
  /// How many more sections go on from each node, to places that are not drawn or not known.
  private(set) var furtherOn: [Int] = []

  /// Walks outwards from the nodes of the centre. O(what is drawn).
  init(_ network: Network, _ ends: SectionEnds, _ centre: SurroundingsCentre, radius: Int) {
    switch centre {
    case .place(let node, _): nodes = [node.offset]
    case .cable, .section:
      var seen: Set<Int> = []
      for section in centre.sections(in: network) {
        for end in [network.sections.rows[section].nodeA, network.sections.rows[section].nodeB] {
          guard let node = end?.offset, seen.insert(node).inserted else { continue }
          nodes.append(node)
        }
      }
    }
    hops = Array(repeating: 0, count: nodes.count)
    var position = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, $0.offset) })
    walk(network, ends, radius, &position)
    join(network, ends, position)
  }

  private mutating func walk(_ network: Network, _ ends: SectionEnds, _ radius: Int, _ position: inout [Int: Int]) {
    var next = 0
    while next < nodes.count, hops[next] < radius {
      for section in network.sections(at: Index(nodes[next])) {
        guard let far = ends.far(section.offset, from: nodes[next]), position[far] == nil else { continue }
        position[far] = nodes.count
        nodes.append(far)
        hops.append(hops[next] + 1)
      }
      next += 1
    }
  }

  private mutating func join(_ network: Network, _ ends: SectionEnds, _ position: [Int: Int]) {
    var drawn: Set<Int> = []
    furtherOn = nodes.map { node in
      network.sections(at: Index(node)).count { section in
        guard ends.isDrawable(section.offset) else { return false }
        if let far = ends.far(section.offset, from: node), position[far] != nil {
          drawn.insert(section.offset)
          return false
        }
        return true
      }
    }
    sections = drawn.sorted()
  }
}
