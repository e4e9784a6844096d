/// Why a text is no `epissure-plan-1`. A path names the place: `$.nights[0].visits[2].steps[14].a`.
public enum PlanFileError: Error, Hashable, Sendable {
  /// No JSON, and where, when the reader knows: a text that ends too early has no such place.
  case notJSON(TextPlace?)
  /// The document says another format, or none.
  case otherFormat(String?)
  case missing(path: String)
  /// The value is of another kind than the one expected.
  case wrongType(path: String, expected: PlanValueKind)
  /// The text is of the right kind but stands for nothing: a day that does not exist, an end without a number…
  case badValue(path: String, text: String, expected: PlanValueKind)
}

/// A place in a text, counted from 1.
public struct TextPlace: Hashable, Sendable {
  public let line: Int
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
