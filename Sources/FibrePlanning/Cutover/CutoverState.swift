/// A schedule under way, which may break rules, and by how much it breaks them.
///
/// Every tube always has a slot and an option. The figures follow each move in time proportional to the tube's cords,
/// circuits and pairs; `recount` is the slow way to the same figures.
struct CutoverState: Sendable {
  let tables: CutoverTables
  /// Slots that must stay empty, so that fewer crew-nights are used.
  private(set) var isBlocked: [Bool]
  private(set) var slotOf: [Int32]
  private(set) var optionOf: [Int32]
  /// By tube; that of a tube that is done counts from its carrying out.
  private(set) var windowOf: [Int32]
  /// By slot: its closure, or -1.
  private(set) var closureOf: [Int32]
  private(set) var load: [Int32]
  private(set) var count: [Int32]
  /// Tubes of a slot as a chain, or -1.
  private var firstIn: [Int32]
  private var nextIn: [Int32]
  private var formerIn: [Int32]
  private var crewsIn: [Int32]
  private(set) var tie: [Int32]
  private let tieLimit: Int32
  private var circuitsIn: [Int32]
  private var used: [Int32]
  /// Room for the tubes of an exchange.
  private var moving: [Int32] = []
  /// The sum of what each kind of rule is broken by.
  private(set) var excess = CutoverExcess()
  private(set) var crewNights: Int32 = 0
  /// The sum of the options' costs, as the search prices them.
  private(set) var cost = 0
  private(set) var changes = 0

  /// By option.
  let optionCost: [Int]

  init(_ tables: CutoverTables, _ pricing: CutoverPricing) {
    tieLimit = Int32(clamping: pricing.tieFibres)
    self.tables = tables
    optionCost = pricing.optionCost
    let slots = tables.windowCount * tables.crewLimit
    isBlocked = (0..<slots).map { $0 % tables.crewLimit >= tables.crews[$0 / tables.crewLimit] }
    slotOf = Array(repeating: -1, count: tables.tubeCount)
    optionOf = Array(repeating: -1, count: tables.tubeCount)
    windowOf = Array(repeating: Int32(tables.windowCount), count: tables.tubeCount)
    closureOf = Array(repeating: -1, count: slots)
    load = Array(repeating: 0, count: slots)
    count = Array(repeating: 0, count: slots)
    firstIn = Array(repeating: -1, count: slots)
    nextIn = Array(repeating: -1, count: tables.tubeCount)
    formerIn = nextIn
    crewsIn = Array(repeating: 0, count: tables.closureCount * tables.windowCount)
    let held = tables.movable.reduce(0) { $0 + tables.problem.tubes[$1].heldTie }
    tie = Array(repeating: Int32(held), count: tables.windowCount)
    circuitsIn = Array(repeating: 0, count: tables.operatorCount * tables.windowCount)
    used = Array(repeating: 0, count: tables.resourceCapacity.count)
    excess.tie = tie.reduce(0) { $0 + Int(max(0, $1 - tieLimit)) }
    for (tube, row) in tables.problem.tubes.enumerated() {
      guard let done = row.done else { continue }
      take(tables.optionStart[tube] + done.option)
      optionOf[tube] = Int32(tables.optionStart[tube] + done.option)
      enter(tube, window: done.window)
    }
  }

  var slotCount: Int { closureOf.count }
  @inline(__always) func window(ofSlot slot: Int) -> Int { slot / tables.crewLimit }

  mutating func setBlocked(_ slot: Int, _ blocked: Bool) { isBlocked[slot] = blocked }

  /// Whether a tube may come into a slot by an option: right closure, not blocked, open window.
  @inline(__always) func isFree(_ slot: Int, for option: Int) -> Bool {
    canHold(option, slot) && isOpen(option, slot)
  }

