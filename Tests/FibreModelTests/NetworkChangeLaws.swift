import FibreModel
import Testing

@Suite struct NetworkChangeLaws {
  private func network() throws -> Network {
    var small = try SmallNetwork()
    try small.connectSix()
    let service = Service(
      code: Code("SVC"), serviceClass: .vital, kind: "GFU", client: "x", operatorName: "y", fibreCount: 1,
      endA: [Port(panel: small.panels[0], number: 1)], endB: [Port(panel: small.panels[1], number: 1)])
    _ = try added(small.builder.add(service))
    let route = DeclaredRoute(
      code: Code("RT"), name: "route", fibres: [1, 2, 3].map { small.end($0, 1, .a).fibre },
      attributes: Attributes([("rt_comment", "x")]))
    _ = try added(small.builder.add(route))
    var rules = WorkRules()
    rules.closures = [("B2", 9), ("B1", 4), ("B1", 7)].map {
      ClosureWork(closure: Code($0.0), setupMinutes: 1, closeMinutes: 2, maximumCrews: 3, freeTrays: $0.1)
    }
    small.builder.setRules(rules)
    return small.builder.build()
  }

  private func record(_ code: String, in network: Network) throws -> JointRecord {
    let joint = try #require(network.joints.index(of: Code(code)))
    return network.record(of: joint)
  }

  @Test func noEditChangesNothing() throws {
    let network = try network()
    #expect(try network.applying([]) == network)
  }

  @Test func aReplacementAndItsInverseRestoreTheNetwork() throws {
    let network = try network()
    let old = try record("J1-3", in: network)
    var new = old
    new.kind = .parked
    new.second = nil
    let changes = [NetworkChange.replaceJoint(old, with: new)]
    let after = try network.applying(changes)
    #expect(after != network)
    let kept = try #require(old.second)
    let freed = try #require(after.end(named: kept))
    #expect(after.joints.joint(of: freed) == nil)
    #expect(try after.applying(changes.inverse) == network)
  }

  @Test func removedJointsComeBackThroughTheInverse() throws {
    let network = try network()
    let changes = try ["J1-2", "J2-2", "Q0-2"].map { NetworkChange.removeJoint(try record($0, in: network)) }
    let after = try network.applying(changes)
    #expect(after.joints.count == network.joints.count - 3)
    let back = try after.applying(changes.inverse)
    for index in network.joints.indices {
      let code = network.joints.code(of: index)
      let there = try #require(back.joints.index(of: code))
      #expect(back.record(of: there) == network.record(of: index))
    }
    #expect(back.joints.count == network.joints.count)
  }

  @Test func aCordIsAddedUsedAndRemoved() throws {
    let network = try network()
    let cord = CordRecord(code: Code("CORD"), cable: Code("CORD"), fibreCode: "FCORD", node: Code("N0"))
    let old = try record("Q0-4", in: network)
    var new = old
    new.first = FibreEndName(section: Code("CORD"), number: 1, side: .a)
    let changes = [NetworkChange.addCord(cord), .replaceJoint(old, with: new)]
    let after = try network.applying(changes)
    let section = try #require(after.sections.index(of: Code("CORD")))
    #expect(after.cordRecord(of: section) == cord)
    #expect(after.fibre(named: "FCORD") != nil)
    #expect(throws: ChangeRefusal.cordInUse(Code("CORD"))) { try after.applying([.removeCord(cord)]) }
    #expect(try after.applying(changes.inverse) == network)
  }

  @Test func aServiceMovesAndMovesBack() throws {
    let network = try network()
    let from = [PortName(panel: Code("P1"), number: 1)]
    let to = [PortName(panel: Code("P2"), number: 20)]
    let change = NetworkChange.moveService(Code("SVC"), from: from, to: to)
    let after = try network.applying([change])
    #expect(after.services[Code("SVC")]?.endA.map { after.portName(of: $0) } == to)
    #expect(try after.applying([change.inverse]) == network)
    #expect(throws: ChangeRefusal.serviceDiffers(Code("SVC"))) { try after.applying([change]) }
  }

  private func fibres(_ names: (section: String, number: Int)...) -> [FibreName] {
    names.map { FibreName(section: Code($0.section), number: $0.number) }
  }

  private func declaration(in network: Network) throws -> [FibreName] {
    try #require(network.declaredRoutes[Code("RT")]).fibres.map { network.fibreName(of: $0) }
  }

