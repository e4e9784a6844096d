import FibreProgramme
import FibreTestSupport
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [("0", "0.00"), ("1234.5", "1234.50"), ("-0.05", "-0.05"), ("400000.00", "400000.00")])
  func amountsAreReadAndWritten(text: String, written: String) {
    #expect(Money(text)?.description == written)
  }

  @Test(arguments: [
    "", "-", ".5", "1.", "1.234", "1,50", "1 000", "+1", "1e3", "12345678901234567", "9999999999999999", "--1", "٣",
  ])
  func otherTextsAreNoAmounts(text: String) {
    #expect(Money(text) == nil)
  }

  @Test func amountsAddUpWithoutLoss() {
    let tenCents = Array(repeating: Money(cents: 10), count: 1_000_000)
    #expect(tenCents.total() == euros("100000"))
  }

  @Test(arguments: [(5, "0.01"), (-5, "-0.01"), (4, "0.00"), (-4, "0.00"), (15, "0.02")])
  func halfCentsGoAwayFromZero(cents: Int64, tenth: String) {
    #expect(rate("0.1").of(Money(cents: cents)).description == tenth)
  }

  @Test(arguments: [("2762.33", "2762.00"), ("2762.50", "2763.00"), ("-2762.50", "-2763.00")])
  func eurosAreRoundedAwayFromZeroToo(amount: String, rounded: String) {
    #expect(euros(amount).roundedToEuro.description == rounded)
  }

  @Test func ratesAreExactRatios() {
    #expect(Rate(percent: "16.404") == Rate("0.16404"))
    #expect(Rate(6, over: -8) == Rate(-3, over: 4))
    #expect(Rate(1, over: 0) == nil)
    #expect(rate("0.1") + rate("0.2") == rate("0.3"))
    #expect(Rate(1, over: 3).map { $0 * rate("3") } == .one)
    #expect(rate("0.8131").percentText(decimals: 2) == "81.31")
    #expect(rate("-0.00005").text(decimals: 4) == "-0.0001")
    #expect(Rate(euros("1"), of: .zero) == nil)
  }

  @Test(arguments: 0..<100)
  func ratesOfAmountsAgreeWithDecimals(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let amount = Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)
    let millionths = Int64.random(in: 0...2_000_000, using: &random)
    // Both fit a double without loss.
    let exact = Double(amount * millionths) / 1_000_000
    let result = Double(Rate(millionths: millionths).of(Money(cents: amount)).cents)
    #expect(abs(result - exact) <= 0.5 && result == exact.rounded(.toNearestOrAwayFromZero), "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func partsOfASplitAddUpAndStayWithinACent(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let amount = Money(cents: Int64.random(in: -10_000_000...10_000_000, using: &random))
    let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int64.random(in: 0...1000, using: &random) }
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return }
    let parts = try #require(amount.split(by: weights))
    #expect(parts.total() == amount, "seed \(seed)")
    for (part, weight) in zip(parts, weights) {
      let exact = Double(amount.cents) * Double(weight) / Double(whole)
      #expect(abs(Double(part.cents) - exact) < 1, "seed \(seed)")
      #expect(weight > 0 || part == .zero, "seed \(seed)")
    }
  }

  @Test func aSplitIsTheSameWhoeverAsks() {
    #expect(euros("100").split(by: [1, 1, 1]) == [euros("33.34"), euros("33.33"), euros("33.33")])
    #expect(euros("-100").split(by: [1, 1, 1]) == [euros("-33.34"), euros("-33.33"), euros("-33.33")])
    #expect(euros("1").split(by: [0, 0]) == nil)
    #expect(euros("1").split(by: [2, -1]) == nil)
    #expect(euros("1").split(by: []) == nil)
  }
}
