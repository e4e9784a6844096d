/// The texts between quotes in a Swift source, comments passed over.
struct SwiftLiterals {
  struct Literal: Hashable, Sendable {
    /// The text with `{1}`, `{2}`… for interpolations.
    var template = ""
    /// The call whose parentheses it stands in directly: `add` of `report.add("x")`; empty outside of any.
    var call = ""
    /// Texts inside its interpolations.
    var inner: [Literal] = []

    /// The words between the holes.
    var words: [Substring] {
      template.split { $0 == " " || $0.isNewline }.filter { !$0.hasPrefix("{") }
    }

    /// Two words or more, one of them in small letters; a name, a file or a key is no sentence.
    var isSentence: Bool {
      template.contains(" ") && words.contains { $0.count { $0.isLowercase } > 1 }
    }
  }

  private let source: [Character]
  private var offset = 0
  private(set) var all: [Literal] = []

  init(_ text: String) {
    source = Array(text)
    var calls: [String] = []
    var found: [Literal] = []
    _ = code(until: nil, calls: &calls, into: &found)
    all = found
  }

  private func looking(at text: String, from place: Int? = nil) -> Bool {
    let start = place ?? offset
    return start + text.count <= source.count && source[start..<start + text.count].elementsEqual(text)
  }

  /// Reads code up to the end, or up to the parenthesis that closes an interpolation.
  private mutating func code(until end: Character?, calls: inout [String], into found: inout [Literal]) -> Bool {
    var name = ""
    let depth = calls.count
    while offset < source.count {
      let character = source[offset]
      if looking(at: "//") {
        while offset < source.count, !source[offset].isNewline { offset += 1 }
      } else if character == "\"" {
        found.append(literal(in: calls.last ?? ""))
        name = ""
      } else {
        offset += 1
        if character == end, calls.count == depth { return true }
        switch character {
        case "(": calls.append(name)
        case ")": if !calls.isEmpty { calls.removeLast() }
        default: break
        }
        name = character.isLetter || character.isNumber ? name + String(character) : ""
      }
    }
    return end == nil
  }

  private mutating func literal(in call: String) -> Literal {
    let quote = looking(at: "\"\"\"") ? "\"\"\"" : "\""
    var literal = Literal(call: call)
    var holes = 0
    offset += quote.count
    while offset < source.count, !looking(at: quote) {
      if looking(at: "\\(") {
        offset += 2
        holes += 1
        literal.template += "{\(holes)}"
        var calls: [String] = []
        _ = code(until: ")", calls: &calls, into: &literal.inner)
      } else if source[offset] == "\\" {
        // Of escapes, sentences have quotes and ends of line that are none.
        if !source[offset + 1].isNewline { literal.template.append(source[offset + 1]) }
        let isJoined = source[offset + 1].isNewline
        offset += 2
        if isJoined { skipBlanks() }
      } else {
        let isBreak = source[offset].isNewline
        if !(isBreak && literal.template.isEmpty) { literal.template.append(source[offset]) }
        offset += 1
        if isBreak { skipBlanks() }
      }
    }
    offset += quote.count
    if quote.count == 3, literal.template.last?.isNewline == true { literal.template.removeLast() }
    return literal
  }

  private mutating func skipBlanks() {
    while offset < source.count, source[offset] == " " { offset += 1 }
  }
}
