import FibreTestSupport
import Testing

@testable import FibreModel

/// One after the other or all at once, a code is found at its first place, and at no other.
@Suite struct HashedPositionsLaws {
  private func codes(_ random: inout SeededGenerator, count: Int) -> [String] {
    (0..<count).map { _ in
      let number = Int.random(in: 0..<max(1, count / 2), using: &random)
      return number % 7 == 0 ? "é-\(number)" : "CAB-\(number)/\(number % 9)"
    }
  }

  @Test(arguments: [0, 1, 2, 3, 100, 5_000, 70_000])
  func textsReadAtOnceAreFoundAsThoseThatCameOneByOne(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let codes = codes(&random, count: count)
    var oneByOne = CodeTable()
    for code in codes { oneByOne.append(code) }
    let (bytes, ends) = oneByOne.texts
    let atOnce = try #require(CodeTable(bytes: bytes, ends: ends))
    #expect(atOnce == oneByOne)
    for (position, code) in codes.enumerated() where position % 13 == 0 || count < 200 {
      let first = codes.firstIndex(of: code)
      #expect(atOnce.position(of: code) == first && oneByOne.position(of: code) == first)
    }
    #expect(atOnce.position(of: "CAB") == nil)
  }

  @Test func aTableTakesAllRowsOrNone() {
    let rows = (0..<300).map { Node(code: Code("ND-\($0)"), position: nil) }
    var builder = NetworkBuilder()
    let isFilled = builder.add(rows)
    let isFilledAgain = builder.add([
      Node(code: Code("ND-new"), position: nil), Node(code: Code("ND-7"), position: nil),
    ])
    #expect(isFilled && !isFilledAgain)
    #expect(builder.network.nodes.count == 300)
    #expect(builder.network.nodes.index(of: Code("ND-new")) == nil)
    #expect(rows.indices.allSatisfy { builder.network.nodes.index(of: rows[$0].code) == Index($0) })
    let (taken, free) = (builder.add(rows[299]), builder.add(Node(code: Code("ND-300"), position: nil)))
    #expect(taken == nil && free == Index(300))
  }

  /// A keyboard may compose an accent where a file does not.
  @Test func equalCodesAreFoundHoweverTheirAccentsAreWritten() {
    var builder = NetworkBuilder()
    _ = builder.add(Node(code: Code("Péronne-1"), position: nil))
    #expect(builder.network.nodes.index(of: Code("Pe\u{301}ronne-1")) == Index(0))
  }
}
