import FibreSamples
import GeoFormats
import Testing

/// The planted defects are there, each once, and there are no others.
@Suite struct ReferenceTraps {
  /// 1
  @Test(arguments: [UInt64(1), 2]) func twelveDeclaredRoutesDifferFromTheirJoints(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let graph = RecordedNetwork.of(seed: seed).graph
    var declared: [String: [String]] = [:]
    var orders: [String: [Int]] = [:]
    for row in delivery.tables["t_ropt"] ?? [] {
      declared[row["rt_code"] ?? "", default: []].append(row["rt_fo_code"] ?? "")
      orders[row["rt_code"] ?? "", default: []].append(Int(row["rt_fo_ordr"] ?? "") ?? 0)
    }
    #expect(declared.count == 1_110)
    #expect(orders.values.allSatisfy { $0 == Array(1...$0.count) })
    let routes = Set(declared.values)
    let crossed = RecordedNetwork.of(seed: seed).services.moving.flatMap(\.links).compactMap { $0 }
      .filter { !routes.contains($0.fibres) }.compactMap { graph.fibres[$0.fibres[0]] }
    #expect(crossed.count == 12)
    #expect(crossed.allSatisfy { $0.cable == "CAB-SF-02/1" && (10...11).contains($0.tube) && $0.rank <= 6 })
  }

  /// 2
  @Test(arguments: [UInt64(1), 2]) func threeTubesAreRecordedUncutButSpliced(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let graph = RecordedNetwork.of(seed: seed).graph
    let strange = (delivery.tables["t_position"] ?? []).filter { $0["ps_fonct"] == "PA" && $0["ps_type"] != nil }
    let fibres = strange.compactMap { graph.fibres[$0["ps_1"] ?? ""] }
    #expect(fibres.count == 36)
    #expect(fibres.allSatisfy { $0.cable == "CAB-SF-03/1" && (10...12).contains($0.tube) })
    #expect(strange.allSatisfy { $0["ps_cs_code"] == "CS-AMI-002-00" && $0["ps_type"] == "SFU" })
  }

  /// 3
  @Test(arguments: [UInt64(1), 2]) func oneClosureIsFullerThanItsRecord(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let used = Set(RecordedNetwork.of(seed: seed).graph.joints.filter { !$0.isPanel }.map(\.place))
    let boxes = delivery.keyed("t_ebp", by: "bp_code")
    var wrong: [String] = []
    for row in delivery.companion("closures.csv") {
      let code = row["closure"] ?? ""
      let trays = (delivery.tables["t_cassette"] ?? []).filter { $0["cs_bp_code"] == code }
      #expect(boxes[code]?["bp_ca_nb"] == String(trays.count))
      let free = trays.count { !used.contains($0["cs_code"] ?? "") }
      if row["freeTrays"] != String(free) { wrong.append("\(code): \(free)") }
    }
    #expect(wrong == ["BPE-AMI-009: 0"])
  }

  /// 4, and the three warnings beside it
  @Test(arguments: [UInt64(1), 2]) func oneSiteHasBothLegsInOneTube(seed: UInt64) throws {
    let graph = RecordedNetwork.of(seed: seed).graph
    let services = RecordedNetwork.of(seed: seed).services.services
    let byCode = Dictionary(uniqueKeysWithValues: services.map { ($0.code, $0) })
    func tubes(_ service: RecordedServices.Service) -> Set<String> {
      Set(
        service.links.compactMap { $0 }.flatMap(\.fibres).compactMap { graph.fibres[$0] }.map {
          "\($0.cable) \($0.tube)"
        })
    }
    func cables(_ service: RecordedServices.Service) -> Set<String> {
      Set(service.links.compactMap { $0 }.flatMap(\.fibres).compactMap { graph.fibres[$0]?.cable })
    }
    let pairs = services.compactMap { leg in leg.protects.flatMap { byCode[$0] }.map { (leg, $0) } }
    #expect(pairs.count == 75)
    #expect(pairs.filter { !tubes($0.0).isDisjoint(with: tubes($0.1)) }.map(\.0.code) == ["SVC-GFU-016-B"])
    #expect(
      Set(pairs.filter { !cables($0.0).isDisjoint(with: cables($0.1)) }.map(\.0.client))
        == ["école B", "SDIS ouest", "lycée A", "gymnase B"])
  }

  /// 5
  @Test(arguments: [UInt64(1), 2]) func onePortHasTwoFibres(seed: UInt64) throws {
    let graph = RecordedNetwork.of(seed: seed).graph
    var seen: [String: Int] = [:]
    for joint in graph.joints { seen["\(joint.place):\(joint.slot)", default: 0] += 1 }
    #expect(seen.filter { $0.value > 1 } == ["TI-DUR-DIS-1:66": 2])
  }

  /// 6
  @Test(arguments: [UInt64(1), 2]) func oneSectionIsRecordedInTheWrongColours(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let references = delivery.keyed("t_reference", by: "rf_code")
    let cables = delivery.keyed("t_cable", by: "cb_code")
    var wrong: [String: Int] = [:]
    for fibre in delivery.tables["t_fibre"] ?? [] {
      let cable = try #require(cables[fibre["fo_cb_code"] ?? ""])
      guard cable["cb_typephy"] == "C" else { continue }
      let isFotag = references[cable["cb_rf_code"] ?? ""]?["rf_design"]?.hasSuffix("FOTAG") ?? false
      let expected = (isFotag ? "1." : "") + (fibre["fo_nintub"] ?? "")
      let marking = (isFotag ? "" : "1.") + (fibre["fo_numtub"] ?? "")
      if fibre["fo_color"] != expected || fibre["fo_reper"] != marking {
        wrong[fibre["fo_cb_code"] ?? "", default: 0] += 1
      }
    }
    #expect(wrong == ["CAB-SF-06/2": 144])
  }
}

