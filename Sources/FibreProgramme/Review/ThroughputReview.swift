public import FibreModel

/// When a programme will be handed over, and how far such forecasts came true before.
public struct ThroughputReview: Hashable, Sendable {
  /// What the draws are told beside the history.
  public struct Choices: Hashable, Sendable {
    /// Plugs that each coming month adds to the programme.
    public var scopeGrowth = 0
    /// The last plugs, which go at half rate.
    public var slowTail = 0
    public var draws = 10_000
    public var seed: UInt64 = 1

    /// Makes the usual choices.
    public init() {}
  }

  /// The last month that is over on the day: forecasts count from its end.
  public let lastMonth: CalendarMonth
  /// The month of the first handover; nothing when there was none.
  public let firstMonth: CalendarMonth?
  /// Plugs handed over in each month from the first to the last, by contractors that have zones left.
  public let history: [Int]
  /// Contractors that have handed all their zones over: their output says nothing of the months to come.
  public let finished: [String]
  public let scope: Int
  public let handedOver: Int
  public let choices: Choices
  public let outcome: Result<Forecast, ForecastRefusal>
  /// Nothing when there was no forecast to try.
  public let backTest: BackTest?
  public let contractEnd: CalendarMonth?
  /// Plugs that the contract wants by the day.
  public let promised: Int?

  /// Months ahead that back-tests look.
  public static let horizon = 6

  /// Forecasts the rest of a programme from its months of handover.
  public init(of programme: Programme, _ deployment: DeploymentReview, _ choices: Choices = Choices()) {
    let date = deployment.date
    // Months of which nobody has told yet are no months without output.
    let known = min(date, deployment.knownUntil)
    let month = known.calendarMonth
    let last = known == month.lastDay ? month : month.adding(-1)
    let done = deployment.addresses.filter { $0.handedOverOn.map { $0 <= date } ?? false }
    let working = Set(
      deployment.addresses.filter { $0.handedOverOn.map { $0 > date } ?? true }.map(\.contractor))
    let first = done.compactMap(\.handedOverOn).min()?.calendarMonth
    var outputs = Array(repeating: 0, count: first.map { max(0, $0.months(to: last) + 1) } ?? 0)
    for address in done where working.contains(address.contractor) {
      guard let first, let day = address.handedOverOn, day.calendarMonth <= last else { continue }
      outputs[first.months(to: day.calendarMonth)] += address.plugCount
    }
    handedOver = done.reduce(0) { $0 + $1.plugCount }
    scope = deployment.scope
    finished = Set(done.map(\.contractor)).subtracting(working).sorted()
    (lastMonth, firstMonth, history, self.choices) = (last, first, outputs, choices)
    contractEnd = programme.contractEnd
    promised = programme.contract.filter { $0.month <= last }.max { $0.month < $1.month }?.plugs
    let request = ForecastRequest(
      history: outputs, remaining: max(0, scope - handedOver), scopeGrowth: choices.scopeGrowth,
      slowTail: choices.slowTail, draws: choices.draws, seed: choices.seed)
    outcome = Result { () throws(ForecastRefusal) in try Forecast(request) }
    let test = Result { () throws(ForecastRefusal) in
      try BackTest(history: outputs, horizon: Self.horizon, seed: choices.seed)
    }
    backTest = if case .success(let test) = test, !test.trials.isEmpty { test } else { nil }
  }

  public var remaining: Int { max(0, scope - handedOver) }

  /// The forecast, if there is one.
  public var forecast: Forecast? { if case .success(let forecast) = outcome { forecast } else { nil } }

  /// The month that lies so many months after the last.
  public func month(after months: Int?) -> CalendarMonth? { months.map { lastMonth.adding($0) } }

  /// Months from the last to the end of the contract; negative when it has passed, nothing without a contract.
  public var monthsLeft: Int? { contractEnd.map { lastMonth.months(to: $0) } }
}
