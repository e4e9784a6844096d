import FibreModel
import FibrePlanning
import Testing

@testable import FibreDeliverables

/// A plan with every kind of step, reason and optional value; it needs no network to be written and read.
enum SamplePlan {
  static func plan() throws -> MigrationPlan {
    let date = try #require(CalendarDate(year: 2027, month: 1, day: 12))
    var plan = MigrationPlan(
      revision: 3, from: Code("POP-\"OLD\""), to: Code("POP-NEW é"),
      nights: [PlanNight(night: 1, date: date, visits: [closureVisit(), roomVisit()])],
      services: [move("S-1", peer: Code("S-2"), .ok), move("S-2", peer: Code("S-1"), .fails)],
      notMoved: reasons.map { NotMoved(service: "S-\($0.keyword)", reason: $0) },
      objectives: PlanObjectives(
        nights: 22, crewNights: 43, weightedOutageMinutes: 16626, splices: 1152, tiePeakFibres: 48,
        newFibre: Length(millimetres: 3_456_789_001)),
      bounds: PlanObjectives(nights: 21))
    plan.digest = "00c0ffee00c0ffee"
    return plan
  }

  static let reasons: [StayReason] = [
    .noLanding, .noFreeTube, .noFreeTray, .routeUnclear, .endsInTheRooms, .otherFibreStays,
    .outageTooLong(minutes: 94, limit: 60), .noWindow,
  ]

  private static func closureVisit() -> PlanVisit {
    let (old, new, kept) = (end("CAB-SF/1", 1), end("CAB-IT", 13), end("CAB-SF/2", 1))
    return PlanVisit(
      closure: "BPE-1", crew: 2, minutes: 81,
      steps: [
        PlanStep(step: 1, action: .open, a: old, b: kept, minutes: 10),
        PlanStep(step: 2, action: .cut, a: old, b: kept, cassette: Code("T1"), slot: 4, service: Code("S-1")),
        PlanStep(step: 3, action: .park, a: old, b: nil, cassette: Code("T0"), slot: 40),
        PlanStep(
          step: 4, action: .splice, a: new, b: kept, cassette: Code("T1"), slot: 4, service: Code("S-1"), minutes: 7,
          expectedLoss: Loss(microdecibels: 100_000)),
      ])
  }

  private static func roomVisit() -> PlanVisit {
    PlanVisit(
      closure: "POP-NEW", crew: 0, minutes: 0,
      steps: [
        PlanStep(step: 5, action: .unpatch, a: end("TI-SF-01", 1), b: end("TI-SF-02", 7)),
        PlanStep(step: 6, action: .patch, a: end("TI-IT-01", 13), b: end("TI-IT-16", 1)),
      ])
  }

  private static func move(_ service: String, peer: Code<Service>?, _ verdict: OpticalVerdict) -> ServiceMove {
    ServiceMove(
      service: Code(service), night: 1, outageMinutes: 14,
      before: RouteFigures(length: Length(millimetres: 10_432_100), loss: Loss(microdecibels: 6_410_000)),
      after: RouteFigures(length: Length(millimetres: 812_000), loss: Loss(microdecibels: 1)), verdict: verdict,
      newPorts: [end("TI-IT-01", 13), end("TI-IT-01", 14)], peer: peer)
  }

  static func end(_ owner: String, _ number: Int) -> StepEnd { StepEnd(owner: owner, number: number) }
}
