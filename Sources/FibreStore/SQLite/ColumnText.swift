import FibreModel

/// Names and values as a JSON object of texts, in their order; a name may come twice.
func textOfEntries(_ entries: [Attributes.Entry]) -> String { String(decoding: bytesOfEntries(entries), as: UTF8.self) }

/// The same as bytes.
func bytesOfEntries(_ entries: [Attributes.Entry]) -> [UInt8] {
  var bytes: [UInt8] = [UInt8(ascii: "{")]
  bytes.reserveCapacity(entries.reduce(2) { $0 + $1.name.utf8.count + $1.value.utf8.count + 6 })
  for entry in entries {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    appendQuoted(entry.name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendQuoted(entry.value, to: &bytes)
  }
  bytes.append(UInt8(ascii: "}"))
  return bytes
}

/// Arguments as a JSON array: a text stands for itself, an array for a sentence, its template before its arguments.
func textOfArguments(_ arguments: [Sentence.Argument]) -> String {
  var bytes: [UInt8] = []
  appendArray(of: arguments, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

private func appendArray(of arguments: [Sentence.Argument], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "["))
  for (offset, argument) in arguments.enumerated() {
    if offset > 0 { bytes.append(UInt8(ascii: ",")) }
    switch argument {
    case .text(let text): appendQuoted(text, to: &bytes)
    case .sentence(let sentence): appendArray(of: [.text(sentence.template)] + sentence.arguments, to: &bytes)
    }
  }
  bytes.append(UInt8(ascii: "]"))
}

private func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0..<0x20:
      bytes.append(contentsOf: Array("\\u00".utf8))
      bytes.append(hexDigits[Int(byte >> 4)])
      bytes.append(hexDigits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}

private let hexDigits = Array("0123456789abcdef".utf8)

/// Reads what `textOfEntries` and `textOfArguments` write, and the same with blanks and any escape, as other programs write it.
struct ColumnParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  /// The entries of a text, or nothing when it is no JSON object of texts.
  static func entries(_ bytes: UnsafeBufferPointer<UInt8>) -> [(name: String, value: String)]? {
    var parser = ColumnParser(bytes: bytes)
    return parser.object()
  }

  /// The arguments of a text, or nothing when it is no JSON array of texts and sentences.
  static func arguments(_ bytes: UnsafeBufferPointer<UInt8>) -> [Sentence.Argument]? {
    var parser = ColumnParser(bytes: bytes)
    guard let arguments = parser.array() else { return nil }
    return parser.isAtEnd ? arguments : nil
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func array() -> [Sentence.Argument]? {
    guard take("[") else { return nil }
    if take("]") { return [] }
    var arguments: [Sentence.Argument] = []
    repeat {
      guard let argument = argument() else { return nil }
      arguments.append(argument)
    } while take(",")
    return take("]") ? arguments : nil
  }

  private mutating func argument() -> Sentence.Argument? {
    if let text = quoted() { return .text(text) }
    guard let parts = array(), case .text(let template)? = parts.first else { return nil }
    return .sentence(Sentence(template: template, arguments: Array(parts.dropFirst())))
  }

  private mutating func object() -> [(name: String, value: String)]? {
    guard take("{") else { return nil }
    if take("}") { return isAtEnd ? [] : nil }
    var entries: [(name: String, value: String)] = []
    repeat {
      guard let name = quoted(), take(":"), let value = quoted() else { return nil }
      entries.append((name, value))
    } while take(",")
    return take("}") && isAtEnd ? entries : nil
  }

  private var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return offset == bytes.count
    }
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    if offset < bytes.count, bytes[offset] <= 0x20 { skipBlanks() }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func quoted() -> String? {
    guard take("\"") else { return nil }
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") { offset += 1 }
    guard offset < bytes.count else { return nil }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    if take("\"") { return String(decoding: plain, as: UTF8.self) }
    return escaped(after: plain)
  }

  private mutating func escaped(after plain: UnsafeBufferPointer<UInt8>) -> String? {
    var text = Array(plain)
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text.append(contentsOf: String(scalar).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return hexScalar()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    default: return nil
    }
  }

  /// A scalar from one group of four digits, or from two that make a surrogate pair.
  private mutating func hexScalar() -> Unicode.Scalar? {
    guard let high = hexGroup() else { return nil }
    guard (0xd800..<0xdc00).contains(high) else { return Unicode.Scalar(high) }
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
      return nil
    }
    offset += 2
    guard let low = hexGroup(), (0xdc00..<0xe000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00))
  }

  private mutating func hexGroup() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    defer { offset += 4 }
    return UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
  }
}
