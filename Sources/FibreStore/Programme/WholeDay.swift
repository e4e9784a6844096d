import FibreModel

/// A day as version 2 of the tables has it: 20270112 for 12 January 2027.
enum WholeDay {
  static func number(_ date: CalendarDate) -> Int64 { Int64(date.year * 10_000 + date.month * 100 + date.day) }

  static func cell(_ date: CalendarDate?) -> Cell { date.map { .integer(number($0)) } ?? .null }

  /// The day of a number, or nothing when there is no such day.
  static func date(_ number: Int64) -> CalendarDate? {
    guard let number = Int(exactly: number), number > 0 else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

extension RowReader {
  /// A day written as a whole number.
  func wholeDay(_ column: Int32) throws -> CalendarDate {
    guard let date = WholeDay.date(integer(column)) else { throw damage(column) }
    return date
  }

  func optionalWholeDay(_ column: Int32) throws -> CalendarDate? { isNull(column) ? nil : try wholeDay(column) }
}
