public import ArgumentParser
import FibreDeliverables
import FibreExchange
public import FibreModel
public import FibreProgramme

/// `money`: loans, refunds of tax, late payments, lots.
struct MoneyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "money",
    abstract: both(
      "Finances du programme, emprunts, FCTVA, retards de paiement, lots, budget.",
      "Money of the programme, loans, refunds of tax, late payments, lots, budget."),
    subcommands: [
      MoneyProgramme.self, MoneyLoan.self, MoneyRefund.self, MoneyLate.self, MoneyLots.self, MoneyEarned.self,
      MoneyBudget.self,
    ])
}

extension Money: ExpressibleByArgument {
  /// Euros with a point or a comma; blanks part thousands.
  public init?(argument: String) {
    self.init(argument.filter { !$0.isWhitespace }.replacing(",", with: "."))
  }
}

/// A rate written in hundredths: `3` or `16.404`.
struct Percent: ExpressibleByArgument {
  let rate: Rate

  init?(argument: String) {
    guard let rate = Rate(percent: argument.replacing(",", with: ".")) else { return nil }
    self.rate = rate
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as `2027-01-12`.
  public init?(argument: String) { self.init(argument) }
}

extension Loan.Period: ExpressibleByArgument {}
extension Loan.Rounding: ExpressibleByArgument {}
extension Loan.PeriodicRate: ExpressibleByArgument {}
extension Loan.Repayment: ExpressibleByArgument {}

/// How a sheet of money is said.
struct MoneyOutput: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp(both("Écrire aussi un fichier CSV.", "Write a CSV file too."), valueName: "file"))
  var csv: String?
  @OptionGroup var output: OutputOptions

  /// Prints the sheet, and writes its lines when a file is asked for.
  func report(json: JSONValue, csv text: String, _ lines: (Language) -> String) throws {
    if let csv { try Output.write(text, to: csv) }
    Output.result(output.json ? json.text : lines(output.lang))
  }
}

/// `money loan`: the schedule of a loan.
struct MoneyLoan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loan",
    abstract: both("Échéancier d'un emprunt, au centime.", "Schedule of a loan, to the cent."),
    discussion: both(
      """
      Exemple : epissure money loan --principal 400000 --rate 3 --years 15 --period month
      Avec un loyer qui le finance : --rent 30000
      """,
      """
      Example: epissure money loan --principal 400000 --rate 3 --years 15 --period month
      With a rent that carries it: --rent 30000
      """))

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Capital emprunté, en euros.", "The principal, in euros."), valueName: "amount"))
  var principal: Money
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Taux annuel, en pour cent.", "Yearly rate, in percent."), valueName: "percent"))
  var rate: Percent
  @Option(name: .long, parsing: .unconditional, help: ArgumentHelp(both("Durée en années.", "Years."), valueName: "n"))
  var years: Int
  @Option(
    name: .long,
    help: ArgumentHelp(both("Périodicité des échéances.", "How often it is paid."), valueName: "period"))
  var period: Loan.Period
  @Option(
    name: .long, help: ArgumentHelp(both("Arrondi de l'échéance.", "Rounding of the instalment."), valueName: "unit"))
  var round: Loan.Rounding = .cent
  @Option(
    name: .long,
    help: ArgumentHelp(both("Taux de la période.", "How the rate of a period is made."), valueName: "kind"))
  var periodicRate: Loan.PeriodicRate = .proportional
  @Option(name: .long, help: ArgumentHelp(both("Ce qui reste constant.", "What stays the same."), valueName: "kind"))
  var repayment: Loan.Repayment = .constantInstalment
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Échéances d'intérêts seuls au début.", "Periods at the start with interest alone."), valueName: "n"))
  var deferred = 0
  @Option(
    name: .long, help: ArgumentHelp(both("Première échéance.", "First instalment."), valueName: "date"))
  var first: CalendarDate?
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Loyer annuel qui le finance.", "Yearly rent that carries it."), valueName: "amount"))
  var rent: Money?
  @OptionGroup var money: MoneyOutput

  func run() throws {
    if let rent, rent.isNegative { throw AmountFailure.negative(rent) }
    let schedule = try LoanSchedule(
      of: Loan(
        principal: principal, annualRate: rate.rate, years: years, period: period, periodicRate: periodicRate,
        rounding: round, repayment: repayment, deferredPeriods: deferred, firstDueOn: first))
    let sheet = LoanSheet(schedule, yearlyRent: rent)
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
  }
}

