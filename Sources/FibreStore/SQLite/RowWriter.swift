import FibreModel
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

  /// Runs it with the cells that were bound, and goes back to the first column.
  func run(_ row: inout BoundRow) throws {
    defer { sqlite3_reset(handle) }
    guard row.end(), sqlite3_step(handle) == SQLITE_DONE else { throw databaseError(of: handle) }
  }

  /// A row to bind cells to, again and again; their digest goes on from one.
  func row(after digest: ContentDigest) -> BoundRow { BoundRow(handle, digest) }

  /// Runs it with these cells.
  func run(_ cells: [Cell]) throws {
    try bindCells(cells, to: handle)
    defer { sqlite3_reset(handle) }
    guard sqlite3_step(handle) == SQLITE_DONE else { throw databaseError(of: handle) }
  }
}

/// The cells of one row after the other, bound to a statement, and the digest of them all.
struct BoundRow: CellSink {
  private let handle: OpaquePointer
  private var column: Int32 = 0
  private var hasFailed = false
  private(set) var digest: ContentDigest

  fileprivate init(_ handle: OpaquePointer, _ digest: ContentDigest) {
    self.handle = handle
    self.digest = digest
  }

  mutating func add(_ cell: Cell) {
    column += 1
    digest.add(cell)
    if bind(cell, to: handle, column) != SQLITE_OK { hasFailed = true }
  }

  mutating func add(text: UnsafeBufferPointer<UInt8>) {
    column += 1
    digest.add(text: text)
    if bind(text: text, to: handle, column) != SQLITE_OK { hasFailed = true }
  }

  mutating func add(_ attributes: Attributes) {
    guard !attributes.isEmpty else { return add(.null) }
    attributes.bytes.withUnsafeBufferPointer { add(text: $0) }
  }

  /// Ends the row; false when a cell could not be bound.
  fileprivate mutating func end() -> Bool {
    column = 0
    digest.endRow()
    return !hasFailed
  }
}

/// Binds cells from the first mark on, after a reset. SQLite copies what it is given.
func bindCells(_ cells: [Cell], to handle: OpaquePointer) throws {
  sqlite3_reset(handle)
  for (offset, cell) in cells.enumerated() {
    guard bind(cell, to: handle, Int32(offset + 1)) == SQLITE_OK else { throw databaseError(of: handle) }
  }
}

private func bind(_ cell: Cell, to handle: OpaquePointer, _ column: Int32) -> Int32 {
  switch cell {
  case .null: sqlite3_bind_null(handle, column)
  case .integer(let number): sqlite3_bind_int64(handle, column, number)
  case .text(var text): text.withUTF8 { bind(text: $0, to: handle, column) }
  case .blob(let bytes):
    bytes.withUnsafeBytes { sqlite3_bind_blob(handle, column, $0.baseAddress, Int32($0.count), copied) }
  }
}

private func bind(text: UnsafeBufferPointer<UInt8>, to handle: OpaquePointer, _ column: Int32) -> Int32 {
  // No bytes may mean no address, which SQLite would take for NULL.
  guard !text.isEmpty else { return sqlite3_bind_text(handle, column, "", 0, copied) }
  return text.withMemoryRebound(to: CChar.self) {
    sqlite3_bind_text(handle, column, $0.baseAddress, Int32($0.count), copied)
  }
}

/// `SQLITE_TRANSIENT`, which Swift can't import: a cast of -1 to a function.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
