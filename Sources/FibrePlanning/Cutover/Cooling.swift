/// Falling temperatures and the chance to accept what is worse, without a mathematics library: the same on every machine.
struct Cooling: Sendable {
  private var temperature: Double
  private let factor: Double
  private var waiting = 0
  /// Steps for which a temperature holds.
  private static let stage = 128

  init(from hot: Double, to cold: Double, steps: Int) {
    temperature = hot
    let stages = max(1, steps / Self.stage)
    factor = Self.root(cold / hot, stages)
  }

  /// What a step may lose: exponential in the mean of the present temperature.
  @inline(__always) mutating func allowance(_ random: inout SplitMix) -> Double {
    waiting += 1
    if waiting == Self.stage {
      waiting = 0
      temperature *= factor
    }
    return temperature * Self.exponential[Int(truncatingIfNeeded: random.next() >> 54)]
  }

  /// Quantiles of the exponential distribution, at the middles of 1 024 equal parts.
  private static let exponential: [Double] = (0..<1024).map { -logarithm((Double($0) + 0.5) / 1024) }

  /// The natural logarithm of a positive number: its binary exponent, and the series of the inverse hyperbolic tangent.
  static func logarithm(_ value: Double) -> Double {
    let z = (value.significand - 1) / (value.significand + 1)
    var term = z
    var sum = 0.0
    for power in stride(from: 1.0, through: 31, by: 2) {
      sum += term / power
      term *= z * z
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }

  /// The n-th root of a number between 0 and 1, by bisection.
  private static func root(_ value: Double, _ n: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if power(middle, n) < value { low = middle } else { high = middle }
    }
    return high
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
