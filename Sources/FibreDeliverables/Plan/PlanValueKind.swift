/// What must stand at a place of a plan file.
public enum PlanValueKind: Hashable, Sendable, Worded {
  case object, array, text, number, wholeNumber, date, fibreOrPort, reasonToStay
  case oneOf([String])

  public var phrase: Phrase {
    switch self {
    case .object: Phrase("un objet", "an object")
    case .array: Phrase("une liste", "an array")
    case .text: Phrase("un texte", "a text")
    case .number: Phrase("un nombre", "a number")
    case .wholeNumber: Phrase("un nombre entier", "a whole number")
    case .date: Phrase("une date AAAA-MM-JJ", "a date YYYY-MM-DD")
    case .fibreOrPort: Phrase("une fibre ou un port, CODE:n", "a fibre or port, CODE:n")
    case .reasonToStay: Phrase("une raison de rester", "a reason to stay")
    case .oneOf(let words):
      Phrase("l'un de : \(words.joined(separator: ", "))", "one of: \(words.joined(separator: ", "))")
    }
  }
}
