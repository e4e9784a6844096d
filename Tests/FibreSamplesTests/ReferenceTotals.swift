import FibreSamples
import Testing

/// Totals that the scenario states exactly, whatever the seed.
@Suite struct ReferenceTotals {
  @Test(arguments: [UInt64(1), 2]) func roomsHaveTheirPorts(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let graph = RecordedNetwork.of(seed: seed).graph
    let panels = delivery.tables["t_tiroir"] ?? []
    let old = panels.filter { ($0["ti_code"] ?? "").wholeMatch(of: /TI-SF-\d\d/) != nil }
    let new = panels.filter { ($0["ti_code"] ?? "").hasPrefix("TI-IT-") }
    #expect(old.count == 14 && new.count == 16)
    #expect(new.compactMap { Int($0["ti_taille"] ?? "") }.reduce(0, +) == 2_304)
    let taken = old.map { panel in
      (1...144).count { graph.fibre(at: RecordedPort(panel: panel["ti_code"] ?? "", number: $0)) != nil }
    }
    #expect(taken == Array(repeating: 144, count: 14))
    #expect(graph.jointAtPort.keys.count { $0.panel == "TI-SF-TIE" } == 48)
    #expect(graph.jointAtPort.keys.count { $0.panel.hasPrefix("TI-IT-") } == 2_160 + 48)
  }

  /// The tubes and live fibres of each cable, by kind of service: GFU, collecte, FTTH, FON, FTTO.
  static let liveFibres: [(cable: String, fibres: [Int], tubes: [Int])] = [
    ("CAB-SF-01/1", [48, 44, 72, 44, 31], [6, 6, 8, 6, 5]), ("CAB-SF-02/1", [32, 16, 48, 36, 19], [4, 3, 6, 5, 3]),
    ("CAB-SF-03/1", [40, 28, 48, 30, 18], [5, 4, 5, 4, 3]), ("CAB-SF-04/1", [56, 28, 82, 44, 31], [8, 4, 9, 6, 5]),
    ("CAB-SF-05/1", [32, 28, 44, 36, 19], [4, 4, 5, 5, 3]), ("CAB-SF-06/1", [22, 0, 12, 28, 6], [3, 0, 2, 4, 1]),
    ("CAB-SF-07/1", [38, 0, 28, 16, 6], [4, 0, 3, 2, 1]),
  ]

