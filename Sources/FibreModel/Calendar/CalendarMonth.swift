/// A month of the Gregorian calendar.
public struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int

  /// Makes a month, or nothing outside January to December of the years 1 to 9999.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `2027-01`; nothing for any other text.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let day = CalendarDate("\(text)-01") else { return nil }
    self = day.calendarMonth
  }

  /// Makes the month of a rank, which counts months from January of year 0; it stays within the years 1 to 9999.
  private init(clampedRank rank: Int) {
    let clamped = min(max(rank, 12), 9999 * 12 + 11)
    year = clamped / 12
    month = clamped % 12 + 1
  }

  private var rank: Int { year * 12 + month - 1 }

  /// The month so many months later; it stays within the years 1 to 9999.
  public func adding(_ months: Int) -> CalendarMonth {
    let (sum, hasOverflowed) = rank.addingReportingOverflow(months)
    return CalendarMonth(clampedRank: hasOverflowed ? (months < 0 ? .min : .max) : sum)
  }

  /// Months from this one to another, negative when the other is earlier.
  public func months(to other: CalendarMonth) -> Int { other.rank - rank }

  public var firstDay: CalendarDate { CalendarDate(checkedYear: year, month: month, day: 1) }
  public var lastDay: CalendarDate {
    CalendarDate(checkedYear: year, month: month, day: CalendarDate.days(in: month, of: year))
  }

  public var description: String { String(firstDay.description.prefix(7)) }
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

extension CalendarDate {
  /// The month that the day lies in.
  public var calendarMonth: CalendarMonth {
    // A date's month is between 1 and 12, so that there is always one.
    CalendarMonth(year: year, month: month) ?? CalendarDate.earliest.calendarMonth
  }
}
