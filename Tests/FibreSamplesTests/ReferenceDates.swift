import Foundation
import Testing

/// Dates of the companions, by a calendar that is not ours: what the delivery says must be true of real days.
@Suite struct ReferenceDates {
  private let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The day of `2027-01-12`, or nothing where the calendar has no such day or the text is in another form.
  private func day(_ text: String?) -> Date? {
    let parts = (text ?? "").split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    let components = DateComponents(calendar: calendar, year: year, month: month, day: day)
    return components.isValidDate ? components.date : nil
  }

  @Test(
    arguments: [UInt64(1), 2],
    [("windows.csv", ["date"]), ("forbidden.csv", ["from", "to"]), ("acceptance.csv", ["acceptedOn"])])
  func everyDateIsInTheCalendar(seed: UInt64, columns: (file: String, names: [String])) {
    let rows = RecordedNetwork.of(seed: seed).delivery.companion(columns.file)
    #expect(!rows.isEmpty)
    for row in rows {
      for name in columns.names { #expect(day(row[name]) != nil, "\(columns.file): \(name) of \(row)") }
    }
  }

  @Test(arguments: [UInt64(1), 2]) func windowsAreNightsOfTuesdayToThursdayEachAfterTheOneBefore(seed: UInt64) {
    let rows = RecordedNetwork.of(seed: seed).delivery.companion("windows.csv")
    let days = rows.compactMap { day($0["date"]) }
    #expect(days.count == rows.count)
    // Sunday is 1.
    for day in days { #expect((3...5).contains(calendar.component(.weekday, from: day)), "\(day)") }
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    #expect(rows.compactMap { $0["window"].flatMap { Int($0) } } == Array(1...rows.count))
  }

  @Test(arguments: [UInt64(1), 2]) func noForbiddenPeriodEndsBeforeItStarts(seed: UInt64) throws {
    for row in RecordedNetwork.of(seed: seed).delivery.companion("forbidden.csv") {
      #expect(try #require(day(row["from"])) <= #require(day(row["to"])), "\(row)")
    }
  }

  @Test func daysThatDoNotExistAreNone() {
    for text in ["2027-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-1-05", "2027-01-32", ""] {
      #expect(day(text) == nil, "\(text)")
    }
    #expect(day("2028-02-29") != nil)
  }
}
