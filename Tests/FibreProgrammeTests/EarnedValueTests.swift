import FibreProgramme
import Testing

@Suite struct EarnedValueTests {
  private let move = EarnedValue(
    of: [
      .init(name: "1", budget: euros("156248.91"), planned: .one, done: .one),
      .init(name: "2", budget: euros("467201.98"), planned: rate("0.6"), done: rate("0.4")),
      .init(name: "3", budget: euros("514908.51"), planned: rate("0.4"), done: rate("0.2")),
    ], actualCost: euros("470000"))

  @Test func theKnownFiguresComeOut() {
    #expect(move.budget == euros("1138359.40"))
    #expect(move.planned == euros("642533.50"))
    #expect(move.earned == euros("446111.40"))
    #expect(move.scheduleVariance == euros("-196422.10"))
    #expect(move.costVariance == euros("-23888.60"))
    #expect(move.scheduleIndex?.text(decimals: 4) == "0.6943")
    #expect(move.costIndex?.text(decimals: 4) == "0.9492")
    #expect(move.estimateByTrend == euros("1199316.84"))
    #expect(move.estimateRestAtBudget == euros("1162248.00"))
    #expect(move.estimateByCostAndDelay == euros("1520433.81"))
    #expect(move.indexToBudget?.text(decimals: 4) == "1.0357")
    #expect(euros("1400000") - (move.estimateByTrend ?? .zero) == euros("200683.16"))
    #expect(move.leftToSpend(of: euros("1162248.00")) == euros("692248.00"))
    #expect(move.variance(of: euros("1162248.00")) == euros("-23888.60"))
  }

  @Test func withoutPlanOrCostThereAreNoIndices() {
    let none = EarnedValue(of: [], actualCost: .zero)
    #expect(none.scheduleIndex == nil && none.costIndex == nil && none.indexToBudget == nil)
    #expect(none.estimateByTrend == nil && none.estimateByCostAndDelay == nil)
    let unstarted = EarnedValue(
      of: [.init(name: "1", budget: euros("10"), planned: .one, done: .zero)], actualCost: euros("1"))
    #expect(unstarted.estimateByTrend == nil && unstarted.estimateByCostAndDelay == nil)
  }

  @Test func theEarnedScheduleIsWhereThePlanWas() throws {
    let plan = ["100000", "200000", "330000", "446111.40", "560000", "642533.50"].map(euros)
    let schedule = try #require(EarnedSchedule(plan: plan, earned: move.earned, elapsed: 6))
    #expect(schedule.periods.text(decimals: 1) == "4.0")
    #expect(schedule.index?.text(decimals: 3) == "0.667")
    let half = try #require(EarnedSchedule(plan: plan, earned: euros("50000"), elapsed: 0))
    #expect(half.periods.text(decimals: 2) == "0.50" && half.index == nil)
    #expect(EarnedSchedule(plan: plan, earned: euros("9999999"), elapsed: 6)?.periods.text(decimals: 0) == "6")
    #expect(EarnedSchedule(plan: [], earned: .zero, elapsed: 1) == nil)
    #expect(EarnedSchedule(plan: [euros("2"), euros("1")], earned: .zero, elapsed: 1) == nil)
  }
}
