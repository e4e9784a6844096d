/// An English sentence that remembers what was put into it, so that it can be said in another language.
///
/// It is written as a literal: `"\(code) is used twice"` has the template `{1} is used twice` and one argument. Words
/// belong to the template; arguments are codes, names and numbers, which no language changes, or sentences themselves.
public struct Sentence: Hashable, Sendable {
  /// What stands in a hole.
  public enum Argument: Hashable, Sendable {
    case text(String)
    case sentence(Sentence)
  }

  /// The words, with the holes `{1}`, `{2}`… for the arguments.
  public let template: String
  public let arguments: [Argument]

  /// Makes a sentence from its parts; a hole without an argument stays as it is written.
  public init(template: String, arguments: [Argument]) {
    self.template = template
    self.arguments = arguments
  }

  /// The whole text, each template replaced by what `translate` makes of it, which may have its holes in any order.
  public func text(_ translate: (_ template: String) -> String) -> String {
    var text = ""
    var rest = translate(template)[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      if let close = inside.firstIndex(of: "}"), let number = Int(inside[..<close]),
        arguments.indices.contains(number - 1)
      {
        text += arguments[number - 1].text(translate)
        rest = inside[inside.index(after: close)...]
      } else {
        text += "{"
        rest = inside
      }
    }
    return text + rest
  }
}

extension Sentence.Argument {
  fileprivate func text(_ translate: (String) -> String) -> String {
    switch self {
    case .text(let text): text
    case .sentence(let sentence): sentence.text(translate)
    }
  }
}

extension Sentence: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { text { $0 } }
}

// MARK: - Literals

extension Sentence: ExpressibleByStringInterpolation {
  /// Makes a sentence without arguments.
  public init(stringLiteral value: String) { self.init(template: value, arguments: []) }

  /// Makes a sentence of fixed words and the arguments between them.
  public init(stringInterpolation: StringInterpolation) {
    self.init(template: stringInterpolation.template, arguments: stringInterpolation.arguments)
  }

  /// Gathers words and arguments; what can be an argument is told by its overloads.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Argument] = []

    /// Starts with nothing, with room for what comes.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    /// Adds fixed words, which may hold no braces.
    public mutating func appendLiteral(_ literal: String) {
      precondition(!literal.contains { $0 == "{" || $0 == "}" }, "braces mark the holes of a sentence")
      template += literal
    }

    /// Puts in a name, a code or a list of such; never a word of English.
    public mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    /// Puts in a whole number.
    public mutating func appendInterpolation(_ number: Int) { append(.text(String(number))) }

    /// Puts in a code as it is.
    public mutating func appendInterpolation<Entity>(_ code: Code<Entity>) { append(.text(code.rawValue)) }

    /// Puts in a date as `2027-01-12`.
    public mutating func appendInterpolation(_ date: CalendarDate) { append(.text(date.description)) }

    /// Puts in words that are translated in their turn.
    public mutating func appendInterpolation(_ sentence: Sentence) { append(.sentence(sentence)) }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      template += "{\(arguments.count)}"
    }
  }
}
