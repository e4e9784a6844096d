import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// A small move: one tube spliced in `B1` on the first night, an uncut one on the second, a cord between two links.
struct SampleMigration {
  let network: Network
  let plan: MigrationPlan
  let checked: CheckedPlan

  init() throws {
    var builder = try sketchBuilder(Self.drawing)
    builder.setRules(try Self.rules())
    builder.setRevision(7)
    network = builder.build()
    plan = try Self.plan()
    checked = try PlanChecker.check(plan, on: network)
  }

  private static let drawing = """
    at B1 649925 6974692
    colours CAB-IT fotag
    pop SFO ─ CAB-SF/1:36@2500 ─ bpe B1 ─ CAB-SF/2:36@3000 ─ client FAR
    pop ITA ─ CAB-IT:36@1200 ─ bpe B1
    pop OTH ─ CAB-X/1:12@700 ─ bpe B1 ─ CAB-X/2:12@800 ─ client FAX
    tray B1 K0 100 coiling
    tray B1 K1 12
    tray B1 K8 12
    tray B1 K9 12
    splice B1/K1 CAB-SF/1.1-4 = CAB-SF/2.1-4
    splice B1/K1 CAB-X/1.1 = CAB-X/2.1
    passage B1/K0 CAB-SF/1.13-36 = CAB-SF/2.13-36
    port SFO TI-SF.1-4,13-14 = CAB-SF/1.1-4,13-14
    port FAR TI-FAR.1-4,13-14 = CAB-SF/2.1-4,13-14
    port ITA TI-IT.1-24 = CAB-IT.1-24
    port OTH TI-OTH.1 = CAB-X/1.1
    port FAX TI-FAX.1 = CAB-X/2.1
    cord SFO TI-SF.3 = TI-SF.4
    optics LX10 1310 6 reach=10
    optics LR 1310 3 reach=10
    optics M10 1310 3.5 reach=10
    service S-1 std TI-SF.1-2 = TI-FAR.1-2 client=Mairie kind=GFU optics=LX10 outage=240
    service S-2 std TI-SF.3 = TI-FAR.3 client=OP1 kind=FON optics=LR
    service S-3 std TI-SF.4 = TI-FAR.4 client=OP1 kind=FON optics=LR
    service S-4 vital TI-SF.13-14 = TI-FAR.13-14 protects=S-1 client=Mairie kind=GFU optics=M10 outage=120
    service S-9 ftth TI-OTH.1 = TI-FAX.1 client=OP2 kind=FTTH
    """

  private static func rules() throws -> WorkRules {
    var rules = WorkRules()
    for (number, day) in [(1, 12), (2, 13)] {
      let date = try #require(CalendarDate(year: 2027, month: 1, day: day))
      rules.windows.append(
        WorkWindow(number: number, date: date, startMinute: 0, minutes: 360, reserveMinutes: 60, crews: 2))
    }
    rules.closures = [
      ClosureWork(closure: Code("B1"), setupMinutes: 45, closeMinutes: 15, maximumCrews: 1, freeTrays: 2)
    ]
    return rules
  }

  private static func plan() throws -> MigrationPlan {
    let dates = try rules().windows.map(\.date)
    return MigrationPlan(
      revision: 7, from: Code("SFO"), to: Code("ITA"),
      nights: [
        PlanNight(night: 1, date: dates[0], visits: [firstVisit(), oldRoom(), newRoom()]),
        PlanNight(night: 2, date: dates[1], visits: [secondVisit()]),
      ],
      services: [
        move("S-1", 1, 14, (5_500, 2.525), (4_200, 2.07), .ok, [1, 2], peer: "S-4"),
        move("S-2", 1, 7, (11_000, 5.05), (8_400, 4.14), .fails, [3]),
        move("S-3", 1, 7, (11_000, 5.05), (8_400, 4.14), .fails, [4]),
        move("S-4", 2, 94, (5_500, 2.425), (4_200, 2.07), .marginal, [13, 14], peer: "S-1"),
      ],
      notMoved: [],
      objectives: PlanObjectives(
        nights: 2, crewNights: 2, weightedOutageMinutes: 310, splices: 16, tiePeakFibres: 0,
        newFibre: Length(millimetres: 19200000)),
      bounds: PlanObjectives(nights: 2, crewNights: 2, splices: 6))
  }

