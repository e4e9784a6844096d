public import FibreModel

/// The plugs that are frozen on a day: how many, why, and until when.
public struct FreezeFigures: Hashable, Sendable {
  /// A freeze that holds.
  public struct Line: Hashable, Sendable {
    public let freeze: Freeze
    /// Plugs of the address; nothing when no list has it.
    public let plugs: Int?
    /// Days since it began.
    public let days: Int
    /// It was to have ended.
    public let isOverdue: Bool
  }

  /// The freezes of one reason.
  public struct Share: Hashable, Sendable {
    public let reason: Freeze.Reason
    public let addresses: Int
    public let plugs: Int
    public let withoutEnd: Int
    public let overdue: Int
    /// The last day on which one of them is expected to end; nothing when none has an end.
    public let lastEnd: CalendarDate?
  }

  public let date: CalendarDate
  /// The oldest first, then in order of address.
  public let lines: [Line]
  /// In the order of the reasons; those that hold nothing back are left out.
  public let byReason: [Share]
  /// Those that held and do no more.
  public let ended: Int

  /// Counts the freezes that hold on a day; an address that is frozen twice counts once in each reason.
  ///
  /// - Parameter plugs: The plugs of the addresses of a list.
  public init(of freezes: [Freeze], on date: CalendarDate, plugs: [String: Int]) {
    self.date = date
    lines = freezes.filter { $0.isActive(on: date) }.map { freeze in
      Line(
        freeze: freeze, plugs: plugs[freeze.address], days: freeze.from.days(to: date),
        isOverdue: freeze.expectedEnd.map { $0 < date } ?? false)
    }.sorted { ($1.days, $0.freeze.address) < ($0.days, $1.freeze.address) }
    ended = freezes.count { $0.endedOn.map { $0 <= date } ?? false }
    let active = lines
    byReason = Freeze.Reason.allCases.compactMap { reason in
      let own = active.filter { $0.freeze.reason == reason }
      return own.isEmpty ? nil : Self.share(reason, own)
    }
  }

  private static func share(_ reason: Freeze.Reason, _ lines: [Line]) -> Share {
    Share(
      reason: reason, addresses: Set(lines.map(\.freeze.address)).count, plugs: plugs(of: lines),
      withoutEnd: lines.count { $0.freeze.expectedEnd == nil }, overdue: lines.count(where: \.isOverdue),
      lastEnd: lines.compactMap(\.freeze.expectedEnd).max())
  }

  /// Each address once.
  private static func plugs(of lines: [Line]) -> Int {
    Dictionary(lines.map { ($0.freeze.address, $0.plugs ?? 0) }, uniquingKeysWith: { first, _ in first })
      .values.reduce(0, +)
  }

  /// Addresses that are frozen, each counted once whatever the reasons.
  public var addresses: Int { Set(lines.map(\.freeze.address)).count }
  public var plugs: Int { Self.plugs(of: lines) }
  public var withoutEnd: Int { lines.count { $0.freeze.expectedEnd == nil } }
  public var overdue: Int { lines.count(where: \.isOverdue) }
}
