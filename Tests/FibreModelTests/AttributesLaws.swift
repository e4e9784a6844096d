import FibreTestSupport
import Foundation
import Testing

@testable import FibreModel

/// Attributes held as one text say what a list of names and values would.
@Suite struct AttributesLaws {
  private func word(_ random: inout SeededGenerator) -> String {
    let letters: [Character] = ["a", "b", "_", "é", "\"", "\\", "\n", "🔌", " ", ":", ",", "{", "}"]
    return String((0..<Int.random(in: 0...4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
  }

  private func pairs(_ random: inout SeededGenerator) -> [(name: String, value: String)] {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in (word(&random), word(&random)) }
  }

  @Test func entriesAreTheStatedPairsInOrderOfName() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<3_000 {
      let pairs = pairs(&random)
      let wanted = pairs.filter { !$0.value.isEmpty }.sorted { $0.name < $1.name }
      let attributes = Attributes(pairs)
      #expect(attributes.entries.map { [$0.name, $0.value] } == wanted.map { [$0.name, $0.value] })
      #expect(attributes.isEmpty == wanted.isEmpty)
    }
  }

  @Test func aNameGivesItsFirstValue() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<3_000 {
      let attributes = Attributes(pairs(&random))
      for name in attributes.entries.map(\.name) + ["", "a", "zz"] {
        #expect(attributes[name] == attributes.entries.first { $0.name == name }?.value)
      }
    }
  }

  /// However a program writes the object, it says the same as one made of its pairs.
  @Test(arguments: [
    #"{"a":"1","b":"2"}"#, #"{"b":"2","a":"1"}"#, #" { "a" : "1" , "b" : "2" } "#, #"{"a":"1","b":"2","c":""}"#,
    #"{"\u0061":"1","b":"\u0032"}"#,
  ])
  func oneObjectHasOneText(text: String) throws {
    let read = try #require(Array(text.utf8).withUnsafeBufferPointer { Attributes($0) })
    #expect(read == Attributes([("a", "1"), ("b", "2")]))
    #expect(read.bytes == Array(#"{"a":"1","b":"2"}"#.utf8))
  }

  @Test(arguments: ["", "{", "{}x", #"{"a"}"#, #"{"a":1}"#, #"{"a":"1",}"#, #"{"a":"1"}}"#, #"{"a":"1""b":"2"}"#])
  func whatIsNoObjectOfTextsIsRefused(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { Attributes($0) } == nil)
  }

  @Test func whatIsWrittenIsReadAsItStands() throws {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<3_000 {
      let attributes = Attributes(pairs(&random))
      guard !attributes.isEmpty else { continue }
      #expect(attributes.bytes.withUnsafeBufferPointer { Attributes($0) } == attributes)
    }
  }
}
