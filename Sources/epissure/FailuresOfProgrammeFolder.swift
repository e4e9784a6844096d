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
