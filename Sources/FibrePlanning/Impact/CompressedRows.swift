/// Rows of small numbers in one array: the members of all rows, row after row, and where each begins.
struct CompressedRows: Sendable {
  private let members: [UInt32]
  private let starts: [UInt32]

  /// Sorts pairs by row; the members of a row keep their order. O(rows + pairs).
  init(rowCount: Int, pairs: [(row: UInt32, member: UInt32)]) {
    var starts = [UInt32](repeating: 0, count: rowCount + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var members = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      members[Int(next[Int(pair.row)])] = pair.member
      next[Int(pair.row)] += 1
    }
    self.members = members
    self.starts = starts
  }

  /// The members of one row.
  subscript(row: Int) -> ArraySlice<UInt32> { self[row..<row + 1] }

  /// The members of rows that follow each other.
  subscript(rows: Range<Int>) -> ArraySlice<UInt32> {
    members[Int(starts[rows.lowerBound])..<Int(starts[rows.upperBound])]
  }
}
