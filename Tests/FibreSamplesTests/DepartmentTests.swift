import FibreSamples
import Foundation
import GeoFormats
import Testing

/// A folder of this test, which goes with it.
final class SampleFolder {
  let path = NSTemporaryDirectory() + "epissure-samples-\(UUID().uuidString)"

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record("\(path) stays: \(error)") }
  }

  var files: [String: Data] {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      return try Dictionary(
        uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: "\(path)/\($0)"))) })
    }
  }

  /// The rows of a table, by column.
  func rows(_ table: String) throws -> [[String: String]] {
    let name = "\(path)/\(table)"
    let file = try TableFile(reading: name + (FileManager.default.fileExists(atPath: name + ".shp") ? ".shp" : ".csv"))
    #expect(file.defects.isEmpty)
    let rows = file.table
    return (0..<rows.rowCount).map { Dictionary(uniqueKeysWithValues: zip(rows.columns, rows.row($0))) }
  }
}

let territoryFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Golden/territory.csv").path

@Suite struct DepartmentTests {
  private func made(_ plugs: Int, seed: UInt64 = 1, territory: String? = nil) throws -> (
    folder: SampleFolder, totals: DepartmentTotals
  ) {
    let folder = SampleFolder()
    let network = DepartmentNetwork(
      plugs: plugs, seed: seed, territory: try territory.map { try Territory(reading: $0) })
    return (folder, try network.write(to: folder.path))
  }

  @Test func theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws {
    let first = try made(500)
    let again = try made(500)
    #expect(first.totals == again.totals)
    #expect(try first.folder.files == again.folder.files)
    let other = try made(500, seed: 2)
    #expect(try other.folder.files["t_adresse.shp"] != first.folder.files["t_adresse.shp"])
  }

