extension TableFile {
  /// Reads a CSV file; the separator is the one of `;`, `,`, tab and `|` that its header line has most of.
  ///
  /// The scanner is ours, because GDAL's pads short rows, cuts long ones and stops at NUL bytes without a word, and
  /// can't tell the line of a row. 55,000 rows of 17 columns take about a tenth of a second.
  static func readCSV(_ path: String) throws(FormatError) -> TableFile {
    let (bytes, notUTF8) = TextDecoding.utf8(try FileBytes.read(path))
    var scanner = CSVScanner(bytes: bytes)
    guard let header = scanner.header() else { throw .noHeader(path: path) }
    if let column = header.firstRepeatedName() { throw .duplicateColumn(path: path, column: column) }
    scanner.readRows(columnCount: header.count)
    var table = FeatureTable(name: stem(path), columns: header)
    table.cells = scanner.cells
    if let notUTF8 {
      scanner.defects.append(TableDefect(line: notUTF8.first, kind: .notUTF8(lines: notUTF8.lines)))
    }
    return TableFile(path: path, table: table, lines: scanner.lines, defects: scanner.defects)
  }
}

/// Splits the UTF-8 text of a CSV file into cells.
///
/// A cell that opens with a quote ends at the quote before a separator or line end and may hold both; when the next
/// lone quote stands elsewhere (`"A" bis`), the quotes are plain text, since GraceTHD knows no text delimiter.
struct CSVScanner {
  private struct Span {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  private let bytes: [UInt8]
  private var separator = UInt8(ascii: ";")
  private var offset = 0
  private var line = 1
  private var spans: [Span] = []
  private var spansAbove: [Span] = []
  private(set) var cells: [String] = []
  private(set) var lines: [Int] = []
  var defects: [TableDefect] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The column names, without the spaces around them, or nothing in a file without text.
  mutating func header() -> [String]? {
    let end = bytes.firstIndex(of: Self.lineFeed) ?? bytes.count
    let first = bytes[..<end]
    let candidates = Self.candidates
    func count(_ byte: UInt8) -> Int { first.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
    separator = candidates.max { count($0) < count($1) || (count($0) == count($1) && $1 == candidates[0]) } ?? separator
    guard scanRow() else { return nil }
    let names = spans.map { text($0).trimmingSpaces() }
    return names.allSatisfy(\.isEmpty) || names.contains { $0.contains("\0") } ? nil : names
  }

  /// Every row with its line and as many cells as it has, blank lines apart, for files whose header may stand anywhere.
  ///
  /// The separator is the one that some line among the first hundred has most of. Rows with a quote that nothing closes
  /// are told as defects.
  mutating func raggedRows() -> [(line: Int, cells: [String])] {
    let lines = bytes.split(separator: Self.lineFeed, maxSplits: 100).prefix(100)
    let counts = Self.candidates.map { candidate in
      lines.map { line in line.reduce(0) { $0 + ($1 == candidate ? 1 : 0) } }.max() ?? 0
    }
    let best = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    separator = Self.candidates[best]
    var rows: [(line: Int, cells: [String])] = []
    while offset < bytes.count {
      let (start, startLine) = (offset, line)
      guard scanRow() else {
        defects.append(TableDefect(line: startLine, kind: .unterminatedQuote, text: raw(start)))
        continue
      }
      let cells = spans.map(text)
      if cells.contains(where: { !$0.isEmpty }) { rows.append((startLine, cells)) }
    }
    return rows
  }

  mutating func readRows(columnCount: Int) {
    while offset < bytes.count {
      let start = offset
      let startLine = line
      let isClosed = scanRow()
      let isBlank = spans.count == 1 && spans[0].start == spans[0].end && !spans[0].isQuoted
      if isBlank { continue }
      if let kind = defect(start: start, isClosed: isClosed, columnCount: columnCount) {
        defects.append(TableDefect(line: startLine, kind: kind, text: raw(start)))
      } else {
        keepRow(startLine)
      }
    }
    if let last = bytes.last, last != Self.lineFeed {
      defects.append(TableDefect(line: lines.last ?? 1, kind: .noFinalLineEnd))
    }
  }

  private func defect(start: Int, isClosed: Bool, columnCount: Int) -> TableDefect.Kind? {
    if !isClosed { return .unterminatedQuote }
    if bytes[start..<offset].contains(0) { return .nulByte }
    return spans.count == columnCount ? nil : .cellCount(expected: columnCount, found: spans.count)
  }

  private mutating func keepRow(_ startLine: Int) {
    lines.append(startLine)
    let above = cells.count - spans.count
    for column in spans.indices {
      // Text repeats down a column (dates, owners, cables): one copy in memory serves all.
      if column < spansAbove.count, above >= 0, isSameText(spans[column], spansAbove[column]) {
        cells.append(cells[above + column])
      } else {
        cells.append(text(spans[column]))
      }
    }
    swap(&spans, &spansAbove)
  }

  private func isSameText(_ a: Span, _ b: Span) -> Bool {
    // Up to 15 bytes a string needs no memory of its own, and making it is cheaper than comparing.
    let count = a.end - a.start
    guard count > 15, count == b.end - b.start, a.hasDoubledQuotes == b.hasDoubledQuotes else { return false }
    return bytes[a.start..<a.end] == bytes[b.start..<b.end]
  }

  /// Fills `spans` with one row and steps behind its line end; false when a quote is never closed.
  private mutating func scanRow() -> Bool {
    spans.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBufferPointer { bytes in
      while true {
        switch Self.quoted(bytes, at: offset, separator: separator) {
        case .notQuoted:
          let end = Self.plainEnd(bytes, from: offset, separator: separator)
          spans.append(Span(start: offset, end: end, isQuoted: false, hasDoubledQuotes: false))
          offset = end
        case .closed(let end, let lineCount, let hasDoubledQuotes):
          spans.append(Span(start: offset + 1, end: end, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
          offset = end + 1
          line += lineCount
        case .open:
          offset = bytes[offset...].firstIndex(of: Self.lineFeed) ?? bytes.count
          stepOverLineEnd(bytes)
          return false
        }
        guard offset < bytes.count, bytes[offset] == separator else {
          stepOverLineEnd(bytes)
          return true
        }
        offset += 1
      }
    }
  }

  private mutating func stepOverLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    if offset < bytes.count, bytes[offset] == Self.carriageReturn { offset += 1 }
    if offset < bytes.count, bytes[offset] == Self.lineFeed { offset += 1 }
    line += 1
  }

  private func text(_ span: Span) -> String {
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    guard span.hasDoubledQuotes else { return text }
    var single: [UInt8] = []
    var isSecond = false
    for byte in bytes[span.start..<span.end] {
      isSecond = byte == Self.quote && !isSecond
      if !isSecond { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  private func raw(_ start: Int) -> String {
    var end = offset
    while end > start, bytes[end - 1] == Self.lineFeed || bytes[end - 1] == Self.carriageReturn { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

extension CSVScanner {
  private enum Quoting {
    case notQuoted
    /// The closing quote is at `end`.
    case closed(end: Int, lineCount: Int, hasDoubledQuotes: Bool)
    case open
  }

  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// True at the end of the text, at a separator, and at a line end (LF, CR LF, or CR alone).
  private static func endsCell(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ separator: UInt8) -> Bool {
    guard offset < bytes.count else { return true }
    return bytes[offset] == separator || bytes[offset] == lineFeed || bytes[offset] == carriageReturn
  }

  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8) -> Int {
    var end = start
    while !endsCell(bytes, end, separator) { end += 1 }
    return end
  }

  private static func quoted(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, separator: UInt8) -> Quoting {
    guard start < bytes.count, bytes[start] == quote else { return .notQuoted }
    var lineCount = 0
    var hasDoubledQuotes = false
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == lineFeed { lineCount += 1 }
      if bytes[offset] == quote {
        if offset + 1 < bytes.count, bytes[offset + 1] == quote {
          hasDoubledQuotes = true
          offset += 1
        } else {
          guard endsCell(bytes, offset + 1, separator) else { return .notQuoted }
          return .closed(end: offset, lineCount: lineCount, hasDoubledQuotes: hasDoubledQuotes)
        }
      }
      offset += 1
    }
    return .open
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }
}
