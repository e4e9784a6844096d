import Solver
public enum Probe {
  public static func run(_ problem: CutoverProblem, windows: Int, nights: Int, steps: Int, seeds: Int, env: [String: Double]) {
    let program = NightProgram(problem)
    let clock = ContinuousClock()
    let begin = clock.now
    let answer = try? program.solve(.crewNights, .init(windows: windows), solver: .init(seconds: 30, nodes: 20000))
    print("bound", answer?.bound ?? -1, clock.now - begin)
    let tables = CutoverTables(problem)
    for seed in 1...seeds {
      let start = clock.now
      var starting = CutoverStart(tables: tables, random: SplitMix(seed: UInt64(seed)))
      let packed = env["greedy"] == nil ? answer?.nights ?? starting.greedyNights(penaliseOutage: true) : starting.greedyNights(penaliseOutage: true)
      guard let state = starting.state(windows: windows, crewNights: nights, nights: packed) else { print("no start"); continue }
      var annealing = CutoverAnnealing(state, slots: slots(state, windows), random: starting.random)
      annealing.prices.outage = Int(env["outage"] ?? 2)
      annealing.prices.tie = Int(env["tie"] ?? 256)
      annealing.run(steps: steps, from: env["hot"] ?? 20, to: env["cold"] ?? 0.5, while: { true }, until: { _ in env["stop"] != nil })
      print("end", annealing.state.excess, annealing.state.outage, annealing.best?.objectives.values ?? [], clock.now - start)
    }
  }
  static func slots(_ state: CutoverState, _ windows: Int) -> [Int] {
    (0..<windows * state.tables.crewLimit).filter { $0 % state.tables.crewLimit < state.tables.crews[$0 / state.tables.crewLimit] }
  }
}
