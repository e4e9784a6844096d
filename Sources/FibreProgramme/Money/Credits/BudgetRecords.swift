public import FibreModel

/// What an owner's minutes say of its money, document by document.
public struct BudgetRecords: Hashable, Sendable {
  /// What members pay for each inhabitant in a year.
  public struct Due: Hashable, Sendable {
    public let member: String
    public let year: Int
    public let perInhabitant: Money

    /// Makes a due.
    public init(member: String, year: Int, perInhabitant: Money) {
      self.member = member
      self.year = year
      self.perInhabitant = perInhabitant
    }
  }

  /// A loan with the yearly amount that the document states.
  public struct StatedLoan: Hashable, Sendable {
    public let name: String
    public let loan: Loan
    public let statedYearly: Money

    /// Makes a loan.
    public init(name: String, loan: Loan, statedYearly: Money) {
      self.name = name
      self.loan = loan
      self.statedYearly = statedYearly
    }
  }

  /// What controllers of studies cost in a year, by the day.
  public struct Controller: Hashable, Sendable {
    public let year: Int
    public let perDay: Money
    public let statedTotal: Money

    /// Makes the cost of a year.
    public init(year: Int, perDay: Money, statedTotal: Money) {
      self.year = year
      self.perDay = perDay
      self.statedTotal = statedTotal
    }

    /// Days that the total pays for, or nothing when a day costs nothing.
    public var days: Rate? { Rate(statedTotal, of: perDay) }
  }

  public var budget = BudgetTable(lines: [])
  public var shares: MemberShares?
  public var dues: [Due] = []
  public var plan: FinancingPlan?
  public var loans: [StatedLoan] = []
  public var controllers: [Controller] = []
  public var amounts: [ProgrammeAmounts] = []

  /// Makes records of which nothing is known.
  public init() {}

  /// What does not hold in the documents, in order of place.
  ///
  /// - Parameter refundRate: That of the refund of tax in force.
  public func findings(refundRate: Rate) -> [Finding] {
    let all =
      budget.findings(place: "budget.csv") + (shares?.findings(place: "members.csv") ?? [])
      + (plan?.findings(refundRate: refundRate) ?? []) + amounts.flatMap { $0.findings() }
      + loans.compactMap(Self.finding)
    return all.sorted(by: Finding.inOrder)
  }

  /// A stated yearly amount that is not that of the loan's own monthly schedule.
  private static func finding(_ stated: StatedLoan) -> Finding? {
    let schedule = Result { try LoanSchedule(of: stated.loan) }
    guard case .success(let schedule) = schedule, schedule.perYear != stated.statedYearly else { return nil }
    return Finding(
      rule: "loan.yearly-differs", severity: .warning, place: "loans.csv", code: stated.name,
      message: """
        A year costs \(stated.statedYearly.description) as stated, and \(schedule.perYear.description) by the monthly \
        schedule to the cent. Say which rounding is meant.
        """)
  }
}
