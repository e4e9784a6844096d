import FibreDeliverables
import FibreExchange
import FibreProgramme

/// A question about a programme that has no answer.
enum ForecastFailure: Failure {
  /// Neither `--date` nor a list of addresses says which day it is.
  case noDate(path: String)
  case scopeGrowth
  case draws(Int)

  /// A request that can't be is refused; data that are too few for a forecast are said in the answer.
  static func check(_ outcome: Result<Forecast, ForecastRefusal>) throws(ForecastFailure) {
    guard case .failure(let refusal) = outcome else { return }
    switch refusal {
    case .draws(let draws): throw .draws(draws)
    case .negative: throw .scopeGrowth
    case .tooShort, .noOutput: return
    }
  }

  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .noDate(let path):
      Phrase(
        "\(path) n'a aucun IPE qui dise le jour des données. Donner --date.",
        "\(path) has no IPE that says the day of the data. Give --date.")
    case .scopeGrowth:
      Phrase(
        "--scope-growth et --slow-tail sont des nombres de prises. Donner des nombres possibles.",
        "--scope-growth and --slow-tail are numbers of plugs. Give possible numbers.")
    case .draws(let draws):
      Phrase("\(draws) tirages : en demander de 1 à 1000000.", "\(draws) draws: ask for 1 to 1000000.")
    }
  }
}

extension ProgrammeFolderError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing, .unreadable: Exit.unusable
    case .noZones, .columnMissing: Exit.refused
    case .list(let error): error.exitCode
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase("\(path) n'existe pas. Donner un dossier de programme.", "\(path) does not exist. Give a programme folder.")
    case .noZones(let path):
      Phrase(
        "\(path) n'a pas de zones.csv, ni de dossier programme qui en ait un. Donner un dossier de programme.",
        "\(path) has no zones.csv, nor a folder programme that has one. Give a programme folder.")
    case .unreadable(let path):
      Phrase(
        "\(path) ne peut pas être lu comme table. Donner un CSV avec en-tête.",
        "\(path) can't be read as a table. Give a CSV with a header.")
    case .columnMissing(let path, let column):
      Phrase(
        "\(path) n'a pas de colonne \(column). L'ajouter à l'en-tête.",
        "\(path) has no column \(column). Add it to the header.")
    case .list(let error): error.sentence
    }
  }
}
