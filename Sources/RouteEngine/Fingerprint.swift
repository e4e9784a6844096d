extension CSRGraph {
  /// A number that tells graphs apart: nodes, arcs and weights, each at its place. Not a secret. Cost: linear.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV non-cryptographic hash algorithm", by 64-bit words.
  public var fingerprint: UInt64 {
    var sum = shape
    for arc in arcs { sum.add(UInt64(arc.weight)) }
    return sum.value
  }

  /// The same of nodes and arcs alone, whatever the arcs weigh.
  public var shapeFingerprint: UInt64 { shape.value }

  private var shape: Fingerprint {
    var sum = Fingerprint()
    sum.add(UInt64(nodeCount))
    for start in firstArc { sum.add(UInt64(start)) }
    for arc in arcs { sum.add(UInt64(arc.head)) }
    return sum
  }
}

/// A running checksum of numbers. Each step undoes no other: a change of any one number changes the value.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x100_0000_01b3
    value ^= value >> 29
  }
}
