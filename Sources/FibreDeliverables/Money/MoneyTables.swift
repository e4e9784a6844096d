import FibreModel
import FibreProgramme

/// The tables of a programme's money, which its own sheet and the committee's pages share.
struct MoneyTables {
  let money: MoneyReview
  let language: Language

  init(_ money: MoneyReview, _ language: Language) {
    self.money = money
    self.language = language
  }

  /// Lots, credits, grants, invoices.
  var all: [Report.Section] {
    [lots, contracts] + authorisations + [grants, invoices, lateInvoices]
  }

  private func table(
    _ titles: [Phrase], texts: Int, widths: [Double] = [], rows: [[String]], strongLast: Bool = false
  ) -> Report.Table {
    Report.Table(titles, texts: texts, widths: widths, rows: rows, strongLast: strongLast, in: language)
  }

  private var lots: Report.Section {
    let lots = money.lots
    let rows = lots.rows.map { row in
      [
        row.lot.code, row.lot.object, row.lot.holder, row.lot.amountExcludingTax.text(language),
        language.percent(row.share, decimals: 1), row.amountIncludingTax.text(language),
        row.penaltyPerDay.text(language),
      ]
    }
    let total = [
      Term.total.label(language), "", "", lots.totalExcludingTax.text(language), language.percent(.one, decimals: 1),
      lots.totalIncludingTax.text(language), "",
    ]
    let rate = language.percent(lots.awardRate, decimals: 1)
    return Report.Section(
      heading: Phrase("Marchés et estimation", "Contracts and estimate")[language], startsPage: true,
      notes: [
        Phrase(
          "Estimation \(lots.estimateExcludingTax.text(.french)) HT − marchés \(lots.totalExcludingTax.text(.french)) = \(lots.gap.text(.french)) ; attribué à \(rate).",
          "Estimate \(lots.estimateExcludingTax.text(.english)) without tax − contracts \(lots.totalExcludingTax.text(.english)) = \(lots.gap.text(.english)); awarded \(rate)."
        )[language]
      ],
      table: table(
        [
          Phrase("Lot", "Lot"), Phrase("Objet", "Object"), Phrase("Titulaire", "Holder"),
          Phrase("Montant HT", "Amount without tax"), Phrase("Part", "Share"), Phrase("Montant TTC", "With tax"),
          Phrase("Pénalité / jour", "Penalty / day"),
        ], texts: 3, widths: [9, 18, 24, 16, 9, 16, 14], rows: rows + [total], strongLast: true))
  }

  /// The life of each contract: amendments, orders, work stated, money held back.
  private var contracts: Report.Section {
    let lines = money.contracts
    func sum(_ part: (MoneyReview.ContractLine) -> Money) -> String { lines.map(part).total().text(language) }
    let rows = lines.map { line in
      [
        line.lot.code, line.amount.text(language), language.percent(line.amendedShare, decimals: 1),
        line.ordered.text(language), line.stated.text(language),
        language.percent(Rate(line.stated, of: line.amount), decimals: 1), line.retained.text(language),
        line.penalties.text(language), String(line.openReserves), ProgrammeWords.retention(line.retention, language),
      ]
    }
    let total = [
      Term.total.label(language), sum(\.amount), "", sum(\.ordered), sum(\.stated),
      language.percent(Rate(lines.map(\.stated).total(), of: lines.map(\.amount).total()), decimals: 1),
      sum(\.retained), sum(\.penalties),
      String(lines.reduce(0) { $0 + $1.openReserves }), "",
    ]
    var contracts = table(
      [
        Phrase("Lot", "Lot"), Phrase("Avec avenants HT", "With amendments"), Phrase("Avenants", "Amended"),
        Phrase("Bons de commande HT", "Ordered"), Phrase("Situations HT", "Stated"),
        Phrase("Avancement", "Stated of all"),
        Phrase("Retenue TTC", "Retained, with tax"), Phrase("Pénalités encourues HT", "Penalties that run"),
        Phrase("Réserves ouvertes", "Open reserves"),
        Phrase("Restitution", "To be paid back"),
      ], texts: 1, widths: [9, 15, 9, 16, 15, 11, 14, 13, 9, 22], rows: rows + [total], strongLast: true)
    contracts = Report.Table(
      columns: contracts.columns.dropLast() + [Report.Column(title: contracts.columns[9].title, width: 22)],
      rows: contracts.rows)
    return Report.Section(
      heading: Phrase("Vie des marchés, retenue de garantie", "Life of the contracts, retention")[language],
      table: contracts)
  }

