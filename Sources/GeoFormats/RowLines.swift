/// The line of each row, as runs of rows that stand line below line: most tables are one run.
public struct RowLines: Hashable, Sendable {
  private struct Run: Hashable {
    var row: Int
    var line: Int
  }

  private var runs: [Run] = []
  /// How many rows there are.
  public private(set) var count = 0

  init() {}

  init(_ lines: some Sequence<Int>) {
    for line in lines { append(line) }
  }

  /// The line of a row; O(log runs).
  public subscript(row: Int) -> Int {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].row <= row { low = middle } else { high = middle }
    }
    return runs[low].line + row - runs[low].row
  }

  /// The line of the last row, or nothing.
  var last: Int? { count == 0 ? nil : self[count - 1] }

  mutating func append(_ line: Int) {
    if runs.isEmpty || runs[runs.count - 1].line + count - runs[runs.count - 1].row != line {
      runs.append(Run(row: count, line: line))
    }
    count += 1
  }
}
