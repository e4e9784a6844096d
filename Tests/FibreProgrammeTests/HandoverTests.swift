import FibreModel
import FibreProgramme
import Testing

@Suite struct HandoverTests {
  private func lot(reserves: [String: [Reserve]] = [:]) throws -> HandoverLot {
    try HandoverLot(
      code: "B1", presentedOn: day("2026-03-02"),
      zones: [
        .init(zone: "Z1", contractor: "X", plugs: 300), .init(zone: "Z2", contractor: "X", plugs: 200),
        .init(zone: "Z3", contractor: "Y", plugs: 100, isSecondPresentation: true),
      ], reserves: reserves)
  }

  @Test func whatIsPresentedIsAcceptedRefusedOrWaits() throws {
    var lot = try lot()
    try lot.answer(zone: "Z1", isAccepted: true, on: day("2026-03-20"))
    try lot.answer(zone: "Z2", isAccepted: false, on: day("2026-03-25"), reason: "labels missing")
    let figures = HandoverFigures(of: [lot], on: day("2026-04-01"))
    #expect([figures.presented, figures.accepted, figures.refused, figures.waiting] == [600, 300, 200, 100])
    #expect(figures.secondPresentations == 100)
    #expect(figures.waitingDays == [30])
    #expect(HandoverFigures(of: [lot], on: day("2026-03-10")).waiting == 600)
    #expect(HandoverFigures(of: [lot], on: day("2026-03-01")).presented == 0)
  }

  @Test func anAcceptanceCanBeTakenBack() throws {
    var lot = try lot()
    try lot.answer(zone: "Z1", isAccepted: true, on: day("2026-03-20"))
    try lot.answer(zone: "Z1", isAccepted: false, on: day("2026-04-20"), reason: "fibres crossed")
    #expect(HandoverFigures(of: [lot], on: day("2026-04-01")).accepted == 300)
    let figures = HandoverFigures(of: [lot], on: day("2026-05-01"))
    #expect(figures.accepted == 0 && figures.refused == 300 && figures.takenBack == ["Z1"])
  }

  @Test func aBlockingReserveForbidsTheHandover() throws {
    var reserve = Reserve(code: "R1", severity: .blocking, object: "open box", openedOn: day("2026-02-01"))
    #expect(throws: HandoverLot.Refusal.blockingReserve(zone: "Z2", reserve: "R1")) {
      try lot(reserves: ["Z2": [reserve]])
    }
    try reserve.move(to: .corrected, on: day("2026-02-10"))
    #expect(throws: HandoverLot.Refusal.blockingReserve(zone: "Z2", reserve: "R1")) {
      try lot(reserves: ["Z2": [reserve]])
    }
    try reserve.move(to: .lifted, on: day("2026-02-12"))
    #expect(try lot(reserves: ["Z2": [reserve]]).zones.count == 3)
    let minor = Reserve(code: "R2", severity: .minor, object: "label", openedOn: day("2026-02-01"))
    #expect(try lot(reserves: ["Z2": [minor]]).zones.count == 3)
  }

  @Test func wrongAnswersAreRefused() throws {
    var lot = try lot()
    #expect(throws: HandoverLot.Refusal.unknownZone("Z9")) {
      try lot.answer(zone: "Z9", isAccepted: true, on: day("2026-03-20"))
    }
    #expect(throws: HandoverLot.Refusal.before(day("2026-03-02"), asked: day("2026-03-01"))) {
      try lot.answer(zone: "Z1", isAccepted: true, on: day("2026-03-01"))
    }
    #expect(throws: HandoverLot.Refusal.noReason(zone: "Z1")) {
      try lot.answer(zone: "Z1", isAccepted: false, on: day("2026-03-20"))
    }
    let zone = HandoverLot.Zone(zone: "Z1", contractor: "X", plugs: 1)
    #expect(throws: HandoverLot.Refusal.zoneTwice("Z1")) {
      try HandoverLot(code: "B", presentedOn: day("2026-01-01"), zones: [zone, zone])
    }
    #expect(throws: HandoverLot.Refusal.negativePlugs(zone: "Z1", -1)) {
      try HandoverLot(
        code: "B", presentedOn: day("2026-01-01"), zones: [.init(zone: "Z1", contractor: "X", plugs: -1)])
    }
  }

  @Test func aReserveGoesItsWay() throws {
    for from in Reserve.State.allCases {
      #expect(from.isPending == !from.successors.isEmpty)
    }
    var reserve = Reserve(code: "R1", severity: .major, object: "box", openedOn: day("2026-02-01"))
    #expect(throws: Reserve.Refusal.notAllowed(from: .open, to: .lifted)) {
      try reserve.move(to: .lifted, on: day("2026-02-02"))
    }
    #expect(throws: Reserve.Refusal.before(day("2026-02-01"), asked: day("2026-01-31"))) {
      try reserve.move(to: .corrected, on: day("2026-01-31"))
    }
    for state in [Reserve.State.corrected, .contested, .open, .corrected, .contested, .cancelled] {
      try reserve.move(to: state, on: day("2026-02-03"))
    }
    #expect(!reserve.state.isPending)
  }

  // MARK: Zones

  private func zone(_ code: String, _ contractor: String, reached: [Zone.Milestone: String]) -> Zone {
    Zone(
      code: code, lot: "L", contractor: contractor, plugs: 10, planned: [.handover: day("2026-02-01")],
      reached: reached.mapValues(day))
  }

  @Test func theFlowOfZonesNeverFallsFromStepToStep() {
    let zones = [
      zone("A", "X", reached: [.survey: "2026-01-05", .works: "2026-02-10", .handover: "2026-03-15"]),
      zone("B", "X", reached: [.survey: "2026-01-20"]), zone("C", "Y", reached: [:]),
    ]
    let flow = CumulativeFlow(of: zones, from: month("2026-01"), to: month("2026-03"))
    #expect(flow.zones[.survey] == [2, 2, 2])
    #expect(flow.zones[.detailedStudy] == [0, 1, 1])
    #expect(flow.plugs[.handover] == [0, 0, 10])
    #expect(flow.zones[.open] == [0, 0, 0])
    #expect(CumulativeFlow(of: zones, from: month("2026-03"), to: month("2026-01")).months.isEmpty)
  }

  @Test func latenessIsThatOfEachContractor() {
    let zones = [
      zone("A", "X", reached: [.handover: "2026-03-15"]), zone("B", "X", reached: [:]),
      zone("C", "Y", reached: [.handover: "2026-01-15"]),
    ]
    let figures = ContractorFigures.all(of: zones, on: day("2026-03-31"), months: 3)
    #expect(figures.map(\.contractor) == ["X", "Y"])
    #expect(figures.map(\.throughput) == [[0, 0, 10], [10, 0, 0]])
    #expect(figures.map(\.daysLate) == [[42, 58], []])
  }

  @Test func zonesThatSkipTheNoticeAreReported() {
    let wrong = zone(
      "A", "X",
      reached: [.works: "2026-03-01", .handover: "2026-02-01", .madeAvailable: "2026-04-01", .open: "2026-06-30"])
    #expect(wrong.findings().map(\.rule) == ["zone.out-of-order", "zone.notice"])
    #expect(zone("B", "X", reached: [.madeAvailable: "2026-04-01", .open: "2026-07-01"]).findings().isEmpty)
  }
}
