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

  @Test func whatWasMadeIsSaidInBothLanguages() throws {
    let words = ["generate", "--plugs", "60", "--out", folder.path("d")]
    #expect(try Program.run(words).output.contains("60 prises, dont"))
    #expect(try Program.run(words + ["--lang", "en"]).output.contains("60 plugs, "))
    #expect(try Program.run(["generate", "department", "--help"]).output.contains("defects.csv"))
  }
}
