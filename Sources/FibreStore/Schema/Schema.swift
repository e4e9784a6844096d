import GRDB

/// The versions of the store's tables, and how to get from one to the next.
enum Schema {
  /// The step at position `n` brings a file of version `n` to version `n + 1`; a new file starts at 0.
  static let steps: [@Sendable (Database) throws -> Void] = [version1, version2, version3]

  /// The version that this program writes.
  static var currentVersion: Int { steps.count }

  /// The version of a file, or nothing when it is no store of ours.
  static func version(_ database: Database) throws -> Int? {
    guard try database.tableExists("epissure_store") else { return nil }
    return try Int.fetchOne(database, sql: "SELECT schema_version FROM epissure_store")
  }

  /// Takes the steps that are missing; the caller holds the transaction.
  static func migrate(_ database: Database, from version: Int) throws {
    for step in steps.dropFirst(version) { try step(database) }
    try database.execute(sql: "UPDATE epissure_store SET schema_version = ?", arguments: [steps.count])
  }

  /// Makes the tables of a new file, fills them, and then adds what finds and guards their rows.
  ///
  /// - Returns: What `fill` answers; the caller holds the transaction.
  static func create<Result>(_ database: Database, fill: () throws -> Result) throws -> Result {
    try makeTables(database)
    let result = try fill()
    try database.execute(sql: lookupsSchema)
    try migrate(database, from: 1)
    return result
  }

  private static func version1(_ database: Database) throws {
    try makeTables(database)
    try database.execute(sql: lookupsSchema)
  }

  private static func version2(_ database: Database) throws {
    try database.execute(sql: programmeSchema)
    try Layer.communeOutlines.register(database)
    for table in Layer.programmeTables { try registerAttributes(table, database) }
  }

  private static func version3(_ database: Database) throws {
    try database.execute(sql: digestSchema)
    try database.execute(sql: imageSchema)
  }

  private static func makeTables(_ database: Database) throws {
    for sql in [
      storeSchema, geoPackageSchema, placesSchema, cablesSchema, jointsSchema, servicesSchema, workRulesSchema,
      viewsSchema,
    ] {
      try database.execute(sql: sql)
    }
    try registerLayers(database)
  }
}
