extension Report {
  /// The document as plain text; notes are broken at 96 columns, tables are as wide as what they hold.
  var text: String {
    var lines = [title, String(repeating: "=", count: title.count), ""]
    lines += Self.lines(facts)
    for section in sections {
      lines.append("")
      if let heading = section.heading { lines += [heading, String(repeating: "-", count: heading.count)] }
      for note in section.notes { lines += Self.wrapped(note, width: 96) }
      lines += Self.lines(section.facts)
      if let table = section.table { lines += Self.lines(table) }
    }
    lines += ["", footer]
    return lines.map(Self.trimmed).joined(separator: "\n") + "\n"
  }

  private static func lines(_ facts: [Fact]) -> [String] {
    let width = facts.map(\.label.count).max() ?? 0
    return facts.map { padded($0.label, width) + "  " + $0.value }
  }

  static func lines(_ table: Table) -> [String] {
    let widths = table.columns.indices.map { column in
      max(table.columns[column].title.count, table.rows.map { $0[column].text.count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      zip(table.columns, zip(widths, cells))
        .map { column, cell in
          column.isNumeric ? paddedLeft(cell.1, cell.0) : padded(cell.1, cell.0)
        }
        .joined(separator: "  ")
    }
    return [line(table.columns.map(\.title)), widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")]
      + table.rows.enumerated().flatMap { row, cells in
        (table.bands[row].map { ["", $0] } ?? []) + [line(cells.map(\.text))]
      }
  }

  /// Breaks a text at blanks; a longer word stands on a line of its own.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func paddedLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
