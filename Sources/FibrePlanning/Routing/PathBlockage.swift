public import FibreModel
import RouteEngine

/// A section that holds links back.
public struct TightSection: Hashable, Sendable {
  public let section: Index<CableSection>
  public let from: Place
  public let to: Place
  public let free: Int
  public let total: Int
  /// Fibres to set free there so that the request fits; 0 where that is not what is said.
  public let missing: Int
}

/// Why a request has no answer.
public struct PathBlockage: Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// No cables, full or free, join the two ends with what is to be passed and avoided.
    case notConnected
    /// Ports are too few at these ends; so many fibres get through with those that are there.
    case fewPorts(at: [PathEnd], fitting: Int)
    /// The cut has too few free fibres.
    case fullSections
    /// Enough fibres lead there, but over several routes: one route has fewer.
    case onlyApart(widest: Int)
    /// One route has the fibres, but ports with plugs in them part these on the way.
    case pluggedPorts
    /// There are ways, but none with the fibres asked for that passes one object, whatever else is to be passed.
    case cannotReach(PathObject)
    /// Each object can be passed, but no way passes all of them, in their order where that counts.
    case cannotPassAll
    /// The clearest way loses more than the limit.
    case tooLossy(least: Loss)
  }

  public let reason: Reason
  /// Links that fit in all, over any routes.
  public let linkCount: Int
  /// The sections of the least cut.
  public let cut: [TightSection]
  /// The fewest fibres to set free on one route so that the request fits there, and where.
  public let opening: [TightSection]

  init(_ reason: Reason, linkCount: Int = 0, cut: [TightSection] = [], opening: [TightSection] = []) {
    self.reason = reason
    self.linkCount = linkCount
    self.cut = cut
    self.opening = opening
  }

  init(leastLoss: Loss) { self.init(.tooLossy(least: leastLoss)) }
}

extension PathFinder {
  /// Why nothing was found. Cost: one flow and two searches over sections.
  func blockage(_ question: PathQuestion) -> PathBlockage {
    let sections = SectionMap(network, map, barring: question.settings.barred)
    let flow = SectionFlow(sections, question, self)
    let result = flow.result { strands.freeCount[$0.offset] }
    let wanted = question.request.fibreCount
    let opening = self.opening(sections, question)
    guard let opening else { return PathBlockage(.notConnected, linkCount: result.value) }
    if result.value < wanted {
      switch flow.limit(result) {
      case .ports(let atFrom, let atTo):
        let ends = (atFrom ? [question.request.from] : []) + (atTo ? [question.request.to] : [])
        return PathBlockage(.fewPorts(at: ends, fitting: result.value), linkCount: result.value)
      case .sections(let cut):
        let tight = cut.map { self.tight($0, sections, missing: 0) }
        return PathBlockage(.fullSections, linkCount: result.value, cut: tight, opening: opening)
      }
    }
    if opening.isEmpty {
      guard question.request.via.isEmpty else { return unpassed(question, linkCount: result.value) }
      let fitting = mostFitting(question)
      // One route has the fibres, so it is the ports behind which it ends that are too few.
      guard let ends = endsShortOfPorts(question) else {
        return PathBlockage(.pluggedPorts, linkCount: fitting)
      }
      return PathBlockage(.fewPorts(at: ends, fitting: fitting), linkCount: result.value)
    }
    let widest = self.widest(sections, question)
    return PathBlockage(.onlyApart(widest: widest), linkCount: result.value, opening: opening)
  }

  /// The ends at which more ports would let the request through; nothing when ports are not what it wants for.
  private func endsShortOfPorts(_ question: PathQuestion) -> [PathEnd]? {
    let (from, to) = (question.request.from, question.request.to)
    if !answers(question.withEndlessPorts(atFrom: true, atTo: false)).isEmpty { return [from] }
    if !answers(question.withEndlessPorts(atFrom: false, atTo: true)).isEmpty { return [to] }
    return answers(question.withEndlessPorts(atFrom: true, atTo: true)).isEmpty ? nil : [from, to]
  }

