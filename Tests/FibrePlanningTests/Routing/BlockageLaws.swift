import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// What is said of a request that does not fit, and of what still fits, against flows counted fibre by fibre.
struct BlockageLaws {
  private static func request(_ network: Network, _ to: String) throws -> PathRequest {
    PathRequest(from: try #require(network.pathEnd(named: "A")), to: try #require(network.pathEnd(named: to)))
  }

  private static func fewestMissing(_ oracle: PlantOracle, _ to: String, _ wanted: Int) -> Int? {
    var least: Int?
    func extend(_ here: String, _ seen: Set<String>, _ missing: Int) {
      if here == to { return least = min(least ?? .max, missing) }
      for section in oracle.network.sections.indices where oracle.network.sections[section].fibreCount >= wanted {
        for side in FibreSide.allCases where oracle.place(section, side) == here {
          let next = oracle.place(section, side.other)
          if seen.contains(next) { continue }
          extend(next, seen.union([next]), missing + max(0, wanted - oracle.free(section).count))
        }
      }
    }
    extend("A", ["A"], 0)
    return least
  }

  @Test("The cut's free fibres are the greatest flow, and what is to be set free is the least", arguments: 1...160)
  func blockage(seed: Int) throws {
    let oracle = PlantOracle(try RandomPlant(seed: seed, emptyPorts: 5).network)
    let to = seed % 3 == 0 ? "B1" : "Z"
    var request = try Self.request(oracle.network, to)
    request.fibreCount = 1 + seed % 5
    let result: PathResult
    do {
      result = try PathFinder(oracle.network).paths(request)
    } catch {
      guard case .noCable = error else { throw error }
      return
    }
    guard case .blocked(let blockage) = result else { return }
    let most = oracle.mostLinks(from: "A", to: to)
    let missing = Self.fewestMissing(oracle, to, request.fibreCount)
    switch blockage.reason {
    case .notConnected: #expect(missing == nil)
    case .fullSections:
      #expect(most < request.fibreCount)
      #expect(oracle.mostLinks(from: "A", to: to, emptyPorts: 99) == most, "ports are not the limit")
      #expect(blockage.linkCount == most)
      #expect(blockage.cut.reduce(0) { $0 + $1.free } == most)
      #expect(blockage.cut.allSatisfy { oracle.free($0.section).count == $0.free })
      #expect(blockage.opening.reduce(0) { $0 + $1.missing } == missing)
      try checkOpening(oracle.network, blockage, request)
    case .fewPorts(let ends, let fitting):
      #expect(blockage.linkCount == most && fitting < request.fibreCount)
      #expect(!ends.isEmpty && ends.allSatisfy { $0 == request.from || $0 == request.to })
      #expect(oracle.mostLinks(from: "A", to: to, emptyPorts: 99) > fitting, "more ports let more through")
    case .onlyApart(let widest):
      #expect(blockage.linkCount == most && most >= request.fibreCount && widest < request.fibreCount)
      #expect(blockage.opening.reduce(0) { $0 + $1.missing } == missing)
      try checkOpening(oracle.network, blockage, request)
    case .pluggedPorts: #expect(missing == 0)
    case .cannotReach, .cannotPassAll: Issue.record("nothing was to be passed")
    case .tooLossy: Issue.record("no limit was set")
    }
  }

  /// Whether the request fits once nothing is on the fibres of the sections named, ports permitting.
  private func checkOpening(_ network: Network, _ blockage: PathBlockage, _ request: PathRequest) throws {
    let opened = Set(blockage.opening.map(\.section))
    // A ring of fibres has no end, and nothing to take off.
    let rows = opened.map { network.sections[$0] }
    if rows.contains(where: { row in
      (1...row.fibreCount).contains { PlantOracle.strand(of: row.fibre($0), network) == nil }
    }) {
      return
    }
    let finder = PathFinder(network.withoutUse(of: opened))
    let result = try finder.paths(request)
    if case .blocked(let rest) = result, case .fewPorts = rest.reason { return }
    guard case .found = result else {
      Issue.record("\(blockage.opening) opens nothing: \(result)")
      return
    }
  }
}

extension Network {
  /// The same plant without the services and routes on strands through some sections.
  fileprivate func withoutUse(of opened: Set<Index<CableSection>>) -> Network {
    var builder = NetworkBuilder()
    let cleared = Set(
      opened.flatMap { section in (1...sections[section].fibreCount).map { sections[section].fibre($0) } }
        .flatMap { PlantOracle.strand(of: $0, self) ?? [] })
    for row in nodes.rows { _ = builder.add(row) }
    for row in sites.rows { _ = builder.add(row) }
    for row in rooms.rows { _ = builder.add(row) }
    for row in racks.rows { _ = builder.add(row) }
    for row in panels.rows { _ = builder.add(row) }
    for row in boxes.rows { _ = builder.add(row) }
    for row in cassettes.rows { _ = builder.add(row) }
    for row in cables.rows { _ = builder.add(row) }
    for row in sections.rows { _ = builder.add(row) }
    for index in joints.indices { _ = builder.add(joints[index], code: Code("\(index.offset)")) }
    for row in declaredRoutes.rows where cleared.isDisjoint(with: row.fibres) { _ = builder.add(row) }
    for row in services.rows {
      let held = (row.endA + row.endB).compactMap { joint(at: $0) }.flatMap { joints[$0].ends }.map(\.fibre)
      if cleared.isDisjoint(with: held) { _ = builder.add(row) }
    }
    return builder.build()
  }
}
