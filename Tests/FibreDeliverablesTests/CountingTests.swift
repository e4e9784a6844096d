import FibreDeliverables
import Testing

@Suite struct CountingTests {
  @Test("One and none are singular in French, only one in English")
  func wordsAgreeWithTheirCount() {
    #expect(
      [0, 1, 2].map { "\(french: $0, "fibre(s) prête(s)")" } == ["0 fibre prête", "1 fibre prête", "2 fibres prêtes"])
    #expect([0, 1, 2].map { "\(english: $0, "patch(es)")" } == ["0 patches", "1 patch", "2 patches"])
  }

  @Test("A word may have two endings, and thousands are parted")
  func wordsMayHaveTwoEndings() {
    #expect(
      [1, 1200].map { "\(french: $0, "position(s) (est prise|sont prises)")" }
        == ["1 position est prise", "1\u{a0}200 positions sont prises"])
    #expect("\(english: 1200, "entr(y|ies)")" == "1,200 entries")
  }
}
