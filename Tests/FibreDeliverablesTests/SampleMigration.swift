import FibreModel
@testable import FibrePlanning
import FibreTestSupport
import Testing

/// A small move: one tube spliced in `B1` on the first night, an uncut one on the second, a cord between two links.
struct SampleMigration {
  let network: Network
  let plan: MigrationPlan
  let nights: [CheckedNight]
  let certificate: Certificate

  init() throws {
    network = try sketch(Self.drawing, rules: Self.rules())
    plan = try Self.plan()
    var nights: [CheckedNight] = []
    var current = network
    for night in plan.nights {
      let replay = try Replay(night, on: current)
      nights.append(CheckedNight(night: night, changes: replay.changes, rollBackMinutes: 56))
      current = try current.applying(replay.changes)
    }
    self.nights = nights
    certificate = Certificate(
      servicesBefore: 5, servicesMoved: 4, unchanged: 1, sameFarEnd: true,
      statesReplayed: plan.nights.flatMap(\.visits).flatMap(\.steps).count, deadFibres: 24)
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
    service S-1 std TI-SF.1-2 = TI-FAR.1-2 client=Mairie kind=GFU optics=LX10 outage=240
    service S-2 std TI-SF.3 = TI-FAR.3 client=OP1 kind=FON optics=LR
    service S-3 std TI-SF.4 = TI-FAR.4 client=OP1 kind=FON optics=LR
    service S-4 vital TI-SF.13-14 = TI-FAR.13-14 protects=S-1 client=Mairie kind=GFU optics=LX10 outage=120
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
      revision: 0, from: Code("SFO"), to: Code("ITA"),
      nights: [
        PlanNight(night: 1, date: dates[0], visits: [firstVisit(), oldRoom(), newRoom()]),
        PlanNight(night: 2, date: dates[1], visits: [secondVisit()]),
      ],
      services: [
        move("S-1", 1, 14, (5_500, 2.525), (4_200, 2.07), .ok, [1, 2], peer: "S-4"),
        move("S-2", 1, 7, (11_001, 4.95), (8_401, 4.04), .fails, [3]),
        move("S-3", 1, 7, (11_001, 4.95), (8_401, 4.04), .fails, [4]),
        move("S-4", 2, 94, (5_500, 2.425), (4_200, 2.07), .marginal, [13, 14], peer: "S-1"),
      ],
      notMoved: [],
      objectives: PlanObjectives(
        nights: 2, crewNights: 2, weightedOutageMinutes: 310, splices: 16, tiePeakFibres: 0,
        newFibre: Length(metres: 7_200)),
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
          slot: fibre, service: services[fibre]),
        PlanStep(
          step: 3 * fibre - 1, action: .park, a: end("CAB-SF/1", fibre), b: nil, cassette: Code("K1"), slot: fibre,
          service: services[fibre]),
        PlanStep(
          step: 3 * fibre, action: .splice, a: end("CAB-IT", fibre), b: end("CAB-SF/2", fibre), cassette: Code("K8"),
          slot: fibre, service: services[fibre], minutes: 7, expectedLoss: Loss(decibels: 0.1)),
      ]
    }
    return PlanVisit(closure: "B1", crew: 1, minutes: 88, steps: steps)
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

/// The edits of a night, step by step.
private struct Replay {
  var changes: [NetworkChange] = []
  private var current: Network

  init(_ night: PlanNight, on network: Network) throws {
    current = network
    for step in night.visits.flatMap(\.steps) { try add(step) }
  }

  private mutating func add(_ step: PlanStep) throws {
    switch step.action {
    case .open: break
    case .cut: try apply([.removeJoint(current.record(of: joint(step.a, .b)))])
    case .park: try apply([.addJoint(record(step, kind: .parked, second: nil))])
    case .splice:
      let b = try #require(step.b)
      let kept = FibreEndName(section: Code(b.owner), number: b.number, side: .a)
      try apply([.addJoint(record(step, kind: .splice, second: kept))])
    case .unpatch: try unpatch(step)
    case .patch: try patch(step)
    }
  }

  private mutating func apply(_ more: [NetworkChange]) throws {
    changes += more
    current = try current.applying(more)
  }

  private func joint(_ end: StepEnd, _ side: FibreSide) throws -> Index<Joint> {
    let fibre = try #require(current.fibre(section: Code(end.owner), number: end.number))
    return try #require(current.joints.joint(of: FibreEnd(fibre, side)))
  }

  private func record(_ step: PlanStep, kind: JointKind, second: FibreEndName?) throws -> JointRecord {
    let cassette = try #require(step.cassette)
    let slot = try #require(step.slot)
    return JointRecord(
      code: Code("N-\(kind)-\(cassette)-\(slot)"), holder: .cassette(cassette), number: slot, kind: kind,
      technique: kind == .splice ? .fusion : .unstated,
      first: FibreEndName(section: Code(step.a.owner), number: step.a.number, side: .b), second: second)
  }

  private func port(_ end: StepEnd) throws -> JointRecord {
    let port = try #require(current.port(named: end.description))
    return current.record(of: try #require(current.joint(at: port)))
  }

  private mutating func unpatch(_ step: PlanStep) throws {
    for end in [step.a, try #require(step.b)] {
      let old = try port(end)
      var new = old
      new.first = nil
      try apply([.replaceJoint(old, with: new)])
    }
    let cord = try #require(current.sections.index(of: Code("J-TI-SF-3")))
    try apply([.removeCord(try #require(current.cordRecord(of: cord)))])
  }

  private mutating func patch(_ step: PlanStep) throws {
    try apply([.addCord(CordRecord(code: Code("J-NEW"), cable: Code("J-NEW"), fibreCode: "J-NEW", node: Code("ITA")))])
    for (end, side) in [(step.a, FibreSide.a), (try #require(step.b), .b)] {
      let old = try port(end)
      var new = old
      new.first = FibreEndName(section: Code("J-NEW"), number: 1, side: side)
      try apply([.replaceJoint(old, with: new)])
    }
  }
}
