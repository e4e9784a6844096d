/// An amount of euros, in whole cents. Whether it includes value added tax is said by the name of what holds it.
public struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let cents: Int64

  /// Makes an amount from whole cents.
  public init(cents: Int64) { self.cents = cents }

  /// Reads `1234.56`, `-0.5` or `1234`: a point, at most two decimals and 15 digits; nothing for any other text.
  public init?(_ text: some StringProtocol) {
    guard let decimal = DecimalText(text, decimals: 2), abs(decimal.units) < Self.limit else { return nil }
    cents = decimal.units
  }

  /// What no amount reaches that is read from a text: ten thousand billion euros.
  static let limit: Int64 = 1_000_000_000_000_000
  public static let zero = Money(cents: 0)

  public var isNegative: Bool { cents < 0 }

  /// The whole euros, halves away from zero.
  public var roundedToEuro: Money { Money(cents: Int64(Int128(cents).dividedRounding(by: 100)) * 100) }

  /// Two decimals, a point, no thousands: `-1234.50`.
  public var description: String { DecimalText.text(cents, decimals: 2) }

  public static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
  public static func + (a: Self, b: Self) -> Self { .init(cents: a.cents + b.cents) }
  public static func - (a: Self, b: Self) -> Self { .init(cents: a.cents - b.cents) }
  public static prefix func - (a: Self) -> Self { .init(cents: -a.cents) }
  public static func += (a: inout Self, b: Self) { a = a + b }
  public static func -= (a: inout Self, b: Self) { a = a - b }
  public static func * (count: Int, each: Self) -> Self { .init(cents: Int64(count) * each.cents) }
}

extension Sequence<Money> {
  /// The sum; zero of nothing.
  public func total() -> Money { reduce(.zero, +) }
}

/// A decimal number written with a point, as a whole number of its smallest unit.
struct DecimalText {
  let units: Int64

  /// Reads at most 18 digits, of which at most `decimals` after the point.
  init?(_ text: some StringProtocol, decimals: Int) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? Array(parts[1].utf8) : []
    guard let whole = parts.first.map({ Array($0.utf8) }), (1...2).contains(parts.count), !whole.isEmpty,
      parts.count == 1 || !fraction.isEmpty,
      fraction.count <= decimals, whole.count + decimals <= 18,
      (whole + fraction).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var units: Int64 = 0
    for digit in whole { units = units * 10 + Int64(digit - 0x30) }
    for digit in fraction { units = units * 10 + Int64(digit - 0x30) }
    for _ in fraction.count..<decimals { units *= 10 }
    self.units = isNegative ? -units : units
  }

  /// The text of a whole number of units, with all its decimals.
  static func text(_ units: Int64, decimals: Int) -> String {
    var digits = String(units.magnitude)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let point = decimals == 0 ? "" : "."
    return (units < 0 ? "-" : "") + digits.dropLast(decimals) + point + digits.suffix(decimals)
  }
}

extension Int128 {
  /// The quotient rounded to a whole number, halves away from zero. The divisor must be positive.
  func dividedRounding(by divisor: Int128) -> Int128 {
    precondition(divisor > 0, "a divisor of amounts is positive")
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    guard rest.magnitude >= UInt128(divisor) - rest.magnitude else { return quotient }
    return self < 0 ? quotient - 1 : quotient + 1
  }
}
