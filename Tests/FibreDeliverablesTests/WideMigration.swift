import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

/// A move of any size in one box on one night, with names as long as told.
struct WideMigration {
  let network: Network
  let checked: CheckedPlan
  let sheet: SpliceSheet
  /// The one list of the box.
  let list: SpliceList

  /// Moves `pairs` services of two fibres each, 12 fibres a tube.
  ///
  /// - Parameters:
  ///   - suffix: What is added to the codes of box, cables, trays and services.
  ///   - isPlaced: Whether the box has a position.
  init(pairs: Int, suffix: String = "", isPlaced: Bool = true) throws {
    let names = Names(suffix: suffix)
    var builder = try sketchBuilder(Self.drawing(pairs, names, isPlaced))
    builder.setRules(try Self.rules(pairs, names))
    builder.setRevision(3)
    network = builder.build()
    checked = try PlanChecker.check(Self.plan(pairs, names), on: network)
    sheet = SpliceSheet(checked: checked)
    list = try #require(sheet.lists.first { $0.place == names.box })
  }

  struct Names {
    let box: String
    let old: String
    let kept: String
    let new: String
    let suffix: String

    init(suffix: String) {
      self.suffix = suffix
      box = "B1" + suffix
      old = "CAB-SF\(suffix)/1"
      kept = "CAB-SF\(suffix)/2"
      new = "CAB-IT" + suffix
    }

    func tray(_ kind: String, _ fibre: Int) -> String { "K\(kind)-\((fibre - 1) / 12 + 1)\(suffix)" }
    func service(_ pair: Int) -> String { "S-\(pair)\(suffix)" }
  }

  private static func drawing(_ pairs: Int, _ names: Names, _ isPlaced: Bool) -> String {
    let (fibres, capacity) = (2 * pairs, (2 * pairs + 11) / 12 * 12)
    let tubes = stride(from: 1, through: fibres, by: 12).map { $0...min($0 + 11, fibres) }
    var lines = isPlaced ? ["at \(names.box) 649925 6974692"] : []
    lines += [
      "pop SFO ─ \(names.old):\(capacity)@2500 ─ bpe \(names.box) ─ \(names.kept):\(capacity)@3000 ─ client FAR",
      "pop ITA ─ \(names.new):\(capacity)@1200 ─ bpe \(names.box)",
    ]
    lines += tubes.flatMap { tube in
      ["O", "N"].map { "tray \(names.box) \(names.tray($0, tube.lowerBound)) 12" }
    }
    lines += tubes.map { tube in
      let range = "\(tube.lowerBound)-\(tube.upperBound)"
      return "splice \(names.box)/\(names.tray("O", tube.lowerBound)) \(names.old).\(range) = \(names.kept).\(range)"
    }
    lines += [
      "port SFO TI-SF.1-\(fibres) = \(names.old).1-\(fibres)",
      "port FAR TI-FAR.1-\(fibres) = \(names.kept).1-\(fibres)",
      "port ITA TI-IT.1-\(fibres) = \(names.new).1-\(fibres)", "optics LX10 1310 6 reach=10",
    ]
    lines += (1...pairs).map { pair in
      let range = "\(2 * pair - 1)-\(2 * pair)"
      return
        "service \(names.service(pair)) std TI-SF.\(range) = TI-FAR.\(range) client=Mairie\(names.suffix) optics=LX10"
    }
    return lines.joined(separator: "\n")
  }

  private static func minutes(_ pairs: Int) -> Int { 60 + (2 * pairs + 11) / 12 * 10 + 14 * pairs }

  private static func rules(_ pairs: Int, _ names: Names) throws -> WorkRules {
    var rules = WorkRules()
    let date = try #require(CalendarDate(year: 2027, month: 1, day: 12))
    rules.windows = [
      WorkWindow(
        number: 1, date: date, startMinute: 0, minutes: minutes(pairs) + 90, reserveMinutes: 60, crews: 1)
    ]
    rules.closures = [
      ClosureWork(closure: Code(names.box), setupMinutes: 45, closeMinutes: 15, maximumCrews: 1, freeTrays: 100)
    ]
    rules.parameters.operatorQuota = 10_000
    return rules
  }

  private static func plan(_ pairs: Int, _ names: Names) throws -> MigrationPlan {
    let date = try #require(CalendarDate(year: 2027, month: 1, day: 12))
    let steps = (1...2 * pairs).flatMap { self.steps(fibre: $0, names) }
    let visit = PlanVisit(closure: names.box, crew: 1, minutes: minutes(pairs), steps: steps)
    let before = RouteFigures(length: Length(metres: 5500), loss: Loss(decibels: 2.525))
    let after = RouteFigures(length: Length(metres: 4200), loss: Loss(decibels: 2.07))
    let moves = (1...pairs).map { pair in
      ServiceMove(
        service: Code(names.service(pair)), night: 1, outageMinutes: 14, before: before, after: after, verdict: .ok,
        newPorts: [2 * pair - 1, 2 * pair].map { StepEnd(owner: "TI-IT", number: $0) }, peer: nil)
    }
    return MigrationPlan(
      revision: 3, from: Code("SFO"), to: Code("ITA"), nights: [PlanNight(night: 1, date: date, visits: [visit])],
      services: moves.sorted { $0.service < $1.service }, notMoved: [],
      objectives: PlanObjectives(
        nights: 1, crewNights: 1, weightedOutageMinutes: 14 * pairs, splices: 2 * pairs, tiePeakFibres: 0,
        newFibre: Length(metres: Double(2 * pairs) * 1200)),
      bounds: PlanObjectives())
  }

  private static func steps(fibre: Int, _ names: Names) -> [PlanStep] {
    let service = Code<Service>(names.service((fibre + 1) / 2))
    let old = StepEnd(owner: names.old, number: fibre)
    let kept = StepEnd(owner: names.kept, number: fibre)
    let slot = (fibre - 1) % 12 + 1
    return [
      PlanStep(
        step: 3 * fibre - 2, action: .cut, a: old, b: kept, cassette: Code(names.tray("O", fibre)), slot: slot,
        service: service, minutes: slot == 1 ? 10 : 0),
      PlanStep(
        step: 3 * fibre - 1, action: .park, a: old, b: nil, cassette: Code(names.tray("O", fibre)), slot: slot,
        service: service),
      PlanStep(
        step: 3 * fibre, action: .splice, a: StepEnd(owner: names.new, number: fibre), b: kept,
        cassette: Code(names.tray("N", fibre)), slot: slot, service: service, minutes: 7,
        expectedLoss: Loss(decibels: 0.1)),
    ]
  }
}
