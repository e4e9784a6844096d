import FibreModel
import FibreProgramme

extension ForecastTables {
  /// Earned value in euros, then indices, estimates and earned schedule.
  var value: [Report.Section] {
    let heading = Phrase("Valeur acquise (HT)", "Earned value (without tax)")[language]
    let measures = [Phrase("Mesure", "Measure"), Phrase("Valeur", "Value")]
    func section(_ heading: String, _ side: Report.Side, _ rows: [(Phrase, String)]) -> Report.Section {
      Report.Section(
        heading: heading, side: side,
        table: table(measures, texts: 1, widths: [30, 16], rows: rows.map { [$0.0[language], $0.1] }))
    }
    return [
      section(heading, .left, amounts),
      section(Phrase("Indices et coût final", "Indices and final cost")[language], .right, indices),
    ]
  }

  private func amount(_ amount: Money?) -> String { amount?.text(language) ?? language.notApplicable }

  private var amounts: [(Phrase, String)] {
    let today = review.value.today
    return [
      (Phrase("Budget à terminaison (BAC)", "Budget at completion (BAC)"), amount(today.budget)),
      (Phrase("Valeur prévue (PV)", "Planned value (PV)"), amount(today.planned)),
      (Phrase("Valeur acquise (EV)", "Earned value (EV)"), amount(today.earned)),
      (Phrase("Coût réel (AC)", "Actual cost (AC)"), amount(today.actualCost)),
      (Phrase("Écart de délai (SV = EV − PV)", "Schedule variance (SV = EV − PV)"), amount(today.scheduleVariance)),
      (Phrase("Écart de coût (CV = EV − AC)", "Cost variance (CV = EV − AC)"), amount(today.costVariance)),
      (Phrase("Coût final, tendance (BAC / CPI)", "Final cost by trend (BAC / CPI)"), amount(today.estimateByTrend)),
    ]
  }

  private var indices: [(Phrase, String)] {
    let (today, schedule) = (review.value.today, review.value.schedule)
    func ratio(_ rate: Rate?, _ decimals: Int = 3) -> String {
      rate.map { Decimals.grouped($0.text(decimals: decimals), language) } ?? language.notApplicable
    }
    return [
      (Phrase("Indice de délai (SPI = EV / PV)", "Schedule index (SPI = EV / PV)"), ratio(today.scheduleIndex)),
      (Phrase("Indice de coût (CPI = EV / AC)", "Cost index (CPI = EV / AC)"), ratio(today.costIndex)),
      (Phrase("Indice qu'exige le budget (TCPI)", "Index to budget (TCPI)"), ratio(today.indexToBudget)),
      (Phrase("Délai acquis (ES), en mois", "Earned schedule (ES), months"), ratio(schedule?.periods, 1)),
      (Phrase("Indice de délai en temps, SPI(t)", "Schedule index in time, SPI(t)"), ratio(schedule?.index)),
      (Phrase("Coût final, reste au budget", "Final cost, rest at budget"), amount(today.estimateRestAtBudget)),
      (Phrase("Coût final, coût et délai", "Final cost by cost and delay"), amount(today.estimateByCostAndDelay)),
    ]
  }

  /// Output and lateness of each contractor, and what its studies and connections say.
  var contractors: Report.Section {
    let titles: [Phrase] = [
      Phrase("Entreprise", "Contractor"), Phrase("Livrées 12 mois", "Plugs, 12 months"),
      Phrase("dont 3 derniers", "last 3"), Phrase("Zones en retard", "Late zones"),
      Phrase("Retard P50 (j)", "Days late P50"), Phrase("P85", "P85"), Phrase("Études bonnes en v1", "First-pass"),
      Phrase("Constats / 1000 prises", "Findings / 1000"), Phrase("Échecs racc.", "Failures"),
      Phrase("Factures > 30 j", "Invoices > 30 d"), Phrase("Pénalités encourues HT", "Penalties that run"),
    ]
    return Report.Section(
      heading: Phrase("Entreprises", "Contractors")[language],
      table: table(
        titles, texts: 1, widths: [24, 11, 11, 11, 11, 8, 12, 13, 11, 11, 13], rows: review.contractors.map(contractor))
    )
  }

  private func contractor(_ line: ProgrammeReview.ContractorLine) -> [String] {
    let work = line.work
    let plugs: [String] = [work.throughput.reduce(0, +), work.throughput.suffix(3).reduce(0, +)].map {
      $0.text(language)
    }
    let late: [String] = [50, 85].map { work.daysLate.percentile($0).map(String.init) ?? "–" }
    let findings = line.studies.findingsPerThousandPlugs.map { Decimals.grouped($0.text(decimals: 1), language) }
    let quality: [String] = [
      line.studies.firstPass.text(language), findings ?? language.notApplicable, line.failures.failures.text(language),
      String(line.lateInvoices), line.penalties.text(language),
    ]
    return [line.contractor] + plugs + [String(work.lateZones)] + late + quality
  }
}
