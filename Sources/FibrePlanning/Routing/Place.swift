public import FibreModel

/// Where cables meet and fibres can be joined: a box, a site, or a bare node where neither is known.
public enum Place: Hashable, Sendable {
  case box(Index<Box>)
  case site(Index<Site>)
  case node(Index<Node>)
  /// The delivery does not say where this end of a section lies.
  case unknown(Index<CableSection>, FibreSide)
}

/// The places of a network, numbered, and the place of each end of each section.
///
/// An end of a section is where its joints are: in their box, or in the site of their panel. Without joints it is in the
/// one box of its node, else in the node's site, else at the node itself.
struct PlaceMap: Sendable {
  private(set) var places: [Place] = []
  private var numbers: [Place: UInt32] = [:]
  /// The number of the place of each end: `2s` is side A of section `s`.
  private(set) var placeOfSide: [UInt32] = []

  /// Settles where every section ends. Cost: sections, and fibres until one with a joint.
  init(_ network: Network) {
    var siteOfNode: [Index<Node>: Index<Site>] = [:]
    for index in network.sites.indices {
      if let node = network.sites[index].node, siteOfNode[node] == nil { siteOfNode[node] = index }
    }
    for index in network.sections.indices {
      for side in FibreSide.allCases {
        let row = network.sections[index]
        let place =
          Self.joined(row, side, network)
          ?? (side == .a ? row.nodeA : row.nodeB).map { Self.standing(at: $0, siteOfNode, network) }
          ?? .unknown(index, side)
        placeOfSide.append(add(place))
      }
    }
  }

  subscript(number: UInt32) -> Place { places[Int(number)] }

  /// The number of a place, or nothing where no cable ends.
  func number(of place: Place) -> UInt32? { numbers[place] }

  func place(of section: Index<CableSection>, _ side: FibreSide) -> UInt32 {
    placeOfSide[2 * section.offset + Int(side.rawValue)]
  }

  private mutating func add(_ place: Place) -> UInt32 {
    if let number = numbers[place] { return number }
    let number = UInt32(places.count)
    places.append(place)
    numbers[place] = number
    return number
  }

  private static func joined(_ row: CableSection, _ side: FibreSide, _ network: Network) -> Place? {
    for fibre in row.fibreOffsets {
      guard let joint = network.joints.joint(of: FibreEnd(Index(fibre), side)) else { continue }
      if let box = network.box(of: joint) { return .box(box) }
      if case .panel(let panel) = network.joints[joint].holder, let site = network.site(of: panel) {
        return .site(site)
      }
    }
    return nil
  }

  private static func standing(
    at node: Index<Node>, _ siteOfNode: [Index<Node>: Index<Site>], _ network: Network
  ) -> Place {
    let boxes = network.boxes(at: node)
    if boxes.count == 1, let box = boxes.first { return .box(box) }
    return siteOfNode[node].map { .site($0) } ?? .node(node)
  }
}
