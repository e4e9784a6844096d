/// An exact ratio of two whole numbers: an interest rate, a share, an index. Never a binary fraction.
public struct Rate: Hashable, Comparable, Sendable {
  public let numerator: Int64
  /// Positive, and without a factor in common with the numerator.
  public let denominator: Int64

  /// Makes the ratio of two whole numbers, or nothing when the second is zero.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int64(divisor)
    self.denominator = sign * denominator / Int64(divisor)
  }

  /// Makes a whole number of millionths: `Rate(millionths: 164_040)` is 16.404 %.
  public init(millionths: Int64) {
    let divisor = Self.commonDivisor(millionths.magnitude, 1_000_000)
    numerator = millionths / Int64(divisor)
    denominator = 1_000_000 / Int64(divisor)
  }

  /// Reads a number with a point: `0.16404`, at most nine decimals; nothing for any other text.
  public init?(_ text: some StringProtocol) {
    guard let decimal = DecimalText(text, decimals: 9) else { return nil }
    self.init(decimal.units, over: 1_000_000_000)
  }

  /// Reads a number of hundredths with a point: `16.404`, at most seven decimals; nothing for any other text.
  public init?(percent text: some StringProtocol) {
    guard let decimal = DecimalText(text, decimals: 7) else { return nil }
    self.init(decimal.units, over: 1_000_000_000)
  }

  /// The ratio of two amounts, or nothing when the second is zero.
  public init?(_ part: Money, of whole: Money) { self.init(part.cents, over: whole.cents) }

  public static let zero = Rate(millionths: 0)
  public static let one = Rate(millionths: 1_000_000)

  /// So much of an amount, rounded to the cent, halves away from zero. The result must be an amount: below 9 × 10¹⁶ €.
  public func of(_ amount: Money) -> Money {
    Money(cents: Int64((Int128(amount.cents) * Int128(numerator)).dividedRounding(by: Int128(denominator))))
  }

  /// One divided by the rate, or nothing when it is zero.
  public var inverse: Rate? { Rate(denominator, over: numerator) }

  /// What an amount is so much of, rounded to the cent, halves away from zero; nothing when the rate is zero.
  public func whole(of part: Money) -> Money? { inverse?.of(part) }

  /// The number with so many decimals, a point, halves away from zero: `0.6943`.
  public func text(decimals: Int) -> String {
    precondition((0...9).contains(decimals), "a rate is written with at most nine decimals")
    let scale = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
    return DecimalText.text(
      Int64((Int128(numerator) * scale).dividedRounding(by: Int128(denominator))), decimals: decimals)
  }

  /// The number of hundredths with so many decimals: `81.31` for 0.8131.
  public func percentText(decimals: Int) -> String {
    let hundredfold = Rate(100, over: 1).map { self * $0 } ?? self
    return hundredfold.text(decimals: decimals)
  }

  public static func < (a: Self, b: Self) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }

  /// The product; exact, but for the last digits of numbers that pass 64 bits.
  public static func * (a: Self, b: Self) -> Self {
    make(Int128(a.numerator) * Int128(b.numerator), Int128(a.denominator) * Int128(b.denominator))
  }

  /// The sum; exact, but for the last digits of numbers that pass 64 bits.
  public static func + (a: Self, b: Self) -> Self {
    make(
      Int128(a.numerator) * Int128(b.denominator) + Int128(b.numerator) * Int128(a.denominator),
      Int128(a.denominator) * Int128(b.denominator))
  }

  /// The difference, exact as the sum is.
  public static func - (a: Self, b: Self) -> Self {
    make(
      Int128(a.numerator) * Int128(b.denominator) - Int128(b.numerator) * Int128(a.denominator),
      Int128(a.denominator) * Int128(b.denominator))
  }

  private static func make(_ numerator: Int128, _ denominator: Int128) -> Rate {
    var (top, bottom) = (numerator, denominator)
    let divisor = Int128(commonDivisor(top.magnitude, bottom.magnitude))
    (top, bottom) = (top / divisor, bottom / divisor)
    while top.magnitude > UInt128(Int64.max) || bottom > Int128(Int64.max) {
      (top, bottom) = (top / 2, max(bottom / 2, 1))
    }
    return Rate(Int64(top), over: Int64(bottom)) ?? .zero
  }

  private static func commonDivisor<N: FixedWidthInteger & UnsignedInteger>(_ a: N, _ b: N) -> N {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
