public import FibreModel
import GRDB

/// The operators' lists of addresses in a store, while a transaction on it is open.
///
/// Only changes are kept: an address that says the same in a hundred snapshots has one row. Adding the latest snapshot
/// takes O(its lines), however many there are.
public struct AddressSnapshots {
  /// What became of a snapshot that was added.
  public enum Outcome: Hashable, Sendable {
    /// It is the latest; nothing comes before the first one.
    case appended(SnapshotStep, after: SnapshotName?)
    /// It is older than others: it stands between two, and the changes of the next one were worked out again.
    case inserted(SnapshotStep, after: SnapshotName?, next: SnapshotStep)
    /// This one of its date says the same; nothing is kept.
    case repeated(SnapshotName)
    /// This one of its date says something else; nothing is kept.
    case refused(SnapshotName)
    /// It took the place of the one of its date; the changes of the next one were worked out again.
    case replaced(SnapshotStep, after: SnapshotName?)
  }

  private let path: String
  private let database: Database
  /// Those that are there, in order of day.
  public private(set) var names: [SnapshotName]
  /// The addresses of the last one, in order.
  public private(set) var lines: [AddressLine]
  /// The number of each of these addresses.
  private var numbers: [Int64]
  private var writer: AddressWriter

  init(_ database: Database, _ path: String) throws {
    self.path = path
    self.database = database
    names = try Self.names(database)
    writer = try AddressWriter(database)
    var rows = try AddressRows(database)
    var listed: [(line: AddressLine, number: Int64)] = []
    try rows.states(where: "s.until IS NULL") { listed.append(($1.line, $0)) }
    listed.sort { $0.line.address < $1.line.address }
    lines = listed.map(\.line)
    numbers = listed.map(\.number)
  }

  static func names(_ database: Database) throws -> [SnapshotName] {
    let rows = try RowReader(
      database, table: "address_snapshots", sql: "SELECT date, source FROM address_snapshots ORDER BY date")
    var names: [SnapshotName] = []
    while try rows.next() { names.append(SnapshotName(date: try rows.wholeDay(0), source: rows.text(1))) }
    return names
  }

  /// Adds a snapshot, unless its date has one.
  public mutating func add(_ snapshot: AddressSnapshot) throws(StoreError) -> Outcome {
    do {
      let position = names.firstIndex { $0.date >= snapshot.date } ?? names.count
      let previous = position > 0 ? names[position - 1] : nil
      guard position < names.count else {
        // Rows by the hundred thousand: the types hold what the table's conditions ask of other programs.
        return .appended(try database.withoutChecks(true) { try append(snapshot) }, after: previous)
      }
      let next = names[position]
      if next.date == snapshot.date {
        return try known(on: next.date) == snapshot.lines ? .repeated(next) : .refused(next)
      }
      let (step, moved) = try insert(snapshot, before: next, at: position)
      return .inserted(step, after: previous, next: moved)
    } catch {
      throw StoreError(error, path, .write)
    }
  }

  /// Puts a snapshot in the place of the one of its date, or adds it when there is none.
  public mutating func replace(with snapshot: AddressSnapshot) throws(StoreError) -> Outcome {
    guard let former = names.first(where: { $0.date == snapshot.date }) else { return try add(snapshot) }
    do {
      try SnapshotRemoval(database).remove(WholeDay.number(former.date), before: names.first { $0.date > former.date })
      self = try AddressSnapshots(database, path)
    } catch {
      throw StoreError(error, path, .write)
    }
    switch try add(snapshot) {
    case .appended(let step, let previous), .inserted(let step, let previous, _):
      return .replaced(step, after: previous)
    case let other: return other
    }
  }

