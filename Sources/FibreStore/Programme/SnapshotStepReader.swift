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
    var rows = try AddressRows(database)
    var before: AddressRows.State?
    try rows.states(where: "s.since <= ?", [.integer(last)]) { _, state in
      if before?.line.address != state.line.address {
        try end(before)
        before = nil
      }
      if let old = before, old.until != state.since {
        try end(old)
        before = nil
      }
      try note(before?.line, state.line, on: state.since)
      before = state
    }
    try end(before)
    return zip(names, changes).map { snapshot, changes in
      // Rows come in order of number, which is that of addresses but for those that came later.
      SnapshotStep(
        date: snapshot.name.date, source: snapshot.name.source, lineCount: snapshot.lines,
        changes: changes.sorted { $0.address < $1.address })
    }
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
