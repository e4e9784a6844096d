import FibreDiagrams
import FibreModel
import FibreProgramme

/// What a chart says beside its marks; on every one are its date and its source.
struct ChartText {
  let title: String
  /// What is drawn, and in which unit.
  let subtitle: String
  /// Date of the data, source, and what must be known of them.
  let footer: String
  let language: Language
}

/// Colours and sizes of charts: each tone differs in lightness too, so that a black and white print can be read.
enum ChartStyle {
  static let dark: UInt32 = 0x0B2545
  static let middle: UInt32 = 0x2F6DB3
  static let light: UInt32 = 0x8FB8DE
  static let pale: UInt32 = 0xD6E5F3
  static let grey: UInt32 = 0x7A7A7A
  static let faint: UInt32 = 0xE2E2E2
  static let accent: UInt32 = 0xB3541E
  static let titleSize = 13.0
  static let textSize = 8.5
  static let smallSize = 7.5

  /// From light to dark, for classes and bands, in steps of lightness that a grey print keeps; the lightest differs from
  /// the paper.
  static let ramp: [UInt32] = [
    0xE9EEF5, 0xD3E0EE, 0xB7CEE5, 0x97B8DA, 0x739DCB, 0x4C7EB3, 0x2A598F, 0x0B2545,
  ]

  /// A colour on which black can't be read, and by which a black line is lost.
  static func isDark(_ colour: UInt32) -> Bool { colour & 0xFF00 < 0x8000 }
}

extension ProgrammeReview {
  /// The texts of a chart of this review.
  func chartText(_ title: Phrase, _ subtitle: Phrase, _ language: Language) -> ChartText {
    ChartText(title: title[language], subtitle: subtitle[language], footer: footer(language), language: language)
  }

  /// The date of the data, its sources, and what must be known of them.
  func footer(_ language: Language) -> String {
    let list = deployment.snapshots.last.map { "\($0.source)" }
    let sources = ([programme.source] + [list].compactMap(\.self)).filter { !$0.isEmpty }.joined(separator: ", ")
    let date = Phrase("Données au \(date.text(language))", "Data of \(date.text(language))")[language]
    let source = Phrase("Source : \(sources)", "Source: \(sources)")[language]
    return [date, source, programme.note].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
