import FibreModel
import FibreProgramme

/// The tables of a work review, which the progress and the committee's pages share.
struct WorkTables {
  let work: WorkReview
  let language: Language

  init(_ work: WorkReview, _ language: Language) {
    self.work = work
    self.language = language
  }

  /// All of them.
  var all: [Report.Section] { studies + [control] + handovers + failures + freezes }

  private func table(
    _ titles: [Phrase], texts: Int, widths: [Double] = [], rows: [[String]], strongLast: Bool = false
  ) -> Report.Table {
    Report.Table(titles, texts: texts, widths: widths, rows: rows, strongLast: strongLast, in: language)
  }

  // MARK: Studies

  /// By contractor, then by kind: versions, findings and the two clocks.
  var studies: [Report.Section] {
    let contractors = work.contractors.map { ($0.contractor, $0.studies) }
    let kinds = work.kinds.map { (ProgrammeWords.study($0.kind)[language], $0.studies) }
    let total = (Term.total.label(language), work.studies)
    return [
      Report.Section(
        heading: Phrase("Études par entreprise", "Studies by contractor")[language], startsPage: true,
        table: studyTable(Phrase("Entreprise", "Contractor"), contractors + [total])),
      Report.Section(
        heading: Phrase("Études par type", "Studies by kind")[language],
        notes: [
          Phrase(
            "Attente : études en attente depuis plus de 5, 10 et 15 jours ouvrés, chez le maître d'ouvrage ou chez l'entreprise.",
            "Waiting: studies that wait for more than 5, 10 and 15 working days, on the owner or on the contractor.")[
              language]
        ], table: studyTable(Phrase("Type", "Kind"), kinds + [total])),
    ]
  }

  private func studyTable(_ first: Phrase, _ rows: [(name: String, figures: StudyFigures)]) -> Report.Table {
    let titles: [Phrase] = [
      first, Phrase("Décidées en v1", "Decided at v1"), Phrase("Bonnes en v1", "First-pass yield"),
      Phrase("Versions par étude", "Versions a study"), Phrase("Versions refusées", "Refused versions"),
      Phrase("Constats / 1000 prises", "Findings / 1000 plugs"), Phrase("MOA P50 (j)", "Owner P50 (d)"),
      Phrase("MOA P85", "Owner P85"), Phrase("Ent. P50 (j)", "Contractor P50 (d)"),
      Phrase("Ent. P85", "Contractor P85"), Phrase("Attente MOA", "Waits on owner"),
      Phrase("Attente ent.", "Waits on contractor"),
    ]
    return table(
      titles, texts: 1, widths: [22], rows: rows.map { [$0.name] + cells($0.figures) }, strongLast: true)
  }

  private func cells(_ figures: StudyFigures) -> [String] {
    func decimal(_ rate: Rate?, _ decimals: Int) -> String {
      rate.map { Decimals.grouped($0.text(decimals: decimals), language) } ?? language.notApplicable
    }
    let counts: [String] = [
      figures.firstPass.total.text(language), figures.firstPass.text(language), decimal(figures.meanVersions, 2),
      figures.refusedVersions.text(language), decimal(figures.findingsPerThousandPlugs, 1),
    ]
    let days: [String] = [figures.ownerDays, figures.contractorDays].flatMap { days in
      [50, 85].map { days.percentile($0).map(String.init) ?? "–" }
    }
    let waiting: [String] = [figures.ownerWaiting, figures.contractorWaiting].map { counts in
      counts.map(String.init).joined(separator: " / ")
    }
    return counts + days + waiting
  }

  // MARK: Handovers

