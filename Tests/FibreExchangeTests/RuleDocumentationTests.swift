import Foundation
import Testing

@Suite struct RuleDocumentationTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/FibreExchange").standardized

  /// The text of every Swift file of the importer.
  private func code() throws -> String {
    let folder = Self.sources.appendingPathComponent("GraceTHD")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined()
  }

  private func rules(in text: String, between mark: Character) -> Set<String> {
    let families = [
      "table", "column", "row", "code", "value", "number", "reference", "shape", "box", "cable", "line", "fibre",
      "joint", "route", "service", "companion",
    ]
    let words = text.split(separator: mark).map(String.init)
    return Set(
      words.filter { word in
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && families.contains(String(parts[0]))
          && !parts[1].isEmpty && parts[1].allSatisfy { $0.isLowercase || $0 == "-" }
      })
  }

  @Test func everyRuleHasAnEntryAndEveryEntryARule() throws {
    let page = try String(
      contentsOf: Self.sources.appendingPathComponent("FibreExchange.docc/GraceTHD.md"), encoding: .utf8)
    let findings = try #require(page.components(separatedBy: "## Findings").last)
    let documented = rules(in: findings, between: "`")
    let written = rules(in: try code(), between: "\"")
    #expect(written.count > 40)
    #expect(written.subtracting(documented).isEmpty, "without an entry")
    #expect(documented.subtracting(written).isEmpty, "without a rule")
  }

  @Test func everyRuleOfReadingReturnsHasAnEntryAndEveryEntryARule() throws {
    let page = try String(
      contentsOf: Self.sources.appendingPathComponent("FibreExchange.docc/FieldReturns.md"), encoding: .utf8)
    let findings = try #require(page.components(separatedBy: "## Findings").last)
    let files = [
      "FieldReturn/AsDone/AsDoneReader.swift", "../FibrePlanning/Measurement/MeasurementReview.swift",
    ]
    let code = try files.map {
      try String(contentsOf: Self.sources.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    func names(_ text: String, between mark: Character) -> Set<String> {
      Set(
        text.split(separator: mark).map(String.init).filter { word in
          ["asdone.", "measurement."].contains { word.hasPrefix($0) } && !word.contains(" ")
        })
    }
    #expect(names(findings, between: "`") == names(code, between: "\""))
  }
}
