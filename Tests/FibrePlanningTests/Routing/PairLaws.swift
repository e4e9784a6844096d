import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// Two paths apart against all pairs of simple routes of a small plant.
struct PairLaws {
  /// What one event takes from two routes, by names.
  private static func risks(
    _ oracle: PlantOracle, _ route: [OracleStep], _ separation: PathSeparation
  ) -> Set<String> {
    let network = oracle.network
    var risks = Set(route.map { "section \($0.section.offset)" })
    if separation == .node { risks.formUnion(route.dropFirst().map { "place \(oracle.place($0.section, $0.side))" }) }
    guard separation == .cable || separation == .duct else { return risks }
    for step in route { risks.insert("cable \(network.sections[step.section].cable.offset)") }
    guard separation == .duct else { return risks }
    for (number, duct) in network.ducts.rows.enumerated()
    where route.contains(where: { duct.sections.contains($0.section) }) {
      if duct.pathways.isEmpty { risks.insert("duct \(number)") }
      for pathway in duct.pathways { risks.insert("pathway \(pathway.offset)") }
    }
    return risks
  }

  private static func name(_ risk: SharedRisk, _ oracle: PlantOracle) -> String {
    switch risk {
    case .section(let section): "section \(section.offset)"
    case .place(let place): "place \(oracle.name(place))"
    case .cable(let cable): "cable \(cable.offset)"
    case .pathway(let pathway): "pathway \(pathway.offset)"
    case .duct(let duct): "duct \(duct.offset)"
    }
  }

  @Test("The pair is the shortest where it says so, and names what it shares", arguments: 1...160)
  func pairs(seed: Int) throws {
    let oracle = PlantOracle(try RandomPlant(seed: seed, emptyPorts: 1).network)
    let network = oracle.network
    let separation = PathSeparation.allCases[seed % 4]
    let to = seed % 3 == 0 ? "B1" : "Z"
    var request = PathRequest(
      from: try #require(network.pathEnd(named: "A")), to: try #require(network.pathEnd(named: to)))
    request.fibreCount = 1 + seed % 2
    let count = request.fibreCount
    let result: PairResult
    do {
      result = try PathFinder(network).separatePaths(request, by: separation)
    } catch {
      guard case .noCable = error else { throw error }
      return
    }
    let routes = oracle.simpleRoutes(from: "A", to: to).filter { route in
      route.allSatisfy { !oracle.isCord($0.section) }
        && oracle.fewestSplices(route, tracks: count, from: "A", to: to) != nil
    }
    let rows = routes.map { route in
      (
        route: route, risks: Self.risks(oracle, route, separation),
        length: route.reduce(Int64(0)) { $0 + network.sections[$1.section].length.millimetres }
      )
    }
    var least: Int64?
    for (position, one) in rows.enumerated() {
      for other in rows[..<position] where one.risks.isDisjoint(with: other.risks) {
        guard one.length + other.length < least ?? .max else { continue }
        if oracle.fit([one.route, other.route], tracks: count, from: "A", to: to) { least = one.length + other.length }
      }
    }
    guard case .found(let pair) = result else {
      #expect(least == nil, "a pair was missed")
      return
    }
    for answer in pair.paths { oracle.check(answer, fibres: count, from: "A", to: to) }
    let fibres = pair.paths.flatMap { $0.steps.flatMap(\.fibres) }
    #expect(Set(fibres).count == fibres.count)
    for (site, joins) in [("A", pair.paths.flatMap(\.starts)), (to, pair.paths.flatMap { $0.steps.last?.joins ?? [] })]
    where site != "B1" {
      #expect(joins.count { $0 == .newPigtail } <= oracle.emptyPorts(site))
    }
    #expect(pair.length == pair.paths[0].length + pair.paths[1].length && pair.paths[0].length <= pair.paths[1].length)
    let both = pair.paths.map { Self.risks(oracle, oracle.route($0), separation) }
    #expect(Set(pair.shared.map { Self.name($0, oracle) }) == both[0].intersection(both[1]))
    #expect(!pair.isSharingProved || least == nil)
    if let least {
      #expect(pair.shared.isEmpty)
      #expect(pair.length.millimetres >= least && pair.lowerBound.millimetres <= least)
      if separation == .link || separation == .node { #expect(pair.isProvedBest) }
      if pair.isProvedBest { #expect(pair.length.millimetres == least) }
    } else {
      #expect(!pair.shared.isEmpty)
    }
  }
}

extension PlantOracle {
  /// Whether two routes without a common section hold their tracks with the ports that are there.
  func fit(_ routes: [[OracleStep]], tracks: Int, from: String, to: String) -> Bool {
    let needs = routes.map { terminalNeeds($0, tracks, from, to) }
    return needs[0].contains { one in
      needs[1].contains { other in
        (isBox(from) || one.from + other.from <= emptyPorts(from)) && (isBox(to) || one.to + other.to <= emptyPorts(to))
      }
    }
  }

  /// The empty ports that a route may take at its two ends.
  private func terminalNeeds(
    _ route: [OracleStep], _ tracks: Int, _ from: String, _ to: String
  ) -> Set<PortNeed> {
    func needs(_ ends: [FibreEnd], _ place: String) -> [Bool] { ends.map { terminal($0, at: place).takesEmptyPort } }
    guard let first = route.first, let last = route.last else { return [] }
    let starts = subsets(free(first.section), tracks)
    if route.count == 1 {
      return Set(
        starts.map { some in
          PortNeed(
            from: needs(some.map { FibreEnd($0, first.side) }, from).count { $0 },
            to: needs(some.map { FibreEnd($0, first.side.other) }, to).count { $0 })
        })
    }
    let from = starts.map { some in needs(some.map { FibreEnd($0, first.side) }, from).count { $0 } }.min()
    let to = subsets(free(last.section), tracks)
      .map { some in needs(some.map { FibreEnd($0, last.side.other) }, to).count { $0 } }.min()
    guard let from, let to else { return [] }
    return [PortNeed(from: from, to: to)]
  }

  private func subsets(_ fibres: [Index<Fibre>], _ count: Int) -> [[Index<Fibre>]] {
    if count == 0 { return [[]] }
    return fibres.indices.flatMap { place in
      subsets(Array(fibres[(place + 1)...]), count - 1).map { [fibres[place]] + $0 }
    }
  }
}

private struct PortNeed: Hashable {
  let from: Int
  let to: Int
}
