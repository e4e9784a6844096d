/// Simulated annealing over schedules that may break rules, with prices on what they break.
///
/// Moves: a tube to another slot, two tubes exchanged, two nights exchanged, a window shifted in the order, a night
/// given to another closure. A schedule that breaks nothing is kept when it is the best so far.
struct CutoverAnnealing: Sendable {
  /// Prices, in 1/64 of a minute of overload.
  struct Prices: Sendable {
    var overload = 64
    var tie = 64
    var quota = 256
    var nearness = 1_280
    var crowd = 4_000
    var resources = 2_000
    var apartness = 1_280
    var closed = 2_000
    /// Of a unit of change against what is announced.
    var changes = 1_280
    /// Of a crew-night.
    var nights = 0
  }

  var state: CutoverState
  var random: SplitMix
  var prices = Prices()
  private(set) var best: CutoverSchedule?
  private var bestFigures: CutoverObjectives?
  private var bestEnergy = Int.max
  private var leaving: [Int32] = []
  private var journal: [(tube: Int, option: Int, slot: Int)] = []
  /// Slots of the windows in use, blocked or not.
  private let slots: [Int]
  private let tables: CutoverTables
  /// The tubes that may be moved about.
  private let tubes: [Int]
  /// Moves are drawn from so many kinds: those of single tubes come first.
  private let kinds: Int

  /// - Parameter loose: The only tubes that may be moved about; nothing for all of them, and whole nights.
  init(_ state: CutoverState, slots: [Int], loose: [Int]? = nil, random: SplitMix) {
    self.state = state
    self.slots = slots
    self.random = random
    tables = state.tables
    tubes = loose ?? state.tables.movable
    kinds = loose == nil ? 256 : 236
  }

  @inline(__always) private var penalty: Int {
    let excess = state.excess
    return excess.overload * prices.overload + rulePenalty(excess)
  }

  /// The price of all that is broken, but for overload.
  @inline(__always) private func rulePenalty(_ excess: CutoverExcess) -> Int {
    excess.tie * prices.tie + excess.quota * prices.quota + excess.nearness * prices.nearness
      + excess.crowd * prices.crowd + excess.resources * prices.resources
      + excess.apartness * prices.apartness + excess.closed * prices.closed
  }

  @inline(__always) private var energy: Int {
    penalty + state.cost + state.changes * prices.changes + Int(state.crewNights) * prices.nights
  }

  /// Cools from a hot to a cold temperature, in minutes of overload.
  ///
  /// - Parameter goesOn: Asked every 4 096 steps.
  /// - Parameter isEnough: Ends the run when the best schedule found is good enough.
  mutating func run(
    steps: Int, from hot: Double, to cold: Double, while goesOn: () -> Bool,
    until isEnough: (CutoverObjectives) -> Bool
  ) {
    guard !tubes.isEmpty, !slots.isEmpty else { return keepIfBest() }
    var cooling = Cooling(from: hot * Double(prices.overload), to: cold * Double(prices.overload), steps: steps)
    var current = energy
    keepIfBest()
    for step in 0..<steps {
      if step & 4095 == 4095, !goesOn() { return }
      let allowed = current + Int(cooling.allowance(&random))
      guard attempt(limit: allowed) else { continue }
      let next = energy
      if next > allowed {
        undo()
        continue
      }
      current = next
      if state.excess.isNone {
        keepIfBest()
        if let bestFigures, isEnough(bestFigures) { return }
      }
    }
  }

  private mutating func keepIfBest() {
    guard state.excess.isNone else { return }
    if let bestFigures {
      let energy = energy
      guard energy < bestEnergy || Int(state.crewNights) < bestFigures.crewNights else { return }
      bestEnergy = min(bestEnergy, energy)
      let figures = state.objectives()
      guard figures < bestFigures else { return }
    }
    let schedule = state.schedule()
    best = schedule
    bestFigures = schedule.objectives
  }

  // MARK: Moves

  /// Makes one move, in the journal; `false` when it made none.
  @inline(__always) private mutating func attempt(limit: Int) -> Bool {
    journal.removeAll(keepingCapacity: true)
    let kind = random.below(kinds)
    if kind < 120 { return relocateOne(limit) }
    if kind < 236 { return exchangeTubes(limit) }
    if kind < 250 { return exchangeNights() }
    if kind < 253 { return shiftWindow() }
    return giveNightAway()
  }

  private mutating func undo() {
    while let move = journal.popLast() {
      if move.tube >= 0 {
        state.relocate(move.tube, option: move.option, slot: move.slot)
      } else {
        state.exchange(move.option, move.slot)
      }
    }
  }

  @inline(__always) private mutating func relocate(_ tube: Int, _ option: Int, _ slot: Int) {
    journal.append((tube, Int(state.optionOf[tube]), Int(state.slotOf[tube])))
    state.relocate(tube, option: option, slot: slot)
  }

  @inline(__always) private mutating func anyTube() -> Int { tubes[random.below(tubes.count)] }
  @inline(__always) private mutating func anySlot() -> Int { slots[random.below(slots.count)] }

  /// An option by which a tube may come into a slot, or -1.
  @inline(__always) private mutating func option(of tube: Int, in slot: Int) -> Int {
    let closure = Int(state.closureOf[slot])
    if closure < 0 {
      let count = tables.optionStart[tube + 1] - tables.optionStart[tube]
      return count == 0 ? -1 : tables.optionStart[tube] + random.below(count)
    }
    return option(of: tube, at: closure)
  }

