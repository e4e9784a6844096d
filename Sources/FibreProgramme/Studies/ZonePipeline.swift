public import FibreModel

/// A zone behind one cabinet on its way from survey to opening.
public struct Zone: Hashable, Sendable {
  /// The steps, in order. Permits, poles and duct orders run side by side; ``Zone/Milestone`` counts the last of them.
  public enum Milestone: Int, Hashable, Comparable, Sendable, CaseIterable {
    case survey, summaryStudy, detailedStudy, permits, executionStudy, works, selfControl, acceptance, asBuilt
    case handover, madeAvailable, open

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public let code: String
  public let lot: String
  public let contractor: String
  public let plugs: Int
  /// The central office that feeds its cabinet; empty when it is not told.
  public var centralOffice = ""
  public var planned: [Milestone: CalendarDate]
  public var reached: [Milestone: CalendarDate]

  /// Makes a zone.
  public init(
    code: String, lot: String, contractor: String, plugs: Int, planned: [Milestone: CalendarDate] = [:],
    reached: [Milestone: CalendarDate] = [:]
  ) {
    self.code = code
    self.lot = lot
    self.contractor = contractor
    self.plugs = plugs
    self.planned = planned
    self.reached = reached
  }

  /// The last step that was reached by a day; steps may have been missed before it.
  public func milestone(on date: CalendarDate) -> Milestone? {
    reached.filter { $0.value <= date }.keys.max()
  }

  /// Days that a step is or was late on a day: zero when in time, nothing without a plan.
  public func daysLate(_ milestone: Milestone, on date: CalendarDate) -> Int? {
    planned[milestone].map { max(0, $0.days(to: min(reached[milestone] ?? date, date))) }
  }

  /// Steps that came before earlier ones, and an opening within the notice of three months.
  ///
  /// Source of the notice: Arcep decisions 2009-1106, annex 2, and 2015-0776, 2.2.2.
  public func findings() -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: .warning, place: "zone", code: code, message: message))
    }
    let dates = reached.sorted { $0.key < $1.key }.map(\.value)
    for (before, after) in zip(dates, dates.dropFirst()) where after < before {
      report("zone.out-of-order", "A step of \(after) comes after one of \(before). Correct a date.")
    }
    if let available = reached[.madeAvailable], let open = reached[.open], open < available.adding(months: 3) {
      report(
        "zone.notice", "It opened on \(open), within three months of \(available). Give the operators their notice.")
    }
    return findings
  }
}

/// Zones, or their plugs, that had reached each step at the end of each month: a cumulative flow.
public struct CumulativeFlow: Hashable, Sendable {
  public let months: [CalendarMonth]
  /// By step: one number a month.
  public let zones: [Zone.Milestone: [Int]]
  public let plugs: [Zone.Milestone: [Int]]

  /// Counts between two months, both included. A zone that has reached a step has reached those before.
  public init(of all: [Zone], from first: CalendarMonth, to last: CalendarMonth) {
    let months = (0..<max(0, first.months(to: last) + 1)).map { first.adding($0) }
    var zones: [Zone.Milestone: [Int]] = [:]
    var plugs: [Zone.Milestone: [Int]] = [:]
    for milestone in Zone.Milestone.allCases {
      let there = months.map { month in
        all.filter { ($0.milestone(on: month.lastDay)).map { $0 >= milestone } ?? false }
      }
      zones[milestone] = there.map(\.count)
      plugs[milestone] = there.map { $0.reduce(0) { $0 + $1.plugs } }
    }
    self.months = months
    self.zones = zones
    self.plugs = plugs
  }
}

/// How fast and how late one contractor is.
public struct ContractorFigures: Hashable, Sendable {
  public let contractor: String
  /// Plugs handed over in each month.
  public let throughput: [Int]
  /// Zones whose handover is past its date on the day, and is late or came late.
  public let lateZones: Int
  /// Days of those zones, in order.
  public let daysLate: [Int]

  /// The figures of each contractor of a set of zones, in order of name, for months that end with that of the day.
  public static func all(of zones: [Zone], on date: CalendarDate, months count: Int = 12) -> [ContractorFigures] {
    let last = date.calendarMonth
    return Dictionary(grouping: zones, by: \.contractor).sorted { $0.key < $1.key }.map { contractor, zones in
      let throughput = (0..<count).map { offset in
        let month = last.adding(offset - count + 1)
        return zones.filter { zone in
          zone.reached[.handover].map { $0.calendarMonth == month && $0 <= date } ?? false
        }.reduce(0) { $0 + $1.plugs }
      }
      let late = zones.compactMap { $0.daysLate(.handover, on: date) }.filter { $0 > 0 }.sorted()
      return ContractorFigures(contractor: contractor, throughput: throughput, lateZones: late.count, daysLate: late)
    }
  }
}
