import FibreModel
import FibrePlanning
import FibreTestSupport
import Foundation

/// A room O that moves to N, drawn and planned by hand. Closure B1 has a spliced tube and an uncut one, B3 a spliced
/// one; P and Q are patched to each other in O; fibre 6 of both cables is lit without a service.
enum SmallMigration {
  /// The network, with more lines to its sketch and another number of free trays stated for B1.
  static func network(with lines: String = "", freeTrays: Int = 2) throws -> Network {
    try sketch(drawing + "\n" + lines, rules: rules(freeTrays: freeTrays))
  }

  /// The same with one piece of its sketch replaced, and other rules.
  static func network(_ piece: String, as other: String, _ change: (inout WorkRules) -> Void = { _ in }) throws
    -> Network
  {
    precondition(drawing.contains(piece), "the drawing has no such piece")
    var rules = rules(freeTrays: 2)
    change(&rules)
    return try sketch(drawing.replacingOccurrences(of: piece, with: other), rules: rules)
  }

  private static let drawing = """
    pop O ─ A/1:24@1000 ─ bpe B1 ─ A/2:24@2000 ─ bpe B2 ─ D:24@500 ─ client X
    O ─ C/1:12@3000 ─ bpe B3 ─ C/2:12@4000 ─ client Y
    pop N ─ NA:36@1500 ─ B1
    N ─ NC:24@1000 ─ B3
    N ─ T:4@3100 ─ O
    X ─ R/1:12@5000 ─ B1 ─ R/2:12@4000 ─ Y

    tray B1 K0 48 coiling
    tray B1 K1 12
    tray B1 K2 12
    tray B1 K3 12
    tray B3 M1 12
    tray B3 M2 12

    port O TO1.1-24 = A/1.1-24
    port O TO2.1-12 = C/1.1-12
    port O TOT.1-4 = T.1-4
    port N TN1.1-36 = NA.1-36
    port N TN3.1-24 = NC.1-24
    port N TNT.1-4 = T.1-4
    port X TX.1-24 = D.1-24
    port X TXR.1-12 = R/1.1-12
    port Y TY.1-12 = C/2.1-12
    port Y TYR.1-12 = R/2.1-12

    splice B1/K1 A/1.1-6 = A/2.1-6
    splice B1/K1 R/1.1-2 = R/2.1-2
    passage B1/K0 A/1.13-24 = A/2.13-24
    splice B2 A/2.1-6 = D.1-6
    splice B2 A/2.13-16 = D.13-16
    splice B3/M1 C/1.1-6 = C/2.1-6
    cord O TO1.13-14 = TO2.3-4

    optics LX 1310 6
    service S1 vital TO1.1-2 = TX.1-2 client=hospital operator=GFU optics=LX outage=60
    service S2 vital TO2.1-2 = TY.1-2 client=hospital operator=GFU optics=LX outage=60 protects=S1
    service S3 std TO1.3-4 = TX.3-4 client=school operator=OP1 optics=LX outage=240
    service S4 ftth TO1.5 = TX.5 client=street operator=OP1 optics=LX outage=240
    service P std TO1.13-14 = TX.13-14 client=bank operator=OP2 optics=LX outage=240
    service S6 std TO1.15-16 = TX.15-16 client=archive operator=OP1 optics=LX outage=240
    service Q std TO2.3-4 = TY.3-4 client=bank operator=OP2 optics=LX outage=240
    service S7 ftth TO2.5 = TY.5 client=street operator=OP1 optics=LX outage=240
    service U std TXR.1-2 = TYR.1-2 client=region operator=OP3 optics=LX
    """

  private static func rules(freeTrays: Int) -> WorkRules {
    var rules = WorkRules()
    rules.windows = (1...4).map {
      WorkWindow(number: $0, date: date($0), startMinute: 0, minutes: 360, reserveMinutes: 60, crews: 2)
    }
    rules.parameters.tieFibres = 2
    rules.acceptances = [
      Acceptance(cable: "NA", acceptedOn: date(1, in: 2026)), Acceptance(cable: "NC", acceptedOn: date(2)),
    ]
    rules.forbidden = [ForbiddenPeriod(client: "school", from: date(2), to: date(3), reason: "exams")]
    rules.closures = [
      ClosureWork(closure: Code("B1"), setupMinutes: 45, closeMinutes: 15, maximumCrews: 1, freeTrays: freeTrays)
    ]
    return rules
  }

