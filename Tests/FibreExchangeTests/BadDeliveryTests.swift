import FibreExchange
import FibreModel
import FibreTestSupport
import Foundation
import GeoFormats
import Testing

@Suite struct BadDeliveryTests {
  @Test func aMissingFolderIsRefused() {
    #expect(throws: DeliveryError.missing(path: "/nowhere/at/all")) { try GraceTHDImport(reading: "/nowhere/at/all") }
  }

  @Test func aFolderWithoutATableIsRefused() throws {
    var delivery = SmallDelivery()
    delivery.tables = [:]
    delivery.files["readme.csv"] = Array("a;b\n".utf8)
    try delivery.written { folder in
      _ = #expect(throws: DeliveryError.noTable(path: folder)) { try GraceTHDImport(reading: folder) }
    }
  }

  @Test func theFolderAboveADeliveryWillDo() throws {
    try SmallDelivery().written { folder in
      let above = folder + "-above"
      try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: above) }
      try FileManager.default.copyItem(atPath: folder, toPath: above + "/shpcsv")
      let imported = try GraceTHDImport(reading: above)
      #expect(imported.network == (try GraceTHDImport(reading: folder)).network)
    }
  }

  @Test(arguments: ["shp", "shx", "dbf"])
  func aTruncatedShapefileIsAnErrorAndTheRestIsImported(suffix: String) throws {
    let parts = try #require(SmallDelivery().tables["t_noeud"]).shapefile()
    var delivery = SmallDelivery()
    delivery.tables["t_noeud"] = nil
    for part in parts {
      delivery.files["t_noeud.\(part.suffix)"] = part.suffix == suffix ? Array(part.bytes.dropLast(20)) : part.bytes
    }
    let imported = try delivery.imported()
    #expect(imported.findings.contains("error table.unreadable t_noeud.shp "))
    #expect(imported.network.joints.count == 7)
    // One remark for each column that names nodes, not one for each row.
    #expect(imported.findings.filter { $0.contains("reference.table-empty") }.count == 4)
    #expect(imported.network.sections[Code("C1")]?.attributes["cb_nd1"] == "ND-A")
  }

  @Test func everyTruncationOfACSVKeepsEveryRowOrReportsIt() throws {
    let whole = try #require(SmallDelivery().tables["t_position"])
    for fault in Faults.truncations(of: whole.csv(), limit: 16) {
      var delivery = SmallDelivery()
      delivery.tables["t_position"] = nil
      delivery.files["t_position.csv"] = fault.bytes
      let imported = try delivery.imported()
      let lines = fault.bytes.split(separator: 0x0A).count - 1
      let kept = imported.network.quarantine.count { $0.table == "t_position" }
      #expect(imported.network.joints.count + kept == max(0, lines), "\(fault)")
      let isWhole = fault.bytes.last == 0x0A
      #expect(imported.findings.contains { $0.contains(" t_position") } || isWhole, "\(fault)")
    }
  }

  @Test func aRaggedRowIsKeptWordForWord() throws {
    var delivery = SmallDelivery()
    let csv = delivery.take("t_position")
    delivery.files["t_position.csv"] = csv + Array("PS-8;1;C1-9\n".utf8)
    let imported = try delivery.imported()
    #expect(imported.findings.contains("error row.ragged t_position.csv:9 "))
    #expect(imported.network.quarantine.map { $0.cells.map(\.value) } == [["PS-8;1;C1-9"]])
    #expect(imported.report.read.first { $0.name == "t_position" }?.count == 8)
  }

  @Test func nulBytesAreAnErrorOfTheirRow() throws {
    var delivery = SmallDelivery()
    var csv = delivery.take("t_position")
    let place = try #require(csv.firstRange(of: Array("PS-3".utf8))).lowerBound
    csv[place + 1] = 0
    delivery.files["t_position.csv"] = csv
    let imported = try delivery.imported()
    #expect(imported.findings.contains("error row.nul-byte t_position.csv:4 "))
    #expect(imported.network.joints.count == 6)
  }

  @Test func aTableInAnotherEncodingIsReadAndReported() throws {
    var delivery = SmallDelivery()
    delivery.set("t_ltech", "lt_etiquet", "Salle op#rateur")
    let csv = delivery.take("t_ltech")
    delivery.files["t_ltech.csv"] = csv.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }
    let imported = try delivery.imported()
    #expect(imported.network.rooms.rows.map(\.name) == ["Salle opérateur", "Salle opérateur"])
    #expect(imported.findings.contains("warning table.encoding t_ltech.csv:2 "))
  }

  @Test(arguments: [
    ("t_position", "ps_code"), ("t_cable", "cb_code"), ("t_fibre", "fo_cb_code"), ("t_fibre", "fo_code"),
    ("t_noeud", "nd_code"),
  ])
  func aTableWithoutItsCodesIsAnErrorThatNamesTheColumn(table: String, column: String) throws {
    var delivery = SmallDelivery()
    delivery.removeColumn(table, column)
    let imported = try delivery.imported()
    let finding = try #require(
      imported.report.findings.first { $0.rule == "column.missing" && $0.message.description.contains(column) })
    #expect(finding.severity == .error)
    #expect(finding.message.description.contains(table))
    #expect(imported.network.quarantine.contains { $0.table == table })
  }

  @Test func aTableWithoutAnotherColumnIsImportedWithAWarning() throws {
    var delivery = SmallDelivery()
    delivery.removeColumn("t_ebp", "bp_ca_nb")
    let imported = try delivery.imported()
    #expect(imported.findings.contains("warning column.missing t_ebp.csv "))
    #expect(imported.network.boxes.count == 1)
  }

  @Test(arguments: ["t_position", "t_cable", "t_fibre", "t_noeud"])
  func aTableThatIsNotThereIsReported(table: String) throws {
    var delivery = SmallDelivery()
    delivery.tables[table] = nil
    let imported = try delivery.imported()
    #expect(imported.findings.contains("warning table.missing \(table) "))
    let rows = delivery.tables.values.reduce(0) { $0 + $1.rowCount }
    #expect(imported.report.read.reduce(0) { $0 + $1.count } == rows)
  }

  @Test func duplicateCodesAreKeptOnceAndReported() throws {
    var delivery = SmallDelivery()
    delivery.addPosition("CS-1", 9, "C1-9", "C2-9", function: "EP", type: "SFU", code: "PS-1")
    delivery.addCable("C1", from: "ND-B", to: "ND-C")
    delivery.add("t_cassette", ["cs_code": "CS-1", "cs_nb_pas": "6"])
    let imported = try delivery.imported()
    #expect(imported.findings.contains("error code.duplicate t_position.csv:9 PS-1"))
    #expect(imported.findings.contains("error code.duplicate t_cable.csv:5 C1"))
    #expect(imported.findings.contains("error code.duplicate t_cassette.csv:4 CS-1"))
    #expect(imported.findings.filter { $0.contains("fibre.number-taken") }.count == 12)
    #expect(imported.report.quarantinedCount == 15)
  }

  @Test func aCableWithoutEndsIsImportedAndReported() throws {
    var delivery = SmallDelivery()
    delivery.addCable("LOST", from: "", to: "")
    let imported = try delivery.imported()
    #expect(imported.findings.contains("warning cable.end-unknown t_cable.csv:5 LOST"))
    #expect(imported.network.sections[Code("LOST")]?.fibreCount == 12)
  }

  @Test func aCycleOfJointsIsImportedAsItIs() throws {
    var delivery = SmallDelivery()
    delivery.addCable("C3", from: "ND-A", to: "ND-C")
    delivery.addPosition("TI-A", 9, "C3-9", "C1-9", function: "CO", type: "CSA")
    delivery.addPosition("CS-1", 9, "C1-9", "C2-9", function: "EP", type: "SFU")
    delivery.addPosition("TI-C", 9, "C2-9", "C3-9", function: "CO", type: "CSA")
    let network = try delivery.imported().network
    #expect(network.joints.rows.allSatisfy { $0.claim == .held })
    let walk = try #require(Walk(network: network).fibres(from: "C1-9", .a))
    #expect(walk.starts(with: ["C1-9", "C2-9", "C3-9", "C1-9"]))
  }

  @Test func danglingReferencesAreReportedAndKept() throws {
    var delivery = SmallDelivery()
    delivery.set("t_ebp", "bp_pt_code", "PT-NOWHERE")
    delivery.set("t_position", "ps_1", "FO-NOWHERE", row: 1)
    let imported = try delivery.imported()
    #expect(imported.findings.contains("warning reference.unknown t_ebp.csv:2 BP-B"))
    #expect(imported.findings.contains("error joint.fibre-unknown t_position.csv:3 PS-2"))
    #expect(imported.network.boxes.rows[0].attributes["bp_pt_code"] == "PT-NOWHERE")
    #expect(imported.network.joints[Index(1)].attributes["ps_1"] == "FO-NOWHERE")
    #expect(imported.network.joints.count == 7)
  }

  @Test func numbersThatAreNoneAreReportedAndKept() throws {
    var delivery = SmallDelivery()
    delivery.set("t_cable", "cb_capafo", "douze", row: 0)
    delivery.set("t_cable", "cb_lgreel", "-4", row: 1)
    delivery.set("t_fibre", "fo_nincab", "0", row: 3)
    let imported = try delivery.imported()
    #expect(imported.network.sections[Code("C1")]?.attributes["cb_capafo"] == "douze")
    #expect(imported.network.sections[Code("C2")]?.lengthSource == .unknown)
    #expect(imported.findings.contains("error fibre.number t_fibre.csv:5 C1-4"))
    #expect(imported.findings.filter { $0.contains("number.unreadable") }.count == 2)
  }

  @Test func tablesWithoutAPlaceAreKeptWordForWord() throws {
    var delivery = SmallDelivery()
    delivery.add("t_document", ["do_code": "DO1", "do_ref": "plan"])
    delivery.add("l_bp_racco", ["code": "1", "libelle": "deux\nlignes"])
    let imported = try delivery.imported()
    #expect(imported.findings.contains("info table.not-modelled t_document.csv "))
    #expect(imported.findings.contains("info table.value-list l_bp_racco.csv "))
    #expect(imported.network.quarantine.map(\.table) == ["l_bp_racco", "t_document"])
    #expect(imported.network.quarantine[0].cells.map(\.value) == ["1", "deux\nlignes"])
    #expect(imported.network.quarantine[1].finding.place == "t_document.csv:2")
  }

  @Test(arguments: ["t_position", "t_cable", "t_fibre", "t_cassette"])
  func aFlippedByteNeverStopsTheProgramAndLosesNoRow(table: String) throws {
    let csv = try #require(SmallDelivery().tables[table]).csv()
    for fault in Faults.byteFlips(of: csv, count: 8, seed: 11) {
      var delivery = SmallDelivery()
      delivery.tables[table] = nil
      delivery.files["\(table).csv"] = fault.bytes
      let imported = try delivery.imported()
      #expect(imported.report == (try delivery.imported()).report, "\(fault)")
    }
  }
}
