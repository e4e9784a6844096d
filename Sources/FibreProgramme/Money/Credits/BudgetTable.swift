public import FibreModel

/// A budget by line, with what is carried over from the year before.
public struct BudgetTable: Hashable, Sendable {
  /// One line: credits of this year's votes, and those carried over or modified since.
  public struct Line: Hashable, Sendable {
    public let name: String
    public let voted: Money
    public let carriedOver: Money
    public let modified: Money
    /// The total that the document states, if it does.
    public let statedTotal: Money?

    /// Makes a line.
    public init(
      name: String, voted: Money, carriedOver: Money, modified: Money = .zero, statedTotal: Money? = nil
    ) {
      self.name = name
      self.voted = voted
      self.carriedOver = carriedOver
      self.modified = modified
      self.statedTotal = statedTotal
    }

    public var total: Money { voted + carriedOver + modified }
    /// What was carried over or modified, of the total; nothing when that is zero.
    public var carriedShare: Rate? { Rate(carriedOver + modified, of: total) }
  }

  public let lines: [Line]

  /// Makes a budget.
  public init(lines: [Line]) { self.lines = lines }

  /// All lines together.
  public var sum: Line {
    Line(
      name: "", voted: lines.map(\.voted).total(), carriedOver: lines.map(\.carriedOver).total(),
      modified: lines.map(\.modified).total())
  }

  /// What may be spent on investment before a budget is voted: a quarter of last year's credits, and under an
  /// authorisation the credits planned for the year.
  ///
  /// Source: article L1612-1 of the code général des collectivités territoriales.
  public static func limitBeforeVote(lastYearsCredits: Money, plannedUnderAuthorisation: Money) -> Money {
    Rate(millionths: 250_000).of(lastYearsCredits) + plannedUnderAuthorisation
  }

  /// Lines whose stated total is not the sum of their parts.
  public func findings(place: String) -> [Finding] {
    lines.flatMap { line in
      StatedSum(
        name: line.name, stated: line.statedTotal ?? line.total, parts: [line.voted, line.carriedOver, line.modified]
      ).findings(place: place)
    }
  }
}
