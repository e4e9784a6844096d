import FibreModel
import FibreTestSupport
import Testing

@testable import FibrePlanning

@Suite struct AsDoneTests {
  let network: Network
  let plan = SmallMigration.plan()
  /// The lists of the first night.
  let first: [AsDoneLine]
  /// Those of the second one, and the network before it.
  let second: [AsDoneLine]
  let evening: Network

  init() throws {
    network = try SmallMigration.network()
    first = AsDoneSheets.lines(of: plan.nights[0])
    second = AsDoneSheets.lines(of: plan.nights[1])
    evening = try network.applying(AsDone.reconcile(first, of: plan, on: network))
  }

  private func reconcile(_ lines: [AsDoneLine]) -> AsDoneReconciliation {
    AsDone.reconcile(lines, of: plan, on: network)
  }

  /// The verdict on the line of the first night with a fibre on side A, after a change to it.
  private func verdict(_ a: String, _ change: (inout AsDoneLine) -> Void) -> AsDoneVerdict {
    reconcile(first.changing(a, change)).verdicts[first.rank(a)]
  }

  private func fault(_ a: String, _ change: (inout AsDoneLine) -> Void) -> AsDoneFault? {
    if case .refused(let fault) = verdict(a, change) { return fault }
    return nil
  }

  // MARK: Deviations

