/// Where a failed connection comes from.
public enum FailureCause: String, Hashable, Sendable, CaseIterable {
  case client = "C"
  case addressData = "A"
  case inventoryData = "D"
  /// The operator's order is wrong.
  case order = "O"
  case construction = "K"
  case engineering = "G"
  /// Somebody else's duct or pole.
  case thirdParty = "T"
  case planning = "P"
  case other = "X"

  /// The network or its data is at fault.
  public var isNetworkOrData: Bool {
    switch self {
    case .addressData, .inventoryData, .construction, .engineering, .thirdParty: true
    case .client, .order, .planning, .other: false
    }
  }

  /// The client or the operator is at fault, so that the attempt says nothing of the network.
  public var isClientOrOperator: Bool { self == .client || self == .order }
}

/// A code of the inter-operator protocol for a failed or rejected connection; unknown ones are kept.
public struct FailureCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// Takes a code as it is written; blanks around it and small letters don't matter.
  public init(_ text: some StringProtocol) {
    self.text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).uppercased()
  }

  /// The letters before the number: `FINT` of `FINT04`.
  public var family: String { String(text.prefix { $0.isLetter }) }
  public var isKnown: Bool { Self.causes[text] != nil }
  /// The usual cause of a known code; a code that is not known has none.
  public var cause: FailureCause? { Self.causes[text] }

  public var description: String { text }
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// The 50 codes of the protocol, in order.
  public static var known: [FailureCode] { causes.keys.sorted().map { FailureCode($0) } }

  /// The codes of a family in order of number, each with its cause's letter.
  private static let families: [(family: String, causes: String)] = [
    ("FADR", "AAAA"), ("FAUT", "X"), ("FCLI", "CCCCCCC"), ("FIMP", "ODDDDODDPPPOOOOODDO"), ("FINT", "GDPKKDDDDXTKK"),
    ("FRDV", "PPPPPP"),
  ]

  private static let causes: [String: FailureCause] = {
    var causes: [String: FailureCause] = [:]
    for (family, letters) in families {
      for (offset, letter) in letters.enumerated() {
        causes[family + (offset < 9 ? "0" : "") + String(offset + 1)] = FailureCause(rawValue: String(letter))
      }
    }
    return causes
  }()
}
