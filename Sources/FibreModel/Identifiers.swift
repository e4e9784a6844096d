/// The name that people and files use for one thing: `CAB-SF-04/2`. Stable, public, stored, printed.
public struct Code<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let rawValue: String

  /// Makes a code from its text, taken as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A position in one table of one `Network`. Fast, private to that value, never stored, printed or sent.
public struct Index<Entity>: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  /// Makes the index of the row that stands `offset` rows after the first.
  public init(_ offset: Int) { rawValue = UInt32(offset) }

  @inlinable public var offset: Int { Int(rawValue) }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Something that a code names.
public protocol Coded: Hashable, Sendable {
  var code: Code<Self> { get }
}

/// The rows of one kind, in the order they were added, found by index or by code.
public struct EntityTable<Entity: Coded>: Hashable, Sendable {
  public internal(set) var rows: [Entity] = []
  private var indexByCode: [Code<Entity>: Index<Entity>] = [:]

  public var count: Int { rows.count }
  public var indices: [Index<Entity>] { rows.indices.map { Index($0) } }

  /// The row at an index of the same network; another network's index is a defect and may trap.
  @inlinable public subscript(index: Index<Entity>) -> Entity { rows[Int(index.rawValue)] }

  /// The row of a code, or nothing when no row has it.
  public subscript(code: Code<Entity>) -> Entity? { index(of: code).map { rows[$0.offset] } }

  /// Where the row of a code stands, or nothing.
  public func index(of code: Code<Entity>) -> Index<Entity>? { indexByCode[code] }

  /// Adds a row; answers nothing, and adds nothing, when its code is taken.
  mutating func add(_ row: Entity) -> Index<Entity>? {
    let index = Index<Entity>(rows.count)
    // One look-up for both; a code that is taken gets its row back.
    if let taken = indexByCode.updateValue(index, forKey: row.code) {
      indexByCode[row.code] = taken
      return nil
    }
    rows.append(row)
    return index
  }

  /// Puts another row in the place of one that has the same code.
  mutating func replace(_ index: Index<Entity>, with row: Entity) {
    precondition(rows[index.offset].code == row.code, "a row keeps its code")
    rows[index.offset] = row
  }

  mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    indexByCode.reserveCapacity(count)
  }
}
