/// A generator whose numbers depend on its seed alone: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
struct SeededGenerator: Sendable {
  private var state: UInt64

  /// Makes the generator of one subject, so that drawing more for one subject leaves the others as they were.
  init(seed: UInt64, subject: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ subject &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number from zero, below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// A whole number of a closed range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A fraction from `low` to `high`, in steps of a millionth of their distance.
  mutating func fraction(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double(below(1_000_001)) / 1_000_000
  }

  /// The elements in a drawn order (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }
}