  private static func move(
    _ service: String, _ night: Int, _ outage: Int, _ before: (metres: Double, decibels: Double),
    _ after: (metres: Double, decibels: Double), _ verdict: OpticalVerdict, _ ports: [Int], peer: String? = nil
  ) -> ServiceMove {
    func figures(_ pair: (metres: Double, decibels: Double)) -> RouteFigures {
      RouteFigures(length: Length(metres: pair.metres), loss: Loss(decibels: pair.decibels))
    }
    return ServiceMove(
      service: Code(service), night: night, outageMinutes: outage, before: figures(before), after: figures(after),
      verdict: verdict, newPorts: ports.map { StepEnd(owner: "TI-IT", number: $0) }, peer: peer.map { Code($0) })
  }

  private static func end(_ owner: String, _ number: Int) -> StepEnd { StepEnd(owner: owner, number: number) }

  private static func firstVisit() -> PlanVisit {
    let services: [Int: Code<Service>] = [1: Code("S-1"), 2: Code("S-1"), 3: Code("S-2"), 4: Code("S-3")]
    let steps = (1...4).flatMap { fibre in
      [
        PlanStep(
          step: 3 * fibre - 2, action: .cut, a: end("CAB-SF/1", fibre), b: end("CAB-SF/2", fibre), cassette: Code("K1"),
          slot: fibre, service: services[fibre], minutes: fibre == 1 ? 10 : 0),
        PlanStep(
          step: 3 * fibre - 1, action: .park, a: end("CAB-SF/1", fibre), b: nil, cassette: Code("K1"), slot: fibre,
          service: services[fibre]),
        PlanStep(
          step: 3 * fibre, action: .splice, a: end("CAB-IT", fibre), b: end("CAB-SF/2", fibre), cassette: Code("K8"),
          slot: fibre, service: services[fibre], minutes: 7, expectedLoss: Loss(decibels: 0.1)),
      ]
    }
    return PlanVisit(closure: "B1", crew: 1, minutes: 98, steps: steps)
  }

  private static func oldRoom() -> PlanVisit {
    PlanVisit(
      closure: "SFO", crew: 0, minutes: 0,
      steps: [PlanStep(step: 13, action: .unpatch, a: end("TI-SF", 3), b: end("TI-SF", 4), service: Code("S-2"))])
  }

  private static func newRoom() -> PlanVisit {
    PlanVisit(
      closure: "ITA", crew: 0, minutes: 0,
      steps: [PlanStep(step: 14, action: .patch, a: end("TI-IT", 3), b: end("TI-IT", 4), service: Code("S-2"))])
  }

  private static func secondVisit() -> PlanVisit {
    let open = PlanStep(
      step: 1, action: .open, a: end("CAB-SF/1", 13), b: end("CAB-SF/2", 13), cassette: Code("K0"), minutes: 10)
    let steps = (13...24).flatMap { fibre in
      let service: Code<Service>? = fibre < 15 ? Code("S-4") : nil
      let first = 2 + 3 * (fibre - 13)
      return [
        PlanStep(
          step: first, action: .cut, a: end("CAB-SF/1", fibre), b: end("CAB-SF/2", fibre), cassette: Code("K0"),
          slot: fibre - 12, service: service),
        PlanStep(
          step: first + 1, action: .park, a: end("CAB-SF/1", fibre), b: nil, cassette: Code("K0"), slot: fibre - 12,
          service: service),
        PlanStep(
          step: first + 2, action: .splice, a: end("CAB-IT", fibre), b: end("CAB-SF/2", fibre), cassette: Code("K9"),
          slot: fibre - 12, service: service, minutes: 7, expectedLoss: Loss(decibels: 0.1)),
      ]
    }
    return PlanVisit(closure: "B1", crew: 1, minutes: 154, steps: [open] + steps)
  }
}
