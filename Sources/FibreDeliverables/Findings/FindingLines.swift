import FibreModel

/// What one rule found, as lines of a terminal.
struct FindingLines {
  let rule: String
  let findings: [Finding]
  /// More would hide the next rule; programs get them all.
  private static let shownCount = 20
  /// What a terminal shows without breaking lines itself.
  private static let width = 100
  /// Sentences stand beside places and codes up to this width, else below them.
  private static let greatestMargin = 40

  var severity: Finding.Severity { findings.map(\.severity).max() ?? .info }

  /// The rule with its title, then where and what; a sentence that repeats the one above is not told again.
  ///
  /// Of a long list come the first ones, and how many more there are.
  func lines(_ language: Language) -> [String] {
    let title = RuleTitles.title(of: rule)?[language]
    let head = [severity.label(language), rule, "(\(findings.count))"].joined(separator: "  ")
    let shown = findings.prefix(Self.shownCount)
    let places = shown.map { $0.place(in: language) }
    let (placeWidth, codeWidth) = (places.map(\.count).max() ?? 0, shown.map(\.code.count).max() ?? 0)
    let margin = 2 + placeWidth + 2 + (codeWidth > 0 ? codeWidth + 2 : 0)
    var earlier: Sentence?
    let body = zip(shown, places).flatMap { finding, place in
      let text = finding.message == earlier ? Term.ditto.label(language) : finding.text(in: language)
      earlier = finding.message
      let start = "  " + Report.padded(place, placeWidth) + "  " + finding.code
      return Self.lines(start, margin: margin, text)
    }
    let rest = findings.count - shown.count
    return Self.titled(head, title) + body + (rest > 0 ? ["  … \(rest) \(Term.more.label(language))"] : [])
  }

  private static func titled(_ head: String, _ title: String?) -> [String] {
    guard let title else { return [head] }
    return head.count + 2 + title.count <= width ? [head + "  " + title] : [head, "  " + title]
  }

  private static func lines(_ start: String, margin: Int, _ text: String) -> [String] {
    let isBeside = margin <= greatestMargin
    let indent = isBeside ? margin : 6
    let texts = wrapped(text, width: width - indent).map { String(repeating: " ", count: indent) + $0 }
    guard isBeside, let first = texts.first else {
      return [String(start.reversed().drop { $0 == " " }.reversed())] + texts
    }
    return [Report.padded(start, margin) + first.dropFirst(margin)] + texts.dropFirst()
  }

  /// Breaks at blanks, but for those that French puts before signs and inside quotation marks.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    let tied = [":", ";", "»"].reduce(text.replacing("« ", with: "«\u{a0}")) {
      $0.replacing(" \($1)", with: "\u{a0}\($1)")
    }
    return Report.wrapped(tied, width: width).map { $0.replacing("\u{a0}", with: " ") }
  }
}
