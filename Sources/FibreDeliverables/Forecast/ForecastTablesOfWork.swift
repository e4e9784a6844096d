import FibreModel
import FibreProgramme

extension ForecastTables {
  var value: [Report.Section] {
    EarnedValueTables(today: review.value.today, schedule: review.value.schedule, language: language).all
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
