import FibreModel
import FibreProgramme
import Testing

/// A zone is handed over by the delegatee's acceptance, whatever the owner's steps say.
@Suite struct HandoverRecordTests {
  private func zone(_ handover: String?, plugs: Int = 100) -> Zone {
    Zone(
      code: "Z", lot: "L", contractor: "A", plugs: plugs,
      reached: handover.map { [.works: day("2026-01-15"), .handover: day($0)] } ?? [.works: day("2026-01-15")])
  }

  private func lot(_ code: String, _ presented: String, _ answers: [(Bool, String)], plugs: Int = 100) throws
    -> HandoverLot
  {
    var lot = try HandoverLot(
      code: code, presentedOn: day(presented), zones: [.init(zone: "Z", contractor: "A", plugs: plugs)])
    for (isAccepted, date) in answers {
      try lot.answer(zone: "Z", isAccepted: isAccepted, on: day(date), reason: isAccepted ? "" : "labels")
    }
    return lot
  }

  private func rules(_ lots: [HandoverLot], _ zone: Zone, on date: String = "2026-12-31") -> [String] {
    HandoverRecord(of: lots).findings(on: [zone], on: day(date)).map(\.rule)
  }

  @Test func withoutAcceptanceAStepIsNoHandover() throws {
    let waiting = try lot("B1", "2026-02-01", [])
    let zones = HandoverRecord(of: [waiting]).reconciled([zone("2026-02-10")], on: day("2026-12-31"))
    #expect(zones[0].reached[.handover] == nil && zones[0].reached[.works] != nil)
    #expect(rules([waiting], zone("2026-02-10")) == ["handover.not-accepted"])
    // Where nobody wrote down answers, the steps are all there is.
    #expect(HandoverRecord(of: []).reconciled([zone("2026-02-10")], on: day("2026-12-31")) == [zone("2026-02-10")])
  }

  @Test func aLaterRefusalTakesTheHandoverAwayFromItsDayOn() throws {
    let lots = [
      try lot("B1", "2026-02-01", [(true, "2026-02-10")]), try lot("B2", "2026-05-01", [(false, "2026-05-20")]),
    ]
    let record = HandoverRecord(of: lots)
    #expect(record.acceptedOn("Z", on: day("2026-02-09")) == nil)
    #expect(record.acceptedOn("Z", on: day("2026-05-19")) == day("2026-02-10"))
    #expect(record.acceptedOn("Z", on: day("2026-05-20")) == nil)
    #expect(rules(lots, zone("2026-02-10"), on: "2026-05-19") == [])
    #expect(rules(lots, zone("2026-02-10")) == ["handover.taken-back"])
  }

  @Test func contradictionsAreSaid() throws {
    let accepted = try lot("B1", "2026-02-01", [(true, "2026-02-10")])
    #expect(rules([accepted], zone("2026-02-10")) == [])
    #expect(rules([accepted], zone("2026-02-12")) == ["handover.date-differs"])
    #expect(rules([accepted], zone(nil)) == ["handover.step-missing"])
    let again = try lot("B2", "2026-03-01", [(true, "2026-03-10")])
    #expect(rules([accepted, again], zone("2026-02-10")) == ["handover.accepted-twice"])
    #expect(rules([accepted], zone("2026-02-10", plugs: 99)) == ["handover.plugs-above"])
  }

  @Test func eachMonthIsWhatItsOwnProgressSays() throws {
    var programme = Programme(name: "P", source: "S")
    programme.zones = [zone("2026-02-10")]
    programme.handoverLots = [
      try lot("B1", "2026-02-01", [(true, "2026-02-10")]), try lot("B2", "2026-05-01", [(false, "2026-05-20")]),
    ]
    var history = AddressHistory()
    let days = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]
    for (offset, date) in days.enumerated() {
      // The dwellings are counted again each month, and one address is deployed in March.
      let line = AddressLine(
        address: "A", state: offset < 2 ? .underWay : .deployed, plugs: 10 + offset, commune: "80021", cabinet: "Z",
        cabledOn: day("2026-03-02"), opensOn: day("2026-04-15"))
      _ = history.add(AddressSnapshot(date: day(date), source: date, lines: [line]))
    }
    let series = CounterSeries(of: programme, history, upTo: day("2026-05-31"))
    for (offset, date) in days.enumerated() {
      var records = DeploymentState.Records()
      (records.zones, records.zonesSource) = (programme.reconciled(on: day(date)).zones, "S")
      let state = try #require(DeploymentState(of: history, records, on: day(date), by: .commune))
      func plugs(_ steps: [BurnUp.Step]) -> Int {
        steps.first { $0.month == day(date).calendarMonth }?.plugs ?? 0
      }
      #expect(plugs(series.built) == state.whole[.built]?.count, "\(date)")
      #expect(plugs(series.handedOver) == state.whole[.handedOver]?.count, "\(date)")
      #expect(plugs(series.connectable) == state.whole[.connectable]?.count, "\(date)")
      if offset == 3 { #expect(plugs(series.handedOver) == 13 && plugs(series.connectable) == 13) }
    }
  }