/// The delivery holds together.
@Suite struct ReferenceIntegrity {
  static let keys = [
    "t_organisme": "or_code", "t_reference": "rf_code", "t_adresse": "ad_code", "t_noeud": "nd_code",
    "t_sitetech": "st_code", "t_ltech": "lt_code", "t_baie": "ba_code", "t_tiroir": "ti_code", "t_suf": "sf_code",
    "t_ptech": "pt_code", "t_ebp": "bp_code", "t_cassette": "cs_code", "t_cheminement": "cm_code",
    "t_conduite": "cd_code", "t_cable": "cb_code", "t_cableline": "cl_code", "t_fibre": "fo_code",
    "t_position": "ps_code", "t_znro": "zn_code", "t_zsro": "zs_code", "t_zpbo": "zp_code",
  ]

  /// Column, and the table it points at.
  static let links: [(table: String, column: String, target: String)] = [
    ("t_sitetech", "st_nd_code", "t_noeud"), ("t_sitetech", "st_ad_code", "t_adresse"),
    ("t_ltech", "lt_st_code", "t_sitetech"), ("t_baie", "ba_lt_code", "t_ltech"), ("t_tiroir", "ti_ba_code", "t_baie"),
    ("t_equipement", "eq_ba_code", "t_baie"), ("t_suf", "sf_nd_code", "t_noeud"), ("t_suf", "sf_ad_code", "t_adresse"),
    ("t_suf", "sf_zp_code", "t_zpbo"), ("t_ptech", "pt_nd_code", "t_noeud"), ("t_ebp", "bp_pt_code", "t_ptech"),
    ("t_ebp", "bp_sf_code", "t_suf"), ("t_ebp", "bp_rf_code", "t_reference"), ("t_cassette", "cs_bp_code", "t_ebp"),
    ("t_cable", "cb_nd1", "t_noeud"), ("t_cable", "cb_nd2", "t_noeud"), ("t_cable", "cb_rf_code", "t_reference"),
    ("t_cableline", "cl_cb_code", "t_cable"), ("t_cab_cond", "cc_cb_code", "t_cable"),
    ("t_cab_cond", "cc_cd_code", "t_conduite"), ("t_cond_chem", "dm_cd_code", "t_conduite"),
    ("t_cond_chem", "dm_cm_code", "t_cheminement"), ("t_cheminement", "cm_ndcode1", "t_noeud"),
    ("t_love", "lv_cb_code", "t_cable"), ("t_fibre", "fo_cb_code", "t_cable"), ("t_position", "ps_1", "t_fibre"),
    ("t_position", "ps_2", "t_fibre"), ("t_position", "ps_cs_code", "t_cassette"),
    ("t_position", "ps_ti_code", "t_tiroir"), ("t_ropt", "rt_fo_code", "t_fibre"), ("t_zsro", "zs_zn_code", "t_znro"),
    ("t_zpbo", "zp_zs_code", "t_zsro"), ("t_zpbo", "zp_nd_code", "t_noeud"), ("t_cable", "cb_prop", "t_organisme"),
  ]

  @Test(arguments: [UInt64(1), 2]) func codesAreUniqueAndLinksLead(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    var codes: [String: Set<String>] = [:]
    for (table, key) in Self.keys {
      let rows = delivery.tables[table] ?? []
      codes[table] = Set(rows.compactMap { $0[key] })
      #expect(codes[table]?.count == rows.count && !rows.isEmpty, "\(table)")
    }
    for link in Self.links {
      let lost = (delivery.tables[link.table] ?? []).compactMap { $0[link.column] }.filter {
        !(codes[link.target]?.contains($0) ?? false)
      }
      #expect(lost.isEmpty, "\(link.table).\(link.column)")
    }
  }