  private var authorisations: [Report.Section] {
    money.authorisations.map { name, state in
      let rows = state.years.map { year in
        [
          String(year.year), year.credits.text(language), year.paid.text(language),
          (year.credits - year.paid).text(language), language.percent(year.executionRate, decimals: 1),
        ]
      }
      let (credits, paid) = (state.years.map(\.credits).total(), state.years.map(\.paid).total())
      let total = [
        Term.total.label(language), credits.text(language), paid.text(language), (credits - paid).text(language),
        language.percent(Rate(paid, of: credits), decimals: 1),
      ]
      let coverage =
        state.coverageYears.map { Decimals.grouped($0.text(decimals: 1), language) } ?? language.notApplicable
      return Report.Section(
        heading: Phrase("Autorisation de programme et crédits de paiement", "Authorisation and payment credits")[
          language]
          + language.colon + name,
        facts: [
          fact("Autorisé (AP)", "Authorised", state.amount.text(language), language),
          fact(
            "Engagé", "Committed",
            "\(state.committed.text(language)) (\(language.percent(state.commitmentRate, decimals: 1)))", language),
          fact("Reste à engager", "Left to commit", state.leftToCommit.text(language), language),
          fact("Mandaté", "Paid", state.paid.text(language), language),
          fact("Reste à mandater", "Left to pay", state.leftToPay.text(language), language),
          fact("Couverture, en années", "Coverage in years", coverage, language),
        ],
        table: table(
          [
            Phrase("Année", "Year"), Phrase("Crédits (CP)", "Credits"), Phrase("Mandaté", "Paid"),
            Phrase("Disponible", "Available"), Phrase("Exécution", "Execution"),
          ], texts: 1, rows: rows + [total], strongLast: true))
    }
  }

  private var grants: Report.Section {
    let lines = money.grants
    func sum(_ part: (MoneyReview.GrantLine) -> Money) -> String { lines.map(part).total().text(language) }
    let rows = lines.map { line in
      [
        line.grant.name, language.percent(line.grant.rate, decimals: 0), line.grant.capPerPlug?.text(language) ?? "–",
        line.grant.agreedAmount.text(language), line.eligibleCost.text(language), line.earned.text(language),
        line.received.text(language), line.claimable.text(language), ProgrammeWords.claim(line.state)[language],
      ]
    }
    let total = [
      Term.total.label(language), "", "", sum(\.grant.agreedAmount), "", sum(\.earned), sum(\.received),
      sum(\.claimable), "",
    ]
    return Report.Section(
      heading: Phrase("Subventions", "Grants")[language], startsPage: true,
      notes: [
        Phrase(
          "Dû = le moindre de : taux × coût éligible, plafond par prise × prises livrées, montant de la convention.",
          "Due = the least of: rate × eligible cost, cap per plug × plugs handed over, agreed amount.")[language]
      ],
      table: table(
        [
          Phrase("Subvention", "Grant"), Phrase("Taux", "Rate"), Phrase("Plafond / prise", "Cap per plug"),
          Phrase("Convention", "Agreed"), Phrase("Coût éligible HT", "Eligible cost"),
          Phrase("Dû à ce jour", "Due so far"),
          Phrase("Reçu", "Received"), Phrase("À demander", "To be claimed"), Phrase("État", "State"),
        ], texts: 1, widths: [24, 7, 11, 15, 16, 15, 15, 14, 15], rows: rows + [total], strongLast: true))
  }