  @Test(arguments: [UInt64(1), 2]) func everyCableHasItsLiveFibresByKind(seed: UInt64) throws {
    let graph = RecordedNetwork.of(seed: seed).graph
    let services = RecordedNetwork.of(seed: seed).services
    for (cable, fibres, tubes) in Self.liveFibres {
      for (rank, kind) in ["GFU", "collecte", "FTTH", "FON", "FTTO"].enumerated() {
        let live = services.moving.filter { $0.kind == kind }.flatMap(\.links).compactMap { $0 }
          .compactMap { graph.fibres[$0.fibres[0]] }.filter { $0.cable == cable }
        #expect(live.count == fibres[rank], "\(cable) \(kind)")
        let perTube = Dictionary(grouping: live, by: \.tube)
        #expect(perTube.count == tubes[rank], "\(cable) \(kind)")
        #expect(perTube.values.allSatisfy { (4...10).contains($0.count) })
        #expect(perTube.values.allSatisfy { $0.map(\.rank).sorted() == Array(1...$0.count) }, "from fibre 1")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2]) func servicesAreAsManyAsStated(seed: UInt64) throws {
    let services = RecordedNetwork.of(seed: seed).services
    let counts = Dictionary(grouping: services.services, by: \.kind).mapValues(\.count)
    #expect(counts == ["GFU": 134, "collecte": 72, "FTTH": 334, "FON": 117, "FTTO": 130, "ring": 11])
    #expect(services.moving.count == 787)
    #expect(services.services.count { $0.protects != nil } == 75)
    #expect(services.moving.reduce(0) { $0 + $1.fibres } == 1_110)
    #expect(services.services.count { $0.kind == "GFU" && $0.level == "vital" } == 24)
    #expect(services.moving.allSatisfy { $0.maxOutageMinutes == ($0.level == "vital" ? 60 : 240) })
    #expect(services.services.allSatisfy { service in service.links.allSatisfy { $0 != nil } }, "every link is whole")
    let codes = Set(services.services.map(\.code))
    #expect(codes.count == services.services.count)
    #expect(services.services.compactMap(\.protects).allSatisfy { codes.contains($0) })
  }

  @Test(arguments: [UInt64(1), 2]) func patchCordsMakeTheirGroups(seed: UInt64) throws {
    let graph = RecordedNetwork.of(seed: seed).graph
    let cords = PatchedPorts(graph)
    #expect(cords.pairs.count == 196)
    #expect(cords.pairs.allSatisfy { $0.0.panel != $0.1.panel }, "else a cord looks like a coupler")
    let groups = Dictionary(grouping: cords.pairs) { pair in
      Set(
        [pair.0, pair.1].compactMap { graph.fibre(at: $0).flatMap { graph.fibres[$0] } }.map {
          "\($0.cable) \($0.tube)"
        })
    }
    #expect(groups.count == 87 && groups.keys.allSatisfy { $0.count == 2 })
    #expect(groups.values.count { $0.count == 2 } == 76 && groups.values.count { $0.count == 4 } == 11)
  }

  @Test(arguments: [UInt64(1), 2]) func placesAreAsManyAsStated(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let sites = delivery.tables["t_sitetech"] ?? []
    #expect(sites.count == 260)
    #expect(sites.count { $0["st_typelog"] == "SRO" } == 8)
    #expect(sites.count { ($0["st_codeext"] ?? "").hasPrefix("POP-") } == 16)
    let boxes = delivery.tables["t_ebp"] ?? []
    #expect(boxes.count { $0["bp_typelog"] == "PTO" } == 2_400)
    #expect(boxes.count { $0["bp_typelog"] == "PBO" } == 400)
    #expect((delivery.tables["t_suf"] ?? []).count { $0["sf_racco"] == "RA" && $0["sf_type"] == "R" } == 8 * 180)
    let fibres = (delivery.tables["t_fibre"] ?? []).count
    let positions = (delivery.tables["t_position"] ?? []).count
    #expect((50_000...60_000).contains(fibres) && (48_000...60_000).contains(positions))
  }

  @Test(arguments: [UInt64(1), 2]) func newCablesAddUp(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let accepted = delivery.companion("acceptance.csv")
    let cables = delivery.keyed("t_cable", by: "cb_code")
    let new = accepted.compactMap { cables[$0["cable"] ?? ""] }
    #expect(new.count == 7)
    #expect(new.compactMap { Int($0["cb_lgreel"] ?? "") }.reduce(0, +) == 19_000)
    let fibres = new.filter { $0["cb_code"] != "CAB-IT-SF" }.compactMap { Int($0["cb_capafo"] ?? "") }
    #expect(fibres.reduce(0, +) == 2_160)
    #expect(accepted.count { $0["acceptedOn"] == "2027-02-15" && $0["cable"] == "CAB-IT-006" } == 1)
    #expect(accepted.count { $0["acceptedOn"] == "2027-01-05" } == 6)
  }

  @Test(arguments: [UInt64(1), 2]) func companionsSayWhenWorkIsPossible(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let windows = delivery.companion("windows.csv")
    #expect(windows.count == 45)
    #expect(windows.first?["date"] == "2027-01-12" && windows.last?["date"] == "2027-04-22")
    let clients = Set(delivery.companion("services.csv").compactMap { $0["client"] })
    let forbidden = delivery.companion("forbidden.csv")
    #expect(forbidden.count == 26 && forbidden.allSatisfy { clients.contains($0["client"] ?? "") })
    #expect(delivery.companion("closures.csv").compactMap { Int($0["freeTrays"] ?? "") }.reduce(0, +) == 202)
    #expect(delivery.companion("optics.csv").count == 10)
  }
}

/// Ports of the old room that a patch cord joins.
struct PatchedPorts {
  var pairs: [(RecordedPort, RecordedPort)] = []
  var mate: [RecordedPort: RecordedPort] = [:]

  init(_ graph: FibreGraph) {
    for (fibre, joints) in graph.jointsOfFibre where fibre.hasPrefix("FO-JAR-SF-") && joints.count == 2 {
      let ports = joints.map { RecordedPort(panel: graph.joints[$0].place, number: graph.joints[$0].slot) }
      pairs.append((ports[0], ports[1]))
      mate[ports[0]] = ports[1]
      mate[ports[1]] = ports[0]
    }
  }
}
