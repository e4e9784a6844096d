/// What the attempts of one perimeter and period say.
public struct FailureFigures: Hashable, Sendable {
  /// Failed of all attempts.
  public let failures: Proportion
  /// Failures with a cause in the network or its data, of the attempts whose failure, if any, is not the client's or
  /// the operator's.
  public let imputable: Proportion
  /// Failures by cause; every cause has an entry.
  public let byCause: [FailureCause: Int]
  /// Codes by how often they came, the most frequent first, then in order of code.
  public let pareto: [Ranked<FailureCode>]
  /// Orders that took more than one attempt, of all orders.
  public let repeated: Proportion
  /// Orders whose last attempt succeeded, of all orders.
  public let served: Proportion
  /// Distribution points with three failures or more, the worst first, then in order of name.
  public let worstPoints: [Ranked<String>]

  /// Failures at one distribution point from which it is listed.
  public static let fewestAtPoint = 3

  /// Counts the attempts.
  public init(of attempts: [ConnectionAttempt]) {
    let failed = attempts.filter { $0.code != nil }
    let foreign = failed.count { $0.cause?.isClientOrOperator ?? false }
    failures = Proportion(count: failed.count, of: attempts.count)
    imputable = Proportion(
      count: failed.count { $0.cause?.isNetworkOrData ?? false }, of: attempts.count - foreign)
    var causes = Dictionary(uniqueKeysWithValues: FailureCause.allCases.map { ($0, 0) })
    for attempt in failed { causes[attempt.cause ?? .other, default: 0] += 1 }
    byCause = causes
    pareto = Ranked.counting(failed.compactMap(\.code))
    worstPoints = Ranked.counting(failed.map(\.distributionPoint).filter { !$0.isEmpty })
      .filter { $0.count >= Self.fewestAtPoint }
    let orders = Dictionary(grouping: attempts, by: \.order)
    repeated = Proportion(count: orders.values.count { $0.count > 1 }, of: orders.count)
    served = Proportion(
      count: orders.values.count { $0.max { ($0.date, $0.number) < ($1.date, $1.number) }?.outcome == .success },
      of: orders.count)
  }
}

/// Something and how often it came.
public struct Ranked<Key: Hashable & Comparable & Sendable>: Hashable, Sendable {
  public let key: Key
  public let count: Int

  /// Counts equal keys: the most frequent first, then in order of key.
  public static func counting(_ keys: [Key]) -> [Ranked] {
    Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +).map { Ranked(key: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
  }
}
