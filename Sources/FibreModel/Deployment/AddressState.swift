/// How far an address is on its way to a fibre, in the words of operators (IPE).
public enum AddressState: UInt8, Hashable, Comparable, Sendable, CaseIterable {
  /// In the area of a cabinet that is there, being built, or put to consultation.
  case targeted
  /// The building's manager has signed.
  case agreed
  case underWay
  /// A distribution point is set when an operator asks.
  case onDemand
  /// An operator has asked.
  case onDemandUnderWay
  /// Connectable, and made available to operators.
  case deployed
  case abandoned

  /// The two letters that GraceTHD gives the state.
  public var code: String { Self.codes[Int(rawValue)] }

  /// Makes the state of two letters, or nothing when no state has them.
  public init?(code: some StringProtocol) {
    guard let offset = Self.codes.firstIndex(where: { $0 == code }) else { return nil }
    self = Self.allCases[offset]
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  private static let codes = ["CI", "SI", "EC", "RD", "RC", "DE", "AB"]
}

/// How far a cabinet is.
public enum CabinetState: UInt8, Hashable, Sendable, CaseIterable {
  case planned, underWay, deployed, abandoned
}
