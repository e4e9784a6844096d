extension Sequence<Int> {
  /// Numbers as runs, in their order: 1, 2, 3, 3, 9, 5 gives 1…3, 9…9, 5…5.
  ///
  /// A number that repeats the last run or follows its end joins it; sort first where order means nothing.
  public func runs() -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in self {
      if let last = runs.last, number >= last.lowerBound, number <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...Swift.max(last.upperBound, number)
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }

  /// Runs in the form that commands read, `1-12,25`, or with another mark between them.
  public func ranges(separator: String = ",") -> String {
    runs().map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: separator)
  }
}
