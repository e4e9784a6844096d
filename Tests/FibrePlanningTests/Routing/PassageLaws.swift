import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// What must be passed and what must be avoided, against every route that a small plant has.
struct PassageLaws {
  /// What an object stands for: sections, places, or both.
  private struct Cover {
    var sections: Set<Index<CableSection>> = []
    var places: Set<String> = []

    func meets(_ other: Cover) -> Bool {
      !sections.isDisjoint(with: other.sections) || !places.isDisjoint(with: other.places)
    }
  }

  private typealias Passage = (object: PathObject, cover: Cover)

  /// Everything in a plant that can be passed or avoided.
  private static func passages(_ oracle: PlantOracle) throws -> [Passage] {
    let network = oracle.network
    let inDucts = { (isMeant: (Duct) -> Bool) in
      Cover(sections: Set(network.ducts.rows.filter(isMeant).flatMap(\.sections)))
    }
    let places = Set(network.sections.indices.flatMap { [oracle.place($0, .a), oracle.place($0, .b)] })
    var all = try places.sorted().map { place in
      (object: try #require(network.pathObject(named: place)), cover: Cover(places: [place]))
    }
    all += network.sections.indices.filter { !oracle.isCord($0) }.map { (.section($0), Cover(sections: [$0])) }
    all += network.cables.indices.map { (.cable($0), Cover(sections: Set(network.sections(of: $0)))) }
    all += network.ducts.indices.map { (.duct($0), Cover(sections: Set(network.ducts[$0].sections))) }
    let pathways = network.pathways.indices
    all += pathways.map { way in (.pathway(way), inDucts { $0.pathways.contains(way) }) }
    return all
      + Set(network.pathways.rows.map(\.street)).sorted().map { street in
        let named = Set(pathways.filter { network.pathways[$0].street == street })
        return (.street(street), inDucts { !named.isDisjoint(with: $0.pathways) })
      }
  }

  /// The place where a route starts, then each section with the place to which it leads.
  private static func events(_ route: [OracleStep], _ oracle: PlantOracle) -> [Cover] {
    route.prefix(1).map { Cover(places: [oracle.place($0.section, $0.side)]) }
      + route.map { Cover(sections: [$0.section], places: [oracle.place($0.section, $0.side.other)]) }
  }

  /// Whether a route meets all passages, in their order when that counts.
  private static func passes(_ via: [Passage], inOrder: Bool, _ events: [Cover]) -> Bool {
    guard inOrder else { return via.allSatisfy { one in events.contains { one.cover.meets($0) } } }
    var from = 0
    for one in via {
      guard let place = events.indices.dropFirst(from).first(where: { one.cover.meets(events[$0]) }) else {
        return false
      }
      from = place
    }
    return true
  }

  @Test(
    "What is avoided is kept off, what is to be passed is passed, and no better simple route is left out",
    arguments: 1...240)
  func viaAndAvoid(seed: Int) throws {
    let oracle = PlantOracle(try RandomPlant(seed: seed, hasServices: seed % 3 == 0).network)
    var random = SeededGenerator(seed: UInt64(seed))
    let ends: Set = ["A", "Z"]
    let passages = try Self.passages(oracle)
    guard ends.isSubset(of: passages.reduce(into: Set()) { $0.formUnion($1.cover.places) }) else { return }
    let inner = passages.filter { $0.cover.places.isDisjoint(with: ends) }.shuffled(using: &random)
    let chosen = Array(inner.prefix(seed % 4))
    let avoid = Array(inner.dropFirst(chosen.count).prefix(seed % 3))
    // An end is passed anyway, and what is named twice once or twice.
    let ofEnds = passages.filter { !$0.cover.places.isDisjoint(with: ends) }.prefix(seed % 7 == 0 ? 1 : 0)
    let via = chosen + ofEnds + chosen.prefix(seed % 11 == 0 && chosen.count < 3 ? 1 : 0)
    var request = PathRequest(
      from: try #require(oracle.network.pathEnd(named: "A")), to: try #require(oracle.network.pathEnd(named: "Z")))
    request.via = via.map(\.object)
    request.avoid = avoid.map(\.object)
    request.isViaOrdered = seed % 2 == 0
    request.answerCount = 1 + seed % 3
    request.criteria = seed % 5 == 0 ? [.length] : []
    let order = request.order
    let isMeant = { (route: [OracleStep]) in
      let events = Self.events(route, oracle)
      return Self.passes(via, inOrder: request.isViaOrdered, events)
        && !avoid.contains { one in events.contains { one.cover.meets($0) } }
    }
    let known = oracle.simpleRoutes(from: "A", to: "Z").filter(isMeant).compactMap { route in
      oracle.bestTrack(route, order, from: "A", to: "Z").map { (route: route, key: $0.key(order)) }
    }
    let result: PathResult
    do {
      result = try PathFinder(oracle.network).paths(request)
    } catch {
      guard case .passageAvoided(let object, let avoided) = error else { throw error }
      #expect(known.isEmpty)
      #expect(request.via.contains(object) && Set(avoided).isSubset(of: request.avoid))
      return
    }
    guard case .found(let answers, _) = result else {
      #expect(known.isEmpty)
      return
    }
    for answer in answers {
      oracle.check(answer, fibres: 1, from: "A", to: "Z")
      let places = answer.steps.filter { $0.from != $0.to }.map(\.to) + answer.steps.prefix(1).map(\.from)
      #expect(answer.placesMetAgain.isEmpty == (Set(places).count == places.count))
      #expect(isMeant(oracle.route(answer)))
    }
    let found = Set(answers.map { $0.steps.map(\.section) })
    let last = try #require(answers.last.map { answer in order.map { Int(answer.figure($0)) } })
    for one in known where !found.contains(one.route.map(\.section)) {
      let mustBe = answers.count < request.answerCount || one.key.lexicographicallyPrecedes(last)
      #expect(!mustBe, "\(one.route) costs \(one.key), last \(last)")
    }
  }

  @Test("What can't be passed for what is avoided, and an end that is avoided, are named", arguments: 1...120)
  func contradictions(seed: Int) throws {
    let oracle = PlantOracle(try RandomPlant(seed: seed).network)
    var random = SeededGenerator(seed: UInt64(seed))
    let ends: Set = ["A", "Z"]
    let passages = try Self.passages(oracle).shuffled(using: &random)
    guard ends.isSubset(of: passages.reduce(into: Set()) { $0.formUnion($1.cover.places) }) else { return }
    var request = PathRequest(
      from: try #require(oracle.network.pathEnd(named: "A")), to: try #require(oracle.network.pathEnd(named: "Z")))
    let avoided = passages.prefix(1 + seed % 4)
    request.avoid = avoided.map(\.object)
    let passed = try #require(passages.last { !$0.cover.sections.isEmpty || !$0.cover.places.isEmpty })
    request.via = [passed.object]
    let endIsAvoided = avoided.contains { !$0.cover.places.isDisjoint(with: ends) }
    let places = avoided.reduce(into: Set()) { $0.formUnion($1.cover.places) }
    let sections = avoided.reduce(into: Set()) { $0.formUnion($1.cover.sections) }
    let nothingIsLeft =
      passed.cover.places.isSubset(of: places)
      && passed.cover.sections.allSatisfy { section in
        sections.contains(section) || FibreSide.allCases.contains { places.contains(oracle.place(section, $0)) }
      }
    do {
      _ = try PathFinder(oracle.network).paths(request)
      #expect(!endIsAvoided && !nothingIsLeft)
    } catch {
      switch error {
      case .endAvoided(let end, let object):
        #expect(endIsAvoided && [request.from, request.to].contains(end) && request.avoid.contains(object))
      case .passageAvoided(let object, let by):
        #expect(nothingIsLeft && object == passed.object && !by.isEmpty && Set(by).isSubset(of: request.avoid))
      default: throw error
      }
    }
  }
}
