import FibrePlanning
import Testing

@Suite struct CutoverCheckTests {
  private func violations(
    _ change: (inout CutoverPlan, inout CutoverInstance) -> Void = { _, _ in }
  ) -> [CutoverViolation] {
    var plan = SmallCutover.plan
    var instance = SmallCutover.instance()
    change(&plan, &instance)
    return CutoverCheck(plan, of: instance).violations
  }

  @Test func aValidPlanBreaksNothing() {
    #expect(violations().isEmpty)
  }

  @Test func aDroppedMoveIsMissed() {
    #expect(violations { plan, _ in plan.moves.remove(at: 1) }.contains(.notMoved(tube: "T3")))
  }

  @Test func aRepeatedMoveIsSeen() {
    #expect(violations { plan, _ in plan.moves.append(plan.moves[0]) }.contains(.movedTwice(tube: "T1")))
  }

  @Test func tubesThatAreInventedOrSpareAreSeen() {
    let found = violations { plan, _ in
      plan.moves.append(.init(tube: "T9", closure: "B1", window: 3, crew: 1))
      plan.moves.append(.init(tube: "T5", closure: "B2", window: 3, crew: 1))
    }
    #expect(found == [.unknownTube("T9"), .spareTube("T5")])
  }

  @Test func aClosureOffTheRouteIsSeen() {
    #expect(violations { plan, _ in plan.moves[1].closure = "B2" } == [.notCandidate(tube: "T3", closure: "B2")])
  }

  @Test func cablesAndTraysHaveAnEnd() {
    let found = violations { _, instance in
      instance.cables[0].fibres = 24
      instance.closures[0].freeTrays = 2
    }
    #expect(found == [.cableFull("N1", used: 3, tubes: 2), .traysFull(closure: "B1", used: 3, free: 2)])
  }

  @Test func windowsAndCrewsThatDoNotExistAreSeen() {
    let found = violations { plan, _ in
      plan.moves[2].window = 5
      plan.moves[3].crew = 3
    }
    #expect(found.contains(.noSuchWindow(tube: "T2", window: 5)))
    #expect(found.contains(.noSuchCrew(tube: "T4", crew: 3)))
  }

  @Test func aCrewIsInOneClosureANight() {
    #expect(
      violations { plan, _ in plan.moves[3].crew = 1 }
        == [.crewDivided(window: 2, crew: 1, closures: ["B1", "B2"])])
  }

  @Test func aNightIsNoLongerThanItsMinutes() {
    let found = violations { plan, instance in
      instance.parameters.windowMinutes = 293
    }
    #expect(found == [.crewOvertime(window: 1, crew: 1, closure: "B1", minutes: 174, usable: 173)])
  }

  @Test func aClosureTakesOnlySoManyCrews() {
    #expect(
      violations { plan, _ in plan.moves[1].crew = 2 }
        == [.closureCrowded(window: 1, closure: "B1", crews: 2, most: 1)])
  }

  @Test func twoLegsInOneNightAreSeen() {
    let found = violations { plan, instance in
      plan.moves[2].window = 1
      instance.parameters.tieFibres = 9
      instance.parameters.windowMinutes = 400
    }
    #expect(found == [.legsTogether(service: "S2", peer: "S1", windows: [1, 1])])
  }

  @Test func aLongerSoakAsksForMoreWindows() {
    let found = violations { _, instance in instance.parameters.soakWindows = 2 }
    #expect(found == [.legsTogether(service: "S2", peer: "S1", windows: [2, 1])])
  }

  @Test func aPassageIsTooLongForAVitalService() {
    let found = violations { plan, _ in
      plan.moves[0].closure = "B2"
      plan.moves[0].crew = 2
    }
    #expect(found == [.outageTooLong(service: "S1", minutes: 94, most: 60)])
  }

  @Test func aForbiddenWindowIsSeen() {
    let found = violations { plan, instance in
      plan.moves[3].window = 1
      plan.moves[3].crew = 2
      instance.parameters.tieFibres = 9
    }
    #expect(found == [.forbiddenWindow(service: "S4", window: 1)])
  }

  @Test func anOperatorHasItsQuotaOfCircuits() {
    let found = violations { _, instance in instance.parameters.operatorQuota = 1 }
    #expect(found == [.operatorQuota(window: 1, operatorName: "OP1", circuits: 2, most: 1)])
  }

  @Test func theTieIsCountedAfterEachWindow() {
    let found = violations { plan, _ in
      plan.moves[1].window = 3
      plan.moves[3].window = 4
    }
    #expect(found == [.tieFull(window: 2, fibres: 4, most: 2)])
  }

  @Test func anAnnouncedFigureIsComparedWithItsCount() {
    var announced = CutoverCheck(SmallCutover.plan, of: SmallCutover.instance()).objectives
    announced.crewNights = 2
    let check = CutoverCheck(SmallCutover.plan, of: SmallCutover.instance(), announced: announced)
    #expect(check.violations == [.announced("crewNights", announced: 2, counted: 3)])
  }

  @Test func theFiguresAreThoseOfTheStatement() {
    let figures = CutoverCheck(SmallCutover.plan, of: SmallCutover.instance()).objectives
    #expect(figures.windows == 2)
    // S1 2 × 7 × 3, S2 2 × 7, S3 4 × 7, S4 a whole passage of 94.
    #expect(figures.weightedOutage == 42 + 14 + 28 + 94)
    #expect(figures.splices == 10 + 12 + 6 + 12)
    #expect(figures.newFibreMetres == 28 * 2_000 + 12 * 3_000)
    #expect(figures.passages == 1)
    #expect(figures.peakTie == 0)
  }
}
