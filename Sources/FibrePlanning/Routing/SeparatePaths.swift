public import FibreModel
import RouteEngine

/// Two paths between the same ends that one event should not cut together.
public struct PathPair: Hashable, Sendable {
  /// The shorter one first.
  public let paths: [PathAnswer]
  /// Both lengths together.
  public let length: Length
  /// No pair is shorter in all than this; where nothing is shared and both are equal, the pair is the best there is.
  public let lowerBound: Length
  /// What both have in common, because nothing better was found; empty when they are apart as asked for.
  public let shared: [SharedRisk]
  /// Whether no pair that shares nothing exists.
  public let isSharingProved: Bool
  /// Sections on the two paths whose duct and pathway the delivery does not name: what they share is not known.
  public let unknownCourses: [Index<CableSection>]

  /// Whether no shorter pair that shares nothing exists.
  public var isProvedBest: Bool { shared.isEmpty && length == lowerBound }
}

/// What came of a request for two paths apart.
public enum PairResult: Hashable, Sendable {
  case found(PathPair)
  case blocked(PathBlockage)
}

extension PathFinder {
  /// The pair of least total length whose paths are apart, or where none is, one that shares the least found.
  ///
  /// Links and nodes apart: the optimum, by Suurballe's method, in two searches. Cables and ducts apart, which is
  /// NP-hard in general (J. Q. Hu, "Diverse routing in optical mesh networks", 2003): first paths are taken in order of
  /// length, each with the shortest second one that shares no risk with it; as the first is the shorter of the two, the
  /// search ends with a proof once twice its length reaches the best total, or after `mostFirstPaths` with a gap.
  public func separatePaths(_ request: PathRequest, by separation: PathSeparation) throws(PathRefusal) -> PairResult {
    let question = try PathQuestion(request, self)
    let search = PairSearch(self, question, separation)
    let apart = search.pair()
    if let found = apart.found ?? search.leastShared() {
      return .found(pair(found, search, isSharingProved: apart.found == nil && apart.isProved))
    }
    return .blocked(blockage(answers(question).isEmpty ? question : question.twofold))
  }

  /// Both paths with their fibres, or nothing when the ports are too few for the two.
  fileprivate func answers(
    _ one: [StrandClass.Step], _ other: [StrandClass.Step], _ question: PathQuestion
  ) -> [PathAnswer]? {
    guard let first = answer(one, question),
      let second = answer(other, question.beside(first), sparing: Set(first.steps.flatMap(\.fibres)))
    else { return nil }
    return [first, second]
  }

  private func pair(_ found: PairSearch.Found, _ search: PairSearch, isSharingProved: Bool) -> PathPair {
    let steps = found.first + found.second
    return PathPair(
      paths: found.answers.sorted { $0.length < $1.length },
      length: found.answers.reduce(.zero) { $0 + $1.length },
      lowerBound: Length(millimetres: Int64(found.lowerBound)), shared: search.shared(found.first, found.second),
      isSharingProved: isSharingProved,
      unknownCourses: steps.map(\.section).filter { !search.risks.isCourseKnown(of: $0) })
  }
}

/// Looks for two ways through sections with enough free fibres.
struct PairSearch {
  /// Two ways and what is proved of their total length, in millimetres.
  struct Found {
    let first: [StrandClass.Step]
    let second: [StrandClass.Step]
    /// Both with their fibres.
    let answers: [PathAnswer]
    let lowerBound: UInt64
  }

  /// First paths tried before a gap is accepted.
  private static let mostFirstPaths = 200
  /// First paths for which the second one that shares least is looked for.
  private static let mostSharedTries = 32
  /// What a section that shares a risk weighs beyond its length, in metres: more than most ways, and small enough that
  /// thousands of them can be added.
  private static let penalty: UInt32 = 1_000_000

  let risks: RiskTable
  private let finder: PathFinder
  private let question: PathQuestion
  private let separation: PathSeparation
  private let sections: SectionMap

  init(_ finder: PathFinder, _ question: PathQuestion, _ separation: PathSeparation) {
    self.finder = finder
    self.question = question
    self.separation = separation
    risks = RiskTable(finder.network, separation)
    sections = SectionMap(finder.network, finder.map, barring: question.settings.barred)
  }

  /// The best pair that shares nothing, or nothing when none was found, and whether it is then proved that there is none.
  /// Where the ports are too few for the shortest pair, first paths are tried in turn as for cables.
  func pair() -> (found: Found?, isProved: Bool) {
    let graph = graph(keeping: hasRoom)
    var query = DisjointPathsQuery(nodeCount: graph.nodeCount)
    let pair = query.pair(
      graph.undirectedSimple(), from: question.from.place, to: question.to.place,
      sharingNo: separation == .node ? .nodes : .edges)
    guard let pair else { return (nil, true) }
    let (first, second) = (sections.steps(along: pair.first), sections.steps(along: pair.second))
    if risks.risks(of: first).isDisjoint(with: risks.risks(of: second)),
      let answers = finder.answers(first, second, question)
    {
      return (Found(first: first, second: second, answers: answers, lowerBound: pair.total), false)
    }
    return apart(graph, atLeast: pair.total)
  }

