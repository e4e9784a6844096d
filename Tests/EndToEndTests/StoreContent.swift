import Foundation
import GRDB

/// Stores as another program finds them: SQLite alone, none of our code.
enum StoreContent {
  /// The tables whose rows are not just the same in two stores; those of the history excepted.
  static func differences(_ one: String, _ other: String) throws -> [String] {
    try DatabaseQueue(path: one).writeWithoutTransaction { database in
      try database.execute(sql: "ATTACH ? AS other", arguments: [other])
      let tables = try self.tables(of: "main", database)
      let others = try self.tables(of: "other", database)
      let different = try tables.filter(others.contains).filter { table in
        try Bool.fetchOne(
          database,
          sql: """
            SELECT (SELECT count(*) FROM main.\(table)) <> (SELECT count(*) FROM other.\(table))
              OR EXISTS (SELECT * FROM main.\(table) EXCEPT SELECT * FROM other.\(table))
            """) ?? true
      }
      return (different + Set(tables).symmetricDifference(others)).sorted()
    }
  }

  /// Every table of content.
  static func tables(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try tables(of: "main", $0) }
  }

  private static func tables(of schema: String, _ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT name FROM \(schema).sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE 'rtree%' AND name NOT IN ('history', 'history_rows', 'epissure_store',
            'revision_digests') ORDER BY name
        """)
  }

  /// One number of a store.
  static func number(_ sql: String, _ path: String) throws -> Int? {
    try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) }
  }

  static func revision(_ path: String) throws -> Int? { try number("SELECT revision FROM epissure_store", path) }

  /// What SQLite finds wrong with the file, its references, and tables of ours that are not STRICT; nothing when sound.
  static func damage(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map(\.description)
      let loose = try String.fetchAll(
        database,
        sql: """
          SELECT name || ' is not strict' FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
            AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'gpkg%' AND name NOT LIKE 'rtree%'
          """)
      return integrity + dangling + loose
    }
  }
}
