import FibreModel
import FibrePlanning
import Testing

@testable import FibreDeliverables

@Suite struct WayBackTests {
  private func wayBacks() throws -> [(visit: PlanVisit, way: WayBack, night: CheckedNight)] {
    let checked = try SampleMigration().checked
    return checked.nights.flatMap { night in
      night.night.visits.filter { $0.crew > 0 }.compactMap { visit in
        checked.network.rules.windows.first { $0.number == night.night.night }
          .map { (visit, WayBack(of: visit, in: $0, on: checked.network), night) }
      }
    }
  }

  @Test func everyCutIsTakenBackOnceInReverseOrder() throws {
    for (visit, way, _) in try wayBacks() {
      let cuts = visit.steps.filter { $0.action == .cut }
      let moves = way.tubes.flatMap(\.moves)
      #expect(moves.map(\.former.end) == cuts.reversed().map(\.a))
      #expect(moves.map { Optional($0.kept) } == cuts.reversed().map(\.b))
      let splices = Dictionary(
        uniqueKeysWithValues: visit.steps.filter { $0.action == .splice }.map { ($0.b, $0) })
      for move in moves {
        #expect(move.made?.end == splices[move.kept]?.a)
        #expect(move.made?.slot == splices[move.kept]?.slot)
      }
    }
  }

  @Test func theMinutesOfTheTubeInHandAreThoseOfTheProof() throws {
    for (_, way, night) in try wayBacks() {
      #expect(way.tubes.first?.minutes == night.rollBackMinutes)
      #expect(way.tubes.allSatisfy { $0.minutes <= way.reserveMinutes })
    }
  }

  @Test func aTubeBegunInTimeLeavesRoomForItsWayBackAndTheClosing() throws {
    for (visit, way, _) in try wayBacks() {
      #expect(way.plannedEndMinute == way.startMinute + visit.minutes)
      for tube in way.tubes {
        #expect(tube.startMinute <= tube.lastStartMinute)
        let latest = tube.lastStartMinute + tube.workMinutes
        #expect(latest == way.mustBeginMinute)
        #expect(latest + tube.minutes + 15 <= way.endMinute)
      }
      let work = way.tubes.reduce(0) { $0 + $1.workMinutes }
      #expect(work + 45 + 15 == visit.minutes)
    }
  }

  @Test func hoursRunPastMidnight() {
    #expect(Clock.text(0) == "00:00")
    #expect(Clock.text(1439) == "23:59")
    #expect(Clock.text(1500) == "01:00")
    #expect(Clock.text(-15) == "23:45")
  }

  @Test func aNightAfterMidnightNamesItsEve() throws {
    let date = try #require(CalendarDate(year: 2028, month: 3, day: 1))
    let early = WorkWindow(number: 1, date: date, startMinute: 0, minutes: 360, reserveMinutes: 60, crews: 1)
    #expect(early.nightText(.french) == "nuit du 29/02/2028 au 01/03/2028")
    var late = early
    late.startMinute = 1320
    #expect(late.nightText(.french) == nil)
    #expect(date.longText(.french) == "mercredi 1 mars 2028")
    #expect(try #require(CalendarDate(year: 2027, month: 1, day: 1)).previous?.description == "2026-12-31")
  }
}
