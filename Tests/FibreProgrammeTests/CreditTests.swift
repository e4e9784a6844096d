import FibreModel
import FibreProgramme
import Testing

@Suite struct CreditTests {
  private func vote(_ date: String, _ amount: String, _ credits: [Int: String]) -> Authorisation.Vote {
    .init(date: day(date), amount: euros(amount), credits: credits.mapValues(euros), reason: "")
  }

  private var move: Authorisation {
    Authorisation(
      name: "core network move", vote: vote("2022-06-28", "1400000", [2022: "400000", 2023: "1000000"]),
      entries: [
        .init(date: day("2022-09-01"), stage: .committed, amount: euros("1138359.40"), object: "lots"),
        .init(date: day("2022-12-01"), stage: .paid, amount: euros("300000"), object: "lot 1"),
        .init(date: day("2023-12-01"), stage: .paid, amount: euros("500000"), object: "lots 2, 3"),
      ])
  }

  @Test func theStateFollowsTheDate() {
    let state = AuthorisationState(of: move, on: day("2023-01-01"))
    #expect(state.leftToCommit == euros("261640.60"))
    #expect(state.commitmentRate?.percentText(decimals: 1) == "81.3")
    #expect(state.leftToPay == euros("838359.40"))
    #expect(state.years.map(\.year) == [2022, 2023])
    #expect(state.years.map { $0.executionRate?.percentText(decimals: 0) } == ["75", "0"])
    #expect(state.findings(code: "AP1").isEmpty)
    let before = AuthorisationState(of: move, on: day("2022-01-01"))
    #expect(before.amount == .zero && before.commitmentRate == nil && before.coverageYears == nil)
  }

  @Test func aRevisionBelowWhatIsCommittedIsRefused() {
    var move = move
    let wanted = vote("2023-03-01", "1138359.39", [2022: "400000", 2023: "738359.39"])
    #expect(
      throws: Authorisation.Refusal.belowCommitted(wanted: euros("1138359.39"), committed: euros("1138359.40"))
    ) { try move.revise(wanted) }
    #expect(move.votes.count == 1)
  }

  @Test func aRevisionIsDatedAndItsCreditsAddUp() throws {
    var move = move
    try move.revise(vote("2023-03-01", "1138359.40", [2022: "300000", 2023: "838359.40"]))
    #expect(move.vote(on: day("2023-02-28"))?.amount == euros("1400000"))
    #expect(move.vote(on: day("2023-03-01"))?.amount == euros("1138359.40"))
    #expect(throws: Authorisation.Refusal.olderThanLast(day("2023-02-01"), last: day("2023-03-01"))) {
      try move.revise(vote("2023-02-01", "2000000", [2023: "2000000"]))
    }
    #expect(throws: Authorisation.Refusal.creditsDiffer(amount: euros("2000000"), credits: euros("1"))) {
      try move.revise(vote("2023-04-01", "2000000", [2023: "1"]))
    }
    #expect(throws: Authorisation.Refusal.negative(euros("-1"))) {
      try move.revise(vote("2023-04-01", "2000000", [2023: "2000001", 2024: "-1"]))
    }
  }

  @Test func brokenInvariantsAreReported() {
    let wrong = Authorisation(
      name: "x", vote: vote("2022-01-01", "100", [2022: "90"]),
      entries: [
        .init(date: day("2022-02-01"), stage: .assigned, amount: euros("120"), object: ""),
        .init(date: day("2022-02-01"), stage: .committed, amount: euros("130"), object: ""),
        .init(date: day("2022-02-01"), stage: .paid, amount: euros("140"), object: ""),
      ])
    #expect(
      AuthorisationState(of: wrong, on: .latest).findings(code: "x").map(\.rule) == [
        "authorisation.credits-differ", "authorisation.assigned-above", "authorisation.committed-above",
        "authorisation.paid-above", "authorisation.year-above",
      ])
  }

  @Test func coverageIsInYearsOfAveragePayment() {
    let authorisation = Authorisation(
      name: "x", vote: vote("2022-01-01", "1000", [2022: "1000"]),
      entries: [
        .init(date: day("2022-02-01"), stage: .assigned, amount: euros("900"), object: ""),
        .init(date: day("2022-02-01"), stage: .paid, amount: euros("100"), object: ""),
        .init(date: day("2023-02-01"), stage: .paid, amount: euros("200"), object: ""),
      ])
    // 600 left, 150 a year.
    #expect(AuthorisationState(of: authorisation, on: .latest).coverageYears?.text(decimals: 2) == "4.00")
  }

  @Test func aSumThatDoesNotComeOutIsReported() {
    let table = BudgetTable(lines: [
      .init(name: "A", voted: euros("10"), carriedOver: euros("5"), modified: euros("-1"), statedTotal: euros("14")),
      .init(name: "B", voted: euros("10"), carriedOver: .zero, statedTotal: euros("10.01")),
    ])
    #expect(table.findings(place: "budget").map(\.code) == ["B"])
    #expect(table.sum.total == euros("24"))
    #expect(BudgetTable(lines: []).sum.carriedShare == nil)
  }

  @Test func beforeTheVoteAQuarterMayBeSpent() {
    #expect(
      BudgetTable.limitBeforeVote(lastYearsCredits: euros("1000.01"), plannedUnderAuthorisation: euros("40"))
        == euros("290"))
  }
}