  /// The most fibres, short of those asked for, that the ends let through side by side.
  ///
  /// Cost: an answer for each halving of that number.
  private func mostFitting(_ question: PathQuestion) -> Int {
    var (fitting, tooMany) = (0, question.request.fibreCount)
    while fitting + 1 < tooMany {
      let middle = (fitting + tooMany) / 2
      if answers(question.with(fibres: middle)).isEmpty { tooMany = middle } else { fitting = middle }
    }
    return fitting
  }

  /// Which of the objects to pass can't be reached, and by what cut; else that they can't be passed together.
  private func unpassed(_ question: PathQuestion, linkCount: Int) -> PathBlockage {
    for object in question.request.via where !isPassable(object, question.request) {
      for leg in legs(to: object, question.request) {
        guard let leg, !leg.cut.isEmpty || !leg.opening.isEmpty else { continue }
        return PathBlockage(.cannotReach(object), linkCount: leg.linkCount, cut: leg.cut, opening: leg.opening)
      }
      return PathBlockage(.cannotReach(object))
    }
    return PathBlockage(.cannotPassAll, linkCount: linkCount)
  }

  private func isPassable(_ object: PathObject, _ request: PathRequest) -> Bool {
    var alone = request
    alone.via = [object]
    alone.answerCount = 1
    alone.limit = nil
    do {
      return !answers(try PathQuestion(alone, self)).isEmpty
    } catch {
      return false
    }
  }

  /// What blocks the way from the start to a place to pass, and from there to the end.
  private func legs(to object: PathObject, _ request: PathRequest) -> [PathBlockage?] {
    let middle: PathEnd
    switch object {
    case .box(let box): middle = .box(box)
    case .site(let site): middle = .site(site)
    default: return []
    }
    return [(request.from, middle), (middle, request.to)].map { from, to in
      var leg = PathRequest(from: from, to: to)
      leg.fibreCount = request.fibreCount
      leg.avoid = request.avoid
      do {
        return blockage(try PathQuestion(leg, self))
      } catch {
        return nil
      }
    }
  }

  func tight(_ section: Index<CableSection>, _ sections: SectionMap, missing: Int) -> TightSection {
    let ends = sections.ends(of: section)
    return TightSection(
      section: section, from: map[ends.a], to: map[ends.b], free: strands.freeCount[section.offset],
      total: network.sections[section].fibreCount, missing: missing)
  }

  /// The route on which the fewest fibres must be set free, told by its tight sections; nothing where no cables lead.
  private func opening(_ sections: SectionMap, _ question: PathQuestion) -> [TightSection]? {
    let wanted = question.request.fibreCount
    let missing = { (section: Index<CableSection>) in max(0, wanted - strands.freeCount[section.offset]) }
    // A fibre more weighs as much as ten thousand sections.
    let graph = sections.graph(keeping: { network.sections[$0].fibreCount >= wanted }) {
      UInt32(clamping: missing($0) * 10_000 + 1)
    }
    var query = DijkstraQuery(nodeCount: graph.nodeCount)
    guard query.distance(graph, from: question.from.place, to: question.to.place) != CSRGraph.unreachable,
      let nodes = query.path(to: question.to.place)
    else { return nil }
    return sections.steps(along: nodes).map(\.section).filter { missing($0) > 0 }
      .map { tight($0, sections, missing: missing($0)) }
  }

  /// The most fibres, short of those asked for, that one route has. Cost: a search for each halving of that number.
  private func widest(_ sections: SectionMap, _ question: PathQuestion) -> Int {
    var (passable, tooMany) = (0, question.request.fibreCount)
    while passable + 1 < tooMany {
      let middle = (passable + tooMany) / 2
      if isPassable(sections, question, fibres: middle) { passable = middle } else { tooMany = middle }
    }
    return passable
  }

  private func isPassable(_ sections: SectionMap, _ question: PathQuestion, fibres: Int) -> Bool {
    let graph = sections.graph(keeping: { strands.freeCount[$0.offset] >= fibres }, weight: { _ in 1 })
    var query = DijkstraQuery(nodeCount: graph.nodeCount)
    return query.distance(graph, from: question.from.place, to: question.to.place) != CSRGraph.unreachable
  }
}
