import FibreDeliverables
import FibreExchange
import FibreProgramme

/// A question about a programme that has no answer.
enum ForecastFailure: Failure {
  /// A network says nothing of zones.
  case noProgramme(path: String)
  /// Neither `--date` nor a list of addresses says which day it is.
  case noDate(path: String)
  case scopeGrowth
  case draws(Int)
  /// Too few months, or none with output.
  case history(months: Int)

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
    case .noProgramme(let path):
      Phrase(
        "\(path) est un réseau : il ne dit rien des zones. Donner leur dossier avec --programme.",
        "\(path) is a network: it says nothing of zones. Give their folder with --programme.")
    case .noDate(let path):
      Phrase(
        "\(path) n'a aucun IPE qui dise le jour des données. Donner --date.",
        "\(path) has no IPE that says the day of the data. Give --date.")
    case .scopeGrowth:
      Phrase(
        "--history, --remaining, --scope-growth et --slow-tail sont des nombres de prises. Donner des nombres possibles.",
        "--history, --remaining, --scope-growth and --slow-tail are numbers of plugs. Give possible numbers.")
    case .history(let months):
      Phrase(
        "\(months) mois d'historique : en donner au moins \(ForecastRequest.fewestMonths), dont un avec des prises.",
        "\(months) months of history: give at least \(ForecastRequest.fewestMonths), one of them with plugs.")
    case .draws(let draws):
      Phrase("\(draws) tirages : en demander de 1 à 1000000.", "\(draws) draws: ask for 1 to 1000000.")
    }
  }
}