  /// The same, whether the window is open or not.
  @inline(__always) func canHold(_ option: Int, _ slot: Int) -> Bool {
    let closure = closureOf[slot]
    return !isBlocked[slot] && (closure < 0 || closure == tables.optionClosure[option])
  }

  /// Whether an option may be used in the window of a slot.
  @inline(__always) func isOpen(_ option: Int, _ slot: Int) -> Bool {
    tables.isOpen[option * tables.windowCount + slot / tables.crewLimit]
  }

  /// By how much the minutes above a slot's night would change if so many came to it.
  @inline(__always) func overloadChange(_ slot: Int, closure: Int32, by minutes: Int32) -> Int32 {
    let room = tables.capacity[Int(closure) * tables.windowCount + slot / tables.crewLimit]
    return max(0, load[slot] + minutes - room) - max(0, load[slot] - room)
  }

  // MARK: Moves

  /// Puts a tube, which has no slot, into one.
  mutating func place(_ tube: Int, option: Int, slot: Int) {
    take(option)
    optionOf[tube] = Int32(option)
    enterSlot(tube, slot)
    enter(tube, window: slot / tables.crewLimit)
  }

  /// Moves a tube to another slot, or to another option in the same one.
  mutating func relocate(_ tube: Int, option: Int, slot: Int) {
    let former = Int(optionOf[tube])
    let oldWindow = Int(slotOf[tube]) / tables.crewLimit
    leaveSlot(tube)
    if former != option {
      giveBack(former)
      take(option)
      optionOf[tube] = Int32(option)
    }
    enterSlot(tube, slot)
    let newWindow = slot / tables.crewLimit
    if newWindow != oldWindow { changeWindow(tube, from: oldWindow, to: newWindow) }
  }

  private mutating func enterSlot(_ tube: Int, _ slot: Int) {
    let option = Int(optionOf[tube])
    let closure = tables.optionClosure[option]
    let minutes = tables.optionMinutes[option]
    if count[slot] == 0 { open(slot, closure) }
    if !isOpen(option, slot) { excess.closed += 1 }
    excess.overload += Int(overloadChange(slot, closure: closure, by: minutes))
    load[slot] += minutes
    count[slot] += 1
    slotOf[tube] = Int32(slot)
    nextIn[tube] = firstIn[slot]
    formerIn[tube] = -1
    if firstIn[slot] >= 0 { formerIn[Int(firstIn[slot])] = Int32(tube) }
    firstIn[slot] = Int32(tube)
  }

  private mutating func leaveSlot(_ tube: Int) {
    let slot = Int(slotOf[tube])
    let option = Int(optionOf[tube])
    let minutes = tables.optionMinutes[option]
    if !isOpen(option, slot) { excess.closed -= 1 }
    excess.overload += Int(overloadChange(slot, closure: closureOf[slot], by: -minutes))
    load[slot] -= minutes
    count[slot] -= 1
    let (former, next) = (formerIn[tube], nextIn[tube])
    if former >= 0 { nextIn[Int(former)] = next } else { firstIn[slot] = next }
    if next >= 0 { formerIn[Int(next)] = former }
    if count[slot] == 0 { close(slot) }
  }

  private mutating func open(_ slot: Int, _ closure: Int32) {
    closureOf[slot] = closure
    crewNights += 1
    let place = Int(closure) * tables.windowCount + slot / tables.crewLimit
    crewsIn[place] += 1
    if crewsIn[place] > tables.maxCrews[Int(closure)] { excess.crowd += 1 }
  }

  private mutating func close(_ slot: Int) {
    let closure = Int(closureOf[slot])
    let place = closure * tables.windowCount + slot / tables.crewLimit
    if crewsIn[place] > tables.maxCrews[closure] { excess.crowd -= 1 }
    crewsIn[place] -= 1
    crewNights -= 1
    closureOf[slot] = -1
  }

