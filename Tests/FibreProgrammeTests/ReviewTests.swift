import FibreModel
import FibreProgramme
import Testing

/// The review of a programme, on small programmes whose figures can be worked out by head.
@Suite struct ReviewTests {
  /// Zones of one plug at one address each, handed over on a day or not at all.
  private func programme(_ zones: [(code: String, contractor: String, handedOver: String?)]) -> (
    programme: Programme, history: AddressHistory
  ) {
    var programme = Programme(name: "P", source: "S")
    programme.zones = zones.map { zone in
      Zone(
        code: zone.code, lot: "L", contractor: zone.contractor, plugs: 100,
        planned: [.works: day("2026-01-31"), .handover: day("2026-02-28")],
        reached: zone.handedOver.map { [.works: day("2026-01-15"), .handover: day($0)] } ?? [:])
    }
    programme.contract = [BurnUp.Step(month: month("2026-12"), plugs: 100 * zones.count)]
    var history = AddressHistory()
    let lines = zones.map {
      AddressLine(address: "A-" + $0.code, state: .targeted, plugs: 100, commune: "80021", cabinet: $0.code)
    }
    _ = history.add(AddressSnapshot(date: day("2026-01-01"), source: "IPE", lines: lines))
    return (programme, history)
  }

  @Test func onlyMonthsThatAreOverAndContractorsThatGoOnMakeTheHistory() throws {
    let (programme, history) = programme([
      ("Z1", "A", "2026-02-10"), ("Z2", "A", "2026-04-10"), ("Z3", "A", nil), ("Z4", "B", "2026-03-10"),
      ("Z5", "A", "2026-05-02"),
    ])
    let review = try ProgrammeReview(of: programme, history, on: day("2026-05-20"))
    let throughput = review.throughput
    #expect(throughput.history == [100, 0, 100] && throughput.finished == ["B"])
    #expect(throughput.lastMonth == month("2026-04") && throughput.firstMonth == month("2026-02"))
    #expect(throughput.handedOver == 400 && throughput.remaining == 100 && throughput.monthsLeft == 8)
    // Three months are no history to draw from.
    #expect(throughput.forecast == nil && throughput.backTest == nil)
    guard case .failure(.tooShort(months: 3, _)) = throughput.outcome else {
      Issue.record("\(throughput.outcome)")
      return
    }
    // On the last day of a month that month counts.
    let later = try ProgrammeReview(of: programme, history, on: day("2026-05-31"))
    #expect(later.throughput.history == [100, 0, 100, 100])
  }

  @Test func whatIsMissingBetweenTheFirstCounterAndTheFifthIsTheSumOfTheStocks() throws {
    let (programme, history) = programme([("Z1", "A", "2026-02-10"), ("Z2", "A", nil), ("Z3", "B", nil)])
    let deployment = DeploymentReview(of: programme, history, on: day("2026-03-31"))
    let counts = deployment.figures.map(\.count)
    #expect(counts == [300, 0, 100, 100, 0])
    #expect(deployment.byContractor.rows.map(\.name) == ["A", "B"])
    #expect(
      deployment.series.handedOver == [
        BurnUp.Step(month: month("2026-02"), plugs: 100), BurnUp.Step(month: month("2026-03"), plugs: 100),
      ])
    #expect(deployment.figures.allSatisfy { $0.base.count == 300 })
    // Nobody tells of connections, which is not the same as none.
    #expect(!deployment.figures.contains { $0.counter == .connected })
  }

  @Test func aZoneEarnsByItsStepsAndALotIsPartedByPlugs() throws {
    var (programme, history) = programme([("Z1", "A", "2026-02-10"), ("Z2", "A", nil)])
    programme.zones[1] = Zone(
      code: "Z2", lot: "L", contractor: "A", plugs: 300, planned: programme.zones[0].planned,
      reached: [.works: day("2026-03-01")])
    var contract = Contract(
      lot: Lot(code: "L", holder: "A", amountExcludingTax: euros("4000.00")), notifiedOn: day("2025-12-01"))
    contract.situations = [Contract.Situation(number: 1, date: day("2026-02-28"), amount: euros("500.00"))]
    programme.contracts = [contract]
    let value = ValueCurve(of: programme, on: day("2026-02-28"))
    // Z1 is worth 1000 and earned works and handover, 55 %; both were planned to have earned that.
    #expect(value.today.budget == euros("4000.00") && value.today.earned == euros("550.00"))
    #expect(value.today.planned == euros("2200.00") && value.today.actualCost == euros("500.00"))
    #expect(value.points.first?.month == month("2026-01") && value.points.last?.month == month("2026-02"))
    let later = ValueCurve(of: programme, on: day("2026-03-31"))
    #expect(later.today.earned == euros("2050.00") && later.points.count == 3)
    #expect(try ProgrammeReview(of: programme, history, on: day("2026-03-31")).lateZones.map(\.zone.code) == ["Z2"])
  }

  @Test func weightsOfStepsMakeAWhole() {
    #expect(Zone.weights.reduce(0) { $0 + $1.hundredths } == 100)
  }

  @Test func whatGrantsStillOweIsNeverNegative() throws {
    var (programme, history) = programme([("Z1", "A", "2026-02-10")])
    var grant = Grant(
      name: "G", rate: rate("0.5"), capPerPlug: euros("2.00"), agreedAmount: euros("1000.00"),
      eligibleFrom: day("2026-01-01"), eligibleUntil: day("2026-12-31"))
    grant.steps = [Grant.Step(date: day("2026-02-01"), state: .advancePaid, amount: euros("300.00"))]
    programme.grants = [grant]
    var contract = Contract(lot: Lot(code: "L", amountExcludingTax: euros("900.00")), notifiedOn: day("2026-01-01"))
    contract.situations = [Contract.Situation(number: 1, date: day("2026-02-05"), amount: euros("900.00"))]
    programme.contracts = [contract]
    let line = try #require(try ProgrammeReview(of: programme, history, on: day("2026-02-28")).money.grants.first)
    // Half of 900 is above the cap of 100 plugs at two euros.
    #expect(line.earned == euros("200.00") && line.received == euros("300.00") && line.claimable == .zero)
  }

  @Test func aProgrammeWithoutAnythingIsReviewed() throws {
    let review = try ProgrammeReview(of: Programme(name: "P"), AddressHistory(), on: day("2026-03-31"))
    #expect(review.deployment.figures.allSatisfy { $0.count == 0 && $0.rate == nil })
    #expect(review.throughput.forecast == nil && review.value.schedule == nil && review.contractors.isEmpty)
    #expect(review.burnUp.points.count == 1)
  }

  @Test func aReserveIsPendingUntilItIsLifted() throws {
    var reserve = Reserve(code: "R", severity: .major, object: "", openedOn: day("2026-01-10"))
    try reserve.move(to: .corrected, on: day("2026-02-01"))
    try reserve.move(to: .lifted, on: day("2026-02-10"))
    #expect(!reserve.isPending(on: day("2026-01-09")) && reserve.isPending(on: day("2026-01-10")))
    #expect(reserve.isPending(on: day("2026-02-09")) && !reserve.isPending(on: day("2026-02-10")))
  }
}
