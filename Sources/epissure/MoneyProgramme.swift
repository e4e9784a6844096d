import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme

/// `money programme`: contracts, credits, grants, invoices and late payments of a works programme.
struct MoneyProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: both(
      "Marchés, AP/CP, subventions, factures et retards de paiement.",
      "Contracts, credits, grants, invoices and late payments."),
    discussion: both(
      """
      La source est un dossier de programme, une livraison qui en contient un, ou un réseau avec --programme.
      Exemple : epissure money programme data/rip80 --tables finances/
      """,
      """
      The source is a programme folder, a delivery that holds one, or a network with --programme.
      Example: epissure money programme data/rip80 --tables money/
      """))

  @Argument(
    help: ArgumentHelp(both("Dossier du programme, ou réseau.", "Programme folder, or network."), valueName: "source"))
  var source: String
  @OptionGroup var asked: ProgrammeOptions
  @Option(
    name: .long,
    help: ArgumentHelp(both("Toutes les tables, en CSV.", "Every table, as CSV."), valueName: "dir"))
  var tables: String?
  @OptionGroup var money: MoneyOutput

  func run() throws {
    let (data, day) = try asked.read(source)
    let review = try ProgrammeReview(of: data.programme, data.history, on: day, geography: data.geography)
    let sheet = ProgrammeMoneySheet(review, findings: data.findings)
    if let tables { try sheet.tables.write(to: tables) }
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }
}
