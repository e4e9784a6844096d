import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

/// What the work of a programme comes to on a day: freezes, control of studies, handovers, connections.
@Suite struct WorkReviewTests {
  // MARK: Freezes

  private func freeze(
    _ address: String, _ reason: Freeze.Reason, from: String, end: String? = nil, over: String? = nil
  ) -> Freeze {
    Freeze(
      address: address, reason: reason, from: day(from), expectedEnd: end.map(day), endedOn: over.map(day),
      evidence: "letter")
  }

  @Test func frozenPlugsAreCountedByReasonAndOnceInAll() {
    let figures = FreezeFigures(
      of: [
        freeze("A", .roadPermit, from: "2026-01-10", end: "2026-03-01"),
        freeze("A", .poleToReplace, from: "2026-02-01"),
        freeze("B", .poleToReplace, from: "2026-01-05", end: "2026-12-01"),
        freeze("C", .poleToReplace, from: "2026-01-05", end: "2026-12-01", over: "2026-05-31"),
        freeze("D", .poleToReplace, from: "2026-06-02"),
        freeze("E", .privateLand, from: "2026-05-01"),
      ], on: day("2026-06-01"), plugs: ["A": 4, "B": 6, "C": 9, "D": 9])
    #expect(figures.lines.map(\.freeze.address) == ["B", "A", "A", "E"])
    #expect(figures.lines.map(\.days) == [147, 142, 120, 31])
    #expect(figures.lines.map(\.plugs) == [6, 4, 4, nil])
    #expect(figures.byReason.map(\.reason) == [.roadPermit, .poleToReplace, .privateLand])
    #expect(figures.byReason.map(\.plugs) == [4, 10, 0])
    #expect(figures.byReason.map(\.overdue) == [1, 0, 0] && figures.byReason.map(\.withoutEnd) == [0, 1, 1])
    #expect(figures.byReason.map(\.lastEnd) == [day("2026-03-01"), day("2026-12-01"), nil])
    #expect(figures.addresses == 3 && figures.plugs == 10 && figures.overdue == 1 && figures.withoutEnd == 2)
    #expect(figures.ended == 1)
  }

  @Test func aFrozenAddressThatNoListHasIsSaid() {
    var programme = Programme(name: "P")
    programme.freezes = [
      freeze("A", .roadPermit, from: "2026-01-10", end: "2027-01-01"),
      freeze("X", .roadPermit, from: "2026-01-10", end: "2027-01-01"),
    ]
    let line = AddressLine(address: "A", state: .deployed, plugs: 3, commune: "80001", cabinet: "PM")
    let review = WorkReview(of: programme, [line], on: day("2026-06-01"))
    #expect(review.findings.map { "\($0.code) \($0.rule)" } == ["X freeze.address-unknown"])
    #expect(review.freezes.plugs == 3)
    // Without lists nobody knows which addresses there are.
    #expect(WorkReview(of: programme, [], on: day("2026-06-01")).findings.isEmpty)
  }

  // MARK: Control

  private func study(_ zone: String, _ versions: [(deposited: String, decided: String?, isAccepted: Bool)]) throws
    -> StudyDeliverable
  {
    var study = StudyDeliverable(zone: zone, kind: .execution, contractor: "A", dueOn: day("2026-01-05"), plugs: 100)
    for (number, version) in versions.enumerated() {
      try study.deposit(on: day(version.deposited), fingerprint: "\(zone)\(number)")
      guard let decided = version.decided else { continue }
      try study.decide(
        version.isAccepted ? .accepted : .refused, on: day(decided), controller: "C\(zone.count)", findings: .init())
    }
    return study
  }

  @Test func theLoadOfControlIsThatOfWhatIsToCome() throws {
    let studies = [
      try study("Z", [("2026-01-05", "2026-01-07", true)]),
      try study("ZZ", [("2026-01-05", "2026-01-12", false), ("2026-01-19", "2026-01-21", true)]),
      try study("ZZZ", [("2026-01-05", "2026-01-12", false), ("2026-02-02", nil, false)]),
      try study("Z4", []),
    ]
    let control = ControlReview(of: studies, on: day("2026-02-04"), minutes: 210, controllers: 1)
    #expect(control.controllers.map(\.controller) == ["C1", "C2", "C3"])
    #expect(control.controllers.map(\.decided) == [1, 2, 1])
    #expect(control.controllers.map(\.days) == [[2], [2, 5], [5]])
    #expect(control.waiting == 1 && control.openStudies == 2)
    // Accepted studies took 1.5 versions: one more for ZZZ, which has one decided, and 1.5 for Z4.
    #expect(control.expected == 2)
    #expect(control.load?.daysNeeded == Rate(1, over: 1) && control.load?.controllers == 1)
    let untold = ControlReview(of: studies, on: day("2026-02-04"), minutes: nil, controllers: nil)
    #expect(untold.load == nil && untold.controllers.allSatisfy { $0.load == nil })
    let none = ControlReview(of: [], on: day("2026-02-04"), minutes: 210, controllers: nil)
    #expect(none.expected == 0 && none.load?.load == nil && none.load?.isOverloaded == false)
  }

  // MARK: Handovers

  @Test func presentationsAddUpToTheHandoverFigures() throws {
    var programme = Programme(name: "P")
    var lot = try HandoverLot(
      code: "BL1", presentedOn: day("2026-01-10"),
      zones: ["Z1", "Z2", "Z3"].map { HandoverLot.Zone(zone: $0, contractor: "A", plugs: 10) })
    try lot.answer(zone: "Z1", isAccepted: true, on: day("2026-01-20"))
    try lot.answer(zone: "Z2", isAccepted: false, on: day("2026-01-25"), reason: "measurements")
    programme.handoverLots = [lot]
    let review = WorkReview(of: programme, [], on: day("2026-02-01"))
    #expect(review.presentations.map(\.zone.zone) == ["Z1", "Z2", "Z3"])
    #expect(review.presentations.map(\.days) == [10, 15, 22])
    #expect(review.presentations.map { $0.answer?.isAccepted } == [true, false, nil])
    #expect(review.presentations.reduce(0) { $0 + $1.zone.plugs } == review.handover.presented)
  }
}
