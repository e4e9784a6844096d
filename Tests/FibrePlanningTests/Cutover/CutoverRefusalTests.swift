import FibrePlanning
import Testing

@Suite struct CutoverRefusalTests {
  private func refusal(_ change: (inout CutoverInstance) -> Void) -> CutoverRefusal? {
    var instance = SmallCutover.instance()
    change(&instance)
    do {
      _ = try CutoverReduction(instance)
      return nil
    } catch {
      return error
    }
  }

  @Test func aGoodInstanceIsTaken() { #expect(refusal { _ in } == nil) }

  @Test func nothingIsPlannedWithoutWindowsCrewsOrWork() {
    #expect(refusal { $0.windowCount = 0 } == .noWindows)
    #expect(refusal { $0.crewCount = 0 } == .noCrews)
    #expect(
      refusal { instance in
        for tube in instance.tubes.indices { instance.tubes[tube].liveFibres = 0 }
        instance.services = []
      } == .noLiveTube)
  }

  @Test func namesAreThereOnceAndKnown() {
    #expect(refusal { $0.tubes[1].id = "T1" } == .duplicate(.tube, id: "T1"))
    #expect(refusal { $0.services[3].id = "S1" } == .duplicate(.service, id: "S1"))
    #expect(refusal { $0.services[1].protects = "S9" } == .unknown(.service, id: "S9", by: "S2"))
    #expect(refusal { $0.services[1].tube = "T9" } == .unknown(.tube, id: "T9", by: "S2"))
    #expect(refusal { $0.cables[0].closure = "B9" } == .unknown(.closure, id: "B9", by: "N1"))
    #expect(refusal { $0.tubes[0].candidates[0].cable = "N9" } == .unknown(.cable, id: "N9", by: "T1"))
    #expect(refusal { $0.cords[0].a = "T9" } == .unknown(.tube, id: "T9", by: "T9-T4"))
  }

  @Test func tubesHaveFibres() {
    #expect(refusal { $0.parameters.modulo = 0 } == .notPositive("modulo", owner: "params", value: 0))
    #expect(refusal { $0.cables[0].modulo = 0 } == .notPositive("modulo", owner: "N1", value: 0))
  }

  @Test func figuresAreNotBelowZero() {
    #expect(refusal { $0.tubes[0].liveFibres = -1 } == .negative("live", owner: "T1", value: -1))
    #expect(refusal { $0.parameters.tieFibres = -1 } == .negative("tie_fibres", owner: "params", value: -1))
    #expect(refusal { $0.cables[0].modulo = 0 } == .notPositive("modulo", owner: "N1", value: 0))
    #expect(refusal { $0.refusals[0].windows = [0] } == .notPositive("windows", owner: "C3", value: 0))
  }

  @Test func figuresBeyondAnyNetworkAreRefused() {
    #expect(refusal { $0.windowCount = 5_000 } == .tooLarge("windows", owner: "params", value: 5_000, limit: 2_000))
    #expect(
      refusal { $0.tubes[0].liveFibres = .max } == .tooLarge("live", owner: "T1", value: .max, limit: 10_000))
  }

  @Test func everyLiveTubeHasCandidatesInDifferentClosures() {
    #expect(refusal { $0.tubes[3].candidates = [] } == .noCandidate(tube: "T4"))
    #expect(
      refusal { $0.tubes[0].candidates[1].closure = "B1" } == .repeatedCandidate(tube: "T1", closure: "B1"))
  }

  @Test func protectionDoesNotGoRound() {
    #expect(refusal { $0.services[0].protects = "S2" } == .protectionCycle(["S1", "S2"]))
    #expect(refusal { $0.services[2].protects = "S3" } == .protectionCycle(["S3"]))
  }

  @Test func oneClosureACrewIsWhatIsSolved() {
    #expect(refusal { $0.parameters.closuresPerCrew = 2 } == .closuresPerCrew(2))
  }

  @Test func cordsAndServicesAreOnTubesThatCanHaveThem() {
    #expect(refusal { $0.cords[0].b = "T2" } == .cordOnOneTube("T2"))
    #expect(refusal { $0.services[3].tube = "T5" } == .serviceInSpareTube(service: "S4", tube: "T5"))
  }
}
