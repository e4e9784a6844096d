/// Semicolon-separated text with RFC 4180 quoting and plain line ends.
enum CSVText {
  /// The mark by which spreadsheets know UTF-8.
  static let mark = "\u{FEFF}"

  /// One record with its line end.
  static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ";") + "\n" }

  /// A cell, quoted when it holds what would end it.
  private static func cell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == ";" || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
