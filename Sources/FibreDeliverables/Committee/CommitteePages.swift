import FibreModel
import FibreProgramme

/// The tables of a committee's pack. Each total is the sum of the rows above it.
struct CommitteePages {
  let review: ProgrammeReview
  let language: Language
  let forecast: ForecastTables

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
    forecast = ForecastTables(review, language)
  }

  // MARK: Counters

  /// The six counters of the whole and by contractor.
  var summary: [Report.Section] { [counters, byContractor] }

  /// What the pages say, in a few sentences.
  var messages: Report.Section {
    let throughput = review.throughput
    var notes: [String] = []
    if let forecast = throughput.forecast, let p50 = throughput.month(after: forecast.p50),
      let p85 = throughput.month(after: forecast.p85)
    {
      let end = throughput.contractEnd
      let late = end.map { $0.months(to: p85) } ?? 0
      notes.append(
        late > 0
          ? Phrase(
            "Au rythme passé, la livraison finit en \(p50.text(.french)) une fois sur deux, en \(p85.text(.french)) dans 85 cas sur 100 : \(late) mois après le contrat.",
            "At the pace so far handovers end in \(p50.text(.english)) one time in two, in \(p85.text(.english)) in 85 cases of 100: \(late) months past the contract."
          )[language]
          : Phrase(
            "Au rythme passé, la livraison finit en \(p50.text(.french)) une fois sur deux, en \(p85.text(.french)) dans 85 cas sur 100.",
            "At the pace so far handovers end in \(p50.text(.english)) one time in two, in \(p85.text(.english)) in 85 cases of 100."
          )[language])
    }
    if let worst = review.contractors.filter({ $0.work.lateZones > 0 }).max(by: {
      ($0.work.daysLate.percentile(50) ?? 0, $1.contractor) < ($1.work.daysLate.percentile(50) ?? 0, $0.contractor)
    }) {
      let days = worst.work.daysLate.percentile(50) ?? 0
      notes.append(
        Phrase(
          "Le plus en retard : \(worst.contractor), \(worst.work.lateZones) zones livrées ou à livrer en retard, de \(days) jours en médiane.",
          "The latest: \(worst.contractor), \(worst.work.lateZones) zones that came late or are, \(days) days in the middle."
        )[language])
    }
    if let waiting = review.deployment.stocks.first(where: { $0.from == .built })?.plugs {
      notes.append(
        Phrase(
          "Construites et pas encore livrées : \(waiting.text(.french)) prises.",
          "Built and not handed over yet: \(waiting.text(.english)) plugs.")[language])
    }
    let penalties = review.money.contracts.map(\.penalties).total()
    if penalties > .zero {
      let orders = review.money.contracts.reduce(0) { $0 + $1.lateOrders }
      notes.append(
        Phrase(
          "Pénalités encourues sur \(orders) bons de commande en retard : \(penalties.text(.french)), avant contradictoire.",
          "Penalties that run on \(orders) late orders: \(penalties.text(.english)), before the contractors are heard."
        )[language])
    }
    return Report.Section(heading: Phrase("À retenir", "In short")[language], notes: notes)
  }

  private var counters: Report.Section {
    let rows = Counter.allCases.map { counter in
      let figure = review.deployment.figures.first { $0.counter == counter }
      let base = counter.holder?.label(language) ?? Phrase("périmètre", "scope")[language]
      return [
        counter.label(language), ProgrammeWords.meaning(of: counter)[language],
        figure?.count.text(language) ?? "–", figure?.base.count.text(language) ?? "–", base,
        figure.map { language.percent($0.rate, decimals: 1) } ?? "–", figure?.date.text(language) ?? "",
        figure?.source ?? Phrase("aucune source", "no source")[language],
      ]
    }
    return Report.Section(
      heading: Phrase("Six compteurs, qui ne s'additionnent pas", "Six counters, which don't add up")[language],
      table: Report.Table(
        columns: [
          (Phrase("Compteur", "Counter"), 14.0, false),
          (Phrase("Une prise y est quand", "A plug is in it when"), 34, false),
          (Phrase("Prises", "Plugs"), 10, true), (Phrase("Sur", "Of"), 10, true), (Phrase("Base", "Base"), 12, false),
          (Phrase("Taux", "Rate"), 9, true), (Phrase("Date", "Date"), 11, false),
          (Phrase("Source", "Source"), 26, false),
        ].map { Report.Column(title: $0.0[language], width: $0.1, isNumeric: $0.2) },
        rows: rows.map { $0.map { Report.Cell($0) } }))
  }

  private var byContractor: Report.Section {
    let table = review.deployment.byContractor
    let rows = table.rows.map { row in
      [row.name.isEmpty ? Phrase("sans entreprise", "no contractor")[language] : row.name] + cells(row)
    }
    let total = [Term.total.label(language)] + cells(table.total)
    return Report.Section(
      heading: Phrase("Par entreprise", "By contractor")[language],
      table: forecast.table(
        [Phrase("Entreprise", "Contractor")] + Counter.allCases.map(\.phrase)
          + [Phrase("Raccordables / ciblées", "Connectable / targeted")], texts: 1, widths: [26],
        rows: rows + [total], strongLast: true))
  }

  func cells(_ row: CounterTable.Row) -> [String] {
    let known = Set(review.deployment.figures.map(\.counter))
    return Counter.allCases.map { known.contains($0) ? row[$0].text(language) : "–" }
      + [language.percent(Rate(Int64(row[.connectable]), over: Int64(row[.targeted])), decimals: 1)]
  }

  // MARK: Bridge

  /// The bridges of the last twelve months, and the sum of them.
  var bridge: Report.Section {
    let bridges = Array(review.deployment.bridges.suffix(12))
    func sum(_ part: (MonthlyBridge) -> Int) -> Int { bridges.reduce(0) { $0 + part($1) } }
    let rows = bridges.map { bridge in
      [bridge.month.text(language)]
        + [bridge.opening, bridge.new, -bridge.lost, bridge.back, bridge.perimeter, bridge.closing, bridge.residue]
        .map { $0.text(language) }
    }
    let total =
      [Phrase("Ensemble", "In all")[language]]
      + [
        bridges.first?.opening ?? 0, sum(\.new), -sum(\.lost), sum(\.back), sum(\.perimeter),
        bridges.last?.closing ?? 0, sum(\.residue),
      ].map { $0.text(language) }
    let deployment = review.deployment
    let closing = (deployment.bridges.last?.closing ?? 0).text(language)
    let notice = deployment.plugsInNotice.text(language)
    let open = deployment.byContractor.total[.connectable].text(language)
    return Report.Section(
      heading: Phrase(
        "Pont mensuel des prises à l'état DÉPLOYÉ (IPE)", "Monthly bridge of plugs in state DEPLOYED (IPE)")[
          language],
      startsPage: true,
      notes: [
        Phrase(
          "\(closing) déployées − \(notice) en préavis de trois mois = \(open) raccordables.",
          "\(closing) deployed − \(notice) within the three months' notice = \(open) connectable.")[language]
      ],
      table: forecast.table(
        [
          Phrase("Mois", "Month"), Phrase("Début", "Opening"), Phrase("Nouvelles", "New"), Phrase("Perdues", "Lost"),
          Phrase("Rétablies", "Back"), Phrase("Périmètre", "Perimeter"), Phrase("Fin", "Closing"),
          Phrase("Reste", "Residue"),
        ], texts: 1, rows: rows + [total], strongLast: true))
  }

  // MARK: Late zones

  private static let mostLateZones = 12

  /// Zones past their handover, the latest first.
  var lateZones: Report.Section {
    let late = review.lateZones
    let names = Dictionary(
      review.programme.places.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let rows = late.prefix(Self.mostLateZones).map { late in
      [
        late.zone.code, names[String(late.zone.code.dropFirst(4).prefix(5))] ?? "", late.zone.contractor,
        late.zone.planned[.handover]?.text(language) ?? "", late.step.map { ProgrammeWords.step($0)[language] } ?? "–",
        late.zone.plugs.text(language), late.days.text(language),
      ]
    }
    let plugs = late.reduce(0) { $0 + $1.zone.plugs }
    let shown = min(late.count, Self.mostLateZones)
    return Report.Section(
      heading: Phrase("Zones non livrées les plus en retard", "Zones not handed over, the latest first")[language],
      notes: [
        Phrase(
          "\(shown) sur \(late.count) zones en retard, qui font \(forecast.plugs(plugs)).",
          "\(shown) of \(late.count) late zones, of \(forecast.plugs(plugs)).")[language]
      ],
      table: rows.isEmpty
        ? nil
        : forecast.table(
          [
            Phrase("Zone", "Zone"), Phrase("Commune", "Commune"), Phrase("Entreprise", "Contractor"),
            Phrase("Livraison prévue", "Handover planned"), Phrase("Dernière étape franchie", "Last step reached"),
            Phrase("Prises", "Plugs"), Phrase("Jours de retard", "Days late"),
          ], texts: 5, widths: [14, 22, 24, 14, 20, 9, 12], rows: rows))
  }

  // MARK: Territory

  var communes: Report.Section {
    let table = review.deployment.byCommune
    let names = Dictionary(
      review.programme.places.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let rows = table.rows.map { [$0.name, names[$0.name] ?? ""] + cells($0) }
    return Report.Section(
      heading: Phrase("Par commune", "By commune")[language], startsPage: true,
      table: forecast.table(
        [Phrase("INSEE", "INSEE"), Phrase("Commune", "Commune")] + Counter.allCases.map(\.phrase)
          + [Phrase("Raccordables / ciblées", "Connectable / targeted")], texts: 2, widths: [8, 26],
        rows: rows + [["", Term.total.label(language)] + cells(table.total)], strongLast: true))
  }

  // MARK: Findings and method

  func findings(_ report: FindingReport) -> Report.Section {
    let groups = Dictionary(grouping: report.findings, by: \.rule).sorted { a, b in
      let (one, other) = (a.value.map(\.severity).max() ?? .info, b.value.map(\.severity).max() ?? .info)
      return one == other ? a.key < b.key : one > other
    }
    let rows = groups.map { rule, all in
      [
        (all.map(\.severity).max() ?? .info).label(language), RuleTitles.title(of: rule)?[language] ?? rule,
        "\(all[0].place(in: language)) \(all[0].code)", all.count.text(language),
      ]
    }
    return Report.Section(
      heading: Phrase("Constats sur les données", "Findings about the data")[language], startsPage: true,
      notes: rows.isEmpty ? [Term.noFinding.label(language)] : [],
      table: rows.isEmpty
        ? nil
        : forecast.table(
          [
            Phrase("Gravité", "Severity"), Phrase("Constat", "Finding"), Phrase("Premier cas", "First case"),
            Phrase("Cas", "Cases"),
          ], texts: 3, widths: [10, 44, 36, 7], rows: rows))
  }

  var method: Report.Section {
    Report.Section(
      heading: Phrase("Comment c'est calculé", "How it is worked out")[language],
      notes: [
        Phrase(
          "Livrées et construites viennent des zones ; ciblées et raccordables de l'IPE ; raccordées des tentatives réussies. Une zone est livrée quand le délégataire l'accepte. Chaque mois des courbes est compté sur sa propre liste, ceux d'avant la première sur celle-ci ; le rythme mensuel, sur les prises d'aujourd'hui.",
          "Handed over and built come from the zones; targeted and connectable from the IPE; connected from attempts that succeeded. A zone is handed over when the delegatee accepts it. Each month of the curves is counted on its own list, those before the first on that one; the monthly pace on the plugs of today."
        ),
        Phrase(
          "Valeur acquise d'une zone : APS 5, APD 10, EXE 10, travaux 50, réception 10, DOE 10, livraison 5 %. Le montant d'un lot est partagé entre ses zones selon leurs prises.",
          "Earned value of a zone: summary study 5, detailed 10, execution 10, works 50, acceptance 10, as-built file 10, handover 5%. A lot's amount is parted among its zones by their plugs."
        ),
        Phrase(
          "Échecs : code déclaré par l'opérateur, sauf cause vérifiée. Imputables : réseau ou données, rapportés aux tentatives hors fait du client ou de l'opérateur. Intervalles de Wilson à 95 %.",
          "Failures: the code that the operator declares, unless a cause was verified. Imputable: network or data, of the attempts that neither client nor operator made fail. Wilson intervals of 95%."
        ),
        Phrase(
          "Délais des études en jours ouvrés : l'horloge de l'entreprise et celle du maître d'ouvrage ne s'additionnent pas.",
          "Times of studies in working days: the contractor's clock and the owner's are not added up."),
      ].map { $0[language] })
  }
}
