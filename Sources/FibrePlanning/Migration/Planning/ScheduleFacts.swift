import FibreModel

/// Everything a schedule must respect, worked out once.
struct ScheduleFacts {
  let network: Network
  let items: [TubeItem]
  let landings: [LandingTube]
  let windows: [WorkWindow]
  let parameters: MigrationParameters
  /// Free trays of each closure, in order.
  private(set) var trays: [Index<Box>: [Index<Cassette>]] = [:]
  private var landingsAt: [Index<Box>: [Int]] = [:]
  /// Tubes whose work interrupts the other leg of a pair.
  private(set) var rivals: [[Int]] = []
  /// Cords of the old room between two tubes: the other tube and how many.
  private(set) var cords: [[(other: Int, count: Int)]] = []
  /// Cords of each tube that lie over the tie before anything moves, and leave it when the tube does.
  private(set) var stretched: [Int] = []
  /// Cords of each tube to a port that no tube leaves: one whose link has moved without its cords, or that is dark. The
  /// cord lies over the tie for good once the tube has moved.
  private(set) var loose: [Int] = []
  /// Tie fibres in use before anything moves.
  let tieInUse: Int
  /// Tie fibres that may be in use at once, and that there are.
  let tieFibres: Int
  /// Circuits by operator in each tube.
  private(set) var circuits: [[String: Int]] = []
  private var forbidden: [Set<Int>] = []
  /// The service that each kept end carries, wherever its tube may be cut.
  private(set) var serviceOfKeptEnd: [FibreEnd: Index<Service>] = [:]
  /// The leg that names a service as the one it protects.
  private(set) var protectedBy: [Code<Service>: Code<Service>] = [:]

  init(_ survey: MigrationSurvey, _ items: [TubeItem]) {
    network = survey.network
    self.items = items
    landings = survey.landings
    tieInUse = survey.tieInUse
    windows = network.rules.windows
    parameters = network.rules.parameters
    tieFibres = min(parameters.tieFibres, survey.ties.count + survey.tieInUse)
    for (position, landing) in landings.enumerated() { landingsAt[landing.closure, default: []].append(position) }
    for closure in landingsAt.keys { trays[closure] = freeTrays(in: closure) }
    findRivals()
    findCords(survey)
    for line in survey.lines {
      guard let service = line.service else { continue }
      for place in line.places { serviceOfKeptEnd[place.keptEnd] = service }
    }
    for service in network.services.rows {
      if let peer = service.protects { protectedBy[peer] = service.code }
    }
    circuits = items.map { item in
      Dictionary(item.services.map { (network.services[$0].operatorName, 1) }, uniquingKeysWith: +)
    }
    forbidden = items.map { item in Set(windows.indices.filter { isForbidden(item, windows[$0].date) }) }
  }

  private func freeTrays(in closure: Index<Box>) -> [Index<Cassette>] {
    let empty = network.cassettes(in: closure).filter {
      network.joints(in: $0).isEmpty && network.cassettes[$0].kind == .splice
    }
    return work(closure).map { Array(empty.prefix($0.freeTrays)) } ?? Array(empty)
  }

  private func work(_ closure: Index<Box>) -> ClosureWork? {
    let code = network.boxes[closure].code
    return network.rules.closures.first { $0.closure == code }
  }

  private mutating func findRivals() {
    var itemsOf: [Code<Service>: [Int]] = [:]
    for (position, item) in items.enumerated() {
      for service in item.interrupted.keys { itemsOf[network.services[service].code, default: []].append(position) }
    }
    var rivals = [Set<Int>](repeating: [], count: items.count)
    for (position, item) in items.enumerated() {
      for service in item.interrupted.keys {
        guard let peer = network.services[service].protects else { continue }
        for other in itemsOf[peer] ?? [] {
          rivals[position].insert(other)
          rivals[other].insert(position)
        }
      }
    }
    self.rivals = rivals.map { $0.sorted() }
  }

  private mutating func findCords(_ survey: MigrationSurvey) {
    var itemOfPort: [Port: Int] = [:]
    for (position, item) in items.enumerated() {
      for line in item.lines { itemOfPort[survey.lines[line].port] = position }
    }
    cords = [[(other: Int, count: Int)]](repeating: [], count: items.count)
    stretched = [Int](repeating: 0, count: items.count)
    loose = stretched
    for (position, cord) in survey.cords.enumerated() {
      switch (itemOfPort[cord.a], itemOfPort[cord.b]) {
      case (let item?, nil) where survey.stretched[position] != nil: stretched[item] += 1
      case (let item?, nil), (nil, let item?): loose[item] += 1
      case (let a?, let b?) where a != b:
        cords[a].append((b, 1))
        cords[b].append((a, 1))
      default: break
      }
    }
  }

  /// Whether a client of a tube allows no work on it in a window.
  func isForbidden(_ item: Int, in window: Int) -> Bool { forbidden[item].contains(window) }

  private func isForbidden(_ item: TubeItem, _ date: CalendarDate) -> Bool {
    let clients = Set(item.interrupted.keys.map { network.services[$0].client })
    return network.rules.forbidden.contains { clients.contains($0.client) && $0.from <= date && date <= $0.to }
  }

