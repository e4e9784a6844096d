import Foundation
import GRDB
import Testing

/// Stores that can't be used as they are: each ends with exit code 2 and a sentence, and the file stays what it was.
@Suite struct BadStoreTests {
  private let folder: Folder
  private let delivery: String
  private var network: String { folder.path("n.gpkg") }

  init() throws {
    folder = try Folder()
    delivery = try TinyDelivery().write(into: folder)
  }

  private func importing(_ path: String, under wrapper: [String] = []) throws -> Program.Answer {
    try Program.run(["import", "gracethd", delivery, "--into", path], under: wrapper)
  }

  private func made() throws { #expect(try importing(network).code == 0) }

  private func expect(
    _ answer: Program.Answer, says texts: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.code == 2, "\(answer.remarks)", sourceLocation: location)
    #expect(answer.output.isEmpty, "\(answer.output)", sourceLocation: location)
    for text in texts { #expect(answer.remarks.contains(text), "\(answer.remarks)", sourceLocation: location) }
    #expect(answer.remarks.split(separator: "\n").count == 1, "\(answer.remarks)", sourceLocation: location)
  }

  /// Runs a body and expects that no file in the folder has come, gone or changed.
  private func unchanged(_ body: () throws -> Void, _ location: SourceLocation = #_sourceLocation) throws {
    func state() throws -> [String: Data?] {
      Dictionary(
        uniqueKeysWithValues: try folder.names.map { ($0, FileManager.default.contents(atPath: folder.path($0))) })
    }
    let before = try state()
    try body()
    #expect(try state() == before, sourceLocation: location)
  }

  @Test func aFileThatIsNoStore() throws {
    let texts: [(String, Data)] = [
      ("texte", Data("ceci n'est pas un réseau".utf8)), ("vide", Data()),
      ("coupé", Data("SQLite format 3\0".utf8) + Data(count: 4096)),
    ]
    for (name, bytes) in texts {
      let path = folder.path("\(name).gpkg")
      try bytes.write(to: URL(fileURLWithPath: path))
      try unchanged {
        expect(try Program.run(["check", path]), says: [path, "n'est pas un réseau d'Épissure", "epissure import"])
        expect(try importing(path), says: [path, "n'est pas un réseau d'Épissure"])
      }
    }
  }

  @Test func aDatabaseOfAnotherProgramAndAFolder() throws {
    let path = folder.path("autre.gpkg")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try unchanged {
      expect(try Program.run(["trace", path, "--all"]), says: [path, "n'est pas un réseau d'Épissure"])
      expect(try importing(path), says: [path])
      expect(try importing(delivery), says: [delivery, "n'est pas un réseau d'Épissure"])
    }
  }

  @Test func aTruncatedStore() throws {
    try made()
    let bytes = try #require(FileManager.default.contents(atPath: network))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: network))
    let answer = try Program.run(["check", network])
    expect(answer, says: [network])
  }

  @Test func aStoreOfANewerVersion() throws {
    try made()
    try DatabaseQueue(path: network).write { try $0.execute(sql: "UPDATE epissure_store SET schema_version = 99") }
    try unchanged {
      let texts = [network, "version 99", "Mettre le programme à jour"]
      expect(try Program.run(["check", network]), says: texts)
      expect(try importing(network), says: texts)
      expect(try Program.run(["log", network]), says: texts)
    }
  }

  @Test func aStoreLockedByAnotherProcess() throws {
    try made()
    let before = try folder.names
    let queue = try DatabaseQueue(path: network)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      expect(try Program.run(["check", network]), says: [network, "Un autre programme", "Le fermer"])
      expect(try importing(network), says: [network, "Un autre programme", "rien n'a été changé"])
      try database.execute(sql: "ROLLBACK")
      // One who only reads lets others read.
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(try Program.run(["check", network]).code == 0)
      expect(try importing(network), says: [network, "Un autre programme"])
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
    #expect(try folder.names == before)
    #expect(try StoreContent.revision(network) == 1)
    #expect(try importing(network).code == 0)
  }

  /// The superuser may write everything, unless it gives that right up.
  private static let obedient: [String]? = {
    if getuid() != 0 { return [] }
    let tool = "/usr/bin/setpriv"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return nil }
    return [tool, "--bounding-set=-dac_override,-dac_read_search", "--"]
  }()

  @Test func aStoreThatMayOnlyBeRead() throws {
    guard let obedient = Self.obedient else {
      print("skipped: setpriv is not installed, and the superuser may write everything")
      return
    }
    try made()
    let names = try folder.names
    for (path, rights) in [(network, 0o444), (folder.url.path, 0o555)] {
      let usual = path == network ? 0o644 : 0o755
      try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
      expect(try importing(network, under: obedient), says: [network, "ne peut pas être écrit", "droits"])
      #expect(try Program.run(["check", network], under: obedient).code == 0)
      try FileManager.default.setAttributes([.posixPermissions: usual], ofItemAtPath: path)
    }
    #expect(try StoreContent.revision(network) == 1)
    #expect(try folder.names == names)
  }

  @Test func aStoreThatMayNotBeReadAndAFolderThatMayNotBeWritten() throws {
    guard let obedient = Self.obedient else {
      print("skipped: setpriv is not installed, and the superuser may write everything")
      return
    }
    try made()
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: network)
    expect(try Program.run(["check", network], under: obedient), says: [network, "droits"])
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    let new = folder.path("nouveau.gpkg")
    expect(try importing(new, under: obedient), says: [new + " ", "ne peut pas être ouvert", "droits"])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    expect(try importing(folder.path("absent/n.gpkg")), says: ["absent/n.gpkg ", "dossier"])
    #expect(try folder.names == ["livraison", "n.gpkg"])
  }
}
