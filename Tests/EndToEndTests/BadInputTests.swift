import Foundation
import Testing

/// The obvious mistakes, as a person makes them: each ends in its exit code and a sentence that names the culprit.
@Suite struct BadInputTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func expect(
    _ words: [String], code: Int32, says text: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try Program.run(words)
    #expect(answer.code == code, "\(answer.remarks)", sourceLocation: location)
    #expect(answer.remarks.contains(text), "\(answer.remarks)", sourceLocation: location)
    #expect(answer.output.isEmpty, sourceLocation: location)
  }

  @Test func aDeliveryThatIsNotThere() throws {
    let missing = folder.path("absente")
    try expect(["import", "gracethd", missing, "--into", folder.path("n.gpkg")], code: 2, says: missing)
    #expect(!FileManager.default.fileExists(atPath: folder.path("n.gpkg")))
  }

  @Test func aFolderWithoutAnyTable() throws {
    try expect(
      ["import", "gracethd", folder.url.path, "--into", folder.path("n.gpkg")], code: 2, says: "aucune table GraceTHD")
  }

  @Test func aStoreThatIsNotThere() throws {
    try expect(["check", folder.path("absent.gpkg")], code: 2, says: "absent.gpkg")
  }

  @Test func aFileThatIsNoStore() throws {
    try Data("ceci n'est pas un réseau".utf8).write(to: folder.url.appendingPathComponent("texte.gpkg"))
    try expect(["check", folder.path("texte.gpkg")], code: 2, says: "texte.gpkg")
  }

  @Test func wordsThatNoCommandKnows() throws {
    try expect(["planifier"], code: 64, says: "planifier")
    try expect(["trace", folder.path("n.gpkg")], code: 64, says: "--all")
    try expect(["plan", "migration", folder.path("n.gpkg")], code: 64, says: "--from")
    try expect(["generate", "rip80", "--seed", "un", "--out", folder.url.path], code: 64, says: "--seed")
  }

  @Test(arguments: ["0", "-5", "5000001"]) func aNumberOfPlugsThatCanNotBe(plugs: String) throws {
    try expect(
      ["generate", "--plugs", plugs, "--out", folder.path("d")], code: 1, says: "--plugs \(plugs) : donner de 1 à")
    #expect(!FileManager.default.fileExists(atPath: folder.path("d")))
  }

  @Test func plugsThatAreNoNumber() throws {
    for plugs in ["dix", "99999999999999999999"] {
      try expect(["generate", "--plugs", plugs, "--out", folder.path("d")], code: 64, says: "--plugs")
    }
  }

  @Test func aTerritoryThatCanNotBeRead() throws {
    let path = folder.path("communes.csv")
    let words = ["generate", "--plugs", "50", "--out", folder.path("d"), "--territory", path]
    try expect(words, code: 2, says: "communes.csv ne peut pas être lu")
    for (text, says) in [
      ("insee,nom\n96001,A\n", "n'a pas de colonne pop_municipale"),
      ("insee,nom,pop_municipale\n", "ne donne aucune commune"),
      ("insee,nom,pop_municipale\n96001,A,-4\n", "ligne 2 : la population « -4 »"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      try expect(words, code: 1, says: says)
    }
    #expect(
      try Program.run(words + ["--lang", "en"], language: "en_GB.UTF-8").remarks.contains("the population “-4”"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("d")))
  }

  @Test func aSiteThatNoOneKnows() throws {
    let network = try ReferencePlan.made().network
    try expect(
      ["plan", "migration", network, "--from", "POP-AMI-SF", "--to", "POP-NULLE-PART", "--out", folder.path("p")],
      code: 1, says: "POP-NULLE-PART")
    #expect(!FileManager.default.fileExists(atPath: folder.path("p")))
  }

  @Test func aSiteThatNoNewCableReaches() throws {
    let network = try ReferencePlan.made().network
    try expect(
      ["plan", "migration", network, "--from", "POP-AMI-SF", "--to", "ST-GFU-01", "--out", folder.path("p")],
      code: 1, says: "ST-GFU-01")
    #expect(!FileManager.default.fileExists(atPath: folder.path("p")))
  }

  @Test func aCodeThatNothingHas() throws {
    let network = try ReferencePlan.made().network
    try expect(["trace", network, "TI-SF-99:1"], code: 1, says: "TI-SF-99:1")
    try expect(["show", network, "BPE-XXX"], code: 1, says: "BPE-XXX")
  }

  @Test func aPlanThatIsNoPlan() throws {
    let reference = try ReferencePlan.made()
    let file = folder.url.appendingPathComponent("plan.json")
    try Data("{\"format\":\"autre\"}".utf8).write(to: file)
    try expect(["plan", "check", reference.network, file.path], code: 2, says: "plan.json")
    try Data("{".utf8).write(to: file)
    try expect(["plan", "check", reference.network, file.path], code: 2, says: "plan.json")
  }

  @Test func aPlanThatWasTamperedWith() throws {
    let reference = try ReferencePlan.made()
    var text = try String(contentsOfFile: reference.planFile, encoding: .utf8)
    let step = try #require(reference.steps.first { $0.action == "splice" })
    let other = try #require(reference.steps.last { $0.action == "splice" && $0.a != step.a })
    text = text.replacingOccurrences(of: "\"\(step.a)\"", with: "\"\(other.a)\"")
    let file = folder.url.appendingPathComponent("plan.json")
    try Data(text.utf8).write(to: file)
    let answer = try Program.run(["plan", "check", reference.network, file.path])
    #expect(answer.code == 1)
    #expect(answer.remarks.contains(other.a), "\(answer.remarks.prefix(2000))")
  }

  @Test func theSameInEnglish() throws {
    let answer = try Program.run(["check", folder.path("absent.gpkg"), "--lang", "en"])
    #expect(answer.code == 2)
    #expect(answer.remarks.contains("does not exist"), "\(answer.remarks)")
  }
}
