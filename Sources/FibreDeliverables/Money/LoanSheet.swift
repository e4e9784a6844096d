public import FibreModel
public import FibreProgramme

/// A loan's schedule as people and programs read it.
public struct LoanSheet: Sendable {
  private let schedule: LoanSchedule
  /// What a tenant pays a year to carry it.
  private let yearlyRent: Money?

  /// Arranges a schedule; the rent, where there is one, is held against a year's instalments.
  public init(_ schedule: LoanSchedule, yearlyRent: Money? = nil) {
    self.schedule = schedule
    self.yearlyRent = yearlyRent
  }

  public static let csvHeader = ["period", "date", "instalment", "interest", "principal", "remaining"]

  /// A line for each instalment; amounts with a point.
  public var csv: String {
    CSVText.mark + CSVText.line(Self.csvHeader)
      + schedule.lines.map { line in
        CSVText.line([
          "\(line.period)", line.dueOn?.description ?? "", line.instalment.description, line.interest.description,
          line.principal.description, line.remaining.description,
        ])
      }.joined()
  }

  /// `{"instalment":…,"lastInstalment":…,"totalInterest":…,"perYear":…,"schedule":[…],…}`, amounts as strings.
  public var json: JSONValue {
    let loan = schedule.loan
    return .members([
      ("principal", .money(loan.principal)), ("ratePercent", .string(loan.annualRate.percentText(decimals: 5))),
      ("years", .integer(loan.years)), ("period", .string(loan.period.rawValue)),
      ("periodicRate", .string(loan.periodicRate.rawValue)), ("round", .string(loan.rounding.rawValue)),
      ("repayment", .string(loan.repayment.rawValue)), ("deferredPeriods", .integer(loan.deferredPeriods)),
      ("instalment", .money(schedule.instalment)), ("lastInstalment", .money(schedule.lastInstalment)),
      ("totalInterest", .money(schedule.totalInterest)), ("perYear", .money(schedule.perYear)),
      ("yearlyRent", yearlyRent.map(JSONValue.money)), ("coveragePercent", coverage.map { .percent($0, 2) }),
      ("schedule", .array(schedule.lines.map(Self.json))),
    ])
  }

  private static func json(_ line: LoanSchedule.Line) -> JSONValue {
    .object([
      "period": .integer(line.period), "date": .text(line.dueOn?.description), "instalment": .money(line.instalment),
      "interest": .money(line.interest), "principal": .money(line.principal), "remaining": .money(line.remaining),
    ])
  }

  private var coverage: Rate? { yearlyRent.flatMap { schedule.coverage(byYearlyRent: $0) } }

  /// The instalment, the cost, and the sums of each year, as text for a terminal.
  public func text(in language: Language) -> String {
    let loan = schedule.loan
    var facts = [
      fact("Capital", "Principal", loan.principal.text(language), language),
      fact("Taux annuel", "Yearly rate", loan.annualRate.percentText(language, decimals: 3), language),
      fact("Échéance", "Instalment", schedule.instalment.text(language), language),
      fact("Dernière échéance", "Last instalment", schedule.lastInstalment.text(language), language),
      fact("Par an", "A year", schedule.perYear.text(language), language),
      fact("Total des intérêts", "Total interest", schedule.totalInterest.text(language), language),
    ]
    if let yearlyRent {
      facts.append(fact("Loyer annuel", "Yearly rent", yearlyRent.text(language), language))
      facts.append(fact("Couverture par le loyer", "Covered by rent", language.percent(coverage), language))
    }
    return Report(
      title: title[language], facts: facts,
      sections: [.init(heading: Phrase("Par année", "By year")[language], table: years(language))],
      footer: method[language], language: language, date: 0
    ).text
  }

  private var title: Phrase {
    let (loan, count) = (schedule.loan, schedule.lines.count)
    return Phrase(
      "Emprunt sur \(loan.years) ans, \(count) échéances (périodicité \(loan.period.label(.french)))",
      "Loan over \(loan.years) years, \(count) instalments (\(loan.period.label(.english)))")
  }

  /// Which of the choices that change the cents were taken.
  private var method: Phrase {
    let loan = schedule.loan
    let count = loan.deferredPeriods
    let deferral = (
      french: count > 0 ? ", différé de \(count) échéances" : "",
      english: count > 0 ? ", \(count) periods deferred" : ""
    )
    return Phrase(
      """
      Méthode : \(loan.repayment.label(.french)), taux périodique \(loan.periodicRate.label(.french)), échéance arrondie \
      \(loan.rounding.label(.french)), intérêts au centime, la dernière échéance solde le capital\(deferral.french)
      """,
      """
      Method: \(loan.repayment.label(.english)), \(loan.periodicRate.label(.english)) rate of a period, instalment rounded \
      \(loan.rounding.label(.english)), interest to the cent, the last instalment clears the loan\(deferral.english)
      """)
  }

  private func years(_ language: Language) -> Report.Table {
    let titles = [
      Phrase("année", "year"), Phrase("échéances", "instalments"), Phrase("intérêts", "interest"),
      Phrase("capital", "principal"), Phrase("reste dû", "remaining"),
    ]
    return Report.Table(
      columns: titles.map { Report.Column(title: $0[language], width: 1, isNumeric: true) },
      rows: schedule.years.enumerated().map { offset, year in
        [Report.Cell(offset + 1)]
          + [year.instalments, year.interest, year.principal, year.remaining].map { Report.Cell($0.text(language)) }
      })
  }
}

/// A label in a language and what it says.
func fact(_ french: String, _ english: String, _ value: String, _ language: Language) -> Report.Fact {
  Report.Fact(label: Phrase(french, english)[language], value: value)
}

extension JSONValue {
  /// An amount as a text with two decimals: exact in every reader.
  static func money(_ amount: Money) -> JSONValue { .string(amount.description) }

  /// Hundredths as a text with a fixed count of decimals, or null where there is no rate.
  static func percent(_ rate: Rate?, _ decimals: Int) -> JSONValue {
    .text(rate?.percentText(decimals: decimals))
  }
}
