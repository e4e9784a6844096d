public import FibreModel
import Foundation
import GRDB

/// A network kept in one file, which is an SQLite database and a GeoPackage at once.
///
/// Writers work in one transaction each: whatever kills the process, the file holds the revision before or the one after.
public struct Store: Sendable {
  public let path: String
  private let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens a store that exists, and brings its tables to the version of this program when they are older.
  public static func open(path: String) throws(StoreError) -> Store {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
    guard !isFolder.boolValue, try hasDatabaseHeader(path) else { throw .notAStore(path: path) }
    let store = try make(path)
    let version = try store.read { try Schema.version($0) }
    guard let version else { throw .notAStore(path: path) }
    guard version <= Schema.currentVersion else {
      throw .newerVersion(path: path, found: version, known: Schema.currentVersion)
    }
    if version < Schema.currentVersion { try store.write { try Schema.migrate($0, from: version) } }
    return store
  }

  /// Replaces all content of a store, which is made when it is not there, in one transaction.
  ///
  /// A new store is written beside its name and renamed when it is whole.
  ///
  /// - Returns: The new revision.
  public static func replaceContent(
    of path: String, with network: Network, note: HistoryNote
  ) throws(StoreError) -> Int {
    guard !path.isEmpty else { throw StoreError.missing(path: path) }
    if FileManager.default.fileExists(atPath: path) {
      return try open(path: path).replaceContent(with: network, note: note)
    }
    do {
      return try create(path, hasSoundReferences: true) { store, database in
        let inserted = try Schema.create(database) { try store.insertContent(network, note, database) }
        return try store.seal(inserted, database)
      }
    } catch {
      throw StoreError(error, path, .write)
    }
  }

  /// Changes a store in one transaction; one that is not there is made first.
  ///
  /// A new store is written beside its name and renamed when it is whole.
  ///
  /// - Parameters:
  ///   - keeps: Whether the changes stay; else nothing is written, and a store that is not there is not made.
  /// - Throws: ``StoreError``, or what the body throws: then nothing has changed.
  static func change<Result>(_ path: String, keeps: Bool, _ body: (Database) throws -> Result) throws -> Result {
    guard !path.isEmpty else { throw StoreError.missing(path: path) }
    if FileManager.default.fileExists(atPath: path) {
      return try open(path: path).transaction(keeps: keeps, body)
    }
    func creation(_ database: Database) throws -> Result {
      try Schema.create(database) {}
      return try body(database)
    }
    guard keeps else { return try make(path, in: ":memory:").transaction(keeps: true, creation) }
    return try create(path) { try creation($1) }
  }

  private static func create<Result>(
    _ path: String, hasSoundReferences: Bool = false, _ body: (Store, Database) throws -> Result
  ) throws -> Result {
    let draft = path + ".part"
    removeDraft(draft)
    do {
      let result = try fill(draft, of: path, hasSoundReferences: hasSoundReferences, body)
      guard rename(draft, path) == 0 else {
        throw StoreError.failed(path: path, .write, reason: String(cString: strerror(errno)))
      }
      return result
    } catch {
      removeDraft(draft)
      throw error
    }
  }

  /// Removes what a run that failed or was killed left beside the name of a new store.
  private static func removeDraft(_ draft: String) {
    unlink(draft)
    unlink(draft + "-journal")
  }

  /// - Parameter hasSoundReferences: What is written is a network, whose indices are rows by construction: the database
  ///   need not look for each of them again. The next connection looks.
  private static func fill<Result>(
    _ draft: String, of path: String, hasSoundReferences: Bool, _ body: (Store, Database) throws -> Result
  ) throws -> Result {
    let store = try make(path, in: draft, checksReferences: !hasSoundReferences)
    defer { store.close() }
    return try store.transaction(keeps: true) { try body(store, $0) }
  }

  // MARK: Content

  /// The whole network at its revision, as it is at one moment.
  public func snapshot() throws(StoreError) -> Network {
    let image = ImageReading(path: path)
    return try read { try SnapshotReader.content($0) { try image.strands(at: HistoryTable.revision($0)) }.network }
  }

  /// Replaces all content in one transaction; the new revision.
  public func replaceContent(with network: Network, note: HistoryNote) throws(StoreError) -> Int {
    try write { database in
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      try database.execute(sql: "DELETE FROM strand_image")
      for table in ContentTable.all.reversed() { try database.execute(sql: "DELETE FROM \(table.name)") }
      return try seal(try insertContent(network, note, database), database)
    }
  }

  /// Content that was written as a whole, and what is still to be said of it.
  private struct InsertedContent {
    let content: NumberedNetwork
    let digest: ContentDigest
    let revision: Int
  }

  private func insertContent(
    _ network: Network, _ note: HistoryNote, _ database: Database
  ) throws -> InsertedContent {
    let content = NumberedNetwork(counting: network)
    var digest = ContentDigest()
    for table in ContentTable.all {
      digest.add(table.name)
      try database.withoutChecks(table.isRightByType) {
        digest = try table.write(content, RowWriter(database, into: table), digest)
      }
    }
    try updateLayerBounds(database)
    let revision = try HistoryTable.advance(database, .importing, note)
    return InsertedContent(content: content, digest: digest, revision: revision)
  }

  /// Keeps the digest and the image of new content, once all tables are there; its revision.
  private func seal(_ inserted: InsertedContent, _ database: Database) throws -> Int {
    try HistoryTable.keep(inserted.digest, revision: inserted.revision, database)
    try StrandImageTable(database: database).write(inserted.content)
    return inserted.revision
  }

  /// Carries lists of edits out, each as one revision, all in one transaction.
  ///
  /// - Parameter revision: The one that the edits were made for; the store is refused when it holds another.
  /// - Returns: The new revisions, one a list.
  public func apply(
    _ edits: [(changes: [NetworkChange], note: HistoryNote)], expecting revision: Int
  ) throws(StoreError) -> [Int] {
    try write { database in
      var content = try SnapshotReader.content(database)
      let found = content.network.revision
      guard found == revision else {
        let since = try HistoryTable.entries(database).filter { $0.revision > revision }
        throw StoreError.stale(path: path, expected: revision, found: found, since: since)
      }
      let revisions = try edits.map { changes, note in
        let editing = try ContentEditing(changes, on: content, database)
        let rows = editing.rowEdits()
        try rows.carryOut(database)
        content = editing.after
        let next = try HistoryTable.advance(database, .apply, note)
        try HistoryTable.record(rows, revision: next, database)
        try HistoryTable.carryDigest(over: rows, to: next, database)
        return next
      }
      try StrandImageTable(database: database).write(content)
      return revisions
    }
  }

  /// Takes a revision's edits back: afterwards every content table holds just the rows it held before it.
  ///
  /// - Returns: The new revision, which the history lists as an undoing.
  public func undo(_ revision: Int) throws(StoreError) -> Int {
    try write { database in
      let entries = try HistoryTable.entries(database)
      guard let entry = entries.first(where: { $0.revision == revision }), entry.operation == .apply else {
        throw StoreError.notUndoable(path: path, revision: revision)
      }
      if let by = entry.undoneBy { throw StoreError.alreadyUndone(path: path, revision: revision, by: by) }
      let imports = entries.filter { $0.revision > revision && $0.operation == .importing }.map(\.revision)
      let overwriters = try imports + HistoryTable.overwriters(of: revision, database)
      guard overwriters.isEmpty else {
        throw StoreError.overwritten(path: path, revision: revision, by: overwriters)
      }
      let rows = try HistoryTable.edits(of: revision, database).map(\.inverse)
      try rows.carryOut(database)
      try StrandImageTable(database: database).write(SnapshotReader.content(database))
      let next = try HistoryTable.advance(database, .undo, entry.note, undoes: revision)
      try HistoryTable.carryDigest(over: rows, to: next, database)
      return next
    }
  }

  /// Every revision, oldest first.
  public func history() throws(StoreError) -> [HistoryEntry] { try read { try HistoryTable.entries($0) } }

