import FibreDeliverables
import FibreExchange

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
      Phrase(
        "\(path) n'existe pas. Donner un dossier de programme.", "\(path) does not exist. Give a programme folder.")
    case .noZones(let path):
      Phrase(
        "\(path) n'a pas de zones.csv, ni de dossier programme qui en ait un. Donner un dossier de programme.",
        "\(path) has no zones.csv, nor a folder programme that has one. Give a programme folder.")
    case .unreadable(let path): .notATable(path)
    case .columnMissing(let path, let column): .columnMissing(column, in: path)
    case .list(let error): error.sentence
    }
  }
}
