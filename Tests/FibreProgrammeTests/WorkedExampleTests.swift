import FibreProgramme
import Foundation
import Testing

/// The worked examples, which lie beside the project where they lie at all.
private let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../shared/data/somme/worked_examples.json").standardized

/// Every figure of the file, through the function of its key.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: examples.path), "skipped: \(examples.path) is not there"))
struct WorkedExampleTests {
  private func parts() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: examples)) as? [String: Any])
  }

  @Test func everyFigureComesOutExactly() throws {
    var compared = 0
    for (name, part) in try parts() where !(part is String) {
      let answers = try #require(WorkedExample.parts[name], "no functions for \(name)")
      for (number, values) in ((part as? [[String: Any]]) ?? [part as? [String: Any] ?? [:]]).enumerated() {
        #expect(!values.isEmpty, "\(name)")
        for (key, expected) in values {
          let answer = try #require(answers[key], "no function for \(name)[\(number)].\(key)")
          let actual = try answer(WorkedCase(values: values))
          compared += compare(expected, actual, "\(name)[\(number)].\(key)")
        }
      }
    }
    #expect(compared > 200)
  }

  @Test func everyFunctionHasAFigure() throws {
    let parts = try parts()
    #expect(Set(WorkedExample.parts.keys) == Set(parts.filter { !($0.value is String) }.keys))
    for (name, answers) in WorkedExample.parts {
      let cases = (parts[name] as? [[String: Any]]) ?? [parts[name] as? [String: Any] ?? [:]]
      for values in cases { #expect(Set(answers.keys) == Set(values.keys), "\(name)") }
    }
  }

  /// Compares figure by figure; a list of answers to one figure must all be that figure.
  private func compare(_ expected: Any, _ actual: Any, _ place: String) -> Int {
    if let expected = expected as? [String: Any] {
      let actual = actual as? [String: Any] ?? [:]
      #expect(Set(expected.keys) == Set(actual.keys), "\(place)")
      return expected.reduce(0) { $0 + compare($1.value, actual[$1.key] ?? "", "\(place).\($1.key)") }
    }
    if let expected = expected as? [Any] {
      let actual = actual as? [Any] ?? []
      #expect(expected.count == actual.count, "\(place)")
      return zip(expected, actual).enumerated().reduce(0) {
        $0 + compare($1.element.0, $1.element.1, "\(place)[\($1.offset)]")
      }
    }
    if let several = actual as? [Int?] {
      return several.reduce(0) { $0 + compare(expected, $1.map { $0 as Any } ?? "none", place) }
    }
    #expect(plain(expected) == plain(actual), "\(place)")
    return 1
  }

  /// A number without the zeros that say nothing: `400000` for `400000.00`.
  private func plain(_ value: Any) -> String {
    let text = "\(value)"
    guard text.contains("."), Double(text) != nil else { return text }
    let cut = text.reversed().drop { $0 == "0" }
    return String((cut.first == "." ? cut.dropFirst() : cut).reversed())
  }
}
