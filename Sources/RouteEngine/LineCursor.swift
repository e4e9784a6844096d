/// A place in text that is read line by line and number by number, without a string being made.
///
/// The text must end with a line end: every walk along a line then stops there, and needs no other check.
struct LineCursor {
  private(set) var at = 0
  /// The line at hand, counted from 1.
  private(set) var line: Int

  private static let newline = UInt8(ascii: "\n")
  private static let zero = UInt8(ascii: "0")

  init(firstLine: Int) { line = firstLine }

  @inline(__always)
  func isAtEnd(_ text: Span<UInt8>) -> Bool { at >= text.count }

  /// The byte at hand.
  @inline(__always)
  func next(_ text: Span<UInt8>) -> UInt8 { text[at] }

  /// Skips one byte, which must not be a line end.
  @inline(__always)
  mutating func skipByte() { at &+= 1 }

  /// The next number of this line, or nothing when there is none or it is past nineteen digits, which always fit.
  @inline(__always)
  mutating func number(_ text: Span<UInt8>) -> UInt64? {
    skipBlanks(text)
    let start = at
    var number: UInt64 = 0
    while true {
      let digit = text[at] &- Self.zero
      if digit > 9 { break }
      number = number &* 10 &+ UInt64(digit)
      at &+= 1
    }
    return at == start || at &- start > 19 ? nil : number
  }

  /// The next number of this line with its sign, or nothing.
  @inline(__always)
  mutating func signedNumber(_ text: Span<UInt8>) -> Int64? {
    skipBlanks(text)
    let isNegative = text[at] == UInt8(ascii: "-")
    if isNegative { at &+= 1 }
    guard let number = number(text), let value = Int64(exactly: number) else { return nil }
    return isNegative ? -value : value
  }

  /// Skips one word and answers whether there was one.
  mutating func skipWord(_ text: Span<UInt8>) -> Bool {
    skipBlanks(text)
    let start = at
    while text[at] > UInt8(ascii: " ") { at += 1 }
    return at > start
  }

  /// Ends a line that has nothing more to say; false when it has.
  @inline(__always)
  mutating func endLine(_ text: Span<UInt8>) -> Bool {
    skipBlanks(text)
    if text[at] != Self.newline { return false }
    at &+= 1
    line &+= 1
    return true
  }

  /// Ends a line whatever else it says.
  mutating func skipLine(_ text: Span<UInt8>) {
    while text[at] != Self.newline { at += 1 }
    at += 1
    line += 1
  }

  @inline(__always)
  private mutating func skipBlanks(_ text: Span<UInt8>) {
    // Space, tab and carriage return; a line end is none.
    while text[at] <= UInt8(ascii: " "), text[at] != Self.newline { at &+= 1 }
  }
}

extension Span<UInt8> {
  /// Gives a body the text with a line end at its end; cost: a copy when there is none.
  func withLastLineEnded<Value, Fault: Error>(_ body: (Span<UInt8>) throws(Fault) -> Value) throws(Fault) -> Value {
    if isEmpty || self[count - 1] == UInt8(ascii: "\n") { return try body(self) }
    var copy: [UInt8] = []
    copy.reserveCapacity(count + 1)
    for place in 0..<count { copy.append(self[place]) }
    copy.append(UInt8(ascii: "\n"))
    return try body(copy.span)
  }
}
