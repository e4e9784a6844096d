import GRDB
import GRDBSQLite

/// Runs one prepared statement again and again with other cells.
struct RowWriter {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Prepares a statement that answers no rows.
  init(_ database: Database, sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Prepares the insertion of whole rows.
  init(_ database: Database, into table: ContentTable) throws {
    let marks = table.columns.map { _ in "?" }.joined(separator: ",")
    try self.init(
      database, sql: "INSERT INTO \(table.name) (\(table.columns.joined(separator: ","))) VALUES (\(marks))")
  }

  /// Runs it with these cells.
  func run(_ cells: [Cell]) throws {
    try bindCells(cells, to: handle)
    defer { sqlite3_reset(handle) }
    guard sqlite3_step(handle) == SQLITE_DONE else { throw databaseError(of: handle) }
  }
}

/// Binds cells from the first mark on, after a reset. SQLite copies what it is given.
func bindCells(_ cells: [Cell], to handle: OpaquePointer) throws {
  sqlite3_reset(handle)
  for (offset, cell) in cells.enumerated() {
    let column = Int32(offset + 1)
    let code: Int32 =
      switch cell {
      case .null: sqlite3_bind_null(handle, column)
      case .integer(let number): sqlite3_bind_int64(handle, column, number)
      // No bytes may mean no address, which SQLite would take for NULL.
      case .text(""): sqlite3_bind_text(handle, column, "", 0, copied)
      case .text(var text):
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            sqlite3_bind_text(handle, column, $0.baseAddress, Int32($0.count), copied)
          }
        }
      case .blob(let bytes):
        bytes.withUnsafeBytes { sqlite3_bind_blob(handle, column, $0.baseAddress, Int32($0.count), copied) }
      }
    guard code == SQLITE_OK else { throw databaseError(of: handle) }
  }
}

/// `SQLITE_TRANSIENT`, which Swift can't import: a cast of -1 to a function.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
