/// A colour that tells one fibre or tube from its neighbours.
public enum Colour: String, Hashable, Sendable, CaseIterable {
  case red, blue, green, yellow, violet, white, orange, grey, brown, black, turquoise, pink
  /// Stands for black where a black ring must be seen.
  case transparent
}

/// What is printed on a fibre or a tube: a colour, and rings for each further dozen.
public struct ColourMark: Hashable, Sendable {
  public let colour: Colour
  public let rings: Int

  /// Makes a mark; `rings` is 0 for the first dozen.
  public init(colour: Colour, rings: Int) {
    self.colour = colour
    self.rings = rings
  }
}

/// The order of colours in a cable. It belongs to the cable, and tubes and fibres may follow different ones.
///
/// Source: tables of cable makers (Acome, Datwyler) and GraceTHD `l_fo_color`. In France "FOTAG" is the order of TIA-598.
public enum ColourCode: String, Hashable, Sendable, CaseIterable {
  /// France Télécom / Orange; also Bouygues Telecom, SNCF and the motorway companies.
  case orange
  /// FOTAG IEEE 802.8, the order of TIA-598.
  case fotag
  /// SFR / LDCOM.
  case sfr
  /// IEC 60304 / DIN-VDE 0888.
  case iec60304
  /// IEC 60794-2.
  case iec60794
  /// Swisscom.
  case swisscom

  /// The twelve colours, rank 1 first.
  public var colours: [Colour] {
    switch self {
    case .orange:
      [.red, .blue, .green, .yellow, .violet, .white, .orange, .grey, .brown, .black, .turquoise, .pink]
    case .fotag:
      [.blue, .orange, .green, .brown, .grey, .white, .red, .black, .yellow, .violet, .pink, .turquoise]
    case .sfr:
      [.blue, .orange, .green, .brown, .grey, .yellow, .red, .violet, .white, .black, .pink, .turquoise]
    case .iec60304:
      [.red, .green, .blue, .yellow, .white, .grey, .brown, .violet, .turquoise, .black, .orange, .pink]
    case .iec60794:
      [.blue, .yellow, .red, .white, .green, .violet, .orange, .grey, .turquoise, .black, .brown, .pink]
    case .swisscom:
      [.red, .green, .yellow, .blue, .white, .violet, .orange, .black, .grey, .brown, .pink, .turquoise]
    }
  }

  /// The mark of a tube: the twelve colours, then again with one ring, and so on.
  ///
  /// - Parameter rank: 1 or more, as counted in the cable.
  public func tubeMark(rank: Int) -> ColourMark {
    ColourMark(colour: colours[(rank - 1) % 12], rings: (rank - 1) / 12)
  }

  /// The mark of a fibre in its tube. Black with a ring is drawn on a transparent fibre, else the ring can't be seen.
  ///
  /// - Parameter rank: 1 or more, as counted in the tube.
  public func fibreMark(rank: Int) -> ColourMark {
    let mark = tubeMark(rank: rank)
    return mark.colour == .black && mark.rings > 0 ? ColourMark(colour: .transparent, rings: mark.rings) : mark
  }
}
