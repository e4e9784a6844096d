import Foundation
import Testing

/// The layer table of the architecture, held against every `import` line.
@Suite struct LayerTests {
  /// What each module may import. A module that is not here fails the test.
  static let allowed: [String: Set<String>] = [
    "FibreModel": [],
    "RouteEngine": [],
    "Solver": ["CCbc"],
    "GeoFormats": ["CGDAL", "Foundation"],
    "FibrePlanning": ["FibreModel", "RouteEngine", "Solver"],
    "FibreProgramme": ["FibreModel"],
    "FibreStore": ["FibreModel", "GRDB", "GRDBSQLite", "CSQLiteSession", "Foundation"],
    "FibreExchange": ["FibreModel", "FibreProgramme", "GeoFormats", "Foundation"],
    "FibreDiagrams": ["FibreModel", "FibrePlanning", "CGraphviz", "Foundation"],
    "FibreSamples": ["FibreModel", "FibreProgramme", "GeoFormats", "Foundation"],
    "FibreDeliverables": [
      "FibreModel", "FibrePlanning", "FibreProgramme", "FibreDiagrams", "CXlsxWriter", "CPangoCairo", "CQREncode",
      "Foundation",
    ],
    "epissure": [
      "FibreModel", "FibrePlanning", "FibreProgramme", "FibreStore", "FibreExchange", "FibreDiagrams", "FibreSamples",
      "FibreDeliverables", "ArgumentParser", "Foundation",
    ],
    "epissure-bench": [
      "FibreModel", "RouteEngine", "FibrePlanning", "FibreProgramme", "FibreStore", "FibreExchange",
      "FibreDeliverables", "ArgumentParser", "Foundation",
    ],
  ]

  /// Part of the standard library, though imported by name.
  static let standardLibrary: Set<String> = ["Synchronization"]

  @Test func importsFollowTheTable() throws {
    for module in try modules() {
      let allowed = try #require(Self.allowed[module], "\(module) has no row in the layer table")
      for (file, imported) in try imports(of: module) where !Self.standardLibrary.contains(imported) {
        #expect(allowed.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func everyRowOfTheTableIsAModule() throws {
    #expect(Set(Self.allowed.keys) == Set(try modules()))
  }

  /// Folders of Swift files; the C shims hold headers only.
  private func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { !$0.hasPrefix("C") && !$0.hasPrefix(".") }.sorted()
  }

  private func imports(of module: String) throws -> [(file: String, module: String)] {
    let folder = sources.appendingPathComponent(module)
    let enumerator = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var found: [(String, String)] = []
    for case let file as URL in enumerator where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position < words.count - 1,
          words[..<position].allSatisfy({
            ["public", "internal", "private", "package", "@preconcurrency"].contains($0)
          })
        else { continue }
        // `import struct Foundation.Data` names the module before the dot.
        let name = words.last.map { $0.split(separator: ".").first.map(String.init) ?? "" } ?? ""
        found.append(("\(module)/\(file.lastPathComponent)", name))
      }
    }
    return found
  }

  private var sources: URL { repository.appendingPathComponent("Sources") }
}

/// The repository's top folder.
var repository: URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
