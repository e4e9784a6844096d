import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@Suite struct LossBudgetTests {
  private let at1310 = Wavelength(nanometres: 1310)
  private let at1550 = Wavelength(nanometres: 1550)

  private func loss(_ text: String, _ wavelength: Wavelength) throws -> Loss {
    let tracer = Tracer(try sketch(text))
    let route = try #require(tracer.allRoutes().first)
    return try #require(tracer.lossBudget(of: route, at: wavelength)).total
  }

  @Test func everyPartTakesWhatTheRulesSay() throws {
    let text = """
      pop A ─ C1:1@2000 ─ bpe B ─ C2:1@1000 ─ bpe D ─ C3:1@1000 ─ pop Z
      port A TA.1 = C1.1
      splice B C1.1 = C2.1
      mechanical D C2.1 = C3.1
      port Z TZ.1 = C3.1
      """
    #expect(try loss(text, at1310) == Loss(decibels: 4 * 0.35 + 0.1 + 0.3 + 2 * 0.25))
    #expect(try loss(text, at1550) == Loss(decibels: 4 * 0.25 + 0.1 + 0.3 + 2 * 0.25))
  }

  @Test func aPassageLosesNothing() throws {
    let whole = "pop A ─ C1:1@3000 ─ pop Z\nport A TA.1 = C1.1\nport Z TZ.1 = C1.1"
    let opened = """
      pop A ─ C1:1@1000 ─ bpe B ─ C2:1@2000 ─ pop Z
      port A TA.1 = C1.1
      passage B C1.1 = C2.1
      port Z TZ.1 = C2.1
      """
    #expect(try loss(opened, at1310) == loss(whole, at1310))
  }

  @Test func aSplitterTakesTheLossOfItsRatio() throws {
    let text = """
      nro N ─ T:1@1000 ─ sro S ─ D:3@1000 ─ pto P
      port N H.1 = T.1
      splitter S/K T.1 = D.1-3
      """
    #expect(try loss(text, at1310) == Loss(decibels: 0.7 + 0.25 + 7.2))
  }

  @Test func aWavelengthWithoutAttenuationHasNoBudget() throws {
    let tracer = Tracer(try sketch("pop A ─ C1:1 ─ pop Z"))
    let route = try #require(tracer.allRoutes().first)
    #expect(tracer.lossBudget(of: route, at: Wavelength(nanometres: 850)) == nil)
    #expect(tracer.lossBudgets(of: route).map(\.wavelength.nanometres) == [1310, 1490, 1550, 1625])
  }

  @Test(arguments: 0..<60) func theTotalIsTheSumOfItsLinesFromEitherEnd(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: true)
    let tracer = Tracer(network)
    for route in tracer.allRoutes() {
      let budget = try #require(tracer.lossBudget(of: route, at: at1550))
      #expect(budget.total == budget.lines.reduce(.zero) { $0 + $1.loss }, "seed \(seed)")
      let fibres = budget.lines.compactMap { if case .fibre(let fibre, _) = $0.part { fibre } else { nil } }
      #expect(fibres == route.fibres, "seed \(seed)")
      let back = try #require(tracer.lossBudget(of: route.reversed(), at: at1550))
      #expect(back.total == budget.total, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<60) func turningPassagesIntoSplicesAddsOneLossEach(seed: Int) throws {
    let network = try randomNetwork(seed: seed, hasSplitters: true)
    let changes = network.joints.indices.map { network.record(of: $0) }.filter { $0.kind == .passage }.map { old in
      var new = old
      new.kind = .splice
      new.technique = .fusion
      return NetworkChange.replaceJoint(old, with: new)
    }
    let spliced = Tracer(try network.applying(changes))
    let tracer = Tracer(network)
    for (before, after) in zip(tracer.allRoutes(), spliced.allRoutes()) where before.status != .loop {
      let passages = before.hops.count { network.joints[$0.joint].kind == .passage }
      let less = try #require(tracer.lossBudget(of: before, at: at1310)).total
      let more = try #require(spliced.lossBudget(of: after, at: at1310)).total
      #expect(more - less == passages * network.rules.optical.fusionSplice, "seed \(seed)")
    }
  }
}
