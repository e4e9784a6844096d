import FibreModel

/// A table of network content: its columns, and the rows that a network has in it, in the order of their key.
struct ContentTable: Sendable {
  let name: String
  /// How many of the first columns are the key.
  let keyCount: Int
  let columns: [String]
  let rows: @Sendable (NumberedNetwork) -> AnySequence<[Cell]>
  /// Runs a writer with every row; the digest of them all goes on from one.
  let write: @Sendable (NumberedNetwork, RowWriter, ContentDigest) throws -> ContentDigest

  /// A table with one row for each entity, numbered.
  init<Entity>(
    _ name: String, _ columns: [String], of entities: @escaping @Sendable (Network) -> [Entity],
    numbers: @escaping @Sendable (RowNumbers) -> [Int64],
    cells: @escaping @Sendable (Entity, NumberedNetwork) -> [Cell]
  ) {
    self.init(name, key: ["id"], columns) { content in
      AnySequence(
        zip(numbers(content.numbers), entities(content.network)).lazy.map { number, entity in
          [.integer(number)] + cells(entity, content)
        })
    }
  }

  /// A table whose rows are worked out at once.
  init(
    _ name: String, key: [String], _ columns: [String],
    rows: @escaping @Sendable (NumberedNetwork) -> AnySequence<[Cell]>
  ) {
    self.name = name
    keyCount = key.count
    self.columns = key + columns
    self.rows = rows
    write = { content, writer, digest in
      var bound = writer.row(after: digest)
      for row in rows(content) {
        for cell in row { bound.add(cell) }
        try writer.run(&bound)
      }
      return bound.digest
    }
  }

  /// A table whose rows are made one by one.
  init<Source: RowSource>(_ name: String, key: [String], _ columns: [String], source: Source.Type) {
    self.name = name
    keyCount = key.count
    self.columns = key + columns
    rows = { content in
      AnySequence(
        (0..<Source.count(in: content.network)).lazy.map { position in
          var row = CellList()
          Source.add(position, of: content, to: &row)
          return row.cells
        })
    }
    write = { content, writer, digest in
      var bound = writer.row(after: digest)
      for position in 0..<Source.count(in: content.network) {
        Source.add(position, of: content, to: &bound)
        try writer.run(&bound)
      }
      return bound.digest
    }
  }

  /// Every table, each after those that it refers to.
  static let all = placeTables + boxTables + cableTables + [joints] + serviceTables + workRuleTables

  /// The tables that edits of a network can change; each after those that it refers to.
  static let edited = [
    sheaths, cables, fibres, ductCables, slackLoops, joints, servicePorts, declaredRouteFibres, closureWork,
  ]

  /// Whether the model's types and its builder hold what the table's conditions ask of a row: texts of enumerations, ends
  /// that are whole, JSON that we write. The conditions are there for other programs; on the two tables that have rows by
  /// the million they take a third of an import's time.
  var isRightByType: Bool { name == "fibres" || name == "joints" }

  static func named(_ name: String) -> ContentTable? { all.first { $0.name == name } }
}

/// The columns of a table, from words.
func names(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }
