import FibreExchange
import FibreModel
import FibreProgramme
import Foundation
import Testing

@Suite struct TerritoryFolderTests {
  @discardableResult
  private func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("territory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try body(folder.path)
  }

  private static let files = [
    "communes_2026.csv": """
    insee,nom,departement,epci_siren,pop_municipale_2023
    80505,Carnoy-Mametz,80,200037059,290
    80155,Bussus-lès-Yaucourt,80,200070993,

    """,
    "epci_2026.csv": """
    siren,nom,membre_somme_numerique
    200037059,CC de la Haute Somme,oui
    200070993,CA de la Baie de Somme,non

    """,
    "commune_events_2018_2026.csv": """
    date_effet,type_evenement,type_avant,insee_avant,nom_avant,type_apres,insee_apres,nom_apres
    2019-01-01,32,COM,80175,Carnoy,COMD,80175,Carnoy
    2019-01-01,32,COM,80175,Carnoy,COM,80505,Carnoy-Mametz
    2019-01-01,32,COM,80505,Mametz,COM,80505,Carnoy-Mametz
    2020-05-18,35,COMD,80209,Contoire,COM,80625,Trois-Rivières
    2025-01-01,21,COM,80001,Abbeville,COM,80002,Ablaincourt
    2025-01-01,34,COMA,80712,Saint-Pierre,COM,80229,Crouy

    """,
    "communes_2018.geojson": """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"80175","nom":"Carnoy"},"geometry":{"type":"Polygon","coordinates":
    [[[2.75,49.98],[2.76,49.98],[2.76,49.99],[2.75,49.98]]]}},
    {"type":"Feature","properties":{"code":"80505","nom":"Mametz"},"geometry":null}]}
    """,
    "notes.txt": "not a table",
  ]

  @Test func everyFileFindsItsPlace() throws {
    let folder = try withFolder(Self.files) { try TerritoryFolder(reading: $0) }
    #expect(folder.geographies.map(\.date.description) == ["2018-01-01", "2026-01-01"])
    let now = try #require(folder.geographies.last)
    #expect(now.communes.map(\.name) == ["Bussus-lès-Yaucourt", "Carnoy-Mametz"])
    #expect(now.communes.map(\.population) == [nil, 290])
    #expect(now.intercommunality("200037059")?.isMember == true && now.intercommunality("200070993")?.isMember == false)
    #expect(now.ends.map { "\($0.code) \($0.successor) \($0.date)" } == ["80175 80505 2019-01-01"])
    #expect(now.currentCommune(of: "80175")?.name == "Carnoy-Mametz")
    #expect(now.outlines.map(\.code) == ["80175"])
    let past = try #require(folder.geographies.first)
    #expect(past.communes.map(\.name) == ["Carnoy"] && past.communes.first?.department == "80")
    #expect(folder.findings.map(\.rule) == ["territory.outline-missing"])
  }

  @Test func outlinesAreInTheModelsCoordinates() throws {
    let folder = try withFolder(Self.files) { try TerritoryFolder(reading: $0) }
    let point = try #require(folder.geographies.last?.outlines.first?.area.polygons.first?.first?.first)
    // 2.75° E, 49.98° N, by the formula of the projection.
    #expect(abs(point.metresEast - 682_052.314) < 0.01 && abs(point.metresNorth - 6_986_856.790) < 0.01, "\(point)")
  }

