import FibreModel
import FibreStore
import Foundation
import GRDB
import Testing

@Suite struct TerritoryTests {
  let folder: StoreFolder
  var path: String { folder.path("n.gpkg") }

  init() throws { folder = try StoreFolder() }

  private static func year(_ year: Int) -> CalendarDate { CalendarDate(year: year, month: 1, day: 1) ?? .earliest }

  private static let square = Area([
    [[(0, 0), (10, 0), (10, 20), (0, 0)].map { Point(metresEast: 600_000 + $0.0, metresNorth: 6_900_000 + $0.1) }]
  ])

  private static let past = Geography(
    date: year(2018), communes: [Commune(code: "80175", name: "Carnoy", department: "80", intercommunality: "")],
    ends: ends, outlines: [CommuneOutline(code: "80175", name: "Carnoy", area: square)])

  private static let ends = [CommuneEnd(code: "80175", successor: "80505", date: year(2019))]

  private static let now = Geography(
    date: year(2026),
    communes: [
      Commune(code: "80505", name: "Carnoy-Mametz", department: "80", intercommunality: "E1", population: 290),
      Commune(code: "80001", name: "Abbeville", department: "80", intercommunality: "E2"),
    ],
    intercommunalities: [
      Intercommunality(code: "E1", name: "Haute Somme", isMember: true),
      Intercommunality(code: "E2", name: "Baie de Somme", isMember: false), Intercommunality(code: "E3", name: "?"),
    ],
    ends: ends, outlines: [CommuneOutline(code: "80175", name: "Carnoy", area: square)], outlinesOn: year(2018))

  private func add(_ geographies: [Geography]) throws -> [CalendarDate] {
    try Store.addTerritories(geographies, source: "territoire", to: path, isDryRun: false)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try add([Self.past, Self.now]).isEmpty)
    let store = try Store.open(path: path)
    #expect(try store.territoryDays() == [Self.year(2018), Self.year(2026)])
    #expect(try store.territory(on: Self.year(2026)) == Self.now)
    #expect(try store.territory(on: Self.year(2025)) == Self.past)
    #expect(try store.territory(on: Self.year(2017)) == nil)
    #expect(try store.territory(on: .latest)?.currentCommune(of: "80175")?.name == "Carnoy-Mametz")
  }

  @Test func aTerritoryOfTheSameDayIsReplaced() throws {
    _ = try add([Self.past, Self.now])
    let mended = Geography(
      date: Self.year(2026),
      communes: [Commune(code: "80001", name: "Abbeville", department: "80", intercommunality: "E9")])
    #expect(try add([mended]) == [Self.year(2026)])
    let store = try Store.open(path: path)
    let read = try #require(try store.territory(on: .latest))
    #expect(read.communes == mended.communes && read.intercommunalities.isEmpty && read.outlines.isEmpty)
    #expect(read.ends == Self.ends, "a folder without movements leaves those that are there")
    #expect(try store.territory(on: Self.year(2018)) == Self.past)
  }

  @Test func outlinesAreKeptOnceAndAreALayer() throws {
    _ = try add([Self.past, Self.now])
    try DatabaseQueue(path: path).read { database in
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM commune_outlines") == 1)
      let row = try #require(
        try Row.fetchOne(
          database,
          sql: """
            SELECT data_type, srs_id, min_x, max_y, geometry_type_name FROM gpkg_contents JOIN gpkg_geometry_columns
              USING (table_name, srs_id) WHERE table_name = 'commune_outlines'
            """))
      let texts: [String] = [row[0], row[4]]
      let numbers: [Double] = [row[1], row[2], row[3]]
      #expect(texts == ["features", "MULTIPOLYGON"])
      #expect(numbers == [2154, 600_000, 6_900_020])
    }
  }

  @Test func aDryRunWritesNothing() throws {
    _ = try add([Self.past])
    let before = try folder.tables(path)
    #expect(
      try Store.addTerritories([Self.past, Self.now], source: "x", to: path, isDryRun: true) == [Self.year(2018)])
    #expect(try folder.tables(path) == before)
  }
}
