import FibreModel
import FibreStore
import Foundation
import GRDB
import Testing

/// The image of fibres and joints beside their rows: it says what they say, or it is not there.
@Suite struct StrandImageTests {
  let folder: StoreFolder
  var path: String { folder.path("n.gpkg") }

  init() throws { folder = try StoreFolder() }

  private func imported() throws -> Store {
    _ = try Store.replaceContent(of: path, with: EveryTable.network(), note: HistoryNote("import"))
    return try Store.open(path: path)
  }

  private func execute(_ sql: String) throws { try DatabaseQueue(path: path).write { try $0.execute(sql: sql) } }

  private func parts() throws -> [String] {
    try DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "SELECT DISTINCT part FROM strand_image ORDER BY part")
    }
  }

  /// What the rows say when there is no image.
  private func networkOfRows(_ store: Store) throws -> Network {
    let copy = folder.path("rows-\(UUID().uuidString).gpkg")
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    try DatabaseQueue(path: copy).write { try $0.execute(sql: "DELETE FROM strand_image") }
    return try Store.open(path: copy).snapshot()
  }

  @Test func theImageSaysWhatTheRowsSayAfterEachRevision() throws {
    let store = try imported()
    #expect(try parts() == (StrandColumn.allCases.map(\.rawValue) + ["palette"]).sorted())
    #expect(try store.snapshot() == networkOfRows(store))
    let network = try store.snapshot()
    let joint = network.record(of: try #require(network.joints.index(of: Code("PS3"))))
    let cord = CordRecord(code: Code("JN"), cable: Code("JN"), role: "x", fibreCode: "FJN", node: Code("N1"))
    #expect(try store.apply([([.removeJoint(joint), .addCord(cord)], HistoryNote("edit"))], expecting: 1) == [2])
    #expect(try parts().contains("jointIds"), "a joint is gone, so that the numbers of rows have a gap")
    #expect(try store.snapshot() == networkOfRows(store))
    #expect(try store.snapshot().joints.count == network.joints.count - 1)
    _ = try store.undo(2)
    #expect(try !parts().contains("jointIds") && !parts().isEmpty)
    #expect(try store.snapshot() == networkOfRows(store))
    #expect(try store.snapshot().joints == network.joints)
  }

  @Test(arguments: [
    "UPDATE joints SET technique = 'mechanical' WHERE code = 'PS0'", "DELETE FROM joints WHERE code = 'PS3'",
    "INSERT INTO joints (code, kind, technique, claim) VALUES ('PSX', 'parked', 'fusion', 'held')",
    "UPDATE fibres SET stated_rank = 11 WHERE number = 1", "UPDATE cables SET code = code || 'x'",
    "UPDATE cassettes SET number = 99", "UPDATE panels SET code = code || 'x'",
  ])
  func anotherProgramsEditIsSeen(_ sql: String) throws {
    let store = try imported()
    try execute(sql)
    #expect(try parts().isEmpty)
    #expect(try store.snapshot() != EveryTable.network())
  }

  @Test func rowsKeepTheirNumbersWhenTheirPartIsMissing() throws {
    let store = try imported()
    let network = try store.snapshot()
    let joints = network.joints.indices.map { network.record(of: $0) }
    _ = try store.apply([([.removeJoint(joints[0])], HistoryNote("a gap at the start"))], expecting: 1)
    try execute("DELETE FROM strand_image WHERE part = 'jointIds'")
    let last = try #require(joints.last)
    _ = try store.apply([([.removeJoint(last)], HistoryNote("the last"))], expecting: 2)
    let left = try DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "SELECT code FROM joints ORDER BY id")
    }
    #expect(left == joints.dropFirst().dropLast().map(\.code.rawValue))
  }

  @Test func loadingReadsTheImageAndNotTheRows() throws {
    let store = try imported()
    try execute("DROP TRIGGER joints_update_ends_image; UPDATE joints SET technique = 'mechanical' WHERE code = 'PS0'")
    #expect(try store.snapshot().joints == EveryTable.network().joints)
    #expect(try networkOfRows(store).joints != EveryTable.network().joints)
  }

  @Test(arguments: StrandColumn.allCases.map(\.rawValue) + ["palette"])
  func anImageThatIsNotWholeIsNotBelieved(_ part: String) throws {
    let store = try imported()
    let network = try networkOfRows(store)
    try execute("UPDATE strand_image SET bytes = CAST(bytes || x'00' AS BLOB) WHERE part = '\(part)'")
    #expect(try store.snapshot() == network)
    try execute("UPDATE strand_image SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE part = '\(part)'")
    #expect(try store.snapshot() == network)
    try execute("DELETE FROM strand_image WHERE part = '\(part)'")
    #expect(try store.snapshot() == network)
  }

  @Test func aByteThatTurnedIsNotBelieved() throws {
    let store = try imported()
    let network = try networkOfRows(store)
    for part in StrandColumn.allCases.map(\.rawValue) {
      try execute(
        """
        UPDATE strand_image SET bytes = CAST(CASE WHEN substr(bytes, 1, 1) = x'01' THEN x'02' ELSE x'01' END
          || substr(bytes, 2) AS BLOB) WHERE part = '\(part)' AND length(bytes) > 0
        """)
      #expect(try store.snapshot() == network, "\(part)")
    }
  }
}
