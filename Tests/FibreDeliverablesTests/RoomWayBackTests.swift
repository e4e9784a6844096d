import FibreModel
import FibrePlanning
import Testing

@testable import FibreDeliverables

@Suite struct RoomWayBackTests {
  private func wayBacks() throws -> [(visit: PlanVisit, way: RoomWayBack, lists: [SpliceList])] {
    let checked = try SampleMigration().checked
    let lists = SpliceSheet(checked: checked).lists
    return checked.plan.nights.flatMap { night in
      night.visits.filter { $0.crew == 0 }.compactMap { visit in
        let window = checked.network.rules.windows.first { $0.number == night.night }
        return window.map {
          let way = RoomWayBack(of: visit, on: night, in: $0, moves: checked.plan.services, on: checked.network)
          return (visit, way, lists.filter { $0.night == night.night && $0.place == visit.closure })
        }
      }
    }
  }

  @Test func everyCordOfARoomIsTakenBackOnceByTheOppositeDeed() throws {
    let all = try wayBacks()
    #expect(!all.isEmpty)
    for (visit, way, _) in all {
      let cords = way.parts.flatMap(\.cords)
      #expect(cords.count == visit.steps.count)
      for step in visit.steps {
        let opposite: PlanAction = step.action == .patch ? .unpatch : .patch
        #expect(cords.count { $0.action == opposite && $0.a == step.a && $0.b == step.b } == 1, "\(step)")
      }
    }
  }

  @Test func whatWasDoneLastIsTakenBackFirst() throws {
    for (visit, way, _) in try wayBacks() {
      for part in way.parts {
        let ranks = part.cords.compactMap { cord in visit.steps.firstIndex { $0.a == cord.a && $0.b == cord.b } }
        #expect(ranks == ranks.sorted(by: >))
      }
    }
  }

  @Test func theCordsOfEachTubeGoBackWithinTheReserve() throws {
    for (_, way, lists) in try wayBacks() {
      #expect(way.parts.allSatisfy { $0.tube != nil && $0.minutes <= way.reserveMinutes })
      #expect(try #require(way.goNoGoMinute) < way.mustBeginMinute)
      #expect(lists.map(\.roomWayBack) == [way])
    }
  }

  @Test(arguments: Language.allCases) func theListOfARoomShowsItsWayBack(language: Language) throws {
    for (_, way, lists) in try wayBacks() {
      let list = try #require(lists.first)
      let report = list.report(language, isPrinted: true, date: 1)
      let table = try #require(report.sections.last?.table)
      #expect(table.rows.count == way.parts.reduce(0) { $0 + $1.cords.count })
      #expect(table.bands.count == way.parts.count)
      #expect(report.facts.contains { $0.value == Clock.text(way.mustBeginMinute) })
    }
  }
}
