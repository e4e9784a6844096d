import FibreDiagrams
public import FibreModel

// Colours are called as in drawings.

extension Colour: Worded {
  public var phrase: Phrase { Phrase(ColourNames.name(self, .french), ColourNames.name(self, .english)) }
}

extension ColourMark: Worded {
  /// The colour, then the rings where there are any: `rouge 2 bagues`.
  public var phrase: Phrase { Phrase(ColourNames.text(self, .french), ColourNames.text(self, .english)) }
}

extension ColourCode: Worded {
  public var phrase: Phrase {
    switch self {
    case .orange: Phrase("Orange (France Télécom)", "Orange (France Télécom)")
    case .fotag: Phrase("FOTAG (TIA-598)", "FOTAG (TIA-598)")
    case .sfr: Phrase("SFR / LDCOM", "SFR / LDCOM")
    case .iec60304: Phrase("CEI 60304 / DIN", "IEC 60304 / DIN")
    case .iec60794: Phrase("CEI 60794-2", "IEC 60794-2")
    case .swisscom: Phrase("Swisscom", "Swisscom")
    }
  }
}

/// What a colour looks like in a cell: its paint, and black or white text over it.
struct Paint: Hashable {
  /// `0xRRGGBB`.
  let background: UInt32
  let isDark: Bool
  var text: UInt32 { isDark ? 0xFFFFFF : 0x000000 }
}

extension Colour {
  /// Screen colours in trade use for fibres; text over them has a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3).
  var paint: Paint {
    switch self {
    case .red: Paint(background: 0xD62728, isDark: true)
    case .blue: Paint(background: 0x1F5FBF, isDark: true)
    case .green: Paint(background: 0x2E9E3F, isDark: false)
    case .yellow: Paint(background: 0xF2C500, isDark: false)
    case .violet: Paint(background: 0x7B3FA0, isDark: true)
    case .white: Paint(background: 0xFFFFFF, isDark: false)
    case .orange: Paint(background: 0xF58220, isDark: false)
    case .grey: Paint(background: 0x8C8C8C, isDark: false)
    case .brown: Paint(background: 0x7A4A21, isDark: true)
    case .black: Paint(background: 0x111111, isDark: true)
    case .turquoise: Paint(background: 0x27C4C4, isDark: false)
    case .pink: Paint(background: 0xF29CB7, isDark: false)
    case .transparent: Paint(background: 0xF5F5F5, isDark: false)
    }
  }
}
