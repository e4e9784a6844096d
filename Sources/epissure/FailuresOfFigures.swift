import FibreDeliverables
import FibreExchange

extension CommuneFiguresError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing: Exit.unusable
    case .noFigures: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase(
        "\(path) n'existe pas. Donner un fichier de chiffres par commune.",
        "\(path) does not exist. Give a file of figures by commune.")
    case .noFigures(let path):
      Phrase(
        "\(path) n'a pas d'en-tête avec un code de commune (insee) et des nombres. En donner un qui en a.",
        "\(path) has no header with a commune's code (insee) and numbers. Give one that has.")
    }
  }
}
