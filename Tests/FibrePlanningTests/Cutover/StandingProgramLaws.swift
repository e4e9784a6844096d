import FibreTestSupport
import Solver
import Testing

@testable import FibrePlanning

@Suite struct StandingProgramLaws {
  /// Few tubes and windows, wide nights; trays, tubes of cable and the tie are short.
  private struct Small {
    let problem: CutoverProblem
    let stakes: [TubeStakes]
    let inseparable: [CutoverProblem.Pair]

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...4, using: &random)
      let tubes = (0..<count).map { _ in Self.tube(&random) }
      let cords = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ -> CutoverProblem.Cords? in
        let (a, b) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
        return a < b ? CutoverProblem.Cords(a: a, b: b, fibres: Int.random(in: 1...3, using: &random)) : nil
      }
      problem = CutoverProblem(
        windows: Array(repeating: .init(crews: 2, minutes: 100_000), count: 3),
        closures: Array(repeating: .init(maxCrews: 2, visitMinutes: 0), count: 2), tubes: tubes,
        resources: (0..<3).map { _ in Int.random(in: 0...2, using: &random) }, cords: cords,
        tieFibres: Int.random(in: 0...4, using: &random))
      stakes = tubes.map { tube in
        let services = Int.random(in: 1...3, using: &random)
        return TubeStakes(services: services, elsewhere: tube.announced?.weight ?? 0, staying: services)
      }
      inseparable = count > 2 && Bool.random(using: &random) ? [.init(a: 0, b: 2)] : []
    }

    private static func tube(_ random: inout SeededGenerator) -> CutoverProblem.Tube {
      let options = (0..<Int.random(in: 1...2, using: &random)).map { closure in
        CutoverProblem.Option(
          closure: closure, minutes: 10, resources: [Int.random(in: 0...2, using: &random)],
          closedWindows: Bool.random(using: &random) ? [Int.random(in: 0...2, using: &random)] : [])
      }
      let announced = CutoverProblem.Announced(
        option: 0, window: Int.random(in: 0...2, using: &random), weight: Int.random(in: 1...3, using: &random))
      return CutoverProblem.Tube(
        options: options, lastingTie: Int.random(in: 0...1, using: &random),
        announced: Int.random(in: 0...3, using: &random) == 0 ? nil : announced)
    }

    /// Each way to move each tube, or to leave it: its option and window, or nothing.
    private var ways: [[(option: Int, window: Int)?]] {
      problem.tubes.map { tube in
        [nil]
          + tube.options.indices.flatMap { option in
            (0..<3).filter { !tube.options[option].closedWindows.contains($0) }.map { (option, $0) }
          }
      }
    }

    /// The most services of any schedule that breaks nothing, and the fewest changes of those that move so many.
    func tried() -> (services: Int, changes: Int) {
      var best = (services: -1, changes: 0)
      var chosen: [(option: Int, window: Int)?] = []
      func extend() {
        guard chosen.count < problem.tubes.count else {
          guard isValid(chosen) else { return }
          let figures = self.figures(chosen)
          if (-figures.services, figures.changes) < (-best.services, best.changes) { best = figures }
          return
        }
        for way in ways[chosen.count] {
          chosen.append(way)
          extend()
          chosen.removeLast()
        }
      }
      extend()
      return best
    }

    private func figures(_ chosen: [(option: Int, window: Int)?]) -> (services: Int, changes: Int) {
      var (services, changes) = (0, 0)
      for (tube, way) in chosen.enumerated() {
        services += way == nil ? 0 : stakes[tube].services
        if way == nil {
          changes += stakes[tube].staying
        } else if let announced = problem.tubes[tube].announced, announced.window != way?.window {
          changes += stakes[tube].elsewhere
        }
      }
      return (services, changes)
    }

    private func isValid(_ chosen: [(option: Int, window: Int)?]) -> Bool {
      var used = [Int](repeating: 0, count: problem.resources.count)
      for (tube, way) in chosen.enumerated() {
        if let way { for resource in problem.tubes[tube].options[way.option].resources { used[resource] += 1 } }
      }
      guard zip(used, problem.resources).allSatisfy({ $0 <= $1 }),
        inseparable.allSatisfy({ (chosen[$0.a] == nil) == (chosen[$0.b] == nil) })
      else { return false }
      return (0..<3).allSatisfy { window in
        let hasMoved = chosen.map { ($0?.window ?? .max) <= window }
        let lasting = zip(problem.tubes, hasMoved).reduce(0) { $0 + ($1.1 ? $1.0.lastingTie : 0) }
        let stretched = problem.cords.reduce(0) { $0 + (hasMoved[$1.a] == hasMoved[$1.b] ? 0 : $1.fibres) }
        return lasting + stretched <= problem.tieFibres
      }
    }

    func answer() throws -> StandingAnswer? {
      try StandingProgram(problem: problem, stakes: stakes, inseparable: inseparable).answer(SolverLimits())
    }
  }

  /// Against every schedule there is, one by one.
  @Test(arguments: UInt64(1)...60)
  func noScheduleMovesMoreServicesOrChangesLess(seed: UInt64) throws {
    let small = Small(seed: seed)
    let answer = try #require(try small.answer())
    let tried = small.tried()
    #expect(tried.services <= answer.mostServices, "seed \(seed)")
    #expect(answer.services == answer.mostServices, "seed \(seed)")
    if tried.services == answer.mostServices {
      #expect(answer.fewestChanges <= tried.changes, "seed \(seed)")
    }
    if small.problem.cords.isEmpty, tried.services == answer.mostServices {
      #expect(answer.fewestChanges == tried.changes, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func whatStandsMovesByAnOptionThatIsOpenInItsWindow(seed: UInt64) throws {
    let small = Small(seed: seed)
    let answer = try #require(try small.answer())
    #expect(Set(answer.standing.keys).isSubset(of: answer.moving), "seed \(seed)")
    for (tube, option) in answer.standing {
      let row = small.problem.tubes[tube]
      let window = try #require(row.announced?.window)
      #expect(!row.options[option].closedWindows.contains(window), "seed \(seed), tube \(tube)")
    }
  }

  @Test func aTieThatIsTooSmallForWhatStandsIsFound() {
    var problem = CutoverProblem(
      windows: Array(repeating: .init(crews: 1, minutes: 100), count: 3),
      closures: [.init(maxCrews: 1, visitMinutes: 0)],
      tubes: (0..<3).map { tube in
        .init(
          options: [.init(closure: 0, minutes: 10)],
          announced: tube < 2 ? .init(option: 0, window: tube * 2, weight: 1) : nil)
      })
    problem.cords = [.init(a: 0, b: 1, fibres: 5), .init(a: 1, b: 2, fibres: 2)]
    let tie = LeastTie(problem, moving: [0, 1, 2], standing: [0, 1])
    #expect(tie.after(0) == 5 && tie.after(1) == 5 && tie.after(2) == 0)
    let without = LeastTie(problem, moving: [0], standing: [0])
    #expect(without.after(0) == 5 && without.after(2) == 5)
  }
}
