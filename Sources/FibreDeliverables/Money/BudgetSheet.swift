public import FibreModel
public import FibreProgramme

/// Budget, members' shares, financing plan and what does not hold in them, as people and programs read them.
public struct BudgetSheet: Sendable {
  private let records: BudgetRecords
  private let findings: [Finding]
  private let refundRate: Rate

  /// Arranges records; the findings are those of reading them.
  public init(_ records: BudgetRecords, findings: [Finding], refundRate: Rate = Rate(millionths: 164_040)) {
    self.records = records
    self.refundRate = refundRate
    self.findings = findings + records.findings(refundRate: refundRate)
  }

  public var errorCount: Int { findings.count { $0.severity == .error } }

  public static let csvHeader = ["table", "name", "item", "value"]

  /// A line for each amount; amounts with a point.
  public var csv: String {
    var rows = records.budget.lines.flatMap { line in
      [
        ["budget", line.name, "voted", line.voted.description],
        ["budget", line.name, "carriedOver", (line.carriedOver + line.modified).description],
        ["budget", line.name, "total", line.total.description],
      ]
    }
    rows += (records.shares?.shares ?? []).map { ["members", $0.member, "share", $0.amount.description] }
    rows += records.dues.map { ["dues", $0.member, "\($0.year)", $0.perInhabitant.description] }
    rows += (records.plan?.resources ?? []).map { ["financing", $0.name, $0.kind.rawValue, $0.amount.description] }
    rows += records.loans.map { ["loans", $0.name, "statedYearly", $0.statedYearly.description] }
    rows += records.controllers.map { ["controller", "\($0.year)", "statedTotal", $0.statedTotal.description] }
    rows += records.amounts.flatMap { amounts in
      amounts.statements.map { ["programme", amounts.programme, $0.source, $0.amountExcludingTax.description] }
    }
    return CSVText.mark + ([Self.csvHeader] + rows).map { CSVText.line($0) }.joined()
  }

  /// `{"budget":[…],"members":[…],"dues":[…],"financing":…,"loans":[…],"controllers":[…],"programme":[…],"findings":[…]}`.
  public var json: JSONValue {
    .object([
      "budget": .array(
        records.budget.lines.map {
          .object([
            "line": .string($0.name), "voted": .money($0.voted), "carriedOver": .money($0.carriedOver + $0.modified),
            "total": .money($0.total), "carriedPercent": .percent($0.carriedShare, 2),
          ])
        }),
      "members": .array(
        (records.shares?.shares ?? []).map {
          .object([
            "member": .string($0.member), "amount": .money($0.amount),
            "sharePercent": .percent(records.shares?.part(of: $0), 2),
          ])
        }),
      "dues": .array(
        records.dues.map {
          .object([
            "member": .string($0.member), "year": .integer($0.year), "perInhabitant": .money($0.perInhabitant),
          ])
        }),
      "financing": records.plan.map(financing) ?? .null,
      "loans": .array(
        records.loans.map { .object(["loan": .string($0.name), "statedYearly": .money($0.statedYearly)]) }),
      "controllers": .array(
        records.controllers.map {
          .object([
            "year": .integer($0.year), "perDay": .money($0.perDay), "statedTotal": .money($0.statedTotal),
            "days": $0.days.map { .number($0.text(decimals: 1)) } ?? .null,
          ])
        }),
      "programme": .array(
        records.amounts.flatMap { amounts in
          amounts.statements.map {
            .object([
              "programme": .string(amounts.programme), "source": .string($0.source),
              "amount": .money($0.amountExcludingTax),
            ])
          }
        }),
      "findings": .array(FindingReport(findings).findings.map(JSONValue.finding)),
    ])
  }

  private func financing(_ plan: FinancingPlan) -> JSONValue {
    .object([
      "name": .string(plan.name), "spendingExclTax": .money(plan.spendingExcludingTax),
      "spendingInclTax": .money(plan.spendingIncludingTax), "uncovered": .money(plan.uncovered),
      "neededLoan": .money(plan.neededLoan(refundRate: refundRate)),
      "resources": .array(
        plan.resources.map {
          .object(["name": .string($0.name), "kind": .string($0.kind.rawValue), "amount": .money($0.amount)])
        }),
    ])
  }

  // MARK: Text

