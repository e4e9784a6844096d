import FibreDiagrams
import FibreModel
import FibrePlanning
import FibreTestSupport
import Foundation
import Testing

/// A small network with every kind of joint, and with names that are hard to write.
func smallNetwork() throws -> Network {
  try sketch(
    """
    at OLD 650000 6976000
    at NEW 649500 6974000
    at B1 650100 6976400
    at B2 651500 6977200
    at FAR 653000 6977000
    pop OLD ─ C1/1:48:12@450 ─ bpe B1 ─ C1/2:48:12@1650 ─ bpe B2 ─ C2:24:12@1800 ─ pop FAR
    pop NEW ─ N1:24:12@2600 ─ bpe B1
    bpe B2 ─ D1:12:6@300 ─ pbo P1 ─ E1:2:1@20 ─ pto O1
    colours C2 fotag
    panel OLD T1 48
    panel FAR T9 24
    panel NEW T5 24
    port OLD T1.1-48 = C1/1.1-48
    port NEW T5.1-24 = N1.1-24
    port FAR T9.1-18 = C2.1-18
    cord OLD T1.30 = T1.31
    splice B1 C1/1.1-8 = C1/2.1-8
    park B1 C1/1.9-12
    passage B1 C1/1.13-36 = C1/2.13-36
    splice B2 C1/2.1-8 = C2.1-8
    splice B2 C1/2.13-18 = C2.13-18
    mechanical B2 C1/2.19 = D1.1
    splitter B2 C1/2.20 = D1.3-6
    splice P1 D1.1-2 = E1.1-2
    service S1 vital T1.1-2 = T9.1-2 client=Hôpital
    """)
}

/// Whether the plain `dot` command is installed.
let hasDotCommand = FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")

/// Every diagram of the small network, by the name of its golden file.
func smallDiagrams(_ language: Language = .french) throws -> [(name: String, dot: String)] {
  let network = try smallNetwork()
  let site = try #require(network.site(named: "OLD"))
  let fibre = try #require(network.fibre(named: "C1/1:1"))
  let route = try #require(Tracer(network).routes(through: fibre).first)
  let plan = try smallPlan()
  return [
    ("network", NetworkDiagram(network, language).dot), ("site", SiteDiagram(network, site, language).dot),
    ("route", RouteDiagram(route, in: network, language).dot),
    ("migration", MigrationDiagram(plan, on: network, language).dot), ("layers", LayersDiagram(language).dot),
  ]
}

/// The closures of the small network, and one of them before and after four fibres have moved, by golden name.
func smallClosures(_ language: Language = .french) throws -> [(name: String, pages: [Drawing])] {
  let network = try smallNetwork()
  let box = try #require(network.box(named: "B1"))
  let second = try #require(network.box(named: "B2"))
  let after = try network.applying(smallMove(in: network, box))
  let work = ClosureContents(before: network, after: after, box, night: 3)
  return [
    ("closure", ClosureDrawing(ClosureContents(network, box), language).drawings),
    ("closure-splitter", ClosureDrawing(ClosureContents(network, second), language).drawings),
    ("closure-night", ClosureDrawing(work, language).drawings),
  ]
}

/// What `smallPlan` does in the closure: fibres 1 to 4 of C1 are cut from the old side, stored there, and spliced to
/// N1.
private func smallMove(in network: Network, _ box: Index<Box>) throws -> [NetworkChange] {
  let tray = try #require(network.cassettes(in: box).last)
  let code = network.cassettes[tray].code
  return try (1...4).flatMap { number -> [NetworkChange] in
    let old = FibreEndName(section: Code("C1/1"), number: number, side: .b)
    let kept = FibreEndName(section: Code("C1/2"), number: number, side: .a)
    let new = FibreEndName(section: Code("N1"), number: number, side: .b)
    let end = try #require(network.end(named: kept))
    let record = network.record(of: try #require(network.joints.joint(of: end)))
    let parked = JointRecord(
      code: record.code, holder: record.holder, number: record.number, kind: .parked, technique: .unstated, first: old,
      second: nil, attributes: .none)
    let spliced = JointRecord(
      code: Code("NEW/\(number)"), holder: .cassette(code), number: 100 + number, kind: .splice, technique: .fusion,
      first: new, second: kept, attributes: .none)
    return [.replaceJoint(record, with: parked), .addJoint(spliced)]
  }
}

/// A plan of one night: four fibres of C1 move to N1 in B1.
func smallPlan() throws -> MigrationPlan {
  let date = try #require(CalendarDate("2027-01-12"))
  var steps: [PlanStep] = []
  for number in 1...4 {
    let (old, kept) = (StepEnd(owner: "C1/1", number: number), StepEnd(owner: "C1/2", number: number))
    let new = StepEnd(owner: "N1", number: number)
    steps.append(PlanStep(step: steps.count + 1, action: .cut, a: old, b: kept, service: Code("S1")))
    steps.append(PlanStep(step: steps.count + 1, action: .splice, a: new, b: kept, service: Code("S1")))
  }
  let patch = PlanStep(
    step: 9, action: .unpatch, a: StepEnd(owner: "T1", number: 30), b: StepEnd(owner: "T1", number: 31))
  let night = PlanNight(
    night: 3, date: date,
    visits: [
      PlanVisit(closure: "B1", crew: 1, minutes: 90, steps: steps),
      PlanVisit(closure: "OLD", crew: 0, minutes: 0, steps: [patch]),
    ])
  return MigrationPlan(
    revision: 7, from: Code("OLD"), to: Code("NEW"), nights: [night], services: [],
    notMoved: [NotMoved(service: "S9", reason: .noLanding)], objectives: PlanObjectives(), bounds: PlanObjectives())
}
