import FibreModel
import FibreProgramme

/// A zone of the made-up programme with all its days, those to come too.
struct ZoneHistory {
  let code: String
  let commune: ProgrammeCommune
  let lot: ProgrammeLot
  /// Its place among the zones of its lot in the order of works, from zero.
  let rank: Int
  let planned: [Zone.Milestone: CalendarDate]
  var reached: [Zone.Milestone: CalendarDate]
  /// Lots it is presented in: one, or two when the first was refused.
  private(set) var presentations: [CalendarDate] = []

  /// Days before the handover, and the share of the whole delay that has come up by then, in hundredths.
  private static let steps: [(step: Zone.Milestone, before: Int, share: Int)] = [
    (.survey, 430, 5), (.summaryStudy, 385, 15), (.detailedStudy, 330, 30), (.permits, 265, 52),
    (.executionStudy, 235, 62), (.works, 95, 86), (.selfControl, 78, 89), (.acceptance, 55, 93), (.asBuilt, 34, 96),
  ]

  /// Draws the days of a zone.
  init(
    code: String, commune: ProgrammeCommune, lot: ProgrammeLot, rank: Int, of count: Int,
    _ random: inout SeededGenerator
  ) {
    (self.code, self.commune, self.lot, self.rank) = (code, commune, lot, rank)
    let last = lot.number == 4 ? ProgrammeDays.firstHandover.adding(days: 330) : ProgrammeDays.lastHandover
    let span = ProgrammeDays.firstHandover.days(to: last)
    // The first and the last zone are due on the days of the contract.
    let shift = (1..<count - 1).contains(rank) ? random.number(in: -24...24) : 0
    let due = ProgrammeDays.firstHandover.adding(days: span * rank / max(1, count - 1) + shift).nextHandoverDay
    let (least, most) = (lot.delay.lowerBound, lot.delay.upperBound)
    let middle = least + (most - least) * rank / max(1, count - 1)
    let delay = max(0, middle + random.number(in: -25...45))
    var (planned, reached): ([Zone.Milestone: CalendarDate], [Zone.Milestone: CalendarDate]) = ([:], [:])
    var latest = CalendarDate.earliest
    for (step, before, share) in Self.steps {
      planned[step] = due.adding(days: -before).nextWorkingDay
      let day = due.adding(days: -before + delay * share / 100 + random.number(in: 0...6)).nextWorkingDay
      latest = max(latest.adding(days: 1).nextWorkingDay, day)
      reached[step] = latest
    }
    planned[.handover] = due
    planned[.madeAvailable] = due.adding(days: 14).nextWorkingDay
    planned[.open] = due.adding(days: 14).nextWorkingDay.adding(months: 3)
    (self.planned, self.reached) = (planned, reached)
    hand(over: due.adding(days: delay), isRefusedFirst: random.below(100) < 12, &random)
  }

  /// The presentation in the middle or at the end of a month, a second one later when the first was refused, then the acceptance, the opening and the notice.
  private mutating func hand(over day: CalendarDate, isRefusedFirst: Bool, _ random: inout SeededGenerator) {
    let first = Self.presentation(after: reached[.asBuilt] ?? day)
    presentations = isRefusedFirst ? [first, Self.presentation(after: first.adding(days: 40))] : [first]
    let last = presentations[presentations.count - 1]
    let handover = max(day, last.adding(days: random.number(in: 8...24))).nextHandoverDay
    let available = handover.adding(days: random.number(in: 8...24)).nextWorkingDay
    reached[.handover] = handover
    reached[.madeAvailable] = available
    reached[.open] = available.adding(months: 3).adding(days: random.number(in: 0...5)).nextWorkingDay
  }

  /// The 15th or the last day of the month, whichever comes first.
  private static func presentation(after day: CalendarDate) -> CalendarDate {
    let middle = day.calendarMonth.firstDay.adding(days: 14)
    return day <= middle ? middle : day.calendarMonth.lastDay
  }

  func isReached(_ step: Zone.Milestone, on date: CalendarDate) -> Bool {
    reached[step].map { $0 <= date } ?? false
  }

  /// The zone as it is known on the day of the data.
  func zone(plugs: Int) -> Zone {
    var zone = Zone(
      code: code, lot: lot.code, contractor: lot.holder, plugs: plugs, planned: planned,
      reached: reached.filter { $0.value <= ProgrammeDays.today })
    zone.centralOffice = "NRO-\(commune.centralOffice)"
    return zone
  }
}