  @Test func aRouteIsDeclaredAnewAndAsBefore() throws {
    let network = try network()
    let cord = CordRecord(code: Code("CORD"), cable: Code("CORD"), fibreCode: "FCORD", node: Code("N0"))
    let from = fibres(("S1", 1), ("S2", 1), ("S3", 1))
    let to = fibres(("S3", 1), ("S2", 12), ("S1", 7), ("CORD", 1))
    let changes = [NetworkChange.addCord(cord), .redeclareRoute(Code("RT"), from: from, to: to)]
    let after = try network.applying(changes)
    #expect(try declaration(in: after) == to)
    #expect(after.declaredRoutes[Code("RT")]?.attributes == network.declaredRoutes[Code("RT")]?.attributes)
    #expect(try after.applying(changes.inverse) == network)
    let emptied = try after.applying([.redeclareRoute(Code("RT"), from: to, to: [])])
    #expect(try declaration(in: emptied).isEmpty)
  }

  @Test func aDeclarationForAnotherStateOrOverNothingIsRefused() throws {
    let network = try network()
    let present = fibres(("S1", 1), ("S2", 1), ("S3", 1))
    func refusal(_ code: String, _ from: [FibreName], _ to: [FibreName]) -> ChangeRefusal? {
      #expect(throws: ChangeRefusal.self) { try network.applying([.redeclareRoute(Code(code), from: from, to: to)]) }
    }
    #expect(refusal("RX", present, []) == .unknownDeclaredRoute(Code("RX")))
    #expect(refusal("RT", present.reversed(), present) == .declaredRouteDiffers(Code("RT")))
    for unknown in fibres(("S1", 13), ("S1", 0), ("CORD", 1)) {
      #expect(refusal("RT", present, present + [unknown]) == .unknownDeclaredFibre(unknown))
    }
    let change = NetworkChange.redeclareRoute(Code("RT"), from: present, to: [])
    #expect(throws: ChangeRefusal.declaredRouteDiffers(Code("RT"))) { try network.applying([change, change]) }
  }

  @Test func freeTraysAreCountedDownWhereTheyCountAndUpAgain() throws {
    let network = try network()
    let changes = [NetworkChange.setFreeTrays(Code("B1"), from: 4, to: 3), .setFreeTrays(Code("B1"), from: 3, to: 0)]
    let after = try network.applying(changes)
    #expect(after.rules.closures.map(\.freeTrays) == [9, 0, 7])
    #expect(try after.applying(changes.inverse) == network)
    for (from, to) in [(7, 6), (4, -1)] {
      #expect(throws: ChangeRefusal.freeTraysDiffer(Code("B1"))) {
        try network.applying([.setFreeTrays(Code("B1"), from: from, to: to)])
      }
    }
    #expect(throws: ChangeRefusal.unknownClosureWork(Code("B3"))) {
      try network.applying([.setFreeTrays(Code("B3"), from: 0, to: 0)])
    }
  }

  @Test func whatIsTakenIsRefused() throws {
    let network = try network()
    let present = try record("J1-3", in: network)
    var thief = present
    thief.code = Code("THIEF")
    let taken = try #require(present.first)
    #expect(throws: ChangeRefusal.endTaken(taken)) { try network.applying([.addJoint(thief)]) }
    thief.first = FibreEndName(section: Code("S1"), number: 9, side: .b)
    thief.second = FibreEndName(section: Code("S2"), number: 9, side: .a)
    #expect(throws: ChangeRefusal.slotTaken(.cassette(Code("T1")), number: 3)) {
      try network.applying([.addJoint(thief)])
    }
    thief.number = 9
    #expect(try network.applying([.addJoint(thief)]).joints.count == network.joints.count + 1)
    thief.first = FibreEndName(section: Code("S7"), number: 9, side: .b)
    #expect(throws: ChangeRefusal.self) { try network.applying([.addJoint(thief)]) }
  }

  @Test func anEditForAnotherStateIsRefused() throws {
    let network = try network()
    var stale = try record("J1-3", in: network)
    stale.number = 11
    #expect(throws: ChangeRefusal.jointDiffers(stale.code)) { try network.applying([.removeJoint(stale)]) }
    stale.code = Code("NOWHERE")
    #expect(throws: ChangeRefusal.unknownJoint(stale.code)) { try network.applying([.removeJoint(stale)]) }
  }
}
