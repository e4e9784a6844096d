import FibreModel
import Foundation
import Testing

@testable import FibreDeliverables

/// The French sentences, held against the English ones as they are written in the sources.
@Suite struct FrenchSentencesTests {
  /// The texts of all sources that make findings, but those of rules' names and summaries, and of broken promises.
  static let literals: [SwiftLiterals.Literal] = {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let makers = ["report.add(", "Finding(", "note(", "noteOnce(", "setAside(", "Sentence"]
    let others = ["Rule", "precondition", "preconditionFailure"]
    var literals: [SwiftLiterals.Literal] = []
    for module in ["FibreModel", "FibrePlanning", "FibreProgramme", "FibreExchange"] {
      let folder = sources.appendingPathComponent(module)
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "swift" {
        guard let data = FileManager.default.contents(atPath: file.path) else { continue }
        let text = String(decoding: data, as: UTF8.self)
        guard makers.contains(where: text.contains) else { continue }
        literals += SwiftLiterals(text).all.filter { !others.contains($0.call) }
      }
    }
    return literals
  }()

  static var english: Set<String> { Set(literals.filter(\.isSentence).map(\.template)) }
  static var french: [(english: String, french: String)] {
    FrenchSentences.families.flatMap { $0.map { ($0.key, $0.value) } }
  }

  // MARK: Completeness

  @Test func everySentenceOfTheSourcesHasAFrenchOne() {
    #expect(Self.english.count > 120)
    #expect(Self.english.subtracting(Self.french.map(\.english)).sorted() == [])
  }

  @Test func everyFrenchSentenceHasAnEnglishOneInTheSources() {
    #expect(Set(Self.french.map(\.english)).subtracting(Self.english).sorted() == [])
  }

  @Test func noSentenceStandsInTwoFamilies() {
    #expect(Set(Self.french.map(\.english)).count == Self.french.count)
  }

  @Test func noWordOfEnglishIsPutIntoASentence() {
    for literal in Self.literals where literal.isSentence {
      for inner in literal.inner {
        let letters = inner.template.filter(\.isLetter)
        #expect(letters == "", "\(literal.template)")
      }
    }
  }

  @Test func everyKindOfObjectThatRulesReportHasAName() {
    let kinds = Self.literals.filter { literal in
      ["add", "check", "report", "Finding"].contains(literal.call) && !literal.template.isEmpty
        && literal.template.allSatisfy(\.isLetter)
    }
    #expect(Set(kinds.map(\.template)) == Set(Finding.kinds.keys))
  }

  // MARK: Form

  @Test func bothLanguagesHaveTheSameHoles() {
    for (english, french) in Self.french {
      #expect(Self.holes(english) == Self.holes(french), "\(english) / \(french)")
    }
  }

  @Test func bothLanguagesEndAlikeAndDiffer() {
    let shared = ["{1} and {2}", "{1} protects {2}. {3}"]
    for (english, french) in Self.french {
      #expect((english.last == ".") == (french.last == "."), "\(english) / \(french)")
      #expect(english != french, "\(english)")
      #expect(shared.contains(english) || french.count * 2 > english.count, "\(english) / \(french)")
    }
  }

  @Test func frenchHasBlanksBeforeItsSigns() {
    for (_, french) in Self.french {
      #expect(!french.contains("  ") && !french.contains("\"") && !french.contains("\n"), "\(french)")
      for sign in [";", ":", "»"] {
        for part in french.components(separatedBy: sign).dropLast() {
          let isCode = sign == ":" && part.last?.isNumber == true
          #expect(part.last == " " || isCode, "\(french)")
        }
      }
    }
  }

  private static func holes(_ template: String) -> [Substring] {
    template.split(separator: "{").dropFirst(template.first == "{" ? 0 : 1).compactMap {
      $0.split(separator: "}").first
    }
    .sorted()
  }

  // MARK: Meaning

  private func finding(_ message: Sentence) -> Finding {
    Finding(rule: "x.y", severity: .error, place: "joint", code: "PS-1", message: message)
  }

  @Test func sentencesWithinSentencesAreTranslatedToo() {
    let place: Sentence = "slot \(3) of \("CS-1") in \("BPE-1")"
    let found = finding("\(place) joins fibre \("CAB-1:3") to itself. Correct one of its fibres.")
    #expect(
      found.text(in: .french)
        == "La fibre CAB-1:3 est raccordée à elle-même à la position 3 de CS-1 dans BPE-1. Corriger l'une des deux fibres."
    )
    #expect(
      found.text(in: .english)
        == "slot 3 of CS-1 in BPE-1 joins fibre CAB-1:3 to itself. Correct one of its fibres.")
  }

  @Test func aSentenceThatNobodyTranslatedStaysEnglish() {
    #expect(finding("The \("moon") shines.").text(in: .french) == "The moon shines.")
  }

  @Test func bracesInDataAreNoHoles() {
    #expect(finding("\("{2}") and \("{1}")").text(in: .french) == "{2} et {1}")
  }

  // MARK: The reader of sources

  @Test func literalsAreReadWithTheirHolesAndCalls() {
    let source = #"""
      // "not this"
      report.add("panel", name(of: port(1), "x y"), "The \(a(b, "c d")) \"is\" \(e). End.") // nor "this"
      let long: Sentence = """
        One \(two) \
        three.
        """
      """#
    let literals = SwiftLiterals(source).all
    #expect(literals.map(\.template) == ["panel", "x y", "The {1} \"is\" {2}. End.", "One {1} three."])
    #expect(literals.map(\.call) == ["add", "name", "add", ""])
    #expect(literals.map { $0.inner.map(\.template) } == [[], [], ["c d"], []])
    #expect(literals.map(\.isSentence) == [false, false, true, true])
  }
}
