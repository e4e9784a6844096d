import FibreExchange
import FibreModel
import GeoFormats
import Testing

@Suite struct GraceTHDImportTests {
  @Test func aSoundDeliveryIsImportedWithoutAWord() throws {
    let imported = try SmallDelivery().imported()
    // A cord without ends is no mistake, but it is told that joints gave them.
    #expect(imported.findings == ["info cable.ends-by-joints t_cable.csv:4 J1"])
    #expect(imported.report.quarantinedCount == 0)
    #expect(imported.report.read.first { $0.name == "t_fibre" }?.count == 25)
    #expect(imported.report.stored.first { $0.name == "joints" }?.count == 7)
    let network = imported.network
    #expect(network.sites.rows.map(\.label) == ["POP-A", "POP-C"])
    #expect(network.boxes.rows.map(\.kind) == [.spliceClosure])
    #expect(network.cassettes.rows.map(\.slotCapacity) == [12, 12])
    let section = try #require(network.sections[Code("C1")])
    #expect(section.length == Length(metres: 500.25))
    #expect(section.lengthSource == .asLaid)
    #expect(network.nodes[try #require(section.nodeA)].code.rawValue == "ND-A")
    #expect(network.nodes[try #require(section.nodeB)].code.rawValue == "ND-B")
    #expect(section.modulo == 6)
    #expect(network.fibres.statedRanks[6] == 1)
  }

  @Test func everyJointIsAtTheEndOfItsFibreThatIsThere() throws {
    let network = try SmallDelivery().imported().network
    let expected = ["J1-1", "C1-1", "C2-1"]
    #expect(Walk(network: network).fibres(from: "J1-1", .a) == expected)
    #expect(Walk(network: network).fibres(from: "C2-1", .b) == expected.reversed())
    for (index, joint) in network.joints.rows.enumerated() {
      #expect(joint.claim == .held, "\(network.joints.code(of: Index(index)))")
    }
  }

  @Test func theDirectionOfRowsMakesNoDifferenceToRoutes() throws {
    var delivery = SmallDelivery()
    for row in 0..<7 {
      let cells = try #require(delivery.tables["t_position"]).row(row)
      let (first, second) = (cells[cells.startIndex + 2], cells[cells.startIndex + 3])
      delivery.set("t_position", "ps_1", second, row: row)
      delivery.set("t_position", "ps_2", first, row: row)
    }
    let walk = Walk(network: try delivery.imported().network)
    #expect(walk.fibres(from: "C1-2", .a) == ["C1-2", "C2-2"])
    #expect(walk.component(of: "J1-1") == ["J1-1", "C1-1", "C2-1"])
  }

  @Test func columnsWithoutAFieldAreAttributes() throws {
    let network = try SmallDelivery().imported().network
    #expect(network.sections[Code("C1")]?.attributes["cb_statut"] == "REC")
    #expect(network.rooms[Code("LT-A")]?.attributes["lt_elec"] == "t")
    #expect(network.fibres.attributes[0].entries.map(\.name) == ["fo_etat"])
    #expect(network.joints[Index(0)].attributes["ps_etat"] == "OK")
  }

  @Test func repeatedPositionsAreMergedAndKept() throws {
    var delivery = SmallDelivery()
    delivery.addPosition("CS-1", 1, "C1-1", "C2-1", function: "EP", type: "SFU", code: "again")
    delivery.addPosition("CS-1", 1, "C2-1", "C1-1", function: "EP", type: "SFU", code: "reversed")
    let imported = try delivery.imported()
    #expect(imported.network.joints.count == 7)
    #expect(imported.findings.filter { $0.contains("joint.repeated") }.count == 2)
    let row = try #require(imported.network.quarantine.first)
    #expect(row.table == "t_position")
    #expect(row.line == 9)
    #expect(row.cells.map(\.value) == ["again", "1", "C1-1", "C2-1", "CS-1", "", "SFU", "EP", "OK"])
    #expect(row.finding.severity == .info)
  }

