import FibreModel
import FibreProgramme
import Testing

@Suite struct DeploymentStateTests {
  /// Three months of lists: A and B are deployed, B is lost and comes back, C never is, D is abandoned.
  private var history: AddressHistory {
    var history = AddressHistory()
    for (date, text) in [
      ("2026-01-15", "A:EC:2:PM1 B:DE:3:PM1 C:CI:5:PM2 D:AB:7:PM2"),
      ("2026-02-15", "A:DE:2:PM1 B:EC:3:PM1 C:CI:5:PM2 D:AB:7:PM2"),
      ("2026-03-15", "A:DE:2:PM1 B:DE:3:PM1 C:CI:5:PM2"),
    ] { _ = history.add(snapshot(date, text)) }
    return history
  }

  private func zone(_ code: String, _ reached: [Zone.Milestone: String]) -> Zone {
    Zone(code: code, lot: "1", contractor: "ACME", plugs: 0, reached: reached.mapValues { day($0) })
  }

  private var records: DeploymentState.Records {
    var records = DeploymentState.Records()
    records.zones = [zone("PM1", [.executionStudy: "2025-06-01", .works: "2025-12-01", .handover: "2026-01-31"])]
    records.zonesSource = "zones"
    records.attempts = [
      ConnectionAttempt(order: "O1", number: 1, date: day("2026-03-01"), outcome: .success, address: "A")
    ]
    records.attemptsSource = "attempts"
    return records
  }

  private func state(
    _ records: DeploymentState.Records, on date: String, by grouping: Grouping = .cabinet
  ) throws -> DeploymentState {
    try #require(DeploymentState(of: history, records, on: day(date), by: grouping))
  }

  @Test func aCounterThatNobodyTellsOfHasNoFigure() throws {
    let state = try state(DeploymentState.Records(), on: "2026-03-31")
    #expect(state.whole.figures.map(\.counter) == [.targeted, .connectable])
    #expect(state.whole[.built] == nil && state.whole[.connected] == nil)
    #expect(state.stocks.map { "\($0.from) \($0.to.map { "\($0)" } ?? "") \($0.plugs)" } == ["targeted connectable 5"])
    #expect(state.findings.isEmpty, "no counter is missed that nobody tells of")
  }

  @Test func everyFigureHasItsBaseItsDateAndItsSource() throws {
    let state = try state(records, on: "2026-03-31")
    #expect(state.whole.figures.map(\.count) == [10, 5, 5, 5, 5, 1])
    #expect(state.whole.figures.map(\.base.count) == [10, 10, 10, 10, 10, 5])
    let list = "2026-03-15.csv (2026-03-15)"
    #expect(state.whole.figures.map(\.source) == [list, "zones", "zones", "zones", list, "attempts"])
    #expect(state.whole.figures.map(\.base.source) == Array(repeating: list, count: 6))
    #expect(state.whole.figures.allSatisfy { $0.date == day("2026-03-31") && $0.base.date == $0.date })
    #expect(state.whole[.connected]?.rate?.percentText(decimals: 1) == "20.0")
  }

  @Test func aGroupIsHeldAgainstItself() throws {
    let state = try state(records, on: "2026-03-31")
    #expect(state.groups.map(\.name) == ["PM1", "PM2"])
    #expect(state.groups[0][.connectable]?.base.count == 5)
    #expect(state.groups[0][.targeted]?.base.count == 10, "its share in the whole")
    #expect(state.groups[1][.connectable]?.rate == .zero)
    #expect(state.groups[1][.connected]?.rate == nil, "nothing is connectable, so there is no rate")
  }

  @Test func thePlugsOfAnAbandonedAddressAreInTheListOnly() throws {
    let state = try state(DeploymentState.Records(), on: "2026-02-28")
    #expect(state.whole[.targeted]?.count == 10 && state.whole[.targeted]?.base.count == 17)
    var scoped = DeploymentState.Records()
    scoped.scope = CounterFigure.Base(count: 40, date: day("2026-01-01"), source: "programme")
    #expect(try self.state(scoped, on: "2026-02-28").whole[.targeted]?.base == scoped.scope)
  }

  @Test func laterListsAreNotKnownYet() throws {
    let state = try state(records, on: "2026-02-28")
    #expect(state.snapshot == SnapshotName(date: day("2026-02-15"), source: "2026-02-15.csv"))
    #expect(state.whole[.connectable]?.count == 2 && state.whole[.connected]?.count == 0)
    #expect(DeploymentState(of: history, records, on: day("2026-01-14"), by: .commune) == nil)
  }

  @Test func theBridgesReconcile() throws {
    let bridges = try state(records, on: "2026-03-31").bridges
    #expect(
      bridges.map { "\($0.month) \($0.opening) \($0.new) \($0.lost) \($0.back) \($0.closing) \($0.residue)" } == [
        "2026-02 3 2 3 0 2 0", "2026-03 2 0 0 3 5 0",
      ])
  }

  @Test func whatWaitsBetweenCountersHasItsAge() throws {
    let stocks = try state(records, on: "2026-03-31").stocks
    #expect(stocks.map(\.plugs) == [5, 0, 0, 0, 4])
    #expect(stocks[0].items.map { "\($0.address) \($0.days)" } == ["C 75"])
    #expect(stocks[4].items.map { "\($0.address) \($0.plugs) \($0.days)" } == ["A 1 44", "B 3 16"])
  }

  // MARK: Places

  private let territory = Geography(
    date: day("2026-01-01"), communes: [Commune(code: "80505", name: "M", department: "80", intercommunality: "E1")],
    ends: [CommuneEnd(code: "80175", successor: "80505", date: day("2019-01-01"))])

  private func places(_ communes: [(commune: String, cabinet: String, state: AddressState)]) -> [Finding] {
    let lines = communes.enumerated().map {
      AddressLine(address: "A\($0)", state: $1.state, plugs: 1, commune: $1.commune, cabinet: $1.cabinet)
    }
    return AddressSnapshot(date: day("2026-02-01"), source: "l.csv", lines: lines).placeFindings(on: territory)
  }

  @Test func communesAndCabinetsThatAreOddAreSaidOnce() {
    let findings = places([
      ("80505", "P1", .deployed), ("80175", "P1", .targeted), ("80175", "P2", .targeted), ("99999", "P2", .targeted),
      ("99999", "", .targeted), ("11111", "P1", .abandoned),
    ])
    #expect(
      findings.map { "\($0.severity) \($0.rule) \($0.code)" } == [
        "info cabinet.several-communes P1", "info cabinet.several-communes P2", "info commune.ended 80175",
        "error commune.unknown 99999",
      ])
    #expect(findings[3].message.description.hasPrefix("2 addresses"))
    #expect(places([("80505", "P1", .deployed)]).isEmpty)
  }

  @Test func onlyCountsAreAddedUp() {
    func isCount(_ measure: String) -> Bool {
      CommuneFigures(measure: measure, date: day("2026-01-01"), source: "", rows: []).isCount
    }
    #expect(["raccordables", "logements", "Locaux Raccordables", "partages"].allSatisfy(isCount))
    #expect(!["epci_siren", "classe", "Catégorie", "taux_2018", "code postal"].contains(where: isCount))
  }
}
