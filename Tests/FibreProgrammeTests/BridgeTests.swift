import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

@Suite struct BridgeTests {
  @Test func everyMovementHasItsPlace() {
    var history = AddressHistory()
    for one in [
      snapshot("2026-01-10", "A:DE:2 B:DE:1 C:EC:4 D:DE:5 E:DE:1"),
      snapshot("2026-02-10", "A:EC:2 B:DE:3 C:DE:4 D:AB:5 E:DE:1"),
      snapshot("2026-03-10", "A:DE:2 B:DE:3 C:DE:4 F:DE:7"),
      snapshot("2026-05-10", "A:DE:2 B:DE:3 C:DE:4 F:DE:6"),
    ] { _ = history.add(one) }
    let bridges = MonthlyBridge.all(of: history)
    #expect(bridges.map(\.month.description) == ["2026-02", "2026-03", "2026-04", "2026-05"])
    let figures = bridges.map { [$0.opening, $0.new, $0.lost, $0.back, $0.perimeter, $0.closing] }
    #expect(figures == [[9, 4, 7, 0, 2, 8], [8, 7, 1, 2, 0, 16], [16, 0, 0, 0, 0, 16], [16, 0, 0, 0, -1, 15]])
    #expect(bridges.allSatisfy { $0.residue == 0 })
    #expect(bridges[0].losses.map(\.address) == ["A", "D"])
    #expect(bridges[1].losses.map(\.address) == ["E"])
    #expect(MonthlyBridge.all(of: AddressHistory()).isEmpty)
  }

  @Test func anAddressThatMovesChangesThePerimeter() {
    var history = AddressHistory()
    _ = history.add(snapshot("2026-01-10", "A:DE:2:PM1 B:DE:1:PM1"))
    _ = history.add(snapshot("2026-02-10", "A:DE:2:PM2 B:DE:1:PM1"))
    let left = MonthlyBridge.all(of: history) { $0.cabinet == "PM1" }
    #expect(left.map { [$0.opening, $0.perimeter, $0.lost, $0.closing, $0.residue] } == [[3, -2, 0, 1, 0]])
    let right = MonthlyBridge.all(of: history) { $0.cabinet == "PM2" }
    #expect(right.map { [$0.opening, $0.perimeter, $0.new, $0.closing, $0.residue] } == [[0, 2, 0, 2, 0]])
  }

  @Test(arguments: 0..<80)
  func everyBridgeReconcilesToZero(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var history = AddressHistory()
    for step in 0..<10 {
      let lines = (0..<15).filter { _ in Int.random(in: 0..<6, using: &random) > 0 }.map { number in
        let state = [AddressState.deployed, .underWay, .abandoned].randomElement(using: &random) ?? .targeted
        return AddressLine(
          address: "A\(number)", state: state, plugs: Int.random(in: 0...4, using: &random),
          commune: "8000\(Int.random(in: 1...2, using: &random))", cabinet: "")
      }
      let date = day("2026-01-05").adding(days: step * 17)
      _ = history.add(AddressSnapshot(date: date, source: "s\(step)", lines: lines))
    }
    for bridges in [
      MonthlyBridge.all(of: history), MonthlyBridge.all(of: history) { $0.commune == "80001" },
      MonthlyBridge.all(of: history) { $0.commune == "80002" },
    ] {
      #expect(bridges.allSatisfy { $0.residue == 0 }, "seed \(seed)")
      #expect(zip(bridges, bridges.dropFirst()).allSatisfy { $0.closing == $1.opening }, "seed \(seed)")
    }
  }

  @Test func aLedgerJoinsListZonesAndConnections() {
    var history = AddressHistory()
    _ = history.add(snapshot("2026-01-10", "A:DE:2:PM1 B:EC:1:PM1 C:CI:1:PM2 D:AB:1:PM2"))
    _ = history.add(snapshot("2026-01-24", "A:DE:2:PM1 B:DE:1:PM1 C:CI:1:PM2 D:AB:1:PM2"))
    let zone = Zone(
      code: "PM1", lot: "L1", contractor: "X", plugs: 3,
      reached: [.executionStudy: day("2025-01-01"), .works: day("2025-06-01"), .handover: day("2025-08-01")])
    let attempts = [
      ConnectionAttempt(
        order: "1", number: 1, date: day("2026-02-01"), outcome: .failure(FailureCode("FINT04")), address: "A"),
      ConnectionAttempt(order: "1", number: 2, date: day("2026-02-08"), outcome: .success, address: "A"),
    ]
    let ledger = ProgressLedger(history: history, zones: [zone], attempts: attempts, centralOffices: ["PM1": "NRO1"])
    #expect(ledger.addresses.map(\.address) == ["A", "B", "C"])
    let table = CounterTable(of: ledger.addresses, by: .cabinet, on: day("2026-02-28"))
    #expect(table.rows.map(\.counts) == [[3, 3, 3, 3, 3, 1], [1, 0, 0, 0, 0, 0]])
    #expect(ledger.addresses[1].connectableOn == day("2026-01-24"))
    #expect(
      CounterTable(of: ledger.addresses, by: .centralOffice, on: day("2026-02-28")).rows.map(\.name) == ["", "NRO1"])
    #expect(CounterTable(of: ledger.addresses, by: .lot, on: day("2026-02-28")).rows.map(\.name) == ["", "L1"])
  }

  @Test func plugsWaitForTheirNotice() {
    let line = AddressLine(
      address: "A", state: .deployed, plugs: 1, commune: "80001", cabinet: "PM1", cabinetState: .deployed,
      cabledOn: day("2025-12-20"), availableOn: day("2026-01-05"))
    var history = AddressHistory()
    _ = history.add(AddressSnapshot(date: day("2026-01-10"), source: "x", lines: [line]))
    let ledger = ProgressLedger(history: history, zones: [])
    #expect(ledger.addresses[0].connectableOn == day("2026-04-05"))
    let cabinets = CabinetRules(of: history.lines)
    #expect(cabinets.cabinets.map(\.cabinet) == ["PM1"])
    #expect(cabinets.findings(on: day("2026-05-01"), years: 2).isEmpty)
  }

  @Test func cabinetsKeepTheirNoticeAndAreFinishedInTime() {
    func line(_ address: String, _ state: AddressState, opens: String?) -> AddressLine {
      AddressLine(
        address: address, state: state, plugs: 5, commune: "80001", cabinet: "PM1", availableOn: day("2020-01-31"),
        opensOn: opens.map(day))
    }
    let early = CabinetRules(of: [line("A", .deployed, opens: "2020-04-29"), line("B", .underWay, opens: nil)])
    #expect(
      early.findings(on: day("2022-02-01"), years: 2).map(\.rule) == ["cabinet.notice", "cabinet.incomplete"])
    #expect(early.findings(on: day("2022-02-01"), justified: ["PM1": 5], years: 2).map(\.rule) == ["cabinet.notice"])
    #expect(early.cabinets[0].completeness(justified: 2)?.percentText(decimals: 0) == "70")
    let kept = CabinetRules(of: [line("A", .deployed, opens: "2020-04-30")])
    #expect(kept.findings(on: day("2022-02-01"), years: 2).isEmpty)
  }
}
