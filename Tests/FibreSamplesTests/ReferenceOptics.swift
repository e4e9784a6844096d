import FibreSamples
import Testing

/// The loss of every link, recomputed from lengths, splices and ports: before, after each possible move, and over the tie.
@Suite struct ReferenceOptics {
  /// What a link is made of, as far as loss goes.
  struct Load: Hashable {
    var metres: Int
    var splices: Int
    var ports: Int

    static func + (first: Load, second: Load) -> Load {
      Load(
        metres: first.metres + second.metres, splices: first.splices + second.splices, ports: first.ports + second.ports
      )
    }
  }

  enum Verdict: String { case ok, marginal, broken, overload }

  /// Loss in thousandths of a decibel: 0.35, 0.25, 0.28 dB/km, 0.1 a splice, 0.25 a port.
  static func loss(_ load: Load, _ wavelength: Int) -> Int {
    let perKilometre = [1310: 350, 1550: 250, 1625: 280][wavelength] ?? 0
    return load.metres * perKilometre / 1_000 + load.splices * 100 + load.ports * 250
  }

  static func verdict(_ load: Load, _ row: RecordedDelivery.Row) -> Verdict {
    func thousandths(_ column: String) -> Int? { row[column].flatMap { Double($0) }.map { Int($0 * 1_000) } }
    let wavelength = Int(row["wavelengthNanometres"] ?? "") ?? 0
    let loss = loss(load, wavelength)
    let margin = (thousandths("budgetDecibels") ?? 0) - loss
    if margin < 0 { return .broken }
    if let reach = row["reachMetres"].flatMap({ Int($0) }), load.metres > reach { return .broken }
    if wavelength == 1550, let limit = thousandths("dispersionPsPerNm"), load.metres * 17 > limit { return .broken }
    if loss < thousandths("minLossDecibels") ?? 0 { return .overload }
    return margin < 1_500 ? .marginal : .ok
  }

  @Test(arguments: [UInt64(1), 2]) func onlyThePlantedLinksMeetALimit(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let graph = RecordedNetwork.of(seed: seed).graph
    let services = RecordedNetwork.of(seed: seed).services
    let optics = delivery.keyedCompanion("optics.csv", by: "optics")
    let patches = PatchedPorts(graph)
    var linkAtPort: [RecordedPort: WalkedLink] = [:]
    for link in services.services.flatMap(\.links).compactMap({ $0 }) { linkAtPort[link.start] = link }
    var found: [String] = []
    for service in services.services {
      let row = try #require(optics[service.optics], "\(service.code)")
      for link in service.links.compactMap({ $0 }) {
        let mate = patches.mate[link.start].flatMap { linkAtPort[$0] }
        for (name, load) in Moves(graph).cases(of: link, patchedTo: mate) {
          let verdict = Self.verdict(load, row)
          if verdict != .ok {
            let loss = Self.loss(load, Int(row["wavelengthNanometres"] ?? "") ?? 0)
            found.append("\(service.kind) \(service.optics) \(name) \(load.metres) \(loss) \(verdict)")
          }
        }
      }
    }
    #expect(
      Set(found) == [
        "collecte 10G-ER before 38000 10600 marginal", "collecte 10G-ER after 001 41042 11360 broken",
        "collecte 10G-ZR after 007 78713 21778 marginal", "FTTO 10G-LR before 9300 5655 marginal",
        "FTTO 10G-LR after 001 12342 6719 broken", "FTTO 10G-ER after 011 11641 4710 overload",
      ])
    #expect(found.count == 9, "three links of two fibres or one, none more")
  }

  @Test(arguments: [UInt64(1), 2]) func limitLinksAreMadeAsStated(seed: UInt64) throws {
    let services = RecordedNetwork.of(seed: seed).services
    func loads(_ kind: String, _ optics: String) -> Set<Load> {
      Set(
        services.services.filter { $0.kind == kind && $0.optics == optics }.flatMap(\.links).compactMap { $0 }
          .map { Load(metres: $0.metres, splices: $0.splices, ports: $0.ports) })
    }
    #expect(loads("collecte", "10G-ZR").contains(Load(metres: 77_000, splices: 16, ports: 2)))
    #expect(loads("collecte", "10G-ER").contains(Load(metres: 38_000, splices: 6, ports: 2)))
    #expect(loads("FTTO", "10G-LR") == [Load(metres: 9_300, splices: 9, ports: 6)])
    #expect(loads("FTTO", "10G-ER") == [Load(metres: 14_400, splices: 13, ports: 2)])
    #expect(services.services.count { $0.optics == "IRU-1625" && $0.kind == "FON" } == 2)
  }

  @Test(arguments: [UInt64(1), 2]) func aVitalServiceCanAlwaysMoveInItsHour(seed: UInt64) throws {
    let graph = RecordedNetwork.of(seed: seed).graph
    let moves = Moves(graph)
    var candidates: [String: Set<String>] = [:]
    for service in RecordedNetwork.of(seed: seed).services.moving {
      for link in service.links.compactMap({ $0 }) {
        let fibre = try #require(graph.fibres[link.fibres[0]])
        let places = moves.candidates(of: link)
        candidates["\(fibre.cable) \(fibre.tube)"] = Set(places.map(\.closure))
        let admissible = places.contains { $0.isSpliced || service.level != "vital" }
        #expect(admissible, "\(service.code)")
      }
    }
    #expect(candidates.count == 146)
    #expect(candidates.values.reduce(0) { $0 + $1.count } == 221)
    #expect(candidates.values.count { $0 == ["001"] } == 50)
  }
}

