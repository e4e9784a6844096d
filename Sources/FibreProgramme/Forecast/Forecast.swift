/// When it will be done, by drawing one past month, with replacement, for each month to come until nothing remains.
///
/// Source of the method: resampling of throughput ("Monte Carlo" forecasting of flow); months are taken as independent,
/// and the past as what the future is made of.
public struct Forecast: Hashable, Sendable {
  public let request: ForecastRequest
  public let distribution: MonthDistribution
  /// Months that the average of the whole history gives, or nothing when the scope grows as fast.
  public let monthsAtAverage: Int?
  /// The same of the last six months.
  public let monthsAtRecentRate: Int?
  /// Where the runs stand after each coming month: plugs done by then, of those that remain today.
  public let fan: [FanMonth]

  /// The spread of the runs after a month.
  public struct FanMonth: Hashable, Sendable {
    /// From 1.
    public let month: Int
    /// Plugs that 50, 85 and 95 of 100 runs have reached or passed.
    public let p50: Int
    public let p85: Int
    public let p95: Int
  }

  /// Draws the runs. O(draws · months); 10,000 draws of some twenty months take a few milliseconds.
  public init(_ request: ForecastRequest) throws(ForecastRefusal) {
    try request.validated()
    self.request = request
    var runs = Runs(request)
    runs.draw()
    distribution = MonthDistribution(cumulative: runs.cumulative)
    fan = runs.fan()
    monthsAtAverage = Self.months(request, lastMonths: request.history.count)
    monthsAtRecentRate = Self.months(request, lastMonths: ForecastRequest.fewestMonths)
  }

  public var p50: Int? { distribution.months(at: 0.50) }
  public var p85: Int? { distribution.months(at: 0.85) }
  public var p95: Int? { distribution.months(at: 0.95) }

  /// Plugs a month that finish in so many months, rounded up; nothing when no month is left.
  public func requiredRate(monthsLeft: Int) -> Int? {
    guard monthsLeft > 0 else { return nil }
    return (request.remaining + monthsLeft - 1) / monthsLeft + request.scopeGrowth
  }

  /// The share of runs that are done within so many months: the confidence of a contract's date.
  public func confidence(monthsLeft: Int) -> Double { distribution.probability(within: monthsLeft) }

  private static func months(_ request: ForecastRequest, lastMonths: Int) -> Int? {
    let last = request.history.suffix(lastMonths)
    // In whole numbers: remaining / (sum / count − growth), rounded up.
    let perCount = last.reduce(0, +) - request.scopeGrowth * last.count
    guard request.remaining > 0 else { return 0 }
    guard perCount > 0 else { return nil }
    return (request.remaining * last.count + perCount - 1) / perCount
  }
}

/// The runs of a forecast while they are drawn.
private struct Runs {
  let request: ForecastRequest
  /// Runs that were done after exactly so many months.
  private var doneAfter: [Int] = [0]
  /// For each month, what the runs have done by then; months after the horizon of the fan are not kept.
  private var done: [[Int]] = []
  private static let fanMonths = 60

  init(_ request: ForecastRequest) { self.request = request }

  mutating func draw() {
    var random = SeededDraws(seed: request.seed)
    if request.remaining == 0 { doneAfter[0] = request.draws }
    for run in 0..<(request.remaining == 0 ? 0 : request.draws) {
      var (left, month) = (request.remaining, 0)
      while left > 0, month < ForecastRequest.horizon {
        left = request.remaining(after: left, output: request.history[random.next(below: request.history.count)])
        month += 1
        keep(run, month, left)
      }
      if left <= 0 {
        while doneAfter.count <= month { doneAfter.append(0) }
        doneAfter[month] += 1
      }
    }
  }

  private mutating func keep(_ run: Int, _ month: Int, _ left: Int) {
    guard month <= Self.fanMonths else { return }
    if done.count < month { done.append(Array(repeating: request.remaining, count: request.draws)) }
    // Against what remains today: growth in the meantime is not output.
    done[month - 1][run] = min(request.remaining, max(0, request.remaining - max(0, left)))
  }

  var cumulative: [Double] {
    var count = 0
    return doneAfter.map { runs in
      count += runs
      return Double(count) / Double(request.draws)
    }
  }

  func fan() -> [Forecast.FanMonth] {
    done.enumerated().map { offset, reached in
      let sorted = reached.sorted(by: >)
      func atLeast(_ hundredths: Int) -> Int { sorted[(sorted.count * hundredths + 99) / 100 - 1] }
      return Forecast.FanMonth(month: offset + 1, p50: atLeast(50), p85: atLeast(85), p95: atLeast(95))
    }
  }
}
