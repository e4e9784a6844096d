import FibreModel
import FibrePlanning
import FibreTestSupport

/// Lists of the small migration as they come back, made from the plan's steps.
enum AsDoneSheets {
  /// The lines of a night, one a slot or cord, all of them done as planned.
  static func lines(
    of night: PlanNight, revision: Int? = 0, outcome: AsDoneOutcome = .done, only closure: String? = nil
  ) -> [AsDoneLine] {
    night.visits.filter { (closure ?? $0.closure) == $0.closure }.flatMap { visit in
      slots(visit).enumerated().map { rank, slot in
        line(slot, night.night, visit.closure, "\(visit.closure).csv:\(rank + 2)", revision, outcome)
      }
    }
  }

  private struct Slot {
    var name: String
    var cut: PlanStep?
    var last: PlanStep
  }

  private static func slots(_ visit: PlanVisit) -> [Slot] {
    var slots: [Slot] = []
    for step in visit.steps where step.action != .open {
      let name =
        step.cassette.map { "\($0)/\(step.slot ?? 0)" } ?? "\(step.action) \(step.a) \(step.b.map { "\($0)" } ?? "")"
      if let known = slots.firstIndex(where: { $0.name == name }) {
        slots[known].last = step
      } else {
        slots.append(Slot(name: name, cut: step.action == .cut ? step : nil, last: step))
      }
    }
    return slots
  }

  private static func line(
    _ slot: Slot, _ night: Int, _ closure: String, _ place: String, _ revision: Int?, _ outcome: AsDoneOutcome
  ) -> AsDoneLine {
    let step = slot.last
    let action: AsDoneAction =
      switch step.action {
      case .splice: slot.cut == nil ? .splice : .move
      case .park: slot.cut == nil ? .park : .cut
      case .patch: .patch
      case .unpatch: .unpatch
      default: .cut
      }
    return AsDoneLine(
      place: place, night: night, closure: closure, revision: revision,
      cassette: step.cassette?.rawValue ?? step.a.owner, slot: step.slot ?? step.a.number, action: action,
      a: AsDoneEnd(owner: step.a.owner, number: step.a.number),
      b: step.b.map { AsDoneEnd(owner: $0.owner, number: $0.number) }, outcome: outcome)
  }
}

extension AsDoneEnd {
  /// `NA:7`.
  init(_ text: String) {
    let parts = text.split(separator: ":")
    self.init(owner: String(parts[0]), number: Int(parts[1]) ?? 0)
  }
}

extension [AsDoneLine] {
  /// The rank of the line with a fibre on side A.
  func rank(_ a: String) -> Int { firstIndex { $0.a == AsDoneEnd(a) } ?? 0 }

  /// These lines with one of them changed.
  func changing(_ a: String, _ change: (inout AsDoneLine) -> Void) -> [AsDoneLine] {
    var lines = self
    change(&lines[rank(a)])
    return lines
  }
}

extension Network {
  /// The network after all nights of a reconciliation.
  func applying(_ found: AsDoneReconciliation) throws -> Network {
    try applying(found.nights.flatMap(\.changes))
  }

  /// Everything that edits can change, in no order.
  var editable: Set<String> {
    var facts = Set(joints.indices.map { "\(record(of: $0))" })
    facts.formUnion(sections.indices.compactMap { cordRecord(of: $0) }.map { "\($0)" })
    facts.formUnion(services.rows.map { "\($0.code) \($0.endA.map { name(of: $0) })" })
    facts.formUnion(declaredRoutes.rows.map { "\($0.code) \($0.fibres.map { name(of: $0) })" })
    facts.formUnion(rules.closures.map { "\($0)" })
    return facts
  }
}
