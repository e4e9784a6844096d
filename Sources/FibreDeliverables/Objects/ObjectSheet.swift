public import FibreModel

/// One object of a network: what it is, what it holds, and which services pass through it.
public struct ObjectSheet: Hashable, Sendable {
  /// One thing that is known of the object.
  public struct Fact: Hashable, Sendable {
    /// Its name in JSON.
    public let key: String
    public let label: Phrase
    public let value: String
    /// What people read.
    public let text: Phrase
  }

  /// Things that the object holds, one a line.
  public struct Contents: Hashable, Sendable {
    public let key: String
    public let label: Phrase
    public let lines: [String]
  }

  public let kind: Phrase
  /// The kind's name in JSON.
  public let kindKey: String
  public let code: String
  public var facts: [Fact]
  public var contents: [Contents]

  init(_ kindKey: String, _ kind: Phrase, _ code: String) {
    self.kindKey = kindKey
    self.kind = kind
    self.code = code
    facts = []
    contents = []
  }

  mutating func add(_ key: String, _ label: Phrase, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    facts.append(Fact(key: key, label: label, value: value, text: Phrase(value, value)))
  }

  /// Adds a length in metres.
  mutating func add(_ key: String, _ label: Phrase, _ length: Length) {
    let text = Phrase(length.exactMetres(.french), length.exactMetres(.english))
    facts.append(Fact(key: key, label: label, value: text.english, text: text))
  }

  mutating func add(_ key: String, _ label: Phrase, lines: [String]) {
    contents.append(Contents(key: key, label: label, lines: lines))
  }

  /// The sheet as text for a terminal; long lists are cut at `limit` lines, and say by how much.
  public func text(_ language: Language, limit: Int = 24) -> String {
    let width = facts.map { $0.label[language].count }.max() ?? 0
    var lines = ["\(kind[language]) \(code)"]
    for fact in facts {
      let label = fact.label[language]
      lines.append("  \(label)\(String(repeating: " ", count: width - label.count))  \(fact.text[language])")
    }
    for part in contents {
      lines.append("\(part.label[language]) (\(part.lines.count))")
      lines += part.lines.prefix(limit).map { "  \($0)" }
      if part.lines.count > limit {
        let rest = part.lines.count - limit
        lines.append(
          "  " + Phrase("… et \(rest) de plus (--json les donne tous)", "… and \(rest) more (--json has all)")[language]
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sheet as JSON, complete.
  public var json: JSONValue {
    .members([
      ("code", .string(code)), ("kind", .string(kindKey)),
      ("facts", .members(facts.map { ($0.key, .string($0.value)) })),
      ("contents", .members(contents.map { part in (part.key, .array(part.lines.map { .string($0) })) })),
    ])
  }
}
