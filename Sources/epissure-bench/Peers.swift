import Foundation

/// A peer whose program is not installed.
struct SkippedPeer {
  let name: String
  let reason: String
}

/// Other programs at the same work on the same files, timed as whole processes.
///
/// `ogr2ogr` copies the delivery's tables into a GeoPackage, without understanding them; `sqlite3` follows every strand
/// of the store by a recursive query, without lengths, losses or states.
struct Peers {
  let delivery: String
  let store: String
  let folder: URL

  enum Outcome {
    case measured(Measurement)
    case skipped(SkippedPeer)
  }

  func measurements(runs: Int) throws -> [Outcome] {
    [
      try time("ogr2ogr copies the tables", "/usr/bin/ogr2ogr", copying, runs),
      try time("sqlite3 follows the strands", "/usr/bin/sqlite3", [store, Self.walk], runs),
    ]
  }

  private func time(_ name: String, _ program: String, _ words: [String], _ runs: Int) throws -> Outcome {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      return .skipped(SkippedPeer(name: name, reason: "\(program) is not installed"))
    }
    return .measured(try Measurement.time(name, budget: nil, runs: runs) { try run(program, words) })
  }

  private var copying: [String] {
    ["-q", "-overwrite", "-f", "GPKG", folder.appendingPathComponent("copy.gpkg").path, delivery]
  }

  private func run(_ program: String, _ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(program: program, status: process.terminationStatus) }
  }

  private struct Failure: Error {
    let program: String
    let status: Int32
  }

  private static let walk = """
    CREATE TEMP TABLE ends AS
      SELECT id, panel_id, first_cable_id c, first_fibre f, first_side s,
        second_cable_id c2, second_fibre f2, second_side s2 FROM joints WHERE claim <> 'contested'
      UNION ALL SELECT id, panel_id, second_cable_id, second_fibre, second_side,
        first_cable_id, first_fibre, first_side FROM joints WHERE claim <> 'contested';
    CREATE INDEX temp.ends_by_end ON ends (c, f, s);
    WITH RECURSIVE walk (start, c, f, s, n) AS (
      SELECT id, c, f, s, 1 FROM ends WHERE panel_id IS NOT NULL AND c IS NOT NULL
      UNION ALL
      SELECT walk.start, ends.c2, ends.f2, ends.s2, n + 1 FROM walk JOIN ends
        ON ends.c = walk.c AND ends.f = walk.f AND ends.s = CASE walk.s WHEN 'a' THEN 'b' ELSE 'a' END
      WHERE ends.c2 IS NOT NULL AND n < 1000)
    SELECT count(DISTINCT start), count(*), max(n) FROM walk;
    """
}
