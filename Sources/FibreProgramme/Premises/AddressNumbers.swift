import FibreModel

/// The addresses of a history as numbers from zero, in the order in which they first came: walks along the changes look
/// no text up.
struct AddressNumbers: Hashable, Sendable {
  private var numbers: [String: Int32] = [:]
  /// For each step in order, the numbers of its changes' addresses.
  private(set) var ofChanges: [[Int32]] = []

  /// Numbers the addresses of steps in order of date. O(all changes).
  init(of steps: [SnapshotStep] = []) {
    numbers.reserveCapacity(steps.first?.changes.count ?? 0)
    ofChanges.reserveCapacity(steps.count)
    for step in steps { append(step) }
  }

  /// How many addresses there are.
  var count: Int { numbers.count }

  /// The number of an address of the history.
  subscript(address: String) -> Int {
    guard let number = numbers[address] else { preconditionFailure("an address of a history has a number") }
    return Int(number)
  }

  /// Numbers the changes of a step that comes after the others.
  mutating func append(_ step: SnapshotStep) {
    ofChanges.append(
      step.changes.map { change in
        let next = Int32(numbers.count)
        let found = numbers[change.address, default: next]
        if found == next { numbers[change.address] = next }
        return found
      })
  }
}
