public import FibreModel

/// Where an authorisation stands on a day.
public struct AuthorisationState: Hashable, Sendable {
  public let date: CalendarDate
  public let amount: Money
  public let assigned: Money
  public let committed: Money
  public let paid: Money
  /// In order of year.
  public let years: [Year]

  /// One year's credits and payments.
  public struct Year: Hashable, Sendable {
    public let year: Int
    public let credits: Money
    public let paid: Money

    /// Paid of the credits, or nothing without credits.
    public var executionRate: Rate? { Rate(paid, of: credits) }
  }

  /// Reads the state of a day; before the first vote everything authorised is zero.
  public init(of authorisation: Authorisation, on date: CalendarDate) {
    self.date = date
    let vote = authorisation.vote(on: date)
    amount = vote?.amount ?? .zero
    assigned = authorisation.total(.assigned, on: date)
    committed = authorisation.total(.committed, on: date)
    paid = authorisation.total(.paid, on: date)
    let paidYears = authorisation.entries.filter { $0.stage == .paid && $0.date <= date }.map(\.date.year)
    years = Set(paidYears).union(vote?.credits.keys.map { $0 } ?? []).sorted().map { year in
      Year(year: year, credits: vote?.credits[year] ?? .zero, paid: authorisation.paid(in: year, on: date))
    }
  }

  public var leftToCommit: Money { amount - committed }
  public var leftToPay: Money { committed - paid }
  /// Committed of the amount, or nothing when that is zero.
  public var commitmentRate: Rate? { Rate(committed, of: amount) }

  /// Years that what is assigned and not yet paid lasts at the average of the years with payments, or nothing without
  /// any: `(assigned − paid) / (paid / years)`.
  public var coverageYears: Rate? {
    let count = years.count { $0.paid > .zero }
    guard let yearly = Rate(Int64(count), over: 1), let ratio = Rate(assigned - paid, of: paid) else { return nil }
    return ratio * yearly
  }

  /// The rules `Σ credits = amount ≥ assigned ≥ committed ≥ paid` and, for each year, `paid ≤ credits`.
  ///
  /// Nothing need be assigned where commitments are recorded directly; assignments are compared only when there are any.
  public func findings(code: String) -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: .error, place: "authorisation", code: code, message: message))
    }
    let credits = years.map(\.credits).total()
    if credits != amount {
      report(
        "authorisation.credits-differ",
        "The years' credits add up to \(credits.description), the authorisation is \(amount.description). Vote again.")
    }
    if assigned > amount {
      report(
        "authorisation.assigned-above",
        "\(assigned.description) is assigned of \(amount.description) authorised. Revise the authorisation.")
    }
    if committed > amount || (assigned > .zero && committed > assigned) {
      report(
        "authorisation.committed-above",
        "\(committed.description) is committed of \(min(amount, assigned > .zero ? assigned : amount).description). Revise the authorisation."
      )
    }
    if paid > committed {
      report(
        "authorisation.paid-above",
        "\(paid.description) is paid on commitments of \(committed.description). Look for a missing commitment.")
    }
    for year in years where year.paid > year.credits {
      report(
        "authorisation.year-above",
        "In \(year.year), \(year.paid.description) was paid on credits of \(year.credits.description). Vote credits.")
    }
    return findings
  }
}
