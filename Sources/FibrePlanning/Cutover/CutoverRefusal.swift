/// Why an instance makes no problem: what is wrong with its data, before any search.
public enum CutoverRefusal: Error, Hashable, Sendable {
  /// What an identifier names.
  public enum Kind: String, Hashable, Sendable {
    case closure, cable, tube, service
  }

  case noWindows
  case noCrews
  case noLiveTube
  case duplicate(Kind, id: String)
  /// A row names something that no row declares.
  case unknown(Kind, id: String, by: String)
  case negative(String, owner: String, value: Int)
  /// A figure beyond what any network has, with which sums would not be safe.
  case tooLarge(String, owner: String, value: Int, limit: Int)
  /// A figure that must be above zero.
  case notPositive(String, owner: String, value: Int)
  case noCandidate(tube: String)
  /// A closure stands twice among a tube's candidates, and a plan names closures only.
  case repeatedCandidate(tube: String, closure: String)
  /// Services that protect one another in a ring, each named once.
  case protectionCycle([String])
  /// Only one closure per crew and window is solved.
  case closuresPerCrew(Int)
  /// The tube cords of one row are the same tube.
  case cordOnOneTube(String)
  /// The service rides in a tube that has no live fibre and does not move.
  case serviceInSpareTube(service: String, tube: String)
}

extension CutoverInstance {
  /// Finds the first thing that keeps the instance from being a problem.
  func refuseBadData() throws(CutoverRefusal) {
    guard windowCount > 0 else { throw .noWindows }
    guard crewCount > 0 else { throw .noCrews }
    try refuseDuplicates()
    try refuseFigures()
    try refuseUnknownNames()
    try refuseTubes()
    try refuseProtections()
    guard tubes.contains(where: { $0.liveFibres > 0 }) else { throw .noLiveTube }
  }

  private func refuseDuplicates() throws(CutoverRefusal) {
    let lists: [(CutoverRefusal.Kind, [String])] = [
      (.closure, closures.map(\.id)), (.cable, cables.map(\.id)), (.tube, tubes.map(\.id)),
      (.service, services.map(\.id)),
    ]
    for (kind, ids) in lists {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted { throw .duplicate(kind, id: id) }
    }
  }

  private func refuseFigures() throws(CutoverRefusal) {
    guard parameters.closuresPerCrew == 1 else { throw .closuresPerCrew(parameters.closuresPerCrew) }
    for (owner, name, value) in figures {
      guard value >= 0 else { throw .negative(name, owner: owner, value: value) }
      let limit = Self.limits[name] ?? 10_000
      guard value <= limit else { throw .tooLarge(name, owner: owner, value: value, limit: limit) }
    }
    guard parameters.modulo > 0 else { throw .notPositive("modulo", owner: "params", value: parameters.modulo) }
    for cable in cables where cable.modulo == 0 { throw .notPositive("modulo", owner: cable.id, value: 0) }
    for service in services where service.fibres == 0 { throw .notPositive("fibres", owner: service.id, value: 0) }
    for refusal in refusals {
      for window in refusal.windows where window < 1 {
        throw .notPositive("windows", owner: refusal.client, value: window)
      }
    }
  }

  /// The largest figures that are taken; others are counts, up to 10 000.
  private static let limits = [
    "window_min": 100_000, "reserve_rollback_min": 100_000, "setup_min": 100_000, "close_min": 100_000,
    "splice_min": 1_000, "test_min": 1_000, "tube_open_min": 100_000, "max_outage_min": 1_000_000,
    "max_circuits_per_operator_window": 1_000_000, "tie_fibres": 1_000_000, "new_len_m": 10_000_000, "windows": 2_000,
    "crews": 100,
  ]