  @inline(__always) private mutating func option(of tube: Int, at closure: Int) -> Int {
    var option = Int(tables.optionAt[tube * tables.closureCount + closure])
    while option >= 0, tables.nextOption[option] >= 0, random.next() & 1 == 1 {
      option = Int(tables.nextOption[option])
    }
    return option
  }

  private mutating func relocateOne(_ limit: Int) -> Bool {
    let tube = anyTube()
    let slot = anySlot()
    let old = Int(state.slotOf[tube])
    let option = option(of: tube, in: slot)
    guard option >= 0, slot != old || option != Int(state.optionOf[tube]), state.isFree(slot, for: option) else {
      return false
    }
    if slot != old {
      let former = Int(state.optionOf[tube])
      let overload =
        state.overloadChange(slot, closure: tables.optionClosure[option], by: tables.optionMinutes[option])
        + state.overloadChange(old, closure: state.closureOf[old], by: -tables.optionMinutes[former])
      guard mayFit(overload, cost: state.optionCost[option] - state.optionCost[former], limit) else {
        return false
      }
    }
    relocate(tube, option, slot)
    return true
  }

  /// Whether a change can stay within a limit even if it mended every rule but overload, and emptied a night.
  @inline(__always) private func mayFit(_ overload: Int32, cost: Int, _ limit: Int) -> Bool {
    (state.excess.overload + Int(overload)) * prices.overload + state.cost + cost
      + (Int(state.crewNights) - 1) * prices.nights <= limit
  }

  private mutating func exchangeTubes(_ limit: Int) -> Bool {
    let a = anyTube()
    let b = anyTube()
    let (slotA, slotB) = (Int(state.slotOf[a]), Int(state.slotOf[b]))
    guard slotA != slotB else { return false }
    let newA = option(of: a, at: Int(state.closureOf[slotB]))
    guard newA >= 0 else { return false }
    let newB = option(of: b, at: Int(state.closureOf[slotA]))
    guard newB >= 0, state.isOpen(newA, slotB), state.isOpen(newB, slotA) else { return false }
    let (oldA, oldB) = (Int(state.optionOf[a]), Int(state.optionOf[b]))
    let overload =
      state.overloadChange(
        slotA, closure: state.closureOf[slotA], by: tables.optionMinutes[newB] - tables.optionMinutes[oldA])
      + state.overloadChange(
        slotB, closure: state.closureOf[slotB], by: tables.optionMinutes[newA] - tables.optionMinutes[oldB])
    let cost = state.optionCost[newA] + state.optionCost[newB] - state.optionCost[oldA] - state.optionCost[oldB]
    guard mayFit(overload, cost: cost, limit) else { return false }
    relocate(a, newA, slotB)
    relocate(b, newB, slotA)
    return true
  }

  private mutating func exchangeNights() -> Bool {
    let a = anySlot()
    let b = anySlot()
    guard state.window(ofSlot: a) != state.window(ofSlot: b), state.count[a] + state.count[b] > 0 else { return false }
    journal.append((-1, a, b))
    state.exchange(a, b)
    return true
  }

  /// Takes a window out of the order and puts it in elsewhere, the ones between moving up.
  private mutating func shiftWindow() -> Bool {
    let from = state.window(ofSlot: anySlot())
    let last = state.window(ofSlot: slots[slots.count - 1])
    let to = min(last, max(0, from + random.below(9) - 4))
    guard from != to else { return false }
    let step = from < to ? 1 : -1
    for window in stride(from: from, to: to, by: step) {
      for crew in 0..<tables.crewLimit {
        let (a, b) = (window * tables.crewLimit + crew, (window + step) * tables.crewLimit + crew)
        guard state.count[a] + state.count[b] > 0 else { continue }
        guard crew < tables.crews[window], crew < tables.crews[window + step] else {
          undo()
          return false
        }
        journal.append((-1, a, b))
        state.exchange(a, b)
      }
    }
    return true
  }

  /// Empties a night, and fills it with work of another closure.
  private mutating func giveNightAway() -> Bool {
    let slot = anySlot()
    guard !state.isBlocked[slot], tables.closureCount > 1 else { return false }
    let old = Int(state.closureOf[slot])
    let closure = random.below(tables.closureCount)
    guard closure != old else { return false }
    leaving.removeAll(keepingCapacity: true)
    state.collect(slot, into: &leaving)
    for tube in leaving.map({ Int($0) }) {
      guard let (option, place) = elsewhere(tube, besides: slot) else {
        undo()
        return false
      }
      relocate(tube, option, place)
    }
    let room = tables.capacity[closure * tables.windowCount + state.window(ofSlot: slot)]
    for _ in 0..<24 {
      let tube = anyTube()
      let option = option(of: tube, at: closure)
      guard option >= 0, Int(state.slotOf[tube]) != slot, state.isFree(slot, for: option),
        state.load[slot] + tables.optionMinutes[option] <= room
      else { continue }
      relocate(tube, option, slot)
    }
    return true
  }

  private mutating func elsewhere(_ tube: Int, besides slot: Int) -> (option: Int, slot: Int)? {
    for _ in 0..<40 {
      let place = anySlot()
      guard place != slot, state.count[place] > 0 else { continue }
      let option = option(of: tube, at: Int(state.closureOf[place]))
      if option >= 0, state.isFree(place, for: option) { return (option, place) }
    }
    return nil
  }
}
