import Foundation
import GRDB
import Testing

/// A folder of its own, removed with the last use of this value.
final class StoreFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      Issue.record("could not remove \(url.path): \(error)")
    }
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Every row of every content table as text, read without the store's own code.
  func tables(_ path: String) throws -> [String: [String]] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      let names = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg%' AND name NOT LIKE 'sqlite%'
            AND name NOT IN ('history', 'history_rows', 'epissure_store', 'revision_digests') AND name NOT LIKE 'rtree%'
          """)
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try Row.fetchAll(database, sql: "SELECT * FROM \(name)").map(\.description))
        })
    }
  }
}
