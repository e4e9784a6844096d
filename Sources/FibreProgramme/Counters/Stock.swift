public import FibreModel

/// Plugs that are in one counter and not yet in the next, and for how long.
public struct Stock: Hashable, Sendable {
  /// An address that waits.
  public struct Item: Hashable, Sendable {
    public let address: String
    public let plugs: Int
    public let since: CalendarDate
    public let days: Int
  }

  public let from: Counter
  /// Nothing after the last counter.
  public let to: Counter?
  public let date: CalendarDate
  /// The longest waits first, then in order of address.
  public let items: [Item]

  /// Finds what waits between a counter and a later one on a day, the next one if none is named; nothing waits after the
  /// last.
  ///
  /// Of a deployed address with some plugs connected, the others wait.
  public init(
    of addresses: [TrackedAddress], after counter: Counter, before later: Counter? = nil, on date: CalendarDate
  ) {
    from = counter
    to = later ?? Counter(rawValue: counter.rawValue + 1)
    self.date = date
    guard let next = to else {
      items = []
      return
    }
    items = addresses.compactMap { address in
      let waiting = address.count(counter, on: date) - address.count(next, on: date)
      guard waiting > 0, let since = address.date(of: counter) else { return nil }
      return Item(address: address.address, plugs: waiting, since: since, days: since.days(to: date))
    }.sorted { (-$0.days, $0.address) < (-$1.days, $1.address) }
  }

  public var plugs: Int { items.reduce(0) { $0 + $1.plugs } }

  /// Plugs by age: `limits` in rising order part the ages; one number more than there are limits.
  ///
  /// With the limits 30 and 90 the parts are up to 29 days, 30 to 89, and 90 or more.
  public func plugs(byDays limits: [Int]) -> [Int] {
    var parts = Array(repeating: 0, count: limits.count + 1)
    for item in items { parts[limits.count { $0 <= item.days }] += item.plugs }
    return parts
  }

  /// The age that so many hundredths of the plugs don't pass, or nothing when none wait.
  public func days(atHundredths hundredths: Int) -> Int? {
    var left = (plugs * hundredths + 99) / 100
    for item in items.reversed() {
      left -= item.plugs
      if left <= 0 { return item.days }
    }
    return items.first?.days
  }
}
