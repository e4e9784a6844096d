public import FibreModel

/// The members' shares of an amount: loan repayments, dues.
public struct MemberShares: Hashable, Sendable {
  /// One member's share.
  public struct Share: Hashable, Sendable {
    public let member: String
    public let amount: Money

    /// Makes a share.
    public init(member: String, amount: Money) {
      self.member = member
      self.amount = amount
    }
  }

  public let name: String
  public let shares: [Share]
  public let statedTotal: Money?

  /// Makes shares as a table states them.
  public init(name: String, shares: [Share], statedTotal: Money? = nil) {
    self.name = name
    self.shares = shares
    self.statedTotal = statedTotal
  }

  /// Splits an amount by whole weights, to the cent; nothing when a weight is negative or all are zero.
  public init?(name: String, splitting amount: Money, by weights: [(member: String, weight: Int64)]) {
    guard let parts = amount.split(by: weights.map(\.weight)) else { return nil }
    self.init(
      name: name, shares: zip(weights, parts).map { Share(member: $0.member, amount: $1) }, statedTotal: amount)
  }

  public var total: Money { shares.map(\.amount).total() }

  /// A member's part of the whole, or nothing when that is zero.
  public func part(of share: Share) -> Rate? { Rate(share.amount, of: total) }

  /// The same shares after members merged: each goes to its successor, and equal members become one, where the first
  /// of them stood.
  public func following(_ successors: [String: String]) -> MemberShares {
    var order: [String] = []
    var amounts: [String: Money] = [:]
    for share in shares {
      let member = Self.successor(of: share.member, in: successors)
      if amounts[member] == nil { order.append(member) }
      amounts[member, default: .zero] += share.amount
    }
    return MemberShares(
      name: name, shares: order.map { Share(member: $0, amount: amounts[$0] ?? .zero) }, statedTotal: statedTotal)
  }

  /// Dues at an amount per inhabitant.
  public static func dues(perInhabitant amount: Money, population: Int) -> Money { population * amount }

  /// The stated total against the sum, and shares below zero.
  public func findings(place: String) -> [Finding] {
    let negative = shares.filter(\.amount.isNegative).map { share in
      Finding(
        rule: "share.negative", severity: .error, place: place, code: share.member,
        message: "The share \(share.amount.description) is negative. Correct it.")
    }
    let sum = statedTotal.map { StatedSum(name: name, stated: $0, parts: shares.map(\.amount)).findings(place: place) }
    return negative + (sum ?? [])
  }

  /// The last of a chain; one that leads back to itself ends where it began.
  private static func successor(of member: String, in successors: [String: String]) -> String {
    var last = member
    for _ in successors.indices {
      guard let next = successors[last] else { break }
      last = next
      if last == member { break }
    }
    return last
  }
}