  /// The tables that the folder has, then the findings.
  public func text(in language: Language) -> String {
    let sections = [
      budget(language), members(language), dues(language), plan(language), programme(language),
    ].compactMap(\.self)
    let report = Report(
      title: Phrase("Budget et financement", "Budget and financing")[language], facts: facts(language),
      sections: sections, footer: Phrase("Montants en euros", "Amounts in euros")[language], language: language,
      date: 0)
    return report.text + "\n" + FindingReport(findings).text(in: language)
  }

  private func facts(_ language: Language) -> [Report.Fact] {
    records.loans.map { loan in
      fact("Emprunt, annuité annoncée", "Loan, stated yearly", loan.statedYearly.text(language), language)
    }
      + records.controllers.map { year in
        let days = year.days.map { Decimals.grouped($0.text(decimals: 0), language) } ?? language.notApplicable
        return fact(
          "Contrôle des études \(year.year)", "Control of studies \(year.year)",
          Phrase(
            "\(year.statedTotal.text(.french)), soit \(days) jours à \(year.perDay.text(.french))",
            "\(year.statedTotal.text(.english)), or \(days) days at \(year.perDay.text(.english))")[language], language)
      }
  }

  private func table(_ titles: [Phrase], texts: Int = 1, _ rows: [[String]], _ language: Language) -> Report.Table {
    Report.Table(
      columns: titles.enumerated().map { Report.Column(title: $1[language], width: 1, isNumeric: $0 >= texts) },
      rows: rows.map { $0.map { Report.Cell($0) } })
  }

  private func budget(_ language: Language) -> Report.Section? {
    guard !records.budget.lines.isEmpty else { return nil }
    let rows = records.budget.lines.map { line in
      [
        line.name, line.voted.text(language), (line.carriedOver + line.modified).text(language),
        line.total.text(language), language.percent(line.carriedShare, decimals: 1),
      ]
    }
    return Report.Section(
      heading: Phrase("Budget", "Budget")[language],
      table: table(
        [
          Phrase("ligne", "line"), Phrase("voté", "voted"), Phrase("reporté et modifié", "carried over, modified"),
          Phrase("total", "total"), Phrase("part reportée", "share carried over"),
        ], rows, language))
  }

  private func members(_ language: Language) -> Report.Section? {
    guard let shares = records.shares else { return nil }
    let rows =
      shares.shares.map { share in
        [share.member, share.amount.text(language), language.percent(shares.part(of: share))]
      } + [[Term.total.label(language), shares.total.text(language), language.percent(.one)]]
    return Report.Section(
      heading: Phrase("Parts des membres", "Members' shares")[language],
      table: table([Phrase("membre", "member"), Phrase("part", "share"), Phrase("%", "%")], rows, language))
  }

  private func dues(_ language: Language) -> Report.Section? {
    guard !records.dues.isEmpty else { return nil }
    let rows = records.dues.map { [$0.member, "\($0.year)", $0.perInhabitant.text(language)] }
    return Report.Section(
      heading: Phrase("Cotisations par habitant", "Dues per inhabitant")[language],
      table: table(
        [Phrase("membre", "member"), Phrase("année", "year"), Phrase("par habitant", "each")], rows, language))
  }

  private func plan(_ language: Language) -> Report.Section? {
    guard let plan = records.plan else { return nil }
    let rows =
      [
        [Phrase("dépense HT", "spending without tax")[language], plan.spendingExcludingTax.text(language)],
        [Phrase("dépense TTC", "spending with tax")[language], plan.spendingIncludingTax.text(language)],
      ] + plan.resources.map { ["\($0.name)", $0.amount.text(language)] }
      + [
        [Phrase("non couvert", "uncovered")[language], plan.uncovered.text(language)],
        [
          Phrase("emprunt nécessaire avec le FCTVA de la règle", "loan needed with the refund of the rule")[language],
          plan.neededLoan(refundRate: refundRate).text(language),
        ],
      ]
    return Report.Section(
      heading: Phrase("Plan de financement", "Financing plan")[language] + language.colon + plan.name,
      table: table([Phrase("poste", "item"), Phrase("montant", "amount")], rows, language))
  }

  private func programme(_ language: Language) -> Report.Section? {
    let rows = records.amounts.flatMap { amounts in
      amounts.statements.map { [amounts.programme, $0.source, $0.amountExcludingTax.text(language)] }
    }
    guard !rows.isEmpty else { return nil }
    return Report.Section(
      heading: Phrase("Montant du programme selon les documents", "Amount of the programme by document")[language],
      table: table(
        [Phrase("programme", "programme"), Phrase("document", "document"), Phrase("montant HT", "without tax")],
        texts: 2, rows, language))
  }
}
