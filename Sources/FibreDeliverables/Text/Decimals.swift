import FibreModel
import Foundation

/// Decimal texts from whole-number units, without a locale and without binary fractions.
enum Decimals {
  /// All digits of `units / 10^scale`, at least one decimal: `10432.1`, `812.0`.
  static func exact(_ units: Int64, scale: Int) -> String {
    var digits = String(units.magnitude)
    while digits.count <= scale { digits = "0" + digits }
    var decimals = digits.suffix(scale)
    while decimals.count > 1, decimals.last == "0" { decimals.removeLast() }
    return (units < 0 ? "-" : "") + digits.dropLast(scale) + "." + decimals
  }

  /// `units / 10^scale` with a fixed count of decimals, halves rounded away from zero.
  static func rounded(_ units: Int64, scale: Int, decimals: Int, separator: String) -> String {
    var divisor: UInt64 = 1
    for _ in decimals..<scale { divisor *= 10 }
    let shown = (units.magnitude + divisor / 2) / divisor
    var digits = String(shown)
    while digits.count <= decimals { digits = "0" + digits }
    let sign = units < 0 && shown > 0 ? "-" : ""
    let whole = sign + digits.dropLast(decimals)
    return decimals == 0 ? whole : whole + separator + digits.suffix(decimals)
  }

  /// A share as a percentage with a point.
  static func percent(_ share: Double, decimals: Int = 2) -> String {
    rounded(Int64((share * 100_000_000).rounded()), scale: 6, decimals: decimals, separator: ".")
  }
}

extension Decimal {
  /// This number times `10^scale` as a whole number, further decimals rounded; nothing when that is out of range.
  func units(scale: Int16) -> Int64? {
    var product = Decimal()
    var factor = self
    guard NSDecimalMultiplyByPowerOf10(&product, &factor, scale, .plain) == .noError else { return nil }
    var whole = Decimal()
    NSDecimalRound(&whole, &product, 0, .plain)
    return Int64("\(whole)")
  }
}

extension Language {
  /// What stands between whole and decimals.
  var decimalSeparator: String { self == .french ? "," : "." }
  /// What stands between a label and its value.
  var colon: String { self == .french ? " : " : ": " }
}

extension Length {
  /// In metres with a fixed count of decimals.
  func metresText(_ language: Language, decimals: Int = 1) -> String {
    Decimals.rounded(millimetres, scale: 3, decimals: decimals, separator: language.decimalSeparator)
  }

  /// In metres with all its decimals, at least one.
  func exactMetres(_ language: Language) -> String {
    Decimals.exact(millimetres, scale: 3).replacing(".", with: language.decimalSeparator)
  }

  /// In kilometres with a fixed count of decimals.
  func kilometresText(_ language: Language, decimals: Int = 3) -> String {
    Decimals.rounded(millimetres, scale: 6, decimals: decimals, separator: language.decimalSeparator)
  }
}

extension Loss {
  /// In decibels with a fixed count of decimals.
  func decibelsText(_ language: Language, decimals: Int = 2) -> String {
    Decimals.rounded(microdecibels, scale: 6, decimals: decimals, separator: language.decimalSeparator)
  }
}
