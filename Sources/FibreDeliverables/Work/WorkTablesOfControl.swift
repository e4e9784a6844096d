import FibreModel
import FibreProgramme

extension WorkTables {
  // MARK: Control

  /// What the controllers have done and have to do.
  var control: Report.Section {
    let control = work.control
    let rows = control.controllers.map { line in
      [
        line.controller.isEmpty ? "–" : line.controller, line.decided.text(language),
        line.days.percentile(50).map(String.init) ?? "–", line.days.percentile(85).map(String.init) ?? "–",
        days(line.load), share(line.load),
      ]
    }
    return Report.Section(
      heading: Phrase("Contrôle des études : charge", "Control of studies: load")[language],
      notes: control.load == nil
        ? [
          Phrase(
            "Sans minutesPerVersion dans programme.csv, la charge en jours est inconnue.",
            "Without minutesPerVersion in programme.csv the load in days is unknown.")[language]
        ] : [],
      facts: [
        fact(
          "Versions en attente de décision", "Versions that wait for a decision", control.waiting.text(language),
          language),
        fact(
          "Versions à contrôler jusqu'aux acceptations", "Versions to control up to the acceptances",
          Phrase(
            "\(control.expected.text(.french)), pour \(control.openStudies.text(.french)) études ouvertes",
            "\(control.expected.text(.english)), of \(control.openStudies.text(.english)) open studies")[language],
          language),
        fact("Charge à venir", "Load to come", coming(control.load), language),
      ],
      table: rows.isEmpty
        ? nil
        : Report.Table(
          [
            Phrase("Contrôleur", "Controller"), Phrase("Versions décidées, 12 mois", "Versions decided, 12 months"),
            Phrase("Jours P50", "Days P50"), Phrase("Jours P85", "Days P85"),
            Phrase("Jours de contrôle", "Days of control"), Phrase("Charge", "Load"),
          ], texts: 1, widths: [24, 14, 10, 10, 14, 12], rows: rows, in: language))
  }

  private func days(_ load: ControllerLoad?) -> String {
    load?.daysNeeded.map { Decimals.grouped($0.text(decimals: 1), language) } ?? language.notApplicable
  }

  private func share(_ load: ControllerLoad?) -> String { language.percent(load?.load, decimals: 1) }

  private func coming(_ load: ControllerLoad?) -> String {
    guard let load else { return language.notApplicable }
    let count = load.controllers
    let capacity = (count * ControllerLoad.daysPerYear).text(language)
    let verdict =
      load.isOverloaded ? Phrase(" : surcharge (plus de 85 %)", ": overload (more than 85%)")[language] : ""
    return Phrase(
      "\(days(load)) jours sur \(capacity) (\(french: count, "contrôleur(s)")), soit \(share(load))",
      "\(days(load)) days of \(capacity) (\(english: count, "controller(s)")), \(share(load))")[language]
      + verdict
  }

  // MARK: Freezes

  private static let mostFreezes = 24

  /// How many plugs are frozen, why, and until when; then the oldest.
  var freezes: [Report.Section] {
    let freezes = work.freezes
    let heading = Phrase("Prises gelées", "Frozen plugs")[language]
    guard !freezes.lines.isEmpty else {
      return [
        Report.Section(
          heading: heading, notes: [Phrase("Aucun gel en cours n'est noté.", "No freeze holds on record.")[language]])
      ]
    }
    let shown = min(freezes.lines.count, Self.mostFreezes)
    return [
      Report.Section(
        heading: heading,
        notes: [
          Phrase(
            "Un gel est une marque à côté de l'état : la prise reste comptée et ne peut pas être vendue.",
            "A freeze is a mark beside the state: the plug stays counted and can't be sold.")[language]
        ], table: reasons),
      Report.Section(
        heading: Phrase("Gels en cours, les plus anciens d'abord", "Freezes that hold, the oldest first")[language],
        notes: shown < freezes.lines.count
          ? [Phrase("\(shown) sur \(freezes.lines.count).", "\(shown) of \(freezes.lines.count).")[language]] : [],
        table: frozen),
    ]
  }

  private var reasons: Report.Table {
    let freezes = work.freezes
    func row(_ name: String, _ counts: [Int], _ end: CalendarDate?) -> [String] {
      [name] + counts.map { $0.text(language) } + [end?.text(language) ?? "–"]
    }
    let rows = freezes.byReason.map { share in
      row(
        ProgrammeWords.freeze(share.reason)[language],
        [share.addresses, share.plugs, share.withoutEnd, share.overdue], share.lastEnd)
    }
    let total = row(
      Term.total.label(language), [freezes.addresses, freezes.plugs, freezes.withoutEnd, freezes.overdue],
      freezes.byReason.compactMap(\.lastEnd).max())
    return Report.Table(
      [
        Phrase("Motif", "Reason"), Phrase("Adresses", "Addresses"), Phrase("Prises", "Plugs"),
        Phrase("Sans échéance", "Without an end"), Phrase("Échéance dépassée", "Past their end"),
        Phrase("Dernière échéance", "Last end"),
      ], texts: 1, widths: [30, 12, 12, 14, 16, 16], rows: rows + [total], strongLast: true, in: language)
  }

  private var frozen: Report.Table {
    Report.Table(
      [
        Phrase("Adresse", "Address"), Phrase("Motif", "Reason"), Phrase("Depuis", "Since"),
        Phrase("Jusqu'au", "Until"), Phrase("Preuve", "Evidence"), Phrase("Prises", "Plugs"), Phrase("Jours", "Days"),
      ], texts: 5, widths: [20, 26, 12, 22, 24, 8, 8],
      rows: work.freezes.lines.prefix(Self.mostFreezes).map { line in
        let end = line.freeze.expectedEnd?.text(language) ?? Phrase("sans échéance", "no end")[language]
        return [
          line.freeze.address, ProgrammeWords.freeze(line.freeze.reason)[language], line.freeze.from.text(language),
          line.isOverdue ? end + Phrase(" (dépassée)", " (past)")[language] : end,
          line.freeze.evidence.isEmpty ? "–" : line.freeze.evidence, line.plugs?.text(language) ?? "–",
          line.days.text(language),
        ]
      }, in: language)
  }
}
