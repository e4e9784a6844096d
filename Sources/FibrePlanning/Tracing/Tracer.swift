public import FibreModel

/// Follows light through fibres and joints, in both directions and through splitters. Made once for a network.
///
/// - Complexity: O(fibres + joints) to make; a trace costs the ends it reaches, plus a byte a fibre of the network.
public struct Tracer: Sendable {
  let network: Network
  let table: StrandTable

  /// Prepares tracing in a network.
  public init(_ network: Network) {
    self.network = network
    table = StrandTable(network)
  }

  /// The fibre length of a section: as laid where that is stated, else its line and its slack loops.
  public func length(of section: Index<CableSection>) -> Length {
    Length(millimetres: table.lengths[section.offset])
  }

  /// The routes that start at a fibre end and enter its fibre there: several when splitters lie on the way.
  public func routes(from end: FibreEnd) -> [OpticalRoute] {
    var walk = newWalk()
    var routes: [OpticalRoute] = []
    walk.walk(from: end.rawValue) { routes.append(route($0)) }
    return routes
  }

  /// All routes that pass through a fibre, each once, the lower of its two ends first.
  public func routes(through fibre: Index<Fibre>) -> [OpticalRoute] { routes(throughAny: [fibre]) }

  /// All routes that pass through one of some fibres, each once, in order of their lower end, which is their start.
  public func routes(throughAny fibres: some Sequence<Index<Fibre>>) -> [OpticalRoute] {
    var walk = newWalk()
    return routes(throughAny: fibres, &walk)
  }

  /// The same with working memory that the caller keeps, which spares a byte a fibre of the network for each call.
  func routes(throughAny fibres: some Sequence<Index<Fibre>>, _ walk: inout StrandWalk) -> [OpticalRoute] {
    let wanted = Set(fibres.map(\.rawValue))
    var starts: Set<UInt32> = []
    for fibre in wanted { starts.formUnion(self.starts(of: fibre, &walk)) }
    var routes: [OpticalRoute] = []
    for start in starts.sorted() {
      walk.walk(from: start) { found in
        if found.entries.contains(where: { wanted.contains($0 >> 1) }) { routes.append(upwards(route(found))) }
      }
    }
    return Self.distinct(routes)
  }

  /// The ends from which every route through a fibre is found: where light stops, or the lowest fibre of a loop.
  private func starts(of fibre: UInt32, _ walk: inout StrandWalk) -> [UInt32] {
    var starts: [UInt32] = []
    var lowestOfLoop: UInt32?
    for entry in [fibre << 1, fibre << 1 | 1] {
      walk.walk(from: entry) { found in
        if found.isAtStop { starts.append(found.finish) }
        if found.status == .loop { lowestOfLoop = found.entries.map { $0 & ~1 }.min() }
      }
    }
    return starts.isEmpty ? [lowestOfLoop ?? fibre << 1] : starts
  }

  /// All routes of the network, each once, in order of their lower end, which is their start; fibres that nothing is
  /// joined to are routes of one fibre.
  public func allRoutes() -> [OpticalRoute] {
    var walk = newWalk()
    var routes: [OpticalRoute] = []
    routes.reserveCapacity(network.fibres.count / 2)
    var isCovered = [Bool](repeating: false, count: network.fibres.count)
    // The far end of a way without splitters leads nowhere else.
    var isDone = [Bool](repeating: false, count: 2 * network.fibres.count)
    // Made once: each making copies the tracer, which costs more than a short walk.
    let take = { (found: StrandWalk.Found) in
      var hasSplitter = false
      for entry in found.entries {
        isCovered[Int(entry >> 1)] = true
        hasSplitter = hasSplitter || table.isSplitterInput(entry) || table.isSplitterInput(entry ^ 1)
      }
      if found.isAtStop, !hasSplitter { isDone[Int(found.finish)] = true }
      if !found.isAtStop || found.start < found.finish { routes.append(upwards(route(found))) }
    }
    for end in 0..<UInt32(2 * network.fibres.count) where !isDone[Int(end)] && table.isStop(end) {
      walk.walk(from: end, take)
    }
    for fibre in 0..<UInt32(network.fibres.count) where !isCovered[Int(fibre)] {
      walk.walk(from: fibre << 1) { found in
        for entry in found.entries { isCovered[Int(entry >> 1)] = true }
        routes.append(upwards(route(found)))
      }
    }
    return Self.distinct(routes)
  }

  /// Working memory for walks through this network.
  func newWalk() -> StrandWalk { StrandWalk(table, fibreCount: network.fibres.count) }

  private func upwards(_ route: OpticalRoute) -> OpticalRoute {
    route.status != .loop && route.finish < route.start ? route.reversed() : route
  }

  /// Sorted by both ends; what was found from either end is kept once.
  private static func distinct(_ routes: [OpticalRoute]) -> [OpticalRoute] {
    let keys = routes.map { UInt64($0.start.rawValue) << 32 | UInt64($0.finish.rawValue) }
    // Without splitters and loops they come in order, each once.
    if zip(keys, keys.dropFirst()).allSatisfy(<) { return routes }
    var kept: [OpticalRoute] = []
    kept.reserveCapacity(routes.count)
    for position in keys.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) {
      let route = routes[position]
      if let last = kept.last, last.start == route.start, last.finish == route.finish, last.fibres == route.fibres {
        continue
      }
      kept.append(route)
    }
    return kept
  }
}

// MARK: - From numbers to a route

extension Tracer {
  private func route(_ found: StrandWalk.Found) -> OpticalRoute {
    var hops: [RouteHop] = []
    hops.reserveCapacity(found.entries.count + 1)
    var running: Int64 = 0
    var arriving: UInt32?
    for entry in found.entries {
      let joint = arriving.map { table.isSplitterInput($0 ^ 1) ? entry : $0 ^ 1 } ?? entry
      append(joint: joint, arriving: arriving, leaving: entry, running: running, to: &hops)
      running += length(entry)
      arriving = entry
    }
    append(joint: found.finish, arriving: arriving, leaving: nil, running: running, to: &hops)
    let atStart = if case .stop(let status) = table.next(after: found.start) { status } else { RouteStatus.complete }
    return OpticalRoute(
      status: max(atStart, found.status), fibres: found.entries.map { Index(Int($0 >> 1)) },
      start: FibreEnd(rawValue: found.start), finish: FibreEnd(rawValue: found.finish), hops: hops,
      length: Length(millimetres: running))
  }

  private func length(_ entry: UInt32) -> Int64 {
    table.lengths[network.fibres.sections[Int(entry >> 1)].offset]
  }

  private func append(
    joint end: UInt32, arriving: UInt32?, leaving: UInt32?, running: Int64, to hops: inout [RouteHop]
  ) {
    let joint = table.jointOfEnd[Int(end)]
    guard joint > 0 else { return }
    hops.append(
      RouteHop(
        joint: Index(Int(joint) - 1), arriving: arriving.map { Index(Int($0 >> 1)) },
        leaving: leaving.map { Index(Int($0 >> 1)) }, length: Length(millimetres: arriving.map(length) ?? 0),
        runningLength: Length(millimetres: running)))
  }
}
