import FibreModel
import FibreTestSupport
import Testing

@testable import FibrePlanning

@Suite struct ImpactLaws {
  private func expectOracle(
    _ query: inout ImpactQuery, _ oracle: CutOracle, _ elements: [CutElement], _ note: String
  ) throws {
    let impact = query.impact(of: elements)
    let expected = try oracle.answer(elements)
    let names = elements.map { oracle.network.name(of: $0) }
    let found = CutOracle.Answer(
      dark: Set(impact.dark.map(\.service)), legLost: Set(impact.legLost.map(\.service)), plugs: impact.plugCount)
    #expect(found == expected, "\(note): \(names)")
    #expect(impact.operators.reduce(0) { $0 + $1.plugs } == impact.patchedCount, "\(note): \(names)")
    let touched = impact.dark.map(\.service) + impact.legLost.map(\.service) + impact.downBefore + impact.passing
    #expect(Set(touched).count == touched.count, "\(note): \(names) names a service twice")
  }

  @Test(arguments: 0..<40)
  func cuttingOneThingIsTakingItsJointsAway(seed: Int) throws {
    let network = try randomServices(seed: seed)
    let oracle = CutOracle(network)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    for element in network.everything { try expectOracle(&query, oracle, [element], "seed \(seed)") }
  }

  @Test(arguments: 40..<80)
  func cuttingTwoThingsAtOnceIsTakingTheJointsOfBothAway(seed: Int) throws {
    let network = try randomServices(seed: seed)
    let oracle = CutOracle(network)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    var random = SeededGenerator(seed: UInt64(seed))
    let everything = network.everything
    for _ in 0..<30 {
      let elements = [everything.randomElement(using: &random), everything.randomElement(using: &random)]
      try expectOracle(&query, oracle, elements.compactMap { $0 }, "seed \(seed)")
    }
  }

  @Test func theRandomNetworksHoldWhatTheLawsSpeakOf() throws {
    var (dark, legLost, downBefore, plugs, passing) = (0, 0, 0, 0, 0)
    for seed in 0..<20 {
      let network = try randomServices(seed: seed)
      var query = ImpactQuery(ImpactIndex(Tracer(network)))
      for element in network.everything {
        let impact = query.impact(of: [element])
        dark += impact.dark.count
        legLost += impact.legLost.count
        downBefore += impact.downBefore.count
        plugs += impact.plugCount
        passing += impact.passing.count
      }
    }
    for count in [dark, legLost, downBefore, plugs, passing] { #expect(count > 50) }
  }

  @Test(arguments: 0..<20)
  func singlePointsAreWhatEachCutAloneSays(seed: Int) throws {
    let network = try randomServices(seed: seed)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    let points = query.singlePoints()
    for point in points {
      let impact = query.impact(of: [point.element])
      #expect(point.servicesDark == impact.dark.count && point.plugsDark == impact.plugCount)
      #expect(point.legsLost == impact.legLost.count)
      let vital = impact.dark.count { network.services[$0.service].serviceClass == .vital }
      #expect(point.vitalDark == vital)
    }
    let order = points.map { [$0.servicesDark + $0.plugsDark + 2 * $0.vitalDark, $0.vitalDark, $0.legsLost] }
    #expect(order == order.sorted { $1.lexicographicallyPrecedes($0) })
    let listed = Set(points.map(\.element))
    for case .box(let box) in network.everything where network.boxes[box].kind != .outlet {
      let impact = query.impact(of: [.box(box)])
      let hangs = impact.dark.count + impact.plugCount + impact.legLost.count > 0
      #expect(listed.contains(.box(box)) == hangs)
    }
  }

  @Test(arguments: 0..<20)
  func cuttingMoreNeverSavesAnything(seed: Int) throws {
    let network = try randomServices(seed: seed)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    var random = SeededGenerator(seed: UInt64(seed))
    var elements: [CutElement] = []
    var dark: Set<Index<Service>> = []
    for element in network.everything.shuffled(using: &random).prefix(12) {
      elements.append(element)
      let now = Set(query.impact(of: elements).dark.map(\.service))
      #expect(dark.isSubset(of: now), "seed \(seed)")
      dark = now
    }
  }
}