  @Test func anotherFibreMovesTheServiceToItsPort() throws {
    let lines = first.changing("NA:2") { ($0.a, $0.remark) = (AsDoneEnd("NA:9"), "fibre 2 cassée") }
    let found = reconcile(lines)
    #expect(
      found.verdicts[1] == .deviates([.fibre(planned: AsDoneEnd("NA:2"), done: AsDoneEnd("NA:9"))]))
    #expect(
      found.remarks == [
        .otherPorts(
          Code("S1"), planned: [AsDoneEnd("TN1:1"), AsDoneEnd("TN1:2")],
          actual: [AsDoneEnd("TN1:1"), AsDoneEnd("TN1:9")])
      ])
    let after = try network.applying(found)
    let service = try #require(after.services[Code("S1")])
    #expect(service.endA.map { after.name(of: $0) } == ["TN1:1", "TN1:9"])
    let links = Tracer(after).links(of: try #require(after.services.index(of: Code("S1"))))
    #expect(links.allSatisfy { $0.reachesB })
    // The joint says where it comes from.
    let joint = try #require(after.joints.indices.first { after.joints.code(of: $0).rawValue == "K1/2@1" })
    #expect(after.joints[joint].attributes["asDone"] == "B1.csv:3")
    #expect(after.joints[joint].attributes["asDoneRemark"] == "fibre 2 cassée")
  }

  @Test func anotherSlotIsTakenAsItIs() throws {
    let found = reconcile(first.changing("NA:6") { ($0.cassette, $0.slot) = ("K3", 12) })
    #expect(
      found.verdicts[5] == .deviates([.slot(plannedCassette: "K1", plannedSlot: 6, cassette: "K3", slot: 12)]))
    let after = try network.applying(found)
    #expect(after.joints.index(of: Code("K3/12@1")) != nil)
    // The tray was free, and is no longer.
    #expect(after.rules.closures[0].freeTrays == network.rules.closures[0].freeTrays - 1)
  }

  @Test func twoSplicesInEachOthersSlotsAreTheSameTwoSplices() throws {
    let lines = first.changing("NA:1") { $0.slot = 2 }.changing("NA:2") { $0.slot = 1 }
    let found = reconcile(lines)
    #expect(found.count { if case .deviates = $0 { true } else { false } } == 2)
    #expect(found.remarks == [])
  }

  @Test func crossedFibresAreAppliedAndTold() throws {
    let lines = first.changing("NA:3") { $0.b = AsDoneEnd("A/2:5") }.changing("NA:5") { $0.b = AsDoneEnd("A/2:3") }
    let found = reconcile(lines)
    let other = found.remarks.compactMap { if case .otherPorts(let code, _, _) = $0 { code.rawValue } else { nil } }
    #expect(other.sorted() == ["S3", "S4"])
    let after = try network.applying(found)
    #expect(after.services[Code("S4")]?.endA.map { after.name(of: $0) } == ["TN1:3"])
  }

  // MARK: What the crew says of a splice

  @Test func measuredLossesAreKeptWithTheirJoints() throws {
    let lines = first.changing("NA:1") {
      ($0.measuredLoss, $0.doneBy, $0.doneAt) = (Loss(decibels: 0.07), "Dupré", "01:25")
    }.changing("NA:2") { $0.measuredLoss = Loss(decibels: 0.35) }
    let found = reconcile(lines)
    #expect(
      found.remarks == [
        .lossOverLimit(Loss(decibels: 0.35), limit: Loss(decibels: 0.2), place: "B1.csv:3", closure: "B1")
      ])
    let after = try network.applying(found)
    let joint = try #require(after.joints.index(of: Code("K1/1@1")))
    #expect(AsDoneFacts.measuredLoss(of: after.joints[joint]) == Loss(decibels: 0.07))
    #expect(after.joints[joint].attributes.entries.map(\.value) == ["01:25", "Dupré", "0.070000"])
    // Measured again: the joint is the same, with the new value.
    let again = AsDone.reconcile(
      first.changing("NA:1") { $0.measuredLoss = Loss(decibels: -0.01) }, of: plan, on: after)
    #expect(again.verdicts[0] == .applied)
    let later = try after.applying(again)
    let same = try #require(later.joints.index(of: Code("K1/1@1")))
    #expect(AsDoneFacts.measuredLoss(of: later.joints[same]) == Loss(decibels: -0.01))
    #expect(later.joints[same].attributes["doneBy"] == "Dupré")
  }

  @Test func aLossWithoutATickIsNotApplied() {
    let found = reconcile(
      first.changing("NA:4") { ($0.outcome, $0.measuredLoss) = (.unstated, Loss(decibels: 0.05)) })
    #expect(found.verdicts[3] == .unstated)
    #expect(found.remarks.contains(.notTicked(place: "B1.csv:5")))
  }

  // MARK: Half a night

  @Test func whatIsNotDoneStaysAndItsServicesStay() throws {
    let found = reconcile(first.changing("NA:5") { $0.outcome = .notDone })
    #expect(found.verdicts[4] == .notDone)
    #expect(found.remarks == [])
    let after = try network.applying(found)
    #expect(after.services[Code("S4")]?.endA.map { after.name(of: $0) } == ["TO1:5"])
  }

  @Test func aServiceOfWhichOneFibreMovedIsDark() throws {
    let found = reconcile(first.changing("NA:2") { $0.outcome = .notDone })
    #expect(found.remarks == [.serviceDark(Code("S1"))])
  }

  @Test func aSpliceImpliesItsCut() throws {
    let lines = second.filter { $0.cassette != "K0" }
    let found = AsDone.reconcile(lines, of: plan, on: evening)
    let implied = found.remarks.filter { if case .cutImplied = $0 { true } else { false } }
    #expect(implied.count == 12)
    let missing = found.remarks.filter { if case .lineMissing = $0 { true } else { false } }
    #expect(missing.count == 12)
    let whole = try evening.applying(AsDone.reconcile(second, of: plan, on: evening))
    #expect(try evening.applying(found).editable == whole.editable)
  }

  @Test func aSpliceWhoseCutIsDeniedIsRefused() {
    let lines = second.changing("A/1:13") { $0.outcome = .notDone }
    let found = AsDone.reconcile(lines, of: plan, on: evening)
    #expect(
      found.verdicts[second.rank("NA:13")] == .refused(.cutDenied(AsDoneEnd("A/2:13"), other: lines[0].place)))
    #expect(found.verdicts[0] == .notDone)
  }

  /// The cut and the splice are in the inventory already: the list that denies one of them is wrong all the same.
  @Test func aCutThatIsDeniedBesideItsSpliceIsListedWhereTheInventoryHasBoth() throws {
    let network = try evening.applying(AsDone.reconcile(second, of: plan, on: evening))
    let lines = second.changing("A/1:13") { $0.outcome = .notDone }
    let found = AsDone.reconcile(lines, of: plan, on: network)
    let place = lines[second.rank("NA:13")].place
    #expect(found.verdicts[0] == .refused(.cutThere(AsDoneEnd("A/2:13"), other: place)))
    #expect(found.verdicts[second.rank("NA:13")] == .already)
    #expect(found.nights.flatMap(\.changes) == [])
  }

  @Test func cordsThatWereNotLaidAreTold() {
    let lines = second.map { line in
      var line = line
      if line.action == .patch { line.outcome = .notDone }
      return line
    }
    let found = AsDone.reconcile(lines, of: plan, on: evening)
    #expect(found.remarks.contains(.cordOpen(Code("P"))))
  }

  // MARK: Contradictions

  @Test func everyContradictionIsRefusedForItsReason() throws {
    #expect(fault("NA:1") { $0.a = AsDoneEnd("NA:99") } == .unknownFibre(AsDoneEnd("NA:99")))
    #expect(fault("NA:1") { $0.a = AsDoneEnd("ZZ:1") } == .unknownFibre(AsDoneEnd("ZZ:1")))
    #expect(fault("NA:1") { $0.a = AsDoneEnd("NC:1") } == .fibreElsewhere(AsDoneEnd("NC:1"), closure: "B1"))
    #expect(fault("NA:1") { $0.a = AsDoneEnd("R/1:1") } == .fibreInUse(AsDoneEnd("R/1:1"), by: Code("K1/7")))
    #expect(fault("NA:1") { $0.cassette = "K9" } == .unknownTray("K9", closure: "B1"))
    #expect(fault("NA:1") { $0.cassette = "M1" } == .unknownTray("M1", closure: "B1"))
    #expect(fault("NA:1") { $0.slot = 13 } == .slotBeyondTray("K1", slot: 13))
    #expect(fault("NA:1") { $0.slot = nil } == .slotBeyondTray("K1", slot: nil))
    #expect(fault("NA:1") { $0.slot = 8 } == .slotTaken("K1", slot: 8, by: Code("K1/8")))
    #expect(fault("NA:1") { $0.outcome = .otherwise } == .otherwiseUnsaid)
    #expect(fault("NA:1") { $0.closure = "B3" } == .noWorkThere(night: 1, closure: "B3"))
    #expect(fault("NA:1") { $0.night = 7 } == .noWorkThere(night: 7, closure: "B1"))
    #expect(fault("NA:1") { $0.action = .leave } == .untouchable)
  }

  @Test func aRefusedLineChangesNothing() throws {
    let found = reconcile(first.changing("NA:1") { $0.slot = 8 })
    let after = try network.applying(found)
    // The old splice is still there: cutting it belongs to the line too.
    #expect(after.joints.index(of: Code("K1/1")) != nil)
    #expect(found.remarks == [.serviceDark(Code("S1"))])
  }

  @Test func aFibreOrASlotIsGivenOnce() {
    let lines = first.changing("NA:2") { $0.a = AsDoneEnd("NA:1") }
    #expect(reconcile(lines).verdicts[1] == .refused(.fibreInUse(AsDoneEnd("NA:1"), by: Code("K1/1@1"))))
    let twice = first + [first[0]]
    #expect(reconcile(twice).verdicts[6] == .refused(.repeated(other: "B1.csv:2")))
  }

  @Test func linesWithoutWorkInThePlanAreRefusedWhenTheySayDone() {
    var stray = first[0]
    (stray.cassette, stray.slot, stray.a, stray.b) = ("K3", 5, AsDoneEnd("NA:30"), AsDoneEnd("R/2:9"))
    #expect(reconcile(first + [stray]).verdicts[6] == .refused(.notPlanned))
    stray.outcome = .unstated
    #expect(reconcile(first + [stray]).verdicts[6] == .unstated)
  }

  @Test func portsAreHeldToWhatIsThere() {
    func fault(_ a: String, _ change: (inout AsDoneLine) -> Void) -> AsDoneVerdict {
      AsDone.reconcile(second.changing(a, change), of: plan, on: evening).verdicts[second.rank(a)]
    }
    #expect(fault("TN1:13") { $0.a = AsDoneEnd("TN1:99") } == .refused(.emptyPort(AsDoneEnd("TN1:99"))))
    // The port that it took is missing to the next line.
    let taken = AsDone.reconcile(second.changing("TOT:1") { $0.a = AsDoneEnd("TOT:2") }, of: plan, on: evening)
    #expect(
      taken.verdicts[second.rank("TOT:1")]
        == .deviates([.fibre(planned: AsDoneEnd("TOT:1"), done: AsDoneEnd("TOT:2"))]))
    #expect(taken.verdicts[second.rank("TOT:2")] == .refused(.portInUse(AsDoneEnd("TOT:2"))))
    #expect(
      fault("TO1:13") { $0.b = AsDoneEnd("TO2:4") } == .refused(.noCord(AsDoneEnd("TO1:13"), AsDoneEnd("TO2:4"))))
  }

  // MARK: Lists of the past

  @Test func aListOfAClosureThatChangedSinceIsRefusedAsAWhole() throws {
    // Somebody moved fibre 3 to a slot of its own meanwhile.
    let code = try #require(network.joints.index(of: Code("K1/3")))
    var moved = network.record(of: code)
    (moved.holder, moved.number) = (.cassette(Code("K3")), 1)
    let changed = try network.applying([.replaceJoint(network.record(of: code), with: moved)])
    let old = AsDoneSheets.lines(of: plan.nights[0], revision: -1)
    let found = AsDone.reconcile(old, of: plan, on: changed)
    #expect(
      found.verdicts == old.map { _ in .refused(.outdated(revision: -1, cassette: "K1", slot: 3)) })
    #expect(found.nights.flatMap(\.changes) == [])
  }

  @Test func anOldListOfAClosureThatIsTheSameIsTaken() {
    let old = AsDoneSheets.lines(of: plan.nights[0], revision: -1)
    #expect(AsDone.reconcile(old, of: plan, on: network).verdicts.allSatisfy { $0 == .applied })
  }

  @Test func aLineToLeaveThatShowsAnotherJointMakesAnOldListOutdated() {
    var leave = first[0]
    (leave.action, leave.cassette, leave.slot, leave.outcome, leave.revision) = (.leave, "K1", 7, .unstated, -1)
    (leave.a, leave.b) = (AsDoneEnd("R/1:1"), AsDoneEnd("R/2:1"))
    #expect(reconcile(first + [leave]).verdicts[6] == .untouched)
    leave.b = AsDoneEnd("R/2:2")
    #expect(reconcile([leave]).verdicts == [.refused(.outdated(revision: -1, cassette: "K1", slot: 7))])
  }
}
