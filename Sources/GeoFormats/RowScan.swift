/// Where the cells of one row of delimited text are, row after row.
struct RowScan {
  struct Span {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  var separator = UInt8(ascii: ";")
  /// Where the next row begins.
  var offset = 0
  /// The line at which it begins, from 1.
  var line = 1
  /// The cells of the row before, quotes left out.
  private(set) var spans: [Span] = []

  private enum Quoting {
    case notQuoted
    /// The closing quote is at `end`.
    case closed(end: Int, lineCount: Int, hasDoubledQuotes: Bool)
    case open
  }

  /// Finds the cells of one row and steps behind its line end; false when a quote is never closed.
  mutating func next(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    spans.removeAll(keepingCapacity: true)
    while true {
      switch quoted(bytes, at: offset) {
      case .notQuoted:
        let end = plainEnd(bytes, from: offset)
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

  private mutating func stepOverLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    if offset < bytes.count, bytes[offset] == Self.carriageReturn { offset += 1 }
    if offset < bytes.count, bytes[offset] == Self.lineFeed { offset += 1 }
    line += 1
  }

  /// True at the end of the text, at a separator, and at a line end (LF, CR LF, or CR alone).
  private func endsCell(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    return bytes[offset] == separator || bytes[offset] == Self.lineFeed || bytes[offset] == Self.carriageReturn
  }

  private func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while !endsCell(bytes, end) { end += 1 }
    return end
  }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Quoting {
    guard start < bytes.count, bytes[start] == Self.quote else { return .notQuoted }
    var lineCount = 0
    var hasDoubledQuotes = false
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == Self.lineFeed { lineCount += 1 }
      if bytes[offset] == Self.quote {
        if offset + 1 < bytes.count, bytes[offset + 1] == Self.quote {
          hasDoubledQuotes = true
          offset += 1
        } else {
          guard endsCell(bytes, offset + 1) else { return .notQuoted }
          return .closed(end: offset, lineCount: lineCount, hasDoubledQuotes: hasDoubledQuotes)
        }
      }
      offset += 1
    }
    return .open
  }
}
