public import FibreModel

/// An *autorisation de programme*: what may be committed for a programme, and its *crédits de paiement*, what may be paid
/// of it in each year.
///
/// Source: articles L2311-3 and R2311-9 of the code général des collectivités territoriales.
public struct Authorisation: Hashable, Sendable {
  /// A vote that sets or revises both.
  public struct Vote: Hashable, Sendable {
    public let date: CalendarDate
    public let amount: Money
    /// Payment credits by year.
    public let credits: [Int: Money]
    public let reason: String

    /// Makes a vote.
    public init(date: CalendarDate, amount: Money, credits: [Int: Money], reason: String) {
      self.date = date
      self.amount = amount
      self.credits = credits
      self.reason = reason
    }
  }

  /// What a record does to the authorisation.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Set aside for an operation.
    case assigned
    /// Promised to somebody by contract or order.
    case committed
    /// Ordered to be paid.
    case paid
  }

  /// One dated amount.
  public struct Entry: Hashable, Sendable {
    public let date: CalendarDate
    public let stage: Stage
    public let amount: Money
    public let object: String

    /// Makes an entry.
    public init(date: CalendarDate, stage: Stage, amount: Money, object: String) {
      self.date = date
      self.stage = stage
      self.amount = amount
      self.object = object
    }
  }

  public let name: String
  /// In order of date.
  public private(set) var votes: [Vote]
  public var entries: [Entry]

  /// Makes an authorisation with its first vote.
  public init(name: String, vote: Vote, entries: [Entry] = []) {
    self.name = name
    votes = [vote]
    self.entries = entries
  }

  /// Why a vote is not taken.
  public enum Refusal: Error, Hashable, Sendable {
    /// The new amount would not cover what is promised on its day.
    case belowCommitted(wanted: Money, committed: Money)
    case olderThanLast(CalendarDate, last: CalendarDate)
    case negative(Money)
    /// The years' credits don't add up to the amount.
    case creditsDiffer(amount: Money, credits: Money)
  }

  /// Adds a revision; one that breaks a rule is refused, and nothing changes.
  public mutating func revise(_ vote: Vote) throws(Refusal) {
    if let last = votes.last, vote.date < last.date { throw .olderThanLast(vote.date, last: last.date) }
    if let negative = ([vote.amount] + vote.credits.values).filter(\.isNegative).min() { throw .negative(negative) }
    let credits = vote.credits.values.total()
    guard credits == vote.amount else { throw .creditsDiffer(amount: vote.amount, credits: credits) }
    let committed = total(.committed, on: vote.date)
    guard vote.amount >= committed else { throw .belowCommitted(wanted: vote.amount, committed: committed) }
    votes.append(vote)
  }

  /// What was recorded at a stage up to a day.
  public func total(_ stage: Stage, on date: CalendarDate) -> Money {
    entries.filter { $0.stage == stage && $0.date <= date }.map(\.amount).total()
  }

  /// What was paid in a year up to a day.
  public func paid(in year: Int, on date: CalendarDate) -> Money {
    entries.filter { $0.stage == .paid && $0.date.year == year && $0.date <= date }.map(\.amount).total()
  }

  /// The vote that holds on a day, or nothing before the first.
  public func vote(on date: CalendarDate) -> Vote? { votes.last { $0.date <= date } }
}