  @Test func positionsThatShareAFibreInADrawerAreASplitter() throws {
    var delivery = SmallDelivery()
    for leg in 2...5 {
      delivery.addCable("L\(leg)", from: "ND-A", to: "ND-A", kind: "J", fibres: 1)
      delivery.addPosition("TI-X", leg, "C1-3", "L\(leg)-1", function: "CO", type: "CSA")
    }
    let network = try delivery.imported().network
    #expect(network.splitters.map(\.legs.count) == [4])
    let input = try #require(network.splitters.first).input
    #expect(network.code(of: input.fibre) == "C1-3")
    #expect(input.side == .a)
  }

  @Test func aSplitterTakenDownBackwardsIsTheSameSplitter() throws {
    var delivery = SmallDelivery()
    for leg in 2...5 {
      delivery.addCable("L\(leg)", from: "ND-A", to: "ND-A", kind: "J", fibres: 1)
      delivery.addPosition("TI-X", leg, "L\(leg)-1", "C1-3", function: "CO", type: "CSA")
    }
    let network = try delivery.imported().network
    #expect(network.splitters.map { network.code(of: $0.input.fibre) } == ["C1-3"])
  }

  @Test func twoFibresOnOnePortAreNoSplitter() throws {
    var delivery = SmallDelivery()
    delivery.addPosition("TI-A", 2, "", "C1-4", function: "CO", type: "CSA", code: "second")
    let network = try delivery.imported().network
    #expect(network.splitters.isEmpty)
    let second = try #require(network.joints.index(of: Code("second")))
    #expect(network.joints[second].claim == .displaced)
  }

  @Test func twoFibresOnOneFibreEndInASpliceCassetteAreContested() throws {
    var delivery = SmallDelivery()
    delivery.addPosition("CS-1", 3, "C1-1", "C2-5", function: "EP", type: "SFU", code: "second")
    let network = try delivery.imported().network
    let second = try #require(network.joints.index(of: Code("second")))
    #expect(network.joints[second].claim == .contested)
  }

  @Test func sectionsWithOneLabelAreOneCable() throws {
    var delivery = SmallDelivery()
    delivery.addCable("X/1", from: "ND-A", to: "ND-B", label: "X")
    delivery.addCable("X/2", from: "ND-B", to: "ND-C", label: "X")
    let network = try delivery.imported().network
    let cable = try #require(network.cables.index(of: Code("X")))
    #expect(network.sections(of: cable).map { network.sections[$0].code.rawValue } == ["X/1", "X/2"])
  }

