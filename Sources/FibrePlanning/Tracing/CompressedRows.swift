/// Rows of small numbers in one array: the members of all rows, row after row, and where each begins.
struct CompressedRows: Sendable {
  private let members: [UInt32]
  private let starts: [UInt32]

  /// Sorts pairs by row; the members of a row keep their order. O(rows + pairs).
  ///
  /// - Parameter each: Hands over every pair; called twice, for the same pairs in the same order.
  init(rowCount: Int, _ each: ((_ row: Int, _ member: UInt32) -> Void) -> Void) {
    var starts = [UInt32](repeating: 0, count: rowCount + 1)
    each { row, _ in starts[row + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var members = [UInt32](repeating: 0, count: Int(starts[rowCount]))
    each { row, member in
      members[Int(next[row])] = member
      next[row] += 1
    }
    self.members = members
    self.starts = starts
  }

  /// Sorts pairs that are at hand.
  init(rowCount: Int, pairs: [(row: UInt32, member: UInt32)]) {
    self.init(rowCount: rowCount) { add in for pair in pairs { add(Int(pair.row), pair.member) } }
  }

  /// The members of one row.
  subscript(row: Int) -> ArraySlice<UInt32> { self[row..<row + 1] }

  /// The members of rows that follow each other.
  subscript(rows: Range<Int>) -> ArraySlice<UInt32> {
    members[Int(starts[rows.lowerBound])..<Int(starts[rows.upperBound])]
  }
}
