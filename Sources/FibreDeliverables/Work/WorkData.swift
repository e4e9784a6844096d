import FibreModel
import FibreProgramme

extension WorkReview {
  /// Every table of the work, in the order of the text.
  var tables: [DataTable] {
    [studyTable, controlTable, handoverTable, connectionTable, cohortTable, codeTable, freezeTable]
  }

  private var studyTable: DataTable {
    let rows =
      contractors.map { ("contractor", $0.contractor, $0.studies) }
      + kinds.map { ("kind", $0.kind.rawValue, $0.studies) } + [("total", "", studies)]
    return DataTable(
      name: "studies",
      header: [
        "by", "name", "decidedAtVersion1", "acceptedAtVersion1", "firstPassPercent", "firstPassLowPercent",
        "firstPassHighPercent", "meanVersions", "decidedVersions", "refusedVersions", "findings",
        "findingsPerThousandPlugs", "ownerDaysP50", "ownerDaysP85", "contractorDaysP50", "contractorDaysP85",
        "ownerWaiting5", "ownerWaiting10", "ownerWaiting15", "contractorWaiting5", "contractorWaiting10",
        "contractorWaiting15",
      ],
      rows: rows.map { by, name, figures in [by, name] + Self.cells(figures) })
  }

  private static func cells(_ figures: StudyFigures) -> [String] {
    let first = figures.firstPass
    let yields = ["\(first.total)", "\(first.count)"] + cells(first)
    let days = [figures.ownerDays, figures.contractorDays].flatMap { days in
      [50, 85].map { days.percentile($0).map(String.init) ?? "" }
    }
    return yields
      + [
        figures.meanVersions?.text(decimals: 2) ?? "", "\(figures.refusedVersions.total)",
        "\(figures.refusedVersions.count)", "\(figures.findings.total)",
        figures.findingsPerThousandPlugs?.text(decimals: 2) ?? "",
      ] + days + (figures.ownerWaiting + figures.contractorWaiting).map(String.init)
  }

  /// Share, and the ends of its interval, in hundredths.
  private static func cells(_ proportion: Proportion) -> [String] {
    [
      proportion.share?.percentText(decimals: 2) ?? "", proportion.interval.map { Decimals.percent($0.low) } ?? "",
      proportion.interval.map { Decimals.percent($0.high) } ?? "",
    ]
  }

  private var controlTable: DataTable {
    let lines = control.controllers.map { line in
      [line.controller, "\(line.decided)"] + [50, 85].map { line.days.percentile($0).map(String.init) ?? "" }
        + Self.cells(line.load)
    }
    let coming = ["expected", "\(control.expected)", "", ""] + Self.cells(control.load)
    return DataTable(
      name: "control",
      header: [
        "controller", "versions", "daysP50", "daysP85", "daysNeeded", "capacityDays", "loadPercent", "isOverloaded",
      ], rows: lines + [coming])
  }

  private static func cells(_ load: ControllerLoad?) -> [String] {
    guard let load else { return ["", "", "", ""] }
    return [
      load.daysNeeded?.text(decimals: 2) ?? "", "\(load.controllers * ControllerLoad.daysPerYear)",
      load.load?.percentText(decimals: 2) ?? "", load.isOverloaded ? "yes" : "no",
    ]
  }

  private var handoverTable: DataTable {
    DataTable(
      name: "handovers",
      header: [
        "handover", "zone", "contractor", "presentedOn", "plugs", "second", "answer", "answeredOn", "days", "reason",
      ],
      rows: presentations.map { shown in
        [
          shown.lot, shown.zone.zone, shown.zone.contractor, "\(shown.presentedOn)", "\(shown.zone.plugs)",
          shown.zone.isSecondPresentation ? "yes" : "no", shown.keyword, shown.answer.map { "\($0.date)" } ?? "",
          "\(shown.days)", shown.answer?.reason ?? "",
        ]
      })
  }

  // MARK: Connections

  private static let failureHeader = [
    "attempts", "failures", "percent", "lowPercent", "highPercent", "imputable", "imputableOf", "imputablePercent",
    "imputableLowPercent", "imputableHighPercent", "orders", "served", "repeated",
  ]

  private static func cells(_ figures: FailureFigures) -> [String] {
    ["\(figures.failures.total)", "\(figures.failures.count)"] + cells(figures.failures)
      + ["\(figures.imputable.count)", "\(figures.imputable.total)"] + cells(figures.imputable)
      + ["\(figures.served.total)", "\(figures.served.count)", "\(figures.repeated.count)"]
  }

  private var connectionTable: DataTable {
    DataTable(
      name: "connections", header: ["contractor"] + Self.failureHeader,
      rows: contractors.map { [$0.contractor] + Self.cells($0.failures) } + [["total"] + Self.cells(failures)])
  }

  var cohortTable: DataTable {
    DataTable(
      name: "cohorts", header: ["handedOverIn", "contractor"] + Self.failureHeader,
      rows: cohorts.map { [$0.handedOverIn.map { "\($0)" } ?? "", $0.contractor] + Self.cells($0.figures) })
  }

  private var codeTable: DataTable {
    DataTable(
      name: "failure_codes", header: ["code", "cause", "count"],
      rows: failures.pareto.map { [$0.key.text, $0.key.cause?.rawValue ?? "", "\($0.count)"] })
  }

  // MARK: Freezes

  private var freezeTable: DataTable {
    DataTable(
      name: "freezes", header: ["address", "reason", "from", "expectedEnd", "overdue", "days", "plugs", "evidence"],
      rows: freezes.lines.map { line in
        [
          line.freeze.address, line.freeze.reason.rawValue, "\(line.freeze.from)",
          line.freeze.expectedEnd.map { "\($0)" } ?? "", line.isOverdue ? "yes" : "no", "\(line.days)",
          line.plugs.map(String.init) ?? "", line.freeze.evidence,
        ]
      })
  }
}