  private mutating func take(_ option: Int) {
    cost += optionCost[option]
    for place in tables.optionResources.range(option) {
      let resource = Int(tables.optionResources.values[place])
      used[resource] += 1
      if used[resource] > tables.resourceCapacity[resource] { excess.resources += 1 }
    }
  }

  private mutating func giveBack(_ option: Int) {
    cost -= optionCost[option]
    for place in tables.optionResources.range(option) {
      let resource = Int(tables.optionResources.values[place])
      if used[resource] > tables.resourceCapacity[resource] { excess.resources -= 1 }
      used[resource] -= 1
    }
  }

  /// The tubes of a slot, added to a list.
  @inline(__always) func collect(_ slot: Int, into tubes: inout [Int32]) {
    var tube = firstIn[slot]
    while tube >= 0 {
      tubes.append(tube)
      tube = nextIn[Int(tube)]
    }
  }

  /// Exchanges what is done in two slots, and whether they are blocked.
  mutating func exchange(_ a: Int, _ b: Int) {
    moving.removeAll(keepingCapacity: true)
    collect(a, into: &moving)
    let countInA = moving.count
    collect(b, into: &moving)
    for tube in moving { leaveSlot(Int(tube)) }
    let (windowA, windowB) = (a / tables.crewLimit, b / tables.crewLimit)
    for (position, tube) in moving.enumerated() {
      let isFromA = position < countInA
      enterSlot(Int(tube), isFromA ? b : a)
      guard windowA != windowB else { continue }
      changeWindow(Int(tube), from: isFromA ? windowA : windowB, to: isFromA ? windowB : windowA)
    }
    isBlocked.swapAt(a, b)
  }
}

// MARK: - What depends on the window

extension CutoverState {
  /// A tube that counted as never moved comes to a window.
  private mutating func enter(_ tube: Int, window: Int) {
    changeTie(tube, from: tables.windowCount, to: window)
    addCircuits(tube, window)
    windowOf[tube] = Int32(window)
    excess.nearness += nearness(tube, window)
    excess.apartness += apartness(tube, window)
    changes += announcedCost(tube, window)
  }

  @inline(__always) private mutating func changeWindow(_ tube: Int, from old: Int, to new: Int) {
    excess.nearness += nearness(tube, new) - nearness(tube, old)
    excess.apartness += apartness(tube, new) - apartness(tube, old)
    changes += announcedCost(tube, new) - announcedCost(tube, old)
    removeCircuits(tube, old)
    addCircuits(tube, new)
    changeTie(tube, from: old, to: new)
    windowOf[tube] = Int32(new)
  }

  private func announcedCost(_ tube: Int, _ window: Int) -> Int {
    guard let announced = tables.problem.tubes[tube].announced else { return 0 }
    return announced.window == window ? 0 : announced.weight
  }

