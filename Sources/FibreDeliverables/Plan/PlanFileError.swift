/// Why a text is no `epissure-plan-1`. A path names the place: `$.nights[0].visits[2].steps[14].a`.
public enum PlanFileError: Error, Hashable, Sendable {
  /// No JSON, in the words of the reader, which say where when it knows.
  case notJSON(message: String)
  /// The document says another format, or none.
  case otherFormat(String?)
  case missing(path: String)
  /// The value is of another kind than the one expected.
  case wrongType(path: String, expected: PlanValueKind)
  /// The text is of the right kind but stands for nothing: a day that does not exist, an end without a number…
  case badValue(path: String, text: String, expected: PlanValueKind)
}