/// Where a link can be moved to a new cable, and what it is made of then.
struct Moves {
  typealias Load = ReferenceOptics.Load
  let graph: FibreGraph
  static let closures = [
    "SF-01": ["001", "005", "010"], "SF-02": ["001", "004"], "SF-03": ["002", "006", "009"],
    "SF-04": ["003", "011", "012"], "SF-05": ["007", "008"], "SF-06": ["001", "002"], "SF-07": ["003", "007"],
  ]
  static let newMetres = ["001": 3_300, "002": 3_000, "003": 1_200, "006": 3_100, "007": 3_400, "011": 1_900]

  init(_ graph: FibreGraph) { self.graph = graph }

  /// Closures of the link where a new cable lands, or, for tubes 11 and 12 of cable 1, the relay at 005.
  func candidates(of link: WalkedLink) -> [(closure: String, load: Load, isSpliced: Bool)] {
    guard let first = graph.fibres[link.fibres[0]] else { return [] }
    let cable = String(first.cable.dropFirst(4).prefix(5))
    var (metres, splices) = (0, 0)
    var result: [(closure: String, load: Load, isSpliced: Bool)] = []
    for (hop, closure) in (Self.closures[cable] ?? []).enumerated() {
      metres += graph.fibres[link.fibres[hop]]?.metres ?? 0
      let isSpliced = graph.joints[link.joints[hop]].function == "EP"
      splices += isSpliced ? 1 : 0
      let relay = closure == "005" && (11...12).contains(first.tube)
      let relayMetres = relay ? 3_300 + (graph.fibres[link.fibres[1]]?.metres ?? 0) : nil
      guard let new = Self.newMetres[closure] ?? relayMetres else { continue }
      result.append(
        (
          closure,
          Load(
            metres: link.metres - metres + new, splices: link.splices - splices + (relay ? 2 : 1), ports: link.ports),
          isSpliced
        ))
    }
    return result
  }

  /// Every state that a link goes through: before, after, and with one side of its cord over the tie cable.
  func cases(of link: WalkedLink, patchedTo mate: WalkedLink?) -> [(String, Load)] {
    let own = Load(metres: link.metres, splices: link.splices, ports: link.ports)
    let moved = link.start.panel.hasPrefix("TI-SF-") ? candidates(of: link) : []
    guard let mate else { return [("before", own)] + moved.map { ("after \($0.closure)", $0.load) } }
    let other = Load(metres: mate.metres, splices: mate.splices, ports: mate.ports)
    let (cord, tie) = (Load(metres: 1, splices: 0, ports: 0), Load(metres: 3_102, splices: 0, ports: 2))
    var cases = [("before", own + other + cord)]
    for move in moved { cases.append(("tie \(move.closure)", move.load + other + tie)) }
    for second in candidates(of: mate) {
      cases.append(("tie other \(second.closure)", own + second.load + tie))
      for move in moved { cases.append(("after \(move.closure) \(second.closure)", move.load + second.load + cord)) }
    }
    return cases
  }
}

extension RecordedDelivery {
  func keyedCompanion(_ name: String, by column: String) -> [String: Row] {
    Dictionary(companion(name).map { ($0[column] ?? "", $0) }) { first, _ in first }
  }
}
