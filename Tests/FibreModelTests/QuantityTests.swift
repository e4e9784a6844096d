import FibreModel
import Testing

@Suite struct QuantityTests {
  @Test func aLossOverALengthIsRoundedOncePerSection() {
    let attenuation = Attenuation(decibelsPerKilometre: 0.35)
    #expect(attenuation.over(Length(metres: 1000)) == Loss(microdecibels: 350_000))
    #expect(attenuation.over(Length(millimetres: 1)) == .zero)
    #expect(attenuation.over(Length(millimetres: 2)) == Loss(microdecibels: 1))
  }

  @Test func sumsOfLengthsAreExactInAnyOrder() {
    let parts = (1...1000).map { Length(metres: 0.1 * Double($0)) }
    let forwards = parts.reduce(.zero, +)
    let backwards = parts.reversed().reduce(.zero, +)
    #expect(forwards == backwards)
    #expect(forwards == Length(millimetres: 50_050_000))
  }

  @Test(arguments: [(0.0005, 0), (0.0015, 2), (0.0025, 2), (-0.0015, -2)])
  func metresRoundToTheNearestEvenMillimetre(metres: Double, millimetres: Int64) {
    #expect(Length(metres: metres).millimetres == millimetres)
  }

  @Test func aLineIsAsLongAsItsSegments() {
    let line = Polyline([Point(x: 0, y: 0), Point(x: 3000, y: 4000), Point(x: 3000, y: 5000)])
    #expect(line.length == Length(metres: 6))
    #expect(Polyline([Point(x: 1, y: 1)]).length == .zero)
  }
}

@Suite struct CalendarDateTests {
  @Test func dayNumbersCountEveryDayOnce() throws {
    var expected = try #require(CalendarDate(year: 1999, month: 12, day: 31)).dayNumber
    for year in 2000...2030 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          expected += 1
          #expect(date.dayNumber == expected, "\(date)")
        }
      }
    }
  }

  @Test func aLeapDayExistsInLeapYearsOnly() {
    #expect(CalendarDate(year: 2028, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2027, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func theFirstNightIsATuesday() throws {
    #expect(try #require(CalendarDate("2027-01-12")).weekday == 2)
  }

  @Test(arguments: ["", "2027", "2027-1-12", "12/01/2027", "2027-13-01", "2027-01-32", "27-01-12", "2027-01-12-3"])
  func otherTextIsNoDate(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func aTimeOfDayMayFollow() {
    #expect(CalendarDate("2015-06-08 00:00:00")?.description == "2015-06-08")
  }
}

@Suite struct ColourCodeTests {
  @Test(arguments: ColourCode.allCases)
  func everyCodeHasTwelveColoursOnceEach(code: ColourCode) {
    #expect(code.colours.count == 12)
    #expect(Set(code.colours).count == 12)
    #expect(!code.colours.contains(.transparent))
  }

  @Test func fotagIsTheOrderOfTIA598AndNotThatOfOrange() {
    #expect(ColourCode.fotag.colours[3] == .brown)
    #expect(ColourCode.orange.colours[3] == .yellow)
  }

  @Test func ringsCountTheDozensBefore() {
    #expect(ColourCode.orange.tubeMark(rank: 12) == ColourMark(colour: .pink, rings: 0))
    #expect(ColourCode.orange.tubeMark(rank: 13) == ColourMark(colour: .red, rings: 1))
    #expect(ColourCode.orange.tubeMark(rank: 36) == ColourMark(colour: .pink, rings: 2))
  }

  @Test func aBlackRingOnBlackIsDrawnOnATransparentFibre() {
    #expect(ColourCode.orange.fibreMark(rank: 22) == ColourMark(colour: .transparent, rings: 1))
    #expect(ColourCode.orange.fibreMark(rank: 10) == ColourMark(colour: .black, rings: 0))
  }
}