  /// Every figure that must not be negative, with its owner.
  private var figures: [(owner: String, name: String, value: Int)] {
    let all = [
      ("window_min", parameters.windowMinutes), ("reserve_rollback_min", parameters.reserveMinutes),
      ("close_min", parameters.closeMinutes), ("splice_min", parameters.spliceMinutes),
      ("test_min", parameters.testMinutes), ("tube_open_min", parameters.tubeOpeningMinutes),
      ("max_circuits_per_operator_window", parameters.operatorQuota), ("tie_fibres", parameters.tieFibres),
      ("soak_windows", parameters.soakWindows), ("windows", windowCount), ("crews", crewCount),
    ].map { ("params", $0.0, $0.1) }
    let closureFigures = closures.flatMap {
      [($0.id, "max_crews", $0.maxCrews), ($0.id, "free_trays", $0.freeTrays), ($0.id, "setup_min", $0.setupMinutes)]
    }
    let cableFigures = cables.flatMap { [($0.id, "fibres", $0.fibres), ($0.id, "modulo", $0.modulo)] }
    let tubeFigures = tubes.flatMap { tube in
      [(tube.id, "live", tube.liveFibres)]
        + tube.candidates.flatMap {
          [
            (tube.id, "live_splices", $0.liveSplices), (tube.id, "total_splices", $0.totalSplices),
            (tube.id, "new_len_m", $0.newMetres),
          ]
        }
    }
    let serviceFigures = services.flatMap {
      [($0.id, "fibres", $0.fibres), ($0.id, "max_outage_min", $0.maxOutageMinutes)]
    }
    let cordFigures = cords.map { ("\($0.a)-\($0.b)", "fibres", $0.fibres) }
    return all + closureFigures + cableFigures + tubeFigures + serviceFigures + cordFigures
  }

  private func refuseUnknownNames() throws(CutoverRefusal) {
    let known: [CutoverRefusal.Kind: Set<String>] = [
      .closure: Set(closures.map(\.id)), .cable: Set(cables.map(\.id)), .tube: Set(tubes.map(\.id)),
      .service: Set(services.map(\.id)),
    ]
    var named: [(CutoverRefusal.Kind, String, String)] = cables.map { (.closure, $0.closure, $0.id) }
    for tube in tubes {
      for candidate in tube.candidates {
        named.append((.closure, candidate.closure, tube.id))
        named.append((.cable, candidate.cable, tube.id))
      }
    }
    for service in services {
      named.append((.tube, service.tube, service.id))
      if let peer = service.protects { named.append((.service, peer, service.id)) }
    }
    named += cords.flatMap { [(.tube, $0.a, "\($0.a)-\($0.b)"), (.tube, $0.b, "\($0.a)-\($0.b)")] }
    for (kind, id, owner) in named where known[kind]?.contains(id) != true { throw .unknown(kind, id: id, by: owner) }
  }

  private func refuseTubes() throws(CutoverRefusal) {
    for tube in tubes where tube.liveFibres > 0 {
      guard !tube.candidates.isEmpty else { throw .noCandidate(tube: tube.id) }
      var seen: Set<String> = []
      for candidate in tube.candidates where !seen.insert(candidate.closure).inserted {
        throw .repeatedCandidate(tube: tube.id, closure: candidate.closure)
      }
    }
    for cord in cords where cord.a == cord.b { throw .cordOnOneTube(cord.a) }
    let spare = Set(tubes.filter { $0.liveFibres == 0 }.map(\.id))
    for service in services where spare.contains(service.tube) {
      throw .serviceInSpareTube(service: service.id, tube: service.tube)
    }
  }

  private func refuseProtections() throws(CutoverRefusal) {
    let peer = Dictionary(
      services.compactMap { row in row.protects.map { (row.id, $0) } }, uniquingKeysWith: { first, _ in first })
    var settled: Set<String> = []
    for service in services {
      var way: [String] = []
      var next: String? = service.id
      while let id = next, !settled.contains(id) {
        if let start = way.firstIndex(of: id) { throw .protectionCycle(Array(way[start...])) }
        way.append(id)
        next = peer[id]
      }
      settled.formUnion(way)
    }
  }
}