  private mutating func addCircuits(_ tube: Int, _ window: Int) {
    let range = tables.circuits.range(tube)
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
      let cell = window * tables.operatorCount + Int(tables.circuits.values[place])
      let count = tables.circuits.values[place + 1]
      let before = max(0, circuitsIn[cell] - tables.quota)
      circuitsIn[cell] += count
      excess.quota += Int(max(0, circuitsIn[cell] - tables.quota) - before)
    }
  }

  private mutating func removeCircuits(_ tube: Int, _ window: Int) {
    let range = tables.circuits.range(tube)
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
      let cell = window * tables.operatorCount + Int(tables.circuits.values[place])
      let count = tables.circuits.values[place + 1]
      let before = max(0, circuitsIn[cell] - tables.quota)
      circuitsIn[cell] -= count
      excess.quota += Int(max(0, circuitsIn[cell] - tables.quota) - before)
    }
  }

  /// Windows that lack between a tube, in some window, and its other legs.
  private func nearness(_ tube: Int, _ window: Int) -> Int {
    var sum = 0
    for place in tables.apart.range(tube) {
      let other = Int(tables.apart.values[place])
      let distance = other == tube ? 0 : abs(Int(windowOf[other]) - window)
      if distance < tables.soak, Int(windowOf[other]) < tables.windowCount || other == tube {
        sum += tables.soak - distance
      }
    }
    return sum
  }

  /// Windows between a tube and those that must share its window.
  private func apartness(_ tube: Int, _ window: Int) -> Int {
    var sum = 0
    for place in tables.together.range(tube) {
      let other = Int(windowOf[Int(tables.together.values[place])])
      if other < tables.windowCount { sum += abs(other - window) }
    }
    return sum
  }

  /// A cord is stretched after each window in which one of its tubes has moved and the other has not.
  @inline(__always) private mutating func changeTie(_ tube: Int, from old: Int, to new: Int) {
    let (first, end) = (min(old, new), max(old, new))
    let sign: Int32 = new < old ? 1 : -1
    let range = tables.cords.range(tube)
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
      let other = Int(tables.cords.values[place])
      let otherWindow =
        switch other {
        case CutoverTables.neverMoves: tables.windowCount
        case CutoverTables.movedBefore: 0
        default: Int(windowOf[other])
        }
      let fibres = tables.cords.values[place + 1] * sign
      // Before the other tube moves, an earlier move of this one stretches the cord; from then on it frees it.
      let turn = min(max(otherWindow, first), end)
      for window in first..<turn { add(fibres, toTie: window) }
      for window in turn..<end { add(-fibres, toTie: window) }
    }
  }

  @inline(__always) private mutating func add(_ fibres: Int32, toTie window: Int) {
    let before = max(0, tie[window] - tieLimit)
    tie[window] += fibres
    excess.tie += Int(max(0, tie[window] - tieLimit) - before)
  }

  // MARK: Results

  /// The figures of the schedule as it stands.
  func objectives() -> CutoverObjectives {
    var figures = CutoverObjectives()
    for (tube, row) in tables.problem.tubes.enumerated() where optionOf[tube] >= 0 {
      let option = row.options[Int(optionOf[tube]) - tables.optionStart[tube]]
      figures.windows = max(figures.windows, Int(windowOf[tube]) + 1)
      figures.splices += option.splices
      figures.weightedOutage += option.weightedOutage
      figures.newFibreMetres += option.newFibreMetres
      figures.passages += option.isPassage ? 1 : 0
    }
    figures.changes = changes
    figures.crewNights = Int(crewNights)
    figures.peakTie = Int(tie.max() ?? 0)
    return figures
  }

  func schedule() -> CutoverSchedule {
    let moves = tables.problem.tubes.indices.map { tube in
      CutoverSchedule.Move(
        option: Int(optionOf[tube]) - tables.optionStart[tube], window: Int(windowOf[tube]),
        crew: slotOf[tube] < 0 ? nil : Int(slotOf[tube]) % tables.crewLimit)
    }
    return CutoverSchedule(moves: moves, objectives: objectives())
  }
}

/// What a run of the search asks for beside the rules.
struct CutoverPricing: Sendable {
  /// By option.
  let optionCost: [Int]
  let tieFibres: Int
}

/// By how much each kind of rule is broken, in its own unit.
public struct CutoverExcess: Hashable, Sendable {
  /// Minutes above the nights of crews.
  public internal(set) var overload = 0
  /// Tie fibres above the limit, summed over the windows.
  public internal(set) var tie = 0
  /// Circuits above an operator's quota, summed over the windows.
  public internal(set) var quota = 0
  /// Windows that lack between two legs.
  public internal(set) var nearness = 0
  /// Crews above what a closure takes.
  public internal(set) var crowd = 0
  /// Trays and tubes of new cable that lack.
  public internal(set) var resources = 0
  /// Windows between tubes that should share one.
  public internal(set) var apartness = 0
  /// Tubes in a window that is closed to them.
  public internal(set) var closed = 0

  var isNone: Bool { self == CutoverExcess() }
}
