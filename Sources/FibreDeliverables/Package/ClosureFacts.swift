import FibreDiagrams
import FibreModel
import FibrePlanning

/// What a crew needs to know of a closure beside the list of positions.
struct ClosureFacts: Hashable, Sendable {
  let access: ClosureAccess
  /// In order of code.
  let cables: [CableAtClosure]
  /// Closure and network before the night, for the drawings.
  let contents: ClosureContents
  /// One for each crew, in order.
  let wayBacks: [WayBack]
  let checks: [ServiceCheck]
}

/// Where a closure is and how to reach it; empty where nothing is known.
struct ClosureAccess: Hashable, Sendable {
  /// Name and model of the chamber or pole.
  let support: String
  let kind: TechnicalPointKind?
  /// The street stated for its place, else those that meet there.
  let streets: [String]
  let commune: String
  let position: Point?

  init(of box: Index<Box>, in network: Network) {
    let row = network.boxes[box]
    var point: TechnicalPoint?
    if case .technicalPoint(let index) = row.housing { point = network.technicalPoints[index] }
    kind = point?.kind
    var words = point.map { [$0.nature, $0.name] } ?? []
    if case .room(let room) = row.housing { words = [network.rooms[room].name, network.rooms[room].code.rawValue] }
    support = words.filter { !$0.isEmpty }.joined(separator: " ")
    position = row.node.flatMap { network.nodes[$0].position }
    if let street = row.node.flatMap({ network.nodes[$0].attributes["nd_voie"] }) {
      streets = [street]
    } else {
      streets = Self.streets(at: row.node, in: network)
    }
    commune = position.flatMap { network.commune(nearest: $0) } ?? ""
  }

  /// Those of the pathways that meet there, for a place of which no street is stated.
  private static func streets(at node: Index<Node>?, in network: Network) -> [String] {
    guard let node else { return [] }
    let touching = network.pathways.rows.filter {
      ($0.nodeA == node || $0.nodeB == node) && !$0.street.isEmpty
    }
    return Set(touching.map(\.street)).sorted()
  }
}

extension Network {
  /// The commune of the nearest address within two kilometres, by which a place that has none is found; O(addresses).
  fileprivate func commune(nearest point: Point) -> String? {
    let found = addresses.rows.filter { !$0.commune.isEmpty }.compactMap { address in
      address.position.map { (distance: $0.distance(to: point), address.commune, address.code) }
    }
    let nearest = found.min { ($0.distance, $0.2) < ($1.distance, $1.2) }
    return nearest.flatMap { $0.distance.metres <= 2000 ? $0.1 : nil }
  }
}

/// A cable that enters a closure.
struct CableAtClosure: Hashable, Sendable {
  /// What a night does to it.
  enum Part: Hashable, Sendable, CaseIterable { case cutAway, new, kept, untouched }

  let section: String
  let capacity: Int
  let tubeCount: Int
  let modulo: Int
  let tubeCode: ColourCode
  let fibreCode: ColourCode
  let far: String
  let length: Length
  /// Spare cable coiled at the closure; nothing when none is recorded.
  let coil: Length?
  let part: Part
  /// Fibres worked on.
  let worked: Int
}

/// What is checked before a service is handed back.
struct ServiceCheck: Hashable, Sendable {
  let service: Service
  let move: ServiceMove
  let optics: Optics?
}
