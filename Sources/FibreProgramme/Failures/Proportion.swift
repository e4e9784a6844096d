/// A count of a whole, with the interval that the size of the whole leaves.
public struct Proportion: Hashable, Sendable {
  public let count: Int
  public let total: Int

  /// Makes a proportion; the count must be between zero and the whole.
  public init(count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "a part is not larger than its whole")
    self.count = count
    self.total = total
  }

  /// The exact share, or nothing of nothing.
  public var share: Rate? { Rate(Int64(count), over: Int64(total)) }

  /// The Wilson interval of 95 %, or nothing of nothing.
  ///
  /// `centre = (p + z²/2n)/(1 + z²/n)`, `half = z·√(p(1−p)/n + z²/4n²)/(1 + z²/n)`, `z = 1.959964`.
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
  public var interval: (low: Double, high: Double)? {
    guard total > 0 else { return nil }
    let (z, n) = (1.959964, Double(total))
    let p = Double(count) / n
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
    // Rounding must not leave what a share can be.
    return (count == 0 ? 0 : max(0, centre - half), count == total ? 1 : min(1, centre + half))
  }
}
