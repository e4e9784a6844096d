import Foundation
import Testing

/// `epissure import ipe` and `import territory` as people run them.
@Suite struct ImportIPETests {
  private let folder: Folder
  private var network: String { folder.path("n.gpkg") }

  init() throws { folder = try Folder() }

  private struct Answer {
    let code: Int32
    let members: [String: Any]
    var rules: [String] {
      get throws { try #require(members["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String } }
    }
    /// Without those of the cabinets of the sample, which serve several communes.
    var rulesOfLists: [String] { get throws { try rules.filter { $0 != "cabinet.several-communes" } } }
    var outcomes: [String] {
      get throws { try #require(members["snapshots"] as? [[String: Any]]).compactMap { $0["outcome"] as? String } }
    }
  }

  private func run(_ words: [String]) throws -> Answer {
    let answer = try Program.run(words + ["--into", network, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return Answer(code: answer.code, members: try #require(object as? [String: Any], "\(answer.remarks)"))
  }

  @Test func aNewStoreIsMadeAndTakesSeveralListsInTheirOrder() throws {
    let files = try [("IPE_80_20260115.csv", 5), ("IPE_80_20260129.csv", 9), ("IPE_80_2026-02-12.csv", 12)].map {
      try IPEFile.sample(deployed: $0.1).write($0.0, into: folder)
    }
    let answer = try run(["import", "ipe"] + files.reversed())
    #expect(answer.code == 0)
    #expect(try answer.outcomes == ["appended", "appended", "appended"])
    let stored = try #require(answer.members["stored"] as? [String: Any])
    #expect(stored["addresses"] as? Int == 40 && stored["snapshots"] as? Int == 3)
    #expect(try StoreContent.damage(network).isEmpty)
    #expect(try StoreContent.number("SELECT count(*) FROM address_states", network) == stored["changes"] as? Int)
    #expect(try Program.run(["check", network]).code == 0)
    #expect(try folder.names.contains("n.gpkg.part") == false)
  }

  @Test func listsOutOfOrderMissingAndRepeatedAreSaid() throws {
    let first = try IPEFile.sample(deployed: 5).write("IPE_20260115.csv", into: folder)
    let last = try IPEFile.sample(deployed: 12).write("IPE_20260312.csv", into: folder)
    let middle = try IPEFile.sample(deployed: 9).write("IPE_20260129.csv", into: folder)
    #expect(try run(["import", "ipe", first]).rulesOfLists == [])
    #expect(try run(["import", "ipe", last]).rules.filter { $0 == "snapshot.gap" }.count == 1)
    let late = try run(["import", "ipe", middle])
    #expect(try late.outcomes == ["inserted"] && late.rules.contains("snapshot.out-of-order"))
    let again = try run(["import", "ipe", middle])
    #expect(try again.outcomes == ["repeated"] && again.rulesOfLists == ["snapshot.repeated"] && again.code == 0)
    let other = try run(["import", "ipe", last, "--date", "2026-01-29"])
    #expect(try other.outcomes == ["refused"] && other.rulesOfLists == ["snapshot.date-taken"] && other.code == 1)
    #expect(try StoreContent.number("SELECT count(*) FROM address_snapshots", network) == 3)
    // In order, the same lists make the same rows.
    let inOrder = folder.path("ordre.gpkg")
    #expect(try Program.run(["import", "ipe", first, middle, last, "--into", inOrder]).code == 0)
    let sums = try [network, inOrder].map { path in
      try StoreContent.number("SELECT sum(since * plugs + coalesce(until, 0)) FROM address_states", path)
    }
    #expect(sums[0] == sums[1])
  }

  @Test func columnsAndEncodingsAreTakenAsTheyCome() throws {
    var file = IPEFile.sample(deployed: 3)
    file.columns = [
      "REFERENCEPM", "Code_Insee_Immeuble", "ÉtatImmeuble", "inconnue", "identifiantimmeuble",
      "NOMBRELOGEMENTSADRESSEIPE",
    ]
    file.lines[0].state = "déployé"
    file.lines[1].state = "DE"
    file.lines[20].state = "Raccordable demande"
    file.lines[21].cabinet = "PM-Égalité"
    let answer = try run(["import", "ipe", file.write("IPE_20260115.csv", into: folder, encoding: .isoLatin1)])
    #expect(answer.code == 0)
    let missing = try answer.rules.filter { $0 == "ipe.column-missing" }.count
    #expect(try missing > 2 && answer.rules.contains("ipe.encoding"))
    #expect(try StoreContent.number("SELECT count(*) FROM address_states WHERE state = 'DE'", network) == 3)
    #expect(try StoreContent.number("SELECT count(*) FROM address_states WHERE state = 'RD'", network) == 1)
  }

  @Test func badLinesAreFindingsAndTheRestIsKept() throws {
    var file = IPEFile.sample(deployed: 3)
    file.lines[1].state = "PERDU"
    file.lines[2].address = ""
    file.lines[3].plugs = "-4"
    file.lines[4].commune = "Amiens"
    let answer = try run(["import", "ipe", file.write("IPE_20260115.csv", into: folder)])
    #expect(answer.code == 1)
    #expect(
      try Set(answer.rules).isSuperset(of: [
        "ipe.state-unknown", "ipe.address-missing", "ipe.plugs-unreadable", "ipe.commune-unreadable",
      ]))
    #expect(answer.members["quarantined"] as? Int == 3)
    #expect(try StoreContent.number("SELECT count(*) FROM address_states", network) == 37)
  }

  @Test func communesAndCabinetsAreHeldAgainstTheTerritory() throws {
    let territory = try run(["import", "territory", try writeTerritory(into: folder)])
    #expect(territory.code == 0 && (territory.members["territories"] as? [Any])?.count == 2)
    var file = IPEFile.sample(deployed: 3)
    file.lines[39].commune = "80999"
    let answer = try run(["import", "ipe", file.write("IPE_20260115.csv", into: folder)])
    #expect(answer.code == 1)
    #expect(
      try answer.rules.sorted() == [
        "cabinet.several-communes", "cabinet.several-communes", "commune.ended", "commune.unknown",
      ])
  }

  @Test func aListThatWasCutOffDoesNotWipeTheCounters() throws {
    _ = try run(["import", "ipe", try IPEFile.sample(deployed: 5).write("IPE_20260115.csv", into: folder)])
    var empty = IPEFile.sample(deployed: 5)
    empty.lines = []
    let nothing = try run(["import", "ipe", try empty.write("IPE_20260129.csv", into: folder)])
    #expect(try nothing.code == 1 && nothing.outcomes == ["refused"] && nothing.rules == ["snapshot.empty"])
    var cut = IPEFile.sample(deployed: 5)
    cut.lines.removeLast(30)
    let path = try cut.write("IPE_20260212.csv", into: folder)
    let refused = try run(["import", "ipe", path])
    #expect(try refused.code == 1 && refused.outcomes == ["refused"])
    #expect(try StoreContent.number("SELECT count(*) FROM address_states WHERE until IS NULL", network) == 40)
    let accepted = try run(["import", "ipe", path, "--accept-losses"])
    #expect(try accepted.code == 0 && accepted.outcomes == ["appended"])
    let whole = try IPEFile.sample(deployed: 6).write("whole.csv", into: folder)
    let replaced = try run(["import", "ipe", whole, "--date", "2026-02-12", "--replace"])
    #expect(try replaced.code == 0 && replaced.outcomes == ["replaced"])
    #expect(try StoreContent.number("SELECT count(*) FROM address_states WHERE until IS NULL", network) == 40)
    let log = try Program.run(["log", network]).output
    #expect(log.contains("2026-02-12 : whole.csv") && !log.contains("IPE_20260129.csv"))
  }

  @Test func statesThatGoBackAreSaid() throws {
    let one = try IPEFile.sample(deployed: 9).write("IPE_20260115.csv", into: folder)
    let two = try IPEFile.sample(deployed: 7).write("IPE_20260129.csv", into: folder)
    let answer = try run(["import", "ipe", one, two])
    #expect(try answer.rules.filter { $0 == "address.deployed-lost" }.count == 2)
  }

  @Test func aDryRunWritesNothing() throws {
    let one = try IPEFile.sample(deployed: 5).write("IPE_20260115.csv", into: folder)
    let two = try IPEFile.sample(deployed: 9).write("IPE_20260129.csv", into: folder)
    let dry = try run(["import", "ipe", one, two, "--dry-run"])
    #expect(dry.members["written"] as? Bool == false && !FileManager.default.fileExists(atPath: network))
    _ = try run(["import", "ipe", one])
    try FileManager.default.copyItem(atPath: network, toPath: folder.path("avant.gpkg"))
    let second = try run(["import", "ipe", two, "--dry-run"])
    #expect(try second.outcomes == ["appended"])
    #expect(try StoreContent.differences(network, folder.path("avant.gpkg")).isEmpty)
    let text = try Program.run(["import", "ipe", two, "--into", network, "--dry-run"]).output
    #expect(text.contains("Rien n'a été écrit"))
  }

  @Test func aFileThatCanNotBeReadTakesTheWholeImportBack() throws {
    let one = try IPEFile.sample(deployed: 5).write("IPE_20260115.csv", into: folder)
    try Data("a;b\n1;2\n".utf8).write(to: URL(fileURLWithPath: folder.path("IPE_20260129.csv")))
    let bad = try Program.run(["import", "ipe", one, folder.path("IPE_20260129.csv"), "--into", network])
    #expect(bad.code == 1 && bad.remarks.contains("EtatImmeuble"))
    #expect(!FileManager.default.fileExists(atPath: network))
    let absent = try Program.run(["import", "ipe", folder.path("IPE_20260212.csv"), "--into", network])
    #expect(absent.code == 2 && absent.remarks.contains("n'existe pas"))
  }

  @Test func theDayOfAListMustBeKnown() throws {
    let file = try IPEFile.sample(deployed: 5).write("liste.csv", into: folder)
    let answer = try Program.run(["import", "ipe", file, "--into", network])
    #expect(answer.code == 1 && answer.remarks.contains("--date 2026-11-15"))
    #expect(try Program.run(["import", "ipe", file, "--date", "2026-01-15", "--into", network]).code == 0)
    #expect(try Program.run(["import", "ipe", file, file, "--date", "2026-01-29", "--into", network]).code == 64)
    #expect(try Program.run(["import", "ipe", file, "--date", "2026-02-30", "--into", network]).code == 64)
  }

  @Test func anImportThatIsKilledLeavesTheStoreAsItWas() throws {
    let one = try IPEFile.sample(20_000, deployed: 5).write("IPE_20260115.csv", into: folder)
    let two = try IPEFile.sample(20_000, deployed: 15_000).write("IPE_20260129.csv", into: folder)
    #expect(try Program.run(["import", "ipe", one, "--into", network]).code == 0)
    let before = folder.path("avant.gpkg")
    try FileManager.default.copyItem(atPath: network, toPath: before)
    let words = ["import", "ipe", two, "--into", network]
    let died = try Program.kill(words) { _ in FileManager.default.fileExists(atPath: network + "-journal") }
    #expect(died)
    #expect(try Program.run(["check", network]).code == 0)
    #expect(try StoreContent.differences(network, before).isEmpty)
    #expect(try StoreContent.damage(network).isEmpty)
    #expect(try Program.run(words).code == 0)
    #expect(try StoreContent.number("SELECT count(*) FROM address_snapshots", network) == 2)
  }

  @Test func aNetworkKeepsItsRevisionAndItsLists() throws {
    let delivery = try TinyDelivery().write(into: folder)
    let gracethd = ["import", "gracethd", delivery, "--into", network]
    #expect(try Program.run(gracethd).code == 0)
    _ = try run(["import", "ipe", try IPEFile.sample(deployed: 5).write("IPE_20260115.csv", into: folder)])
    #expect(try StoreContent.revision(network) == 1)
    #expect(try Program.run(gracethd).code == 0)
    #expect(try StoreContent.revision(network) == 2)
    #expect(try StoreContent.number("SELECT count(*) FROM address_snapshots", network) == 1)
  }

  @Test func aFolderThatIsNoTerritoryIsRefused() throws {
    let empty = try Program.run(["import", "territory", folder.url.path, "--into", network])
    #expect(empty.code == 1 && empty.remarks.contains("communes_AAAA.csv"))
    #expect(try Program.run(["import", "territory", folder.path("absent"), "--into", network]).code == 2)
    #expect(!FileManager.default.fileExists(atPath: network))
  }
}
