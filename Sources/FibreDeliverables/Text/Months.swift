import FibreModel
import FibreProgramme

extension CalendarMonth {
  /// `oct. 2026`, `Oct 2026`.
  func text(_ language: Language) -> String { "\(shortName(language)) \(year)" }

  /// `oct.`, `Oct`.
  func shortName(_ language: Language) -> String { Self.names[language == .french ? 0 : 1][month - 1] }

  private static let names = [
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ]
}

extension Int {
  /// With thousands parted: `15 047`, `15,047`.
  func text(_ language: Language) -> String { Decimals.grouped(String(self), language) }
}

extension Proportion {
  /// `12,3 %`, or that there is no base.
  func text(_ language: Language, decimals: Int = 1) -> String { language.percent(share, decimals: decimals) }

  /// The interval of 95 %: `10,1 – 14,8 %`.
  func intervalText(_ language: Language) -> String {
    guard let interval else { return language.notApplicable }
    func part(_ share: Double) -> String {
      Decimals.rounded(
        Int64((share * 1_000_000).rounded()), scale: 4, decimals: 1, separator: language.decimalSeparator)
    }
    return "\(part(interval.low)) – \(part(interval.high))\(language == .french ? "\u{a0}" : "")%"
  }
}
