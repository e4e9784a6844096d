import FibreDeliverables

/// What is said of a table that can't be used, whatever it is for.
extension Phrase {
  static func notATable(_ path: String) -> Phrase {
    Phrase(
      "\(path) ne peut pas être lu comme table. Donner un CSV avec en-tête.",
      "\(path) can't be read as a table. Give a CSV with a header.")
  }

  static func columnMissing(_ column: String, in path: String) -> Phrase {
    Phrase(
      "\(path) n'a pas de colonne \(column). L'ajouter à l'en-tête.",
      "\(path) has no column \(column). Add it to the header.")
  }
}
