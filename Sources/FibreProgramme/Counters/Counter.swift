public import FibreModel

/// The six counts of plugs that are easily taken for one another. Each is a part of the one before it.
public enum Counter: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// In the list of the programme (*ciblé*).
  case targeted
  /// The execution study of its zone is accepted (*étudié*).
  case studied
  /// The contractor declares the works finished (*construit*).
  case built
  /// Accepted by the owner, and with its file by the delegatee (*réceptionné, livré*).
  case handedOver
  /// Deployed in the operators' list, and the notice is over (*raccordable*).
  case connectable
  /// There is light to a client, or a subscription (*raccordé*).
  case connected

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A count of one counter, which can be added to no other: with its base, its date and where it comes from.
public struct CounterFigure: Hashable, Sendable {
  /// What a count is held against.
  public struct Base: Hashable, Sendable {
    public let count: Int
    public let date: CalendarDate
    public let source: String

    /// Makes a base.
    public init(count: Int, date: CalendarDate, source: String) {
      self.count = count
      self.date = date
      self.source = source
    }
  }

  public let counter: Counter
  public let count: Int
  public let date: CalendarDate
  public let source: String
  public let base: Base

  /// Makes a figure.
  public init(counter: Counter, count: Int, date: CalendarDate, source: String, base: Base) {
    self.counter = counter
    self.count = count
    self.date = date
    self.source = source
    self.base = base
  }

  /// The count of the base, or nothing (*s.o.*) when the base is zero.
  public var rate: Rate? { Rate(Int64(count), over: Int64(base.count)) }
}
