/// How far past forecasts can be believed: forecasts from each past month, held against what came.
///
/// From every month that has six months before it and `horizon` months after it, the forecast is asked for the plugs that
/// its own average makes in `horizon` months; the real answer is the month in which they were reached. What is asked for
/// is known at the time: a target taken from what came later would be met too often.
public struct BackTest: Hashable, Sendable {
  /// One forecast of the past.
  public struct Trial: Hashable, Sendable {
    /// Months of history that it had.
    public let historyLength: Int
    public let target: Int
    /// Months that have passed since.
    public let passed: Int
    /// Months that it really took; nothing when it has not been reached to this day.
    public let actual: Int?
    public let p50: Int?
    public let p85: Int?
    public let p95: Int?
  }

  public let trials: [Trial]

  /// Tries every past month; there are no trials when the history is too short.
  ///
  /// A trial whose target is not reached counts as missed for the percentiles whose month has passed; the others have no
  /// answer yet. One that has no answer at all is left out.
  public init(history: [Int], horizon: Int, draws: Int = 2000, seed: UInt64 = 1) throws(ForecastRefusal) {
    var trials: [Trial] = []
    for length in ForecastRequest.fewestMonths..<max(ForecastRequest.fewestMonths, history.count - horizon + 1) {
      let past = Array(history[..<length])
      let target = (past.reduce(0, +) * horizon + length / 2) / length
      guard target > 0 else { continue }
      let request = ForecastRequest(
        history: past, remaining: target, draws: draws, seed: seed &+ UInt64(length))
      let forecast = try Forecast(request)
      let actual = Self.months(to: target, in: history[length...])
      guard actual != nil || (forecast.p50 ?? .max) <= history.count - length else { continue }
      trials.append(
        Trial(
          historyLength: length, target: target, passed: history.count - length, actual: actual, p50: forecast.p50,
          p85: forecast.p85,
          p95: forecast.p95))
    }
    self.trials = trials
  }

  /// The share of trials that were done by the month that 50, 85 or 95 of 100 runs gave; nothing without trials.
  ///
  /// A forecast that can be believed has about 0.50, 0.85 and 0.95.
  public var coverage: Coverage? {
    guard !trials.isEmpty else { return nil }
    func covered(_ months: (Trial) -> Int?) -> Proportion {
      let answered = trials.filter { $0.actual != nil || (months($0) ?? .max) <= $0.passed }
      return Proportion(count: answered.count { ($0.actual ?? .max) <= (months($0) ?? 0) }, of: answered.count)
    }
    return Coverage(p50: covered(\.p50), p85: covered(\.p85), p95: covered(\.p95))
  }

  /// What was measured, with the interval that so few trials leave.
  public struct Coverage: Hashable, Sendable {
    public let p50: Proportion
    public let p85: Proportion
    public let p95: Proportion
  }

  private static func months(to target: Int, in coming: ArraySlice<Int>) -> Int? {
    var sum = 0
    for (offset, output) in coming.enumerated() {
      sum += output
      if sum >= target { return offset + 1 }
    }
    return nil
  }
}
