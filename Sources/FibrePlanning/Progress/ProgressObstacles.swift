import FibreModel

/// What the nights that are left need and something else has taken since the plan was made: slots, and new fibres.
struct ProgressObstacles {
  private let network: Network
  private let visits: [VisitSplices]

  init(_ network: Network, _ visits: [VisitSplices]) {
    self.network = network
    self.visits = visits
  }

  private struct Slot: Hashable {
    let cassette: Code<Cassette>
    let number: Int

    init?(_ step: PlanStep) {
      guard let cassette = step.cassette, let slot = step.slot else { return nil }
      (self.cassette, number) = (cassette, slot)
    }
  }

  /// Slots first; each closure and night once, with the first of many.
  func blocks(of plan: MigrationPlan) -> [MigrationBlock] {
    var slots: [MigrationBlock] = []
    var fibres: [MigrationBlock] = []
    var freed: Set<Slot> = []
    for night in plan.nights {
      for visit in night.visits where visit.crew > 0 {
        let left = Set(
          visits.filter { $0.night == night.night && $0.closure == visit.closure && $0.crew == visit.crew }
            .flatMap(\.splices).filter { if case .done = $0.state { false } else { true } }.map(\.step.step))
        freed.formUnion(visit.steps.filter { $0.action == .cut }.compactMap { Slot($0) })
        let splices = visit.steps.filter { $0.action == .splice && left.contains($0.step) }
        let taken = splices.compactMap { Slot($0) }.filter { !freed.contains($0) && isTaken($0) }
        if let first = taken.first {
          slots.append(
            .slotsTaken(
              taken.count, first: "\(first.cassette.rawValue):\(first.number)", closure: visit.closure,
              night: night.night))
        }
        let used = splices.map(\.a).filter { isUsed($0, in: visit.closure) }
        if let first = used.first {
          fibres.append(.fibresTaken(used.count, first: "\(first)", closure: visit.closure, night: night.night))
        }
      }
    }
    return slots + fibres
  }

  private func isTaken(_ slot: Slot) -> Bool {
    guard let cassette = network.cassettes.index(of: slot.cassette) else { return false }
    return network.joints(in: cassette).contains { network.joints[$0].number == slot.number }
  }

  /// Whether a new fibre is joined to another one in the closure where it is to be spliced, other than by passing it uncut.
  private func isUsed(_ end: StepEnd, in closure: String) -> Bool {
    guard let fibre = network.fibre(section: Code(end.owner), number: end.number),
      let box = network.box(named: closure)
    else { return false }
    return FibreSide.allCases.contains { side in
      let end = FibreEnd(fibre, side)
      guard let joint = network.joints.joint(of: end), network.box(of: joint) == box else { return false }
      return network.joints[joint].kind == .splice && network.joints[joint].partner(of: end) != nil
    }
  }
}
