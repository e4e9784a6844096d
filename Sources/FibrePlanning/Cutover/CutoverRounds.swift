import Solver

// The rounds of the search.
extension CutoverSearch {
  /// Crews of the first windows, summed.
  func slots(windows: Int) -> Int { tables.crews.prefix(windows).reduce(0, +) }

  private var steps: Int { min(4_000_000, max(60_000, tables.movable.count * 8_000)) }

  /// A first plan, as soon as can be: greedy nights in more windows than the work needs, and more again.
  mutating func findFirst() {
    guard best == nil else { return }
    var starting = CutoverStart(tables: tables, random: random)
    let nights = starting.greedyNights()
    random = starting.random
    var windows = max(bounds.windows.value, 1)
    while windows < problem.windows.count, slots(windows: windows) < nights.count { windows += 1 }
    while goesOn() {
      let wide = min(problem.windows.count, windows + windows / 6 + 1)
      anneal(
        Round(windows: wide, crewNights: slots(windows: wide), nights: nights, steps: steps / 6, hot: 6),
        until: { _ in true })
      if best != nil || wide == problem.windows.count { return }
      windows = wide
    }
  }

  /// One run of the annealing.
  struct Round {
    var windows: Int
    var crewNights: Int
    var nights: [PackedNight]?
    var steps: Int
    var hot: Double
    var weights = CutoverWeights()
    var tieFibres: Int?
  }

  @discardableResult
  mutating func anneal(_ round: Round, until isEnough: (CutoverObjectives) -> Bool) -> CutoverSchedule? {
    var starting = CutoverStart(tables: tables, random: random)
    let pricing = CutoverPricing(
      optionCost: tables.options.map(round.weights.cost), tieFibres: round.tieFibres ?? problem.tieFibres)
    let state: CutoverState?
    if let nights = round.nights {
      state = starting.state(windows: round.windows, crewNights: round.crewNights, nights: nights, pricing)
    } else {
      state = best.flatMap {
        starting.state(windows: round.windows, crewNights: round.crewNights, like: $0, pricing)
      }
    }
    random = starting.random
    guard let state else { return nil }
    let usable = (0..<round.windows * tables.crewLimit).filter {
      $0 % tables.crewLimit < tables.crews[$0 / tables.crewLimit]
    }
    var annealing = CutoverAnnealing(state, slots: usable, random: random)
    annealing.run(steps: round.steps, from: round.hot, to: 0.2, while: goesOn, until: isEnough)
    random = annealing.random
    if best == nil, annealing.best == nil { blockages = [.broken(annealing.state.excess)] }
    take(annealing.best)
    return annealing.best
  }

  // MARK: Improving

  /// Rounds at what is not proved yet: windows first, then crew-nights, then outage.
  mutating func improve() {
    var proved: CutoverTarget?
    while !isOver {
      if let figures = best?.objectives {
        let target = CutoverTarget(windows: figures.windows, crewNights: figures.crewNights)
        if proved != target { proveRest() }
        proved = target
        if isOptimal { return }
      }
      rounds += 1
      guard let target = nextTarget() else {
        lowerOutage()
        continue
      }
      aim(at: target)
    }
  }

  /// What to try next: few windows first, but not again and again; every third round goes to the outage.
  private func nextTarget() -> CutoverTarget? {
    let known = best?.objectives
    let last = known.map { $0.windows - 1 } ?? problem.windows.count
    var targets: [CutoverTarget] = []
    if bounds.windows.value <= last {
      targets = (bounds.windows.value...min(last, bounds.windows.value + 8)).map {
        CutoverTarget(windows: $0, crewNights: slots(windows: $0))
      }
    }
    if let known {
      let least = max(bounds.crewNights.value, 1)
      if least < known.crewNights {
        targets += (least..<known.crewNights).map { CutoverTarget(windows: known.windows, crewNights: $0) }
      }
      let isOutageOpen = known.weightedOutage > bounds.weightedOutage.value
      if isOutageOpen, targets.isEmpty || rounds % 3 == 0 { return nil }
    }
    return targets.min { (effortSpent($0), $0.windows, $0.crewNights) < (effortSpent($1), $1.windows, $1.crewNights) }
  }