  private mutating func append(_ snapshot: AddressSnapshot) throws -> SnapshotStep {
    let step = snapshot.step(after: lines)
    let day = WholeDay.number(snapshot.date)
    try writer.enter(step)
    var kept: [Int64] = []
    kept.reserveCapacity(snapshot.lines.count)
    // Changes and lines are in order of address, so that one walk along the lines finds every number.
    var next = 0
    for change in step.changes {
      while next < lines.count, lines[next].address < change.address {
        kept.append(numbers[next])
        next += 1
      }
      var number: Int64?
      if change.before != nil {
        number = numbers[next]
        try writer.end(of: numbers[next], on: day)
        next += 1
      }
      guard let after = change.after else { continue }
      let own = try number ?? writer.number(ofAddress: change.address)
      try writer.insert(after, own, since: day, until: nil)
      kept.append(own)
    }
    numbers = kept + numbers[next...]
    names.append(snapshot.name)
    lines = snapshot.lines
    return step
  }

  private func known(on date: CalendarDate) throws -> [AddressLine] {
    var rows = try AddressRows(database)
    var lines: [AddressLine] = []
    let day = WholeDay.cell(date)
    try rows.states(where: Self.holding, [day, day]) { lines.append($1.line) }
    return AddressSnapshot(date: date, source: "", lines: lines).lines
  }

  /// The lines of the last list before a day, in order of address, and whether there is one. O(their number).
  public func lines(before date: CalendarDate) throws(StoreError) -> (lines: [AddressLine], isFirst: Bool) {
    guard let previous = names.last(where: { $0.date < date }) else { return ([], true) }
    guard previous != names.last else { return (lines, false) }
    do { return (try known(on: previous.date), false) } catch { throw StoreError(error, path, .read) }
  }

  private static let holding = "s.since <= ? AND (s.until IS NULL OR s.until > ?)"

  // MARK: Out of order

  /// Puts a snapshot before one that is there, whose changes are worked out again.
  private mutating func insert(
    _ snapshot: AddressSnapshot, before next: SnapshotName, at position: Int
  ) throws -> (step: SnapshotStep, next: SnapshotStep) {
    let (day, end) = (WholeDay.number(snapshot.date), WholeDay.number(next.date))
    let (before, held) = try states(where: Self.holding, [.integer(day), .integer(day)])
    let (_, starting) = try states(where: "s.since = ?", [.integer(end)])
    let after = try known(on: next.date)
    let step = snapshot.step(after: before)
    try writer.enter(step)
    for change in step.changes {
      var number: Int64?
      if let (own, state) = held[change.address] {
        number = own
        try writer.end(row: state.row, on: day)
        // What held on beyond the next snapshot holds again from there.
        if state.until != end { try writer.insert(state.line, own, since: end, until: state.until) }
      }
      guard let line = change.after else { continue }
      if let (_, state) = starting[change.address], state.line == line {
        try writer.begin(row: state.row, on: day)
      } else {
        let own = try number ?? writer.number(ofAddress: change.address)
        try writer.insert(line, own, since: day, until: end)
      }
    }
    let moved = SnapshotStep(
      date: next.date, source: next.source, lineCount: after.count,
      changes: AddressChange.all(from: snapshot.lines, to: after))
    try writer.setChangeCount(moved.changes.count, of: end)
    names.insert(snapshot.name, at: position)
    return (step, moved)
  }

  /// The lines of rows in order of address, and the rows with the numbers of their addresses.
  private func states(
    where condition: String, _ arguments: [Cell]
  ) throws -> ([AddressLine], [String: (number: Int64, state: AddressRows.State)]) {
    var rows = try AddressRows(database)
    var lines: [AddressLine] = []
    var states: [String: (number: Int64, state: AddressRows.State)] = [:]
    try rows.states(where: condition, arguments) { number, state in
      lines.append(state.line)
      states[state.line.address] = (number, state)
    }
    return (AddressSnapshot(date: .earliest, source: "", lines: lines).lines, states)
  }
}

extension AddressSnapshot {
  fileprivate func step(after before: [AddressLine]) -> SnapshotStep {
    SnapshotStep(
      date: date, source: source, lineCount: lines.count, changes: AddressChange.all(from: before, to: lines))
  }
}
