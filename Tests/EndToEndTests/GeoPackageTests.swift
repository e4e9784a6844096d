import Foundation
import GRDB
import Testing

/// The store as QGIS and GDAL find it.
@Suite struct GeoPackageTests {
  private static let tool = "/usr/bin/ogrinfo"
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Runs `ogrinfo`; nothing when it is not installed.
  private func inspect(_ words: [String]) throws -> Program.Answer? {
    guard FileManager.default.isExecutableFile(atPath: Self.tool) else {
      print("skipped: \(Self.tool) is not installed")
      return nil
    }
    let (output, remarks) = (folder.url.appendingPathComponent("out"), folder.url.appendingPathComponent("err"))
    for file in [output, remarks] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.tool)
    process.arguments = words
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: remarks)
    try process.run()
    process.waitUntilExit()
    return Program.Answer(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      remarks: try String(contentsOf: remarks, encoding: .utf8))
  }

  private func copy(of network: String) throws -> String {
    try FileManager.default.copyItem(atPath: network, toPath: folder.path("n.gpkg"))
    return folder.path("n.gpkg")
  }

  @Test func theReferenceStoreIsSoundAndEveryTableStrict() throws {
    let network = try copy(of: try ReferencePlan.made().network)
    #expect(try StoreContent.damage(network).isEmpty)
    #expect(try StoreContent.number("PRAGMA application_id", network) == 0x4750_4B47)
    #expect(try StoreContent.tables(network).contains("joints"))
  }

  @Test func everyLayerOpensWithItsFeaturesInLambert93() throws {
    let network = try copy(of: try ReferencePlan.made().network)
    guard let answer = try inspect(["-ro", "-so", "-al", network]) else { return }
    #expect(answer.code == 0)
    #expect(answer.remarks.isEmpty, "\(answer.remarks)")
    let sections = answer.output.components(separatedBy: "Layer name: ").dropFirst()
    let layers = Dictionary(uniqueKeysWithValues: sections.map { ($0.prefix { $0 != "\n" }.description, $0) })
    // The delivery's own rows: every site, box, drawn or joined section, pathway and premises is one feature.
    let tables = [
      "sites": "t_sitetech", "closures": "t_ebp", "cables": "t_cable", "premises": "t_suf",
    ]
    for (layer, table) in tables {
      let rows = try PositionReplay.rows(table, rip80).count
      #expect(layers[layer]?.contains("\nFeature Count: \(rows)\n") == true, "\(layer): \(layers[layer] ?? "")")
    }
    let pathways = try #require(try inspect(["-ro", "-so", "-al", rip80 + "/t_cheminement.shp"])).output
    let count = try #require(pathways.split(separator: "\n").first { $0.hasPrefix("Feature Count: ") })
    #expect(layers["pathways"]?.contains("\n\(count)\n") == true)
    let kinds = [
      "sites": "Point", "closures": "Point", "cables": "Line String", "pathways": "Line String", "premises": "Point",
    ]
    for (layer, kind) in kinds {
      #expect(layers[layer]?.contains("\nGeometry: \(kind)\n") == true, "\(layer)")
      #expect(layers[layer]?.contains("ID[\"EPSG\",2154]]") == true, "\(layer)")
      #expect(layers[layer]?.contains(" = geom\n") == true, "\(layer)")
      #expect(layers[layer]?.contains("Extent: (") == true, "\(layer)")
    }
  }

  @Test func everyFeatureCanBeRead() throws {
    let delivery = try TinyDelivery(pairs: 3).write(into: folder)
    let network = folder.path("n.gpkg")
    #expect(try Program.run(["import", "gracethd", delivery, "--into", network]).code == 0)
    guard let answer = try inspect(["-ro", "-al", network]) else { return }
    #expect(answer.code == 0)
    #expect(answer.remarks.isEmpty, "\(answer.remarks)")
    #expect(answer.output.contains("code (String) = BP-B"))
  }

  /// What QGIS does to a file that somebody edits: spatial indexes with their triggers, other values, a moved point.
  @Test func afterAnIndexAndAnEditByAnotherProgramWorkGoesOn() throws {
    let reference = try ReferencePlan.made()
    let network = try copy(of: reference.network)
    var statements = ["sites", "closures", "cables", "pathways", "premises"].map {
      "SELECT CreateSpatialIndex('\($0)','geom')"
    }
    statements += [
      "UPDATE sites SET name = 'PoP renommé', geom = (SELECT geom FROM sites WHERE id = 2) WHERE id = 1",
      "UPDATE closures SET geom = geom WHERE id < 50",
    ]
    for sql in statements {
      guard let answer = try inspect([network, "-sql", sql]) else { return }
      #expect(answer.code == 0 && answer.remarks.isEmpty, "\(sql): \(answer.remarks)")
    }
    // QGIS leaves files it has open in this mode.
    try DatabaseQueue(path: network).writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    let renamed = try #require(
      try StoreContent.number("SELECT count(*) FROM sites WHERE name = 'PoP renommé'", network))
    #expect(renamed == 1)

    let before = folder.path("avant.gpkg")
    try FileManager.default.copyItem(atPath: network, toPath: before)
    let night = try #require(reference.steps.map(\.night).min())
    let apply = try Program.run(["plan", "apply", network, reference.planFile, "--night", "\(night)"])
    #expect(apply.code == 0, "\(apply.remarks)")
    #expect(try StoreContent.differences(network, before).contains("joints"))
    let undo = try Program.run(["plan", "undo", network, reference.planFile, "--night", "\(night)"])
    #expect(undo.code == 0, "\(undo.remarks)")
    #expect(try StoreContent.differences(network, before).isEmpty)
    let again = try Program.run(["import", "gracethd", rip80, "--into", network])
    #expect(again.code == 0, "\(again.remarks)")
    #expect(try StoreContent.damage(network).isEmpty)
    let counts = "SELECT (SELECT count(*) FROM rtree_sites_geom) = (SELECT count(*) FROM sites WHERE geom NOT NULL)"
    #expect(try StoreContent.number(counts, network) == 1)
    guard let answer = try inspect(["-ro", "-so", "-al", network]) else { return }
    #expect(answer.remarks.isEmpty, "\(answer.remarks)")
  }
}
