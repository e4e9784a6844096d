import FibreTestSupport
import Foundation
import Testing

/// `impact` as people run it on the reference network.
@Suite struct ImpactTests {
  private let folder: Folder
  private let network: String

  init() throws {
    folder = try Folder()
    network = try ReferencePlan.made().network
  }

  @Test(arguments: [("fr", "impact.fr.txt"), ("en", "impact.en.txt")])
  func textIsTheGoldenOne(language: String, file: String) throws {
    let answer = try Program.run(["impact", network, "CAB-TRA-DRE", "CAB-SF-04/1:13-14", "--lang", language])
    #expect(answer.code == 0, "\(answer.remarks)")
    try Golden.check(answer.output, file)
  }

  @Test func theDocumentIsTheGoldenOne() throws {
    let answer = try Program.run(["impact", network, "CAB-TRA-DRE", "CAB-SF-04/1:13-14", "--json"])
    #expect(answer.code == 0, "\(answer.remarks)")
    try Golden.check(answer.output, "impact.json")
  }

  @Test(arguments: ["fr", "en"]) func singlePointsAreTheGoldenOnes(language: String) throws {
    let answer = try Program.run(["impact", network, "--spof", "--top", "3", "--lang", language])
    #expect(answer.code == 0, "\(answer.remarks)")
    try Golden.check(answer.output, "impact-spof.\(language).txt")
  }

  private func json(_ words: [String]) throws -> [String: Any] {
    let answer = try Program.run(words + ["--json"])
    #expect(answer.code == 0, "\(answer.remarks)")
    let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return try #require(document as? [String: Any])
  }

  @Test func documentAndTableSayTheSame() throws {
    let file = folder.path("impact.csv")
    let document = try json(["impact", network, "CAB-SF-01", "--csv", file])
    #expect(document.keys.sorted() == ["cut", "dark", "downBefore", "legLost", "operators", "passing", "plugs"])
    let rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
    for (key, record) in [("dark", "dark"), ("legLost", "legLost"), ("passing", "passing"), ("operators", "operator")] {
      let count = try #require((document[key] as? [Any])?.count)
      #expect(count > 0 && rows.count { $0.hasPrefix(";\(record);") } == count, "\(key)")
    }
    let plugs = try #require(document["plugs"] as? [String: Any])
    let bySRO = try #require(plugs["bySRO"] as? [[String: Any]])
    #expect(bySRO.compactMap { $0["plugs"] as? Int }.reduce(0, +) == plugs["total"] as? Int)
    #expect(rows.count { $0.hasPrefix(";plugs;") } == bySRO.count)
  }

  @Test func whatHangsOnOneElementComesWorstFirst() throws {
    let points = try #require(try json(["impact", network, "--spof", "--top", "3"])["spof"] as? [[String: Any]])
    #expect(points.first?["code"] as? String == "POP-AMI-SF")
    let ranks = points.map { point in
      (point["servicesDark"] as? Int ?? 0) + (point["plugsDark"] as? Int ?? 0) + 2 * (point["vitalDark"] as? Int ?? 0)
    }
    #expect(ranks == ranks.sorted(by: >))
    #expect(points.count { $0["kind"] as? String == "cable" } == 3)
  }

  @Test func aSiteIsMeantByTheCodeThatItsRoomHasToo() throws {
    let document = try json(["impact", network, "POP-MON", "CD-00887", "--kind", "site"])
    let cut = try #require(document["cut"] as? [[String: Any]])
    #expect(cut.compactMap { $0["kind"] as? String } == ["site", "duct"])
    #expect(try json(["impact", network, "room:POP-MON"])["cut"] as? [[String: String]] != nil)
    let refused = try Program.run(["impact", network, "CD-00887", "--kind", "site"])
    #expect(refused.code == 1 && refused.remarks.contains("conduite") && !refused.remarks.contains("Rien ne porte"))
  }

  @Test func aPlanDarkensNoPairAndEachOfItsServicesOnItsNight() throws {
    let plan = try ReferencePlan.made().planFile
    let nights = try #require(try json(["impact", network, "--plan", plan])["nights"] as? [[String: Any]])
    #expect(nights.count > 10)
    var touched: Set<String> = []
    for night in nights {
      let dark = try #require(night["dark"] as? [[String: Any]])
      let lost = try #require(night["legLost"] as? [[String: Any]])
      #expect(!dark.contains { $0["lost"] as? String == "both legs" })
      touched.formUnion((dark + lost).compactMap { $0["service"] as? String })
    }
    #expect(touched.count >= 787)
  }

  @Test func oneNightAloneIsToldInFull() throws {
    let plan = try ReferencePlan.made().planFile
    let answer = try Program.run(["impact", network, "--plan", plan, "--night", "2"])
    #expect(answer.code == 0 && answer.output.contains("nuit 2"), "\(answer.output.prefix(300))")
    #expect(answer.output.contains("Opérateurs à prévenir"))
  }

  // MARK: Bad requests

  private func expect(_ words: [String], code: Int32, says text: String) throws {
    let answer = try Program.run(["impact", network] + words)
    #expect(answer.code == code && answer.remarks.contains(text), "\(words): \(answer.code) \(answer.remarks)")
    #expect(answer.output.isEmpty)
  }

  @Test func whatCannotBeAskedIsRefused() throws {
    try expect(["CAB-NULLE-PART"], code: 1, says: "CAB-NULLE-PART")
    try expect(["CAB-SF-01/1:9999"], code: 1, says: "9999")
    try expect([""], code: 1, says: "Rien ne porte")
    try expect([], code: 64, says: "--spof")
    try expect(["CAB-SF-01", "--spof"], code: 64, says: "--spof")
    try expect(["CAB-SF-01", "--top", "3"], code: 64, says: "--top")
    try expect(["--spof", "--top", "0"], code: 64, says: "--top")
    try expect(["CAB-SF-01", "--night", "1"], code: 64, says: "--night")
    try expect(["CAB-SF-01", "--kind", "maison"], code: 64, says: "maison")
    try expect(["--plan", folder.path("absent.json")], code: 2, says: "absent.json")
    try expect(["--plan", try ReferencePlan.made().planFile, "--night", "99"], code: 1, says: "99")
    try expect(["CAB-SF-01", "--csv", "/proc/rien/impact.csv"], code: 2, says: "/proc/rien")
  }

  @Test func aPlanOfAnotherNetworkIsRefused() throws {
    let other = folder.path("other.gpkg")
    let delivery = try TinyDelivery().write(into: folder)
    _ = try Program.run(["import", "gracethd", delivery, "--into", other])
    let answer = try Program.run(["impact", other, "--plan", try ReferencePlan.made().planFile])
    #expect(answer.code == 1 && answer.output.isEmpty, "\(answer.remarks)")
  }

  @Test func aCodeGivenTwiceChangesNothing() throws {
    let once = try Program.run(["impact", network, "BPE-AMI-003"])
    let twice = try Program.run(["impact", network, "BPE-AMI-003", "BPE-AMI-003"])
    #expect(once.output == twice.output && once.code == 0)
  }
}
