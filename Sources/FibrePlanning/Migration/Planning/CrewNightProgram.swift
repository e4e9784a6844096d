import FibreModel
import Solver

/// The fewest crew-nights, or windows, that the work of the tubes can be packed into, by mixed-integer programming.
///
/// Each tube is cut in one of its closures, and takes one free tray there; the minutes that land in a closure fill whole
/// crew-nights, and a closure takes only so many crews a night. Dates, pairs, quotas and the tie cable are left out, and
/// the work of one tube may be shared between nights: what comes out is a bound, which no plan that moves the
/// same tubes can beat.
struct CrewNightProgram {
  /// What is made as small as can be.
  enum Goal {
    case crewNights, windows
  }

  private let facts: ScheduleFacts
  private var program = MixedIntegerProgram()
  private var crewNights: [MixedIntegerProgram.Variable] = []

  /// A whole number of nodes rather than seconds ends the search, so that the bound is the same everywhere.
  private static let limits = SolverLimits(seconds: 30, nodes: 2_000)

  init(_ facts: ScheduleFacts, _ tubes: [Int], _ goal: Goal) {
    self.facts = facts
    var tubesIn: [Index<Box>: [(variable: MixedIntegerProgram.Variable, minutes: Int)]] = [:]
    for tube in tubes {
      let choices = facts.items[tube].options.map { option in
        let choice = program.addBinary()
        tubesIn[option.closure, default: []].append((choice, option.minutes))
        return choice
      }
      program.addRow(choices.map { ($0, 1) }, equalTo: 1)
    }
    let most = Double(tubes.count)
    let windows = goal == .windows ? program.addVariable(0...most, cost: 1, isInteger: true) : nil
    for (closure, tubes) in tubesIn.sorted(by: { $0.key < $1.key }) {
      let nights = program.addVariable(0...most, cost: goal == .crewNights ? 1 : 0, isInteger: true)
      crewNights.append(nights)
      fill(closure, nights, with: tubes)
      if let windows { program.addRow([(nights, 1), (windows, -Double(facts.crews(in: closure)))], atMost: 0) }
    }
    if let windows {
      let crews = Double(max(1, facts.windows.map(\.crews).max() ?? 1))
      program.addRow(crewNights.map { ($0, 1) } + [(windows, -crews)], atMost: 0)
    }
  }

  private mutating func fill(
    _ closure: Index<Box>, _ nights: MixedIntegerProgram.Variable,
    with tubes: [(variable: MixedIntegerProgram.Variable, minutes: Int)]
  ) {
    let night = Double(max(1, facts.widestNight(at: closure)))
    program.addRow(tubes.map { ($0.variable, Double($0.minutes)) } + [(nights, -night)], atMost: 0)
    program.addRow(tubes.map { ($0.variable, 1) }, atMost: Double(facts.trays[closure]?.count ?? 0))
  }

  /// The least number; nothing when not every tube finds a tray, and then no plan moves them all, or when the search
  /// ended without a bound.
  func least() throws(SolverFailure) -> Int? {
    switch try program.minimise(Self.limits) {
    case .optimal(let solution): wholeAbove(solution.objective)
    case .feasible(_, let bound), .stopped(let bound): wholeAbove(bound)
    case .infeasible: nil
    }
  }

  /// The least whole number that is not below, but for rounding of the solver.
  private func wholeAbove(_ value: Double) -> Int? { value.isFinite ? Int((value - 1e-6).rounded(.up)) : nil }
}
