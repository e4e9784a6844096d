import FibreModel

/// When, where and by whom each tube is moved.
struct MigrationSchedule {
  struct Placed {
    let option: MoveOption
    let window: Int
    let crew: Int
    let landing: Int
    let tray: Index<Cassette>
  }

  var placed: [Placed?]
  var score: [Int]

  /// Services in the tubes that move.
  func services(_ items: [TubeItem]) -> Int {
    items.indices.reduce(0) { placed[$1] == nil ? $0 : $0 + items[$1].services.count }
  }

  /// Tubes that move although a service in them has another fibre in a tube that stays.
  func tornTubes(_ items: [TubeItem]) -> [Int] {
    let stays = Set(items.indices.filter { placed[$0] == nil }.flatMap { items[$0].services })
    return items.indices.filter { placed[$0] != nil && items[$0].services.contains(where: stays.contains) }
  }
}

/// Builds schedules window by window, several times, and keeps the best.
///
/// Each try fills the windows in order: the crews go where most work is left, and a closure is filled with the longest
/// tubes that break no rule. Tries differ by the order of equals and by where tubes with a choice are cut.
struct ScheduleSearch {
  let facts: ScheduleFacts
  var random: SplitMix
  /// How much a tie fibre weighs against minutes; another in each try.
  private var tieWeight = 0
  /// Tie fibres that a window may hold above the limit while it is being filled.
  private var tieSlack = 0
  /// How far ahead in the order of cords a tube may be taken.
  private var horizon = 0

  private let order: TieOrder

  init(facts: ScheduleFacts, random: SplitMix) {
    self.facts = facts
    self.random = random
    order = TieOrder(cords: facts.cords, tries: 200, random: &self.random)
  }

  mutating func best(iterations: Int) -> MigrationSchedule {
    var best = attempt()
    for _ in 1..<max(2, iterations) {
      let next = attempt()
      if next.score.lexicographicallyPrecedes(best.score) { best = next }
    }
    return best
  }

  private mutating func attempt() -> MigrationSchedule {
    var state = ScheduleState(facts: facts)
    tieWeight = Int(random.next() % 80)
    tieSlack = Int(random.next() % 16)
    horizon = facts.items.count / 5 + Int(random.next() % UInt64(facts.items.count + 1))
    let choice = chooseOptions()
    for window in facts.windows.indices {
      if state.isDone { break }
      fill(window, choice, &state)
    }
    return MigrationSchedule(placed: state.placed, score: facts.score(state))
  }

  /// An option for each tube: a closure with a free tube of new cable and a free tray, the least loaded one, and now
  /// and then another. Tubes with least choice come first.
  private mutating func chooseOptions() -> [Int] {
    var load: [Index<Box>: Double] = [:]
    var places = facts.places()
    var choice = [Int](repeating: 0, count: facts.items.count)
    let order = facts.items.indices.map { ($0, facts.items[$0].options.count, random.next()) }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    for item in order {
      let options = facts.items[item].options
      let open = options.indices.filter { places.hasPlace(in: options[$0].closure) }
      let costs = open.map { position in
        (load[options[position].closure] ?? 0) * 0.2 / Double(facts.crews(in: options[position].closure))
          + share(options[position]) + Double(random.next() % 1000) / 1000 * 0.4
      }
      guard let least = costs.indices.min(by: { costs[$0] < costs[$1] }) else { continue }
      choice[item] = open[least]
      places.take(in: options[open[least]].closure)
      load[options[open[least]].closure, default: 0] += share(options[open[least]])
    }
    return choice
  }

  /// The part of a crew's night that an option takes.
  private func share(_ option: MoveOption) -> Double {
    Double(option.minutes) / Double(max(1, facts.capacity(of: option.closure)))
  }

  private mutating func fill(_ window: Int, _ choice: [Int], _ state: inout ScheduleState) {
    visitAll(window, choice, &state)
    while state.tie > facts.tieFibres, let item = state.heaviestOnTie(in: window, facts) {
      state.withdraw(item, facts)
    }
    state.closeWindow(window)
  }

  private mutating func visitAll(_ window: Int, _ choice: [Int], _ state: inout ScheduleState) {
    var crewsIn: [Index<Box>: Int] = [:]
    var spent: Set<Index<Box>> = []
    var crew = 1
    while crew <= facts.windows[window].crews {
      guard let closure = busiest(choice, state, crewsIn, spent) else { return }
      if visit(closure, window, crew, choice, &state) {
        crewsIn[closure, default: 0] += 1
        crew += 1
      } else {
        spent.insert(closure)
      }
    }
  }

  private mutating func busiest(
    _ choice: [Int], _ state: ScheduleState, _ crewsIn: [Index<Box>: Int], _ spent: Set<Index<Box>>
  ) -> Index<Box>? {
    var minutes: [Index<Box>: Int] = [:]
    var relief: [Index<Box>: Int] = [:]
    for item in state.remaining {
      let option = facts.items[item].options[choice[item]]
      minutes[option.closure, default: 0] += option.minutes
      relief[option.closure, default: 0] += max(0, -facts.tieChange(item, state))
    }
    let pressure = Double(state.tie) / Double(max(1, facts.tieFibres))
    let ranked = minutes.filter { !spent.contains($0.key) && crewsIn[$0.key, default: 0] < facts.crews(in: $0.key) }
      .sorted { $0.key < $1.key }
      .map { entry -> (Index<Box>, Double) in
        let nights = Double(entry.value) / Double(max(1, facts.capacity(of: entry.key) * facts.crews(in: entry.key)))
        let ease = Double(relief[entry.key] ?? 0) * pressure * pressure * Double(tieWeight) / 80
        return (entry.key, nights * (1 + Double(random.next() % 1000) / 4000) + ease)
      }
    return ranked.max { $0.1 < $1.1 }?.0
  }

  private mutating func visit(
    _ closure: Index<Box>, _ window: Int, _ crew: Int, _ choice: [Int], _ state: inout ScheduleState
  ) -> Bool {
    var left = facts.capacity(of: closure, in: window)
    let furthest = horizon + (state.remaining.map { order.rank[$0] }.min() ?? 0)
    let waiting = state.remaining
      .filter { facts.items[$0].options[choice[$0]].closure == closure && order.rank[$0] <= furthest }
      .map { item -> (item: Int, key: Int) in
        let option = facts.items[item].options[choice[item]]
        return (item, option.minutes * 4 - facts.tieChange(item, state) * tieWeight + Int(random.next() % 60))
      }
      .sorted { ($0.key, $0.item) > ($1.key, $1.item) }
    var moved = false
    for (item, _) in waiting {
      let option = facts.items[item].options[choice[item]]
      guard option.minutes <= left, facts.mayMove(item, option, window, tieSlack, state),
        let landing = facts.landing(at: closure, window, option, state), let tray = state.tray(in: closure, facts)
      else { continue }
      state.place(item, .init(option: option, window: window, crew: crew, landing: landing, tray: tray), facts)
      left -= option.minutes + facts.landingMinutes(landing)
      moved = true
    }
    return moved
  }
}
