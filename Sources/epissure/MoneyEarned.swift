import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme

/// `money earned`: the earned value of work items.
struct MoneyEarned: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "earned",
    abstract: both(
      "Valeur acquise de travaux : écarts, indices, coût final.",
      "Earned value of works: variances, indices, final cost."),
    discussion: both(
      """
      Le fichier a les colonnes item;budget;planned;done : budget HT, part prévue et part faite en pour cent.
      Exemple : epissure money earned data/programme/earned.csv --actual-cost 470000
      """,
      """
      The file has the columns item;budget;planned;done: budget without tax, planned and done share in percent.
      Example: epissure money earned data/programme/earned.csv --actual-cost 470000
      """))

  @Argument(help: ArgumentHelp(both("Fichier CSV des travaux.", "CSV file of the works."), valueName: "file"))
  var file: String
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Coût réel à ce jour, HT.", "Actual cost so far, without tax."), valueName: "amount"))
  var actualCost: Money
  @OptionGroup var money: MoneyOutput

  func run() throws {
    guard !actualCost.isNegative else { throw AmountFailure.negative(actualCost) }
    let read = try EarnedValueFile(reading: file)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let sheet = EarnedValueSheet(read.items, actualCost: actualCost, source: name, findings: read.findings)
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if read.findings.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.refused) }
  }
}

extension EarnedValueFileError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing, .unreadable: Exit.unusable
    case .columnMissing, .noItems: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase("\(path) n'existe pas. Donner un fichier de travaux.", "\(path) does not exist. Give a file of works.")
    case .unreadable(let path): .notATable(path)
    case .columnMissing(let path, let column): .columnMissing(column, in: path)
    case .noItems(let path):
      Phrase("\(path) ne donne aucun travail. En ajouter.", "\(path) gives no work item. Add some.")
    }
  }
}
