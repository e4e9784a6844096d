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
    walk.walk(from: end.rawValue) { routes.append(table.route($0.entries, $0.stop)) }
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
        if found.entries.contains(where: { wanted.contains($0 >> 1) }) {
          routes.append(table.route(found.entries, found.stop).upwards)
        }
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
        if found.stop.isAtStop { starts.append(found.finish) }
        if found.status == .loop { lowestOfLoop = found.entries.map { $0 & ~1 }.min() }
      }
    }
    return starts.isEmpty ? [lowestOfLoop ?? fibre << 1] : starts
  }

  /// All routes of the network, each once, in order of their lower end, which is their start; fibres that nothing is
  /// joined to are routes of one fibre.
  public func allRoutes() -> [OpticalRoute] {
    let table = table
    let fibreCount = network.fibres.count
    var walk = newWalk()
    var routes: [OpticalRoute] = []
    routes.reserveCapacity(fibreCount / 2)
    var isCovered = [Bool](repeating: false, count: fibreCount)
    // The far end of a way without splitters leads nowhere else.
    var isDone = [Bool](repeating: false, count: 2 * fibreCount)
    for start in 0..<UInt32(2 * fibreCount) where !isDone[Int(start)] && table.isStop(start) {
      walk.begin(at: start)
      while let stop = walk.next() {
        let hasSplitter = table.cover(walk.path, &isCovered)
        let finish = walk.path[walk.path.count - 1] ^ 1
        if stop.isAtStop, !hasSplitter { isDone[Int(finish)] = true }
        if !stop.isAtStop || start < finish { routes.append(table.route(walk.path, stop).upwards) }
      }
    }
    for fibre in 0..<UInt32(fibreCount) where !isCovered[Int(fibre)] {
      walk.begin(at: fibre << 1)
      while let stop = walk.next() {
        _ = table.cover(walk.path, &isCovered)
        routes.append(table.route(walk.path, stop).upwards)
      }
    }
    return Self.distinct(routes)
  }

  /// Working memory for walks through this network.
  func newWalk() -> StrandWalk { StrandWalk(table, fibreCount: network.fibres.count) }

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
