import Foundation
import Testing

/// Traces of the reference network, read and compared by the program.
@Suite struct SORTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/sor")
  private static let files = ["aller-1310", "aller-1550", "retour-1310", "retour-1550"].map {
    folder.appendingPathComponent("\($0).sor").path
  }

  private func findings(_ words: String...) throws -> [(rule: String, message: String)] {
    let network = try ReferencePlan.made().network
    let answer = try Program.run(["import", "sor"] + words + ["--network", network, "--json", "--lang", "en"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(answer.code == (json["errors"] as? Int == 0 ? 0 : 1))
    return try #require(json["findings"] as? [[String: Any]]).map {
      ($0["rule"] as? String ?? "", $0["message"] as? String ?? "")
    }
  }

  @Test func bothDirectionsAndWavelengthsTellWhatIsThere() throws {
    let found = try findings(Self.files[0], Self.files[1], Self.files[2], Self.files[3])
    func messages(_ rule: String) -> [String] { found.filter { $0.rule == rule }.map(\.message) }
    #expect(messages("measurement.bend").count == 1)
    #expect(messages("measurement.bend").allSatisfy { $0.hasPrefix("3.641 km: at BPE-AMI-010") })
    #expect(messages("measurement.splice-loss").count { $0.hasPrefix("8.867 km: at BPE-COL-ABB-01") } == 2)
    #expect(messages("measurement.unexpected").allSatisfy { $0.hasPrefix("52.864 km: 2091 m after BPE-COL-ABB-09") })
    #expect(messages("measurement.unexpected").count == 2)
    #expect(messages("measurement.length") == [] && messages("measurement.one-direction") == [])
  }

  @Test func aTraceOfAnotherFibreIsToldByItsLength() throws {
    let found = try findings(Self.files[0], "--of", "TI-SF-14:29")
    #expect(found.contains { $0.rule == "measurement.length" })
  }

  @Test func aDamagedFileIsRefusedWithThePlaceOfTheDamage() throws {
    let folder = try Folder()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.files[0]))
    let short = folder.path("court.sor")
    try bytes.prefix(300).write(to: URL(fileURLWithPath: short))
    let answer = try Program.run(["import", "sor", short, "--network", try ReferencePlan.made().network])
    #expect(answer.code == 2 && answer.remarks.contains("FxdParams") && answer.remarks.contains("300"))
    let text = try Program.run(["import", "sor", #filePath, "--network", try ReferencePlan.made().network])
    #expect(text.code == 2 && text.remarks.contains("SOR"))
  }
}
