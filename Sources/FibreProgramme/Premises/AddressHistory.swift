public import FibreModel

/// Every snapshot that came in, kept as changes: the whole of any day can be had back.
public struct AddressHistory: Hashable, Sendable {
  /// In order of date, one for each date.
  public private(set) var steps: [SnapshotStep]
  /// The addresses after the last step, in order.
  public private(set) var lines: [AddressLine]
  /// Of all addresses that were ever in a list.
  private(set) var numbers: AddressNumbers

  /// Makes a history without a snapshot.
  public init() {
    steps = []
    lines = []
    numbers = AddressNumbers()
  }

  /// Makes the history of steps in order of date. O(all changes).
  public init(replaying steps: [SnapshotStep]) {
    numbers = AddressNumbers(of: steps)
    lines = Self.lines(after: steps, numbers)
    self.steps = steps
  }

  /// The lines after steps: each address is looked at once for each of its changes, however many steps there are.
  private static func lines(after steps: [SnapshotStep], _ numbers: AddressNumbers) -> [AddressLine] {
    guard steps.count > 1 else { return steps.first?.changes.compactMap(\.after) ?? [] }
    var last = Array(repeating: (step: Int32(0), change: Int32(0)), count: numbers.count)
    for (step, ofChanges) in numbers.ofChanges.enumerated() {
      for (change, number) in ofChanges.enumerated() { last[Int(number)] = (Int32(step), Int32(change)) }
    }
    let lines = last.compactMap { steps[Int($0.step)].changes[Int($0.change)].after }
    let isInOrder = zip(lines, lines.dropFirst()).allSatisfy { $0.address < $1.address }
    return isInOrder ? lines : lines.sorted { $0.address < $1.address }
  }

  /// The history as it was on a day, when later snapshots were not there. O(all changes) unless there are none.
  public func upTo(_ date: CalendarDate) -> AddressHistory {
    guard let last = steps.last, last.date > date else { return self }
    return AddressHistory(replaying: steps.filter { $0.date <= date })
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
    let changes = AddressChange.all(from: before, to: snapshot.lines)
    let step = SnapshotStep(
      date: snapshot.date, source: snapshot.source, lineCount: snapshot.lines.count, changes: changes)
    let position = steps.count - later.count
    let previous = position > 0 ? steps[position - 1] : nil
    let findings = step.findings(after: previous?.name, before: later.first?.name)
    guard let next = later.first else {
      steps.append(step)
      numbers.append(step)
      lines = snapshot.lines
      return (.appended(step), findings)
    }
    let after = next.changes.applied(to: before)
    let moved = SnapshotStep(
      date: next.date, source: next.source, lineCount: next.lineCount,
      changes: AddressChange.all(from: snapshot.lines, to: after))
    steps.replaceSubrange(position...position, with: [step, moved])
    numbers = AddressNumbers(of: steps)
    return (.inserted(step, next: moved), findings + moved.findings(judgedAgainAfter: step))
  }

  private func sameDate(
    _ snapshot: AddressSnapshot, _ taken: SnapshotStep, _ later: [SnapshotStep]
  ) -> (outcome: Outcome, findings: [Finding]) {
    let isSame = state(before: later) == snapshot.lines
    return (isSame ? .repeated : .refused, [snapshot.name.finding(dateTakenBy: taken.name, isSame: isSame)])
  }

  /// The addresses on a day: those of the last snapshot up to it. O(lines + changes after it).
  public func lines(on date: CalendarDate) -> [AddressLine] { state(before: steps.filter { $0.date > date }) }

  /// The addresses as they were before the last steps.
  private func state(before later: [SnapshotStep]) -> [AddressLine] {
    later.reversed().reduce(lines) { $1.changes.compactMap(\.inverse).applied(to: $0) }
  }
}