  private func effortSpent(_ target: CutoverTarget) -> Int {
    let known = best?.objectives
    let isNightTarget = target.windows == known?.windows
    let distance =
      isNightTarget ? 2 * (target.crewNights - bounds.crewNights.value) : 3 * (target.windows - bounds.windows.value)
    return (failures[target] ?? 0) + distance + (isNightTarget ? 2 : 0)
  }

  private mutating func aim(at target: CutoverTarget) {
    let failed = failures[target] ?? 0
    let hot = [2.0, 1, 4, 2, 8, 1.5, 20][failed % 7]
    let nights = failed % 7 == 6 ? nil : packing(for: target, failed)
    let round = Round(
      windows: target.windows, crewNights: target.crewNights, nights: nights,
      steps: steps * (2 + min(failed, 6)) / 2, hot: hot)
    let (bound, outage) = (bounds.crewNights.value, bounds.weightedOutage.value)
    let found = anneal(round, until: { $0.crewNights <= bound && $0.weightedOutage <= outage })
    if found == nil { failures[target] = failed + 1 }
  }

  /// Nights for a target: the ones of the solver, other ones after failures, or packed without it.
  private mutating func packing(for target: CutoverTarget, _ failed: Int) -> [PackedNight] {
    let known = packings.filter { $0.key.windows <= target.windows && $0.key.crewNights <= target.crewNights }
      .max { ($0.key.windows, -$0.key.crewNights) < ($1.key.windows, -$1.key.crewNights) }
    if failed < 2, let known { return known.value }
    let solver = effort(nodes: 500, part: 0.1)
    let noise = failed < 2 ? nil : SplitMix(seed: random.next())
    let limits = NightProgram.Limits(windows: target.windows, crewNights: target.crewNights)
    let solved = answer { () throws(SolverFailure) in
      try program.solve(.crewNights, limits, noise: noise, solver: solver)
    }
    if let nights = solved?.nights { return nights }
    if let known { return known.value }
    var starting = CutoverStart(tables: tables, random: random)
    defer { random = starting.random }
    return starting.greedyNights()
  }

  /// Rounds from the best plan, or from a packing of least outage, in which outage weighs more.
  private mutating func lowerOutage() {
    guard let figures = best?.objectives else { return }
    let target = CutoverTarget(windows: figures.windows, crewNights: figures.crewNights)
    let failed = failures[CutoverTarget(windows: -target.windows, crewNights: -target.crewNights)] ?? 0
    if failed == 1 { proveOutage() }
    let nights = failed % 2 == 1 ? packings[target] : nil
    let least = bounds.weightedOutage.value
    anneal(
      Round(
        windows: target.windows, crewNights: target.crewNights, nights: nights, steps: steps,
        hot: [1.0, 2, 4, 8][failed % 4], weights: CutoverWeights(outage: 4)),
      until: { $0.weightedOutage <= least })
    if best?.objectives == figures {
      failures[CutoverTarget(windows: -target.windows, crewNights: -target.crewNights)] = failed + 1
    }
  }

  /// A few rounds at what comes after the outage: splices, metres of new fibre, the tie.
  mutating func polish() {
    guard let figures = best?.objectives else { return }
    for hot in [1.0, 0.5] {
      guard goesOn() else { return }
      anneal(
        Round(
          windows: figures.windows, crewNights: figures.crewNights, nights: nil, steps: steps / 2, hot: hot,
          weights: CutoverWeights(outage: 64, metres: 1)),
        until: { _ in false })
    }
  }

  // MARK: Replanning

  /// Rounds from what is announced, with as few changes as can be.
  mutating func keepAnnounced() {
    repeat {
      rounds += 1
      let windows = problem.windows.count
      anneal(
        Round(
          windows: windows, crewNights: slots(windows: windows), nights: nil, steps: steps / 2,
          hot: [0.5, 2, 1, 6][rounds % 4]),
        until: { $0.changes == 0 })
    } while !isOver
  }
}

/// What weighs beside the rules, in 1/64 of a minute of overload.
struct CutoverWeights {
  /// Of a weighted minute.
  var outage = 1
  /// Of 256 metres of new fibre.
  var metres = 0

  func cost(_ option: CutoverProblem.Option) -> Int {
    option.weightedOutage * outage + option.newFibreMetres * metres / 256 + option.splices * min(metres, 1) * 8
  }
}
