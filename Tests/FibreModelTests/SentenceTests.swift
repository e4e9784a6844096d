import FibreModel
import Testing

@Suite struct SentenceTests {
  private let place: Sentence = "slot \(3) of \(Code<Cassette>("CS-1"))"

  @Test func theTemplateHasNumberedHoles() throws {
    let date = try #require(CalendarDate(year: 2027, month: 1, day: 12))
    let sentence: Sentence = "\("A") follows \(place) of \(date)."
    #expect(sentence.template == "{1} follows {2} of {3}.")
    #expect(sentence.arguments == [.text("A"), .sentence(place), .text("2027-01-12")])
    #expect(sentence.description == "A follows slot 3 of CS-1 of 2027-01-12.")
  }

  @Test func anotherTemplateMayTurnTheOrderAndRepeat() {
    let sentence: Sentence = "\("A") follows \("B")."
    #expect(sentence.text { _ in "{2}, {1}, {2}" } == "B, A, B")
  }

  @Test func sentencesInsideAreSaidInTheOtherWordsToo() {
    let sentence: Sentence = "seen at \(place)"
    #expect(sentence.text { $0.uppercased() } == "SEEN AT SLOT 3 OF CS-1")
  }

  @Test func whatIsNoHoleStays() {
    let sentence = Sentence(template: "{ {0} {2} {x} {1} {", arguments: [.text("{1}")])
    #expect(sentence.description == "{ {0} {2} {x} {1} {")
  }

  @Test func findingsOfOnePlaceAreOrderedByTheirWords() {
    func finding(_ message: Sentence) -> Finding {
      Finding(rule: "x.y", severity: .info, place: "panel", code: "TI", message: message)
    }
    #expect(Finding.inOrder(finding("\("A") b"), finding("A \("c")")))
    #expect(!Finding.inOrder(finding("A \("c")"), finding("\("A") b")))
    #expect(!Finding.inOrder(finding("A"), finding("A")))
  }
}
