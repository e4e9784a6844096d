import Foundation
import Testing

/// The tables of findings, held against the rules in the sources.
@Suite struct FindingsDocumentationTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources").standardized

  private func isRule(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == "-" } }
      && parts[1] != "csv"
  }

  private func rules(in text: String, between mark: Character) -> Set<String> {
    Set(text.split(separator: mark).filter(isRule).map(String.init))
  }

  @Test(arguments: [
    (["FibreProgramme"], "FibreProgramme/FibreProgramme.docc/Findings.md"),
    (
      ["FibreExchange/IPE", "FibreExchange/Territory", "FibreExchange/Programme"],
      "FibreExchange/FibreExchange.docc/IPE.md"
    ),
  ])
  func everyRuleHasAnEntryAndEveryEntryARule(folders: [String], page: String) throws {
    var written: Set<String> = []
    for folder in folders {
      let place = Self.sources.appendingPathComponent(folder)
      let files = try #require(FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        written.formUnion(rules(in: try String(contentsOf: file, encoding: .utf8), between: "\""))
      }
    }
    let text = try String(contentsOf: Self.sources.appendingPathComponent(page), encoding: .utf8)
    let documented = rules(in: text.components(separatedBy: "|---|---|---|").last ?? "", between: "`")
    #expect(written.count > 15)
    #expect(written.subtracting(documented) == [], "without an entry")
    #expect(documented.subtracting(written) == [], "without a rule")
  }
}
