import FibreDiagrams
import FibreModel
import FibrePlanning
import FibreTestSupport
import Foundation
import Testing

@testable import FibreDeliverables

@Suite struct ClosurePackageTests {
  private static let date = 1_799_712_000
  static let longSuffix = "-SYNDICAT-MIXTE-D-AMÉNAGEMENT-NUMÉRIQUE-DE-LA-SOMME-ET-DES-COMMUNES-ASSOCIÉES"

  private func pages(_ list: SpliceList, _ network: Network, _ language: Language) throws -> (
    canvas: PDFCanvas, pages: [[PDFMark]]
  ) {
    let package = ClosurePackage(list, on: network, date: Self.date, language)
    let canvas = try PDFCanvas(width: 841.89, height: 595.276, title: "", date: Self.date)
    return (canvas, try package.pages(on: canvas))
  }

  /// Every text has the room that it needs, and everything lies on the page.
  private func expectWhole(_ list: SpliceList, _ network: Network, _ language: Language) throws {
    let (canvas, pages) = try pages(list, network, language)
    for mark in pages.joined() {
      switch mark {
      case .text(let text, let style, let x, let y, let width, let height):
        #expect(canvas.height(of: text, style: style, width: width) <= height + 0.5, "cut off: \(text)")
        #expect(x >= 27.9 && x + width <= 814 && y >= 27.9 && y + height <= 563.4, "\(text)")
      case .drawing(let drawing, let x, let y):
        let paper = Frame(x: 0, y: 0, width: 841.89, height: 595.276)
        for mark in drawing.marks {
          var frame = mark.bounds
          (frame.x, frame.y) = (frame.x + x, frame.y + y)
          #expect(paper.contains(frame), "\(mark)")
        }
      case .fill, .frame: continue
      }
    }
  }

  @Test(arguments: Language.allCases) func nothingIsCutOffAt574SplicesInOneBox(language: Language) throws {
    let wide = try WideMigration(pairs: 287)
    #expect(wide.list.count(.splice) == 574)
    try expectWhole(wide.list, wide.network, language)
  }

  @Test(arguments: Language.allCases) func nothingIsCutOffWithLongNames(language: Language) throws {
    let wide = try WideMigration(pairs: 30, suffix: Self.longSuffix)
    try expectWhole(wide.list, wide.network, language)
  }

  @Test func aBoxWithoutPositionAndAddressHasAPackage() throws {
    let lone = try WideMigration(pairs: 1, isPlaced: false)
    try expectWhole(lone.list, lone.network, .french)
    let facts = try #require(lone.list.facts)
    #expect(facts.access.position == nil && facts.access.streets.isEmpty)
  }

  @Test(arguments: [0, 1]) func noTextOfTheCoverLiesOnAnother(long: Int) throws {
    let wide = try WideMigration(pairs: 30, suffix: long == 1 ? Self.longSuffix : "")
    let facts = try #require(wide.list.facts)
    let box = try #require(wide.network.box(named: wide.list.place))
    let cover = try CoverPage(
      list: wide.list, facts: facts, mark: RevisionMark(of: wide.list),
      sketch: PlaceSketch(wide.network, box, .french), language: .french
    ).drawing()
    let texts = cover.marks.compactMap { mark -> DrawnText? in
      if case .text(let text) = mark { text } else { nil }
    }
    for (rank, text) in texts.enumerated() {
      for other in texts[(rank + 1)...] {
        let (a, b) = (Self.core(text.frame), Self.core(other.frame))
        #expect(!a.overlaps(b), "“\(text.text)” and “\(other.text)”")
      }
    }
  }

  private static func core(_ frame: Frame) -> Frame {
    Frame(x: frame.x, y: frame.y + frame.height * 0.2, width: frame.width, height: frame.height * 0.6)
  }

