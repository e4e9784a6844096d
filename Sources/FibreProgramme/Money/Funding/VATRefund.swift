public import FibreModel

/// The refund of value added tax to local bodies (*FCTVA*): a flat rate on eligible spending **including** tax.
///
/// Source: articles L1615-1 to L1615-6 of the code général des collectivités territoriales.
public struct VATRefund: Hashable, Sendable {
  /// What the spending is for; each has a rate of its own.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case investment, cloudServices
  }

  /// A rate and the first day it applies to.
  public struct DatedRate: Hashable, Sendable {
    public let kind: Kind
    public let from: CalendarDate
    public let rate: Rate

    /// Makes a dated rate.
    public init(kind: Kind, from: CalendarDate, rate: Rate) {
      self.kind = kind
      self.from = from
      self.rate = rate
    }
  }

  /// 16.404 % since 2015, and 5.6 % for cloud services since 2021. A finance act that changes them adds a row.
  public static let rates: [DatedRate] = [
    DatedRate(kind: .investment, from: newYear(2015), rate: Rate(millionths: 164_040)),
    DatedRate(kind: .cloudServices, from: newYear(2021), rate: Rate(millionths: 56_000)),
  ]

  private static func newYear(_ year: Int) -> CalendarDate { CalendarDate(year: year, month: 1, day: 1) ?? .earliest }

  /// The rate of a day, or nothing before the first one that is known.
  public static func rate(for kind: Kind, on date: CalendarDate, among rates: [DatedRate] = rates) -> Rate? {
    rates.filter { $0.kind == kind && $0.from <= date }.max { $0.from < $1.from }?.rate
  }

  public let spendingIncludingTax: Money
  public let rate: Rate
  /// What the rate gives on the spending.
  public let refund: Money
  /// What somebody else put in the plan.
  public let declared: Money?

  /// Works out the refund on a spending.
  public init(onSpendingIncludingTax spending: Money, rate: Rate, declared: Money? = nil) {
    spendingIncludingTax = spending
    self.rate = rate
    refund = rate.of(spending)
    self.declared = declared
  }

  /// What the declared amount is too much, negative when it is too little.
  public var excess: Money? { declared.map { $0 - refund } }
  /// The rate that the declared amount makes on the spending, or nothing without one or without spending.
  public var declaredRate: Rate? { declared.flatMap { Rate($0, of: spendingIncludingTax) } }
}
