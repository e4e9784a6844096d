import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// The tracer against a walk that scans the list of joints at every step.
struct JointListWalk {
  let network: Network

  /// Joints through which light can be followed with certainty.
  private var passable: [Joint] {
    network.joints.rows.filter { joint in
      guard joint.claim != .contested, joint.first != nil, joint.second != nil else { return false }
      return !joint.ends.contains { network.isContested($0) }
    }
  }

  /// Pairs of ends that one route connects, lower first, and those at which a walk stops before a leg.
  func pairs() -> Set<[FibreEnd]> {
    var pairs: Set<[FibreEnd]> = []
    for raw in 0..<UInt32(2 * network.fibres.count) where isStop(FibreEnd(rawValue: raw)) {
      let start = FibreEnd(rawValue: raw)
      for finish in finishes(from: start) { pairs.insert([start, finish].sorted()) }
    }
    return pairs
  }

  func isStop(_ end: FibreEnd) -> Bool { !passable.contains { $0.ends.contains(end) } }

  private func finishes(from start: FibreEnd) -> Set<FibreEnd> {
    var found: Set<FibreEnd> = []
    var queue = [(entry: start, isDescending: false, seen: Set<UInt32>())]
    while let (entry, isDescending, seen) = queue.first {
      queue.removeFirst()
      let fibre = entry.fibre.rawValue
      guard !seen.contains(fibre) else { continue }
      let exit = entry.opposite
      let ways = passable.filter { $0.ends.contains(exit) }
      if ways.isEmpty { found.insert(exit) }
      for way in ways {
        guard let next = way.partner(of: exit) else { continue }
        let goesUp = way.kind == .splitter && way.second == exit
        if goesUp && isDescending {
          found.insert(exit)
        } else {
          let goesDown = way.kind == .splitter && way.first == exit
          queue.append((next, isDescending || goesDown, seen.union([fibre])))
        }
      }
    }
    return found
  }
}

@Suite struct TracerLaws {
  @Test(arguments: 0..<150) func routesConnectWhatAWalkOverTheJointListConnects(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: seed % 3 != 0, hasContests: seed % 4 == 0)
    let walk = JointListWalk(network: network)
    let expected = walk.pairs()
    let traced = Tracer(network).allRoutes().filter {
      $0.status != .loop && (walk.isStop($0.start) || walk.isStop($0.finish))
    }
    let found = Set(traced.map { [$0.start, $0.finish].sorted() })
    #expect(found.subtracting(expected) == [], "seed \(seed)")
    #expect(expected.subtracting(found) == [], "seed \(seed)")
  }

  @Test(arguments: 0..<100) func everyRouteReversedIsTheRouteFromItsOtherEnd(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: seed % 2 == 0, hasContests: seed % 5 == 0)
    let tracer = Tracer(network)
    for route in tracer.allRoutes() where route.status < .ambiguous {
      #expect(tracer.routes(from: route.start).contains(route), "seed \(seed)")
      #expect(tracer.routes(from: route.finish).contains(route.reversed()), "seed \(seed)")
      #expect(route.reversed().reversed() == route, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100) func theRoutesThroughAFibreAreThoseOfAllThatHoldIt(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: seed % 2 == 0, hasContests: seed % 5 == 0)
    let tracer = Tracer(network)
    let walk = JointListWalk(network: network)
    let table = RouteTable(tracer)
    #expect(table.routes == tracer.allRoutes())
    for fibre in network.fibres.indices {
      let expected = table.routes.filter { $0.fibres.contains(fibre) }
      #expect(!expected.isEmpty, "seed \(seed): fibre \(fibre) is on no route")
      #expect(table.routes(through: fibre) == expected, "seed \(seed)")
      let endsSomewhere = expected.allSatisfy {
        $0.status != .loop && (walk.isStop($0.start) || walk.isStop($0.finish))
      }
      if endsSomewhere { #expect(tracer.routes(through: fibre) == expected, "seed \(seed), fibre \(fibre)") }
    }
  }

  @Test(arguments: 0..<60) func aRouteIsAsLongAsItsFibres(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: true)
    let tracer = Tracer(network)
    for route in tracer.allRoutes() {
      let sum = route.fibres.reduce(Length.zero) { $0 + tracer.length(of: network.section(of: $1)) }
      #expect(route.length == sum)
      #expect(route.hops.reduce(.zero) { $0 + $1.length } <= sum)
    }
  }

  @Test(arguments: 0..<60) func withoutSplittersEachFibreIsOnOneRoute(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: false)
    let fibres = Tracer(network).allRoutes().flatMap(\.fibres)
    #expect(fibres.sorted() == Array(network.fibres.indices), "seed \(seed)")
  }
}
