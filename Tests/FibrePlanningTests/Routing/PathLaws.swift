import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// Answers of `PathFinder` against every route that a small plant has.
struct PathLaws {
  private static let orders: [[PathCriterion]] = [
    [], [.length], [.closures, .length], [.loss], [.length, .loss], [.splices, .closures], [.closures, .loss],
  ]

  private static func request(_ network: Network, _ from: String, _ to: String) throws -> PathRequest {
    PathRequest(
      from: try #require(network.pathEnd(named: from)), to: try #require(network.pathEnd(named: to)))
  }

  /// Whether cables end at both, so that the question can be asked.
  private static func isAskable(_ oracle: PlantOracle, _ from: String, _ to: String) -> Bool {
    [from, to].allSatisfy { place in
      oracle.network.sections.indices.contains { section in
        FibreSide.allCases.contains { oracle.place(section, $0) == place }
      }
    }
  }

  @Test("For one fibre each answer can be built, and no better simple route is left out", arguments: 1...160)
  func oneFibre(seed: Int) throws {
    let oracle = PlantOracle(try RandomPlant(seed: seed).network)
    let (from, to) = seed % 4 == 0 ? ("A", "B1") : ("A", "Z")
    guard Self.isAskable(oracle, from, to) else { return }
    var request = try Self.request(oracle.network, from, to)
    request.answerCount = 1 + seed % 6
    request.criteria = Self.orders[seed % Self.orders.count]
    let order = request.order
    let known = oracle.simpleRoutes(from: from, to: to).compactMap { route in
      oracle.bestTrack(route, order, from: from, to: to).map { (route: route, key: $0.key(order)) }
    }
    guard case .found(let answers, _) = try PathFinder(oracle.network).paths(request) else {
      #expect(known.isEmpty)
      return
    }
    for answer in answers { oracle.check(answer, fibres: 1, from: from, to: to) }
    let keys = answers.map { answer in order.map { Int(answer.figure($0)) } }
    for (one, next) in zip(keys, keys.dropFirst()) { #expect(!next.lexicographicallyPrecedes(one)) }
    let found = Set(answers.map { $0.steps.map(\.section) })
    #expect(found.count == answers.count)
    let last = try #require(keys.last)
    for one in known {
      let isFound = found.contains(one.route.map(\.section))
      let mustBe = answers.count < request.answerCount || one.key.lexicographicallyPrecedes(last)
      #expect(isFound || !mustBe, "\(one.route) costs \(one.key), last \(last)")
    }
    for (answer, key) in zip(answers, keys) {
      let same = known.filter { $0.route.map(\.section) == answer.steps.map(\.section) }
      if let best = same.map(\.key).min(by: { $0.lexicographicallyPrecedes($1) }) { #expect(key == best) }
    }
  }

  @Test("Several fibres get through where one simple route holds them, with the fewest splices", arguments: 1...160)
  func severalFibres(seed: Int) throws {
    let oracle = PlantOracle(try RandomPlant(seed: seed, emptyPorts: 5).network)
    let (from, to) = seed % 4 == 0 ? ("A", "B1") : ("A", "Z")
    guard Self.isAskable(oracle, from, to) else { return }
    var request = try Self.request(oracle.network, from, to)
    request.fibreCount = 2 + seed % 2
    request.answerCount = 1 + seed % 3
    let count = request.fibreCount
    let fits = oracle.simpleRoutes(from: from, to: to).contains { route in
      oracle.fewestSplices(route, tracks: count, from: from, to: to) != nil
    }
    guard case .found(let answers, _) = try PathFinder(oracle.network).paths(request) else {
      #expect(!fits)
      return
    }
    for answer in answers {
      oracle.check(answer, fibres: count, from: from, to: to)
      if answer.steps.contains(where: { oracle.isCord($0.section) }) { continue }
      let places = answer.steps.map(\.to)
      guard Set(places).count == places.count else { continue }
      let least = oracle.fewestSplices(oracle.route(answer), tracks: count, from: from, to: to)
      #expect(answer.newSplices == least)
    }
  }
}
