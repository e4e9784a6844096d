extension CalendarDate {
  /// The first and the last day that a date can be.
  public static let earliest = CalendarDate(clampedDayNumber: 0)
  public static let latest = CalendarDate(clampedDayNumber: .max)

  /// Makes the date of a ``dayNumber``, or nothing outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (Self.lowestDayNumber...Self.highestDayNumber).contains(dayNumber) else { return nil }
    self.init(clampedDayNumber: dayNumber)
  }

  /// The date so many days later, or earlier when negative; it stays within the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate {
    let (sum, hasOverflowed) = dayNumber.addingReportingOverflow(days)
    return CalendarDate(clampedDayNumber: hasOverflowed ? (days < 0 ? .min : .max) : sum)
  }

  /// The same day so many months later, or the last day of that month when it is shorter: 31 January and one month are
  /// 28 or 29 February. It stays within the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate {
    let month = calendarMonth.adding(months)
    let last = month.lastDay
    return CalendarDate(year: month.year, month: month.month, day: min(day, last.day)) ?? last
  }

  /// Days from this date to another, negative when the other is earlier.
  public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  private static let lowestDayNumber = 306
  private static let highestDayNumber = 3_652_364

  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  private init(clampedDayNumber wanted: Int) {
    let number = min(max(wanted, Self.lowestDayNumber), Self.highestDayNumber)
    let era = number / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(checkedYear: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
