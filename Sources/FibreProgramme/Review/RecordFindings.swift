public import FibreModel

extension Programme {
  /// The last day up to a given one on which anything was recorded of zones, handovers or connections.
  public func lastRecord(upTo date: CalendarDate) -> CalendarDate? {
    let days =
      zones.flatMap { $0.reached.values } + attempts.map(\.date)
      + handoverLots.flatMap { $0.zones.flatMap { $0.answers.map(\.date) } }
    return days.filter { $0 <= date }.max()
  }

  /// Steps and attempts that lie after the day of the data.
  func futureFindings(on date: CalendarDate) -> [Finding] {
    func finding(_ place: String, _ code: String, _ day: CalendarDate) -> Finding {
      Finding(
        rule: "programme.later", severity: .warning, place: place, code: code,
        message: "It has a record of \(day), after the day of the data, which is left out. Check the date.")
    }
    let ofZones = zones.compactMap { zone in
      zone.reached.values.filter { $0 > date }.max().map { finding("zone", zone.code, $0) }
    }
    return ofZones + attempts.filter { $0.date > date }.map { finding("attempt", $0.order, $0.date) }
  }
}

extension SnapshotName {
  /// The list is so old on a day that what it tells of that day is doubtful.
  func staleFinding(on day: CalendarDate) -> Finding? {
    let age = date.days(to: day)
    guard age > Self.oldestUseful else { return nil }
    return Finding(
      rule: "snapshot.stale", severity: .warning, place: source, code: date.description,
      message: """
        It is the last list and \(age) days older than the day asked for; nothing is known of the time since. Import the \
        lists that have come.
        """)
  }

  /// Steps came before the first list: what was done by then is counted on that list.
  ///
  /// - Parameter firstDay: The first day on which works or a handover is on record.
  func firstListFinding(firstDay: CalendarDate?) -> Finding? {
    guard let firstDay, firstDay.calendarMonth < date.calendarMonth else { return nil }
    return Finding(
      rule: "snapshot.first-late", severity: .info, place: source, code: date.description,
      message: """
        It is the first list, and works are on record since \(firstDay): the curves count the months before it on its \
        plugs. Import older lists if there are any.
        """)
  }

  private static let oldestUseful = 45
}