  @Test func endsAreFoundByTheLineOfACable() throws {
    var delivery = SmallDelivery()
    delivery.set("t_cable", "cb_nd1", "")
    delivery.set("t_cable", "cb_nd2", "", row: 0)
    delivery.add(
      "t_cableline", ["cl_code": "CL-1", "cl_cb_code": "C1", "cl_long": "", "cl_dtclass": "A"],
      .line([.init(x: 1000.05, y: 2000), .init(x: 1500, y: 2000.05)]))
    let imported = try delivery.imported()
    let section = try #require(imported.network.sections[Code("C1")])
    #expect(
      [section.nodeA, section.nodeB].map { $0.map { imported.network.nodes[$0].code.rawValue } } == ["ND-A", "ND-B"])
    #expect(section.attributes["cl_code"] == "CL-1")
    #expect(imported.findings.contains("info cable.ends-by-line t_cable.csv:2 C1"))
    // C2 has one stated end; the joints tell the other.
    let other = try #require(imported.network.sections[Code("C2")]?.nodeA)
    #expect(imported.network.nodes[other].code.rawValue == "ND-B")
  }

  @Test func lengthsThatNoSectionHasAreReportedAndTakenFromTheLine() throws {
    var delivery = SmallDelivery()
    delivery.set("t_cable", "cb_lgreel", "10000000", row: 0)
    delivery.set("t_cable", "cb_lgreel", "999999999999", row: 1)
    delivery.add(
      "t_cableline", ["cl_code": "CL-1", "cl_cb_code": "C1", "cl_long": "2000000", "cl_dtclass": "A"],
      .line([.init(x: 1000, y: 2000), .init(x: 1500, y: 2000)]))
    for (identifier, metres) in [("LV-1", "30"), ("LV-2", "999990"), ("LV-3", "5")] {
      delivery.add("t_love", ["lv_id": identifier, "lv_cb_code": "C1", "lv_nd_code": "ND-B", "lv_long": metres])
    }
    let imported = try delivery.imported()
    let (first, second) = (imported.network.sections[Code("C1")], imported.network.sections[Code("C2")])
    #expect(first?.length == Length(metres: 500) && first?.lengthSource == .drawnLine)
    #expect(first?.attributes["cb_lgreel"] == "10000000" && first?.attributes["cl_long"] == "2000000")
    #expect(second?.length == .zero && second?.lengthSource == .unknown)
    #expect(imported.network.slackLoops.map(\.length) == [Length(metres: 30), .zero, Length(metres: 5)])
    #expect(
      imported.findings.filter { $0.contains("number.implausible") } == [
        "warning number.implausible t_cable.csv:2 C1", "warning number.implausible t_cable.csv:3 C2",
        "warning number.implausible t_cableline.shp:2 CL-1", "warning number.implausible t_love.csv:3 LV-2",
      ])
  }

  @Test func theLongestSectionThatCanBeIsTaken() throws {
    var delivery = SmallDelivery()
    delivery.set("t_cable", "cb_lgreel", "1000000", row: 0)
    let imported = try delivery.imported()
    #expect(imported.network.sections[Code("C1")]?.length == .longestSection)
    #expect(!imported.findings.contains { $0.contains("number.implausible") })
  }

  @Test func codesOfTheOtherColourSeriesAreNoDecimals() throws {
    var delivery = SmallDelivery()
    delivery.addCable("F", from: "ND-A", to: "ND-B")
    let rows = try #require(delivery.tables["t_fibre"]).rowCount
    for number in 1...12 {
      delivery.set("t_fibre", "fo_color", "1.\(number)", row: rows - 13 + number)
      delivery.set("t_fibre", "fo_reper", "\((number - 1) / 6 + 1)", row: rows - 13 + number)
    }
    let network = try delivery.imported().network
    let section = try #require(network.sections[Code("F")])
    #expect(section.fibreCode == .fotag)
    #expect(section.tubeCode == .fotag)
    let first = section.firstFibre.offset
    #expect(network.fibres.statedRanks[first..<first + 12].map(Int.init) == Array(1...12))
    #expect(network.fibres.attributes[first].entries.map(\.name) == ["fo_etat"])
  }

  @Test func whatContradictsTheNumbersIsKeptAndReported() throws {
    var delivery = SmallDelivery()
    delivery.set("t_fibre", "fo_numtub", "9", row: 0)
    delivery.set("t_fibre", "fo_color", "mauve", row: 1)
    let imported = try delivery.imported()
    #expect(imported.network.fibres.attributes[0]["fo_numtub"] == "9")
    #expect(imported.network.fibres.attributes[1]["fo_color"] == "mauve")
    #expect(imported.findings.contains("warning fibre.tube-differs t_fibre.csv:2 C1"))
  }

  @Test func declaredRoutesKeepTheirOrder() throws {
    var delivery = SmallDelivery()
    for (fibre, order) in [("C2-1", "3"), ("J1-1", "1"), ("C1-1", "2")] {
      delivery.add(
        "t_ropt",
        ["rt_id": "9\(order)", "rt_code": "R1", "rt_code_ext": "un", "rt_fo_code": fibre, "rt_fo_ordr": order])
    }
    for fibre in ["C2-2", "nowhere", "C1-2"] {
      delivery.add(
        "t_ropt", ["rt_id": "7", "rt_code": "R2", "rt_code_ext": "deux", "rt_fo_code": fibre, "rt_fo_ordr": ""])
    }
    let imported = try delivery.imported()
    let network = imported.network
    #expect(
      network.declaredRoutes.rows.map { $0.fibres.map { network.code(of: $0) } } == [
        ["J1-1", "C1-1", "C2-1"], ["C2-2", "C1-2"],
      ])
    #expect(network.declaredRoutes.rows[0].attributes["rt_id/C1-1"] == "92")
    #expect(imported.findings.contains("warning route.fibre-unknown t_ropt.csv:6 R2"))
  }

  @Test func twoImportsAreEqual() throws {
    let delivery = SmallDelivery()
    let (first, second) = (try delivery.imported(), try delivery.imported())
    #expect(first.network == second.network)
    #expect(first.report == second.report)
  }
}
