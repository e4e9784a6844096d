/// A place in text that is read line by line and number by number, without a string being made.
struct LineCursor {
  private(set) var at = 0
  /// The line at hand, counted from 1.
  private(set) var line: Int

  private static let newline = UInt8(ascii: "\n")
  private static let zero = UInt8(ascii: "0")

  init(firstLine: Int) { line = firstLine }

  func isAtEnd(_ text: Span<UInt8>) -> Bool { at >= text.count }

  /// The first byte of the line at hand, which is then behind.
  mutating func kind(_ text: Span<UInt8>) -> UInt8 {
    let kind = text[at]
    if kind != Self.newline { at += 1 }
    return kind
  }

  /// The next number of this line, or nothing when there is none or it is past 64 bits.
  @inline(__always)
  mutating func number(_ text: Span<UInt8>) -> UInt64? {
    skipBlanks(text)
    let start = at
    var number: UInt64 = 0
    while at < text.count {
      let digit = text[at] &- Self.zero
      if digit > 9 { break }
      number = number &* 10 &+ UInt64(digit)
      at &+= 1
    }
    // Nineteen digits always fit.
    return at == start || at - start > 19 ? nil : number
  }

  /// The next number of this line with its sign, or nothing.
  mutating func signedNumber(_ text: Span<UInt8>) -> Int64? {
    skipBlanks(text)
    let isNegative = at < text.count && text[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    guard let number = number(text), let value = Int64(exactly: number) else { return nil }
    return isNegative ? -value : value
  }

  /// Skips one word and answers whether there was one.
  mutating func skipWord(_ text: Span<UInt8>) -> Bool {
    skipBlanks(text)
    let start = at
    while at < text.count, text[at] > UInt8(ascii: " ") { at += 1 }
    return at > start
  }

  /// Ends a line that has nothing more to say; false when it has.
  @inline(__always)
  mutating func endLine(_ text: Span<UInt8>) -> Bool {
    skipBlanks(text)
    if at < text.count, text[at] != Self.newline { return false }
    at &+= 1
    line &+= 1
    return true
  }

  /// Ends a line whatever else it says.
  mutating func skipLine(_ text: Span<UInt8>) {
    while at < text.count, text[at] != Self.newline { at += 1 }
    at += 1
    line += 1
  }

  @inline(__always)
  private mutating func skipBlanks(_ text: Span<UInt8>) {
    while at < text.count, text[at] == UInt8(ascii: " ") || text[at] == 9 || text[at] == 13 { at &+= 1 }
  }
}
