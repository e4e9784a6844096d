extension Money {
  /// Splits the amount by weights so that the parts add up to it, to the cent.
  ///
  /// Each part is its exact share cut to the cent; the cents left go one each to the parts that lost most, the first of
  /// equals first (largest remainder, Hamilton's method). A negative amount is split like a positive one.
  ///
  /// - Returns: One part for each weight, or nothing when a weight is negative or all are zero.
  public func split(by weights: [Int64]) -> [Money]? {
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard weights.allSatisfy({ $0 >= 0 }), whole > 0 else { return nil }
    let shares = weights.map { (Int128(cents.magnitude) * Int128($0)).quotientAndRemainder(dividingBy: whole) }
    var parts = shares.map { Int64($0.quotient) }
    let left = Int(Int128(cents.magnitude) - shares.reduce(Int128(0)) { $0 + $1.quotient })
    let order = shares.indices.sorted { (-shares[$0].remainder, $0) < (-shares[$1].remainder, $1) }
    for offset in order.prefix(left) { parts[offset] += 1 }
    return parts.map { Money(cents: cents < 0 ? -$0 : $0) }
  }

  /// Splits the amount in proportion to others, as ``split(by:)-(_)`` does.
  public func split(inProportionTo amounts: [Money]) -> [Money]? { split(by: amounts.map(\.cents)) }
}
