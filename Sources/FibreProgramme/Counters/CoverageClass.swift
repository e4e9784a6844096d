/// The classes in which the regulator draws coverage: zero, then from 5, 10, 25, 50, 80 and 95 %.
///
/// The class between zero and 5 % is ours, since a rate of 3 % is neither.
public enum CoverageClass: Int, Hashable, Comparable, Sendable, CaseIterable {
  case none, below5, from5, from10, from25, from50, from80, from95

  /// The class of a rate.
  public init(_ rate: Rate) {
    let limits = [5, 10, 25, 50, 80, 95].compactMap { Rate($0, over: 100) }
    self = rate <= .zero ? .none : Self(rawValue: limits.count { $0 <= rate } + 1) ?? .from95
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
