import FibreModel
import FibrePlanning
import Testing

@testable import FibreDeliverables

@Suite struct ViolationWordingTests {
  /// Each fault with the facts that its sentence must give, whatever the language.
  static let faults: [(fault: PlanFault, facts: [String])] = completeness + places + crews + routes + states + ends

  @Test(arguments: faults.indices)
  func everyFaultNamesItsFactsInBothLanguages(index: Int) {
    let (fault, facts) = Self.faults[index]
    #expect(fault.phrase.french != fault.phrase.english)
    for text in [fault.phrase.french, fault.phrase.english] {
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(text)")
      #expect(!text.contains("Code") && !text.contains("rawValue"), "\(text)")
      for fact in facts { #expect(text.contains(fact), "\(fact) is not in “\(text)”") }
    }
  }

  @Test func noTwoFaultsHaveTheSameSentence() {
    #expect(Set(Self.faults.map(\.fault.phrase.french)).count == Self.faults.count)
    #expect(Set(Self.faults.map(\.fault.phrase.english)).count == Self.faults.count)
  }

  @Test func everyRuleIsBroken() {
    #expect(Set(Self.faults.map(\.fault.rule)) == Set(PlanRule.allCases))
  }

  @Test func aViolationGivesRulePlaceAndFacts() {
    let violation = PlanViolation(place: PlanPlace(night: 2, visit: 1, step: 14), fault: .trayNotFree(Code("K-7")))
    #expect(
      violation.label(.french)
        == "C3 (\(PlanRule.trays.phrase.french)) ; nuit 2, visite 1, étape 14 : la cassette K-7 n'est pas libre")
    #expect(
      violation.label(.english)
        == "C3 (\(PlanRule.trays.phrase.english)); night 2, visit 1, step 14: tray K-7 is not free")
    #expect(PlanPlace().label(.english) == "whole plan")
  }

  @Test func figuresHaveUnitsAndTheSeparatorOfTheLanguage() {
    let figures = RouteFigures(length: Length(millimetres: 10_432_100), loss: Loss(microdecibels: 6_410_000))
    let other = RouteFigures(length: Length(millimetres: 1), loss: Loss(microdecibels: -1))
    let phrase = PlanFault.wrongFigures(Code("S-1"), .after, announced: other, actual: figures).phrase
    #expect(phrase.french == "après le plan, le service S-1 a 10432,100 m, 6,410000 dB, non 0,001 m, -0,000001 dB")
    #expect(phrase.english == "after the plan, service S-1 has 10432.100 m, 6.410000 dB, not 0.001 m, -0.000001 dB")
  }

  private static let a = StepEnd(owner: "CAB-1", number: 13)
  private static let b = StepEnd(owner: "CAB-2", number: 25)

  private static func january(_ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: 2027, month: 1, day: day) else { fatalError("January has no day \(day)") }
    return date
  }

  private static let completeness: [(fault: PlanFault, facts: [String])] = [
    (.unknownSite(Code("POP-9")), ["POP-9"]), (.wrongRevision(planned: 31, network: 47), ["31", "47"]),
    (.linkForgotten("S-1"), ["S-1"]), (.linkInvented("S-2"), ["S-2"]), (.linkMovedTwice("S-3"), ["S-3"]),
    (.linkMovedAndKept("S-4"), ["S-4"]), (.linkNeverCut("S-5"), ["S-5"]),
    (.linkCutInAnotherNight("S-6", announced: 8), ["S-6", "8"]),
    (.stepNamesAnotherService(announced: Code("S-7"), actual: Code("S-8")), ["S-7", "S-8"]),
    (.stepNamesAnotherService(announced: nil, actual: Code("S-9")), ["S-9"]),
    (.notJoinedThere(a: a, b: b, closure: "BPE-3"), ["CAB-1:13", "CAB-2:25", "BPE-3"]),
    (.cutOffRoute("S-1", a: a, b: b), ["S-1", "CAB-1:13", "CAB-2:25"]),
  ]

  private static let places: [(fault: PlanFault, facts: [String])] = [
    (.tubeSplit(section: Code("CAB-1"), tube: 6), ["CAB-1", "6"]),
    (.tubesMixed(section: Code("CAB-1"), tube: 7), ["CAB-1", "7"]),
    (.unknownTray("K-1", closure: "BPE-3"), ["K-1", "BPE-3"]), (.slotBeyondTray(Code("K-2"), slot: 13), ["K-2", "13"]),
    (.slotBeyondTray(Code("K-2"), slot: nil), ["K-2"]), (.trayNotFree(Code("K-3")), ["K-3"]),
    (.otherSlot(Code("K-4"), slot: 5, of: Code("J-9")), ["K-4", "5", "J-9"]),
    (.tooFewTrays(closure: Code("BPE-3"), used: 14, free: 12), ["BPE-3", "14", "12"]),
    (.slotTaken(Code("K-5"), slot: 4, by: Code("J-8")), ["K-5", "4", "J-8"]),
    (.endTaken(a, by: Code("J-7")), ["CAB-1:13", "J-7"]), (.portTaken(a), ["CAB-1:13"]),
    (.portPromisedTwice(a), ["CAB-1:13"]),
  ]

  private static let crews: [(fault: PlanFault, facts: [String])] = [
    (.crewInTooManyClosures(crew: 2, closures: 3), ["2", "3"]), (.unknownCrew(crew: 5, crews: 4), ["5", "4"]),
    (.tooManyCrews(closure: Code("BPE-3"), crews: 7, limit: 2), ["BPE-3", "7", "2"]),
    (.wrongMinutes(announced: 81, actual: 94), ["81 min", "94"]),
    (.wrongStepMinutes(announced: 80, actual: 93), ["80 min", "93"]),
    (.boundBeaten(.nights, bound: 25, actual: 24), ["25", "24"]),
    (.wrongStepLoss(announced: Loss(decibels: 9), actual: nil), ["9"]),
    (.overTime(crew: 2, minutes: 481, limit: 360), ["2", "481 min", "360 min"]), (.negativeMinutes(-4), ["-4 min"]),
    (.bothLegsTogether(Code("S-1"), Code("S-2"), soak: 3), ["S-1", "S-2", "3"]),
    (.wrongPeer(Code("S-1"), announced: Code("S-3")), ["S-1", "S-3"]),
    (.wrongPeer(Code("S-1"), announced: nil), ["S-1"]),
    (.outageTooLong(Code("S-1"), minutes: 94, limit: 60), ["S-1", "94 min", "60 min"]),
    (.forbiddenDate(Code("S-1"), january(12)), ["S-1", "2027-01-12"]),
    (.overQuota(operatorName: "Opale", services: 41, limit: 40), ["Opale", "41", "40"]),
    (.tieFull(used: 49, limit: 48), ["49", "48"]),
  ]

  private static let routes: [(fault: PlanFault, facts: [String])] = [
    (.wrongObjective(.nights, announced: 21, actual: 22), ["21", "22"]),
    (.wrongObjective(.splices, announced: nil, actual: 1152), ["1152"]),
    (.wrongOutage(Code("S-1"), announced: 14, actual: 15), ["S-1", "14 min", "15 min"]),
    (.routeUnclear("S-1"), ["S-1"]), (.routeBroken("S-1"), ["S-1"]), (.wrongFarEnd("S-1"), ["S-1"]),
    (.wrongNewPorts(Code("S-1")), ["S-1"]), (.patchLost("S-1"), ["S-1"]),
    (.earlierNightNotApplied(Code("S-1")), ["S-1"]), (.touches("S-1"), ["S-1"]), (.routeChanged(Code("S-1")), ["S-1"]),
    (
      .wrongFigures(
        Code("S-1"), .before, announced: RouteFigures(length: Length(millimetres: 812_000), loss: .zero),
        actual: RouteFigures(length: Length(millimetres: 7_000), loss: .zero)), ["S-1", "812", "7", " m", " dB"]
    ), (.wrongVerdict(Code("S-1"), announced: .ok, actual: .fails), ["S-1"]),
  ]

  private static let states: [(fault: PlanFault, facts: [String])] =
    [
      (.unknownClosure("BPE-3"), ["BPE-3"]), (.unknownFibre(a), ["CAB-1:13"]), (.endMissing(.cut), []),
      (.fibreNotInClosure(a, closure: "BPE-3"), ["CAB-1:13", "BPE-3"]),
      (.actionOutOfPlace(.patch, closure: "BPE-3"), ["BPE-3"]), (.emptyPort(a), ["CAB-1:13"]),
      (.noCord(a, b), ["CAB-1:13", "CAB-2:25"]), (.tubeNotOpened(section: Code("CAB-1"), tube: 6), ["CAB-1", "6"]),
      (.nothingToOpen(section: Code("CAB-1"), tube: 6), ["CAB-1", "6"]),
      (.tubeCutInPart(section: Code("CAB-1"), tube: 6), ["CAB-1", "6"]),
      (.tubeJoinedInPart(section: Code("CAB-1"), tube: 6), ["CAB-1", "6"]), (.cutNotJoined("S-1"), ["S-1"]),
      (.spliceWithoutCut(a), ["CAB-1:13"]),
    ] + refusals.map { (.changeRefused($0.refusal), $0.facts) }

  private static let refusals: [(refusal: ChangeRefusal, facts: [String])] = [
    (.unknownJoint(Code("J-1")), ["J-1"]), (.jointDiffers(Code("J-1")), ["J-1"]), (.jointExists(Code("J-1")), ["J-1"]),
    (.unknownFibre(FibreEndName(section: Code("CAB-1"), number: 9, side: .a)), ["CAB-1:9"]),
    (.unknownHolder(.cassette(Code("K-1"))), ["K-1"]), (.unknownHolder(.unknown), []),
    (.endTaken(FibreEndName(section: Code("CAB-1"), number: 9, side: .b)), ["CAB-1:9"]),
    (.slotTaken(.panel(Code("TI-1")), number: 33), ["TI-1", "33"]), (.cordExists(Code("JAR-1")), ["JAR-1"]),
    (.unknownCord(Code("JAR-1")), ["JAR-1"]), (.cordInUse(Code("JAR-1")), ["JAR-1"]),
    (.unknownService(Code("S-1")), ["S-1"]), (.serviceDiffers(Code("S-1")), ["S-1"]),
    (.unknownPort(PortName(panel: Code("TI-1"), number: 33)), ["TI-1:33"]),
    (.unknownDeclaredRoute(Code("R-1")), ["R-1"]), (.declaredRouteDiffers(Code("R-1")), ["R-1"]),
    (.unknownDeclaredFibre(FibreName(section: Code("CAB-1"), number: 9)), ["CAB-1:9"]),
    (.unknownClosureWork(Code("BPE-3")), ["BPE-3"]), (.freeTraysDiffer(Code("BPE-3")), ["BPE-3"]),
  ]

  private static let ends: [(fault: PlanFault, facts: [String])] = [
    (.unknownWindow(12), ["12"]),
    (.wrongDate(announced: january(12), window: january(13)), ["2027-01-12", "2027-01-13"]),
    (.nightsOutOfOrder(5), ["5"]), (.stepsOutOfOrder(14), ["14"]),
    (.notYetAccepted(Code("CAB-1"), acceptedOn: january(12)), ["CAB-1", "2027-01-12"]), (.notRestored, []),
    (.rollBackTooLong(minutes: 72, reserve: 60), ["72 min", "60 min"]), (.throughOldRoom("S-1"), ["S-1"]),
    (.deadFibresDiffer(fibre: "CAB-1:13"), ["CAB-1:13"]),
  ]
}
