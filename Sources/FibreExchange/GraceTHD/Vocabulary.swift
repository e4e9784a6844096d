import FibreModel

/// The codes of GraceTHD's value lists and what they mean here. `nil` is a code that no list has.
enum Vocabulary {
  /// `l_site_type_log`.
  static func site(_ code: String) -> SiteKind? {
    switch code {
    case "NRO": .centralOffice
    case "SRO", "SROL": .cabinet
    case "CLIENT": .client
    case "BRASSAGE", "HEBERG": .pop
    case "NRA", "NRAHD", "NRAMED", "NRAZO", "SRP", "SRS", "SRT", "SROS", "FTTH", "RESEAU": .other
    default: nil
    }
  }

  /// `l_suf_type`.
  static func premises(_ code: String) -> PremisesKind? {
    switch code {
    case "R": .residential
    case "P", "E", "U": .professional
    case "O": .operatorOwned
    case "T": .technical
    default: nil
    }
  }

  /// `l_ptech_type_phy`.
  static func technicalPoint(_ code: String) -> TechnicalPointKind? {
    switch code {
    case "A": .pole
    case "C": .chamber
    case "F": .facade
    case "I": .building
    case "Z": .other
    default: nil
    }
  }

  /// `l_bp_type_log`.
  static func box(_ code: String) -> BoxKind? {
    switch code {
    case "BPE", "BPI": .spliceClosure
    case "PBO": .distributionPoint
    case "PTO", "DTI": .outlet
    default: nil
    }
  }

  /// `l_cassette_type`.
  static func cassette(_ code: String) -> CassetteKind? {
    switch code {
    case "P": .coiling
    case "E": .splice
    case "S": .splitter
    case "C": .connector
    default: nil
    }
  }

  /// `l_cable_type`.
  static func cable(_ code: String) -> CableKind? {
    switch code {
    case "C": .cable
    case "B": .breakout
    case "J": .patchCord
    default: nil
    }
  }

  /// `l_position_fonction`.
  static func joint(_ code: String) -> JointKind? {
    switch code {
    case "CO", "MA": .connector
    case "EP": .splice
    case "PI": .pigtail
    case "AT": .parked
    case "PA": .passage
    default: nil
    }
  }

  /// `l_position_type`; storage (LC, LB, TS) is no technique.
  static func technique(_ code: String) -> JointTechnique? { techniques[code] }

  private static let techniques: [String: JointTechnique] = [
    "SFU": .fusion, "SME": .mechanical, "CEA": .e2000APC, "CEU": .e2000UPC, "CEP": .e2000PC, "CFA": .fcAPC,
    "CFU": .fcUPC, "CFP": .fcPC, "CLA": .lcAPC, "CLU": .lcUPC, "CLP": .lcPC, "CMA": .muAPC, "CMU": .muUPC,
    "CMP": .muPC, "CSA": .scAPC, "CSU": .scUPC, "CSP": .scPC, "CTU": .stUPC, "CTP": .stPC, "CPO": .mpo,
  ]

  /// A code of `l_fo_color`: `7` is rank 7 of Orange, `1.10` rank 10 of FOTAG. Never a decimal number.
  static func colour(_ code: String) -> (series: ColourCode, rank: UInt8)? { colours[code] }

  private static let colours: [String: (series: ColourCode, rank: UInt8)] = {
    let ranks = Array(1...12) as [UInt8]
    let orange = ranks.map { ("\($0)", (series: ColourCode.orange, rank: $0)) }
    let fotag = ranks.map { ("1.\($0)", (series: ColourCode.fotag, rank: $0)) }
    return Dictionary(uniqueKeysWithValues: orange + fotag)
  }()

  /// The colour code that a reference's design names: `Câble 144 FO FOTAG`.
  static func colourCode(inDesign design: String) -> ColourCode? {
    let words = design.uppercased()
    if words.contains("FOTAG") || words.contains("TIA-598") { return .fotag }
    if words.contains("60794") { return .iec60794 }
    if words.contains("60304") || words.contains("0888") { return .iec60304 }
    if words.contains("SWISSCOM") { return .swisscom }
    if words.contains("SFR") || words.contains("LDCOM") { return .sfr }
    return words.contains("ORANGE") ? .orange : nil
  }

  /// How many ports a reference's design names: `Tiroir 144 ports SC/APC`.
  static func portCount(inDesign design: String) -> Int? {
    let words = design.lowercased().split(separator: " ")
    guard let word = words.firstIndex(where: { $0 == "ports" || $0 == "port" }), word > 0 else { return nil }
    return Int(words[word - 1])
  }
}