  private var invoices: Report.Section {
    let figures = money.invoices
    let steps = Invoice.Step.allCases.dropFirst()
    let rows = steps.map { step in
      let days = figures.stepDays[step] ?? []
      let waiting = figures.waiting[step]
      return [
        ProgrammeWords.invoiceStep(step)[language], days.count.text(language),
        days.percentile(50).map(String.init) ?? "–", days.percentile(85).map(String.init) ?? "–",
        (waiting?.count ?? 0).text(language), (waiting?.amount ?? .zero).text(language),
      ]
    }
    let waiting = steps.map { figures.waiting[$0] }
    let total = [
      Term.total.label(language), "", figures.totalDays.percentile(50).map(String.init) ?? "–",
      figures.totalDays.percentile(85).map(String.init) ?? "–",
      waiting.reduce(0) { $0 + ($1?.count ?? 0) }.text(language),
      waiting.map { $0?.amount ?? .zero }.total().text(language),
    ]
    return Report.Section(
      heading: Phrase("Factures : quelle étape les retient", "Invoices: which step holds them")[language],
      facts: [
        fact("Reçues", "Received", figures.count.text(language), language),
        fact(
          "Payées ou dues au-delà de 30 jours", "Paid or due past 30 days",
          "\(figures.lateCount.text(language)) (\(language.percent(figures.lateShare, decimals: 1)))", language),
        fact(
          "Intérêts moratoires et indemnités dus", "Late interest and fixed sums due", figures.atRisk.text(language),
          language),
      ],
      table: table(
        [
          Phrase("Étape", "Step"), Phrase("Passages", "Times"), Phrase("Jours P50", "Days P50"),
          Phrase("Jours P85", "Days P85"), Phrase("Factures en attente", "Invoices that wait"),
          Phrase("Montant TTC en attente", "Amount that waits"),
        ], texts: 1, widths: [18, 10, 10, 10, 14, 18], rows: rows + [total], strongLast: true))
  }

  private static let mostLate = 24

  /// Which invoices are late, at which step, and what that costs.
  private var lateInvoices: Report.Section {
    let late = money.invoices.late
    let heading = Phrase("Retards de paiement", "Late payments")[language]
    guard !late.isEmpty else {
      return Report.Section(heading: heading, notes: [Phrase("Aucun.", "None.")[language]])
    }
    let rows = late.prefix(Self.mostLate).map { late in
      [
        late.invoice.code, late.invoice.contractor, late.invoice.dueOn?.text(language) ?? "–",
        late.awaited.map { ProgrammeWords.invoiceStep($0)[language] } ?? Phrase("payée", "paid")[language],
        late.invoice.amountIncludingTax.text(language), late.payment.daysLate.text(language),
        late.payment.interest.text(language), late.payment.total.text(language),
      ]
    }
    let total = [
      Term.total.label(language), "", "", "", late.map(\.invoice.amountIncludingTax).total().text(language), "",
      late.map(\.payment.interest).total().text(language), money.invoices.atRisk.text(language),
    ]
    let rate = late[0].payment.rate.percentText(language, decimals: 2)
    return Report.Section(
      heading: heading,
      notes: [
        Phrase(
          "Montant TTC × \(rate) × jours / 365, et 40 € par facture.",
          "Amount with tax × \(rate) × days / 365, and €40 each.")[language]
      ]
        + (late.count > Self.mostLate
          ? [
            Phrase(
              "Les \(Self.mostLate) premières sur \(late.count) ; le total est celui de toutes.",
              "The first \(Self.mostLate) of \(late.count); the total is that of all.")[language]
          ] : []),
      table: table(
        [
          Phrase("Facture", "Invoice"), Phrase("Entreprise", "Contractor"), Phrase("À payer le", "Due on"),
          Phrase("Attend", "Waits for"), Phrase("Montant TTC", "Amount with tax"),
          Phrase("Jours de retard", "Days late"),
          Phrase("Intérêts", "Interest"), Phrase("Avec 40 €", "With €40"),
        ], texts: 4, widths: [16, 26, 12, 16, 16, 10, 14, 14], rows: rows + [total], strongLast: true))
  }
}
