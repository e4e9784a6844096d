import FibreModel

/// Numbers as diagrams show them, without a locale.
enum Figures {
  /// `2 016` in French, `2,016` in English.
  static func whole(_ number: Int, _ language: Language) -> String {
    let digits = Array(String(abs(number)))
    var result = number < 0 ? "-" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { result += language == .french ? "\u{202f}" : "," }
      result.append(digit)
    }
    return result
  }

  /// A length as people say it: `258 m`, `2,49 km`, `77,0 km`; halves are rounded up.
  static func length(_ length: Length, _ language: Language) -> String {
    let metres = (length.millimetres + 500) / 1000
    if metres < 1000 { return "\(metres) m" }
    if metres < 10_000 { return "\(decimal((metres + 5) / 10, decimals: 2, language)) km" }
    return "\(decimal((metres + 50) / 100, decimals: 1, language)) km"
  }

  /// A round distance: `500 m`, `20 km`.
  static func distance(_ metres: Int, _ language: Language) -> String {
    metres % 1000 == 0 ? "\(whole(metres / 1000, language)) km" : "\(whole(metres, language)) m"
  }

  /// Whole metres: `10 432 m`; halves are rounded up.
  static func metres(_ length: Length, _ language: Language) -> String {
    "\(whole(Int((length.millimetres + 500) / 1000), language)) m"
  }

  /// `units` divided by a power of ten.
  static func decimal(_ units: Int64, decimals: Int, _ language: Language) -> String {
    var digits = String(abs(units))
    while digits.count <= decimals { digits = "0" + digits }
    return (units < 0 ? "-" : "") + digits.dropLast(decimals) + (language == .french ? "," : ".")
      + digits.suffix(decimals)
  }

  /// Numbers as ranges, in order: `1–12, 25`.
  static func ranges(_ numbers: some Sequence<Int>) -> String {
    numbers.sorted().runs().map(range).joined(separator: ", ")
  }

  /// `25–36`, or `25` alone.
  static func range(_ numbers: ClosedRange<Int>) -> String {
    numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
  }

  /// Two digits or more: `T07`.
  static func rank(_ prefix: String, _ number: Int) -> String { prefix + (number < 10 ? "0" : "") + "\(number)" }
}