  /// The mark of the content at a revision; nothing for one that is not known, or was written before digests were kept.
  public func digest(of revision: Int) throws(StoreError) -> String? {
    try read { try HistoryTable.digest(of: revision, $0) }
  }

  // MARK: Access

  private func close() {
    do { try queue.close() } catch { preconditionFailure("a store is closed while a statement runs: \(error)") }
  }

  private static func hasDatabaseHeader(_ path: String) throws(StoreError) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .notAccessible(path: path) }
    do {
      return try file.read(upToCount: 16) == Data("SQLite format 3\0".utf8)
    } catch {
      throw .failed(path: path, .open, reason: error.localizedDescription)
    }
  }

  /// - Parameter file: Where the database is, when it does not bear the store's name yet.
  private static func make(
    _ path: String, in file: String? = nil, checksReferences: Bool = true
  ) throws(StoreError) -> Store {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = checksReferences
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      addGeometryFunctions(to: database)
      // Triggers that may abort make SQLite note each page that a row touches: in memory, for in a file it takes longer
      // than all the rest of an import. The cache of 64 MB spares writing pages that will be written again. A new file
      // gets pages of 16 kB, a quarter of the calls to read it.
      try database.execute(
        sql: """
          PRAGMA page_size = 16384; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536
          """)
    }
    do {
      return Store(path: path, queue: try DatabaseQueue(path: file ?? path, configuration: configuration))
    } catch {
      throw StoreError(error, path, .open)
    }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, path, .read)
    }
  }

  /// Runs a body in one transaction, which any error takes back, and the end too unless it `keeps` what was written.
  ///
  /// - Throws: ``StoreError`` for what the database refuses, or what the body throws.
  private func transaction<Result>(keeps: Bool, _ body: (Database) throws -> Result) throws -> Result {
    do {
      return try queue.inTransaction(.immediate, keeps: keeps, body)
    } catch  where error is DatabaseError || error is DamagedCell {
      throw StoreError(error, path, .write)
    }
  }

  private func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.inTransaction(.immediate, body)
    } catch {
      throw StoreError(error, path, .write)
    }
  }
}

extension DatabaseQueue {
  /// Runs a body in one transaction and answers its result; any error takes everything back, as does a body that is only
  /// tried out.
  fileprivate func inTransaction<Result>(
    _ kind: Database.TransactionKind, keeps: Bool = true, _ body: (Database) throws -> Result
  ) throws -> Result {
    try writeWithoutTransaction { database in
      var result: Result?
      try database.inTransaction(kind) {
        result = try body(database)
        return keeps ? .commit : .rollback
      }
      guard let result else { preconditionFailure("a transaction that ended has a result") }
      return result
    }
  }
}

extension StoreError {
  /// What an error of the database, the model or the system means for a store.
  init(_ error: any Error, _ path: String, _ operation: Operation) {
    switch error {
    case let error as StoreError: self = error
    case let error as ChangeRefusal: self = .refused(path: path, error)
    case let error as DamagedCell: self = .damaged(path: path, table: error.table, column: error.column)
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path, operation)
      case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
      case .SQLITE_FULL: self = .diskFull(path: path)
      case .SQLITE_CANTOPEN: self = .notAccessible(path: path)
      case .SQLITE_IOERR where operation == .write: self = .writeFailed(path: path)
      case .SQLITE_NOTADB: self = .notAStore(path: path)
      default: self = .failed(path: path, operation, reason: error.message ?? "\(error.resultCode)")
      }
    default: self = .failed(path: path, operation, reason: "\(error)")
    }
  }
}

extension Database {
  /// Runs a body, where asked for without the conditions that tables put on their rows.
  func withoutChecks<Result>(_ isFree: Bool, _ body: () throws -> Result) throws -> Result {
    guard isFree else { return try body() }
    try execute(sql: "PRAGMA ignore_check_constraints = ON")
    let result = Swift.Result(catching: body)
    try execute(sql: "PRAGMA ignore_check_constraints = OFF")
    return try result.get()
  }
}