  // MARK: Records that can't be

  @Test func recordsThatCanNotBeAreSaid() {
    var programme = Programme(name: "P")
    programme.zones = [zone("2026-12-10")]
    programme.attempts = [
      ConnectionAttempt(order: "O", number: 3, date: day("2026-03-01"), outcome: .success),
      ConnectionAttempt(order: "N", number: 1, date: day("2026-12-01"), outcome: .success),
    ]
    var contract = Contract(
      lot: Lot(code: "L", holder: "A", amountExcludingTax: euros("100.00")), notifiedOn: day("2026-01-01"))
    contract.amendments = [
      Contract.Amendment(signedOn: day("2026-02-01"), change: euros("-100.01"), reason: "less")
    ]
    contract.orders = [
      Contract.Order(
        code: "B", orderedOn: day("2026-02-02"), amount: euros("0.00"), acceptedOn: day("2026-02-01"))
    ]
    programme.contracts = [contract]
    let rules = Set(programme.findings(on: day("2026-06-30")).map { "\($0.code) \($0.rule)" })
    #expect(
      rules.isSuperset(of: [
        "Z programme.later", "N programme.later", "O attempt.number-missing", "L contract.negative", "L contract.date",
      ]), "\(rules)")
  }

  // MARK: Lateness

  @Test func penaltiesRunOnEveryLateOrderUpToItsAcceptance() throws {
    var contract = Contract(
      lot: Lot(code: "L", holder: "A", amountExcludingTax: euros("9000.00")), notifiedOn: day("2026-01-01"))
    func order(_ code: String, due: String?, accepted: String?) -> Contract.Order {
      Contract.Order(
        code: code, orderedOn: day("2026-01-02"), amount: euros("3000.00"), dueOn: due.map(day),
        acceptedOn: accepted.map(day))
    }
    contract.orders = [
      order("1", due: "2026-03-01", accepted: "2026-03-11"), order("2", due: "2026-03-01", accepted: nil),
      order("3", due: "2026-03-01", accepted: "2026-03-01"), order("4", due: nil, accepted: nil),
    ]
    #expect(contract.penalties(on: day("2026-03-31")).map(\.amount) == [euros("10.00"), euros("30.00")])
    #expect(contract.penalties(on: day("2026-03-05")).map(\.days) == [4, 4])
  }

  @Test func invoicesPaidLateAreLateInvoices() throws {
    var programme = Programme(name: "P", lateInterest: rate("0.12"))
    programme.zones = [zone(nil)]
    var paid = try Invoice(
      code: "1", contractor: "A", amountIncludingTax: euros("10.00"), receivedOn: day("2026-01-01"))
    try paid.reach(.paid, on: day("2026-02-15"))
    programme.invoices = [paid]
    let review = try ProgrammeReview(of: programme, AddressHistory(), on: day("2026-06-30"))
    #expect(review.contractors.map(\.lateInvoices) == [1] && review.money.invoices.lateCount == 1)
  }

  @Test func monthsOfWhichNobodyTellsAreNoMonthsWithoutOutput() throws {
    var programme = Programme(name: "P")
    programme.zones = [zone("2026-02-10"), Zone(code: "Y", lot: "L", contractor: "A", plugs: 100)]
    var history = AddressHistory()
    let lines = ["Y", "Z"].map {
      AddressLine(address: $0, state: .targeted, plugs: 100, commune: "80021", cabinet: $0)
    }
    _ = history.add(AddressSnapshot(date: day("2026-03-31"), source: "IPE", lines: lines))
    let review = try ProgrammeReview(of: programme, history, on: day("2027-03-31"))
    #expect(review.throughput.history == [100, 0] && review.throughput.lastMonth == month("2026-03"))
    #expect(review.deployment.findings.map(\.rule).contains("snapshot.stale"))
  }
}
