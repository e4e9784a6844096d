import FibreModel

extension String.StringInterpolation {
  /// A count and its words in French, where one and none are singular: `"\(french: 1, "fibre(s) prête(s)")"` is
  /// `1 fibre prête`.
  public mutating func appendInterpolation(french count: Int, _ words: StaticString) {
    appendLiteral(count.text(.french) + " " + words.agreeing(isSingular: count < 2))
  }

  /// A count and its words in English, where only one is singular: `"\(english: 0, "patch(es)")"` is `0 patches`.
  public mutating func appendInterpolation(english count: Int, _ words: StaticString) {
    appendLiteral(count.text(.english) + " " + words.agreeing(isSingular: count == 1))
  }
}

extension StaticString {
  /// The words with `(s)` for an ending that only the plural has, and `(y|ies)` for two endings.
  fileprivate func agreeing(isSingular: Bool) -> String {
    description.replacing(/\((?:([^|)]*)\|)?([^)]*)\)/) { match in
      isSingular ? match.output.1 ?? "" : match.output.2
    }
  }
}
