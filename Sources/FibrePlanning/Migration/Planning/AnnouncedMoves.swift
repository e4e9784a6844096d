import FibreModel

/// What an earlier plan announced: the night and closure of each service, of which notices were sent.
struct AnnouncedMoves {
  private let nights: [Code<Service>: Int]
  private let closures: [Code<Service>: Code<Box>]

  init(_ plan: MigrationPlan, on network: Network) {
    nights = Dictionary(plan.services.map { ($0.service, $0.night) }, uniquingKeysWith: { first, _ in first })
    var closures: [Code<Service>: Code<Box>] = [:]
    for visit in plan.nights.flatMap(\.visits) {
      guard let box = network.box(named: visit.closure) else { continue }
      for step in visit.steps where step.action == .splice {
        if let service = step.service { closures[service] = network.boxes[box].code }
      }
    }
    self.closures = closures
  }

  /// The closure in which most or all of a tube's services were announced.
  func closure(of item: Int, _ facts: ScheduleFacts) -> Index<Box>? {
    let code = facts.items[item].services.lazy.compactMap { closures[facts.network.services[$0].code] }.first
    return code.flatMap { facts.network.boxes.index(of: $0) }
  }

  /// The window of a tube that can still be cut then, in the closure announced; nothing for any other.
  func standingWindow(of item: Int, _ facts: ScheduleFacts) -> Int? {
    let options = facts.items[item].options
    guard let closure = closure(of: item, facts), options.contains(where: { $0.closure == closure }),
      facts.trays[closure]?.isEmpty == false, let move = move(of: item, options: options, facts),
      !facts.isForbidden(item, in: move.window)
    else { return nil }
    return move.window
  }

  /// What hangs on each tube; a service in several tubes counts with the first.
  static func stakes(_ facts: ScheduleFacts, _ announced: AnnouncedMoves?) -> [TubeStakes] {
    var seen: Set<Index<Service>> = []
    return facts.items.indices.map { item in
      let own = facts.items[item].services.filter { seen.insert($0).inserted }
      return announced?.stakes(of: item, own, facts) ?? TubeStakes(services: own.count)
    }
  }

  private func stakes(of item: Int, _ services: [Index<Service>], _ facts: ScheduleFacts) -> TubeStakes {
    let announced = services.compactMap { nights[facts.network.services[$0].code] }
    let windows = announced.compactMap { night in facts.windows.firstIndex { $0.number == night } }
    let counts = Dictionary(windows.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max() ?? 0
    let standing = move(of: item, options: [], facts)?.window
    let there = standing.flatMap { counts[$0] } ?? 0
    let other = counts.filter { $0.key != standing }.values.max() ?? 0
    return TubeStakes(
      services: services.count, elsewhere: max(0, there - other), staying: most, certain: announced.count - most)
  }

  /// The announced move of a tube: that of most of its services, which are those that would need another notice.
  func move(of item: Int, options: [MoveOption], _ facts: ScheduleFacts) -> CutoverProblem.Announced? {
    let codes = facts.items[item].services.map { facts.network.services[$0].code }
    let known = Dictionary(grouping: codes.compactMap { nights[$0] }) { $0 }.mapValues(\.count)
    guard let night = known.min(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }),
      let window = facts.windows.firstIndex(where: { $0.number == night.key })
    else { return nil }
    let closure = codes.lazy.compactMap { closures[$0] }.first
    let option = options.firstIndex { facts.network.boxes[$0.closure].code == closure } ?? 0
    return CutoverProblem.Announced(option: option, window: window, weight: max(1, night.value))
  }
}
