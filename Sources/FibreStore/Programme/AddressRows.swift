import FibreModel
import GRDB

/// Reads rows of `address_states`. Days and cabinets are few and come again and again, so that each is made once.
struct AddressRows {
  /// A row: its number, the address and until when it holds.
  struct State {
    let row: Int64
    let since: Int64
    /// Nothing while it holds in the last snapshot.
    let until: Int64?
    let line: AddressLine
  }

  private let database: Database
  private let cabinets: [Int64: String]
  private var days: [Int64: CalendarDate] = [:]

  init(_ database: Database) throws {
    self.database = database
    var cabinets: [Int64: String] = [:]
    let rows = try RowReader(database, table: "snapshot_cabinets", sql: "SELECT id, code FROM snapshot_cabinets")
    while try rows.next() { cabinets[rows.integer(0)] = rows.text(1) }
    self.cabinets = cabinets
  }

  /// The rows that fulfil a condition, by address and then in order of day, each with the number of its address. Numbers
  /// are given in order of address, but for addresses that came later.
  mutating func states(
    where condition: String, _ arguments: [Cell] = [], each: (Int64, State) throws -> Void
  ) throws {
    let rows = try RowReader(
      database, table: "address_states",
      sql: """
        SELECT s.id, s.address_id, a.code, s.since, s.until, s.state, s.plugs, s.commune, s.cabinet_id, s.cabinet_state,
          s.cabled_on, s.available_on, s.opens_on
        FROM address_states s CROSS JOIN snapshot_addresses a ON a.id = s.address_id
        WHERE \(condition) ORDER BY s.address_id, s.since
        """)
    try rows.bind(arguments)
    while try rows.next() {
      try each(
        rows.integer(1),
        State(
          row: rows.integer(0), since: rows.integer(3), until: rows.optionalInteger(4),
          line: try line(rows, rows.text(2))))
    }
  }

  /// What every row up to a day says, in the order in which the rows were written.
  ///
  /// - Parameter address: The place of an address that rows know by its number, and its code.
  mutating func states(
    since last: Int64, address: (Int64) -> (place: Int, code: String)?, each: (Int, State) throws -> Void
  ) throws {
    let rows = try RowReader(
      database, table: "address_states",
      sql: """
        SELECT id, address_id, NULL, since, until, state, plugs, commune, cabinet_id, cabinet_state, cabled_on,
          available_on, opens_on FROM address_states WHERE since <= ?
        """)
    try rows.bind([.integer(last)])
    while try rows.next() {
      guard let (place, code) = address(rows.integer(1)) else { throw rows.damage(1) }
      let line = try line(rows, code)
      try each(
        place, State(row: rows.integer(0), since: rows.integer(3), until: rows.optionalInteger(4), line: line))
    }
  }

  private mutating func line(_ rows: RowReader, _ address: String) throws -> AddressLine {
    guard let state = rows.withText(5, { AddressState(code: $0) }) else { throw rows.damage(5) }
    var cabinet = ""
    if let number = rows.optionalInteger(8) {
      guard let name = cabinets[number] else { throw rows.damage(8) }
      cabinet = name
    }
    var cabinetState: CabinetState?
    if !rows.isNull(9) {
      guard let known = rows.withText(9, { CabinetState(code: $0) }) else { throw rows.damage(9) }
      cabinetState = known
    }
    return AddressLine(
      address: address, state: state, plugs: rows.number(6), commune: rows.text(7), cabinet: cabinet,
      cabinetState: cabinetState, cabledOn: try day(rows, 10), availableOn: try day(rows, 11),
      opensOn: try day(rows, 12))
  }

  private mutating func day(_ rows: RowReader, _ column: Int32) throws -> CalendarDate? {
    guard let number = rows.optionalInteger(column) else { return nil }
    if let known = days[number] { return known }
    let day = try rows.wholeDay(column)
    days[number] = day
    return day
  }
}

extension CabinetState {
  private static let codes: [(code: String, state: CabinetState)] = [
    ("PL", .planned), ("EC", .underWay), ("DE", .deployed), ("AB", .abandoned),
  ]

  /// The two letters that the store keeps.
  var code: String { Self.codes[Int(rawValue)].code }

  fileprivate init?(code: UnsafeBufferPointer<UInt8>) {
    guard let entry = Self.codes.first(where: { $0.code.utf8.elementsEqual(code) }) else { return nil }
    self = entry.state
  }
}

extension AddressState {
  /// The state of the two letters that the store keeps.
  fileprivate init?(code: UnsafeBufferPointer<UInt8>) {
    guard let state = Self.allCases.first(where: { $0.code.utf8.elementsEqual(code) }) else { return nil }
    self = state
  }
}
