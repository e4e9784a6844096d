/// The part of HTML that Graphviz knows, for tables inside nodes.
enum Markup {
  /// Text between tags; a newline starts another line.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.printable {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "<BR/>"
      // Graphviz puts names in the place of `\N` and its like here too.
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func bold(_ text: String) -> String { text.isEmpty ? "" : "<B>\(self.text(text))</B>" }

  /// Text in a colour or size of its own.
  static func font(_ markup: String, colour: String? = nil, size: Int? = nil) -> String {
    guard !markup.isEmpty else { return "" }
    let attributes = (colour.map { " COLOR=\"\($0)\"" } ?? "") + (size.map { " POINT-SIZE=\"\($0)\"" } ?? "")
    return "<FONT\(attributes)>\(markup)</FONT>"
  }

  /// A cell; attributes such as `BGCOLOR` stand in order of name.
  static func cell(_ markup: String, _ attributes: [String: String] = [:]) -> String {
    "<TD\(list(attributes))>\(markup)</TD>"
  }

  static func row(_ cells: [String]) -> String { "<TR>\(cells.joined())</TR>" }

  /// A table; without rows it holds one empty cell, since Graphviz refuses an empty table.
  static func table(_ rows: [String], _ attributes: [String: String] = [:]) -> String {
    "<TABLE\(list(attributes))>\(rows.isEmpty ? row([cell("")]) : rows.joined())</TABLE>"
  }

  private static func list(_ attributes: [String: String]) -> String {
    attributes.keys.sorted().map { " \($0)=\"\(attributes[$0] ?? "")\"" }.joined()
  }
}
