import FibreModel

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

  /// `text` times `10^scale` as a whole number, further decimals rounded; nothing when it is no number of that range.
  static func units(_ text: String, scale: Int) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, !text.contains(where: { $0 == "e" || $0 == "E" }) else { return scaled(text, scale: scale) }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.count <= scale else { return scaled(text, scale: scale) }
    return Int64(String(parts[0]) + decimals + String(repeating: "0", count: scale - decimals.count))
  }

  private static func scaled(_ text: String, scale: Int) -> Int64? {
    guard var value = Double(text) else { return nil }
    for _ in 0..<scale { value *= 10 }
    return Int64(exactly: value.rounded(.toNearestOrEven))
  }
}

extension Language {
  /// What stands between whole and decimals.
  var decimalSeparator: String { self == .french ? "," : "." }
}

extension Length {
  /// In metres with a fixed count of decimals.
  func metresText(_ language: Language, decimals: Int = 1) -> String {
    Decimals.rounded(millimetres, scale: 3, decimals: decimals, separator: language.decimalSeparator)
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
