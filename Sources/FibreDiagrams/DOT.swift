/// The right-hand side of an attribute, in DOT's own writing.
struct DOTValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  let source: String

  init(stringLiteral text: String) { source = DOTValue.quoted(text) }
  init(integerLiteral number: Int) { source = String(number) }
  private init(source: String) { self.source = source }

  /// Plain text; a newline in it starts a centred line.
  static func text(_ text: String) -> DOTValue { DOTValue(source: quoted(text)) }

  /// A label in Graphviz' HTML, well formed.
  static func html(_ markup: String) -> DOTValue { DOTValue(source: "<\(markup)>") }

  /// A name or text between quotes that Graphviz shows as it is.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.printable {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}

extension String {
  /// The text as Graphviz' writers can carry it: no control characters, and no `&name;`.
  ///
  /// Graphviz 2.42 reads entities when it lays text out, and its SVG writer then lets what looks like one pass, which
  /// breaks the file: a word joiner, which has no width, parts the two.
  var printable: String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      if previous == "\r", scalar == "\n" { result.removeLast() }
      if previous == "&", scalar == "#" || scalar.properties.isAlphabetic { result.append("\u{2060}") }
      let isControl = scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
      result.append(scalar == "\n" || scalar == "\r" ? "\n" : scalar == "\t" ? " " : isControl ? "\u{fffd}" : scalar)
      previous = scalar
    }
    return result
  }
}

/// A graph being written. Statements keep the order in which they were added, attributes stand in order of name.
struct DOTGraph {
  private let name: String
  private let isDirected: Bool
  private var lines: [String] = []
  private var depth = 1

  typealias Attributes = [String: DOTValue]

  /// Starts a graph; `name` must not be empty, since Graphviz makes up another one for each unnamed graph.
  init(_ name: String, directed: Bool = false) {
    precondition(!name.isEmpty, "a graph has a name")
    self.name = name
    isDirected = directed
  }

  /// Sets attributes of the graph, or of the group that is open.
  mutating func set(_ attributes: Attributes) {
    for key in attributes.keys.sorted() { add("\(key)=\(attributes[key]?.source ?? "")") }
  }

  /// Sets what later nodes have.
  mutating func setNodes(_ attributes: Attributes) { add("node" + Self.list(attributes)) }

  /// Sets what later edges have.
  mutating func setEdges(_ attributes: Attributes) { add("edge" + Self.list(attributes)) }

  mutating func node(_ name: String, _ attributes: Attributes = [:]) {
    add(DOTValue.quoted(name) + Self.list(attributes))
  }

  /// Adds an edge. A port is a cell of an HTML label, and a side (`e`, `w`) where the line leaves it.
  mutating func edge(
    _ tail: String, port tailPort: String? = nil, _ head: String, port headPort: String? = nil,
    _ attributes: Attributes = [:]
  ) {
    let from = DOTValue.quoted(tail) + (tailPort.map { ":\($0)" } ?? "")
    let to = DOTValue.quoted(head) + (headPort.map { ":\($0)" } ?? "")
    add("\(from) \(isDirected ? "->" : "--") \(to)" + Self.list(attributes))
  }

  /// Adds a group of statements; one whose name starts with `cluster` is drawn with a frame.
  mutating func group(_ name: String, _ body: (inout DOTGraph) -> Void) {
    lines.append(String(repeating: "  ", count: depth) + "subgraph \(DOTValue.quoted(name)) {")
    depth += 1
    body(&self)
    depth -= 1
    lines.append(String(repeating: "  ", count: depth) + "}")
  }

  /// The graph as a DOT file.
  var text: String {
    (["\(isDirected ? "digraph" : "graph") \(DOTValue.quoted(name)) {"] + lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private mutating func add(_ statement: String) {
    lines.append(String(repeating: "  ", count: depth) + statement + ";")
  }

  private static func list(_ attributes: Attributes) -> String {
    guard !attributes.isEmpty else { return "" }
    return " [" + attributes.keys.sorted().map { "\($0)=\(attributes[$0]?.source ?? "")" }.joined(separator: ", ") + "]"
  }
}
