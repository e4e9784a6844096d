/// What became of one address between two snapshots; at least one of the lines is there, and they differ.
public struct AddressChange: Hashable, Sendable {
  public let before: AddressLine?
  public let after: AddressLine?

  /// Makes a change of one address.
  public init?(before: AddressLine?, after: AddressLine?) {
    guard before != after, let one = before ?? after, (after ?? one).address == one.address else { return nil }
    self.before = before
    self.after = after
  }

  public var address: String { (before ?? after)?.address ?? "" }

  /// What takes it back.
  public var inverse: AddressChange? { AddressChange(before: after, after: before) }
}

extension AddressChange {
  /// What has changed between two lists in order of address. O(lines).
  public static func all(from before: [AddressLine], to after: [AddressLine]) -> [AddressChange] {
    var changes: [AddressChange] = []
    func note(_ change: AddressChange?) { if let change { changes.append(change) } }
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if new == after.count || (old < before.count && before[old].address < after[new].address) {
        note(AddressChange(before: before[old], after: nil))
        old += 1
      } else if old == before.count || after[new].address < before[old].address {
        note(AddressChange(before: nil, after: after[new]))
        new += 1
      } else {
        note(AddressChange(before: before[old], after: after[new]))
        old += 1
        new += 1
      }
    }
    return changes
  }
}

extension [AddressChange] {
  /// A list in order of address after these changes, which are in that order too. O(lines).
  public func applied(to lines: [AddressLine]) -> [AddressLine] {
    guard !isEmpty else { return lines }
    var result: [AddressLine] = []
    result.reserveCapacity(lines.count + count)
    var next = 0
    for change in self {
      while next < lines.count, lines[next].address < change.address {
        result.append(lines[next])
        next += 1
      }
      if next < lines.count, lines[next].address == change.address { next += 1 }
      if let after = change.after { result.append(after) }
    }
    result += lines[next...]
    return result
  }
}

/// A snapshot that is known: its day, and the file it was read from.
public struct SnapshotName: Hashable, Sendable {
  public let date: CalendarDate
  public let source: String

  /// Makes a name.
  public init(date: CalendarDate, source: String) {
    self.date = date
    self.source = source
  }
}

/// What one snapshot changed against the one before it.
public struct SnapshotStep: Hashable, Sendable {
  public let date: CalendarDate
  public let source: String
  /// Lines of the whole snapshot.
  public let lineCount: Int
  /// In order of address.
  public let changes: [AddressChange]

  public var name: SnapshotName { SnapshotName(date: date, source: source) }

  /// Makes a step.
  public init(date: CalendarDate, source: String, lineCount: Int, changes: [AddressChange]) {
    self.date = date
    self.source = source
    self.lineCount = lineCount
    self.changes = changes
  }
}
