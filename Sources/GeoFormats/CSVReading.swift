extension TableFile {
  /// Reads a CSV file; the separator is the one of `;`, `,`, tab and `|` that its header line has most of.
  ///
  /// The scanner is ours, because GDAL's pads short rows, cuts long ones and stops at NUL bytes without a word, and
  /// can't tell the line of a row. 55,000 rows of 17 columns take about a tenth of a second.
  static func readCSV(_ path: String) throws(FormatError) -> TableFile {
    var pieces = try LinePieces(path)
    var scanner = CSVScanner(bytes: try pieces.next() ?? [])
    guard let header = scanner.header() else { throw .noHeader(path: path) }
    if let column = header.firstRepeatedName() { throw .duplicateColumn(path: path, column: column) }
    let rows = try scanner.readRows(columnCount: header.count, from: &pieces)
    if let notUTF8 = pieces.notUTF8 {
      scanner.defects.append(TableDefect(line: notUTF8.first, kind: .notUTF8(lines: notUTF8.lines)))
    }
    return TableFile(
      path: path, name: stem(path), columns: header, rows: rows, lines: scanner.lines, defects: scanner.defects)
  }
}

/// Splits the UTF-8 text of a CSV file into cells.
///
/// A cell that opens with a quote ends at the quote before a separator or line end and may hold both; when the next
/// lone quote stands elsewhere (`"A" bis`), the quotes are plain text, since GraceTHD knows no text delimiter.
struct CSVScanner {
  private var bytes: [UInt8]
  private var scan = RowScan()
  private(set) var lines = RowLines()
  var defects: [TableDefect] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The column names, without the spaces around them, or nothing in a file without text.
  mutating func header() -> [String]? {
    let end = bytes.firstIndex(of: RowScan.lineFeed) ?? bytes.count
    let first = bytes[..<end]
    let candidates = Self.candidates
    func count(_ byte: UInt8) -> Int { first.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
    scan.separator =
      candidates.max { count($0) < count($1) || (count($0) == count($1) && $1 == candidates[0]) } ?? scan.separator
    guard scanRow() else { return nil }
    let names = scan.spans.map { text($0).trimmingSpaces() }
    return names.allSatisfy(\.isEmpty) || names.contains { $0.contains("\0") } ? nil : names
  }

  /// Every row with its line and as many cells as it has, blank lines apart, for files whose header may stand anywhere.
  ///
  /// The separator is the one that some line among the first hundred has most of. Rows with a quote that nothing closes
  /// are told as defects.
  mutating func raggedRows() -> [(line: Int, cells: [String])] {
    let lines = bytes.split(separator: RowScan.lineFeed, maxSplits: 100).prefix(100)
    let counts = Self.candidates.map { candidate in
      lines.map { line in line.reduce(0) { $0 + ($1 == candidate ? 1 : 0) } }.max() ?? 0
    }
    let best = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    scan.separator = Self.candidates[best]
    var rows: [(line: Int, cells: [String])] = []
    while scan.offset < bytes.count {
      let (start, startLine) = (scan.offset, scan.line)
      guard scanRow() else {
        defects.append(TableDefect(line: startLine, kind: .unterminatedQuote, text: raw(start)))
        continue
      }
      let cells = scan.spans.map(text)
      if cells.contains(where: { !$0.isEmpty }) { rows.append((startLine, cells)) }
    }
    return rows
  }

  /// The rows behind the header, of the bytes at hand and then of all pieces that are left.
  mutating func readRows(columnCount: Int, from pieces: inout LinePieces) throws(FormatError) -> CellRows {
    var rows = CellRows(columnCount: columnCount)
    rows.reserveCapacity(rows: 0, bytes: pieces.size)
    while true {
      if scan.offset == bytes.count, try !refill(from: &pieces, at: scan.offset, scan.line) { break }
      let (start, startLine) = (scan.offset, scan.line)
      let isClosed = scanRow()
      // What closes the quote may be in the next piece.
      if !isClosed, try refill(from: &pieces, at: start, startLine) { continue }
      let isBlank = scan.spans.count == 1 && scan.spans[0].start == scan.spans[0].end && !scan.spans[0].isQuoted
      if isBlank { continue }
      if let kind = defect(start: start, isClosed: isClosed, columnCount: columnCount) {
        defects.append(TableDefect(line: startLine, kind: kind, text: raw(start)))
      } else {
        lines.append(startLine)
        keepRow(in: &rows)
      }
    }
    if let last = bytes.last, last != RowScan.lineFeed {
      defects.append(TableDefect(line: lines.last ?? 1, kind: .noFinalLineEnd))
    }
    return rows
  }

  /// Puts the next piece behind the bytes from an offset on, and goes back there; false when there is none.
  private mutating func refill(
    from pieces: inout LinePieces, at offset: Int, _ line: Int
  ) throws(FormatError) -> Bool {
    guard let piece = try pieces.next() else { return false }
    bytes.removeFirst(offset)
    bytes += piece
    (scan.offset, scan.line) = (0, line)
    return true
  }

  private func defect(start: Int, isClosed: Bool, columnCount: Int) -> TableDefect.Kind? {
    if !isClosed { return .unterminatedQuote }
    if bytes[start..<scan.offset].contains(0) { return .nulByte }
    return scan.spans.count == columnCount ? nil : .cellCount(expected: columnCount, found: scan.spans.count)
  }

  private func keepRow(in rows: inout CellRows) {
    rows.beginRow()
    bytes.withUnsafeBufferPointer { bytes in
      for (column, span) in scan.spans.enumerated() where span.start < span.end {
        let cell = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
        if span.hasDoubledQuotes {
          Self.singled(cell).withUnsafeBufferPointer { rows.setCell(column, $0) }
        } else {
          rows.setCell(column, cell)
        }
      }
    }
  }

  /// Steps over one row, whose cells are then in `scan`; false when a quote is never closed.
  private mutating func scanRow() -> Bool { bytes.withUnsafeBufferPointer { scan.next(in: $0) } }

  private func text(_ span: RowScan.Span) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      let cell = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
      return span.hasDoubledQuotes
        ? String(decoding: Self.singled(cell), as: UTF8.self) : String(decoding: cell, as: UTF8.self)
    }
  }

  private static func singled(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var single: [UInt8] = []
    var isSecond = false
    for byte in cell {
      isSecond = byte == RowScan.quote && !isSecond
      if !isSecond { single.append(byte) }
    }
    return single
  }

  private func raw(_ start: Int) -> String {
    var end = scan.offset
    while end > start, bytes[end - 1] == RowScan.lineFeed || bytes[end - 1] == RowScan.carriageReturn { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

extension CSVScanner {
  private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }
}