  var handovers: [Report.Section] {
    let handover = work.handover
    func plugs(_ count: Int) -> String { count.plugs(language) }
    let waits = [50, 85].map { handover.waitingDays.percentile($0).map(String.init) ?? "–" }
    return [
      Report.Section(
        heading: Phrase("Livraison au délégataire", "Handover to the delegatee")[language],
        facts: [
          fact("Présentées", "Presented", plugs(handover.presented), language),
          fact(
            "= acceptées + refusées + en attente", "= accepted + refused + waiting",
            "\(handover.accepted.text(language)) + \(handover.refused.text(language)) + \(handover.waiting.text(language))",
            language),
          fact(
            "dont secondes présentations", "of which second presentations", plugs(handover.secondPresentations),
            language),
          fact(
            "Zones en attente de réponse", "Zones that wait for an answer",
            "\(handover.waitingDays.count) (P50 \(waits[0]), P85 \(waits[1]) \(Phrase("jours", "days")[language]))",
            language),
        ])
    ]
  }

  // MARK: Failures

  var failures: [Report.Section] {
    [
      Report.Section(
        heading: Phrase("Raccordements des douze derniers mois", "Connections of the last twelve months")[language],
        table: failureTable),
      Report.Section(
        heading: Phrase(
          "Échecs par mois de livraison de la prise et entreprise",
          "Failures by month of the plug's handover and contractor")[language],
        startsPage: true, table: cohortTable),
      Report.Section(
        heading: Phrase("PBO à trois échecs ou plus", "Distribution points with three failures or more")[language],
        notes: [worstPoints]),
    ]
  }

  private var failureTable: Report.Table {
    let rows = work.contractors.map { ($0.contractor, $0.failures) } + [(Term.total.label(language), work.failures)]
    return table(
      [
        Phrase("Entreprise", "Contractor"), Phrase("Tentatives", "Attempts"), Phrase("Échecs", "Failures"),
        Phrase("Taux", "Rate"), Phrase("Wilson 95 %", "Wilson 95%"), Phrase("Imputables", "Imputable"),
        Phrase("Taux imputable", "Imputable rate"), Phrase("Wilson 95 %", "Wilson 95%"),
        Phrase("Commandes servies", "Orders served"), Phrase("en plusieurs fois", "after several attempts"),
      ], texts: 1, widths: [22, 9, 8, 8, 14, 9, 9, 14, 10, 10],
      rows: rows.map { name, figures in
        [
          name, figures.failures.total.text(language), figures.failures.count.text(language),
          figures.failures.text(language), figures.failures.intervalText(language),
          figures.imputable.count.text(language), figures.imputable.text(language),
          figures.imputable.intervalText(language), figures.served.text(language), figures.repeated.text(language),
        ]
      }, strongLast: true)
  }

  private var cohortTable: Report.Table {
    let rows: [[String]] = work.cohorts.map { cohort in
      let failures = cohort.figures.failures
      return [
        cohort.handedOverIn?.text(language) ?? "–", cohort.contractor, failures.total.text(language),
        failures.count.text(language), failures.text(language), failures.intervalText(language),
        cohort.figures.imputable.text(language),
      ]
    }
    let all = work.failures
    return table(
      [
        Phrase("Livrée en", "Handed over in"), Phrase("Entreprise", "Contractor"), Phrase("Tentatives", "Attempts"),
        Phrase("Échecs", "Failures"), Phrase("Taux", "Rate"), Phrase("Wilson 95 %", "Wilson 95%"),
        Phrase("Taux imputable", "Imputable rate"),
      ], texts: 2, widths: [12, 30, 12, 12, 12, 18, 14],
      rows: rows + [
        [
          Term.total.label(language), "", all.failures.total.text(language), all.failures.count.text(language),
          all.failures.text(language), all.failures.intervalText(language), all.imputable.text(language),
        ]
      ], strongLast: true)
  }

  private var worstPoints: String {
    let worst = work.failures.worstPoints
    guard !worst.isEmpty else { return Phrase("Aucun.", "None.")[language] }
    let shown = worst.prefix(24).map { "\($0.key) (\($0.count))" }.joined(separator: ", ")
    return worst.count > 24 ? "\(shown) … (\(worst.count))" : shown
  }
}
