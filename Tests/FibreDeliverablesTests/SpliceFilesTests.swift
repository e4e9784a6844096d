import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct SpliceFilesTests {
  private let sheet: SpliceSheet

  init() throws { sheet = SpliceSheet(checked: try SampleMigration().checked) }

  @Test func everyListIsAFileInEachFormAskedFor() throws {
    let names = try sheet.deliverables(in: .french, formats: [.csv, .pdf]).map(\.name)
    #expect(
      names == [
        "splices-night-01-B1.csv", "splices-night-01-B1.pdf", "patching-night-01-ITA.csv",
        "patching-night-01-ITA.pdf", "patching-night-01-SFO.csv", "patching-night-01-SFO.pdf",
        "splices-night-02-B1.csv", "splices-night-02-B1.pdf", "night-01.pdf", "night-02.pdf",
      ])
  }

  @Test(arguments: [("B1", nil, 2), (nil, 1, 3), ("B1", 2, 1), ("NOWHERE", nil, 0)] as [(String?, Int?, Int)])
  func aPlaceAndANightNarrowTheFiles(place: String?, night: Int?, count: Int) throws {
    #expect(try sheet.deliverables(in: .french, formats: [.csv], place: place, night: night).count == count)
    #expect(sheet.places == ["B1", "ITA", "SFO"])
  }

  @Test(arguments: Language.allCases)
  func theOverviewAddsUpToTheLists(language: Language) throws {
    let rows = sheet.summaryTable(language).rows
    let total = try #require(rows.last)
    #expect(rows.count == sheet.lists.count + 1)
    for column in total.indices {
      guard let sum = total[column].number else { continue }
      #expect(rows.dropLast().reduce(0) { $0 + ($1[column].number ?? 0) } == sum, "column \(column)")
    }
    #expect(total.contains { $0.number == Double(sheet.lists.reduce(0) { $0 + $1.lines.count }) })
  }

  @Test func theOverviewHoldsEveryLineOfEveryList() throws {
    let file = try sheet.overview(in: .french)
    #expect(try file == sheet.overview(in: .french))
    guard let lines = try Archive.part("xl/worksheets/sheet2.xml", of: file.bytes) else { return }
    // Title, revision, a blank row and the headings stand above the lines.
    #expect(lines.components(of: "<row ") == 3 + sheet.lists.reduce(0) { $0 + $1.lines.count })
    guard let sums = try Archive.part("xl/worksheets/sheet1.xml", of: file.bytes) else { return }
    #expect(sums.contains("orientation=\"landscape\""))
    #expect(sums.contains("<pane "))
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
