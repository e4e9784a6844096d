/// A broken copy of some bytes.
public struct Fault: Sendable, CustomStringConvertible {
  /// What was done, for the report of a failing test: `cut at 12`, `byte 7: 41 → c1`.
  public let description: String
  public let bytes: [UInt8]
}

/// Ways to break a file on purpose.
public enum Faults {
  /// The bytes cut short, at each length from nothing to all but one.
  ///
  /// - Parameter limit: At most so many, spread evenly, the empty file and the loss of the last byte among them.
  public static func truncations(of bytes: [UInt8], limit: Int = .max) -> [Fault] {
    let count = min(bytes.count, limit)
    guard count > 1 else { return bytes.isEmpty ? [] : [Fault(description: "cut at 0", bytes: [])] }
    return (0..<count).map { step in
      let length = step * (bytes.count - 1) / (count - 1)
      return Fault(description: "cut at \(length)", bytes: Array(bytes.prefix(length)))
    }
  }

  /// Copies in which one byte, chosen by the seed, has another value.
  public static func byteFlips(of bytes: [UInt8], count: Int, seed: UInt64) -> [Fault] {
    guard !bytes.isEmpty else { return [] }
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let position = Int.random(in: bytes.indices, using: &random)
      var broken = bytes
      broken[position] ^= UInt8.random(in: 1...255, using: &random)
      let change = "\(String(bytes[position], radix: 16)) → \(String(broken[position], radix: 16))"
      return Fault(description: "byte \(position): \(change)", bytes: broken)
    }
  }
}
