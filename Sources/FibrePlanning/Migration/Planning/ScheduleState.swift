import FibreModel

/// A schedule in the making.
struct ScheduleState {
  private(set) var placed: [MigrationSchedule.Placed?]
  private(set) var remaining: [Int]
  private(set) var tie = 0
  private(set) var tiePeak = 0
  private var usedPorts: Set<Port> = []
  private var usedTrays: [Index<Box>: Int] = [:]
  private var freedTrays: [Index<Box>: [Index<Cassette>]] = [:]
  private var circuitsIn: [Int: [String: Int]] = [:]

  init(facts: ScheduleFacts) {
    placed = Array(repeating: nil, count: facts.items.count)
    remaining = facts.items.indices.filter { !facts.items[$0].options.isEmpty }
    tie = facts.stretched.reduce(0, +)
  }

  var isDone: Bool { remaining.isEmpty }

  func isNear(_ item: Int, _ window: Int, _ soak: Int) -> Bool {
    placed[item].map { abs($0.window - window) < soak } ?? false
  }

  func circuits(_ name: String, _ window: Int) -> Int { circuitsIn[window]?[name] ?? 0 }

  func isUsed(_ landing: LandingTube) -> Bool { landing.strands.values.contains { usedPorts.contains($0.port) } }

  func tray(in closure: Index<Box>, _ facts: ScheduleFacts) -> Index<Cassette>? {
    if let freed = freedTrays[closure]?.min() { return freed }
    let trays = facts.trays[closure] ?? []
    let used = usedTrays[closure] ?? 0
    return used < trays.count ? trays[used] : nil
  }

  mutating func place(_ item: Int, _ move: MigrationSchedule.Placed, _ facts: ScheduleFacts) {
    tie += facts.tieChange(item, self)
    placed[item] = move
    remaining.removeAll { $0 == item }
    usedPorts.formUnion(facts.landings[move.landing].strands.values.map(\.port))
    if let freed = freedTrays[move.option.closure]?.firstIndex(of: move.tray) {
      freedTrays[move.option.closure]?.remove(at: freed)
    } else {
      usedTrays[move.option.closure, default: 0] += 1
    }
    for (name, count) in facts.circuits[item] { circuitsIn[move.window, default: [:]][name, default: 0] += count }
  }

  /// Takes a tube of the window in hand out again; its tray is free again.
  mutating func withdraw(_ item: Int, _ facts: ScheduleFacts) {
    guard let move = placed[item] else { return }
    placed[item] = nil
    tie -= facts.tieChange(item, self)
    remaining.append(item)
    usedPorts.subtract(facts.landings[move.landing].strands.values.map(\.port))
    freedTrays[move.option.closure, default: []].append(move.tray)
    for (name, count) in facts.circuits[item] { circuitsIn[move.window, default: [:]][name, default: 0] -= count }
  }

  /// The tube of a window whose withdrawal frees most tie fibres; nothing when none frees any.
  func heaviestOnTie(in window: Int, _ facts: ScheduleFacts) -> Int? {
    let freed = placed.indices.filter { placed[$0]?.window == window }.map { ($0, facts.tieChange($0, self)) }
    return freed.filter { $0.1 > 0 }.max { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Counts the tie fibres in use at the end of a window in which something moved.
  mutating func closeWindow(_ window: Int) {
    if placed.contains(where: { $0?.window == window }) { tiePeak = max(tiePeak, tie) }
  }
}
