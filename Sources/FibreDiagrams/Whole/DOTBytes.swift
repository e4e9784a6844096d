/// DOT text as one growing run of bytes, for graphs of hundreds of thousands of lines.
struct DOTBytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds DOT's own writing as it is.
  mutating func add(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  @_disfavoredOverload
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func add(_ number: Int) {
    guard (0..<10).contains(number) else {
      bytes.append(contentsOf: String(number).utf8)
      return
    }
    bytes.append(UInt8(48 + number))
  }

  /// Adds a name or text between quotes; plain letters, digits and signs are taken as they are.
  mutating func add(quoted text: String) {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c && $0 != 0x26 }
    guard isPlain else {
      bytes.append(contentsOf: DOTValue.quoted(text).utf8)
      return
    }
    bytes.append(0x22)
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x22)
  }
}
