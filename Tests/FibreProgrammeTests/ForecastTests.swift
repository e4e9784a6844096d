import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

@Suite struct ForecastTests {
  static let history = [1800, 2400, 900, 3100, 2600, 0, 2200, 2900, 1500, 2700, 3300, 2000]

  private func request(remaining: Int = 26_000, growth: Int = 0, tail: Int = 0, seed: UInt64 = 1) -> ForecastRequest {
    ForecastRequest(
      history: Self.history, remaining: remaining, scopeGrowth: growth, slowTail: tail, seed: seed)
  }

  // MARK: Known answers

  @Test func theExactDistributionIsTheKnownOne() throws {
    let exact = try MonthDistribution(exactly: request())
    let known = [12: 0.4486, 13: 0.6919, 14: 0.8562, 15: 0.9424, 16: 0.9797]
    for (months, probability) in known {
      #expect(abs(exact.probability(within: months) - probability) < 0.00005, "\(months)")
    }
    #expect(exact.probability(within: -1) == 0 && exact.probability(within: 10_000) > 0.999_999)
  }

  @Test(arguments: [(0, [13, 14, 16]), (150, [14, 16, 17])])
  func drawsGiveTheKnownMonths(growth: Int, months: [Int]) throws {
    let forecast = try Forecast(request(growth: growth))
    #expect([forecast.p50, forecast.p85, forecast.p95] == months)
    let exact = try MonthDistribution(exactly: request(growth: growth))
    #expect([0.50, 0.85, 0.95].map { exact.months(at: $0) } == months)
  }

  @Test func theTwoClassicalAnswersStandBeside() throws {
    let forecast = try Forecast(request())
    #expect(forecast.monthsAtAverage == 13)
    // 2200 + 2900 + 1500 + 2700 + 3300 + 2000 = 14,600 in six months.
    #expect(forecast.monthsAtRecentRate == 11)
    #expect(forecast.requiredRate(monthsLeft: 12) == 2167)
    #expect(forecast.requiredRate(monthsLeft: 0) == nil)
    #expect(try Forecast(request(growth: 150)).requiredRate(monthsLeft: 12) == 2317)
    #expect(try Forecast(request(growth: 3000)).monthsAtAverage == nil)
  }

  // MARK: Laws

  @Test(arguments: 0..<12)
  func drawsAgreeWithTheExactDistribution(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let request = ForecastRequest(
      history: (0..<Int.random(in: 6...12, using: &random)).map { _ in 10 * Int.random(in: 0...20, using: &random) } + [
        50
      ],
      remaining: 10 * Int.random(in: 0...120, using: &random), scopeGrowth: 10 * Int.random(in: 0...1, using: &random),
      slowTail: 10 * Int.random(in: 0...20, using: &random), seed: UInt64(seed))
    let drawn = try Forecast(request).distribution
    let exact = try MonthDistribution(exactly: request)
    // Of 10,000 draws a share errs by more than 0.025 once in a million times.
    for months in 0..<max(drawn.cumulative.count, exact.cumulative.count) {
      #expect(abs(drawn.probability(within: months) - exact.probability(within: months)) < 0.025, "seed \(seed)")
    }
  }

  @Test func theSameSeedGivesTheSameForecast() throws {
    #expect(try Forecast(request(seed: 7)) == Forecast(request(seed: 7)))
    #expect(try Forecast(request(seed: 7)).distribution != Forecast(request(seed: 8)).distribution)
  }

  @Test func equalMonthsLeaveNoDoubt() throws {
    let forecast = try Forecast(ForecastRequest(history: Array(repeating: 100, count: 6), remaining: 950))
    #expect(forecast.p50 == 10 && forecast.p95 == 10)
    #expect(forecast.fan.map(\.p50) == forecast.fan.map(\.p95))
    #expect(forecast.fan.last?.p95 == 950)
    #expect(forecast.confidence(monthsLeft: 9) == 0 && forecast.confidence(monthsLeft: 10) == 1)
  }