  @Test func everyStepOfThePlanStandsOnceOnItsSheet() throws {
    let wide = try WideMigration(pairs: 10)
    let sample = try SampleMigration()
    for checked in [wide.checked, sample.checked] {
      let lists = SpliceSheet(checked: checked).lists
      for night in checked.plan.nights {
        for visit in night.visits {
          let list = try #require(lists.first { $0.night == night.night && $0.place == visit.closure })
          for step in visit.steps { #expect(Self.lines(of: step, in: list) == 1, "\(step)") }
        }
      }
    }
  }

  /// How many printed lines tell a step to do what it asks for.
  private static func lines(of step: PlanStep, in list: SpliceList) -> Int {
    if step.action == .open { return list.tubesToOpen.count { $0.section == step.a.owner } }
    let printed = PrintedLine.fold(list.lines).filter { $0.first.action != .leave }
    return printed.count { line in
      guard line.lines.count == 1 else { return false }
      let (first, ends) = (
        line.first, [line.first.a, line.first.b].compactMap { $0.map { "\($0.owner):\($0.number)" } }
      )
      switch step.action {
      case .cut:
        return first.cassette == step.cassette?.rawValue && first.slot == step.slot && first.action == .cut
          && first.before == step.b?.description
      case .park:
        return first.cassette == step.cassette?.rawValue && first.slot == step.slot
          && ends.contains(step.a.description) && first.joint == .joint(.parked)
      case .splice:
        return first.cassette == step.cassette?.rawValue && first.slot == step.slot
          && [.splice, .move].contains(first.action) && ends == [step.a.description, step.b?.description ?? ""]
      case .patch, .unpatch:
        return ends == [step.a.description, step.b?.description ?? ""]
          && first.action == (step.action == .patch ? .patch : .unpatch)
      case .open: return false
      }
    }
  }

  @Test func whatIsFoldedOnPaperStillTellsEveryPosition() throws {
    let sample = try SampleMigration()
    for list in SpliceSheet(checked: sample.checked).lists where !list.isRoom {
      let printed = PrintedLine.fold(list.lines)
      #expect(printed.flatMap(\.lines) == list.lines)
      #expect(printed.allSatisfy { $0.lines.count == 1 || $0.lines.allSatisfy { $0.action == .leave } })
      #expect(printed.count < list.lines.count)
    }
    #expect(
      PrintedLine.ranges(["TI-1:3", "TI-1:1", "", "TI-1:2", "X", "TI-2:9", "X"]) == "TI-1:1–3, X, TI-2:9")
  }

  @Test func everyColourIsNamedWhereSomethingIsDone() throws {
    let list = try WideMigration(pairs: 6).list
    let table = list.workTable(.french)
    for (line, row) in zip(PrintedLine.fold(list.lines), table.rows) where line.first.action != .leave {
      guard let glass = line.first.a?.glass else { continue }
      #expect(row[3].text == "T\(glass.tube) \(glass.tubeMark.label(.french))")
      #expect(row[4].text.hasSuffix(glass.fibreMark.label(.french)))
      #expect(row[13].isBox)
    }
  }

  @Test func theMarkChangesWithTheWorkAndNotWithTheLanguage() throws {
    let (one, other) = (try WideMigration(pairs: 3), try WideMigration(pairs: 4))
    #expect(RevisionMark(of: one.list).text != RevisionMark(of: other.list).text)
    #expect(RevisionMark(of: one.list).text.hasPrefix("R3-N1-B1-"))
    #expect(RevisionMark(of: one.list) == RevisionMark(of: one.list))
  }

  /// A finder pattern stands in three corners, and the quiet zone is white (ISO/IEC 18004, 6.3.3).
  @Test func theCodeHasItsThreeFinders() throws {
    let code = try RevisionMark(of: WideMigration(pairs: 3).list).code(side: 100)
    let dark = code.marks.dropFirst().map(\.bounds)
    let module = try #require(dark.map(\.height).min())
    let (low, high) = (4 * module, 100 - 4 * module)
    #expect(
      dark.allSatisfy {
        $0.x >= low - 0.01 && $0.right <= high + 0.01 && $0.y >= low - 0.01 && $0.bottom <= high + 0.01
      })
    for (x, y) in [(low, low), (high - 7 * module, low), (low, high - 7 * module)] {
      #expect(dark.contains { abs($0.x - x) < 0.01 && abs($0.y - y) < 0.01 && abs($0.width - 7 * module) < 0.01 })
    }
  }

  @Test(arguments: Language.allCases) func theTextOfAPackageIsAsLookedAt(language: Language) throws {
    let sample = try SampleMigration()
    let sheet = SpliceSheet(checked: sample.checked)
    let files = try sheet.deliverables(in: language, formats: [.pdf], night: 2)
    for file in files {
      guard let text = try Archive.text(ofPDF: file.bytes) else { return }
      try Golden.check(text, "\(file.name.dropLast(4)).\(language.rawValue).txt")
    }
  }
}
