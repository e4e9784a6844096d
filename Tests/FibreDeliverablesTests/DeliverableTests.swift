import Foundation
import Testing

@testable import FibreDeliverables

@Suite struct DeliverableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  @Test func aFileIsWrittenWholeAndNothingElseStays() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for content in [bytes, []] {
      try Deliverable(name: "a.bin", bytes: content).write(to: folder.url.path)
      #expect(FileManager.default.contents(atPath: folder.url.path + "/a.bin").map(Array.init) == content)
    }
    #expect(try names == ["a.bin"])
  }

  @Test func foldersOnTheWayAreMade() throws {
    try Deliverable(name: "new/deeper/a.txt", text: "é").write(to: folder.url.path + "/out")
    #expect(FileManager.default.contents(atPath: folder.url.path + "/out/new/deeper/a.txt") == Data("é".utf8))
  }

  @Test func whenOneFileCanNotBeWrittenNoneIs() throws {
    let files = [
      Deliverable(name: "a.txt", text: "new"), Deliverable(name: "\(String(repeating: "n", count: 300))", text: ""),
    ]
    let place = folder.url.path + "/out"
    #expect(throws: DeliverableError.self) { try files.write(to: place) }
    #expect(try names.isEmpty)
    try Deliverable(name: "a.txt", text: "old").write(to: place)
    #expect(throws: DeliverableError.self) { try files.write(to: place) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["a.txt"])
    #expect(try String(contentsOfFile: place + "/a.txt", encoding: .utf8) == "old")
  }

  @Test func aFolderInPlaceOfTheFileIsToldAndLeftAlone() throws {
    try FileManager.default.createDirectory(atPath: folder.url.path + "/a.txt", withIntermediateDirectories: false)
    #expect(
      throws: DeliverableError.failed(.rename, path: folder.url.path + "/a.txt", errno: EISDIR)
    ) { try Deliverable(name: "a.txt", text: "x").write(to: folder.url.path) }
    #expect(try names == ["a.txt"])
  }

  @Test func aFileInPlaceOfTheFolderIsTold() throws {
    try Data().write(to: folder.url.appendingPathComponent("file"))
    let error = #expect(throws: DeliverableError.self) {
      try Deliverable(name: "a.txt", text: "x").write(to: folder.url.path + "/file")
    }
    guard case .failed(.makeFolder, folder.url.path + "/file", _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aNameTooLongForTheSystemIsTold() throws {
    let name = String(repeating: "n", count: 300)
    #expect(
      throws: DeliverableError.failed(.open, path: folder.url.path + "/\(name)", errno: ENAMETOOLONG)
    ) { try Deliverable(name: name, text: "x").write(to: folder.url.path) }
    #expect(try names.isEmpty)
  }

  @Test func aFullDiskIsTold() {
    let path = folder.url.path
    #expect(throws: DeliverableError.failed(.write, path: path + "/full", errno: ENOSPC)) {
      try Deliverable(name: "full", text: "x").write(to: path, as: "/dev/full")
    }
  }

  @Test func codesThatDifferHaveNamesThatDiffer() {
    #expect(Deliverable.fileName("BPE-AMI_003.b") == "BPE-AMI_003.b")
    #expect(Deliverable.fileName("A/B é~") == "A~2fB~20~e9~7e")
  }
}