/// `money fctva`: the refund of value added tax, and the check of a declared one.
struct MoneyRefund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fctva",
    abstract: both("FCTVA d'une dépense, et contrôle de son assiette.", "Refund of tax on a spending, and its base."),
    discussion: both(
      "Exemple : epissure money fctva --spending-incl-tax 1560000 --declared 213200",
      "Example: epissure money fctva --spending-incl-tax 1560000 --declared 213200"))

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Dépense éligible TTC.", "Eligible spending with tax."), valueName: "amount"))
  var spendingInclTax: Money
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("FCTVA annoncé, à contrôler.", "A declared refund, to be checked."), valueName: "amount"))
  var declared: Money?
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Taux, en pour cent ; sinon celui en vigueur, 16,404.", "Rate, in percent; else that in force, 16.404."),
      valueName: "percent"))
  var rate: Percent?
  @OptionGroup var money: MoneyOutput

  func run() throws {
    for amount in [spendingInclTax, declared].compactMap(\.self) where amount.isNegative {
      throw AmountFailure.negative(amount)
    }
    let used = rate?.rate ?? VATRefund.rate(for: .investment, on: .latest) ?? .zero
    guard used >= .zero, used <= .one else { throw AmountFailure.rate(used) }
    let sheet = RefundSheet(VATRefund(onSpendingIncludingTax: spendingInclTax, rate: used, declared: declared))
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
  }
}

/// `money late`: interest and fixed sum of a late payment.
struct MoneyLate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "late",
    abstract: both("Intérêts moratoires et indemnité forfaitaire.", "Late-payment interest and fixed sum."),
    discussion: both(
      """
      Le taux est celui de la banque centrale plus huit points. Exemple :
        epissure money late --amount 120000 --days 18 --rate 12
      """,
      """
      The rate is that of the central bank plus eight points. Example:
        epissure money late --amount 120000 --days 18 --rate 12
      """))

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Montant TTC.", "Amount with tax."), valueName: "amount"))
  var amount: Money
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Jours de retard.", "Days late."), valueName: "n"))
  var days: Int
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Taux annuel, en pour cent.", "Yearly rate, in percent."), valueName: "percent"))
  var rate: Percent
  @OptionGroup var money: MoneyOutput

  func run() throws {
    let sheet = LatePaymentSheet(try LatePayment(amountIncludingTax: amount, daysLate: days, rate: rate.rate))
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
  }
}

/// `money lots`: the lots of a market against their estimate.
struct MoneyLots: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lots",
    abstract: both(
      "Lots d'un marché : parts, retenue, pénalités, écart.", "Lots of a market: shares, retention, penalties, gap."),
    discussion: both(
      """
      Le fichier a les colonnes kind;code;object;holder;amountExcludingTax, kind valant estimate ou lot.
      Exemple : epissure money lots data/programme/lots.csv
      """,
      """
      The file has the columns kind;code;object;holder;amountExcludingTax, kind being estimate or lot.
      Example: epissure money lots data/programme/lots.csv
      """))

  @Argument(help: ArgumentHelp(both("Fichier CSV des lots.", "CSV file of the lots."), valueName: "file"))
  var file: String
  @OptionGroup var money: MoneyOutput

  func run() throws {
    let read = try LotsFile(reading: file)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let sheet = LotsSheet(
      LotsView(read.lots, estimateExcludingTax: read.estimateExcludingTax), source: name, findings: read.findings)
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if read.findings.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.refused) }
  }
}
