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
  @inlinable public init(_ offset: Int) { rawValue = UInt32(offset) }

  @inlinable public var offset: Int { Int(rawValue) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The indices of a table, from its first row to its last.
public struct IndexRange<Entity>: RandomAccessCollection, Sendable {
  public let startIndex = 0
  public let endIndex: Int

  /// The indices of so many rows.
  @inlinable public init(count: Int) { endIndex = count }

  @inlinable public subscript(position: Int) -> FibreModel.Index<Entity> { FibreModel.Index(position) }
}

/// Something that a code names.
public protocol Coded: Hashable, Sendable {
  var code: Code<Self> { get }
}

/// The rows of one kind, in the order they were added, found by index or by code.
public struct EntityTable<Entity: Coded>: Hashable, Sendable {
  public internal(set) var rows: [Entity] = []
  private var found = HashedPositions()

  /// Whether they hold the same rows in the same order; how these are found follows from that.
  public static func == (a: Self, b: Self) -> Bool { a.rows == b.rows }
  public func hash(into hasher: inout Hasher) { hasher.combine(rows) }

  @inlinable public var count: Int { rows.count }
  @inlinable public var indices: IndexRange<Entity> { IndexRange(count: rows.count) }

  /// The row at an index of the same network; another network's index is a defect and may trap.
  @inlinable public subscript(index: Index<Entity>) -> Entity { rows[Int(index.rawValue)] }

  /// The row of a code, or nothing when no row has it.
  public subscript(code: Code<Entity>) -> Entity? { index(of: code).map { rows[$0.offset] } }

  /// Where the row of a code stands, or nothing.
  public func index(of code: Code<Entity>) -> Index<Entity>? {
    found.position(Self.hash(code)) { rows[$0].code == code }.map { Index($0) }
  }

  /// Adds a row; answers nothing, and adds nothing, when its code is taken.
  mutating func add(_ row: Entity) -> Index<Entity>? {
    let taken = rows.withUnsafeBufferPointer { rows in
      found.enter(rows.count, Self.hash(row.code)) { rows[$0].code == row.code }
    }
    guard taken == nil else { return nil }
    rows.append(row)
    return Index(rows.count - 1)
  }

  /// Adds many rows; answers false, and adds nothing, when a code is taken.
  mutating func add(_ others: [Entity]) -> Bool {
    let all = rows.isEmpty ? others : rows + others
    let found = HashedPositions(all.indices) {
      Self.hash(all[$0].code)
    } areEqual: {
      all[$0].code == all[$1].code
    }
    guard found.count == all.count else { return false }
    rows = all
    self.found = found
    return true
  }

  /// Puts another row in the place of one that has the same code.
  mutating func replace(_ index: Index<Entity>, with row: Entity) {
    precondition(rows[index.offset].code == row.code, "a row keeps its code")
    rows[index.offset] = row
  }

  mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    found.reserveCapacity(count)
  }

  /// Equal codes have equal hashes, also where accents are composed in one and not in the other.
  private static func hash(_ code: Code<Entity>) -> UInt32 {
    var text = code.rawValue
    return text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? HashedPositions.hash(bytes) : UInt32(truncatingIfNeeded: code.hashValue)
    }
  }
}
