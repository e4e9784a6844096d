/// Many short texts in one block of bytes, found by position or by text; for fibres and joints, which come by the million.
///
/// A text costs its bytes plus about 16. An empty text means "no code" and is never found.
public struct CodeTable: Hashable, Sendable {
  @usableFromInline private(set) var bytes: [UInt8] = []
  @usableFromInline private(set) var ends: [UInt32] = []
  private var found = HashedPositions()

  public init() {}

  /// Whether they hold the same texts in the same order; where those are entered follows from how the table grew.
  public static func == (a: Self, b: Self) -> Bool { a.ends == b.ends && a.bytes == b.bytes }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(bytes)
  }

  /// Takes texts that lie end to end, each ending where the list says; nothing when that can't be. O(bytes).
  init?(bytes: [UInt8], ends: [UInt32]) {
    guard zip(ends, ends.dropFirst()).allSatisfy(<=), Int(ends.last ?? 0) == bytes.count else { return nil }
    self.bytes = bytes
    self.ends = ends
    found = bytes.withUnsafeBufferPointer { bytes in
      let stated = ends.indices.lazy.filter { !Self.range($0, ends).isEmpty }
      return HashedPositions(stated) { position in
        HashedPositions.hash(UnsafeBufferPointer(rebasing: bytes[Self.range(position, ends)]))
      } areEqual: { a, b in
        areEqual(bytes[Self.range(a, ends)], bytes[Self.range(b, ends)])
      }
    }
  }

  /// What the table holds, as it takes it.
  var texts: (bytes: [UInt8], ends: [UInt32]) { (bytes, ends) }

  public var count: Int { ends.count }

  /// The text at a position; O(length).
  public subscript(position: Int) -> String {
    String(decoding: bytes[Self.range(position, ends)], as: UTF8.self)
  }

  /// The first position that holds a text, or nothing; O(length).
  public func position(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { position(of: $0) }
  }

  /// The same for a text given by its bytes.
  public func position(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      found.position(HashedPositions.hash(text)) { areEqual(bytes[Self.range($0, ends)], text[...]) }
    }
  }

  /// Lends the bytes of the text at a position.
  @inlinable
  public func withBytes<Result>(
    _ position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[Self.range(position, ends)])) }
  }

  /// Adds a text at the next position. A text that is there already can be read by position, and found at its first.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
    enter(ends.count - 1)
  }

  /// Adds a text at the next position unless it is there already; whether it was added. An empty text always is.
  public mutating func appendIfNew(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { appendIfNew($0) }
  }

  /// The same for a text given by its bytes.
  public mutating func appendIfNew(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    add(text)
    if enter(ends.count - 1) { return true }
    ends.removeLast()
    bytes.removeLast(bytes.count - Int(ends.last ?? 0))
    return false
  }

  public mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(count * 16)
    found.reserveCapacity(count)
  }

  @inlinable
  static func range(_ position: Int, _ ends: [UInt32]) -> Range<Int> {
    (position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])
  }

  /// Puts a text after the others, where it can be read but not yet found.
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// Makes a text found, unless it is empty or an equal one is found already; false in the latter case.
  @discardableResult
  private mutating func enter(_ position: Int) -> Bool {
    let ends = ends
    let range = Self.range(position, ends)
    guard !range.isEmpty else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      let text = bytes[range]
      let hash = HashedPositions.hash(UnsafeBufferPointer(rebasing: text))
      return found.enter(position, hash) { areEqual(bytes[Self.range($0, ends)], text) } == nil
    }
  }
}

private func areEqual(_ a: Slice<UnsafeBufferPointer<UInt8>>, _ b: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  a.count == b.count && a.elementsEqual(b)
}
