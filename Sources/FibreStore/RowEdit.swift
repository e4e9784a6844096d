import GRDB

/// A row of content that goes, comes, or holds something else.
struct RowEdit {
  let table: ContentTable
  /// The cells of its key, which stay.
  let key: [Cell]
  /// The whole row before; nothing when it was not there.
  let before: [Cell]?
  /// The whole row afterwards; nothing when it is gone.
  let after: [Cell]?

  var inverse: RowEdit { RowEdit(table: table, key: key, before: after, after: before) }
}

extension [RowEdit] {
  /// Carries the edits out: first every row that was there goes, then every row that is to be there comes, so that rows
  /// may take each other's slots. References are checked when the transaction ends.
  func carryOut(_ database: Database) throws {
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for edit in reversed() where edit.before != nil {
      let condition = edit.table.columns.prefix(edit.table.keyCount).map { "\($0) = ?" }.joined(separator: " AND ")
      try RowWriter(database, sql: "DELETE FROM \(edit.table.name) WHERE \(condition)").run(edit.key)
    }
    for edit in self {
      if let row = edit.after { try RowWriter(database, into: edit.table).run(row) }
    }
  }
}
