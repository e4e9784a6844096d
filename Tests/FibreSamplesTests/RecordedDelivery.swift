import FibreSamples
import GeoFormats

/// A delivery looked up by plain dictionaries, without any knowledge of how it was made.
struct RecordedDelivery {
  typealias Row = [String: String]

  let tables: [String: [Row]]
  let shapes: [String: [Geometry?]]
  let companions: [String: String]

  init(_ delivery: SampleDelivery) {
    var tables: [String: [Row]] = [:]
    for table in delivery.tables {
      tables[table.name] = (0..<table.rowCount).map { index in
        Dictionary(uniqueKeysWithValues: zip(table.columns, table.row(index)).filter { !$0.1.isEmpty })
      }
    }
    self.tables = tables
    shapes = Dictionary(uniqueKeysWithValues: delivery.tables.map { ($0.name, $0.geometries) })
    companions = Dictionary(uniqueKeysWithValues: delivery.companions.map { ($0.name, $0.text) })
  }

  /// The rows of a table, by its key column.
  func keyed(_ table: String, by column: String) -> [String: Row] {
    Dictionary((tables[table] ?? []).map { ($0[column] ?? "", $0) }) { first, _ in first }
  }

  /// The rows of a companion CSV file; empty cells are left out.
  func companion(_ name: String) -> [Row] {
    let lines = (companions[name] ?? "").split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(header, cells).filter { !$0.1.isEmpty })
    }
  }

}

/// The networks of two seeds, made once for all suites: built, looked up, and walked.
struct RecordedNetwork {
  let made: SampleDelivery
  let delivery: RecordedDelivery
  let graph: FibreGraph
  let services: RecordedServices

  private init(seed: UInt64) {
    made = ReferenceNetwork(seed: seed).delivery()
    delivery = RecordedDelivery(made)
    graph = FibreGraph(delivery)
    services = RecordedServices(delivery, graph)
  }

  private static let first = RecordedNetwork(seed: 1)
  private static let second = RecordedNetwork(seed: 2)

  static func of(seed: UInt64) -> RecordedNetwork { seed == 1 ? first : second }
}

/// A position and what it joins.
struct RecordedJoint: Hashable {
  var code: String
  var first: String?
  var second: String?
  var place: String
  var slot: Int
  var function: String
  var isPanel: Bool
}

struct RecordedFibre {
  var cable: String
  var number: Int
  var tube: Int
  var rank: Int
  var metres: Int
}

struct RecordedPort: Hashable {
  var panel: String
  var number: Int
}

/// Fibres, positions and ports, as the rows of the delivery join them.
struct FibreGraph {
  var fibres: [String: RecordedFibre] = [:]
  var joints: [RecordedJoint] = []
  var jointsOfFibre: [String: [Int]] = [:]
  var jointAtPort: [RecordedPort: Int] = [:]

  init(_ delivery: RecordedDelivery) {
    let cables = delivery.keyed("t_cable", by: "cb_code")
    for row in delivery.tables["t_fibre"] ?? [] {
      let cable = row["fo_cb_code"] ?? ""
      fibres[row["fo_code"] ?? ""] = RecordedFibre(
        cable: cable, number: Self.int(row["fo_nincab"]), tube: Self.int(row["fo_numtub"]),
        rank: Self.int(row["fo_nintub"]), metres: Self.int(cables[cable]?["cb_lgreel"]))
    }
    for row in delivery.tables["t_position"] ?? [] {
      let joint = RecordedJoint(
        code: row["ps_code"] ?? "", first: row["ps_1"], second: row["ps_2"],
        place: row["ps_cs_code"] ?? row["ps_ti_code"] ?? "", slot: Self.int(row["ps_numero"]),
        function: row["ps_fonct"] ?? "", isPanel: row["ps_ti_code"] != nil)
      for fibre in [joint.first, joint.second].compactMap({ $0 }) {
        jointsOfFibre[fibre, default: []].append(joints.count)
      }
      if joint.isPanel { jointAtPort[RecordedPort(panel: joint.place, number: joint.slot)] = joints.count }
      joints.append(joint)
    }
  }

  private static func int(_ text: String?) -> Int { text.flatMap { Int($0) } ?? 0 }

  /// The cable fibre behind a port.
  func fibre(at port: RecordedPort) -> String? { jointAtPort[port].flatMap { joints[$0].second } }

  /// Follows a link from a port to another, away from the cord of the first.
  func walk(from start: RecordedPort, to end: RecordedPort) -> WalkedLink? {
    guard var joint = jointAtPort[start], var fibre = joints[joint].second else { return nil }
    var link = WalkedLink(start: start, end: end, fibres: [fibre], metres: fibres[fibre]?.metres ?? 0)
    while link.fibres.count < 200 {
      let onwards = (jointsOfFibre[fibre] ?? []).filter { $0 != joint }
      guard onwards.count == 1 else { return nil }
      joint = onwards[0]
      let met = joints[joint]
      link.joints.append(joint)
      if met.function == "EP" { link.splices += 1 }
      if met.function == "CO" { link.ports += 1 }
      if met.isPanel && RecordedPort(panel: met.place, number: met.slot) == end { return link }
      guard let next = met.first == fibre ? met.second : met.first else { return nil }
      fibre = next
      link.fibres.append(fibre)
      link.metres += fibres[fibre]?.metres ?? 0
    }
    return nil
  }
}

/// A link from port to port: what it is made of, and what it passes.
struct WalkedLink {
  var start: RecordedPort
  var end: RecordedPort
  var fibres: [String]
  var joints: [Int] = []
  var metres: Int
  var splices = 0
  /// Ports passed, those at both ends included.
  var ports = 1
}
