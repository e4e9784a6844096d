/// Where a search begins: nights of work, and the windows and crews they fall to.
struct CutoverStart {
  let tables: CutoverTables
  var random: SplitMix

  /// Packs every tube into nights without the solver: the closure with least load, then the longest tubes first.
  ///
  /// Durations that fit no night get one of their own.
  mutating func greedyNights() -> [PackedNight] {
    let problem = tables.problem
    var load = [Double](repeating: 0, count: tables.closureCount)
    var left = problem.resources
    var chosen: [[PackedNight.Tube]] = Array(repeating: [], count: tables.closureCount)
    let order = tables.movable.map { ($0, problem.tubes[$0].options.count, random.next()) }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    for tube in order {
      let options = problem.tubes[tube].options
      let costs = options.map { option -> Double in
        let night = Double(widest(option.closure))
        let lacks = option.resources.contains { left[$0] <= 0 }
        return load[option.closure] / Double(max(1, problem.closures[option.closure].maxCrews)) * 0.3
          + Double(option.minutes) / night + Double(option.weightedOutage) / 1000
          + (lacks ? 100 : 0) + Double(random.below(1000)) / 5000
      }
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { continue }
      load[options[best].closure] += Double(options[best].minutes) / Double(widest(options[best].closure))
      for resource in options[best].resources { left[resource] -= 1 }
      chosen[options[best].closure].append(.init(tube: tube, option: best))
    }
    return tables.problem.closures.indices.flatMap { packed($0, chosen[$0]) }
  }

  private func widest(_ closure: Int) -> Int {
    let row = tables.capacity[closure * tables.windowCount..<(closure + 1) * tables.windowCount]
    return max(1, Int(row.max() ?? 1))
  }

  private func minutes(_ tube: PackedNight.Tube) -> Int { tables.problem.tubes[tube.tube].options[tube.option].minutes }

  /// First fit, the longest first.
  private func packed(_ closure: Int, _ tubes: [PackedNight.Tube]) -> [PackedNight] {
    let night = widest(closure)
    var nights: [(night: PackedNight, left: Int)] = []
    for tube in tubes.sorted(by: { (minutes($0), $1.tube) > (minutes($1), $0.tube) }) {
      if let place = nights.firstIndex(where: { $0.left >= minutes(tube) }) {
        nights[place].night.tubes.append(tube)
        nights[place].left -= minutes(tube)
      } else {
        nights.append((PackedNight(closure: closure, tubes: [tube]), night - minutes(tube)))
      }
    }
    return nights.map(\.night)
  }

  // MARK: Nights into slots

  /// A state in the first windows that holds the nights, and leaves other slots blocked past a number of crew-nights.
  ///
  /// Nights that find no slot are shared out over nights of their closure, which are then too long.
  mutating func state(
    windows: Int, crewNights: Int, nights: [PackedNight], _ pricing: CutoverPricing
  ) -> CutoverState? {
    var state = CutoverState(tables, pricing)
    var free = (0..<windows).map { tables.crews[$0] }
    var crewsIn = [Int](repeating: 0, count: windows * tables.closureCount)
    var crewless: [PackedNight] = []
    var left = crewNights
    let counts = Dictionary(nights.map { ($0.closure, 1) }, uniquingKeysWith: +)
    let order = nights.map { ($0, counts[$0.closure] ?? 0, random.next()) }
      .sorted { ($0.1, $0.0.closure, $0.2) > ($1.1, $1.0.closure, $1.2) }.map(\.0)
    for night in order {
      guard left > 0, let window = window(for: night, free, crewsIn) else {
        crewless.append(night)
        continue
      }
      let slot = window * tables.crewLimit + tables.crews[window] - free[window]
      free[window] -= 1
      crewsIn[window * tables.closureCount + night.closure] += 1
      left -= 1
      for tube in night.tubes {
        state.place(tube.tube, option: tables.optionStart[tube.tube] + tube.option, slot: slot)
      }
    }
    block(&state, windows, crewNights)
    for night in crewless {
      for tube in night.tubes { guard share(tube, windows, &state) else { return nil } }
    }
    return state
  }

  /// A state like a schedule: what lies in the windows in use stays, the rest is shared out.
  ///
  /// Where the schedule takes more crew-nights than allowed, those with least work are shared out.
  mutating func state(
    windows: Int, crewNights: Int, like schedule: CutoverSchedule, _ pricing: CutoverPricing
  ) -> CutoverState? {
    var state = CutoverState(tables, pricing)
    var nights: [Int: [Int]] = [:]
    for tube in tables.movable {
      let move = schedule.moves[tube]
      guard let crew = move.crew, move.window < windows else { continue }
      nights[move.window * tables.crewLimit + crew, default: []].append(tube)
    }
    let kept = nights.sorted { ($0.value.count, -$0.key) > ($1.value.count, -$1.key) }.prefix(crewNights)
    var isPlaced = [Bool](repeating: false, count: tables.tubeCount)
    for (slot, tubes) in kept {
      for tube in tubes {
        state.place(tube, option: tables.optionStart[tube] + schedule.moves[tube].option, slot: slot)
        isPlaced[tube] = true
      }
    }
    block(&state, windows, crewNights)
    for tube in tables.movable where !isPlaced[tube] {
      guard share(.init(tube: tube, option: schedule.moves[tube].option), windows, &state) else { return nil }
    }
    return state
  }

