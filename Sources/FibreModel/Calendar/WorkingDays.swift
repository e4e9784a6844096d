/// Working days (*jours ouvrés*): Monday to Friday without public holidays.
extension CalendarDate {
  /// Easter Sunday of a year of the Gregorian calendar.
  ///
  /// Source: the anonymous algorithm published in Nature, 20 April 1876; J. Meeus, "Astronomical Algorithms", chapter 8.
  public static func easter(of year: Int) -> CalendarDate {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let march = epact + weekday - 7 * shift + 114
    return CalendarDate(year: year, month: march / 31, day: march % 31 + 1) ?? .earliest
  }

  /// The days of the eleven public holidays of a year in France, in order; ten days when Ascension falls on 1 or 8 May.
  ///
  /// Source: article L3133-1 of the code du travail. Those of Alsace, Moselle and overseas are not among them.
  public static func frenchPublicHolidays(of year: Int) -> [CalendarDate] {
    let easter = easter(of: year)
    let fixed = fixedHolidays.compactMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
    return Set(fixed + daysAfterEaster.map { easter.adding(days: $0) }).sorted()
  }

  private static let fixedHolidays: [(month: Int, day: Int)] = [
    (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
  ]
  /// Easter Monday, Ascension, Whit Monday.
  private static let daysAfterEaster = [1, 39, 50]

  public var isFrenchPublicHoliday: Bool {
    Self.fixedHolidays.contains { $0.month == month && $0.day == day }
      || Self.daysAfterEaster.contains(Self.easter(of: year).days(to: self))
  }

  public var isWorkingDay: Bool { weekday <= 5 && !isFrenchPublicHoliday }

  /// The working day that comes so many working days after this day, or before it when negative.
  ///
  /// The day itself is not counted, whether or not it is a working day; zero gives the day itself. O(days).
  public func adding(workingDays count: Int) -> CalendarDate {
    var date = self
    var left = abs(count)
    let end: CalendarDate = count < 0 ? .earliest : .latest
    while left > 0, date != end {
      date = date.adding(days: count < 0 ? -1 : 1)
      if date.isWorkingDay { left -= 1 }
    }
    return date
  }

  /// Working days after this day, up to and including another; negative when the other is earlier. O(years).
  public func workingDays(to other: CalendarDate) -> Int {
    guard self <= other else { return -other.workingDays(to: self) }
    let weekdays = other.weekdaysSinceEarliest - weekdaysSinceEarliest
    let holidays = (year...other.year).reduce(0) { sum, year in
      sum + Self.frenchPublicHolidays(of: year).count { self < $0 && $0 <= other && $0.weekday <= 5 }
    }
    return weekdays - holidays
  }

  /// Days from Monday to Friday between 1 January of year 1, a Monday, and this day, both included.
  private var weekdaysSinceEarliest: Int {
    let days = CalendarDate.earliest.days(to: self) + 1
    return days / 7 * 5 + min(days % 7, 5)
  }
}
