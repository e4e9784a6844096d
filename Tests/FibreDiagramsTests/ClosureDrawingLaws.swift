import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDiagrams

@Suite struct ClosureDrawingLaws {
  /// A box with three cables of random modulos, and fibres joined, parked or left free at random.
  static func randomBox(seed: UInt64, fibres: Int = 24, joints: Int = 12) throws -> Network {
    var random = SeededGenerator(seed: seed)
    let modulos = (0..<3).map { _ in [4, 6, 12].randomElement(using: &random) ?? 12 }
    var lines = [
      "pop A ─ X:\(fibres):\(modulos[0]) ─ bpe B ─ Y:\(fibres):\(modulos[1]) ─ pop C",
      "bpe B ─ Z:\(fibres):\(modulos[2]) ─ pop D",
    ]
    var free = Dictionary(uniqueKeysWithValues: ["X", "Y", "Z"].map { ($0, Array(1...fibres)) })
    for _ in 0..<Int.random(in: 0...joints, using: &random) {
      let names = ["X", "Y", "Z"].shuffled(using: &random)
      guard let a = free[names[0]]?.first, let b = free[names[1]]?.first else { continue }
      let count = Int.random(in: 1...6, using: &random)
      let length = min(count, free[names[0]]?.count ?? 0, free[names[1]]?.count ?? 0)
      let verb = ["splice", "passage", "mechanical"].randomElement(using: &random) ?? "splice"
      let isCrossed = Bool.random(using: &random) && length > 1
      let second =
        isCrossed ? (b..<b + length).reversed().map { "\($0)" }.joined(separator: ",") : "\(b)-\(b + length - 1)"
      lines.append("\(verb) B \(names[0]).\(a)-\(a + length - 1) = \(names[1]).\(second)")
      free[names[0]]?.removeFirst(length)
      free[names[1]]?.removeFirst(length)
      if let parked = free[names[2]]?.popLast() { lines.append("park B \(names[2]).\(parked)") }
    }
    return try sketch(lines.joined(separator: "\n"))
  }

