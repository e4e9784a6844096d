public import FibreModel

/// One thing said in both languages.
public struct Phrase: Hashable, Sendable {
  public let french: String
  public let english: String

  /// Makes a phrase; neither text may be empty.
  public init(_ french: String, _ english: String) {
    precondition(!french.isEmpty && !english.isEmpty, "a phrase needs both languages")
    self.french = french
    self.english = english
  }

  /// The text in a language.
  public subscript(language: Language) -> String { language == .french ? french : english }
}

/// Something that people read by a name.
public protocol Worded {
  /// Its name in both languages.
  var phrase: Phrase { get }
}

extension Worded {
  /// Its name in one language.
  public func label(_ language: Language) -> String { phrase[language] }
}
