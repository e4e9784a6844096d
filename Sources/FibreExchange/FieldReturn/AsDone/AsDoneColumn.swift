import Foundation

/// The columns of a splice list that are read back, by all headings that they may have.
enum AsDoneColumn: CaseIterable {
  case night, closure, revision, cassette, slot, action, cableA, fibreA, cableB, fibreB
  case done, doneBy, doneAt, measuredLoss, remark

  /// Whether a list can't be understood without it.
  var isRequired: Bool {
    switch self {
    case .revision, .doneBy, .doneAt, .measuredLoss, .remark: false
    default: true
    }
  }

  /// As people would call it, for findings.
  var name: String { headings[0] }

  /// The first is that of the CSV; of the others only letters and digits count, without accents and capitals.
  private var headings: [String] {
    switch self {
    case .night: ["night", "nuit"]
    case .closure: ["closure", "boitier", "boite", "bpe"]
    case .revision: ["revision", "rev", "revisiondureseau"]
    case .cassette: ["cassette", "tray", "tiroir", "panel"]
    case .slot: ["slot", "pos", "position"]
    case .action: ["action"]
    case .cableA: ["cableA", "tiroira", "panela"]
    case .fibreA: ["fibreA", "porta"]
    case .cableB: ["cableB", "tiroirb", "panelb"]
    case .fibreB: ["fibreB", "portb"]
    case .done: ["done", "fait", "realise"]
    case .doneBy: ["doneBy", "par", "by", "faitpar"]
    case .doneAt: ["doneAt", "heure", "at", "time"]
    case .measuredLoss: ["measuredLossDecibels", "mesuredb", "measureddb", "mesure", "measured"]
    case .remark: ["remark", "remarque", "observation", "commentaire", "comment"]
    }
  }

  private static let byHeading: [String: AsDoneColumn] = Dictionary(
    allCases.flatMap { column in column.headings.map { (plain($0), column) } }, uniquingKeysWith: { first, _ in first })

  /// The column of a heading, or nothing for a heading of something else.
  static func column(headed text: String) -> AsDoneColumn? { byHeading[plain(text)] }

  /// Letters and digits of a text, without accents and capitals.
  static func plain(_ text: String) -> String {
    let scalars = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    return String(
      String.UnicodeScalarView(scalars.filter { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
  }
}
