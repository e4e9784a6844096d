import Foundation
import Testing

/// Made-up networks, from the command to a route.
@Suite struct GenerateTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func aDeliveryAndAStoreHoldTheSameNetwork() throws {
    let words = ["generate", "--plugs", "400", "--seed", "7", "--json"]
    let delivery = try Program.run(words + ["--out", folder.path("d")])
    let store = try Program.run(words + ["--out", folder.path("n.gpkg")])
    #expect([delivery.code, store.code] == [0, 0], "\(delivery.remarks)\(store.remarks)")
    #expect(
      delivery.output.replacing(folder.path("d"), with: "") == store.output.replacing(folder.path("n.gpkg"), with: ""))
    // The import finds one error that was planted.
    let imported = folder.path("m.gpkg")
    #expect(try Program.run(["import", "gracethd", folder.path("d"), "--into", imported]).code == 1)
    #expect(try Program.run(["check", imported]).output == Program.run(["check", folder.path("n.gpkg")]).output)
  }

  @Test func nothingIsWrittenOverWhatIsNoSampleUnlessSaid() throws {
    let words = ["generate", "--plugs", "60", "--out"]
    func refused(_ target: String, _ says: String) throws {
      let answer = try Program.run(words + [target])
      #expect(answer.code == 1 && answer.output.isEmpty && answer.remarks.contains(says), "\(answer.remarks)")
    }
    try refused("", "vide")
    let store = folder.path("n.gpkg")
    #expect(try Program.run(words + [store]).code == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: store))
    try refused(store, "--replace")
    #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
    #expect(try Program.run(words + [store, "--replace"]).code == 0)
    try refused(folder.url.path, "--replace")
    // An earlier sample is written over, but not one beside which something else stands.
    let delivery = folder.path("d")
    #expect(try Program.run(words + [delivery]).code == 0)
    #expect(try Program.run(words + [delivery]).code == 0)
    try Data("notes".utf8).write(to: URL(fileURLWithPath: delivery + "/notes.txt"))
    try refused(delivery, "--replace")
    #expect(try Program.run(words + [delivery, "--replace"]).code == 0)
    #expect(FileManager.default.fileExists(atPath: delivery + "/notes.txt"))
  }

  @Test func whatWasMadeIsSaidInBothLanguages() throws {
    let words = ["generate", "--plugs", "60", "--out", folder.path("d")]
    #expect(try Program.run(words).output.contains("60 prises, dont"))
    #expect(try Program.run(words + ["--lang", "en"]).output.contains("60 plugs, "))
    #expect(try Program.run(["generate", "department", "--help"]).output.contains("defects.csv"))
  }
}
