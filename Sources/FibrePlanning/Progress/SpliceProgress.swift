import FibreModel

/// How far a planned splice has come.
enum SpliceState: Hashable {
  /// Its kept fibre is joined as planned, or to another new fibre; with the joint that does.
  case done(Index<Joint>)
  /// Its kept fibre is still joined to the old side.
  case left
  /// Its kept fibre is cut and joined to nothing.
  case open
}

/// The planned splices of a night in one visit.
struct VisitSplices {
  let night: Int
  let closure: String
  let crew: Int
  let splices: [(step: PlanStep, state: SpliceState)]

  var doneCount: Int { splices.count { if case .done = $0.state { true } else { false } } }
}

extension Network {
  /// The planned splices of every visit of a crew, and how far each has come.
  func spliceStates(of plan: MigrationPlan) -> [VisitSplices] {
    plan.nights.flatMap { night in
      night.visits.filter { $0.crew > 0 }.map { visit in
        let box = self.box(named: visit.closure)
        let oldSides = Dictionary(
          visit.steps.filter { $0.action == .cut }.compactMap { step in step.b.map { ($0, step.a) } },
          uniquingKeysWith: { first, _ in first })
        let splices = visit.steps.filter { $0.action == .splice }.map { step in
          (step: step, state: state(of: step, oldSide: step.b.flatMap { oldSides[$0] }, in: box))
        }
        return VisitSplices(night: night.night, closure: visit.closure, crew: visit.crew, splices: splices)
      }
    }
  }

  private func state(of step: PlanStep, oldSide: StepEnd?, in box: Index<Box>?) -> SpliceState {
    guard let b = step.b, let fibre = fibre(section: Code(b.owner), number: b.number), let box else { return .open }
    for side in FibreSide.allCases {
      let end = FibreEnd(fibre, side)
      guard let joint = joints.joint(of: end), self.box(of: joint) == box, joints[joint].kind != .parked,
        let partner = joints[joint].partner(of: end)
      else { continue }
      let name = name(of: partner)
      let isOld = oldSide.map { $0.owner == name.section.rawValue && $0.number == name.number } ?? false
      return isOld ? .left : .done(joint)
    }
    return .open
  }
}
