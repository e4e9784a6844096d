import FibreModel
import Foundation
import Testing

@testable import FibreDiagrams

/// The table of layers in the program, held against the package's manifest.
@Suite struct LayersTests {
  /// The targets of the manifest and the targets each depends on, tests left out.
  private func manifest() throws -> [String: Set<String>] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Package.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "  targets: ["))
    let end = try #require(text.range(of: "    // tests"))
    let quoted = /"([A-Za-z-]+)"/
    var targets: [String: Set<String>] = [:]
    for entry in String(text[start.upperBound..<end.lowerBound]).split(separator: /\n    (?=[.a-z])/) {
      let code = entry.split(separator: "\n").filter { !$0.contains("//") }.joined(separator: "\n")
      guard let name = code.firstMatch(of: quoted).map({ String($0.1) }) else { continue }
      if code.contains(".systemLibrary(") {
        targets[name] = []
      } else if let list = code.firstRange(of: "[") {
        targets[name] = Set(code[list.upperBound...].matches(of: quoted).map { String($0.1) })
      } else {
        targets[name] = []
      }
    }
    return targets
  }

  @Test func theTableIsThatOfTheManifest() throws {
    let modules = CodeLayers.all.flatMap { $0 }
    let table = Dictionary(uniqueKeysWithValues: modules.map { ($0.name, Set($0.dependencies)) })
    #expect(table == (try manifest()))
  }

  @Test func aModuleUsesLowerLayersOnly() {
    var lower: Set<String> = []
    for layer in CodeLayers.all {
      for module in layer { #expect(lower.isSuperset(of: module.dependencies), "\(module.name)") }
      lower.formUnion(layer.map(\.name))
    }
  }

  @Test func everyModuleIsDrawn() {
    let dot = LayersDiagram(.english).dot
    for name in CodeLayers.all.flatMap({ $0 }).map(\.name) {
      #expect(dot.contains("    \"\(name)\" [label=\"\(name)\"];"), "\(name)")
    }
  }
}