  /// Free tubes of new cable and free trays, to be taken one by one.
  func places() -> LandingPlaces { LandingPlaces(landings: landings, at: landingsAt, trays: trays.mapValues(\.count)) }

}

extension ScheduleFacts {
  func crews(in closure: Index<Box>) -> Int { max(1, work(closure)?.maximumCrews ?? 1) }

  func visitMinutes(in closure: Index<Box>) -> Int {
    guard let work = work(closure) else { return parameters.defaultSetupMinutes + parameters.defaultCloseMinutes }
    return work.setupMinutes + work.closeMinutes
  }

  /// Minutes that a crew can work in a closure, in the first window.
  func capacity(of closure: Index<Box>) -> Int { windows.first.map { _ in capacity(of: closure, in: 0) } ?? 0 }

  func capacity(of closure: Index<Box>, in window: Int) -> Int {
    windows[window].minutes - windows[window].reserveMinutes - visitMinutes(in: closure)
  }

  /// The most minutes that one crew can work in a closure, over all windows.
  func widestNight(at closure: Index<Box>) -> Int {
    windows.indices.map { capacity(of: closure, in: $0) }.max() ?? 1
  }

  func mayMove(
    _ item: Int, _ option: MoveOption, _ window: Int, _ tieSlack: Int, _ state: ScheduleState
  ) -> Bool {
    guard !forbidden[item].contains(window) else { return false }
    for rival in rivals[item] where rival == item || state.isNear(rival, window, parameters.soakWindows) {
      return false
    }
    for (name, count) in circuits[item] where state.circuits(name, window) + count > parameters.operatorQuota {
      return false
    }
    let change = tieChange(item, state)
    return change <= 0 || state.tie + change <= tieFibres + tieSlack
  }

  /// How many tie fibres moving a tube takes (or frees, below zero).
  func tieChange(_ item: Int, _ state: ScheduleState) -> Int {
    cords[item].reduce(loose[item] - stretched[item]) { $0 + (state.placed[$1.other] == nil ? $1.count : -$1.count) }
  }

  /// A free tube of new cable in a closure that is accepted and wide enough; those that need no opening first.
  func landing(at closure: Index<Box>, _ window: Int, _ option: MoveOption, _ state: ScheduleState) -> Int? {
    let wanted = option.places.count + option.others.count
    return (landingsAt[closure] ?? []).first { position in
      let landing = landings[position]
      return !state.isUsed(landing) && landing.strands.count >= wanted
        && (landing.acceptedOn.map { $0 < windows[window].date } ?? true)
    }
  }

  func landingMinutes(_ landing: Int) -> Int {
    landings[landing].deadPassages.isEmpty ? 0 : parameters.tubeOpeningMinutes
  }

  /// Tubes not moved, last window, crew-nights, weighted outage, splices, tie peak: less is better, in this order.
  func score(_ state: ScheduleState) -> [Int] {
    var outage = 0
    var splices = 0
    for (position, placed) in state.placed.enumerated() {
      guard let placed else { continue }
      outage += weightedOutage(position, placed.option)
      splices += placed.option.places.count + placed.option.others.count
    }
    let visits = Set(state.placed.compactMap { $0 }.map { [$0.window, $0.crew] })
    return [
      state.remaining.count, (state.placed.compactMap { $0?.window }.max() ?? -1) + 1, visits.count, outage, splices,
      state.tiePeak,
    ]
  }

  /// Minutes of outage over a tube's services, vital ones three times.
  func weightedOutage(_ item: Int, _ option: MoveOption) -> Int {
    items[item].services.reduce(0) { sum, service in
      sum + outage(of: service, item, option) * (network.services[service].serviceClass == .vital ? 3 : 1)
    }
  }

  /// Minutes for which a service is down: an uncut tube is dark for the whole work, else its fibres come one by one.
  func outage(of service: Index<Service>, _ item: Int, _ option: MoveOption) -> Int {
    let count = items[item].lineCount[service] ?? 0
    return option.isPassage ? option.minutes : count * (parameters.spliceMinutes + parameters.testMinutes)
  }

  /// Why a tube that could be cut found no place in a schedule.
  func reasonForNoPlace(_ item: TubeItem, in schedule: MigrationSchedule) -> StayReason {
    let closures = item.options.map(\.closure)
    let moves = schedule.placed.compactMap { $0 }
    let traysLeft = closures.filter { closure in
      (trays[closure]?.count ?? 0) > moves.count { $0.option.closure == closure }
    }
    guard !traysLeft.isEmpty else { return .noFreeTray }
    let wanted = item.options.map { $0.places.count + $0.others.count }.min() ?? 0
    let used = Set(moves.flatMap { landings[$0.landing].strands.values.map(\.port) })
    let fits = traysLeft.contains { closure in
      (landingsAt[closure] ?? []).contains { position in
        landings[position].strands.count >= wanted
          && landings[position].strands.values.allSatisfy { !used.contains($0.port) }
      }
    }
    return fits ? .noWindow : .noFreeTube
  }
}
