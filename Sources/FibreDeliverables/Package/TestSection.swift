import FibreModel
import FibrePlanning

/// Limits against which work is measured that no network states.
enum TestLimits {
  /// Mean over the link, both ways. Source: ITU-T L.12, as French operators' specifications take it over.
  static let spliceMean = Loss(decibels: 0.1)
  /// The splicer's own estimate. Source: field guides of French FTTH works.
  static let splicerEstimate = Loss(decibels: 0.1)
  /// Source: Objectif fibre, guides for new buildings and individual premises.
  static let connector = Loss(decibels: 0.5)
  static let launchMetres = 500
  static let longestPulseNanoseconds = 100
  static let usualPulseNanoseconds = 30
  /// Trade convention after a cut-over.
  static let totalDifference = Loss(decibels: 0.3)
  static let receivedDifference = Loss(decibels: 1)
  static let bendExcess = Loss(decibels: 0.2)
}

extension Report {
  /// Every service to be checked before it is handed back, with boxes to fill in.
  static func testSection(_ checks: [ServiceCheck], _ language: Language) -> Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.service, 30, false), (.client, 28, false), (.otherLeg, 26, false), (.outage, 16, true), (.lengths, 22, true),
      (.lossBefore, 13, true), (.lossAfter, 14, true), (.budget, 13, true), (.verdict, 15, false),
      (.continuity, 15, false), (.measured, 14, false), (.backAt, 14, false), (.confirmedBy, 30, false),
    ]
    let table = Report.Table(
      columns: SpliceList.columns(columns, language), rows: checks.map { row($0, language) }, rowHeight: 17)
    return Report.Section(heading: PackageTerm.tests.label(language), table: table)
  }

  /// What measurements are held against.
  static func limitSection(_ spliceLimit: Loss, _ language: Language) -> Report.Section {
    Report.Section(heading: PackageTerm.limits.label(language), facts: limits(spliceLimit, language))
  }

  private static func row(_ check: ServiceCheck, _ language: Language) -> [Report.Cell] {
    let (service, move) = (check.service, check.move)
    let allowed = service.maximumOutageMinutes.map { " / \($0)" } ?? ""
    let km = [move.before, move.after].map { $0.length.kilometresText(language, decimals: 2) }
    let least = check.optics.map { $0.minimumLoss == .zero ? "" : "\($0.minimumLoss.decibelsText(language)) – " } ?? ""
    return [
      Report.Cell("\(service.code) \(service.serviceClass.label(language))", isStrong: true),
      Report.Cell(service.client), Report.Cell(move.peer?.rawValue ?? "–"),
      Report.Cell("\(move.outageMinutes)\(allowed)"), Report.Cell(km.joined(separator: " → ")),
      Report.Cell(move.before.loss.decibelsText(language)), Report.Cell(move.after.loss.decibelsText(language)),
      Report.Cell(check.optics.map { least + $0.budget.decibelsText(language) } ?? "–"),
      Report.Cell(
        (check.optics.map { "\($0.wavelength.nanometres) nm, " } ?? "") + move.verdict.label(language),
        isStrong: move.verdict != .ok),
      .box, Report.Cell(""), Report.Cell(""), Report.Cell(""),
    ]
  }

  private static func limits(_ spliceLimit: Loss, _ language: Language) -> [Report.Fact] {
    let most = { (loss: Loss) in "≤ \(loss.decibelsText(language)) dB" }
    let limits: [(PackageTerm, String)] = [
      (.spliceLimit, most(spliceLimit)), (.spliceMean, most(TestLimits.spliceMean)),
      (.splicer, "> \(TestLimits.splicerEstimate.decibelsText(language)) dB"),
      (.connector, most(TestLimits.connector)),
      (.difference, most(TestLimits.totalDifference)), (.received, most(TestLimits.receivedDifference)),
      (.bend, "> \(TestLimits.bendExcess.decibelsText(language)) dB"),
      (.launch, "≥ \(TestLimits.launchMetres) m"),
      (.pulse, "\(TestLimits.usualPulseNanoseconds) ns, ≤ \(TestLimits.longestPulseNanoseconds) ns"),
    ]
    return limits.map { Report.Fact(label: $0.0.label(language), value: $0.1) }
  }
}