  @Test func theTotalsAreThoseOfTheFiles() throws {
    let (folder, totals) = try made(2_000)
    let files = try folder.files
    #expect(files.keys.sorted() == totals.files)
    let names = Set(
      totals.files.filter { $0.hasPrefix("t_") }.compactMap { $0.split(separator: ".").first.map(String.init) })
    let tables = try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.rows($0)) })
    #expect(tables.values.reduce(0) { $0 + $1.count } == totals.rows)
    #expect(tables["t_fibre"]?.count == totals.fibres)
    #expect(tables["t_zsro"]?.count == totals.cabinets)
    #expect(tables["t_znro"]?.count == totals.offices)
    #expect(tables["t_zpbo"]?.count == totals.distributionPoints)
    let cables = tables["t_cable"] ?? []
    let laid = cables.filter { $0["cb_typephy"] == "C" && $0["cb_typelog"] != "RA" }
    #expect(laid.count == totals.sections)
    #expect(Set(laid.compactMap { $0["cb_etiquet"] }).count == totals.cables)
    #expect(laid.compactMap { $0["cb_lgreel"].flatMap { Int($0) } }.reduce(0, +) == totals.cableMetres)
  }

  /// Cables of neighbouring routes lie in the same ducts, and every cable that is laid lies in one.
  @Test func cablesShareDucts() throws {
    let (folder, _) = try made(2_000)
    let ducts = Dictionary(grouping: try folder.rows("t_cab_cond")) { $0["cc_cd_code"] ?? "" }
    #expect(ducts.values.contains { $0.count > 2 })
    let inDucts = Set(ducts.values.flatMap { $0 }.compactMap { $0["cc_cb_code"] })
    for cable in try folder.rows("t_cable") where cable["cb_typephy"] == "C" && cable["cb_typelog"] != "RA" {
      #expect(inDucts.contains(cable["cb_code"] ?? ""), "\(cable["cb_code"] ?? "")")
    }
    for duct in try folder.rows("t_conduite") {
      #expect(duct["cd_nbcable"] == String(ducts[duct["cd_code"] ?? ""]?.count ?? 0), "\(duct["cd_code"] ?? "")")
    }
  }

  @Test func communesOfAFileKeepTheirCodesAndShareByPopulation() throws {
    let (folder, totals) = try made(1_500, territory: territoryFile)
    let addresses = try folder.rows("t_adresse").filter { $0["ad_nblhab"] == "1" }
    let counts = Dictionary(grouping: addresses) { $0["ad_insee"] ?? "" }.mapValues(\.count)
    // 1,500 plugs for 2,995 people.
    #expect(counts == ["96101": 922, "96102": 328, "96103": 201, "96104": 49])
    #expect(totals.communes == 4)
    #expect(Set(addresses.compactMap { $0["ad_commune"] }).contains("Étréaucourt-sur-Brêle"))
  }

  @Test(arguments: [1, 4, 5, 11, 299, 301, 1_001]) func aNetworkOfAnySizeHasExactlyItsPlugs(plugs: Int) throws {
    let (folder, totals) = try made(plugs)
    #expect(totals.plugs == plugs)
    let repeated = totals.defects.count { $0.rule == .duplicateCode }
    #expect(try folder.rows("t_suf").count { $0["sf_zp_code"]?.isEmpty == false } == plugs + repeated)
  }

  @Test(arguments: [
    ("insee,nom\n96001,A\n", TerritoryError.missingColumn(path: "", column: "pop_municipale")),
    ("nom,pop_municipale\nA,3\n", .missingColumn(path: "", column: "insee")),
    ("insee,nom,pop_municipale\n96001,A,-3\n", .badPopulation(path: "", line: 2, text: "-3")),
    ("insee,nom,pop_municipale\n96001,A,1\n96002,B,beaucoup\n", .badPopulation(path: "", line: 3, text: "beaucoup")),
    ("insee,nom,pop_municipale\n", .noRow(path: "")),
    ("insee,nom,pop_municipale\n96001,A,0\n", .noInhabitant(path: "")),
    ("insee,nom,pop_municipale\n96001,A,5\n96001,B,5\n", .repeatedCode(path: "", line: 3, code: "96001")),
    ("insee,nom,pop_municipale\n9600,A,5\n", .badCode(path: "", line: 2)),
    ("insee,nom,pop_municipale\n96001,,5\n", .badName(path: "", line: 2)),
    ("insee,nom,pop_municipale\n96001,A\n", .badRow(path: "", line: 2)),
    ("insee,nom,pop_municipale,longitude,latitude\n96001,A,5,200,49\n", .badPosition(path: "", line: 2)),
  ]) func aFileThatIsNoTerritoryIsRefused(text: String, expected: TerritoryError) throws {
    let folder = SampleFolder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let path = folder.path + "/communes.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: TerritoryError.self) { try Territory(reading: path) }
    #expect(error == expected.at(path))
  }

  @Test func aTerritoryThatIsNotThereIsRefused() {
    let error = #expect(throws: TerritoryError.self) { try Territory(reading: "/nowhere/communes.csv") }
    #expect(error == .unreadable(path: "/nowhere/communes.csv", .missingFile(path: "/nowhere/communes.csv")))
  }
}

extension TerritoryError {
  /// The same error about another file.
  fileprivate func at(_ path: String) -> TerritoryError {
    switch self {
    case .missingColumn(_, let column): .missingColumn(path: path, column: column)
    case .badPopulation(_, let line, let text): .badPopulation(path: path, line: line, text: text)
    case .noRow: .noRow(path: path)
    case .noInhabitant: .noInhabitant(path: path)
    case .repeatedCode(_, let line, let code): .repeatedCode(path: path, line: line, code: code)
    case .badCode(_, let line): .badCode(path: path, line: line)
    case .badName(_, let line): .badName(path: path, line: line)
    case .badRow(_, let line): .badRow(path: path, line: line)
    case .badPosition(_, let line): .badPosition(path: path, line: line)
    case .unreadable(_, let error): .unreadable(path: path, error)
    }
  }
}
