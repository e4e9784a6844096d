import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel

/// `money budget`: what an owner's minutes say of its money, and what does not hold in them.
struct MoneyBudget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: both(
      "Budget, parts des membres, plan de financement, et leurs fautes.",
      "Budget, members' shares, financing plan, and the faults in them."),
    discussion: both(
      """
      Le dossier a un ou plusieurs de : budget, members, dues, financing, loans, controller, programme (.csv).
      Exemple : epissure money budget data/programme
      """,
      """
      The folder has one or several of: budget, members, dues, financing, loans, controller, programme (.csv).
      Example: epissure money budget data/programme
      """))

  @Argument(help: ArgumentHelp(both("Dossier de fichiers CSV.", "Folder of CSV files."), valueName: "dir"))
  var folder: String
  @OptionGroup var money: MoneyOutput

  func run() throws {
    let read = try BudgetFolder(reading: folder)
    let sheet = BudgetSheet(read.records, findings: read.findings)
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }
}

extension BudgetFolderError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing: Exit.unusable
    case .nothing, .unreadable: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase("\(path) n'existe pas. Donner un dossier.", "\(path) does not exist. Give a folder.")
    case .unreadable(let path): .notATable(path)
    case .nothing(let path):
      Phrase(
        "\(path) n'a ni budget.csv, ni members.csv, ni financing.csv, ni programme.csv. En ajouter un.",
        "\(path) has neither budget.csv nor members.csv, financing.csv or programme.csv. Add one.")
    }
  }
}
