import FibreModel
import FibrePlanning
import Foundation
import Testing

/// What the documents say, held against what there is.
@Suite struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }

  // MARK: Rules

  private static let manual = "Sources/FibreModel/FibreModel.docc/Rules.md"

  /// The entries of the manual: `### ` and a name in backticks, then lines up to the next heading.
  private func entries() throws -> [(name: String, body: String)] {
    try text(Self.manual).components(separatedBy: "\n### ").dropFirst().map { entry in
      let lines = entry.components(separatedBy: "\n").prefix { !$0.hasPrefix("#") }
      return (
        lines[0].trimmingCharacters(in: ["`"]),
        lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
      )
    }
  }

  @Test func everyRuleHasAnEntryInOrderAtItsSeverity() throws {
    let documented = try entries().map { "\($0.name) \($0.body.prefix { $0 != "." }.lowercased())" }
    let rules =
      NetworkRules.all.map(\.description) + RouteRules.all.map(\.description)
      + MeasurementRules.all.map(\.description) + AsDoneRules.all.map(\.description)
    #expect(documented == rules.map { "\($0.name) \($0.severity.rawValue)" })
  }

  @Test func everyEntrySaysWhatToDoInFewLines() throws {
    for (name, body) in try entries() {
      #expect(body.contains("Do: "), "\(name)")
      let paragraph = body.components(separatedBy: "\n\n")[0]
      #expect(paragraph.split(separator: "\n").count <= 3, "\(name)")
    }
  }

  // MARK: Commands and exit codes

  @Test func everyCommandIsInTheReadMe() throws {
    let spans = try text("README.md").components(separatedBy: "\n").flatMap { line in
      line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
    let shown = spans.map { $0.split(separator: " ").map(String.init) }.filter { $0.first == "epissure" }
    let commands = try CommandTree(reading: repository.appendingPathComponent("Sources/epissure")).leaves()
    #expect(commands.count > 8)
    for command in commands {
      #expect(shown.contains { $0.starts(with: command) }, "`\(command.joined(separator: " "))` is not in README.md")
    }
  }

  @Test(arguments: ["README.md", "Sources/epissure/Epissure.swift"])
  func everyExitCodeIsExplained(document: String) throws {
    let declared = try text("Sources/epissure/Exit.swift").components(separatedBy: ": Int32 = ").dropFirst().map {
      String($0.prefix { $0.isNumber })
    }
    #expect(declared.count >= 3)
    let parts = try text(document).components(separatedBy: "xit codes").dropFirst()
    let explained = parts.joined().components(separatedBy: "\n## ")[0].split { !$0.isNumber }.map(String.init)
    for code in declared + ["0", "64"] { #expect(explained.contains(code), "\(document): \(code)") }
  }

  // MARK: Links

  /// Pages that people read in the repository.
  private func pages() throws -> [String] {
    let files = try #require(FileManager.default.enumerator(atPath: repository.appendingPathComponent("Sources").path))
    let manual = files.compactMap { $0 as? String }.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }
    return ["README.md", "data/README.md"] + manual.sorted().map { "Sources/\($0)" }
  }

  @Test func everyRelativeLinkLeadsToAFile() throws {
    for page in try pages() {
      let folder = repository.appendingPathComponent(page).deletingLastPathComponent()
      let text = try text(page)
      for link in text.components(separatedBy: "](").dropFirst().map({ $0.prefix { $0 != ")" } })
      where !link.contains("://") {
        let path = String(link.prefix { $0 != "#" })
        #expect(path.isEmpty || exists(folder.appendingPathComponent(path)), "\(page): \(link)")
      }
      for link in text.components(separatedBy: "<doc:").dropFirst().map({ $0.prefix { $0 != ">" } }) {
        #expect(exists(folder.appendingPathComponent("\(link).md")), "\(page): \(link)")
      }
    }
  }

  @Test func everyPathInTheRepositoryIsThere() throws {
    // What runs write is not there before they run.
    let roots = Set(try FileManager.default.contentsOfDirectory(atPath: repository.path)).subtracting(["out", ".build"])
    var seen = 0
    for page in try pages() {
      for word in try text(page).split(whereSeparator: { $0.isWhitespace || "`()[]<>|,;\"".contains($0) }) {
        let path = word.hasSuffix(".") || word.hasSuffix(":") ? word.dropLast() : word
        let parts = path.split(separator: "/")
        guard path.contains("/"), let root = parts.first, roots.contains(String(root)),
          path.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0) })
        else { continue }
        seen += 1
        #expect(exists(repository.appendingPathComponent(String(path))), "\(page): \(path)")
      }
    }
    #expect(seen > 5)
  }

  private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}

/// The commands of the program, read from its sources: `commandName` and `subcommands` of each type.
private struct CommandTree {
  private var names: [String: String] = [:]
  private var children: [String: [String]] = [:]

  init(reading folder: URL) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for type in text.components(separatedBy: "struct ").dropFirst() {
        guard let name = Self.part(of: type, after: "commandName: \"", upTo: "\"") else { continue }
        let type = (name: String(type.prefix { $0 != ":" && $0 != " " }), body: type)
        names[type.name] = name
        children[type.name] = Self.part(of: type.body, after: "subcommands: [", upTo: "]")?
          .components(separatedBy: ".self").dropLast()
          .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ", \n")) }
      }
    }
  }

  private static func part(of text: String, after start: String, upTo end: String) -> String? {
    guard let from = text.range(of: start), let to = text.range(of: end, range: from.upperBound..<text.endIndex) else {
      return nil
    }
    return String(text[from.upperBound..<to.lowerBound])
  }

  /// The full names of commands that do something: `["epissure", "plan", "migration"]`.
  func leaves() -> [[String]] { leaves(under: "Epissure", prefix: []) }

  private func leaves(under type: String, prefix: [String]) -> [[String]] {
    guard let name = names[type] else { return [prefix + [type]] }
    let path = prefix + [name]
    guard let below = children[type] else { return [path] }
    return below.flatMap { leaves(under: $0, prefix: path) }
  }
}
