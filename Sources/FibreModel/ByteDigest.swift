/// A running checksum of bytes, by which content is known again: FNV-1a with 64 bits. Not a secret.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV non-cryptographic hash algorithm".
public struct ByteDigest: Hashable, Sendable {
  @usableFromInline var sum: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  @inlinable
  public mutating func add(_ byte: UInt8) { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  /// In hexadecimal, 16 digits.
  public var text: String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
