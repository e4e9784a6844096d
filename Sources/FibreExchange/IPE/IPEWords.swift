import FibreModel

/// What senders call the states.
enum IPEWords {
  /// The state of an address, by its text in capitals without accents, or its two letters.
  static func addressState(_ text: String) -> AddressState? {
    switch text {
    case "CIBLE", "CI": .targeted
    case "SIGNE", "SI": .agreed
    case "EN COURS DE DEPLOIEMENT", "EN COURS", "EC": .underWay
    case "RACCORDABLE DEMANDE", "RACCORDABLE A LA DEMANDE", "RACCORDABLE SUR DEMANDE", "RAD", "RD": .onDemand
    case "RAD EN COURS DE DEPLOIEMENT", "RAD EN COURS", "RC": .onDemandUnderWay
    case "DEPLOYE", "DE": .deployed
    case "ABANDONNE", "AB": .abandoned
    default: nil
    }
  }

  static func cabinetState(_ text: String) -> CabinetState? {
    switch text {
    case "PLANIFIE", "PL": .planned
    case "EN COURS DE DEPLOIEMENT", "EN COURS", "EC": .underWay
    case "DEPLOYE", "DE": .deployed
    case "ABANDONNE", "AB": .abandoned
    default: nil
    }
  }

  /// A day written `20270112`, `2027-01-12` or `12/01/2027`.
  static func date(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    var digits: [Int] = []
    var signs: [UInt8] = []
    for byte in bytes {
      if (0x30...0x39).contains(byte) { digits.append(Int(byte - 0x30)) } else { signs.append(byte) }
    }
    guard digits.count == 8 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    switch (bytes.count, signs) {
    case (8, []), (10, [0x2D, 0x2D]): return CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    case (10, [0x2F, 0x2F]): return CalendarDate(year: number(4..<8), month: number(2..<4), day: number(0..<2))
    default: return nil
    }
  }
}
