public import FibreModel
import GRDB

extension Store {
  /// Adds operators' lists of addresses to a store, which is made when it is not there, in one transaction.
  ///
  /// - Parameter isDryRun: Everything is worked out, and nothing is written.
  /// - Throws: ``StoreError``, or what the body throws: then the store is what it was.
  public static func addSnapshots<Result>(
    to path: String, isDryRun: Bool, _ body: (inout AddressSnapshots) throws -> Result
  ) throws -> Result {
    try change(path, keeps: !isDryRun) { database in
      var snapshots = try AddressSnapshots(database, path)
      return try body(&snapshots)
    }
  }

  /// The snapshots that are there, in order of day.
  public func snapshotNames() throws(StoreError) -> [SnapshotName] { try read { try AddressSnapshots.names($0) } }

  /// What each snapshot up to a day changed, in order of day. O(rows).
  public func snapshotSteps(upTo date: CalendarDate) throws(StoreError) -> [SnapshotStep] {
    try read { database in
      var reader = try SnapshotStepReader(database, upTo: date)
      return try reader.steps()
    }
  }

  /// Puts territories into a store, which is made when it is not there, in one transaction; those of the same days go.
  ///
  /// - Parameter isDryRun: Everything is worked out, and nothing is written.
  /// - Returns: The days whose territory was replaced.
  public static func addTerritories(
    _ geographies: [Geography], source: String, to path: String, isDryRun: Bool
  ) throws(StoreError) -> [CalendarDate] {
    do {
      return try change(path, keeps: !isDryRun) { try TerritoryTables.add(geographies, source: source, $0) }
    } catch {
      throw StoreError(error, path, .write)
    }
  }

  /// The days whose territory is there, in order.
  public func territoryDays() throws(StoreError) -> [CalendarDate] { try read { try TerritoryTables.days($0) } }

  /// The last territory of a day or before it, or nothing when there is none.
  public func territory(on date: CalendarDate) throws(StoreError) -> Geography? {
    try read { try TerritoryTables.geography(on: date, $0) }
  }
}
