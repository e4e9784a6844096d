import FibreModel
import FibreStore
import Foundation
import GRDB
import Testing

/// Stores that older versions of the program have written.
@Suite struct VersionTests {
  let folder: StoreFolder
  var path: String { folder.path("ancien.gpkg") }

  init() throws { folder = try StoreFolder() }

  /// The store that version 1 made of a small delivery, from the statements that it consists of.
  private func makeVersion1() throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Golden/version-1.sql")
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let text = try String(contentsOf: golden, encoding: .utf8)
    try queue.writeWithoutTransaction { try $0.execute(sql: text) }
    try queue.close()
  }

  /// The statements that made each table, index, trigger and view.
  private func schema(_ path: String) throws -> Set<String> {
    try DatabaseQueue(path: path).read { database in
      try Set(
        String.fetchAll(database, sql: "SELECT type || ' ' || name || ': ' || sql FROM sqlite_master WHERE sql <> ''"))
    }
  }

  @Test func aStoreOfVersion1IsBroughtUpToDateWhenItIsOpened() throws {
    try makeVersion1()
    let before = try folder.tables(path)
    let store = try Store.open(path: path)
    let network = try store.snapshot()
    #expect(network.revision == 1 && network.joints.count == 2 && network.cables.count == 2)
    let after = try folder.tables(path)
    for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
    #expect(after.keys.contains("address_states") && !before.keys.contains("address_states"))
    let version = try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT schema_version FROM epissure_store")
    }
    #expect(version == 3)
    #expect(try store.snapshotNames().isEmpty)
    #expect(try store.digest(of: 1) == nil, "what it held when it was written is not known")
  }

  @Test func itsTablesAreThoseOfANewStore() throws {
    try makeVersion1()
    _ = try Store.open(path: path)
    let new = folder.path("neuf.gpkg")
    _ = try Store.replaceContent(of: new, with: EveryTable.network(), note: HistoryNote("import"))
    #expect(try schema(path) == schema(new))
  }

  @Test func itTakesSnapshotsAndKeepsItsNetwork() throws {
    try makeVersion1()
    let snapshot = AddressSnapshot(
      date: CalendarDate("2026-01-01") ?? .earliest, source: "a.csv",
      lines: [AddressLine(address: "A", state: .deployed, plugs: 3, commune: "80021", cabinet: "PM1")])
    _ = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(snapshot) }
    let store = try Store.open(path: path)
    #expect(try store.snapshotNames() == [snapshot.name])
    #expect(try store.snapshot().revision == 1)
  }
}
