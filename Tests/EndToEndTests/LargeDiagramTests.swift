import Foundation
import Testing

/// Folded drawings and surroundings, from the command to the file, and the obvious mistakes.
@Suite struct LargeDiagramTests {
  let folder: Folder
  let network: String

  init() throws {
    folder = try Folder()
    network = folder.path("n.gpkg")
    let made = try Program.run(["generate", "--plugs", "400", "--seed", "7", "--out", network])
    #expect(made.code == 0, "\(made.remarks)")
  }

  private func draw(_ words: [String], as name: String) throws -> (code: Int32, remarks: String, text: String) {
    let file = folder.path(name)
    let answer = try Program.run(["diagram", network, "--kind", "network", "--out", file] + words)
    let data = FileManager.default.contents(atPath: file) ?? Data()
    return (answer.code, answer.remarks, String(decoding: data, as: UTF8.self))
  }

  @Test(arguments: ["sro", "commune", "none"]) func everyFoldingCanBeWrittenInEveryFormat(_ folding: String) throws {
    for format in ["dot", "svg", "pdf", "png"] {
      let drawn = try draw(["--fold", folding], as: "a.\(format)")
      #expect(drawn.code == 0, "\(drawn.remarks)")
      #expect(drawn.text.utf8.count > 500, "\(format)")
    }
    let twice = [try draw(["--fold", folding], as: "b.svg"), try draw(["--fold", folding], as: "c.svg")]
    #expect(twice[0].text == twice[1].text)
  }

  @Test func aFoldedDrawingSpeaksBothLanguages() throws {
    #expect(try draw(["--fold", "sro"], as: "f.svg").text.contains("Réseau replié par SRO"))
    #expect(try draw(["--fold", "sro", "--lang", "en"], as: "e.svg").text.contains("Network folded by cabinet"))
  }

  @Test func surroundingsStartAtWhatWasAskedFor() throws {
    let alone = try draw(["--around", "NRO-N001", "--radius", "0"], as: "a.dot")
    #expect(alone.code == 0, "\(alone.remarks)")
    #expect(alone.text.contains("★ NRO-N001"))
    let near = try draw(["--around", "NRO-N001"], as: "b.dot")
    #expect(near.text.count > alone.text.count)
    #expect(try draw(["--around", "NRO-N001", "--radius", "9223372036854775807"], as: "c.dot").code == 0)
  }

  @Test func aPictureOfTooManySurroundingsIsRefusedWithTheRadiusThatFits() throws {
    let drawn = try draw(["--around", "NRO-N001", "--radius", "1000"], as: "a.png")
    #expect(drawn.code == 1)
    #expect(drawn.remarks.contains("--radius"))
    #expect(drawn.text.isEmpty)
  }

  @Test(
    arguments: [
      (["--around", "PERSONNE"], 1, "PERSONNE"), (["--around", ""], 1, "«"), (["--radius", "2"], 64, "--around"),
      (["--around", "NRO-N001", "--radius", "-1"], 64, "-1"),
      (["--around", "NRO-N001", "--radius=-1"], 64, "-1"), (["--around", "NRO-N001", "--radius", "deux"], 64, "deux"),
      (["--around", "NRO-N001", "--radius", "99999999999999999999"], 64, "99999999999999999999"),
      (["--around", "NRO-N001", "--fold", "sro"], 64, "--fold"), (["--fold", "region"], 64, "region"),
    ] as [([String], Int32, String)])
  func mistakesAreNamed(words: [String], code: Int32, says: String) throws {
    let drawn = try draw(words, as: "a.svg")
    #expect(drawn.code == code, "\(drawn.remarks)")
    #expect(drawn.remarks.contains(says), "\(drawn.remarks)")
    #expect(drawn.text.isEmpty)
  }

  @Test func aFoldingOfAnythingButTheNetworkIsRefused() throws {
    let answer = try Program.run([
      "diagram", network, "--kind", "site", "--of", "NRO-N001", "--fold", "sro", "--out", folder.path("a.svg"),
    ])
    #expect(answer.code == 64)
    #expect(answer.remarks.contains("--kind network"))
  }
}
