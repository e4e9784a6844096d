/// What a delivery says of an object beyond the model: column name and text, sorted by name, nothing empty.
///
/// Held as one text, a JSON object: objects that say something come by the hundred thousand, and most are never asked.
public struct Attributes: Hashable, Sendable {
  /// One stated value.
  public struct Entry: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  /// The JSON object of texts in UTF-8, as `textOfEntries(_:)` writes it; nothing where nothing is stated.
  public let bytes: [UInt8]

  public static let none = Attributes([])

  /// Keeps the pairs that have a value, in order of name.
  public init(_ pairs: [(name: String, value: String)]) {
    let stated = pairs.filter { !$0.value.isEmpty }.map { Entry(name: $0.name, value: $0.value) }
    bytes = stated.isEmpty ? [] : bytesOfEntries(stated.sorted { $0.name < $1.name })
  }

  /// Reads any JSON object of texts; nothing for another text. One that is written as here is taken as it is. O(bytes).
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    if isSettledText(text) {
      self.init(settled: Array(text))
    } else {
      guard let pairs = ColumnParser.entries(text) else { return nil }
      self.init(pairs)
    }
  }

  private init(settled bytes: [UInt8]) { self.bytes = bytes }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The names and values, in order of name. O(bytes).
  public var entries: [Entry] {
    guard let pairs = bytes.withUnsafeBufferPointer({ ColumnParser.entries($0) }) else { return [] }
    return pairs.map { Entry(name: $0.name, value: $0.value) }
  }

  /// The value of a name in ASCII, or nothing; O(bytes), and no text is made on the way.
  public subscript(name: String) -> String? {
    guard !isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { text in
      var offset = 1
      while let found = plainText(text, at: offset, limit: 0x80) {
        guard let value = plainText(text, at: found.upperBound + 2, limit: .max) else { break }
        if text[found].elementsEqual(name.utf8) {
          return String(decoding: UnsafeBufferPointer(rebasing: text[value]), as: UTF8.self)
        }
        offset = value.upperBound + 2
      }
      // At the end, or at a text with an escape in it.
      return offset >= text.count ? nil : entries.first { $0.name == name }?.value
    }
  }
}

/// Whether a text is just what `Attributes` would write for what it says, as far as one look at each byte can tell: no
/// blanks, no escapes, nothing empty, names in ASCII and in order.
private func isSettledText(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") else { return false }
  var previous = 0..<0
  var offset = 1
  while offset < text.count {
    guard let name = plainText(text, at: offset, limit: 0x80), name.upperBound + 1 < text.count,
      text[name.upperBound + 1] == UInt8(ascii: ":"), isInOrder(text, previous, name),
      let value = plainText(text, at: name.upperBound + 2, limit: .max), !value.isEmpty
    else { return false }
    previous = name
    offset = value.upperBound + 1
    guard offset < text.count - 1 else { return offset == text.count - 1 }
    guard text[offset] == UInt8(ascii: ",") else { return false }
    offset += 1
  }
  return false
}

/// The inside of the quotes that open at an offset; nothing where none do, or where a byte is escaped or beyond a limit.
private func plainText(_ text: UnsafeBufferPointer<UInt8>, at start: Int, limit: UInt8) -> Range<Int>? {
  guard start < text.count, text[start] == UInt8(ascii: "\"") else { return nil }
  var end = start + 1
  while end < text.count, text[end] != UInt8(ascii: "\"") {
    guard text[end] >= 0x20, text[end] < limit || limit == .max, text[end] != UInt8(ascii: "\\") else { return nil }
    end += 1
  }
  return end < text.count ? start + 1..<end : nil
}

private func isInOrder(_ text: UnsafeBufferPointer<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
  !text[second].lexicographicallyPrecedes(text[first])
}
