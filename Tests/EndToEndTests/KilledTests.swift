import FibreTestSupport
import Foundation
import GRDB
import Testing

/// Runs that are killed at any moment: the store holds the revision before, or the one after, and works on.
@Suite struct KilledTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// When a file was last changed; nothing when it is not there. It is never opened, which would let go of locks.
  private static func changed(_ path: String) -> [Int]? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return [facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, Int(facts.st_size)]
  }

  /// Kills runs of a command at moments spread over how long it takes, as soon as its journal lies there, and as soon
  /// as it changes the store itself; after each, the store must be the one before, or the one that a whole run makes.
  private func kill(_ words: [String], writing network: String, seed: UInt64) throws {
    let before = folder.path("avant.gpkg")
    let after = folder.path("après.gpkg")
    try FileManager.default.copyItem(atPath: network, toPath: before)
    let start = ContinuousClock.now
    #expect(try Program.run(words).code == 0)
    let whole = ContinuousClock.now - start
    try FileManager.default.moveItem(atPath: network, toPath: after)
    var generator = SeededGenerator(seed: seed)
    var killed = 0
    for moment in 0..<12 {
      try FileManager.default.copyItem(atPath: before, toPath: network)
      let delay = whole * (Double(moment) + Double.random(in: 0..<1, using: &generator)) / 10
      let untouched = Self.changed(network)
      let died = try Program.kill(words) { start in
        switch moment {
        case 10: Self.changed(network + "-journal") != nil
        case 11: Self.changed(network) != untouched
        default: ContinuousClock.now - start >= delay
        }
      }
      killed += died ? 1 : 0
      let log = try Program.run(["log", network])
      #expect(log.code == 0, "moment \(moment): \(log.remarks)")
      let revision = try StoreContent.revision(network)
      let isNew = revision != (try StoreContent.revision(before))
      #expect(died || isNew, "moment \(moment): a run that ended has written")
      #expect(try StoreContent.differences(network, isNew ? after : before).isEmpty, "moment \(moment)")
      #expect(try StoreContent.damage(network).isEmpty, "moment \(moment)")
      if moment >= 9 {
        #expect(try Program.run(["check", network]).code <= 1, "moment \(moment)")
        if !isNew { #expect(try Program.run(words).code == 0, "moment \(moment)") }
        #expect(try StoreContent.differences(network, after).isEmpty, "moment \(moment)")
        #expect(Self.changed(network + "-journal") == nil, "moment \(moment)")
      } else if Self.changed(network + "-journal") != nil {
        // Nothing of it had reached the store yet; whoever writes next takes it away.
        try FileManager.default.removeItem(atPath: network + "-journal")
      }
      try FileManager.default.removeItem(atPath: network)
    }
    #expect(killed >= 6, "most of the runs were killed while they ran")
  }

  @Test func anImportIntoAStoreThatIsThere() throws {
    let network = folder.path("n.gpkg")
    let words = ["import", "gracethd", try TinyDelivery().write(into: folder), "--into", network]
    #expect(try Program.run(words).code == 0)
    for (name, bytes) in try TinyDelivery(pairs: 40, fibres: 144).files {
      try bytes.write(to: URL(fileURLWithPath: folder.path("livraison/\(name)")))
    }
    try kill(words, writing: network, seed: 1)
  }

  @Test func anImportIntoANewStore() throws {
    let network = folder.path("n.gpkg")
    let words = [
      "import", "gracethd", try TinyDelivery(pairs: 40, fibres: 144).write(into: folder), "--into", network,
    ]
    let died = try Program.kill(words) { _ in Self.changed(network + ".part-journal") != nil }
    #expect(died)
    #expect(!FileManager.default.fileExists(atPath: network))
    #expect(try Program.run(words).code == 0)
    #expect(try folder.names == ["livraison", "n.gpkg"])
    #expect(try StoreContent.damage(network).isEmpty)
  }

  @Test func nightsOfAPlan() throws {
    let reference = try ReferencePlan.made()
    let network = folder.path("n.gpkg")
    try FileManager.default.copyItem(atPath: reference.network, toPath: network)
    let night = try #require(reference.steps.map(\.night).min())
    try kill(["plan", "apply", network, reference.planFile, "--night", "\(night)"], writing: network, seed: 2)
  }

  /// What a process leaves that dies after it has changed pages of the file: the journal takes them back.
  @Test func aJournalThatWasLeftIsRolledBack() throws {
    let network = folder.path("n.gpkg")
    let torn = folder.path("déchiré.gpkg")
    let delivery = try TinyDelivery(pairs: 10, fibres: 144).write(into: folder)
    #expect(try Program.run(["import", "gracethd", delivery, "--into", network]).code == 0)
    let queue = try DatabaseQueue(path: network)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA cache_size = 10; BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")
      try database.execute(sql: "DELETE FROM joints; DELETE FROM fibres; UPDATE epissure_store SET revision = 9")
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: network + suffix, toPath: torn + suffix)
      }
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
    #expect(
      FileManager.default.contents(atPath: torn) != FileManager.default.contents(atPath: network), "pages have changed")
    #expect(try Program.run(["check", torn]).code == 0)
    #expect(!FileManager.default.fileExists(atPath: torn + "-journal"))
    #expect(try StoreContent.differences(torn, network).isEmpty)
    #expect(try Program.run(["import", "gracethd", delivery, "--into", torn]).code == 0)
    #expect(try StoreContent.revision(torn) == 2)
  }
}