  @Test func theFanRisesToWhatRemainsAndNoFurther() throws {
    let fan = try Forecast(request()).fan
    #expect(fan.allSatisfy { $0.p95 <= $0.p85 && $0.p85 <= $0.p50 && $0.p50 <= 26_000 })
    for (one, next) in zip(fan, fan.dropFirst()) { #expect(one.p95 <= next.p95 && one.p50 <= next.p50) }
    #expect(fan[12].p50 == 26_000 && fan[15].p95 == 26_000 && fan[11].p50 < 26_000)
  }

  @Test func aSlowTailTakesLonger() throws {
    let months = try Forecast(
      ForecastRequest(history: Array(repeating: 100, count: 6), remaining: 1000, slowTail: 200)
    ).p50
    // Eight months for 800, then four for 200 at half rate.
    #expect(months == 12)
  }

  @Test func whatIsDoneNeedsNoMonths() throws {
    let forecast = try Forecast(ForecastRequest(history: Array(repeating: 0, count: 6), remaining: 0))
    #expect(forecast.p95 == 0 && forecast.fan.isEmpty && forecast.monthsAtAverage == 0)
  }

  // MARK: Refusals

  @Test func aShortHistoryGivesARangeOnly() {
    #expect(throws: ForecastRefusal.tooShort(months: 3, range: .init(shortest: 4, longest: 10))) {
      try Forecast(ForecastRequest(history: [100, 250, 200], remaining: 1000))
    }
    #expect(throws: ForecastRefusal.tooShort(months: 2, range: .init(shortest: 5, longest: nil))) {
      try Forecast(ForecastRequest(history: [0, 200], remaining: 1000))
    }
    #expect(throws: ForecastRefusal.tooShort(months: 0, range: .init(shortest: nil, longest: nil))) {
      try Forecast(ForecastRequest(history: [], remaining: 1000))
    }
  }

  @Test func impossibleRequestsAreRefused() {
    let six = Array(repeating: 10, count: 6)
    #expect(throws: ForecastRefusal.noOutput) {
      try Forecast(ForecastRequest(history: Array(repeating: 0, count: 6), remaining: 1))
    }
    #expect(throws: ForecastRefusal.negative(-5)) { try Forecast(ForecastRequest(history: six + [-5], remaining: 1)) }
    #expect(throws: ForecastRefusal.negative(-1)) { try Forecast(ForecastRequest(history: six, remaining: -1)) }
    #expect(throws: ForecastRefusal.draws(0)) { try Forecast(ForecastRequest(history: six, remaining: 1, draws: 0)) }
  }

  // MARK: Back-test

  @Test func theBackTestMeasuresItsCoverage() throws {
    let steady = try BackTest(history: Array(repeating: 100, count: 20), horizon: 4)
    #expect(steady.trials.count == 11)
    #expect(steady.trials.allSatisfy { $0.actual == 4 && $0.p50 == 4 && $0.target == 400 })
    #expect(steady.coverage?.p50.share == .one)
    // Output that halves makes every earlier forecast too hopeful.
    let falling = try BackTest(
      history: Array(repeating: 100, count: 10) + Array(repeating: 50, count: 6), horizon: 6)
    #expect(falling.trials.last?.p95 == 6 && falling.trials.last?.actual == nil && falling.trials.last?.target == 600)
    #expect(falling.coverage?.p95.count == 0)
    #expect(try BackTest(history: [1, 2, 3], horizon: 6).coverage == nil)
  }

  @Test func aTrialWhoseMiddleHasPassedIsMissedThereAndOpenElsewhere() throws {
    // From the seventh month on nothing comes: the target of the first six is missed from the month of its P50 on.
    let stopped = try BackTest(history: [100, 0, 100, 0, 100, 0] + Array(repeating: 0, count: 6), horizon: 6)
    let trial = try #require(stopped.trials.first { $0.historyLength == 6 })
    #expect(trial.actual == nil && (trial.p50 ?? .max) <= trial.passed && (trial.p95 ?? 0) > trial.passed)
    let coverage = try #require(stopped.coverage)
    #expect(coverage.p50.count == 0 && coverage.p50.total > coverage.p95.total)
  }

  @Test func ofWhatIsDrawnFromOneUrnTheCoverageIsAboutRight() throws {
    var random = SeededGenerator(seed: 3)
    let history = (0..<160).map { _ in Self.history.randomElement(using: &random) ?? 0 }
    let coverage = try #require(try BackTest(history: history, horizon: 6, draws: 200).coverage)
    func share(_ proportion: Proportion) -> Double { Double(proportion.count) / Double(proportion.total) }
    #expect((0.40...0.72).contains(share(coverage.p50)) && (0.78...0.96).contains(share(coverage.p85)))
    #expect(share(coverage.p95) > 0.90)
  }

  // MARK: Burn-up

  @Test func linesOfABurnUpEndWhereTheirCounterEnds() {
    func step(_ text: String, _ plugs: Int) -> BurnUp.Step { BurnUp.Step(month: month(text), plugs: plugs) }
    let chart = BurnUp(
      from: month("2026-01"), to: month("2026-04"), contract: [step("2026-02", 100), step("2026-04", 200)],
      scope: [step("2025-12", 500)], built: [step("2026-01", 40), step("2026-03", 90)], handedOver: [], connectable: [])
    #expect(chart.points.map(\.contract) == [nil, 100, 100, 200])
    #expect(chart.points.map(\.scope) == [500, 500, 500, 500])
    #expect(chart.points.map(\.built) == [40, 40, 90, nil])
    #expect(chart.points.map(\.handedOver) == [nil, nil, nil, nil])
    #expect(
      BurnUp.monthlyOutput(of: [step("2026-01", 40), step("2026-03", 90), step("2026-04", 85)]) == [0, 50, 0])
    #expect(BurnUp.monthlyOutput(of: []) == [])
  }
}
