import FibreModel
import FibrePlanning

extension PlanCertificate {
  func facts(_ language: Language) -> [Report.Fact] {
    let adds = certificate.servicesMoved + certificate.unchanged == certificate.servicesBefore
    let dates = [plan.nights.first, plan.nights.last].compactMap { $0?.date.text(language) }
    let unjudged = plan.services.count { move in
      network.services[move.service]?.optics.flatMap { network.optics[$0] } == nil
    }
    let facts = [
      fact(.from, plan.from.rawValue), fact(.to, plan.to.rawValue), fact(.revision, String(plan.revision)),
      fact(.nights, "\(plan.nights.count) (\(dates.joined(separator: " – ")))"),
      fact(.servicesBefore, String(certificate.servicesBefore)),
      fact(.servicesMoved, String(certificate.servicesMoved)),
      fact(.unchanged, String(certificate.unchanged)),
      fact(
        .sum,
        "\(certificate.servicesMoved) + \(certificate.unchanged) = \(certificate.servicesBefore)\(language.colon)\(adds.label(language))"
      ),
      fact(.notMoved, String(plan.notMoved.count)),
      fact(.sameFarEnd, certificate.sameFarEnd.label(language)),
      fact(.statesReplayed, String(certificate.statesReplayed)),
      fact(.deadFibres, String(certificate.deadFibres)),
    ]
    let warning = unjudged > 0 ? [fact(.unjudged, String(unjudged))] : []
    return (facts + warning).map { Report.Fact(label: $0.0.label(language), value: $0.1) }
  }

  private func fact(_ term: Term, _ value: String) -> (Term, String) { (term, value) }

  func objectives(_ language: Language) -> Report.Section {
    let (reached, bounds) = (plan.objectives, plan.bounds)
    let rows: [[Report.Cell]?] = [
      row(Phrase("dernière fenêtre utilisée", "last window used"), reached.nights, bounds.nights, language),
      row(Phrase("équipes-nuits", "crew-nights"), reached.crewNights, bounds.crewNights, language),
      row(
        Phrase("minutes de coupure pondérées", "weighted outage minutes"), reached.weightedOutageMinutes,
        bounds.weightedOutageMinutes, language),
      row(
        Phrase("épissures sur le réseau en service", "splices on the live network"), reached.splices, bounds.splices,
        language),
      row(
        Phrase("fibres de liaison au plus", "tie fibres at most"), reached.tiePeakFibres, bounds.tiePeakFibres, language
      ),
      row(
        Phrase("mètres de fibre neuve", "metres of new fibre"), reached.newFibre.map(Self.wholeMetres),
        bounds.newFibre.map(Self.wholeMetres), language),
    ]
    let columns = [
      Report.Column(title: Term.objective.label(language), width: 40),
      Report.Column(title: Term.value.label(language), width: 14, isNumeric: true),
      Report.Column(title: Term.bound.label(language), width: 16, isNumeric: true),
      Report.Column(title: Term.gap.label(language), width: 14, isNumeric: true),
    ]
    return Report.Section(
      heading: Term.objectives.label(language), table: Report.Table(columns: columns, rows: rows.compactMap { $0 }))
  }

  private static func wholeMetres(_ length: Length) -> Int { Int((length.millimetres + 500) / 1000) }

  private func row(_ name: Phrase, _ value: Int?, _ bound: Int?, _ language: Language) -> [Report.Cell]? {
    guard let value else { return nil }
    let proved = bound.map { [Report.Cell($0), Report.Cell(value - $0)] }
    return [Report.Cell(name[language]), Report.Cell(value)]
      + (proved ?? [Report.Cell(Term.notProved.label(language)), Report.Cell("")])
  }

  func checks(_ language: Language) -> Report.Section {
    let rows = PlanRule.allCases.map { check in
      [Report.Cell(check.name), Report.Cell(check.label(language)), Report.Cell(Term.held.label(language))]
    }
    let columns = [
      Report.Column(title: "", width: 6), Report.Column(title: Term.check.label(language), width: 70),
      Report.Column(title: Term.result.label(language), width: 10),
    ]
    return Report.Section(
      heading: Term.checks.label(language), notes: [Term.proofNote.label(language)],
      table: Report.Table(columns: columns, rows: rows))
  }
}
