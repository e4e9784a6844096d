import FibreTestSupport
import Foundation
import Testing

@testable import FibreModel

/// Foundation's reader and writer are the judges of ours.
@Suite struct ColumnTextLaws {
  private func read(_ text: String) -> [Attributes.Entry]? {
    Array(text.utf8).withUnsafeBufferPointer { ColumnParser.entries($0) }
      .map { pairs in pairs.map { Attributes.Entry(name: $0.name, value: $0.value) } }
  }

  /// Texts of control characters, quotes, accents alone and composed, and characters beyond 16 bits.
  private func text(_ random: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "\0", "\u{1}", "\u{8}", "\n", "\r", "\t", "\u{1f}", "\u{7f}", "\"", "\\", "/", "{", ":", ",", " ", "a", "é", "e",
      "\u{301}",
      "\u{85}", "\u{2028}", "\u{feff}", "\u{fffd}", "\u{d7ff}", "\u{e000}", "\u{10000}", "🔌", "\u{10ffff}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.append(scalars[Int.random(in: scalars.indices, using: &random)])
    }
    return String(text)
  }

  private func scalars(_ entries: [Attributes.Entry]?) -> [[[Unicode.Scalar]]]? {
    entries.map { $0.map { [Array($0.name.unicodeScalars), Array($0.value.unicodeScalars)] } }
  }

  @Test func whatIsWrittenIsReadBackInOrderScalarByScalar() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      // Names come twice on purpose.
      let names = (0..<2).map { _ in text(&random) }
      let entries = (0..<4).map { Attributes.Entry(name: names[$0 % 2], value: text(&random)) }
      #expect(scalars(read(textOfEntries(entries))) == scalars(entries))
    }
  }

  @Test func foundationReadsTheSameTexts() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let value = text(&random)
      let written = textOfEntries([Attributes.Entry(name: "n", value: value)])
      let decoded = try JSONDecoder().decode([String: String].self, from: Data(written.utf8))
      #expect(decoded["n"].map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
    }
  }

  @Test func whatFoundationWritesIsRead() throws {
    var random = SeededGenerator(seed: 13)
    let encoder = JSONEncoder()
    for round in 0..<2_000 {
      encoder.outputFormatting = round % 2 == 0 ? [] : .prettyPrinted
      let value = text(&random)
      let written = String(decoding: try encoder.encode(["n": value]), as: UTF8.self)
      #expect(scalars(read(written)) == scalars([Attributes.Entry(name: "n", value: value)]))
    }
  }

  @Test func everyEscapeIsRead() {
    #expect(
      read(#" { "\u00e9\ud83d\udd0c" : "\"\\\/\b\f\n\r\t\u0000" } "#)
        == [Attributes.Entry(name: "é🔌", value: "\"\\/\u{8}\u{c}\n\r\t\0")])
  }

  @Test(arguments: [
    "", "{", "[]", "null", #"{"a"}"#, #"{"a":1}"#, #"{"a":null}"#, #"{"a":"b",}"#, #"{"a":"b"} x"#, #"{"a":"\x"}"#,
    #"{"a":"\ud800"}"#, #"{"a":"\ud800\u0041"}"#, #"{"a":"\udc00"}"#, #"{"a":"\u12"#, #"{"a":"b"#, #"{"a":{}}"#,
  ])
  func whatIsNoObjectOfTextsIsRefused(text: String) {
    #expect(read(text) == nil)
  }

  // MARK: Arguments of sentences

  private func arguments(_ text: String) -> [Sentence.Argument]? {
    Array(text.utf8).withUnsafeBufferPointer { ColumnParser.arguments($0) }
  }

  private func arguments(_ random: inout SeededGenerator, depth: Int) -> [Sentence.Argument] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      guard depth > 0, Bool.random(using: &random) else { return .text(text(&random)) }
      return .sentence(Sentence(template: text(&random), arguments: arguments(&random, depth: depth - 1)))
    }
  }

  @Test func argumentsAreReadBackWithTheSentencesInThem() {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<2_000 {
      let written = arguments(&random, depth: 3)
      #expect(arguments(textOfArguments(written)) == written)
    }
  }

  @Test func aSentenceIsAnArrayThatStartsWithItsTemplate() {
    let place: Sentence = "port \(7) of \("TI\"1")"
    #expect(textOfArguments([.text("a"), .sentence(place)]) == #"["a",["port {1} of {2}","7","TI\"1"]]"#)
    #expect(arguments(#" [ "a" , [ "port {1} of {2}" , "7" , "TI\"1" ] ] "#) == [.text("a"), .sentence(place)])
  }

  @Test(arguments: [
    "", "[", "{}", "null", "[1]", "[[]]", #"["a",]"#, #"["a"] x"#, #"["a"[]]"#, #"[["a"]"#, #"[[["a"]]]"#, #"["a"}"#,
  ])
  func whatIsNoArrayOfArgumentsIsRefused(text: String) {
    #expect(arguments(text) == nil)
  }
}
