/// How likely it is to be done after each number of months.
public struct MonthDistribution: Hashable, Sendable {
  /// The probability of being done after `offset` months or earlier.
  public let cumulative: [Double]

  /// The probability of being done after so many months or earlier.
  public func probability(within months: Int) -> Double {
    guard months >= 0, let last = cumulative.last else { return 0 }
    return months < cumulative.count ? cumulative[months] : last
  }

  /// The first number of months whose probability reaches a share, or nothing when none does.
  public func months(at share: Double) -> Int? { cumulative.firstIndex { $0 >= share } }
}

extension MonthDistribution {
  /// About how many steps the exact distribution takes; a request of more than some millions is left to the draws.
  public static func steps(of request: ForecastRequest) -> Int {
    let sum = max(1, request.history.reduce(0, +) - request.scopeGrowth * request.history.count)
    let unit = max(1, request.history.reduce(request.remaining, Self.commonDivisor))
    let months = min(ForecastRequest.horizon, request.remaining * request.history.count / sum + 1)
    return (request.remaining / unit + 1) * request.history.count * months
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }

  /// The exact distribution of what ``Forecast`` draws, by convolution; the oracle of the draws.
  ///
  /// - Complexity: O(months · remaining · history length), with `remaining` in units of the greatest common divisor.
  public init(exactly request: ForecastRequest) throws(ForecastRefusal) {
    try request.validated()
    var states: [Int: Double] = request.remaining > 0 ? [request.remaining: 1] : [:]
    let share = 1 / Double(request.history.count)
    var done = request.remaining > 0 ? 0.0 : 1.0
    var cumulative = [done]
    while !states.isEmpty, cumulative.count <= ForecastRequest.horizon, done < 1 - 1e-12 {
      var next: [Int: Double] = [:]
      // In order, so that the last bits of the sums don't depend on hashing.
      for (remaining, probability) in states.sorted(by: { $0.key < $1.key }) {
        for output in request.history {
          let left = request.remaining(after: remaining, output: output)
          if left <= 0 { done += probability * share } else { next[left, default: 0] += probability * share }
        }
      }
      states = next
      cumulative.append(done)
    }
    self.cumulative = cumulative
  }
}