  private func drawing(seed: Int) throws -> ClosureDrawing {
    let network = try Self.randomBox(seed: UInt64(seed), fibres: seed % 3 == 0 ? 144 : 24, joints: seed % 3 * 30 + 12)
    return ClosureDrawing(ClosureContents(network, try #require(network.box(named: "B"))), .french)
  }

  @Test(arguments: 0..<60) func everyFibreStandsOnOneRowOfOnePage(seed: Int) throws {
    let drawing = try drawing(seed: seed)
    let shown = drawing.pages.flatMap { $0.left + $0.right }.flatMap { Array($0.rows) }
    #expect(shown.count == Set(shown).count, "seed \(seed)")
    #expect(Set(shown) == Set(drawing.rows.rows.indices), "seed \(seed)")
    for leg in drawing.rows.fates.legs.indices {
      let numbers = drawing.rows.rows.filter { $0.leg == leg }.flatMap { Array($0.numbers) }
      #expect(numbers == Array(1...drawing.rows.fates.legs[leg].section.fibreCount), "seed \(seed)")
    }
  }

  /// What a row tells must hold for each of its fibres: its partner is that of its first one, counted on.
  @Test(arguments: 0..<60) func aRowTellsTheTruthOfEachOfItsFibres(seed: Int) throws {
    let rows = try drawing(seed: seed).rows
    for row in rows.rows {
      let fates = row.numbers.map { rows.fates.before[row.leg][$0 - 1] }
      for fate in fates where !row.isFolded {
        guard let first = fates.first?.meetings.first else {
          #expect(fate.meetings.isEmpty, "seed \(seed)")
          continue
        }
        let step = fates.firstIndex(of: fate) ?? 0
        let meeting = try #require(fate.meetings.first, "seed \(seed)")
        #expect(meeting.partner.leg == first.partner.leg && meeting.kind == first.kind)
        #expect(meeting.partner.number == first.partner.number + (row.isReversed ? -step : step), "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<60) func nothingOverlapsAndNothingLeavesThePage(seed: Int) throws {
    for page in try drawing(seed: seed).drawings { expectLegible(page, "seed \(seed)") }
  }

  /// Joined rows are on one page, or a line says where the partner is.
  @Test(arguments: 0..<60) func noJointIsLost(seed: Int) throws {
    let drawing = try drawing(seed: seed)
    for page in drawing.pages.indices {
      let shown = Set((drawing.pages[page].left + drawing.pages[page].right).flatMap { Array($0.rows) })
      let texts = ClosureCanvas(drawing, page: page, .asIs).painted().texts
      for row in shown {
        let line = drawing.rows.rows[row]
        for meeting in line.numbers.flatMap({ drawing.rows.fates.before[line.leg][$0 - 1].meetings }) {
          let partner = drawing.rows.rowOf[meeting.partner.leg][meeting.partner.number - 1]
          let isTold = shown.contains(partner) || texts.contains { $0.hasPrefix("dessin ") && $0.contains(" F") }
          #expect(isTold, "seed \(seed)")
        }
      }
    }
  }

  @Test func beforeAndAfterHaveTheSameLayout() throws {
    let pages = try #require(smallClosures().first { $0.name == "closure-night" }).pages
    #expect(pages.count == 2)
    let frames = pages.map { page in
      page.marks.compactMap { mark -> Frame? in
        if case .box(let frame, _, let pen) = mark, pen != nil, frame.y >= ClosureGrid.top { frame } else { nil }
      }
    }
    #expect(frames[0] == frames[1])
    #expect(!frames[0].isEmpty)
  }

  @Test func keptCutAndNewAreToldApartWithoutColour() {
    let pens = [ClosurePens.kept, ClosurePens.mechanical, ClosurePens.folded, ClosurePens.passage, ClosurePens.cut]
    let looks = (pens + [ClosurePens.new]).map { "\($0.width) \($0.dash)" }
    #expect(Set(looks).count == looks.count)
  }

  @Test func changedFibresStandAloneAndOthersAreFolded() throws {
    let network = try smallNetwork()
    let box = try #require(network.box(named: "B1"))
    let plain = ClosureRows(ClosureFates(box, before: network, after: network), foldsSplices: false)
    let first = try #require(plain.rows.first { $0.leg == 0 })
    #expect(first.numbers == 1...8)
    let pages = try #require(smallClosures().first { $0.name == "closure-night" }).pages
    let texts = try #require(pages.first).texts
    for number in 1...4 { #expect(texts.contains { $0.hasPrefix("F\(number)·\(number) ") }) }
    #expect(texts.contains("F5–F8"))
  }

  @Test(arguments: Language.allCases) func theDrawingsAreAsLookedAt(language: Language) throws {
    for closure in try smallClosures(language) {
      try Golden.check(Drawing.svg(closure.pages, title: closure.name), "\(closure.name)-\(language.rawValue).svg")
    }
  }

  @Test func aBoxWithoutAPlaceIsDrawnFromItsJoints() throws {
    var builder = try sketchBuilder("pop A ─ X:12 ─ bpe B ─ Y:12 ─ pop C\nsplice B X.1-6 = Y.1-6")
    let added = builder.add(Box(code: Code("LONE"), kind: .spliceClosure, housing: .unknown, node: nil))
    let lone = try #require(added)
    let network = builder.build()
    let drawing = ClosureDrawing(ClosureContents(network, lone), .english)
    #expect(drawing.drawings.count == 1)
    expectLegible(try #require(drawing.drawings.first), "lone box")
  }
}

extension Drawing {
  /// The texts in the order of painting.
  var texts: [String] {
    marks.compactMap { if case .text(let text) = $0 { text.text } else { nil } }
  }
}

/// Everything lies in the page, and no two texts cover one another.
func expectLegible(
  _ page: Drawing, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
) {
  let paper = Frame(x: 0, y: 0, width: page.width, height: page.height)
  for mark in page.marks {
    #expect(paper.contains(mark.bounds), "\(comment): \(mark)", sourceLocation: sourceLocation)
  }
  let texts = page.marks.compactMap { mark -> DrawnText? in if case .text(let text) = mark { text } else { nil } }
  for (rank, text) in texts.enumerated() {
    for other in texts[(rank + 1)...] where text.frame.lettersOverlap(other.frame) {
      Issue.record("\(comment): “\(text.text)” and “\(other.text)” overlap", sourceLocation: sourceLocation)
    }
  }
}

extension Frame {
  /// Whether letters touch: lines may come as close as their long letters allow.
  fileprivate func lettersOverlap(_ other: Frame) -> Bool {
    let core = { (frame: Frame) in
      Frame(x: frame.x, y: frame.y + frame.height * 0.2, width: frame.width, height: frame.height * 0.6)
    }
    return core(self).overlaps(core(other))
  }
}
