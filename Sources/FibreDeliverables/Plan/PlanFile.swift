import FibreModel
public import FibrePlanning

/// The file format `epissure-plan-1`: a migration plan as JSON, from which another program can confirm every service.
public enum PlanFile {
  /// The name by which the file tells its format.
  public static let format = "epissure-plan-1"

  /// A proved plan, with what its proof counted; the same plan gives the same bytes.
  public static func text(of checked: CheckedPlan) -> String {
    document(of: checked.plan, certificate: checked.certificate).text
  }

  /// The document of a plan; the certificate is there only where a check has made one.
  static func document(of plan: MigrationPlan, certificate: Certificate?) -> JSONValue {
    .members([
      ("format", .string(format)),
      (
        "network",
        .members([("revision", .integer(plan.revision)), ("digest", plan.digest.map { .string($0) })])
      ),
      ("from", .string(plan.from.rawValue)),
      ("to", .string(plan.to.rawValue)),
      ("nights", .array(plan.nights.map(night))),
      ("services", .array(plan.services.map(move))),
      ("notMoved", .array(plan.notMoved.map(stay))),
      ("objectives", objectives(plan.objectives)),
      ("bounds", objectives(plan.bounds)),
      ("certificate", certificate.map(counts)),
    ])
  }

  private static func night(_ night: PlanNight) -> JSONValue {
    .object([
      "night": .integer(night.night), "date": .string(night.date.description),
      "visits": .array(night.visits.map(visit)),
    ])
  }

  private static func visit(_ visit: PlanVisit) -> JSONValue {
    .object([
      "closure": .string(visit.closure), "crew": .integer(visit.crew), "minutes": .integer(visit.minutes),
      "steps": .array(visit.steps.map(step)),
    ])
  }

  private static func step(_ step: PlanStep) -> JSONValue {
    .members([
      ("step", .integer(step.step)),
      ("action", .string(step.action.rawValue)),
      ("a", .string(step.a.description)),
      ("b", step.b.map { .string($0.description) }),
      ("cassette", step.cassette.map { .string($0.rawValue) }),
      ("slot", step.slot.map { .integer($0) }),
      ("service", step.service.map { .string($0.rawValue) }),
      ("minutes", .integer(step.minutes)),
      ("expectedLossDecibels", step.expectedLoss.map { .decibels($0) }),
    ])
  }

  private static func move(_ move: ServiceMove) -> JSONValue {
    .members([
      ("service", .string(move.service.rawValue)),
      ("night", .integer(move.night)),
      ("outageMinutes", .integer(move.outageMinutes)),
      ("before", figures(move.before)),
      ("after", figures(move.after)),
      ("verdict", .string(move.verdict.rawValue)),
      ("newPorts", .array(move.newPorts.map { .string($0.description) })),
      ("peer", move.peer.map { .string($0.rawValue) }),
    ])
  }

  private static func figures(_ figures: RouteFigures) -> JSONValue {
    .object(["lengthMetres": .metres(figures.length), "lossDecibels": .decibels(figures.loss)])
  }

  private static func stay(_ entry: NotMoved) -> JSONValue {
    var members: [String: JSONValue] = [
      "service": .string(entry.service), "reason": .string(entry.reason.keyword),
    ]
    if case .outageTooLong(let minutes, let limit) = entry.reason {
      members["minutes"] = .integer(minutes)
      members["limitMinutes"] = .integer(limit)
    }
    return .object(members)
  }

  /// What has no value is left out.
  static func objectives(_ objectives: PlanObjectives) -> JSONValue {
    .members([
      ("nights", objectives.nights.map { .integer($0) }),
      ("crewNights", objectives.crewNights.map { .integer($0) }),
      ("weightedOutageMinutes", objectives.weightedOutageMinutes.map { .integer($0) }),
      ("splices", objectives.splices.map { .integer($0) }),
      ("tiePeakFibres", objectives.tiePeakFibres.map { .integer($0) }),
      ("newFibreMetres", objectives.newFibre.map { .metres($0) }),
    ])
  }

  /// The counts of a check.
  static func counts(_ certificate: Certificate) -> JSONValue {
    .object([
      "servicesBefore": .integer(certificate.servicesBefore), "servicesMoved": .integer(certificate.servicesMoved),
      "unchanged": .integer(certificate.unchanged), "sameFarEnd": .bool(certificate.sameFarEnd),
      "statesReplayed": .integer(certificate.statesReplayed), "deadFibres": .integer(certificate.deadFibres),
    ])
  }
}
