import FibreModel
import GRDB

/// Communes and their associations by day, the codes that ended, and outlines.
enum TerritoryTables {
  /// - Returns: The days whose territory was there before.
  static func add(_ geographies: [Geography], source: String, _ database: Database) throws -> [CalendarDate] {
    let replaced = try days(database).filter { day in geographies.contains { $0.date == day } }
    try replaceEnds(geographies.flatMap(\.ends), database)
    for geography in geographies {
      let day = Cell.integer(WholeDay.number(geography.date))
      for table in ["communes", "intercommunalities"] {
        try RowWriter(database, sql: "DELETE FROM \(table) WHERE territory = ?").run([day])
      }
      try RowWriter(database, sql: "INSERT OR REPLACE INTO territories VALUES (?, ?, ?)").run([
        day, .text(source), WholeDay.cell(geography.outlinesOn),
      ])
      try insert(geography, day, database)
      try replaceOutlines(of: geography, database)
    }
    try RowWriter(
      database,
      sql: """
        DELETE FROM commune_outlines
        WHERE date NOT IN (SELECT outlines_on FROM territories WHERE outlines_on IS NOT NULL)
        """
    ).run([])
    try Layer.communeOutlines.updateBounds(database)
    return replaced
  }

  private static func insert(_ geography: Geography, _ day: Cell, _ database: Database) throws {
    let commune = try RowWriter(database, sql: "INSERT INTO communes VALUES (?, ?, ?, ?, ?, ?)")
    for row in geography.communes {
      try commune.run([
        day, .text(row.code), .text(row.name), .text(row.department), .text(row.intercommunality), Cell(row.population),
      ])
    }
    let association = try RowWriter(database, sql: "INSERT OR IGNORE INTO intercommunalities VALUES (?, ?, ?, ?)")
    for row in geography.intercommunalities {
      try association.run([day, .text(row.code), .text(row.name), Cell(row.isMember.map { $0 ? 1 : 0 })])
    }
  }

  /// Movements come as a whole: those of a folder that has some take the place of those that are there.
  private static func replaceEnds(_ ends: [CommuneEnd], _ database: Database) throws {
    guard !ends.isEmpty else { return }
    try RowWriter(database, sql: "DELETE FROM commune_ends").run([])
    let writer = try RowWriter(database, sql: "INSERT OR IGNORE INTO commune_ends VALUES (?, ?, ?)")
    for end in ends { try writer.run([.text(end.code), WholeDay.cell(end.date), .text(end.successor)]) }
  }

  /// Outlines of one day may serve several territories, and are kept once.
  private static func replaceOutlines(of geography: Geography, _ database: Database) throws {
    guard let date = geography.outlinesOn else { return }
    try RowWriter(database, sql: "DELETE FROM commune_outlines WHERE date = ?").run([WholeDay.cell(date)])
    let writer = try RowWriter(
      database, sql: "INSERT OR IGNORE INTO commune_outlines (date, code, name, geom) VALUES (?, ?, ?, ?)")
    for outline in geography.outlines {
      try writer.run([
        WholeDay.cell(date), .text(outline.code), .text(outline.name), .blob(GeometryBlob.area(outline.area)),
      ])
    }
  }

  // MARK: Reading

  static func days(_ database: Database) throws -> [CalendarDate] {
    let rows = try RowReader(database, table: "territories", sql: "SELECT date FROM territories ORDER BY date")
    var days: [CalendarDate] = []
    while try rows.next() { days.append(try rows.wholeDay(0)) }
    return days
  }

  static func geography(on date: CalendarDate, _ database: Database) throws -> Geography? {
    guard let day = try days(database).last(where: { $0 <= date }) else { return nil }
    let number = Cell.integer(WholeDay.number(day))
    let territory = try RowReader(
      database, table: "territories", sql: "SELECT outlines_on FROM territories WHERE date = ?")
    try territory.bind([number])
    let outlinesOn = try territory.next() ? try territory.optionalWholeDay(0) : nil
    return Geography(
      date: day, communes: try communes(number, database), intercommunalities: try associations(number, database),
      ends: try ends(database), outlines: try outlines(WholeDay.cell(outlinesOn), database), outlinesOn: outlinesOn)
  }

  private static func communes(_ day: Cell, _ database: Database) throws -> [Commune] {
    try all(
      database, "communes",
      "SELECT code, name, department, intercommunality, population FROM communes WHERE territory = ?",
      [day]
    ) { row in
      Commune(
        code: row.text(0), name: row.text(1), department: row.text(2), intercommunality: row.text(3),
        population: row.optionalNumber(4))
    }
  }

  private static func associations(_ day: Cell, _ database: Database) throws -> [Intercommunality] {
    try all(
      database, "intercommunalities", "SELECT code, name, is_member FROM intercommunalities WHERE territory = ?", [day]
    ) { row in
      Intercommunality(code: row.text(0), name: row.text(1), isMember: row.optionalNumber(2).map { $0 == 1 })
    }
  }

  private static func ends(_ database: Database) throws -> [CommuneEnd] {
    try all(database, "commune_ends", "SELECT code, successor, date FROM commune_ends") { row in
      CommuneEnd(code: row.text(0), successor: row.text(1), date: try row.wholeDay(2))
    }
  }

  private static func outlines(_ day: Cell, _ database: Database) throws -> [CommuneOutline] {
    try all(
      database, "commune_outlines", "SELECT code, name, geom FROM commune_outlines WHERE date = ?", [day]
    ) { row in
      CommuneOutline(code: row.text(0), name: row.text(1), area: try row.area(2))
    }
  }

  private static func all<Value>(
    _ database: Database, _ table: String, _ sql: String, _ arguments: [Cell] = [],
    _ value: (RowReader) throws -> Value
  ) throws -> [Value] {
    let rows = try RowReader(database, table: table, sql: sql)
    try rows.bind(arguments)
    var values: [Value] = []
    while try rows.next() { values.append(try value(rows)) }
    return values
  }
}
