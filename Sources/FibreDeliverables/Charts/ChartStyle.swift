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

  /// From light to dark, for classes and bands.
  static let ramp: [UInt32] = [
    0xFFFFFF, 0xE3EDF8, 0xC8DDF0, 0xA6C8E6, 0x7DACD7, 0x4F86BE, 0x2B5F96, 0x0B2545,
  ]
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
