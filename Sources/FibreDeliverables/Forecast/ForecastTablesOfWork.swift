import FibreModel
import FibreProgramme

extension ForecastTables {
  /// Earned value and earned schedule.
  var value: Report.Section {
    let (today, schedule) = (review.value.today, review.value.schedule)
    func ratio(_ rate: Rate?) -> String {
      rate.map { Decimals.grouped($0.text(decimals: 3), language) } ?? language.notApplicable
    }
    func amount(_ amount: Money?) -> String { amount?.text(language) ?? language.notApplicable }
    let rows: [(Phrase, String)] = [
      (Phrase("Budget à terminaison (BAC)", "Budget at completion (BAC)"), amount(today.budget)),
      (Phrase("Valeur prévue (PV)", "Planned value (PV)"), amount(today.planned)),
      (Phrase("Valeur acquise (EV)", "Earned value (EV)"), amount(today.earned)),
      (Phrase("Coût réel (AC)", "Actual cost (AC)"), amount(today.actualCost)),
      (Phrase("Écart de délai (SV = EV − PV)", "Schedule variance (SV = EV − PV)"), amount(today.scheduleVariance)),
      (Phrase("Écart de coût (CV = EV − AC)", "Cost variance (CV = EV − AC)"), amount(today.costVariance)),
      (Phrase("Indice de délai (SPI = EV / PV)", "Schedule index (SPI = EV / PV)"), ratio(today.scheduleIndex)),
      (Phrase("Indice de coût (CPI = EV / AC)", "Cost index (CPI = EV / AC)"), ratio(today.costIndex)),
      (Phrase("Coût final, tendance (BAC / CPI)", "Final cost by trend (BAC / CPI)"), amount(today.estimateByTrend)),
      (
        Phrase("Coût final, reste au budget", "Final cost, rest at budget"), amount(today.estimateRestAtBudget)
      ),
      (
        Phrase("Coût final, coût et délai", "Final cost by cost and delay"), amount(today.estimateByCostAndDelay)
      ),
      (Phrase("Indice qu'exige le budget (TCPI)", "Index to budget (TCPI)"), ratio(today.indexToBudget)),
      (Phrase("Délai acquis (ES), en mois", "Earned schedule (ES), months"), ratio(schedule?.periods)),
      (Phrase("Indice de délai en temps, SPI(t)", "Schedule index in time, SPI(t)"), ratio(schedule?.index)),
    ]
    return Report.Section(
      heading: Phrase("Valeur acquise (HT)", "Earned value (without tax)")[language],
      table: table(
        [Phrase("Mesure", "Measure"), Phrase("Valeur", "Value")], texts: 1, widths: [30, 14],
        rows: rows.map { [$0.0[language], $0.1] }))
  }

  /// Output and lateness of each contractor, and what its studies and connections say.
  var contractors: Report.Section {
    let titles: [Phrase] = [
      Phrase("Entreprise", "Contractor"), Phrase("Livrées 12 mois", "Plugs, 12 months"),
      Phrase("dont 3 derniers", "last 3"), Phrase("Zones en retard", "Late zones"),
      Phrase("Retard P50 (j)", "Days late P50"), Phrase("P85", "P85"), Phrase("Études bonnes en v1", "First-pass"),
      Phrase("Constats / 1000 prises", "Findings / 1000"), Phrase("Échecs racc.", "Failures"),
      Phrase("Factures en retard", "Late invoices"),
    ]
    return Report.Section(
      heading: Phrase("Entreprises", "Contractors")[language],
      table: table(
        titles, texts: 1, widths: [24, 11, 11, 11, 11, 8, 12, 13, 11, 11], rows: review.contractors.map(contractor)))
  }

  private func contractor(_ line: ProgrammeReview.ContractorLine) -> [String] {
    let work = line.work
    let plugs: [String] = [work.throughput.reduce(0, +), work.throughput.suffix(3).reduce(0, +)].map { $0.text(language) }
    let late: [String] = [50, 85].map { work.daysLate.percentile($0).map(String.init) ?? "–" }
    let findings = line.studies.findingsPerThousandPlugs.map { Decimals.grouped($0.text(decimals: 1), language) }
    let quality: [String] = [
      line.studies.firstPass.text(language), findings ?? language.notApplicable, line.failures.failures.text(language),
      String(line.lateInvoices),
    ]
    return [line.contractor] + plugs + [String(work.lateZones)] + late + quality
  }
}
