import FibreModel
import FibreTestSupport
import Testing

@testable import FibreExchange

@Suite struct PositionPairsTests {
  private func draft(_ row: Int, using random: inout SeededGenerator) -> PositionDraft {
    func fibre() -> Int? { Bool.random(using: &random) ? Int.random(in: 0..<6, using: &random) : nil }
    let holders: [SlotHolder] = [.cassette(Index(0)), .cassette(Index(1)), .panel(Index(0)), .unknown]
    return PositionDraft(
      row: row, number: Bool.random(using: &random) ? Int.random(in: 0..<3, using: &random) : nil, first: fibre(),
      second: fibre(), holder: holders[Int.random(in: 0..<4, using: &random)], kind: .splice, technique: .fusion,
      function: 0, attributes: .none)
  }

  /// Whether two rows tell of one joint: the same fibres, whichever comes first, in one holder; for a lone fibre in one
  /// slot too.
  private func isSame(_ a: PositionDraft, _ b: PositionDraft) -> Bool {
    let isAlone = a.first == nil || a.second == nil
    return (a.first != nil || a.second != nil) && a.holder == b.holder && a.holder != .unknown
      && ((a.first, a.second) == (b.first, b.second) || (a.first, a.second) == (b.second, b.first))
      && (!isAlone || a.number == b.number)
  }

  @Test(arguments: 0..<50)
  func theEarlierRowIsTheOneThatASearchThroughAllFinds(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var pairs = PositionPairs()
    var kept: [PositionDraft] = []
    for row in 0..<300 {
      let next = draft(row, using: &random)
      let expected = kept.firstIndex { isSame($0, next) }
      #expect(pairs.add(next, among: kept) == expected, "seed \(seed), row \(row)")
      if expected == nil { kept.append(next) }
    }
  }
}