  @Test func badFoldersAreRefusedAndBadRowsSaid() throws {
    #expect(throws: TerritoryFolderError.missing(path: "/nowhere")) { try TerritoryFolder(reading: "/nowhere") }
    try withFolder(["a.csv": "x\n"]) { path in
      #expect(throws: TerritoryFolderError.noCommunes(path: path)) { try TerritoryFolder(reading: path) }
    }
    try withFolder(["communes_2026.csv": "code,nom\n1,x\n"]) { path in
      #expect(throws: TerritoryFolderError.columnMissing(path: path + "/communes_2026.csv", column: "insee")) {
        try TerritoryFolder(reading: path)
      }
    }
    try withFolder(["communes_2026.geojson": "{ nonsense"]) { path in
      #expect(throws: TerritoryFolderError.unreadable(path: path + "/communes_2026.geojson")) {
        try TerritoryFolder(reading: path)
      }
    }
    let rows = "insee,nom\n80505,A\n8050,B\n80505,C\n80506\n"
    let events =
      "date_effet,type_evenement,type_avant,insee_avant,type_apres,insee_apres\n2019-13-01,32,COM,80175,COM,80505\n"
    let folder = try withFolder(["communes_2026.csv": rows, "commune_events.csv": events]) {
      try TerritoryFolder(reading: $0)
    }
    #expect(folder.geographies.first?.communes.map(\.name) == ["A"])
    #expect(
      folder.findings.map { "\($0.place) \($0.rule)" } == [
        "commune_events.csv:2 territory.date-unreadable", "communes_2026.csv:3 territory.code-unreadable",
        "communes_2026.csv:4 territory.code-repeated", "communes_2026.csv:5 row.ragged",
      ])
  }

  // MARK: Figures by commune

  @Test func bothFormsOfFiguresAreRead() throws {
    let wide =
      "insee,nom,logements,raccordables_2017t4,raccordables_2018t1\n80001,Abbeville,71 365,1,2\n80002,A,-,3,4\n"
    let long = """
      Réseaux en fibre optique jusqu'à l'abonné (FttH),,,,
      Déploiement par Commune,,,,
      ,,,,
      Code commune,Champ,T4 2017,T1 2018
      80001,Locaux Raccordables, 1 000    ,2
      80001,Catégorie,0,80
      80002,Locaux Raccordables, -    ,4

      """
    try withFolder(["figures_2024.csv": wide, "long.csv": long]) { path in
      let wide = try CommuneFiguresFile(reading: path + "/figures_2024.csv")
      #expect(
        wide.series.map { "\($0.measure) \($0.date) \($0.total)" } == [
          "logements 2024-12-31 71365", "raccordables 2017-12-31 4", "raccordables 2018-03-31 6",
        ])
      #expect(wide.findings.isEmpty)
      let long = try CommuneFiguresFile(reading: path + "/long.csv")
      #expect(
        long.series.map { "\($0.measure) \($0.date) \($0.total)" } == [
          "Catégorie 2017-12-31 0", "Locaux Raccordables 2017-12-31 1000", "Catégorie 2018-03-31 80",
          "Locaux Raccordables 2018-03-31 6",
        ])
    }
  }

  @Test func badFiguresAreSaid() throws {
    try withFolder(["f.csv": "insee,a\n80001,5\n80002,x\n80003\n", "g.csv": "a,b\n1,2\n"]) { path in
      let read = try CommuneFiguresFile(reading: path + "/f.csv")
      #expect(read.series.map(\.total) == [5])
      #expect(read.findings.map { "\($0.place) \($0.rule)" } == ["f.csv:3 figures.number", "f.csv:4 figures.cells"])
      #expect(throws: CommuneFiguresError.noFigures(path: path + "/g.csv")) {
        try CommuneFiguresFile(reading: path + "/g.csv")
      }
      #expect(throws: CommuneFiguresError.missing(path: path + "/h.csv")) {
        try CommuneFiguresFile(reading: path + "/h.csv")
      }
    }
  }
}

/// The public data set, which lies beside the project where it lies at all.
private let somme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../shared/data/somme").standardized.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: somme), "skipped: \(somme) is not there"))
struct PublicTerritoryTests {
  @Test func theTerritoryIsThatOfTheDepartment() throws {
    let folder = try TerritoryFolder(reading: somme)
    #expect(folder.findings.isEmpty)
    let now = try #require(folder.geographies.last)
    #expect(now.communes.count == 786 && now.communes.count { $0.department == "80" } == 771)
    #expect(now.intercommunalities.count == 17 && now.intercommunalities.count { $0.isMember == true } == 15)
    #expect(now.outlines.count == 794)
    let ends = Dictionary(uniqueKeysWithValues: now.ends.map { ($0.code, $0.successor) })
    #expect(
      ends == [
        "80175": "80505", "80209": "80625", "80389": "80442", "80419": "80625", "80551": "80509", "80594": "80485",
        "80761": "80485", "80830": "80155",
      ])
    // Every outline of 2018 lies in a commune of today.
    for outline in now.outlines { #expect(now.currentCommune(of: outline.code) != nil, "\(outline.code)") }
  }

  @Test func bothSeriesOnOneGeographyGiveTheCheckTable() throws {
    let now = try #require(try TerritoryFolder(reading: somme).geographies.last)
    let old = try CommuneFiguresFile(reading: somme + "/arcep_ftth_2017t3_2018t1.csv")
    let new = try CommuneFiguresFile(reading: somme + "/arcep_techno_2024.csv")
    #expect(old.findings.isEmpty && new.findings.isEmpty)
    func sums(_ file: CommuneFiguresFile, _ measure: String, _ date: String? = nil) throws -> [String: Int] {
      let series = try #require(
        file.series.first { $0.measure == measure && (date.map { $0 == "" } ?? true || $0.date.description == date) })
      let grouped = series.regrouped(on: now, by: .intercommunality)
      #expect(!grouped.findings.contains { $0.severity == .error } && grouped.total == series.total)
      return Dictionary(
        uniqueKeysWithValues: grouped.rows.map { (now.intercommunality($0.code)?.name ?? $0.code, $0.value) })
    }
    let dwellings = try sums(old, "logements")
    let offices = try sums(old, "etablissements")
    let series = try [
      sums(old, "raccordables", "2017-09-30"), sums(old, "raccordables", "2017-12-31"),
      sums(old, "raccordables", "2018-03-31"), sums(new, "locaux"), sums(new, "locaux_fibre"),
    ]
    let table = try String(contentsOfFile: somme + "/check_epci_public_subset.csv", encoding: .utf8)
    let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 16)
    for row in rows {
      let name = row[0]
      let expected = [row[2], row[3], row[4], row[6], row[7]]
      #expect(String(dwellings[name, default: 0] + offices[name, default: 0]) == row[1], "\(name)")
      #expect(series.map { String($0[name, default: 0]) } == expected, "\(name)")
    }
  }
}
