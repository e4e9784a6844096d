import FibreModel
import GRDB

/// Takes a snapshot out of the rows that say how long each address was what, as if it had never come.
struct SnapshotRemoval {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The rows of one address that begin or end on the day, or begin on that of the next snapshot.
  private struct Rows {
    var before: AddressRows.State?
    var own: AddressRows.State?
    var next: AddressRows.State?
  }

  /// Removes the snapshot of a day. O(rows that change on it or on the next).
  func remove(_ day: Int64, before next: SnapshotName?) throws {
    let end = next.map { WholeDay.number($0.date) }
    var found: [Int64: Rows] = [:]
    var rows = try AddressRows(database)
    let asked = [Cell.integer(day), .integer(day), .integer(end ?? day)]
    try rows.states(where: "s.since = ? OR s.until = ? OR s.since = ?", asked) { address, state in
      if state.until == day { found[address, default: Rows()].before = state }
      if state.since == day { found[address, default: Rows()].own = state }
      if let end, state.since == end { found[address, default: Rows()].next = state }
    }
    for (_, rows) in found.sorted(by: { $0.key < $1.key }) { try join(rows, until: end) }
    try run("DELETE FROM address_snapshots WHERE date = ?", [.integer(day)])
    guard let end else { return }
    try run(
      """
      UPDATE address_snapshots SET change_count = (
        SELECT count(*) FROM (
          SELECT address_id FROM address_states WHERE since = ?1
          UNION SELECT address_id FROM address_states WHERE until = ?1))
      WHERE date = ?1
      """, [.integer(end)])
  }

  /// What held before the snapshot holds up to the next one, or on when that says the same.
  private func join(_ rows: Rows, until end: Int64?) throws {
    var next = rows.next
    if let own = rows.own {
      if end == nil || own.until == end {
        try run("DELETE FROM address_states WHERE id = ?", [.integer(own.row)])
      } else {
        next = own
      }
    }
    if let before = rows.before, let next, next.line == before.line {
      try run("DELETE FROM address_states WHERE id = ?", [.integer(next.row)])
      try run("UPDATE address_states SET until = ? WHERE id = ?", [Cell(next.until), .integer(before.row)])
      return
    }
    if let before = rows.before {
      try run("UPDATE address_states SET until = ? WHERE id = ?", [Cell(end), .integer(before.row)])
    }
    if let next, next.row == rows.own?.row {
      try run("UPDATE address_states SET since = ? WHERE id = ?", [Cell(end), .integer(next.row)])
    }
  }

  private func run(_ sql: String, _ cells: [Cell]) throws { try RowWriter(database, sql: sql).run(cells) }
}
