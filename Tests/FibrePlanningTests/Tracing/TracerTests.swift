import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@Suite struct TracerTests {
  private func end(_ name: String, _ network: Network) throws -> FibreEnd { try #require(network.sketchEnd(name)) }

  private func codes(_ route: OpticalRoute, _ network: Network) -> [String] {
    route.fibres.map { network.code(of: $0) }
  }

  @Test func aRouteIsTheSameFromEitherEnd() throws {
    let network = try sketch(
      """
      pop SFU ─ C1:12@1200 ─ bpe B1 ─ C2:12@800 ─ pop ITA
      splice B1 C1.1-6 = C2.7-12
      port SFU TI.1-12 = C1.1-12
      """)
    let tracer = Tracer(network)
    let there = try #require(tracer.routes(from: end("C1.1a", network)).first)
    let back = try #require(tracer.routes(from: end("C2.7b", network)).first)
    #expect(codes(there, network) == ["C1.1", "C2.7"])
    #expect(there.length == Length(metres: 2000))
    #expect(there.status == .open)
    #expect(back == there.reversed())
    #expect(there.hops.map(\.runningLength) == [.zero, Length(metres: 1200)])
  }

  @Test func aCordJoinsTwoLinksOfARoom() throws {
    let network = try sketch(
      """
      client X ─ C1:2@500 ─ pop ROOM ─ C2:2@700 ─ client Y
      port X TX.1 = C1.1
      port ROOM TR.1 = C1.1
      port ROOM TR.2 = C2.1
      port Y TY.1 = C2.1
      cord ROOM TR.1 = TR.2
      service S std TR.2 = TY.1
      """)
    let tracer = Tracer(network)
    let port = try #require(network.port(named: "TR:1"))
    let route = try #require(tracer.routes(through: .port(port)).first)
    #expect(codes(route, network) == ["C1.1", "J-TR-1.1", "C2.1"])
    #expect(route.status == .complete)
    #expect(network.name(of: network.start(of: route)) == "TX:1")
    #expect(network.name(of: network.finish(of: route)) == "TY:1")
    let link = try #require(tracer.links(of: Index(0)).first)
    #expect(link.reachesB)
    #expect(link.route == route)
  }

  @Test func aSplitterMakesATreeFromItsHeadAndOneRouteFromALeg() throws {
    let network = try sketch(
      """
      nro N ─ T:2 ─ sro S ─ D:6:6 ─ pto P
      port N H.1 = T.1
      splitter S/K T.1 = D.1-3
      """)
    let tracer = Tracer(network)
    let fromHead = try tracer.routes(from: end("T.1a", network))
    #expect(fromHead.map { codes($0, network) } == [["T.1", "D.1"], ["T.1", "D.2"], ["T.1", "D.3"]])
    #expect(fromHead.allSatisfy { $0.status == .complete })
    let fromLeg = try tracer.routes(through: end("D.2a", network).fibre)
    #expect(fromLeg == [fromHead[1]])
    #expect(network.name(of: network.finish(of: fromHead[0])) == "P")
  }

  @Test func legsThatMeetAgainAreAmbiguousNotFollowed() throws {
    let network = try sketch(
      """
      nro N ─ T:2 ─ sro S ─ D:2 ─ sro S2 ─ U:1 ─ nro M
      port N H.1 = T.1
      splitter S/K T.1 = D.1-2
      splitter S2/L U.1 = D.1-2
      port M G.1 = U.1
      """)
    let routes = Tracer(network).allRoutes()
    #expect(routes.count { $0.status == .ambiguous } == 4)
    #expect(routes.allSatisfy { $0.status != .loop })
  }

  @Test func aRingIsOneLoop() throws {
    let network = try sketch(
      """
      bpe B1 ─ C1:1 ─ bpe B2 ─ C2:1 ─ bpe B3 ─ C3:1 ─ bpe B1
      splice B2 C1.1 = C2.1
      splice B3 C2.1 = C3.1
      splice B1 C3.1b = C1.1a
      """)
    let tracer = Tracer(network)
    let routes = tracer.allRoutes()
    #expect(routes.map(\.status) == [.loop])
    #expect(codes(routes[0], network) == ["C1.1", "C2.1", "C3.1"])
    #expect(tracer.routes(through: routes[0].fibres[2]) == routes)
  }

  @Test func anEndThatTwoJointsClaimStopsTheTraceFromBothSides() throws {
    var builder = try sketchBuilder(
      """
      pop A ─ C1:3 ─ bpe B ─ C2:3 ─ pop Z
      splice B C1.1 = C2.1
      """)
    let tray = try #require(builder.network.cassettes.index(of: Code("B-1")))
    let thief = Joint(
      holder: .cassette(tray), number: 9, kind: .splice, first: builder.network.sketchEnd("C1.1b"),
      second: builder.network.sketchEnd("C2.2a"))
    _ = builder.add(thief, code: Code("THIEF"))
    let network = builder.build()
    for route in Tracer(network).allRoutes() where codes(route, network) != ["C1.2"] {
      let isTouched = !["C1.2", "C1.3", "C2.3"].contains(codes(route, network)[0])
      #expect(route.fibres.count == 1)
      #expect((route.status == .ambiguous) == isTouched)
    }
  }

  @Test func aRepeatedJointLeavesNoDoubt() throws {
    var builder = try sketchBuilder(
      """
      pop A ─ C1:1 ─ bpe B ─ C2:1 ─ pop Z
      splice B C1.1 = C2.1
      """)
    let tray = try #require(builder.network.cassettes.index(of: Code("B-1")))
    let again = Joint(
      holder: .cassette(tray), number: 1, kind: .splice, first: builder.network.sketchEnd("C1.1b"),
      second: builder.network.sketchEnd("C2.1a"))
    let index = try added(builder.add(again, code: Code("AGAIN")))
    let network = builder.build()
    #expect(network.joints[index].claim == .contested)
    #expect(Tracer(network).allRoutes().map(\.status) == [.open])
  }

  @Test(arguments: [(LengthSource.asLaid, 100.0), (.statedLine, 115), (.drawnLine, 115)])
  func slackCountsOnlyWhereTheLengthIsNotAsLaid(source: LengthSource, metres: Double) throws {
    var builder = try sketchBuilder("pop A ─ C1:1@100 ─ bpe B ─ C2:1@100 ─ pop Z")
    let section = CableSection(
      code: Code("X"), cable: Index(0), nodeA: Index(0), nodeB: Index(1), fibreCount: 1, length: Length(metres: 100),
      lengthSource: source)
    let index = try added(builder.add(section))
    builder.add(SlackLoop(identifier: "", section: index, node: nil, length: Length(metres: 15)))
    let route = try #require(Tracer(builder.build()).allRoutes().last)
    #expect(route.length == Length(metres: metres))
  }
}
