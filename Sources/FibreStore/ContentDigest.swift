import FibreModel

/// A short mark of what a store holds: FNV-1a (64 bits) over the rows of an import, carried on over each row edited since.
///
/// Two stores with the same codes and other content have other digests; the same delivery, imported twice, has the same.
struct ContentDigest {
  private var digest = ByteDigest()

  /// Begins with an import.
  init() {}

  /// Goes on from the digest of the revision before.
  init(after digest: String) { add(digest) }

  /// In hexadecimal, 16 digits.
  var text: String { digest.text }

  mutating func add(_ cells: [Cell]) {
    for cell in cells { add(cell) }
    endRow()
  }

  mutating func add(_ cell: Cell) {
    switch cell {
    case .null: add(0)
    case .integer(let number):
      add(1)
      withUnsafeBytes(of: number.littleEndian) { for byte in $0 { add(byte) } }
    case .text(let text): add(text)
    case .blob(let bytes):
      add(3)
      for byte in bytes { add(byte) }
    }
  }

  mutating func endRow() { add(0xff) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(text: $0) }
  }

  mutating func add(text: UnsafeBufferPointer<UInt8>) {
    add(2)
    for byte in text { add(byte) }
    add(0xff)
  }

  mutating func add(_ edits: [RowEdit]) {
    for edit in edits {
      add(edit.table.name)
      add(edit.key)
      add(edit.after ?? [])
    }
  }

  private mutating func add(_ byte: UInt8) { digest.add(byte) }
}