  /// A state like what is announced, in the first windows; what has no announced place that is open is shared out.
  mutating func announcedState(windows: Int, _ pricing: CutoverPricing) -> CutoverState? {
    var state = CutoverState(tables, pricing)
    for slot in windows * tables.crewLimit..<state.slotCount { state.setBlocked(slot, true) }
    var others: [PackedNight.Tube] = []
    for tube in tables.movable {
      let row = tables.problem.tubes[tube]
      let moved = PackedNight.Tube(tube: tube, option: row.announced?.option ?? random.below(max(1, row.options.count)))
      let option = tables.optionStart[tube] + moved.option
      guard let window = row.announced?.window, let slot = slot(for: option, in: window, state) else {
        others.append(moved)
        continue
      }
      state.place(tube, option: option, slot: slot)
    }
    for tube in others { guard share(tube, windows, &state) else { return nil } }
    return state
  }

  /// A state in which what stands moves in its announced window, the longest work first; the rest is shared out, and so
  /// is what finds no crew with room for it.
  mutating func standingState(windows: Int, _ options: [Int: Int], _ pricing: CutoverPricing) -> CutoverState? {
    var state = CutoverState(tables, pricing)
    for slot in windows * tables.crewLimit..<state.slotCount { state.setBlocked(slot, true) }
    let standing = options.map { (tube: $0.key, option: tables.optionStart[$0.key] + $0.value) }
      .sorted { (tables.optionMinutes[$1.option], $0.tube) < (tables.optionMinutes[$0.option], $1.tube) }
    var others = tables.movable.filter { options[$0] == nil }
    for (tube, option) in standing {
      guard let window = tables.problem.tubes[tube].announced?.window, let slot = slot(for: option, in: window, state)
      else {
        others.append(tube)
        continue
      }
      state.place(tube, option: option, slot: slot)
    }
    for tube in others { guard share(.init(tube: tube, option: 0), windows, &state) else { return nil } }
    return state
  }

  /// The crew of a window with most room among those in the closure, else one that is free.
  private func slot(for option: Int, in window: Int, _ state: CutoverState) -> Int? {
    let slots = (window * tables.crewLimit..<(window + 1) * tables.crewLimit).filter { state.isFree($0, for: option) }
    let fitting = slots.filter {
      state.overloadChange($0, closure: tables.optionClosure[option], by: tables.optionMinutes[option]) == 0
    }
    return fitting.min { (state.count[$0] == 0 ? 1 : 0, $0) < (state.count[$1] == 0 ? 1 : 0, $1) } ?? slots.first
  }

  /// The window with most free crews, then with fewest crews in the closure.
  private mutating func window(for night: PackedNight, _ free: [Int], _ crewsIn: [Int]) -> Int? {
    var best: (key: (Int, Int, Int), window: Int)?
    for window in free.indices where free[window] > 0 {
      let here = crewsIn[window * tables.closureCount + night.closure]
      let excess = max(0, here + 1 - Int(tables.maxCrews[night.closure]))
      let key = (-excess, free[window], random.below(1 << 20))
      if best.map({ $0.key < key }) ?? true { best = (key, window) }
    }
    return best?.window
  }

  /// Puts a tube where least work is; in a window that is closed to it only where there is no other.
  private mutating func share(_ tube: PackedNight.Tube, _ windows: Int, _ state: inout CutoverState) -> Bool {
    var best: (key: (Int, Int32), option: Int, slot: Int)?
    for option in tables.optionStart[tube.tube]..<tables.optionStart[tube.tube + 1] {
      for slot in 0..<windows * tables.crewLimit where state.canHold(option, slot) {
        let key = (state.isOpen(option, slot) ? 0 : 1, state.load[slot])
        if best.map({ key < $0.key }) ?? true { best = (key, option, slot) }
      }
    }
    guard let best else { return false }
    state.place(tube.tube, option: best.option, slot: best.slot)
    return true
  }

  /// Blocks the slots after the last window, and empty ones past the number of crew-nights.
  private mutating func block(_ state: inout CutoverState, _ windows: Int, _ crewNights: Int) {
    for slot in windows * tables.crewLimit..<state.slotCount { state.setBlocked(slot, true) }
    var usable = (0..<windows).reduce(0) { $0 + tables.crews[$1] }
    for slot in (0..<windows * tables.crewLimit).reversed()
    where usable > crewNights && state.count[slot] == 0 && !state.isBlocked[slot] {
      state.setBlocked(slot, true)
      usable -= 1
    }
  }
}
