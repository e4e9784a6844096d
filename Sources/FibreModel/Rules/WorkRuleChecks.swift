extension NetworkRules {
  static let workRules: [Rule<Network>] = [
    Rule("window.out-of-order", .error, "Work windows are not in order of number and time.", disorderedWindows),
    Rule("window.overlapping", .error, "A work window starts before the one before it ends.", overlappingWindows),
    Rule("window.unusable", .warning, "A work window leaves no minute, or has no crew.", unusableWindows),
    Rule("forbidden.reversed", .error, "A forbidden period ends before it starts.", reversedPeriods),
    Rule("forbidden.unknown-client", .warning, "A forbidden period names a client without services.", unknownClients),
    Rule("acceptance.unknown-cable", .error, "An acceptance names no known cable or section.", unknownAcceptances),
  ]

  private static func pairs(_ network: Network) -> [(WorkWindow, WorkWindow)] {
    let windows = network.rules.windows
    return Array(zip(windows, windows.dropFirst()))
  }

  /// Minutes on a scale that has no gap at midnight.
  private static func start(_ window: WorkWindow) -> Int { window.date.dayNumber * 1440 + window.startMinute }

  @Sendable private static func disorderedWindows(_ network: Network, _ report: inout RuleReport) {
    for (one, next) in pairs(network) where next.number <= one.number || start(next) < start(one) {
      report.add(
        "window", "\(next.number)",
        "Window \(next.number) of \(next.date) follows \(one.number) of \(one.date). Number them in the order of dates."
      )
    }
  }

  @Sendable private static func overlappingWindows(_ network: Network, _ report: inout RuleReport) {
    for (one, next) in pairs(network) where start(next) >= start(one) && start(next) < start(one) + one.minutes {
      report.add("window", "\(next.number)", "It starts before window \(one.number) ends. Correct one of them.")
    }
  }

  @Sendable private static func unusableWindows(_ network: Network, _ report: inout RuleReport) {
    for window in network.rules.windows where window.minutes <= window.reserveMinutes || window.crews < 1 {
      report.add(
        "window", "\(window.number)",
        """
        \(window.minutes) minutes, \(window.reserveMinutes) of them in reserve, \(window.crews) crews: no work fits in \
        it. Correct the window.
        """
      )
    }
  }

  @Sendable private static func reversedPeriods(_ network: Network, _ report: inout RuleReport) {
    for period in network.rules.forbidden where period.to < period.from {
      report.add(
        "forbidden", period.client, "The period from \(period.from) to \(period.to) has no day. Correct the dates.")
    }
  }

  @Sendable private static func unknownClients(_ network: Network, _ report: inout RuleReport) {
    let clients = Set(network.services.rows.map(\.client))
    var told: Set<String> = []
    for period in network.rules.forbidden where !clients.contains(period.client) && told.insert(period.client).inserted
    {
      report.add(
        "forbidden", period.client, "No service has this client, so the period protects nobody. Correct the name.")
    }
  }

  @Sendable private static func unknownAcceptances(_ network: Network, _ report: inout RuleReport) {
    for acceptance in network.rules.acceptances {
      let isKnown =
        network.sections.index(of: Code(acceptance.cable)) != nil
        || network.cables.index(of: Code(acceptance.cable)) != nil
      if !isKnown {
        report.add("acceptance", acceptance.cable, "No cable and no section has this code. Correct the code.")
      }
    }
  }
}
