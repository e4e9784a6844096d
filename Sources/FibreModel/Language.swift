/// The language of what people read. The words themselves are written where output is made.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}
