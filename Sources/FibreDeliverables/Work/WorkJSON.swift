import FibreModel
import FibreProgramme

extension WorkReview {
  /// Studies, their control, handovers, failures and freezes, by the names of their members.
  var members: [(key: String, value: JSONValue?)] {
    [
      ("studies", studiesJSON), ("control", controlJSON), ("handovers", handovers), ("failures", failuresJSON),
      ("freezes", freezesJSON),
    ]
  }

  private var studiesJSON: JSONValue {
    .members([
      ("all", Self.json(studies)),
      (
        "byContractor",
        .array(
          contractors.map {
            .members([("contractor", .string($0.contractor)), ("figures", Self.json($0.studies))])
          })
      ),
      (
        "byKind",
        .array(kinds.map { .members([("kind", .string($0.kind.rawValue)), ("figures", Self.json($0.studies))]) })
      ),
    ])
  }

  private static func json(_ figures: StudyFigures) -> JSONValue {
    .object([
      "firstPass": json(figures.firstPass), "refusedVersions": json(figures.refusedVersions),
      "acceptedAtVersion": .array(figures.acceptedAtVersion.map { .integer($0) }),
      "meanVersions": figures.meanVersions.map { .number($0.text(decimals: 2)) } ?? .null,
      "contractorDaysP50": days(figures.contractorDays, 50), "contractorDaysP85": days(figures.contractorDays, 85),
      "ownerDaysP50": days(figures.ownerDays, 50), "ownerDaysP85": days(figures.ownerDays, 85),
      "ownerWaiting": waiting(figures.ownerWaiting), "contractorWaiting": waiting(figures.contractorWaiting),
      "findingsPerThousandPlugs": figures.findingsPerThousandPlugs.map { .number($0.text(decimals: 2)) } ?? .null,
    ])
  }

  private static func days(_ days: [Int], _ hundredths: Int) -> JSONValue {
    days.percentile(hundredths).map { .integer($0) } ?? .null
  }

  /// Studies that wait for more than so many working days.
  private static func waiting(_ counts: [Int]) -> JSONValue {
    .array(
      zip(StudyFigures.ages, counts).map { .object(["moreThanDays": .integer($0), "studies": .integer($1)]) })
  }

  /// Count and total, the share and its Wilson interval.
  private static func json(_ proportion: Proportion) -> JSONValue {
    func percent(_ share: Double) -> JSONValue {
      .number(Decimals.rounded(Int64((share * 10_000).rounded()), scale: 2, decimals: 2, separator: "."))
    }
    return .object([
      "count": .integer(proportion.count), "of": .integer(proportion.total), "percent": .percent(proportion.share, 2),
      "lowPercent": proportion.interval.map { percent($0.low) } ?? .null,
      "highPercent": proportion.interval.map { percent($0.high) } ?? .null,
    ])
  }

  // MARK: Control

  private var controlJSON: JSONValue {
    .members([
      ("waiting", .integer(control.waiting)), ("openStudies", .integer(control.openStudies)),
      ("versionsExpected", .integer(control.expected)), ("load", control.load.map(Self.json)),
      (
        "controllers",
        .array(
          control.controllers.map { line in
            .members([
              ("controller", .string(line.controller)), ("decided", .integer(line.decided)),
              ("daysP50", line.days.percentile(50).map { .integer($0) }),
              ("daysP85", line.days.percentile(85).map { .integer($0) }), ("load", line.load.map(Self.json)),
            ])
          })
      ),
    ])
  }

  private static func json(_ load: ControllerLoad) -> JSONValue {
    .object([
      "versions": .integer(load.versionsExpected), "minutesPerVersion": .integer(load.minutesPerVersion),
      "minutesPerDay": .integer(load.minutesPerDay), "controllers": .integer(load.controllers),
      "daysNeeded": load.daysNeeded.map { .number($0.text(decimals: 2)) } ?? .null,
      "capacityDays": .integer(load.controllers * ControllerLoad.daysPerYear), "loadPercent": .percent(load.load, 2),
      "isOverloaded": .bool(load.isOverloaded),
    ])
  }

