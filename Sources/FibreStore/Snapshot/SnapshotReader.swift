import FibreModel
import GRDB

/// Reads the whole content of a store, table by table, and keeps the number of every row.
///
/// A row that does not fit the model was written by another program; it is thrown as `DamagedCell`.
struct SnapshotReader {
  let database: Database
  var builder = NetworkBuilder()
  var numbers = RowNumbers(counting: NetworkBuilder().network)
  /// What was read last: neighbours mostly say the same.
  private var last = Attributes.none

  private init(_ database: Database) { self.database = database }

  /// The content at this moment, its fibres and joints from their image where that is whole, else from their rows; the
  /// caller holds the transaction.
  ///
  /// - Parameter strands: Answers what the image of this very moment holds; asked once, and only when there is one.
  static func content(
    _ database: Database, strands: ((Database) throws -> NumberedStrands?)? = nil
  ) throws -> NumberedNetwork {
    let image = StrandImageTable(database: database)
    guard try image.exists() else { return try content(database, image: nil) }
    do {
      return try content(database) { try strands?(database) ?? image.strands() }
    } catch is StrandImageFault {
      return try content(database, image: nil)
    }
  }

  private static func content(
    _ database: Database, image: (() throws -> NumberedStrands?)?
  ) throws -> NumberedNetwork {
    var reader = SnapshotReader(database)
    try reader.readPlaces()
    try reader.readBoxes()
    try reader.readCables(hasFibres: image != nil)
    if let image { try reader.take(image()) } else { try reader.readJoints() }
    try reader.readServices()
    try reader.readRules()
    reader.builder.setRevision(try HistoryTable.revision(database))
    return NumberedNetwork(network: reader.builder.build(), numbers: reader.numbers)
  }

  private mutating func take(_ image: NumberedStrands?) throws {
    guard let image else { throw StrandImageFault(column: .jointCodes) }
    try builder.take(image.strands)
    numbers.joints = image.jointIds
  }

  /// The rows of a table in the order of their numbers, its other columns as named.
  func rows(_ table: String, _ columns: String) throws -> RowReader {
    let list = columns.split(separator: " ").joined(separator: ",")
    return try RowReader(database, table: table, sql: "SELECT id,\(list) FROM \(table) ORDER BY id")
  }

  /// Reads a table of entities: makes all rows, adds them, and keeps their numbers.
  mutating func read<Entity>(
    _ table: String, _ columns: String, _ numbers: WritableKeyPath<RowNumbers, [Int64]>,
    add: (inout NetworkBuilder, [Entity]) -> Bool, entity: (inout SnapshotReader, RowReader) throws -> Entity
  ) throws {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    var (entities, ids): ([Entity], [Int64]) = ([], [])
    entities.reserveCapacity(count)
    ids.reserveCapacity(count)
    let row = try rows(table, columns)
    while try row.next() {
      entities.append(try entity(&self, row))
      ids.append(row.integer(0))
    }
    guard add(&builder, entities) else { throw row.damage(1) }
    self.numbers[keyPath: numbers] = ids
  }

  /// What an object says beyond the model. Equal texts in a row, which are many, are held once.
  mutating func attributes(_ row: RowReader, _ column: Int32) throws -> Attributes {
    if row.isNull(column) { return .none }
    return try row.withText(column) { text in
      if areEqual(text, last.bytes) { return last }
      guard let attributes = Attributes(text) else { throw row.damage(column) }
      last = attributes
      return attributes
    }
  }

  /// The row that a cell refers to by number, or nothing when the cell is empty.
  func index<Entity>(_ row: RowReader, _ column: Int32, _ numbers: [Int64]) throws -> Index<Entity>? {
    guard let number = row.optionalInteger(column) else { return nil }
    guard let position = position(of: number, in: numbers) else { throw row.damage(column) }
    return Index(position)
  }
}

/// Where a number stands in an increasing list: at once when there are no gaps before it, else by halving.
func position(of number: Int64, in numbers: [Int64]) -> Int? {
  guard let first = numbers.first, number >= first else { return nil }
  let guess = number - first
  if guess < numbers.count, numbers[Int(guess)] == number { return Int(guess) }
  var low = 0
  var high = numbers.count
  while low < high {
    let middle = (low + high) / 2
    if numbers[middle] < number { low = middle + 1 } else { high = middle }
  }
  return low < numbers.count && numbers[low] == number ? low : nil
}
