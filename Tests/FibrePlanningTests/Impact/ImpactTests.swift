import FibreModel
import FibreTestSupport
import Testing

@testable import FibrePlanning

@Suite struct ImpactTests {
  /// Two rooms, a ring of two cables between them, one closure on each; a sharing point behind the far room.
  private static let ring = """
    pop SFU ─ CAB-N/1:4 ─ bpe BN ─ CAB-N/2:4 ─ pop ITA
    pop SFU ─ CAB-S/1:4 ─ bpe BS ─ CAB-S/2:4 ─ pop ITA
    sro S1 ─ D1:2 ─ pbo P1 ─ R1:1 ─ pto O1
    P1 ─ R2:1 ─ pto O2
    splice BN CAB-N/1.1 = CAB-N/2.1
    passage BN CAB-N/1.2-4 = CAB-N/2.2-4
    splice BS CAB-S/1.1-3 = CAB-S/2.1-3
    splice P1 D1.1 = R1.1
    splice P1 D1.2 = R2.1
    port SFU TN.1-4 = CAB-N/1.1-4
    port SFU TS.1-4 = CAB-S/1.1-4
    port ITA UN.1-4 = CAB-N/2.1-4
    port ITA US.1-4 = CAB-S/2.1-4
    port S1 TD.1-2 = D1.1-2
    service A-1 vital TN.1 = UN.1 client=CHU operator=OP1
    service A-2 vital TS.1 = US.1 client=CHU operator=OP1 protects=A-1
    service B std TN.2 = UN.2 client=lycée operator=OP2
    service C-1 std TN.3 = UN.3 operator=OP1
    service C-2 std TS.4 = US.4 operator=OP1 protects=C-1
    """

  private func impact(_ codes: String..., text: String = ring) throws -> (Impact, Network) {
    let network = try sketch(text)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    return (query.impact(of: try codes.flatMap { try network.cutElements(named: $0) }), network)
  }

  private func codes(_ services: [Index<Service>], _ network: Network) -> [String] {
    services.map { network.services[$0].code.rawValue }
  }

  @Test func aPairWithLegsApartLosesOneLegAndStaysUp() throws {
    let (impact, network) = try impact("CAB-N")
    #expect(codes(impact.dark.map(\.service), network) == ["B", "C-1"])
    #expect(codes(impact.legLost.map(\.service), network) == ["A-1"])
    #expect(codes(impact.legLost.flatMap(\.stillUp), network) == ["A-2"])
  }

  @Test func aLegWhoseOtherLegWasDownBeforeIsDark() throws {
    let (impact, network) = try impact("CAB-N/1:3")
    #expect(impact.dark.map(\.loss) == [.lastLeg], "\(codes(impact.dark.map(\.service), network))")
    let (other, _) = try self.impact("CAB-S/1:4")
    #expect(other.dark.isEmpty && other.legLost.isEmpty)
    #expect(codes(other.downBefore, network) == ["C-2"])
  }

  @Test func bothLegsOfAPairCutTogetherAreDarkAndSaidSo() throws {
    let (impact, network) = try impact("CAB-N", "CAB-S/2")
    let both = impact.dark.filter { $0.loss == .bothLegs }.map(\.service)
    #expect(codes(both, network) == ["A-1", "A-2"])
    #expect(impact.dark.first { $0.loss == .onlyLeg }.map { codes([$0.service], network) } == ["B"])
    #expect(impact.operators.map(\.name) == ["OP1", "OP2"])
    #expect(impact.operators.map(\.services) == [3, 1])
  }

  @Test func whatPassesAnOpenedClosureUncutPassesBy() throws {
    let (impact, network) = try impact("CAB-N/1:1")
    #expect(codes(impact.legLost.map(\.service), network) == ["A-1"])
    #expect(codes(impact.passing, network) == ["B", "C-1"])
  }

  @Test func aClosureTakesWhatPassesThroughIt() throws {
    let (impact, network) = try impact("BN")
    #expect(codes(impact.dark.map(\.service), network) == ["B", "C-1"])
    #expect(impact.passing.isEmpty)
  }

  @Test func plugsAreCountedBehindTheirSharingPoint() throws {
    let (all, network) = try impact("D1")
    #expect(all.plugs.map(\.plugs) == [2] && all.plugs.map(\.patched) == [0])
    #expect(all.plugs[0].site.map { network.sites[$0].code.rawValue } == "S1")
    #expect(try impact("R2").0.plugCount == 1)
    #expect(try impact("O1").0.plugCount == 1)
    #expect(try impact("P1").0.plugCount == 2)
    #expect(try impact("S1").0.plugCount == 2)
  }

  @Test func nothingCutDarkensNothing() throws {
    let (impact, _) = try impact()
    #expect(impact.dark.isEmpty && impact.legLost.isEmpty && impact.passing.isEmpty && impact.plugs.isEmpty)
  }

  @Test func aThingNamedTwiceIsCutOnce() throws {
    #expect(try impact("CAB-N", "CAB-N").0 == impact("CAB-N").0)
  }

  @Test func aServicePatchedOnToAnotherGoesDarkWithIt() throws {
    let text = """
      client X ─ C1:1 ─ pop M ─ C2:1 ─ client Y
      port X TX.1 = C1.1
      port M TM.1 = C1.1
      port M TM.2 = C2.1
      port Y TY.1 = C2.1
      cord M TM.1 = TM.2
      service ONE std TX.1 = TM.1
      service TWO std TM.2 = TY.1
      """
    let (impact, network) = try impact("C2", text: text)
    #expect(codes(impact.dark.map(\.service), network) == ["ONE", "TWO"])
  }

  // MARK: Names

