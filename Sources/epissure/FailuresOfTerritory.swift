import FibreDeliverables
import FibreSamples

extension TerritoryError: Failure {
  var exitCode: Int32 {
    if case .unreadable = self { return Exit.unusable }
    return Exit.refused
  }

  var sentence: Phrase {
    switch self {
    case .unreadable(let path, _):
      Phrase(
        "\(path) ne peut pas être lu comme fichier de communes. Donner un CSV avec en-tête (insee, nom, pop_municipale…).",
        "\(path) can't be read as a file of communes. Give a CSV with a header (insee, nom, pop_municipale…).")
    case .missingColumn(let path, let column): .columnMissing(column, in: path)
    case .noRow(let path):
      Phrase("\(path) ne donne aucune commune. En ajouter.", "\(path) gives no commune. Add some.")
    case .noInhabitant(let path):
      Phrase(
        "\(path) : aucune commune n'a d'habitant. Corriger les populations.",
        "\(path): no commune has an inhabitant. Correct the populations.")
    default: rowSentence
    }
  }

  private var rowSentence: Phrase {
    switch self {
    case .badRow(let path, let line):
      Phrase(
        "\(path), ligne \(line) : la ligne n'a pas les colonnes de l'en-tête. La corriger.",
        "\(path), line \(line): the row has not the columns of the header. Correct it.")
    case .badCode(let path, let line):
      Phrase(
        "\(path), ligne \(line) : le code INSEE doit avoir cinq chiffres ou capitales. Le corriger.",
        "\(path), line \(line): the INSEE code must have five digits or capitals. Correct it.")
    case .badName(let path, let line):
      Phrase(
        "\(path), ligne \(line) : le nom de la commune manque, ou dépasse 100 octets. Le corriger.",
        "\(path), line \(line): the commune's name is missing, or longer than 100 bytes. Correct it.")
    case .repeatedCode(let path, let line, let code):
      Phrase(
        "\(path), ligne \(line) : la commune \(code) est déjà plus haut. N'en garder qu'une.",
        "\(path), line \(line): commune \(code) stands there before. Keep one of them.")
    case .badPopulation(let path, let line, let text):
      Phrase(
        "\(path), ligne \(line) : la population « \(text) » n'est pas un nombre d'habitants. La corriger.",
        "\(path), line \(line): the population “\(text)” is no number of inhabitants. Correct it.")
    case .badPosition(let path, let line):
      Phrase(
        "\(path), ligne \(line) : longitude et latitude doivent être en degrés, en France. Les corriger.",
        "\(path), line \(line): longitude and latitude must be in degrees, in France. Correct them.")
    default: Phrase("Fichier de communes refusé.", "File of communes refused.")
    }
  }
}

extension SampleError: Failure {
  var exitCode: Int32 { Exit.unusable }

  var sentence: Phrase {
    switch self {
    case .notWritten(let path, let reason):
      Phrase(
        "\(path) ne peut pas être écrit. Vérifier le chemin, les droits et la place.",
        "\(path) can't be written (\(reason)). Check the path, the permissions and the space.")
    }
  }
}
