import FibreModel
import Foundation
import GRDB
import GRDBSQLite

/// Walks over the rows of a query through SQLite's own calls, which is what keeps loading fast.
///
/// Texts are read with their length, so that one with a NUL in it comes back whole.
struct RowReader {
  private let statement: Statement
  private let handle: OpaquePointer
  private let table: String

  /// Prepares a query; `table` is what a damaged cell is reported under.
  init(_ database: Database, table: String, sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
    self.table = table
  }

  /// Moves to the next row; false after the last.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw databaseError(of: handle)
    }
  }

  /// Binds the cells of a query with `?`, from the first on.
  func bind(_ cells: [Cell]) throws { try bindCells(cells, to: handle) }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
  func optionalNumber(_ column: Int32) -> Int? { isNull(column) ? nil : number(column) }
  func text(_ column: Int32) -> String { withText(column) { String(decoding: $0, as: UTF8.self) } }
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func length(_ column: Int32) -> Length { Length(millimetres: integer(column)) }

  /// A length that a section or a pathway can have.
  func sectionLength(_ column: Int32) throws -> Length {
    let length = length(column)
    guard length >= .zero, length <= .longestSection else { throw damage(column) }
    return length
  }

  func date(_ column: Int32) throws -> CalendarDate {
    guard let date = CalendarDate(text(column)) else { throw damage(column) }
    return date
  }

  func choice<Choice: RawRepresentable<String>>(_ column: Int32) throws -> Choice {
    guard let choice = Choice(rawValue: text(column)) else { throw damage(column) }
    return choice
  }

  func choice<Choice>(_ column: Int32, of words: Words<Choice>) throws -> Choice {
    guard let choice = withText(column, { words.choice($0) }) else { throw damage(column) }
    return choice
  }

  func point(_ column: Int32) -> Point? { isNull(column) ? nil : Point(x: integer(column), y: integer(column + 1)) }

  func line(_ column: Int32) throws -> Polyline {
    guard var reader = GeometryReader(blob(column)), let line = reader.line() else { throw damage(column) }
    return line
  }

  func area(_ column: Int32) throws -> Area {
    guard var reader = GeometryReader(blob(column)), let area = reader.area() else { throw damage(column) }
    return area
  }

  /// Runs a body on the bytes of a text, which are gone afterwards.
  func withText<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let start = sqlite3_column_text(handle, column)
    return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  /// Every cell of the row.
  func cells() -> [Cell] { (0..<sqlite3_column_count(handle)).map { cell($0) } }

  /// What to throw when a cell does not hold what the model needs.
  func damage(_ column: Int32) -> DamagedCell {
    DamagedCell(table: table, column: String(cString: sqlite3_column_name(handle, column)))
  }

  /// Runs a body on the bytes of a blob, which are gone afterwards.
  func withBlob<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let start = sqlite3_column_blob(handle, column)
    return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  private func blob(_ column: Int32) -> [UInt8] { withBlob(column) { Array($0) } }

  private func cell(_ column: Int32) -> Cell {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .text(text(column))
    }
  }
}

/// Whether a text of SQLite's has given bytes; comparing them as blocks keeps loading fast.
func areEqual(_ text: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8]) -> Bool {
  guard let start = text.baseAddress, text.count == bytes.count else { return text.isEmpty && bytes.isEmpty }
  return memcmp(start, bytes, bytes.count) == 0
}

/// A cell that does not hold what the model needs; another program wrote it.
struct DamagedCell: Error {
  let table: String
  let column: String
}

/// The error of the last call on a statement.
func databaseError(of handle: OpaquePointer) -> DatabaseError {
  let connection = sqlite3_db_handle(handle)
  return DatabaseError(
    resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
    message: String(cString: sqlite3_errmsg(connection)))
}
