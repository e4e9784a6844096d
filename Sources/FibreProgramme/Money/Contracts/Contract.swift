public import FibreModel

/// A works contract from its notification to its final account. All amounts are without tax unless they say otherwise.
public struct Contract: Hashable, Sendable {
  /// A change of the amount that both sides signed.
  public struct Amendment: Hashable, Sendable {
    public let signedOn: CalendarDate
    public let change: Money
    public let reason: String

    /// Makes an amendment; a negative change lowers the amount.
    public init(signedOn: CalendarDate, change: Money, reason: String) {
      self.signedOn = signedOn
      self.change = change
      self.reason = reason
    }
  }

  /// An order under the contract.
  public struct Order: Hashable, Sendable {
    public let code: String
    public let orderedOn: CalendarDate
    public let amount: Money
    public let dueOn: CalendarDate?
    public let acceptedOn: CalendarDate?

    /// Makes an order.
    public init(
      code: String, orderedOn: CalendarDate, amount: Money, dueOn: CalendarDate? = nil, acceptedOn: CalendarDate? = nil
    ) {
      self.code = code
      self.orderedOn = orderedOn
      self.amount = amount
      self.dueOn = dueOn
      self.acceptedOn = acceptedOn
    }
  }

  /// A statement of work done (*situation*), for this period alone.
  public struct Situation: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let date: CalendarDate
    public let amount: Money
    /// Advances are paid without retention.
    public let isAdvance: Bool

    /// Makes a statement of work.
    public init(number: Int, date: CalendarDate, amount: Money, isAdvance: Bool = false) {
      self.number = number
      self.date = date
      self.amount = amount
      self.isAdvance = isAdvance
    }
  }

  public var lot: Lot
  public var notifiedOn: CalendarDate
  public var terms: ContractTerms
  public var amendments: [Amendment] = []
  public var orders: [Order] = []
  public var situations: [Situation] = []

  /// Makes a contract on which nothing has happened yet.
  public init(lot: Lot, notifiedOn: CalendarDate, terms: ContractTerms = ContractTerms()) {
    self.lot = lot
    self.notifiedOn = notifiedOn
    self.terms = terms
  }

  /// The amount with the amendments signed up to a day.
  public func amount(on date: CalendarDate) -> Money {
    lot.amountExcludingTax + amendments.filter { $0.signedOn <= date }.map(\.change).total()
  }

  /// What amendments up to a day add to the first amount, or nothing when that is zero.
  public func amendedShare(on date: CalendarDate) -> Rate? {
    Rate(amount(on: date) - lot.amountExcludingTax, of: lot.amountExcludingTax)
  }

  /// Orders placed up to a day.
  public func ordered(on date: CalendarDate) -> Money {
    orders.filter { $0.orderedOn <= date }.map(\.amount).total()
  }

  /// Work stated up to a day, advances left out.
  public func stated(on date: CalendarDate) -> Money {
    situations.filter { $0.date <= date && !$0.isAdvance }.map(\.amount).total()
  }

  /// The penalties of orders that are or came late, up to a day; an order whose amount can't be has none.
  public func penalties(on date: CalendarDate) -> [Penalty] {
    orders.filter { $0.orderedOn <= date }.compactMap { order in
      guard let dueOn = order.dueOn else { return nil }
      let end = min(order.acceptedOn ?? date, date)
      let penalty = Result { () throws(Penalty.Refusal) in
        try Penalty(on: order.amount, dueOn: dueOn, acceptedOn: order.acceptedOn, upTo: end, terms: terms)
      }
      guard case .success(let penalty) = penalty, penalty.days > 0 else { return nil }
      return penalty
    }
  }

  /// Held back up to a day: the retention of each statement including tax, rounded each time, advances left out.
  public func retained(on date: CalendarDate) -> Money {
    situations.filter { $0.date <= date && !$0.isAdvance }
      .map { terms.retention.of((Rate.one + terms.vat).of($0.amount)) }.total()
  }
}
