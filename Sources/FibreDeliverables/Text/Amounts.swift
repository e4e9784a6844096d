import FibreModel
import FibreProgramme

extension Decimals {
  /// A decimal text with a point in the way of a language: `1 234 567,89` with no-break blanks, or `1,234,567.89`.
  static func grouped(_ text: String, _ language: Language) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let digits = Array(parts[0].drop { $0 == "-" })
    let blank = language == .french ? "\u{a0}" : ","
    var whole = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { whole += blank }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? language.decimalSeparator + parts[1] : "")
  }
}

extension Money {
  /// With two decimals and the sign of the euro.
  func text(_ language: Language) -> String {
    let number = Decimals.grouped(description, language)
    return language == .french ? number + "\u{a0}€" : "€" + number
  }
}

extension Rate {
  /// As a percentage with a fixed count of decimals.
  func percentText(_ language: Language, decimals: Int) -> String {
    let number = Decimals.grouped(percentText(decimals: decimals), language)
    return language == .french ? number + "\u{a0}%" : number + "%"
  }
}

extension Language {
  /// What stands where a rate has no base (*sans objet*).
  var notApplicable: String { self == .french ? "s.o." : "n/a" }

  /// A percentage, or that there is none.
  func percent(_ rate: Rate?, decimals: Int = 2) -> String {
    rate?.percentText(self, decimals: decimals) ?? notApplicable
  }
}
