public import FibreModel

/// What one snapshot changed against the one before it.
public struct SnapshotStep: Hashable, Sendable {
  public let date: CalendarDate
  public let source: String
  /// Lines of the whole snapshot.
  public let lineCount: Int
  /// In order of address.
  public let changes: [AddressChange]

  /// Makes a step.
  public init(date: CalendarDate, source: String, lineCount: Int, changes: [AddressChange]) {
    self.date = date
    self.source = source
    self.lineCount = lineCount
    self.changes = changes
  }
}

/// Every snapshot that came in, kept as changes: the whole of any day can be had back.
public struct AddressHistory: Hashable, Sendable {
  /// In order of date, one for each date.
  public private(set) var steps: [SnapshotStep]
  /// The addresses after the last step, in order.
  public private(set) var lines: [AddressLine]

  /// Makes a history without a snapshot.
  public init() {
    steps = []
    lines = []
  }

  /// Makes the history of steps in order of date. O(all changes).
  public init(replaying steps: [SnapshotStep]) {
    self.init()
    for step in steps { lines = Self.applying(step.changes, to: lines) }
    self.steps = steps
  }

  /// What became of a snapshot that was added.
  public enum Outcome: Hashable, Sendable {
    /// It is the latest; its changes are kept.
    case appended(SnapshotStep)
    /// It is older than others: it stands between two, and the changes of the next one are new.
    case inserted(SnapshotStep, next: SnapshotStep)
    /// It says what is known of its date already; nothing is kept.
    case repeated
    /// Its date has another snapshot; nothing is kept.
    case refused
  }

  /// Adds a snapshot. O(lines + changes after its date).
  public mutating func add(_ snapshot: AddressSnapshot) -> (outcome: Outcome, findings: [Finding]) {
    let later = steps.filter { $0.date > snapshot.date }
    if let taken = steps.first(where: { $0.date == snapshot.date }) { return sameDate(snapshot, taken, later) }
    let before = state(before: later)
    let changes = Self.changes(from: before, to: snapshot.lines)
    let step = SnapshotStep(
      date: snapshot.date, source: snapshot.source, lineCount: snapshot.lines.count, changes: changes)
    let position = steps.count - later.count
    let previous = position > 0 ? steps[position - 1] : nil
    var findings = SnapshotFindings(of: step, after: previous, next: later.first).all
    guard let next = later.first else {
      steps.append(step)
      lines = snapshot.lines
      return (.appended(step), findings)
    }
    let after = Self.applying(next.changes, to: before)
    let moved = SnapshotStep(
      date: next.date, source: next.source, lineCount: next.lineCount,
      changes: Self.changes(from: snapshot.lines, to: after))
    steps.replaceSubrange(position...position, with: [step, moved])
    findings.sort(by: Finding.inOrder)
    return (.inserted(step, next: moved), findings)
  }

  private func sameDate(
    _ snapshot: AddressSnapshot, _ taken: SnapshotStep, _ later: [SnapshotStep]
  ) -> (outcome: Outcome, findings: [Finding]) {
    let isSame = state(before: later) == snapshot.lines
    return (isSame ? .repeated : .refused, [SnapshotFindings.sameDate(snapshot, taken: taken, isSame: isSame)])
  }

  /// The addresses on a day: those of the last snapshot up to it. O(lines + changes after it).
  public func lines(on date: CalendarDate) -> [AddressLine] { state(before: steps.filter { $0.date > date }) }

  /// The addresses as they were before the last steps.
  private func state(before later: [SnapshotStep]) -> [AddressLine] {
    later.reversed().reduce(lines) { Self.applying($1.changes.compactMap(\.inverse), to: $0) }
  }
}

extension AddressHistory {
  /// What has changed between two lists in order of address.
  static func changes(from before: [AddressLine], to after: [AddressLine]) -> [AddressChange] {
    var changes: [AddressChange] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if new == after.count || (old < before.count && before[old].address < after[new].address) {
        changes += [AddressChange(before: before[old], after: nil)].compactMap(\.self)
        old += 1
      } else if old == before.count || after[new].address < before[old].address {
        changes += [AddressChange(before: nil, after: after[new])].compactMap(\.self)
        new += 1
      } else {
        if before[old] != after[new] {
          changes += [AddressChange(before: before[old], after: after[new])].compactMap(\.self)
        }
        old += 1
        new += 1
      }
    }
    return changes
  }

  /// A list after changes in order of address.
  static func applying(_ changes: [AddressChange], to lines: [AddressLine]) -> [AddressLine] {
    guard !changes.isEmpty else { return lines }
    var result: [AddressLine] = []
    result.reserveCapacity(lines.count + changes.count)
    var next = 0
    for change in changes {
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

extension AddressChange {
  var inverse: AddressChange? { AddressChange(before: after, after: before) }
}
