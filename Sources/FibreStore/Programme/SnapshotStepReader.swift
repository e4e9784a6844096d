import FibreModel
import GRDB

/// Makes the changes of each snapshot out of the rows that say how long each address was what.
struct SnapshotStepReader {
  private let database: Database
  private let last: Int64
  private let names: [(day: Int64, name: SnapshotName, lines: Int)]
  private let places: [Int64: Int]
  private var changes: [[AddressChange]]

  init(_ database: Database, upTo date: CalendarDate) throws {
    self.database = database
    last = WholeDay.number(date)
    var names: [(day: Int64, name: SnapshotName, lines: Int)] = []
    let rows = try RowReader(
      database, table: "address_snapshots",
      sql: "SELECT date, source, line_count FROM address_snapshots WHERE date <= ? ORDER BY date")
    try rows.bind([.integer(last)])
    while try rows.next() {
      names.append((rows.integer(0), SnapshotName(date: try rows.wholeDay(0), source: rows.text(1)), rows.number(2)))
    }
    self.names = names
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1.day, $0) })
    changes = Array(repeating: [], count: names.count)
  }

  mutating func steps() throws -> [SnapshotStep] {
    let addresses = try SnapshotAddresses(database)
    var states: [AddressRows.State] = []
    var places: [Int32] = []
    var rows = try AddressRows(database)
    try rows.states(since: last, address: { addresses.address(ofRow: $0) }) { place, state in
      places.append(Int32(place))
      states.append(state)
    }
    // The rows of each address lie together in its order, and those of one address in order of day.
    var ends = Array(repeating: 0, count: addresses.count + 1)
    for place in places { ends[Int(place) + 1] += 1 }
    for place in 0..<addresses.count { ends[place + 1] += ends[place] }
    var next = ends
    var order = Array(repeating: Int32(0), count: states.count)
    for (row, place) in places.enumerated() {
      order[next[Int(place)]] = Int32(row)
      next[Int(place)] += 1
    }
    for place in 0..<addresses.count {
      let own = order[ends[place]..<ends[place + 1]]
      try note(own.map { states[Int($0)] }.sorted { $0.since < $1.since })
    }
    return zip(names, changes).map { snapshot, changes in
      SnapshotStep(
        date: snapshot.name.date, source: snapshot.name.source, lineCount: snapshot.lines, changes: changes)
    }
  }

  /// The changes of one address, whose rows are in order of day.
  private mutating func note(_ states: [AddressRows.State]) throws {
    var before: AddressRows.State?
    for state in states {
      if let old = before, old.until != state.since {
        try end(old)
        before = nil
      }
      try note(before?.line, state.line, on: state.since)
      before = state
    }
    try end(before)
  }

  /// An address that was not listed any more, on a day that is looked at.
  private mutating func end(_ state: AddressRows.State?) throws {
    guard let state, let until = state.until, until <= last else { return }
    try note(state.line, nil, on: until)
  }

  private mutating func note(_ before: AddressLine?, _ after: AddressLine?, on day: Int64) throws {
    guard let place = places[day], let change = AddressChange(before: before, after: after) else {
      throw DamagedCell(table: "address_states", column: "since, until")
    }
    changes[place].append(change)
  }
}

/// The addresses of all snapshots in order of their codes.
private struct SnapshotAddresses {
  private let codes: [String]
  /// The place of each number of a row.
  private let places: [Int64: Int32]

  init(_ database: Database) throws {
    let rows = try RowReader(database, table: "snapshot_addresses", sql: "SELECT id, code FROM snapshot_addresses")
    var all: [(row: Int64, code: String)] = []
    while try rows.next() { all.append((rows.integer(0), rows.text(1))) }
    // Numbers are given in order of address, but for addresses that came later.
    all.sort { $0.code < $1.code }
    codes = all.map(\.code)
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.row, Int32($0)) })
  }

  var count: Int { codes.count }

  func address(ofRow row: Int64) -> (place: Int, code: String)? { places[row].map { (Int($0), codes[Int($0)]) } }
}
