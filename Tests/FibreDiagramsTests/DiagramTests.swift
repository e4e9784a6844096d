import FibreModel
import FibreTestSupport
import Foundation
import Testing

@testable import FibreDiagrams

@Suite struct DiagramTests {
  @Test func everyDiagramIsAsLookedAt() throws {
    for diagram in try smallDiagrams() { try Golden.check(diagram.dot, "\(diagram.name).dot") }
  }

  @Test func englishDiagramsAreAsLookedAt() throws {
    for diagram in try smallDiagrams(.english) where diagram.name == "migration" {
      try Golden.check(diagram.dot, "\(diagram.name)-en.dot")
    }
  }

  @Test func theSameNetworkGivesTheSameText() throws {
    #expect(try smallDiagrams().map(\.dot) == smallDiagrams().map(\.dot))
  }

  @Test(arguments: Language.allCases) func everyDiagramCanBeDrawn(_ language: Language) throws {
    for diagram in try smallDiagrams(language) {
      #expect(try Graphviz.render(diagram.dot, as: .svg).count > 1000, "\(diagram.name)")
      #expect(try Graphviz.render(diagram.dot, as: .pdf) == Graphviz.render(diagram.dot, as: .pdf))
    }
  }

  @Test(.enabled(if: hasDotCommand, "the dot command is not installed"))
  func theDotCommandDrawsEachAsTheLibraryDoes() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("diagrams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    for diagram in try smallDiagrams() {
      let (input, output) = (folder.appendingPathComponent("in.dot"), folder.appendingPathComponent("out.svg"))
      try Data(diagram.dot.utf8).write(to: input)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
      process.arguments = ["-Tsvg", "-o", output.path, input.path]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(diagram.name)")
      #expect(try Data(contentsOf: output).elementsEqual(Graphviz.render(diagram.dot, as: .svg)), "\(diagram.name)")
    }
  }

  @Test func noDiagramAsksForLinesThatIgnorePorts() throws {
    for diagram in try smallDiagrams() { #expect(!diagram.dot.contains("ortho"), "\(diagram.name)") }
  }

  @Test func everyWordExistsInBothLanguages() {
    for word in Word.allCases {
      for language in Language.allCases { #expect(!word.text(language).isEmpty, "\(word)") }
    }
    for counted in Counted.allCases {
      #expect(counted.text(1, .french).hasPrefix("1 ") && counted.text(2, .english).hasPrefix("2 "))
    }
  }

  @Test func englishHasThePluralOfNoneAndFrenchTheSingular() {
    #expect(Counted.night.text(0, .english) == "0 nights")
    #expect(Counted.night.text(0, .french) == "0 nuit")
    #expect(Counted.cable.text(1234, .french) == "1\u{202f}234 câbles")
  }

  @Test func figuresAreRoundedAndParted() {
    #expect(Figures.length(Length(millimetres: 258_400), .french) == "258 m")
    #expect(Figures.length(Length(millimetres: 2_495_000), .french) == "2,50 km")
    #expect(Figures.length(Length(millimetres: 77_049_999), .english) == "77.1 km")
    #expect(Figures.metres(Length(millimetres: 10_432_499), .english) == "10,432 m")
    #expect(Figures.ranges([3, 1, 2, 9, 7, 8, 12, 2]) == "1–3, 7–9, 12")
    #expect(Figures.decimal(-5, decimals: 2, .french) == "-0,05")
  }
}
