/// A text that is no JSON: where it stops being one. Lines and columns count from 1, columns in bytes.
public struct JSONFault: Error, Hashable, Sendable {
  public let line: Int
  public let column: Int
}

extension JSONValue {
  /// Reads a JSON document (RFC 8259) in UTF-8, with or without a mark; of a key given twice, the last counts.
  ///
  /// Written here because the decoders of Foundation turn numbers into binary fractions and don't say where they stopped.
  public init(reading bytes: [UInt8]) throws(JSONFault) {
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
  }
}

/// One pass over the bytes of a document.
private struct JSONReader {
  let bytes: [UInt8]
  var position = 0
  /// Deeper documents are refused, since each level takes stack.
  static let greatestDepth = 200

  mutating func document() throws(JSONFault) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw fault() }
    return value
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    skipBlanks()
    guard depth < Self.greatestDepth, position < bytes.count else { throw fault() }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    var members: [String: JSONValue] = [:]
    position += 1
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      let key = try string()
      guard take(":") else { throw fault() }
      members[key] = try value(depth: depth + 1)
    } while take(",")
    guard take("}") else { throw fault() }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    var items: [JSONValue] = []
    position += 1
    if take("]") { return .array(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw fault() }
    return .array(items)
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw fault() }
    position += text.utf8.count
    return value
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  private mutating func number() throws(JSONFault) -> String {
    let start = position
    _ = takeByte { $0 == UInt8(ascii: "-") }
    if !takeByte({ $0 == UInt8(ascii: "0") }) { try digits() }
    if takeByte({ $0 == UInt8(ascii: ".") }) { try digits() }
    if takeByte({ $0 | 0x20 == UInt8(ascii: "e") }) {
      _ = takeByte { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while takeByte({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {}
    guard position > start else { throw fault() }
  }

  private mutating func string() throws(JSONFault) -> String {
    guard takeByte({ $0 == UInt8(ascii: "\"") }) else { throw fault() }
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let decoded = String(validating: text, as: UTF8.self) else { throw fault() }
        return decoded
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault()
      default: text.append(byte)
      }
    }
    throw fault()
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard position < bytes.count else { throw fault() }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
    default: throw fault()
    }
  }

  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      let low = try fourDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw fault() }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault() }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fault() }
    position += 4
    return code
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    return takeByte { $0 == UInt8(ascii: scalar) }
  }

  private mutating func takeByte(_ fits: (UInt8) -> Bool) -> Bool {
    guard position < bytes.count, fits(bytes[position]) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while takeByte({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {}
  }

  private func fault() -> JSONFault {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFault(line: line, column: before.count - lineStart + 1)
  }
}
