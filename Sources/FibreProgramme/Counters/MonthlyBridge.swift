public import FibreModel

/// From the connectable plugs at the end of one month to those at the end of the next.
///
/// `opening + new − lost + back ± perimeter = closing`. Opening and closing are counted from the addresses themselves, the
/// rest from what changed, so that the sum is a check and no definition.
public struct MonthlyBridge: Hashable, Sendable {
  public let month: CalendarMonth
  public let opening: Int
  /// Deployed for the first time.
  public let new: Int
  /// Left the deployed, or the list.
  public let lost: Int
  /// Deployed again after they had been lost.
  public let back: Int
  /// Plugs that were counted more or less at addresses that stayed deployed, or that came into or left the perimeter.
  public let perimeter: Int
  public let closing: Int
  /// Addresses behind the losses, with the date, in order.
  public let losses: [Loss]

  /// An address that stopped being deployed.
  public struct Loss: Hashable, Sendable {
    public let date: CalendarDate
    public let address: String
    public let plugs: Int
  }

  /// What does not reconcile: zero, or the program is wrong.
  public var residue: Int { opening + new - lost + back + perimeter - closing }

  /// The bridges of every month from that after the first snapshot's to that of the last.
  ///
  /// O(changes + months · addresses).
  ///
  /// - Parameter contains: The perimeter, such as a commune: it may look at everything but the state.
  public static func all(
    of history: AddressHistory, where contains: (AddressLine) -> Bool = { _ in true }
  ) -> [MonthlyBridge] {
    guard let first = history.steps.first, let last = history.steps.last else { return [] }
    var movement = Movement()
    var bridges: [MonthlyBridge] = []
    var open = 0
    var addresses = DeployedAddresses(count: history.numbers.count)
    var month = first.date.calendarMonth
    var steps = zip(history.steps, history.numbers.ofChanges).map { (step: $0, numbers: $1) }[...]
    while month <= last.date.calendarMonth {
      while let (step, numbers) = steps.first, step.date.calendarMonth == month {
        for (change, number) in zip(step.changes, numbers) {
          movement.take(change, Int(number), step.date, contains, &addresses)
        }
        steps.removeFirst()
      }
      let closing = addresses.plugs
      if month > first.date.calendarMonth {
        bridges.append(
          MonthlyBridge(
            month: month, opening: open, new: movement.new, lost: movement.lost, back: movement.back,
            perimeter: movement.perimeter, closing: closing, losses: movement.losses))
      }
      (open, movement, month) = (closing, Movement(), month.adding(1))
    }
    return bridges
  }
}

/// What each address is today by its number, whatever became of it before: the closing of a bridge is counted from it.
private struct DeployedAddresses {
  /// Plugs of each address that is deployed in the perimeter, else zero.
  private var deployed: [Int]
  private var wasEver: [Bool]

  init(count: Int) {
    deployed = Array(repeating: 0, count: count)
    wasEver = Array(repeating: false, count: count)
  }

  var plugs: Int { deployed.reduce(0, +) }

  /// Notes what an address is now, and answers whether it was ever deployed before.
  mutating func note(_ number: Int, plugs: Int, isDeployed: Bool) -> Bool {
    deployed[number] = plugs
    defer { if isDeployed { wasEver[number] = true } }
    return wasEver[number]
  }
}

/// What moves connectable plugs in one month.
private struct Movement {
  var new = 0
  var lost = 0
  var back = 0
  var perimeter = 0
  var losses: [MonthlyBridge.Loss] = []

  mutating func take(
    _ change: AddressChange, _ number: Int, _ date: CalendarDate, _ contains: (AddressLine) -> Bool,
    _ addresses: inout DeployedAddresses
  ) {
    let before = change.before.map { contains($0) && $0.state == .deployed } ?? false
    let after = change.after.map { contains($0) && $0.state == .deployed } ?? false
    let wasDeployed = change.before?.state == .deployed
    let isDeployed = change.after?.state == .deployed
    let (old, now) = (change.before?.plugCount ?? 0, change.after?.plugCount ?? 0)
    let wasEver = addresses.note(number, plugs: after ? now : 0, isDeployed: isDeployed)
    switch (before, after) {
    case (true, true): perimeter += now - old
    case (false, true) where wasDeployed: perimeter += now
    case (false, true) where wasEver: back += now
    case (false, true): new += now
    case (true, false) where isDeployed: perimeter -= old
    case (true, false):
      lost += old
      losses.append(MonthlyBridge.Loss(date: date, address: change.address, plugs: old))
    case (false, false): break
    }
  }
}
