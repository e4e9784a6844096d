import Solver

// The rounds of the search.
extension CutoverSearch {
  /// Crews of the first windows, summed.
  func slots(windows: Int) -> Int { tables.crews.prefix(windows).reduce(0, +) }

  /// Moves tried in a round; few tubes have few schedules.
  var steps: Int { steps(ofTubes: tables.movable.count) }

  func steps(ofTubes count: Int) -> Int { min(4_000_000, max(2_000, count * min(24, count) * 8_000 / 24)) }

  /// One run of the annealing.
  struct Round {
    /// Where it begins.
    enum Start {
      case nights([PackedNight])
      case schedule(CutoverSchedule)
      /// What is announced; the rest is shared out.
      case announced
      /// What stands, by tube its option; the rest is shared out.
      case standing([Int: Int])
    }

    var windows: Int
    var crewNights: Int
    var start: Start
    var steps: Int
    var hot: Double
    var weights = CutoverWeights()
    var tieFibres: Int?
    /// What a unit of change against what is announced costs, in minutes of overload.
    var changeMinutes = 0.0
    /// What a crew-night costs, in minutes of overload.
    var nightMinutes = 0.0
    /// The tubes that may be moved about; nothing for all of them, and whole nights.
    var loose: [Int]?
  }

  /// The best valid schedule of one run, and what the last one reached breaks.
  mutating func anneal(
    _ round: Round, until isEnough: (CutoverObjectives) -> Bool
  ) -> (schedule: CutoverSchedule?, excess: CutoverExcess)? {
    var starting = CutoverStart(tables: tables, random: random)
    let pricing = CutoverPricing(
      optionCost: tables.options.map(round.weights.cost), tieFibres: round.tieFibres ?? problem.tieFibres)
    let state =
      switch round.start {
      case .nights(let nights):
        starting.state(windows: round.windows, crewNights: round.crewNights, nights: nights, pricing)
      case .schedule(let schedule):
        starting.state(windows: round.windows, crewNights: round.crewNights, like: schedule, pricing)
      case .announced: starting.announcedState(windows: round.windows, pricing)
      case .standing(let options): starting.standingState(windows: round.windows, options, pricing)
      }
    random = starting.random
    guard let state else { return nil }
    let usable = (0..<round.windows * tables.crewLimit).filter {
      $0 % tables.crewLimit < tables.crews[$0 / tables.crewLimit]
    }
    var annealing = CutoverAnnealing(state, slots: usable, loose: round.loose, random: random)
    annealing.prices.changes = Int(round.changeMinutes * Double(annealing.prices.overload))
    annealing.prices.nights = Int(round.nightMinutes * Double(annealing.prices.overload))
    annealing.run(steps: round.steps, from: round.hot, to: 0.2, while: goesOn, until: isEnough)
    random = annealing.random
    return (annealing.best, annealing.state.excess)
  }

  /// Runs, and keeps what is better than the best; says whether anything valid came out.
  @discardableResult
  mutating func keepBest(_ round: Round, until isEnough: (CutoverObjectives) -> Bool) -> Bool {
    guard let (schedule, excess) = anneal(round, until: isEnough) else {
      if best == nil { blockages = [.broken(CutoverExcess())] }
      return false
    }
    if best == nil, schedule == nil { blockages = [.broken(excess)] }
    take(schedule)
    return schedule != nil
  }

  /// A first plan, as soon as can be: greedy nights in more windows than the work needs, and more again.
  mutating func findFirst() {
    var starting = CutoverStart(tables: tables, random: random)
    let nights = starting.greedyNights()
    random = starting.random
    var windows = max(bounds.windows.value, 1)
    while windows < problem.windows.count, slots(windows: windows) < nights.count { windows += 1 }
    while true {
      let wide = min(problem.windows.count, windows + windows / 6 + 1)
      let found = keepBest(
        Round(windows: wide, crewNights: slots(windows: wide), start: .nights(nights), steps: steps / 6, hot: 6),
        until: { _ in true })
      if found || wide == problem.windows.count || !goesOn() { return }
      windows = wide
    }
  }

  // MARK: Improving

  /// Rounds at what is not proved yet: windows first, then crew-nights, then outage.
  mutating func improve() {
    var proved: CutoverTarget?
    while !isOver {
      if let target = reached {
        // What lies behind the windows is proved once these are as few as can be.
        if proved != target, target.windows == bounds.windows.value {
          proveRest()
          proved = target
        }
        if isOptimal { return }
      }
      rounds += 1
      if rounds == 3 { proveSmallOne() }
      if let target = nextTarget() { aim(at: target) } else { lowerOutage() }
    }
  }

  private var reached: CutoverTarget? {
    best.map { CutoverTarget(windows: $0.objectives.windows, crewNights: $0.objectives.crewNights) }
  }