  @Test(arguments: [UInt64(1), 2]) func noEndIsJoinedTwiceAndNoTrayOverflows(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    let graph = RecordedNetwork.of(seed: seed).graph
    let nodes = JointNodes(delivery)
    let cables = delivery.keyed("t_cable", by: "cb_code")
    let trays = delivery.keyed("t_cassette", by: "cs_code")
    var ends: Set<String> = []
    for joint in graph.joints {
      let node = try #require(nodes.node(of: joint), "\(joint.code)")
      if !joint.isPanel { #expect(joint.slot <= Int(trays[joint.place]?["cs_nb_pas"] ?? "") ?? 0) }
      for fibre in [joint.first, joint.second].compactMap({ $0 }) {
        let cable = try #require(graph.fibres[fibre].flatMap { cables[$0.cable] })
        #expect(node == cable["cb_nd1"] || node == cable["cb_nd2"], "\(joint.code) is not at an end of \(fibre)")
        if cable["cb_typephy"] == "C" { #expect(ends.insert("\(fibre) \(node)").inserted, "\(fibre) at \(node)") }
      }
    }
    let couplers = Dictionary(grouping: graph.joints.filter { $0.place.contains("-CPL-") }) { $0.first ?? "" }
    #expect(couplers.count == 334 && couplers.values.allSatisfy { (2...32).contains($0.count) })
  }

  @Test(arguments: [UInt64(1), 2]) func aFibreIsRecordedForEachOfItsCable(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    var counts: [String: Set<Int>] = [:]
    for fibre in RecordedNetwork.of(seed: seed).graph.fibres.values {
      counts[fibre.cable, default: []].insert(fibre.number)
    }
    for cable in delivery.tables["t_cable"] ?? [] {
      let capacity = try #require(Int(cable["cb_capafo"] ?? ""))
      #expect(counts[cable["cb_code"] ?? ""] == Set(1...capacity))
    }
  }

  @Test(arguments: [UInt64(1), 2]) func linesEndOnTheirNodesAndAreNoLongerThanTheirCables(seed: UInt64) throws {
    let delivery = RecordedNetwork.of(seed: seed).delivery
    var points: [String: Coordinate] = [:]
    for (row, shape) in zip(delivery.tables["t_noeud"] ?? [], delivery.shapes["t_noeud"] ?? []) {
      if case .point(let point)? = shape { points[row["nd_code"] ?? ""] = point }
    }
    let cables = delivery.keyed("t_cable", by: "cb_code")
    for (row, shape) in zip(delivery.tables["t_cableline"] ?? [], delivery.shapes["t_cableline"] ?? []) {
      let cable = try #require(cables[row["cl_cb_code"] ?? ""])
      guard case .line(let line)? = shape else {
        Issue.record("\(cable) has no line")
        continue
      }
      #expect(line.first == points[cable["cb_nd1"] ?? ""] && line.last == points[cable["cb_nd2"] ?? ""])
      let drawn = zip(line, line.dropFirst()).reduce(0.0) { sum, pair in
        let (x, y) = (pair.0.x - pair.1.x, pair.0.y - pair.1.y)
        return sum + (x * x + y * y).squareRoot()
      }
      #expect(drawn <= (Double(cable["cb_lgreel"] ?? "") ?? 0) + 0.5, "\(cable["cb_code"] ?? "")")
    }
    let sheaths = (delivery.tables["t_cable"] ?? []).count { $0["cb_typephy"] == "C" }
    #expect(delivery.tables["t_cableline"]?.count == sheaths)
  }
}

/// The node where a position is.
struct JointNodes {
  private var nodeOfTray: [String: String] = [:]
  private var nodeOfPanel: [String: String] = [:]

  init(_ delivery: RecordedDelivery) {
    let points = delivery.keyed("t_ptech", by: "pt_code").compactMapValues { $0["pt_nd_code"] }
    let premises = delivery.keyed("t_suf", by: "sf_code").compactMapValues { $0["sf_nd_code"] }
    let boxes = delivery.keyed("t_ebp", by: "bp_code").compactMapValues { box in
      box["bp_pt_code"].flatMap { points[$0] } ?? box["bp_sf_code"].flatMap { premises[$0] }
    }
    for tray in delivery.tables["t_cassette"] ?? [] {
      nodeOfTray[tray["cs_code"] ?? ""] = boxes[tray["cs_bp_code"] ?? ""]
    }
    let sites = delivery.keyed("t_sitetech", by: "st_code").compactMapValues { $0["st_nd_code"] }
    let rooms = delivery.keyed("t_ltech", by: "lt_code").compactMapValues { sites[$0["lt_st_code"] ?? ""] }
    let racks = delivery.keyed("t_baie", by: "ba_code").compactMapValues { rooms[$0["ba_lt_code"] ?? ""] }
    for panel in delivery.tables["t_tiroir"] ?? [] {
      nodeOfPanel[panel["ti_code"] ?? ""] = racks[panel["ti_ba_code"] ?? ""]
    }
  }

  func node(of joint: RecordedJoint) -> String? {
    joint.isPanel ? nodeOfPanel[joint.place] : nodeOfTray[joint.place]
  }
}
