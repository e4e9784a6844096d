public import FibreModel

/// A subsidy under an agreement.
public struct Grant: Hashable, Sendable {
  /// How far a claim is.
  public enum ClaimState: Int, Hashable, Comparable, Sendable, CaseIterable {
    case drafted, filed, instructed, agreed, advancePaid, instalmentPaid, balancePaid

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    var isPayment: Bool { self >= .advancePaid }
  }

  /// A dated step; payments carry an amount.
  public struct Step: Hashable, Sendable {
    public let date: CalendarDate
    public let state: ClaimState
    public let amount: Money

    /// Makes a step.
    public init(date: CalendarDate, state: ClaimState, amount: Money = .zero) {
      self.date = date
      self.state = state
      self.amount = amount
    }
  }

  public let name: String
  public let rate: Rate
  public let capPerPlug: Money?
  public let agreedAmount: Money
  /// Spending counts between these days, both included.
  public let eligibleFrom: CalendarDate
  public let eligibleUntil: CalendarDate
  public var steps: [Step]

  /// Makes a grant.
  public init(
    name: String, rate: Rate, capPerPlug: Money?, agreedAmount: Money, eligibleFrom: CalendarDate,
    eligibleUntil: CalendarDate, steps: [Step] = []
  ) {
    self.name = name
    self.rate = rate
    self.capPerPlug = capPerPlug
    self.agreedAmount = agreedAmount
    self.eligibleFrom = eligibleFrom
    self.eligibleUntil = eligibleUntil
    self.steps = steps
  }

  /// `min(rate · eligible cost, cap per plug · plugs, agreed amount)`.
  public func amount(eligibleCost: Money, acceptedPlugs: Int) -> Money {
    let limits = [rate.of(eligibleCost), agreedAmount] + (capPerPlug.map { [acceptedPlugs * $0] } ?? [])
    return max(.zero, limits.min() ?? .zero)
  }

  /// The part of dated spending that counts.
  public func eligibleCost(of spending: [(date: CalendarDate, amount: Money)]) -> Money {
    spending.filter { eligibleFrom <= $0.date && $0.date <= eligibleUntil }.map(\.amount).total()
  }

  /// Money received up to a day.
  public func received(on date: CalendarDate) -> Money {
    steps.filter { $0.date <= date && $0.state.isPayment }.map(\.amount).total()
  }

  /// Steps that come too early, repeat a state of paper, or pay more than was agreed.
  public func findings() -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: .error, place: "grant", code: name, message: message))
    }
    for (before, after) in zip(steps, steps.dropFirst())
    where after.date < before.date || after.state < before.state {
      report("grant.out-of-order", "A step of \(after.date) comes after one of \(before.date). Put them in order.")
    }
    if eligibleUntil < eligibleFrom {
      report("grant.window", "Spending counts from \(eligibleFrom) to \(eligibleUntil), which is no time. Correct it.")
    }
    let paid = received(on: .latest)
    if paid > agreedAmount {
      report(
        "grant.paid-above", "\(paid.description) was paid on an agreement of \(agreedAmount.description). Check both.")
    }
    return findings
  }
}
