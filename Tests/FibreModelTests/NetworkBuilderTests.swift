import FibreModel
import Testing

@Suite struct NetworkBuilderTests {
  @Test func aTakenCodeIsRefused() throws {
    var small = try SmallNetwork()
    #expect(small.builder.add(Cable(code: Code("C1"), kind: .cable)) == nil)
    #expect(small.builder.network.cables.count == 3)
  }

  @Test func aSecondJointOnAFibreEndIsContestedAndConnectsNothing() throws {
    var small = try SmallNetwork()
    try small.connectSix()
    let thief = Joint(
      holder: .cassette(small.trays[0]), number: 9, kind: .splice, technique: .fusion, first: small.end(1, 1, .b),
      second: small.end(2, 9, .a))
    let index = try added(small.builder.add(thief, code: Code("THIEF")))
    let network = small.builder.build()
    #expect(network.joints[index].claim == .contested)
    #expect(network.isContested(small.end(1, 1, .b)))
    #expect(network.joints.joint(of: small.end(2, 9, .a)) == nil)
    #expect(network.joints.joint(of: small.end(1, 1, .b)).map { network.joints.code(of: $0) } == Code("J1-1"))
  }

  @Test func anEndJoinedToItselfIsContested() throws {
    var small = try SmallNetwork()
    let end = small.end(1, 1, .b)
    let joint = Joint(holder: .cassette(small.trays[0]), number: 1, kind: .splice, first: end, second: end)
    let index = try added(small.builder.add(joint, code: Code("X")))
    #expect(small.builder.build().joints[index].claim == .contested)
  }

  @Test func aSecondJointInASlotIsDisplacedAndStillConnects() throws {
    var small = try SmallNetwork()
    try small.connectSix()
    let second = Joint(
      holder: .cassette(small.trays[0]), number: 1, kind: .splice, technique: .fusion, first: small.end(1, 8, .b),
      second: small.end(2, 8, .a))
    let index = try added(small.builder.add(second, code: Code("SECOND")))
    let network = small.builder.build()
    #expect(network.joints[index].claim == .displaced)
    #expect(network.joints.joint(of: small.end(2, 8, .a)) == index)
    #expect(network.joint(at: 1, of: small.trays[0]).map { network.joints.code(of: $0) } == Code("J1-1"))
  }

  @Test func legsThatShareTheirFirstEndMakeOneSplitter() throws {
    var small = try SmallNetwork()
    let input = small.end(1, 1, .b)
    for leg in 1...4 {
      let joint = Joint(
        holder: .cassette(small.trays[0]), number: leg, kind: .splitter, first: input, second: small.end(2, leg, .a))
      _ = try added(small.builder.add(joint, code: Code("L\(leg)")))
    }
    let network = small.builder.build()
    let splitter = try #require(network.splitter(fedBy: input))
    #expect(network.splitters.count == 1)
    #expect(splitter.legs.map { network.joints.code(of: $0).rawValue } == ["L1", "L2", "L3", "L4"])
    #expect(splitter.ratio == 4)
    #expect(network.joints.rows.allSatisfy { $0.claim == .held })
  }

  @Test func aSplitterAloneInItsDrawerHasTheOutputsOfTheDrawer() throws {
    for (capacity, ratio) in [(32, 32), (24, 4), (nil, 4), (2, 4), (256, 4)] as [(Int?, Int)] {
      var small = try SmallNetwork()
      let drawer = try added(small.builder.add(Panel(code: Code("CPL"), rack: nil, portCapacity: capacity)))
      let input = small.end(1, 3, .b)
      for leg in 1...3 {
        let joint = Joint(
          holder: .panel(drawer), number: leg, kind: .splitter, first: input, second: small.end(2, leg, .a))
        _ = try added(small.builder.add(joint, code: Code("L\(leg)")))
      }
      let splitter = try #require(small.builder.build().splitter(fedBy: input))
      #expect(splitter.ratio == ratio, "\(capacity.map(String.init) ?? "no") capacity")
    }
  }

  @Test func fibresAreFoundByCodeAndByName() throws {
    let network = try SmallNetwork().builder.build()
    let fibre = try #require(network.fibre(named: "F2-7"))
    #expect(network.fibre(named: "S2:7") == fibre)
    #expect(network.name(of: fibre) == "S2:7")
    #expect(network.code(of: fibre) == "F2-7")
    for wrong in ["S2:0", "S2:13", "S9:1", "S2", "S2:x", "", ":1"] { #expect(network.fibre(named: wrong) == nil) }
  }

  @Test func sectionsAreFoundAtBothTheirNodes() throws {
    let network = try SmallNetwork().builder.build()
    let node = try #require(network.nodes.index(of: Code("N1")))
    #expect(network.sections(at: node).map { network.sections[$0].code.rawValue } == ["S1", "S2"])
  }

  @Test func fibreNumbersTubesAndRanksAgree() throws {
    let section = try #require(SmallNetwork().builder.network.sections.rows.first)
    var wide = section
    wide.fibreCount = 30
    wide.modulo = 12
    #expect(wide.tubeCount == 3)
    for number in 1...30 {
      let tube = wide.tube(ofFibre: number)
      #expect(wide.fibres(inTube: tube).contains(number))
      #expect((tube - 1) * 12 + wide.rankInTube(ofFibre: number) == number)
    }
    #expect(wide.fibres(inTube: 3) == 25...30)
  }
}
