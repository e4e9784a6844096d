import FibreModel
import FibreStore
import Foundation
import GRDB
import Testing

/// Files that are no store, stores that can't be written, and processes that die.
@Suite struct StoreFaults {
  let folder: StoreFolder
  var path: String { folder.path("n.gpkg") }

  init() throws { folder = try StoreFolder() }

  private func imported() throws -> Store {
    _ = try Store.replaceContent(of: path, with: EveryTable.network(), note: HistoryNote("import"))
    return try Store.open(path: path)
  }

  @Test func whatIsNoStoreIsNamed() throws {
    #expect(throws: StoreError.missing(path: path)) { try Store.open(path: path) }
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try Store.open(path: path) }
    try Data("du texte".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try Store.open(path: path) }
    let database = folder.path("other.sqlite")
    try DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: StoreError.notAStore(path: database)) { try Store.open(path: database) }
    let sub = folder.path("dossier")
    try FileManager.default.createDirectory(atPath: sub, withIntermediateDirectories: true)
    #expect(throws: StoreError.notAStore(path: sub)) { try Store.open(path: sub) }
  }

  @Test func aFileThatIsNoStoreIsNeverOverwritten() throws {
    try Data("du texte".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notAStore(path: path)) {
      try Store.replaceContent(of: path, with: EveryTable.network(), note: HistoryNote("import"))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "du texte")
  }

  @Test func aStoreOfANewerVersionIsRefused() throws {
    _ = try imported()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE epissure_store SET schema_version = 99") }
    #expect(throws: StoreError.newerVersion(path: path, found: 99, known: 3)) { try Store.open(path: path) }
  }

  @Test(arguments: [("cables", "-1"), ("slack_loops", "-1"), ("pathways", "-1"), ("cables", "1000000001")])
  func lengthsThatNothingHasAreDamage(table: String, millimetres: String) throws {
    let store = try imported()
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "UPDATE \(table) SET length_mm = \(millimetres)")
    }
    #expect(throws: StoreError.damaged(path: path, table: table, column: "length_mm")) { try store.snapshot() }
  }

  @Test func slackThatMakesASectionTooLongIsDamage() throws {
    let store = try imported()
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "UPDATE cables SET length_mm = 1000000000")
    }
    #expect(throws: StoreError.damaged(path: path, table: "slack_loops", column: "length_mm")) { try store.snapshot() }
  }

  @Test func aStoreWithoutANameIsNeitherOpenedNorMade() throws {
    #expect(throws: StoreError.missing(path: "")) { try Store.open(path: "") }
    #expect(throws: StoreError.missing(path: "")) {
      try Store.replaceContent(of: "", with: EveryTable.network(), note: HistoryNote("import"))
    }
  }

  @Test func aLockedStoreIsRefusedAndKept() throws {
    let store = try imported()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    #expect(throws: StoreError.locked(path: path, .write)) {
      try store.replaceContent(with: EveryTable.network(), note: HistoryNote("again"))
    }
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(try store.history().count == 1)
  }

  @Test func aFullDiskLeavesTheRevisionBefore() throws {
    let store = try imported()
    let before = try folder.tables(path)
    // A trigger stands for the disk: it fails on the last table of a long write.
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          CREATE TRIGGER full BEFORE INSERT ON work_windows BEGIN SELECT RAISE(ABORT, 'no space'); END
          """)
    }
    #expect(throws: StoreError.self) {
      try store.replaceContent(with: EveryTable.network(), note: HistoryNote("again"))
    }
    try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP TRIGGER full") }
    #expect(try folder.tables(path) == before)
    #expect(try store.history().count == 1)
  }

  @Test func aProcessThatDiesWhileImportingLeavesTheRevisionBefore() async throws {
    _ = try imported()
    let before = try folder.tables(path)
    let place = path
    await #expect(processExitsWith: .failure) { [place = place as String] in
      // The trigger calls a function that ends the process in the middle of the transaction.
      let queue = try DatabaseQueue(path: place)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        try database.execute(sql: "DELETE FROM joints")
        try database.execute(sql: "UPDATE epissure_store SET revision = 7")
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try folder.tables(path) == before)
    #expect(try Store.open(path: path).snapshot().revision == 1)
  }

  @Test func aSpatialIndexMadeByGDALDoesNotStopWriting() throws {
    let store = try imported()
    let tool = "/usr/bin/ogrinfo"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("skipped: \(tool) is not installed")
      return
    }
    for layer in ["sites", "closures", "cables", "pathways", "premises"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: tool)
      process.arguments = [path, "-sql", "SELECT CreateSpatialIndex('\(layer)','geom')"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try store.replaceContent(with: EveryTable.network(), note: HistoryNote("again")) == 2)
    #expect(try store.snapshot().sites == EveryTable.network().sites)
  }
}
