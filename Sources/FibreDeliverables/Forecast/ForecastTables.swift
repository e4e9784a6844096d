import FibreModel
import FibreProgramme

/// The parts that a forecast's text and the committee's pages share.
struct ForecastTables {
  let review: ProgrammeReview
  let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  private var throughput: ThroughputReview { review.throughput }

  func plugs(_ count: Int) -> String { count.plugs(language) }

  /// A table of texts, the first columns to the left and the rest to the right.
  func table(_ titles: [Phrase], texts: Int, widths: [Double] = [], rows: [[String]], strongLast: Bool = false)
    -> Report.Table
  {
    Report.Table(titles, texts: texts, widths: widths, rows: rows, strongLast: strongLast, in: language)
  }

  /// Where the programme stands.
  var standing: [Report.Fact] {
    let share = Rate(Int64(throughput.handedOver), over: Int64(throughput.scope))
    let isKnown = review.deployment.figures.contains { $0.counter == .handedOver }
    let handedOver =
      isKnown
      ? "\(plugs(throughput.handedOver)) (\(language.percent(share, decimals: 1)))"
      : Phrase("– (aucune source)", "– (no source)")[language]
    var facts = [
      fact("Date des données", "Date of the data", review.date.text(language), language),
      fact("Périmètre", "Scope", plugs(throughput.scope), language),
      fact("Livrées", "Handed over", handedOver, language),
      fact("Restent à livrer", "Left to hand over", isKnown ? plugs(throughput.remaining) : "–", language),
    ]
    if let promised = throughput.promised {
      let gap = throughput.handedOver - promised
      let rate = Rate(Int64(throughput.handedOver), over: Int64(promised))
      facts.append(
        fact(
          "Engagement contractuel à ce mois", "Promised by this month",
          Phrase(
            "\(plugs(promised)) ; écart \(signed(gap)), taux de livraison \(language.percent(rate, decimals: 1))",
            "\(plugs(promised)); gap \(signed(gap)), rate of handover \(language.percent(rate, decimals: 1))")[
              language],
          language))
    }
    if let end = throughput.contractEnd {
      facts.append(fact("Fin contractuelle", "End by contract", end.text(language), language))
    }
    return facts
  }

