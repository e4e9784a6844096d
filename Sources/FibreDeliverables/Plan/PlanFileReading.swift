import FibreModel
public import FibrePlanning
import Foundation

extension PlanFile {
  /// Reads a plan from the bytes of a file. Unknown members are passed over, since the format may grow; nothing is proved.
  ///
  /// Of a member given twice, the first counts.
  public static func read(_ bytes: [UInt8]) throws(PlanFileError) -> MigrationPlan {
    let data = Data(bytes)
    try checkFormat(data)
    return try plan(JSONReading.decode(PlanDocument.self, data))
  }

  private static func checkFormat(_ data: Data) throws(PlanFileError) {
    let name: String?
    do throws(PlanFileError) {
      name = try JSONReading.decode(FormatMember.self, data).format
    } catch .wrongType {
      throw .otherFormat(nil)
    }
    guard name == format else { throw .otherFormat(name) }
  }

  // MARK: From the document to the plan

  private static func plan(_ document: PlanDocument) throws(PlanFileError) -> MigrationPlan {
    var plan = MigrationPlan(
      revision: document.network.revision.value, from: Code(document.from), to: Code(document.to),
      nights: document.nights.map(night), services: document.services.map(move),
      notMoved: try stays(document.notMoved), objectives: objectives(document.objectives),
      bounds: objectives(document.bounds))
    plan.digest = document.network.digest
    return plan
  }

  private static func night(_ night: PlanDocument.Night) -> PlanNight {
    PlanNight(
      night: night.night.value, date: night.date.date,
      visits: night.visits.map { visit in
        PlanVisit(
          closure: visit.closure, crew: visit.crew.value, minutes: visit.minutes.value, steps: visit.steps.map(step))
      })
  }

  private static func step(_ step: PlanDocument.Step) -> PlanStep {
    PlanStep(
      step: step.step.value, action: step.action.word, a: step.a.end, b: step.b?.end,
      cassette: step.cassette.map { Code($0) }, slot: step.slot?.value, service: step.service.map { Code($0) },
      minutes: step.minutes.value, expectedLoss: step.expectedLossDecibels?.loss)
  }

  private static func move(_ move: PlanDocument.Move) -> ServiceMove {
    ServiceMove(
      service: Code(move.service), night: move.night.value, outageMinutes: move.outageMinutes.value,
      before: figures(move.before), after: figures(move.after), verdict: move.verdict.word,
      newPorts: (move.newPorts ?? []).map(\.end), peer: move.peer.map { Code($0) })
  }

  private static func figures(_ figures: PlanDocument.Figures) -> RouteFigures {
    RouteFigures(length: figures.lengthMetres.length, loss: figures.lossDecibels.loss)
  }

  private static func stays(_ stays: [PlanDocument.Stay]) throws(PlanFileError) -> [NotMoved] {
    var all: [NotMoved] = []
    for (position, stay) in stays.enumerated() {
      all.append(NotMoved(service: stay.service, reason: try reason(stay, "$.notMoved[\(position)]")))
    }
    return all
  }

  private static func reason(_ stay: PlanDocument.Stay, _ path: String) throws(PlanFileError) -> StayReason {
    switch stay.reason {
    case "noLanding": return .noLanding
    case "noFreeTube": return .noFreeTube
    case "noFreeTray": return .noFreeTray
    case "routeUnclear": return .routeUnclear
    case "endsInTheRooms": return .endsInTheRooms
    case "otherFibreStays": return .otherFibreStays
    case "noWindow": return .noWindow
    case "outageTooLong":
      guard let minutes = stay.minutes?.value else { throw .missing(path: "\(path).minutes") }
      guard let limit = stay.limitMinutes?.value else { throw .missing(path: "\(path).limitMinutes") }
      return .outageTooLong(minutes: minutes, limit: limit)
    default: throw .badValue(path: "\(path).reason", text: stay.reason, expected: .reasonToStay)
    }
  }

  private static func objectives(_ figures: PlanDocument.Objectives) -> PlanObjectives {
    PlanObjectives(
      nights: figures.nights?.value, crewNights: figures.crewNights?.value,
      weightedOutageMinutes: figures.weightedOutageMinutes?.value, splices: figures.splices?.value,
      tiePeakFibres: figures.tiePeakFibres?.value, newFibre: figures.newFibreMetres?.length)
  }
}