  // MARK: Handovers

  private var handovers: JSONValue {
    .object([
      "presented": .integer(handover.presented), "accepted": .integer(handover.accepted),
      "refused": .integer(handover.refused), "waiting": .integer(handover.waiting),
      "secondPresentations": .integer(handover.secondPresentations),
      "waitingDays": .array(handover.waitingDays.map { .integer($0) }),
      "takenBack": .array(handover.takenBack.map { .string($0) }),
      "presentations": .array(
        presentations.map { shown in
          .members([
            ("lot", .string(shown.lot)), ("zone", .string(shown.zone.zone)),
            ("contractor", .string(shown.zone.contractor)), ("presentedOn", .string("\(shown.presentedOn)")),
            ("plugs", .integer(shown.zone.plugs)), ("second", .bool(shown.zone.isSecondPresentation)),
            ("answer", .string(shown.keyword)), ("answeredOn", shown.answer.map { .string("\($0.date)") }),
            ("days", .integer(shown.days)), ("reason", shown.answer.map { .string($0.reason) }),
          ])
        }),
    ])
  }

  // MARK: Failures

  var failuresJSON: JSONValue {
    .members([
      ("failed", Self.json(failures.failures)), ("imputable", Self.json(failures.imputable)),
      ("repeated", Self.json(failures.repeated)), ("served", Self.json(failures.served)),
      (
        "byContractor",
        .array(
          contractors.map { line in
            .members([
              ("contractor", .string(line.contractor)), ("failed", Self.json(line.failures.failures)),
              ("imputable", Self.json(line.failures.imputable)), ("served", Self.json(line.failures.served)),
            ])
          })
      ),
      (
        "pareto",
        .array(failures.pareto.map { .object(["code": .string($0.key.text), "count": .integer($0.count)]) })
      ),
      (
        "cohorts",
        .array(
          cohorts.map { cohort in
            .members([
              ("handedOverIn", cohort.handedOverIn.map { .string("\($0)") } ?? .null),
              ("contractor", .string(cohort.contractor)), ("failed", Self.json(cohort.figures.failures)),
              ("imputable", Self.json(cohort.figures.imputable)),
            ])
          })
      ),
    ])
  }

  // MARK: Freezes

  private var freezesJSON: JSONValue {
    .object([
      "addresses": .integer(freezes.addresses), "plugs": .integer(freezes.plugs),
      "withoutEnd": .integer(freezes.withoutEnd), "overdue": .integer(freezes.overdue),
      "ended": .integer(freezes.ended),
      "byReason": .array(
        freezes.byReason.map { share in
          .members([
            ("reason", .string(share.reason.rawValue)), ("addresses", .integer(share.addresses)),
            ("plugs", .integer(share.plugs)), ("withoutEnd", .integer(share.withoutEnd)),
            ("overdue", .integer(share.overdue)), ("lastEnd", share.lastEnd.map { .string("\($0)") }),
          ])
        }),
      "active": .array(
        freezes.lines.map { line in
          .members([
            ("address", .string(line.freeze.address)), ("reason", .string(line.freeze.reason.rawValue)),
            ("from", .string("\(line.freeze.from)")),
            ("expectedEnd", line.freeze.expectedEnd.map { .string("\($0)") } ?? .null),
            ("overdue", .bool(line.isOverdue)), ("days", .integer(line.days)),
            ("plugs", line.plugs.map { .integer($0) } ?? .null), ("evidence", .string(line.freeze.evidence)),
          ])
        }),
    ])
  }
}

extension WorkReview.Presentation {
  /// What has become of it: `accepted`, `refused` or `waiting`.
  var keyword: String { answer.map { $0.isAccepted ? "accepted" : "refused" } ?? "waiting" }
}