  func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + number.text(language) }

  // MARK: Forecast

  var forecast: [Report.Section] {
    let heading = Phrase("Fin de la livraison", "End of the handovers")[language]
    switch throughput.outcome {
    case .failure(let refusal):
      return [Report.Section(heading: heading, notes: [refusal.phrase(language)[language]])]
    case .success(let forecast):
      return [
        Report.Section(heading: heading, side: .left, facts: answers(forecast), table: ends(forecast)), backTest,
        method,
      ]
    }
  }

  private func ends(_ forecast: Forecast) -> Report.Table {
    let rows = [("P50", forecast.p50), ("P85", forecast.p85), ("P95", forecast.p95)].map { name, months in
      let month = throughput.month(after: months)
      let late = months.flatMap { months in throughput.monthsLeft.map { months - $0 } }
      return [
        name, months.map(String.init) ?? "–", month?.text(language) ?? "–", late.map(signed) ?? language.notApplicable,
      ]
    }
    return table(
      [
        Phrase("Chances", "Chance"), Phrase("Mois", "Months"), Phrase("Terminé en", "Done in"),
        Phrase("Mois après le contrat", "Months past the contract"),
      ], texts: 1, rows: rows)
  }

  private func answers(_ forecast: Forecast) -> [Report.Fact] {
    func end(_ months: Int?) -> String {
      months.map { "\(throughput.lastMonth.adding($0).text(language)) (\($0) \(Phrase("mois", "months")[language]))" }
        ?? Phrase("jamais à ce rythme", "never at this rate")[language]
    }
    var facts = [
      fact("Au rythme moyen", "At the average rate", end(forecast.monthsAtAverage), language),
      fact(
        "Au rythme des six derniers mois", "At the rate of the last six months", end(forecast.monthsAtRecentRate),
        language),
    ]
    if let left = throughput.monthsLeft {
      let rate = forecast.requiredRate(monthsLeft: left).map(plugs) ?? language.notApplicable
      facts.append(fact("Rythme mensuel qu'exige le contrat", "Monthly rate that the contract needs", rate, language))
      let confidence = Rate(millionths: Int64((forecast.confidence(monthsLeft: left) * 1_000_000).rounded()))
      facts.append(
        fact(
          "Confiance dans la date contractuelle", "Confidence in the date of the contract",
          language.percent(confidence, decimals: 1), language))
    }
    return facts
  }

  /// How it was drawn, so that it can be drawn again.
  private var method: Report.Section {
    let choices = throughput.choices
    let history = throughput.history
    let first = throughput.firstMonth?.text(language) ?? "–"
    let mean = Rate(Int64(history.reduce(0, +)), over: Int64(history.count))?.text(decimals: 0) ?? "0"
    let months = history.map { $0.text(language) }.joined(separator: " · ")
    var notes = [
      Phrase(
        "\(choices.draws.text(.french)) tirages avec remise parmi \(history.count) mois, de \(first) à \(throughput.lastMonth.text(.french)) (graine \(choices.seed)) ; moyenne \(mean) prises par mois, croissance du périmètre \(choices.scopeGrowth), queue lente \(choices.slowTail).",
        "\(choices.draws.text(.english)) draws with replacement from \(history.count) months, \(first) to \(throughput.lastMonth.text(.english)) (seed \(choices.seed)); mean \(mean) plugs a month, growth of the scope \(choices.scopeGrowth), slow tail \(choices.slowTail)."
      )[language],
      Phrase("Prises livrées par mois : \(months)", "Plugs handed over by month: \(months)")[language],
    ]
    if !throughput.finished.isEmpty {
      let names = throughput.finished.joined(separator: ", ")
      notes.append(
        Phrase(
          "Hors échantillon, car leurs zones sont toutes livrées : \(names).",
          "Left out, since all their zones are handed over: \(names).")[language])
    }
    return Report.Section(heading: Phrase("Échantillon", "Sample")[language], notes: notes)
  }

  private var backTest: Report.Section {
    let heading = Phrase("Contrôle sur le passé", "Back-test")[language]
    guard let test = throughput.backTest, let coverage = test.coverage else {
      let need = ForecastRequest.fewestMonths + ThroughputReview.horizon
      return Report.Section(
        heading: heading, side: .right,
        notes: [
          Phrase(
            "Historique trop court : il faut \(need) mois.", "The history is too short: \(need) months are needed.")[
              language]
        ])
    }
    let aims: [(aim: Int, covered: Proportion)] = [(50, coverage.p50), (85, coverage.p85), (95, coverage.p95)]
    let blank = language == .french ? "\u{a0}" : ""
    let rows: [[String]] = aims.map { aim, covered in
      [
        "P\(aim)", "\(aim)\(blank)%", "\(covered.count) / \(covered.total)", covered.text(language),
        covered.intervalText(language),
      ]
    }
    return Report.Section(
      heading: heading, side: .right,
      notes: [
        Phrase(
          "Depuis chaque mois passé, prévision de \(ThroughputReview.horizon) mois de production moyenne ; combien de fois tenue.",
          "From each past month, the forecast of \(ThroughputReview.horizon) months of average output; how often it held."
        )[
          language]
      ] + verdict(coverage),
      table: table(
        [
          Phrase("Prévision", "Forecast"), Phrase("Visé", "Aim"), Phrase("Tenue", "Held"), Phrase("Mesuré", "Measured"),
          Phrase("Intervalle à 95 %", "Interval of 95%"),
        ], texts: 1, rows: rows))
  }

  /// What the middle of past forecasts says of the next one, when chance does not explain it.
  private func verdict(_ coverage: BackTest.Coverage) -> [String] {
    guard let interval = coverage.p50.interval else { return [] }
    if interval.low > 0.5 {
      return [
        Phrase(
          "Les prévisions passées ont été prudentes : le rythme a monté depuis.",
          "Past forecasts were cautious: the pace has risen since.")[language]
      ]
    }
    if interval.high < 0.5 {
      return [
        Phrase(
          "Les prévisions passées ont été trop optimistes : le rythme a baissé depuis.",
          "Past forecasts were too hopeful: the pace has fallen since.")[language]
      ]
    }
    return []
  }
}
