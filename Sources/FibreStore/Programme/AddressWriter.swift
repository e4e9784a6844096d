import FibreModel
import GRDB

/// Writes rows of `address_states` and what they refer to.
struct AddressWriter {
  private let database: Database
  private let state: RowWriter
  private let ending: RowWriter
  private let address: RowWriter
  private let cabinet: RowWriter
  private var cabinets: [String: Int64] = [:]

  init(_ database: Database) throws {
    self.database = database
    state = try RowWriter(
      database,
      sql: """
        INSERT INTO address_states (address_id, since, until, state, plugs, commune, cabinet_id, cabinet_state,
          cabled_on, available_on, opens_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    ending = try RowWriter(database, sql: "UPDATE address_states SET until = ? WHERE address_id = ? AND until IS NULL")
    address = try RowWriter(database, sql: "INSERT OR IGNORE INTO snapshot_addresses (code) VALUES (?)")
    cabinet = try RowWriter(database, sql: "INSERT OR IGNORE INTO snapshot_cabinets (code) VALUES (?)")
  }

  /// Enters a snapshot itself, before its rows.
  func enter(_ step: SnapshotStep) throws {
    try RowWriter(database, sql: "INSERT INTO address_snapshots VALUES (?, ?, ?, ?)").run([
      .integer(WholeDay.number(step.date)), .text(step.source), Cell(step.lineCount), Cell(step.changes.count),
    ])
  }

  func setChangeCount(_ count: Int, of day: Int64) throws {
    try RowWriter(database, sql: "UPDATE address_snapshots SET change_count = ? WHERE date = ?").run([
      Cell(count), .integer(day),
    ])
  }

  /// What an address is in the last snapshot holds up to a day.
  func end(of address: Int64, on day: Int64) throws { try ending.run([.integer(day), .integer(address)]) }

  func end(row: Int64, on day: Int64) throws {
    try RowWriter(database, sql: "UPDATE address_states SET until = ? WHERE id = ?").run([.integer(day), .integer(row)])
  }

  func begin(row: Int64, on day: Int64) throws {
    try RowWriter(database, sql: "UPDATE address_states SET since = ? WHERE id = ?").run([.integer(day), .integer(row)])
  }

  mutating func insert(_ line: AddressLine, _ address: Int64, since: Int64, until: Int64?) throws {
    let cabinet = try line.cabinet.isEmpty ? Cell.null : .integer(number(ofCabinet: line.cabinet))
    try state.run([
      .integer(address), .integer(since), Cell(until), .text(line.state.code), Cell(line.plugCount),
      .text(line.commune), cabinet, Cell(line.cabinetState?.code), WholeDay.cell(line.cabledOn),
      WholeDay.cell(line.availableOn), WholeDay.cell(line.opensOn),
    ])
  }

  /// The number of an address, which gets one when it has none.
  func number(ofAddress code: String) throws -> Int64 {
    try address.run([.text(code)])
    if database.changesCount > 0 { return database.lastInsertedRowID }
    return try known(code, in: "snapshot_addresses")
  }

  private mutating func number(ofCabinet code: String) throws -> Int64 {
    if let known = cabinets[code] { return known }
    try cabinet.run([.text(code)])
    let number = try known(code, in: "snapshot_cabinets")
    cabinets[code] = number
    return number
  }

  private func known(_ code: String, in table: String) throws -> Int64 {
    guard let number = try Int64.fetchOne(database, sql: "SELECT id FROM \(table) WHERE code = ?", arguments: [code])
    else { throw DamagedCell(table: table, column: "code") }
    return number
  }
}
