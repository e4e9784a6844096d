import FibreDeliverables
import FibreExchange

extension IPEError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing, .unreadable: Exit.unusable
    case .notAnIPE, .severalFiles: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase("\(path) n'existe pas. Donner un fichier IPE.", "\(path) does not exist. Give an IPE file.")
    case .unreadable(let path, let reason):
      Phrase("\(path) ne peut pas être lu : \(reason).", "\(path) can't be read: \(reason).")
    case .notAnIPE(let path):
      Phrase(
        "\(path) n'a pas de colonne EtatImmeuble, ou rien qui nomme une adresse. Donner un fichier IPE.",
        "\(path) has no column EtatImmeuble, or nothing that names an address. Give an IPE file.")
    case .severalFiles(let path, let count):
      Phrase(
        "\(path) contient \(count) fichiers. Donner une archive d'un seul fichier.",
        "\(path) holds \(count) files. Give an archive of one file.")
    }
  }
}

extension TerritoryFolderError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing, .unreadable: Exit.unusable
    case .noCommunes, .columnMissing: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase(
        "\(path) n'existe pas. Donner un dossier de communes.", "\(path) does not exist. Give a folder of communes.")
    case .noCommunes(let path):
      Phrase(
        "\(path) n'a ni communes_AAAA.csv ni communes_AAAA.geojson. En ajouter.",
        "\(path) has neither communes_YYYY.csv nor communes_YYYY.geojson. Add one.")
    case .unreadable(let path): .notATable(path)
    case .columnMissing(let path, let column): .columnMissing(column, in: path)
    }
  }
}