  static func date(_ window: Int, in year: Int = 2027) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: 1, day: 11 + window) else { preconditionFailure("no such day") }
    return date
  }

  // MARK: The plan

  static func plan() -> MigrationPlan {
    var objectives = PlanObjectives()
    objectives.nights = 3
    objectives.crewNights = 3
    objectives.splices = 6 + 12 + 5
    objectives.tiePeakFibres = 2
    objectives.newFibre = Length(metres: 6 * 1_500 + 12 * 1_500 + 5 * 1_000)
    objectives.weightedOutageMinutes = 3 * 14 + 14 + 7 + 94 + 94 + 3 * 14 + 14 + 7
    return MigrationPlan(
      revision: 0, from: Code("O"), to: Code("N"), nights: [first(), second(), third()], services: moves(),
      notMoved: [NotMoved(service: "C/1:6", reason: .noWindow)], objectives: objectives, bounds: PlanObjectives())
  }

  /// Tube 1 of A at B1: six fibres, one after the other, each back into its slot.
  private static func first() -> PlanNight {
    var steps: [PlanStep] = []
    for (fibre, service) in [(1, "S1"), (2, "S1"), (3, "S3"), (4, "S3"), (5, "S4"), (6, nil)] {
      steps.append(step(.cut, "A/1:\(fibre)", "A/2:\(fibre)", "K1", fibre, service))
      steps.append(step(.splice, "NA:\(fibre)", "A/2:\(fibre)", "K1", fibre, service))
    }
    steps[0].minutes = 10
    return night(1, [PlanVisit(closure: "B1", crew: 1, minutes: 45 + 10 + 6 * 7 + 15, steps: steps)])
  }

  /// Tube 2 of A at B1, uncut: opened, cut and joined as a whole; P hangs on Q over the tie.
  private static func second() -> PlanNight {
    var steps = [step(.open, "A/1:13", "A/2:13")]
    let services = [13: "P", 14: "P", 15: "S6", 16: "S6"]
    for fibre in 13...24 { steps.append(step(.cut, "A/1:\(fibre)", "A/2:\(fibre)", "K0", fibre - 12, services[fibre])) }
    for fibre in 13...24 {
      steps.append(step(.splice, "NA:\(fibre)", "A/2:\(fibre)", "K2", fibre - 12, services[fibre]))
    }
    let inOld = [
      step(.unpatch, "TO1:13", "TO2:3"), step(.unpatch, "TO1:14", "TO2:4"), step(.patch, "TOT:1", "TO2:3"),
      step(.patch, "TOT:2", "TO2:4"),
    ]
    let inNew = [step(.patch, "TN1:13", "TNT:1"), step(.patch, "TN1:14", "TNT:2")]
    return night(
      2,
      [
        PlanVisit(closure: "B1", crew: 1, minutes: 45 + 10 + 12 * 7 + 15, steps: steps),
        PlanVisit(closure: "O", crew: 0, minutes: 0, steps: inOld),
        PlanVisit(closure: "N", crew: 0, minutes: 0, steps: inNew),
      ])
  }

  /// Five fibres of C at B3, into a free tray; P and Q are patched in the new room.
  private static func third() -> PlanNight {
    var steps: [PlanStep] = []
    for (fibre, service) in [(1, "S2"), (2, "S2"), (3, "Q"), (4, "Q"), (5, "S7")] {
      steps.append(step(.cut, "C/1:\(fibre)", "C/2:\(fibre)", "M1", fibre, service))
      steps.append(step(.splice, "NC:\(fibre)", "C/2:\(fibre)", "M2", fibre, service))
    }
    steps[0].minutes = 10
    let inOld = [step(.unpatch, "TOT:1", "TO2:3"), step(.unpatch, "TOT:2", "TO2:4")]
    let inNew = [
      step(.unpatch, "TN1:13", "TNT:1"), step(.unpatch, "TN1:14", "TNT:2"), step(.patch, "TN1:13", "TN3:3"),
      step(.patch, "TN1:14", "TN3:4"),
    ]
    return night(
      3,
      [
        PlanVisit(closure: "B3", crew: 2, minutes: 45 + 10 + 5 * 7 + 15, steps: steps),
        PlanVisit(closure: "O", crew: 0, minutes: 0, steps: inOld),
        PlanVisit(closure: "N", crew: 0, minutes: 0, steps: inNew),
      ])
  }

  private static func moves() -> [ServiceMove] {
    [
      move("P", 2, 94, (10_500, 4.875), (9_000, 4.45), ["TN1:13", "TN1:14"]),
      move("Q", 3, 14, (10_500, 4.875), (9_000, 4.45), ["TN3:3", "TN3:4"]),
      move("S1", 1, 14, (3_500, 1.925), (4_000, 2.1), ["TN1:1", "TN1:2"], peer: "S2"),
      move("S2", 3, 14, (7_000, 3.05), (5_000, 2.35), ["TN3:1", "TN3:2"], peer: "S1"),
      move("S3", 1, 14, (3_500, 1.925), (4_000, 2.1), ["TN1:3", "TN1:4"]),
      move("S4", 1, 7, (3_500, 1.925), (4_000, 2.1), ["TN1:5"]),
      move("S6", 2, 94, (3_500, 1.825), (4_000, 2.1), ["TN1:15", "TN1:16"]),
      move("S7", 3, 7, (7_000, 3.05), (5_000, 2.35), ["TN3:5"]),
    ]
  }

  private static func move(
    _ service: String, _ night: Int, _ outage: Int, _ before: (Double, Double), _ after: (Double, Double),
    _ ports: [String], peer: String? = nil
  ) -> ServiceMove {
    ServiceMove(
      service: Code(service), night: night, outageMinutes: outage,
      before: RouteFigures(length: Length(metres: before.0), loss: Loss(decibels: before.1)),
      after: RouteFigures(length: Length(metres: after.0), loss: Loss(decibels: after.1)), verdict: .ok,
      newPorts: ports.map(end), peer: peer.map { Code($0) })
  }

  /// A night whose steps are numbered in order.
  static func night(_ number: Int, _ visits: [PlanVisit]) -> PlanNight {
    var night = PlanNight(night: number, date: date(number), visits: visits)
    night.renumber()
    return night
  }

  static func step(
    _ action: PlanAction, _ a: String, _ b: String?, _ tray: String? = nil, _ slot: Int? = nil,
    _ service: String? = nil
  ) -> PlanStep {
    PlanStep(
      step: 0, action: action, a: end(a), b: b.map(end), cassette: tray.map { Code($0) }, slot: slot,
      service: service.map { Code($0) }, minutes: action == .splice ? 7 : action == .open ? 10 : 0)
  }

  static func end(_ text: String) -> StepEnd { StepEnd(text) ?? StepEnd(owner: text, number: 0) }
}

extension PlanNight {
  /// Numbers the steps from 1 over all visits.
  mutating func renumber() {
    var number = 1
    for visit in visits.indices {
      for step in visits[visit].steps.indices {
        visits[visit].steps[step].step = number
        number += 1
      }
    }
  }
}
