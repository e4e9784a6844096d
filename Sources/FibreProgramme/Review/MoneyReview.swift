public import FibreModel

/// Where the money of a programme stands on a day.
public struct MoneyReview: Sendable {
  /// A contract on the day; amounts are without tax but for what is held back.
  public struct ContractLine: Hashable, Sendable {
    public let lot: Lot
    public let amount: Money
    public let amendedShare: Rate?
    public let ordered: Money
    public let stated: Money
    /// Including tax.
    public let retained: Money
    public let retention: Retention.State
    public let openReserves: Int
    /// Orders past their day, accepted late or not accepted.
    public let lateOrders: Int
    /// What the contract's rule gives for them, order by order; nothing is held back before the contractor was heard.
    public let penalties: Money
  }

  /// A grant on the day.
  public struct GrantLine: Hashable, Sendable {
    public let grant: Grant
    /// Spending that counts, without tax.
    public let eligibleCost: Money
    /// What the agreement gives for it.
    public let earned: Money
    public let received: Money
    public let state: Grant.ClaimState?

    /// What could be claimed still.
    public var claimable: Money { max(.zero, earned - received) }
  }

  public let date: CalendarDate
  public let lots: LotsView
  public let contracts: [ContractLine]
  public let authorisations: [(name: String, state: AuthorisationState)]
  public let grants: [GrantLine]
  public let invoices: InvoiceFigures

  /// Reads a programme's money.
  ///
  /// - Parameter acceptedPlugs: Plugs handed over by the day, which some grants are capped by.
  public init(of programme: Programme, on date: CalendarDate, acceptedPlugs: Int) throws(LatePayment.Refusal) {
    self.date = date
    lots = LotsView(programme.contracts.map(\.lot), estimateExcludingTax: programme.estimateExcludingTax)
    contracts = programme.contracts.map { Self.line($0, programme, date) }
    authorisations = programme.authorisations.map { ($0.name, AuthorisationState(of: $0, on: date)) }
    let spending = programme.contracts.flatMap(\.situations).filter { $0.date <= date }
      .map { (date: $0.date, amount: $0.amount) }
    grants = programme.grants.map { grant in
      let cost = grant.eligibleCost(of: spending)
      return GrantLine(
        grant: grant, eligibleCost: cost, earned: grant.amount(eligibleCost: cost, acceptedPlugs: acceptedPlugs),
        received: grant.received(on: date), state: grant.steps.last { $0.date <= date }?.state)
    }
    invoices = try InvoiceFigures(of: programme.invoices, on: date, rate: programme.lateInterest)
  }

  private static func line(_ contract: Contract, _ programme: Programme, _ date: CalendarDate) -> ContractLine {
    let zones = Set(programme.zones.filter { $0.lot == contract.lot.code }.map(\.code))
    let open = programme.reserves.reduce(0) { sum, reserves in
      sum + (zones.contains(reserves.key) ? reserves.value.count { $0.isPending(on: date) } : 0)
    }
    let days = contract.orders.map(\.acceptedOn)
    let accepted = days.contains(nil) ? nil : days.compactMap(\.self).max()
    let retained = contract.retained(on: date)
    let retention = Retention(
      amount: retained, acceptedOn: accepted, guaranteeMonths: contract.terms.guaranteeMonths, openReserves: open)
    let penalties = contract.penalties(on: date)
    return ContractLine(
      lot: contract.lot, amount: contract.amount(on: date), amendedShare: contract.amendedShare(on: date),
      ordered: contract.ordered(on: date), stated: contract.stated(on: date), retained: retained,
      retention: retention.state(on: date), openReserves: open,
      lateOrders: penalties.count, penalties: penalties.map(\.amount).total())
  }
}
