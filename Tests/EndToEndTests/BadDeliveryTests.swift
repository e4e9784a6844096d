import Foundation
import Testing

/// Deliveries as they really come: each fault is named with its file in the report, and the rest is stored.
@Suite struct BadDeliveryTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private var network: String { folder.path("n.gpkg") }

  /// Imports a delivery; the report must say all of some things, and the store must be whole and checkable.
  private func imports(
    _ delivery: TinyDelivery, code: Int32, saying texts: [String], _ location: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try Program.run(["import", "gracethd", try delivery.write(into: folder), "--into", network])
    #expect(answer.code == code, "\(answer.output)\(answer.remarks)", sourceLocation: location)
    // Columns and line ends are for the eye.
    let words = answer.output.split { $0.isWhitespace }.joined(separator: " ")
    for text in texts { #expect(words.contains(text), "\(answer.output)", sourceLocation: location) }
    #expect(answer.remarks.isEmpty, "\(answer.remarks)", sourceLocation: location)
    #expect(try folder.names == ["livraison", "n.gpkg"], sourceLocation: location)
    #expect(try StoreContent.damage(network).isEmpty, sourceLocation: location)
    let check = try Program.run(["check", network])
    #expect(check.code <= 1, "\(check.remarks)", sourceLocation: location)
    #expect(check.remarks.isEmpty, "\(check.remarks)", sourceLocation: location)
  }

  @Test func theDeliveryWithoutAFaultHasNoError() throws {
    try imports(try TinyDelivery(), code: 0, saying: ["Rien à signaler.", "tronçons de câble 2", "raccordements 14"])
    #expect(try Program.run(["check", network]).code == 0)
    #expect(try Program.run(["trace", network, "TI-A:1"]).output.contains("TI-C:1"))
  }

  @Test(arguments: ["shp", "shx", "dbf"])
  func aTruncatedShapefile(suffix: String) throws {
    var delivery = try TinyDelivery()
    delivery.files["t_noeud.\(suffix)"] = delivery.files["t_noeud.\(suffix)"]?.dropLast(50)
    try imports(
      delivery, code: 1,
      saying: ["table.unreadable", "t_noeud.shp n'a pas été lu", "Redemander le fichier", "raccordements 14"])
  }

  @Test(arguments: ["shx", "dbf"])
  func aShapefileThatLacksAPart(suffix: String) throws {
    var delivery = try TinyDelivery()
    delivery.files["t_noeud.\(suffix)"] = nil
    try imports(delivery, code: 1, saying: ["table.unreadable", "t_noeud.shp", "raccordements 14"])
  }

  @Test func aTruncatedCSV() throws {
    var delivery = try TinyDelivery()
    delivery.files["t_position.csv"] = delivery.files["t_position.csv"]?.dropLast(9)
    try imports(
      delivery, code: 1,
      saying: ["table.cut-short", "row.ragged", "t_position.csv:15", "1 en quarantaine"])
  }

  @Test func aColumnThatIsMissing() throws {
    var delivery = try TinyDelivery()
    delivery.replace("cb_code;", with: "cb_kode;", in: "t_cable")
    try imports(
      delivery, code: 1,
      saying: ["column.missing", "t_cable n'a pas de colonne cb_code", "Redemander la table", "26 en quarantaine"])
  }

  @Test func anotherEncodingThanUTF8() throws {
    var delivery = try TinyDelivery()
    delivery.replace(Data("Salle".utf8), with: Data([0x53, 0xE9, 0x6C]), in: "t_ltech")
    try imports(delivery, code: 0, saying: ["table.encoding", "t_ltech.csv:2", "avertissements : 1"])
    #expect(try StoreContent.number("SELECT count(*) FROM rooms WHERE name = 'Sél'", network) == 1)
  }

  @Test func aNulByte() throws {
    var delivery = try TinyDelivery()
    delivery.replace(Data("PS-1-3;".utf8), with: Data("PS\u{0}1-3;".utf8), in: "t_position")
    try imports(
      delivery, code: 1,
      saying: ["row.nul-byte", "t_position.csv:4", "octet nul", "Redemander le fichier", "1 en quarantaine"])
  }

  @Test func aNulByteInADBF() throws {
    var delivery = try TinyDelivery()
    var bytes = try #require(delivery.files["t_noeud.dbf"])
    let place = try #require(bytes.firstRange(of: Data("ND-AMI-001".utf8))).lowerBound
    bytes[place + 3] = 0
    delivery.files["t_noeud.dbf"] = bytes
    try imports(delivery, code: 1, saying: ["row.nul-byte", "t_noeud.shp", "1 en quarantaine"])
  }

  @Test func duplicateCodes() throws {
    var delivery = try TinyDelivery()
    delivery.replace("A1;A1;", with: "B1;A1;", in: "t_cable")
    delivery.replace("PS-1-2;", with: "PS-1-1;", in: "t_position")
    try imports(
      delivery, code: 1,
      saying: ["code.duplicate", "t_cable.csv:3 B1", "t_position.csv:3 PS-1-1", "N'en garder qu'une"])
  }

  @Test func aCableWithoutEnds() throws {
    var delivery = try TinyDelivery()
    delivery.add(["PERDU;PERDU;;;C;TR;;0;6;10;REC"], to: "t_cable")
    try imports(delivery, code: 0, saying: ["cable.end-unknown", "t_cable.csv:4 PERDU", "cb_nd1"])
    #expect(try Program.run(["show", network, "PERDU"]).code == 0)
  }

  @Test func aCycleOfJoints() throws {
    var delivery = try TinyDelivery()
    delivery.add(["C1;C1;ND-SF;ND-IT;C;TR;;1;6;900;REC"], to: "t_cable")
    delivery.add(["C1-9;C1;9;2;3;3;1.1;OK"], to: "t_fibre")
    delivery.add(
      ["PS-X;9;C1-9;A1-9;;TI-A;CSA;CO;OK", "PS-Y;9;B1-9;C1-9;;TI-C;CSA;CO;OK"], to: "t_position")
    try imports(delivery, code: 0, saying: ["raccordements 16"])
    let trace = try Program.run(["trace", network, "A1:9", "--json"])
    #expect(trace.code == 0)
    #expect(trace.output.contains("\"status\":\"loop\""), "\(trace.output)")
    #expect(try Program.run(["trace", network, "--all"]).code == 0)
  }

  @Test func anErrorAndStrictWriteNothing() throws {
    var delivery = try TinyDelivery()
    delivery.replace("cb_code;", with: "cb_kode;", in: "t_cable")
    let answer = try Program.run([
      "import", "gracethd", try delivery.write(into: folder), "--into", network, "--strict",
    ])
    #expect(answer.code == 1)
    #expect(answer.remarks.contains("Rien n'a été écrit"), "\(answer.remarks)")
    #expect(try folder.names == ["livraison"])
  }

  @Test func theSameInEnglishSaysWhyAndWhatToDo() throws {
    var delivery = try TinyDelivery()
    delivery.files["t_noeud.dbf"] = delivery.files["t_noeud.dbf"]?.dropLast(50)
    let words = ["import", "gracethd", try delivery.write(into: folder), "--into", network, "--lang", "en"]
    let answer = try Program.run(words)
    #expect(answer.code == 1)
    #expect(answer.output.contains("A table can't be read."), "\(answer.output)")
    #expect(answer.output.contains("t_noeud.dbf"), "\(answer.output)")
  }
}
