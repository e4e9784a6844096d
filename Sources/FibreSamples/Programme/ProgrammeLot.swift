import FibreModel

/// A contract of the made-up programme: who holds it, and how well the work goes.
struct ProgrammeLot {
  let number: Int
  let object: String
  let holder: String
  /// Days that its first and its last zone are late, in the middle.
  let delay: ClosedRange<Int>
  /// Of 100 studies, those accepted at version 1, and at version 2 of those that are left.
  let firstPass: Int
  /// Of 1000 connection attempts, those that fail.
  let failures: Int
  /// What its work costs of what it was to cost, in hundredths.
  let cost: Int64

  static let all = [
    ProgrammeLot(
      number: 1, object: "Secteur Ouest", holder: "Entreprise A (fictive)", delay: 10...130, firstPass: 64,
      failures: 95, cost: 97),
    ProgrammeLot(
      number: 2, object: "Secteur Centre", holder: "Entreprise B (fictive)", delay: 60...330, firstPass: 41,
      failures: 210, cost: 99),
    ProgrammeLot(
      number: 3, object: "Secteur Est", holder: "Entreprise C (fictive)", delay: 20...190, firstPass: 58,
      failures: 120, cost: 96),
    ProgrammeLot(
      number: 4, object: "Secteur Littoral", holder: "Entreprise D (fictive)", delay: 0...25, firstPass: 78,
      failures: 70, cost: 100),
  ]

  var code: String { "LOT-\(number)" }
}

/// The days that the made-up programme runs between.
enum ProgrammeDays {
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .earliest
  }

  /// The day of the data.
  static let today = day(2026, 10, 31)
  /// The end of the month in which the first zones were to be handed over.
  static let firstHandover = day(2024, 6, 28)
  /// By then everything was to be handed over.
  static let lastHandover = day(2027, 3, 31)
  static let notified = day(2023, 3, 14)
  static let voted = day(2022, 12, 12)
  static let revised = day(2025, 6, 23)

  /// The ends of the 24 months of snapshots.
  static let snapshots: [CalendarDate] = (0..<24).map { today.calendarMonth.adding($0 - 23).lastDay }
}

extension CalendarDate {
  /// This day, or the next working day outside August, when nothing is handed over.
  var nextHandoverDay: CalendarDate {
    var day = month == 8 ? calendarMonth.lastDay : self
    while !day.isWorkingDay || day.month == 8 { day = day.adding(days: 1) }
    return day
  }

  /// This day, or the next working day.
  var nextWorkingDay: CalendarDate { isWorkingDay ? self : adding(workingDays: 1) }
}