  /// First paths by length, each with its best second path.
  private func apart(_ graph: CSRGraph, atLeast bound: UInt64) -> (found: Found?, isProved: Bool) {
    let (source, target) = (question.from.place, question.to.place)
    var ranked = RankedPathsQuery(nodeCount: graph.nodeCount)
    var best: (first: [StrandClass.Step], second: [StrandClass.Step], answers: [PathAnswer], total: UInt64)?
    var lowerBound = bound
    // Where the shortest second path finds no ports, a longer one might.
    var isExact = true
    let firsts = ranked.paths(TwoWayGraph(graph), from: source, to: target, count: Self.mostFirstPaths)
    var query = DijkstraQuery(nodeCount: graph.nodeCount)
    for path in firsts {
      if isExact { lowerBound = max(lowerBound, 2 * UInt64(path.length)) }
      if let best, lowerBound >= best.total { break }
      let first = sections.steps(along: path.nodes)
      let taken = risks.risks(of: first).union(places(on: first))
      let rest = self.graph { hasRoom($0) && !isShared($0, taken) }
      let length = query.distance(rest, from: source, to: target)
      let total = UInt64(path.length) + UInt64(length)
      if length == CSRGraph.unreachable || total >= best?.total ?? .max { continue }
      let second = sections.steps(along: query.path(to: target) ?? [])
      if let answers = finder.answers(first, second, question) {
        best = (first, second, answers, total)
      } else {
        isExact = false
      }
    }
    // All first paths there are were tried: what was found is the best.
    let areAll = isExact && firsts.count < Self.mostFirstPaths
    guard let best else { return (nil, areAll) }
    if areAll { lowerBound = best.total }
    let found = Found(
      first: best.first, second: best.second, answers: best.answers, lowerBound: min(lowerBound, best.total))
    return (found, false)
  }

  /// The pair with the fewest sections that share a risk among those looked at, then the shortest.
  func leastShared() -> Found? {
    let (source, target) = (question.from.place, question.to.place)
    let graph = graph(keeping: hasRoom)
    var ranked = RankedPathsQuery(nodeCount: graph.nodeCount)
    var query = DijkstraQuery(nodeCount: graph.nodeCount)
    var best: (found: Found, weight: UInt32)?
    var shortest: UInt64?
    for path in ranked.paths(TwoWayGraph(graph), from: source, to: target, count: Self.mostSharedTries) {
      shortest = shortest ?? UInt64(path.length)
      let first = sections.steps(along: path.nodes)
      let own = Set(first.map(\.section))
      let taken = risks.risks(of: first).union(places(on: first))
      let rest = sections.graph { section in
        hasRoom(section) && (!own.contains(section) || free(section) >= 2 * question.request.fibreCount)
      } weight: { section in
        length(section) / 1000 + (isShared(section, taken) ? Self.penalty : 0)
      }
      let weight = query.distance(rest, from: source, to: target)
      if weight == CSRGraph.unreachable || weight >= best?.weight ?? .max { continue }
      let second = sections.steps(along: query.path(to: target) ?? [])
      guard let answers = finder.answers(first, second, question) else { continue }
      best = (Found(first: first, second: second, answers: answers, lowerBound: 2 * (shortest ?? 0)), weight)
    }
    return best?.found
  }

  /// What two ways have in common, in order of the first.
  func shared(_ first: [StrandClass.Step], _ second: [StrandClass.Step]) -> [SharedRisk] {
    let others = risks.risks(of: second).union(places(on: second))
    var seen: Set<SharedRisk> = []
    let own = first.flatMap { risks[$0.section] } + places(on: first).sorted { rank($0) < rank($1) }
    return own.filter { others.contains($0) && seen.insert($0).inserted }
  }

  private func isShared(_ section: Index<CableSection>, _ taken: Set<SharedRisk>) -> Bool {
    if !taken.isDisjoint(with: risks[section]) { return true }
    guard separation == .node else { return false }
    let ends = sections.ends(of: section)
    return taken.contains(.place(finder.map[ends.a])) || taken.contains(.place(finder.map[ends.b]))
  }

  /// The places between the ends, where these count.
  private func places(on steps: [StrandClass.Step]) -> Set<SharedRisk> {
    guard separation == .node else { return [] }
    return Set(steps.dropFirst().map { .place(finder.map[finder.map.place(of: $0.section, $0.side)]) })
  }

  private func rank(_ risk: SharedRisk) -> UInt32 {
    if case .place(let place) = risk { finder.map.number(of: place) ?? 0 } else { 0 }
  }

  private func graph(keeping isKept: (Index<CableSection>) -> Bool) -> CSRGraph {
    sections.graph(keeping: isKept, weight: length)
  }

  private func length(_ section: Index<CableSection>) -> UInt32 {
    UInt32(clamping: finder.tracer.length(of: section).millimetres)
  }

  private func hasRoom(_ section: Index<CableSection>) -> Bool {
    let wanted = question.request.fibreCount
    return free(section) >= wanted && finder.hasPorts(for: wanted, in: section, question)
  }

  private func free(_ section: Index<CableSection>) -> Int { finder.strands.freeCount[section.offset] }
}