  private func refusal(_ text: String, in network: Network, kind: CutElement.Kind? = nil) -> CutRefusal? {
    do throws(CutRefusal) {
      _ = try network.cutElements(named: text, kind: kind)
      return nil
    } catch {
      return error
    }
  }

  @Test func rangesNameFibresAndPorts() throws {
    let network = try sketch(Self.ring)
    #expect(
      try network.cutElements(named: "CAB-N/1:1-2,4").map { network.name(of: $0) } == [
        "CAB-N/1:1", "CAB-N/1:2", "CAB-N/1:4",
      ])
    #expect(try network.cutElements(named: "TN:2").map { network.kind(of: $0) } == [.port])
    #expect(refusal("CAB-N/1:5", in: network) == .noSuchNumber(5, of: "CAB-N/1"))
    for text in ["CAB-N/1:0", "CAB-N/1:2-1", "CAB-N/1:", "CAB-X:1", "", "rien", "CAB-N/1:1-99999999999"] {
      #expect(refusal(text, in: network) == .unknown(text))
    }
  }

  @Test func aNameThatSeveralHaveIsAskedBack() throws {
    var builder = try sketchBuilder(Self.ring)
    _ = builder.add(Duct(code: Code("BN")))
    _ = builder.add(Site(code: Code("X1"), externalCode: "MAIRIE", kind: .client, node: nil))
    _ = builder.add(Site(code: Code("X2"), name: "MAIRIE", kind: .client, node: nil))
    let network = builder.build()
    guard case .ambiguous("BN", let found) = refusal("BN", in: network) else {
      Issue.record("BN is not ambiguous")
      return
    }
    #expect(found.map(\.kind) == [.closure, .duct])
    #expect(try network.cutElements(named: "BN", kind: .duct).count == 1)
    guard case .ambiguous("MAIRIE", let sites) = refusal("MAIRIE", in: network, kind: .site) else {
      Issue.record("MAIRIE is not ambiguous")
      return
    }
    #expect(sites.count == 2)
    guard case .otherKind("BN", .rack, let others) = refusal("BN", in: network, kind: .rack) else {
      Issue.record("BN is told to be nothing")
      return
    }
    #expect(others.map(\.kind) == [.closure, .duct])
    #expect(try network.cutElements(named: "duct:BN").map { network.kind(of: $0) } == [.duct])
    #expect(try network.cutElements(named: "site:X2").map { network.name(of: $0) } == [sites[1].name])
    #expect(sites.map(\.code) == ["X1", "X2"])
    #expect(refusal("duct:", in: network) == .unknown(""))
  }

  @Test func aSiteGoesBeforeItsOwnRoomButNotBeforeThatOfAnother() throws {
    var builder = try sketchBuilder(Self.ring)
    let added = builder.add(Site(code: Code("X1"), externalCode: "POP-X", kind: .client, node: nil))
    let site = try #require(added)
    _ = builder.add(OperatorRoom(code: Code("LT-X1"), name: "POP-X", site: site))
    var network = builder.build()
    #expect(try network.cutElements(named: "POP-X") == [.site(site)])
    #expect(try network.cutElements(named: "POP-X", kind: .room).map { network.kind(of: $0) } == [.room])
    #expect(try network.cutElements(named: "room:POP-X").map { network.kind(of: $0) } == [.room])
    _ = builder.add(OperatorRoom(code: Code("LT-Y"), name: "POP-X", site: nil))
    network = builder.build()
    guard case .ambiguous("POP-X", let found) = refusal("POP-X", in: network) else {
      Issue.record("POP-X is not ambiguous")
      return
    }
    #expect(found.map(\.kind) == [.site, .room])
  }

  @Test func aKindHoldsForTheCodesThatHaveIt() throws {
    var builder = try sketchBuilder(Self.ring)
    _ = builder.add(Duct(code: Code("BN")))
    let network = builder.build()
    let found = try network.cutElements(named: ["BN", "CAB-S"], kind: .duct)
    #expect(found.map { network.kind(of: $0) } == [.duct, .cable])
    #expect(throws: CutRefusal.self) { try network.cutElements(named: ["CAB-N", "CAB-S"], kind: .duct) }
    #expect(throws: CutRefusal.unknown("rien")) { try network.cutElements(named: ["BN", "rien"], kind: .duct) }
  }

  // MARK: Single points of failure

  @Test func whatDarkensMostComesFirstAVitalServiceCountingThree() throws {
    let network = try sketch(
      """
      pop SFU ─ C1:1 ─ client V
      pop SFU ─ C2:2 ─ client W
      sro S1 ─ D1:3 ─ pbo P1 ─ R1:1 ─ pto O1
      P1 ─ R2:1 ─ pto O2
      P1 ─ R3:1 ─ pto O3
      splice P1 D1.1 = R1.1
      splice P1 D1.2 = R2.1
      splice P1 D1.3 = R3.1
      port SFU TS.1 = C1.1
      port SFU TS.2-3 = C2.1-2
      port V TV.1 = C1.1
      port W TW.1-2 = C2.1-2
      port S1 TD.1-3 = D1.1-3
      service VITAL vital TS.1 = TV.1
      service ONE std TS.2 = TW.1
      service TWO std TS.3 = TW.2
      """)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    let cables = query.singlePoints().filter { network.kind(of: $0.element) == .cable }
    #expect(cables.map { network.name(of: $0.element) } == ["C1", "D1", "C2", "R1", "R2", "R3"])
    #expect(cables.map(\.vitalDark) == [1, 0, 0, 0, 0, 0] && cables.map(\.customersDark) == [1, 3, 2, 1, 1, 1])
  }
}
