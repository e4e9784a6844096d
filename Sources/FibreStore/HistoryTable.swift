import GRDB

import class Foundation.JSONDecoder
import class Foundation.JSONEncoder
import struct Foundation.Data

/// The history kept in the store: who made which revision, and each row that edits took away or brought.
enum HistoryTable {
  static func revision(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT revision FROM epissure_store") ?? 0
  }

  static func entries(_ database: Database) throws -> [HistoryEntry] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT h.revision, h.operation, h.text, h.plan, h.night, h.undoes, u.revision,
          (SELECT count(*) FROM history_rows r WHERE r.revision = h.revision)
        FROM history h LEFT JOIN history u ON u.undoes = h.revision ORDER BY h.revision
        """)
    return rows.map { row in
      HistoryEntry(
        revision: row[0], operation: HistoryEntry.Operation(rawValue: row[1]) ?? .apply,
        note: HistoryNote(row[2], plan: row[3], night: row[4]), undoes: row[5], undoneBy: row[6], changeCount: row[7])
    }
  }

  /// Enters the next revision and makes it the store's.
  static func advance(
    _ database: Database, _ operation: HistoryEntry.Operation, _ note: HistoryNote, undoes: Int? = nil
  ) throws -> Int {
    let next = try revision(database) + 1
    try database.execute(
      sql: "INSERT INTO history (revision, operation, text, plan, night, undoes) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [next, operation.rawValue, note.text, note.plan, note.night, undoes])
    try database.execute(sql: "UPDATE epissure_store SET revision = ?", arguments: [next])
    return next
  }

  static func record(_ edits: [RowEdit], revision: Int, _ database: Database) throws {
    for (sequence, edit) in edits.enumerated() {
      try database.execute(
        sql: "INSERT INTO history_rows VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          revision, sequence, edit.table.name, try text(edit.key), try edit.before.map(text), try edit.after.map(text),
        ])
    }
  }

  /// The row edits of a revision, in the order they were made.
  static func edits(of revision: Int, _ database: Database) throws -> [RowEdit] {
    try Row.fetchAll(
      database, sql: "SELECT table_name, key, before, after FROM history_rows WHERE revision = ? ORDER BY sequence",
      arguments: [revision]
    ).map { row in
      guard let table = ContentTable.named(row[0]) else {
        throw DamagedCell(table: "history_rows", column: "table_name")
      }
      return RowEdit(
        table: table, key: try cells(row[1]), before: try (row[2] as String?).map(cells),
        after: try (row[3] as String?).map(cells))
    }
  }

  /// Later revisions that still stand and changed one of the same rows.
  static func overwriters(of revision: Int, _ database: Database) throws -> [Int] {
    try Int.fetchAll(
      database,
      sql: """
        SELECT DISTINCT later.revision FROM history_rows later JOIN history_rows mine
          ON mine.table_name = later.table_name AND mine.key = later.key
        WHERE mine.revision = ? AND later.revision > ?
          AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = later.revision)
        ORDER BY later.revision
        """, arguments: [revision, revision])
  }

  // MARK: Digests

  static func digest(of revision: Int, _ database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT digest FROM revision_digests WHERE revision = ?", arguments: [revision])
  }

  static func keep(_ digest: ContentDigest, revision: Int, _ database: Database) throws {
    try database.execute(sql: "INSERT INTO revision_digests VALUES (?, ?)", arguments: [revision, digest.text])
  }

  /// Goes on from the revision before; where that has no digest, the next has none either.
  static func carryDigest(over rows: [RowEdit], to revision: Int, _ database: Database) throws {
    guard let former = try digest(of: revision - 1, database) else { return }
    var next = ContentDigest(after: former)
    next.add(rows)
    try keep(next, revision: revision, database)
  }

  private static func text(_ cells: [Cell]) throws -> String {
    String(decoding: try JSONEncoder().encode(cells.map(\.tagged)), as: UTF8.self)
  }

  private static func cells(_ text: String) throws -> [Cell] {
    try JSONDecoder().decode([String].self, from: Data(text.utf8)).map { tagged in
      guard let cell = Cell(tagged: tagged) else { throw DamagedCell(table: "history_rows", column: "before, after") }
      return cell
    }
  }
}
