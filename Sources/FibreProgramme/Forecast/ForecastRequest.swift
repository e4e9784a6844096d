/// What a forecast starts from: the months of **one** counter, and what remains.
public struct ForecastRequest: Hashable, Sendable {
  /// Plugs of each past month, the oldest first; months without any are zero and stay in.
  public var history: [Int]
  public var remaining: Int
  /// Plugs that each coming month adds to what remains.
  public var scopeGrowth: Int
  /// The last plugs, isolated or blocked, go at half rate: how many of them; zero for no such tail.
  public var slowTail: Int
  public var draws: Int
  public var seed: UInt64

  /// Makes a request with 10,000 draws.
  public init(
    history: [Int], remaining: Int, scopeGrowth: Int = 0, slowTail: Int = 0, draws: Int = 10_000, seed: UInt64 = 1
  ) {
    self.history = history
    self.remaining = remaining
    self.scopeGrowth = scopeGrowth
    self.slowTail = slowTail
    self.draws = draws
    self.seed = seed
  }

  /// Months of history from which a distribution means something.
  public static let fewestMonths = 6
  /// Months after which a run is given up.
  public static let horizon = 600

  /// What remains after a month of so much output.
  ///
  /// Growth joins first. Output is spent on what lies before the tail, and the rest of it on the tail at half rate.
  func remaining(after remaining: Int, output: Int) -> Int {
    let grown = remaining + scopeGrowth
    let beforeTail = max(0, grown - slowTail)
    guard output > beforeTail else { return grown - output }
    return grown - beforeTail - (slowTail > 0 ? (output - beforeTail) / 2 : output - beforeTail)
  }

  /// Checks the request.
  func validated() throws(ForecastRefusal) {
    guard history.count >= Self.fewestMonths else {
      throw .tooShort(months: history.count, range: Self.range(of: history, remaining: remaining))
    }
    if let negative = history.first(where: { $0 < 0 }) { throw .negative(negative) }
    guard (0...Self.most).contains(remaining), abs(scopeGrowth) <= Self.most, (0...Self.most).contains(slowTail) else {
      throw .negative(min(remaining, slowTail))
    }
    guard (1...1_000_000).contains(draws) else { throw .draws(draws) }
    guard history.contains(where: { $0 > 0 }) || remaining == 0 else { throw .noOutput }
    guard history.allSatisfy({ $0 <= Self.most }) else { throw .negative(.max) }
  }

  /// More plugs than any country has.
  private static let most = 1_000_000_000

  /// The months at the best and at the worst rate that was seen; nothing at a rate of zero.
  private static func range(of history: [Int], remaining: Int) -> ForecastRefusal.Range {
    func months(at rate: Int?) -> Int? {
      rate.flatMap { $0 > 0 && remaining >= 0 ? (remaining + $0 - 1) / $0 : nil }
    }
    return ForecastRefusal.Range(shortest: months(at: history.max()), longest: months(at: history.min()))
  }
}

/// Why there is no forecast.
public enum ForecastRefusal: Error, Hashable, Sendable {
  /// Months that the best and the worst month on record give; nothing when that month had no output.
  public struct Range: Hashable, Sendable {
    public let shortest: Int?
    public let longest: Int?

    /// Makes a range.
    public init(shortest: Int?, longest: Int?) {
      self.shortest = shortest
      self.longest = longest
    }
  }

  /// Fewer than six months of history: the range is all that can be said.
  case tooShort(months: Int, range: Range)
  /// A number of plugs is below zero, or beyond all measure.
  case negative(Int)
  /// Nothing was ever delivered.
  case noOutput
  /// It is not 1 to 1,000,000.
  case draws(Int)
}
