import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct SpliceListTests {
  private let sample: SampleMigration
  private let lists: [SpliceList]

  init() throws {
    sample = try SampleMigration()
    lists = SpliceSheet(checked: sample.checked).lists
  }

  @Test(arguments: Language.allCases)
  func theCSVFilesAreTheGoldenOnes(language: Language) throws {
    for list in lists {
      try Golden.check(list.csv(language), "splices-\(list.night)-\(list.place).\(language.rawValue).csv")
    }
  }

  @Test func everyStepInATrayHasItsLine() throws {
    for (night, place) in [(1, "B1"), (2, "B1")] {
      let list = try #require(lists.first { $0.night == night && $0.place == place })
      let steps = sample.checked.nights[night - 1].night.visits.filter { $0.closure == place }.flatMap(\.steps)
      for (step, action) in [(PlanAction.splice, SpliceAction.splice), (.cut, .cut)] {
        let wanted = steps.filter { $0.action == step }.map { "\($0.cassette?.rawValue ?? "") \($0.slot ?? 0)" }
        let found = list.lines.filter { $0.action == action }.map { "\($0.cassette) \($0.slot ?? 0)" }
        #expect(Set(wanted) == Set(found))
        #expect(wanted.count == list.count(action))
      }
    }
  }

  @Test func aPositionIsListedOnceInOrderOfTrayAndSlot() {
    for list in lists where !list.isRoom {
      let positions = list.lines.map { [$0.cassette, String(1000 + ($0.slot ?? 0))] }
      #expect(Set(positions).count == positions.count)
      #expect(positions == positions.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func everyPositionOfATrayThatChangesIsListed() {
    for list in lists where !list.isRoom {
      for tray in list.crews.flatMap(\.trays) where tray != "K0" {
        #expect(list.lines.count { $0.cassette == tray } == 12)
      }
    }
  }

  @Test func untouchedTubesAreListedAsNotToBeTouched() throws {
    let first = try #require(lists.first { $0.night == 1 && $0.place == "B1" })
    let passages = first.lines.filter { $0.cassette == "K0" }
    #expect(passages.count == 24)
    #expect(passages.allSatisfy { $0.action == .leave && $0.joint == .joint(.passage) })
    #expect(passages.count { $0.state == .live } == 2)
  }

  @Test func theKeptFibreAndTheFarEndsAreThoseAfterTheMove() throws {
    let first = try #require(lists.first { $0.night == 1 && $0.place == "B1" })
    let line = try #require(first.lines.first { $0.action == .splice })
    #expect((line.a?.owner, line.b?.owner, line.before) == ("CAB-IT", "CAB-SF/2", "CAB-SF/1:1"))
    #expect((line.farEndA, line.farEndB) == ("TI-IT:1", "TI-FAR:1"))
    #expect((line.service, line.protects) == ("S-1", "S-4"))
  }

  @Test func aFieldThatHoldsTheSeparatorIsQuoted() {
    #expect(
      CSVText.line(["a;b", "say \"hi\"", "two\nlines", "plain", ""])
        == "\"a;b\";\"say \"\"hi\"\"\";\"two\nlines\";plain;\n")
  }

  @Test func everyRecordHasAFieldForEachColumn() {
    for list in lists {
      for line in list.csv(.french).split(separator: "\n") {
        #expect(line.split(separator: ";", omittingEmptySubsequences: false).count == 36)
        #expect(line.hasSuffix(";;;;;") || line.hasSuffix("remark"))
      }
    }
  }

  @Test func theWorkbookIsTheGoldenOneInItsParts() throws {
    let list = try #require(lists.first)
    let bytes = try package(list).workbook()
    for part in [
      "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml",
      "docProps/core.xml",
    ] {
      guard let text = try Archive.part(part, of: bytes) else { return }
      try Golden.check(text, "splices-1-B1.fr.xlsx/\(part)")
    }
  }

  @Test func filesAreTheSameEachTime() throws {
    for list in lists {
      #expect(try package(list).workbook() == package(list).workbook())
      #expect(try package(list).pdf() == package(list).pdf())
    }
  }

  private func package(_ list: SpliceList) -> ClosurePackage {
    ClosurePackage(list, on: sample.network, date: 1_799_712_000, .french)
  }

  @Test func slotsAreCountedInThePlural() {
    #expect(SlotState.free.label(.french, count: 1) == "libre" && SlotState.free.label(.french, count: 4) == "libres")
    #expect(
      SlotState.live.label(.french, count: 4) == "en service" && SlotState.free.label(.english, count: 4) == "free")
  }
}
