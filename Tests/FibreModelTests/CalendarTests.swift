import FibreModel
import FibreTestSupport
import Testing

@Suite struct CalendarTests {
  private func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

  @Test func everyDayHasItsNumberAndBack() {
    var date = day("1899-12-30")
    var wrong: [Int] = []
    for number in date.dayNumber..<date.dayNumber + 80_000 {
      if date.dayNumber != number || CalendarDate(dayNumber: number) != date { wrong.append(number) }
      date = date.adding(days: 1)
    }
    #expect(wrong == [])
    #expect(date.description == "2119-01-11")
  }

  @Test func datesStayWithinTheirYears() {
    #expect(CalendarDate.earliest.description == "0001-01-01")
    #expect(CalendarDate.latest.description == "9999-12-31")
    #expect(CalendarDate.latest.adding(days: 1) == .latest && CalendarDate.earliest.adding(days: .min) == .earliest)
    #expect(day("2026-01-01").adding(days: .max) == .latest)
    #expect(day("2026-01-01").adding(months: .max).year == 9999)
    #expect(CalendarDate(dayNumber: 305) == nil && CalendarDate(dayNumber: 3_652_365) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-11-15", 3, "2027-02-15"), ("2026-01-15", -13, "2024-12-15"), ("2026-08-31", 0, "2026-08-31"),
  ])
  func monthsKeepTheDayWhereTheyHaveIt(date: String, months: Int, result: String) {
    #expect(day(date).adding(months: months).description == result)
  }

  @Test func monthsAreReadAndCounted() throws {
    let month = try #require(CalendarMonth("2026-02"))
    #expect(month.firstDay.description == "2026-02-01" && month.lastDay.description == "2026-02-28")
    #expect(month.adding(-2).description == "2025-12")
    #expect(month.months(to: month.adding(27)) == 27)
    for text in ["2026-13", "2026-00", "26-02", "2026-2", "2026/02", ""] { #expect(CalendarMonth(text) == nil) }
  }

  // MARK: Holidays

  @Test(arguments: [
    "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
    "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2079-04-23",
  ])
  func easterFallsOnItsDay(date: String) {
    #expect(CalendarDate.easter(of: day(date).year) == day(date))
  }

  @Test func easterIsASundayBetweenItsLimits() {
    for year in 1600...2600 {
      let easter = CalendarDate.easter(of: year)
      let (month, day) = (easter.month, easter.day)
      #expect(easter.weekday == 7 && easter.year == year)
      #expect((month == 3 && day >= 22) || (month == 4 && day <= 25), "\(year)")
    }
  }

  @Test func franceHasElevenHolidays() {
    #expect(
      CalendarDate.frenchPublicHolidays(of: 2026).map { String($0.description.dropFirst(5)) } == [
        "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25",
      ])
  }

  @Test(arguments: [1997, 2008])
  func twoHolidaysOnOneDayAreOneDay(year: Int) {
    #expect(CalendarDate.frenchPublicHolidays(of: year).count == 10)
  }

  // MARK: Working days

  @Test(arguments: [
    ("2026-04-30", 1, "2026-05-04"), ("2026-05-07", 1, "2026-05-11"), ("2026-12-24", 2, "2026-12-29"),
    ("2026-05-04", -1, "2026-04-30"), ("2026-05-02", 1, "2026-05-04"), ("2026-01-12", 10, "2026-01-26"),
    ("2026-05-01", 0, "2026-05-01"),
  ])
  func workingDaysSkipWeekendsAndHolidays(date: String, count: Int, result: String) {
    #expect(day(date).adding(workingDays: count).description == result)
  }

  @Test(arguments: 0..<100)
  func workingDaysAreCountedAsOneWouldByHand(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let start = day("1950-01-01").adding(days: Int.random(in: 0...40_000, using: &random))
    let end = start.adding(days: Int.random(in: 0...1200, using: &random))
    let holidays = Set((start.year...end.year + 1).flatMap { CalendarDate.frenchPublicHolidays(of: $0) })
    var (date, count) = (start, 0)
    while date < end {
      date = date.adding(days: 1)
      if date.weekday <= 5, !holidays.contains(date) { count += 1 }
    }
    #expect(start.workingDays(to: end) == count && end.workingDays(to: start) == -count, "seed \(seed)")
    #expect(start.workingDays(to: start.adding(workingDays: 17)) == 17, "seed \(seed)")
  }
}
