import Foundation
import Testing

/// Disks that are really full, limits on file sizes, readers who leave: nothing half-written, and a sentence.
@Suite struct FullDiskTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Writes beyond some blocks of 512 bytes fail, as they do when a disk or a quota is full.
  private func limit(_ blocks: Int) -> [String] {
    ["/bin/sh", "-c", "ulimit -f \(blocks); exec \"$0\" \"$@\""]
  }

  private func expect(
    _ answer: Program.Answer, says texts: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.code == 2, "\(answer.remarks)", sourceLocation: location)
    for text in texts { #expect(answer.remarks.contains(text), "\(answer.remarks)", sourceLocation: location) }
    #expect(answer.remarks.split(separator: "\n").count == 1, "\(answer.remarks)", sourceLocation: location)
  }

  /// A folder on a small disk of its own.
  private func withDisk(_ size: String, _ body: (String) throws -> Void) throws {
    let place = folder.path("disque")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    guard try system(["/usr/bin/mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", place]) == 0 else {
      print("skipped: no disk of its own can be mounted here, which takes the superuser")
      return
    }
    let result = Result { try body(place) }
    #expect(try system(["/usr/bin/umount", place]) == 0)
    try result.get()
  }

  private func system(_ command: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  // MARK: Stores

  @Test(arguments: [1, 64, 400])
  func aNewStoreThatTheSystemBreaksOff(blocks: Int) throws {
    let words = [
      "import", "gracethd", try TinyDelivery(pairs: 10).write(into: folder), "--into", folder.path("n.gpkg"),
    ]
    expect(try Program.run(words, under: limit(blocks)), says: ["l'écriture de \(folder.path("n.gpkg")).", "place"])
    #expect(try folder.names == ["livraison"])
    #expect(try Program.run(words).code == 0)
  }

  @Test(arguments: [1, 64, 900, 4000])
  func aStoreThatIsThereStaysWhatItWas(blocks: Int) throws {
    let network = folder.path("n.gpkg")
    let words = ["import", "gracethd", try TinyDelivery().write(into: folder), "--into", network]
    #expect(try Program.run(words).code == 0)
    try FileManager.default.copyItem(atPath: network, toPath: folder.path("avant.gpkg"))
    try TinyDelivery(pairs: 80, fibres: 48).files.forEach { name, bytes in
      try bytes.write(to: URL(fileURLWithPath: folder.path("livraison/\(name)")))
    }
    expect(
      try Program.run(words, under: limit(blocks)), says: ["l'écriture de \(network).", "place", "rien n'a été changé"])
    #expect(try StoreContent.differences(network, folder.path("avant.gpkg")).isEmpty)
    #expect(try folder.names == ["avant.gpkg", "livraison", "n.gpkg"])
    #expect(try Program.run(words).code == 0)
    #expect(try StoreContent.revision(network) == 2)
  }

  @Test func aDiskThatIsFull() throws {
    let delivery = try TinyDelivery(pairs: 80, fibres: 144).write(into: folder)
    try withDisk("3m") { disk in
      let network = disk + "/n.gpkg"
      let answer = try Program.run(["import", "gracethd", delivery, "--into", network])
      expect(answer, says: ["Il n'y a plus de place pour \(network). Libérer de l'espace"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
      let small = try Program.run(["import", "gracethd", try Self.small(in: folder), "--into", network])
      #expect(small.code == 0, "\(small.remarks)")
      let again = try Program.run(["import", "gracethd", delivery, "--into", network])
      expect(again, says: ["Il n'y a plus de place pour \(network)", "rien n'a été changé"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["n.gpkg"])
      #expect(try StoreContent.revision(network) == 1)
      #expect(try StoreContent.damage(network).isEmpty)
    }
  }

  /// A delivery of one row, whose store is as small as a store can be.
  private static func small(in folder: Folder) throws -> String {
    let place = folder.url.appendingPathComponent("petite")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try TinyDelivery().files["t_ptech.csv"]?.write(to: place.appendingPathComponent("t_ptech.csv"))
    return place.path
  }

  // MARK: Files that people receive

  @Test(arguments: [("csv", "Il n'y a plus de place pour"), ("xlsx", "TMPDIR")])
  func listsThatTheSystemBreaksOff(format: String, text: String) throws {
    let reference = try ReferencePlan.made()
    let words = ["sheet", reference.network, reference.planFile, "--night", "1", "--out", folder.path("listes")]
    let answer = try Program.run(words + ["--format", format], under: limit(8))
    #expect(answer.code == 2)
    // The library that makes workbooks adds lines of its own.
    #expect(answer.remarks.contains(text), "\(answer.remarks)")
    #expect(try folder.names.isEmpty)
  }

  @Test func aPlanOntoAFullDisk() throws {
    let reference = try ReferencePlan.made()
    let words = ["plan", "migration", reference.network, "--from", "POP-AMI-SF", "--to", "POP-AMI-IT"]
    try withDisk("3m") { disk in
      let answer = try Program.run(words + ["--iterations", "1", "--out", disk + "/plan"])
      expect(answer, says: ["Il n'y a plus de place pour \(disk)/plan/", "Libérer de l'espace"])
      #expect(answer.output.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
    }
  }

  @Test func aSampleThatTheSystemBreaksOff() throws {
    let out = folder.path("rip80")
    expect(try Program.run(["generate", "rip80", "--out", out], under: limit(2000)), says: [out + "/t_", "place"])
    #expect(try folder.names.isEmpty)
  }

  @Test func aMadeUpNetworkThatTheSystemBreaksOff() throws {
    let out = folder.path("d")
    expect(try Program.run(["generate", "--plugs", "2000", "--out", out], under: limit(200)), says: [out, "place"])
    #expect(try folder.names.isEmpty)
  }

  // MARK: Standard output

  @Test func anOutputThatCanNotBeWritten() throws {
    let network = folder.path("n.gpkg")
    #expect(
      try Program.run(["import", "gracethd", TinyDelivery().write(into: folder), "--into", network]).code == 0)
    let full = ["/bin/sh", "-c", "exec \"$0\" \"$@\" >/dev/full"]
    for words in [["check", network], ["trace", network, "--all"], ["--help"], ["log", network, "--json"]] {
      expect(try Program.run(words, under: full), says: ["La sortie standard ne peut pas être écrite", "place"])
    }
    let mute = ["/bin/sh", "-c", "exec \"$0\" \"$@\" 2>/dev/full"]
    #expect(try Program.run(["check", folder.path("absent.gpkg")], under: mute).code == 2)
  }

  @Test func aReaderWhoHasSeenEnough() throws {
    let network = try ReferencePlan.made().network
    let head = ["/bin/bash", "-c", "\"$0\" \"$@\" | head -n 1; exit ${PIPESTATUS[0]}"]
    let answer = try Program.run(["trace", network, "--all"], under: head)
    #expect(answer.code == 0)
    #expect(answer.remarks.isEmpty, "\(answer.remarks)")
    #expect(answer.output.split(separator: "\n").count == 1)
    // What the program has found out is told all the same.
    #expect(try Program.run(["check", network], under: head).code == 1)
  }
}
