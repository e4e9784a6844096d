public import FibreModel

/// What colours are called on site, and how rings are counted.
public enum ColourNames {
  /// `rouge`, `rouge 1 bague`.
  public static func text(_ mark: ColourMark, _ language: Language) -> String {
    mark.rings == 0 ? name(mark.colour, language) : "\(name(mark.colour, language)) \(rings(mark.rings, language))"
  }

  /// `1 bague`, `2 bagues`; nothing for no ring.
  static func rings(_ count: Int, _ language: Language) -> String {
    switch (count, language) {
    case (0, _): ""
    case (1, .french): "1 bague"
    case (1, .english): "1 ring"
    case (_, .french): "\(count) bagues"
    case (_, .english): "\(count) rings"
    }
  }

  /// `rouge`, `red`.
  public static func name(_ colour: Colour, _ language: Language) -> String {
    guard language == .french else { return colour.rawValue }
    return switch colour {
    case .red: "rouge"
    case .blue: "bleu"
    case .green: "vert"
    case .yellow: "jaune"
    case .violet: "violet"
    case .white: "blanc"
    case .orange: "orange"
    case .grey: "gris"
    case .brown: "marron"
    case .black: "noir"
    case .turquoise: "turquoise"
    case .pink: "rose"
    case .transparent: "transparent"
    }
  }
}