  /// What to try next: few windows first, but not again and again; nothing when it is the outage's turn, as every third
  /// round once the windows are within one of the bound.
  private func nextTarget() -> CutoverTarget? {
    let known = best?.objectives
    let last = known.map { $0.windows - 1 } ?? problem.windows.count
    var targets: [CutoverTarget] = []
    if bounds.windows.value <= last {
      targets = (bounds.windows.value...(isFar ? last : min(last, bounds.windows.value + 8))).map {
        CutoverTarget(windows: $0, crewNights: slots(windows: $0))
      }
    }
    if let known, known.windows <= bounds.windows.value + 1 {
      let least = max(bounds.crewNights.value, 1)
      if least < known.crewNights {
        targets += (least..<known.crewNights).map { CutoverTarget(windows: known.windows, crewNights: $0) }
      }
      let isOutageOpen = known.weightedOutage > bounds.weightedOutage.value
      if isOutageOpen, targets.isEmpty || rounds % 3 == 0 { return nil }
    }
    return targets.min { (effortSpent($0), $0.windows, $0.crewNights) < (effortSpent($1), $1.windows, $1.crewNights) }
  }

  /// Whether the windows are so far from the bound that it pays to halve the distance first. The rounds of a large
  /// problem are long: few can be spent on the bound itself.
  private var isFar: Bool {
    (best?.objectives.windows ?? 0) > bounds.windows.value + (tables.movable.count > 200 ? 1 : 5)
  }

  /// What failed in more windows is not likely to go in fewer.
  private func effortSpent(_ target: CutoverTarget) -> Int {
    if isFar, let last = best?.objectives.windows, target.windows < last {
      let failed = failures.filter { $0.key.windows >= target.windows && $0.key.windows < last }
        .reduce(0) { $0 + $1.value }
      return 2 * failed + abs(target.windows - (bounds.windows.value + last) / 2)
    }
    let isNightTarget = target.windows == best?.objectives.windows
    let distance =
      isNightTarget ? target.crewNights - bounds.crewNights.value : target.windows - bounds.windows.value
    return (failures[target] ?? 0) + distance
  }

  private mutating func aim(at target: CutoverTarget) {
    let failed = failures[target] ?? 0
    let hot = [2.0, 1, 4, 2, 8, 1.5, 20][failed % 7]
    var start = Round.Start.nights(packing(for: target, failed))
    if failed % 7 == 6, let best { start = .schedule(best) }
    let round = Round(
      windows: target.windows, crewNights: target.crewNights, start: start, steps: steps * (1 + min(failed, 5)) / 2,
      hot: hot)
    let (nights, outage) = (bounds.crewNights.value, bounds.weightedOutage.value)
    // Far from the bound, fewer windows come before all else.
    let isEnough = isFar
    if !keepBest(round, until: { isEnough || $0.crewNights <= nights && $0.weightedOutage <= outage }) {
      failures[target] = failed + 1
    }
  }

  /// Nights for a target: in turn those that the solver packed, others of other small costs, and those of the
  /// relaxation, rounded, which may be too long.
  private mutating func packing(for target: CutoverTarget, _ failed: Int) -> [PackedNight] {
    if failed == 4, packed(for: target) == nil { packWhole(windows: target.windows, part: 0.4) }
    let known = packed(for: target)
    if failed % 3 == 0, let known { return known }
    let solver = effort(nodes: 1, part: 0.1)
    let noise = failed == 0 ? nil : SplitMix(seed: random.next())
    let limits = NightProgram.Limits(windows: target.windows, crewNights: target.crewNights)
    let relaxed = answer { () throws(SolverFailure) in
      try program.solve(.crewNights, limits, isRelaxed: true, noise: noise, solver: solver)
    }
    if failed % 3 < 2, let relaxed, let nights = dived(from: relaxed, limits) { return nights }
    if let nights = relaxed?.nights ?? known { return nights }
    var starting = CutoverStart(tables: tables, random: random)
    defer { random = starting.random }
    return starting.greedyNights()
  }

  /// What the solver packed within a target: for most windows, then in fewest nights.
  private func packed(for target: CutoverTarget) -> [PackedNight]? {
    packings.filter { $0.key.windows <= target.windows && $0.key.crewNights <= target.crewNights }
      .max { ($0.key.windows, -$0.key.crewNights) < ($1.key.windows, -$1.key.crewNights) }?.value
  }

  /// A round from the best plan, or from a packing of least outage, in which outage weighs more.
  private mutating func lowerOutage() {
    guard let best, let target = reached else { return }
    let failed = outageFailures[target] ?? 0
    if failed == 1 { proveOutage() }
    let least = bounds.weightedOutage.value
    let packed = failed % 2 == 1 ? outagePackings[target] : nil
    keepBest(
      Round(
        windows: target.windows, crewNights: target.crewNights,
        start: packed.map { .nights($0) } ?? .schedule(best), steps: steps, hot: [1.0, 2, 4, 8][failed % 4],
        weights: CutoverWeights(outage: 4)),
      until: { $0.weightedOutage <= least })
    if self.best?.objectives == best.objectives { outageFailures[target] = failed + 1 }
  }

  /// Two rounds at what comes after the outage: splices, metres of new fibre, the tie.
  mutating func polish() {
    for hot in [1.0, 0.5] {
      guard goesOn(), let best, let target = reached else { return }
      keepBest(
        Round(
          windows: target.windows, crewNights: target.crewNights, start: .schedule(best), steps: steps / 2, hot: hot,
          weights: CutoverWeights(outage: 64, metres: 1)),
        until: { _ in false })
    }
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
