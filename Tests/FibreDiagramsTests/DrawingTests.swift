import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDiagrams

@Suite struct DrawingTests {
  @Test(arguments: 0..<200) func aBrokenTextKeepsEveryLetterAndFits(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = Array("abcÉ-/:,· WM01→") + Array("    ")
    let text = String(
      (0..<Int.random(in: 0...80, using: &random)).map { _ in letters.randomElement(using: &random) ?? "x" })
    let width = Double.random(in: 12...90, using: &random)
    let lines = TextWrap.lines(text, width: width, size: 7, isBold: seed % 2 == 0)
    let bare = { (text: String) in text.filter { $0 != " " } }
    #expect(bare(lines.joined()) == bare(text), "seed \(seed)")
    for line in lines {
      #expect(FontWidths.width(of: line, size: 7, isBold: seed % 2 == 0) <= width || line.count == 1, "seed \(seed)")
    }
  }

  @Test func textsStandWhereTheyWouldInTheFont() {
    // Advances of DejaVu Sans 2.37 in 2048ths: A 1401, é 1260; bold 1585.
    #expect(FontWidths.width(of: "Aé", size: 2048) == 2661)
    #expect(FontWidths.width(of: "A", size: 2048, isBold: true) == 1585)
  }

  @Test func aDrawingInXMLHoldsNothingThatXMLForbids() {
    var drawing = Drawing(width: 100, height: 50)
    drawing.add(.text(DrawnText("<&>\"\u{1}\n\u{FFFE}", Spot(1.005, -2), size: 6)))
    drawing.add(.line([Spot(0, 0), Spot(10.126, 5)], Pen(0xff, 0.5, .dashed)))
    let svg = Drawing.svg([drawing, drawing], title: "a & b")
    #expect(svg.contains("&lt;&amp;&gt;&quot;\u{FFFD} \u{FFFD}</text>"))
    #expect(
      svg.contains(
        "d=\"M0 0L10.13 5\" fill=\"none\" stroke=\"#0000ff\" stroke-width=\"0.5\" stroke-dasharray=\"2 1.25\""))
    #expect(svg.contains("translate(0 62)"))
  }

  @Test func figuresHaveNoMoreDecimalsThanNeeded() {
    #expect([0, -0.001, 1.5, -12.04, 3.999].map(Drawing.figure) == ["0", "0", "1.5", "-12.04", "4"])
  }

  @Test(arguments: Language.allCases) func aSketchIsAsLookedAt(language: Language) throws {
    let network = try smallNetwork()
    let sketch = PlaceSketch(network, try #require(network.box(named: "B1")), language).drawing(width: 260, height: 360)
    try Golden.check(Drawing.svg([sketch], title: "B1"), "sketch-\(language.rawValue).svg")
    expectLegible(sketch, "sketch")
  }

  @Test func aSketchOfAPlaceWithoutPositionSaysSo() throws {
    let network = try sketch("pop A ─ X:12 ─ bpe B ─ Y:12 ─ pop C\nsplice B X.1-6 = Y.1-6")
    let drawing = PlaceSketch(network, try #require(network.box(named: "B")), .english).drawing(width: 200, height: 300)
    #expect(drawing.texts.contains { $0.contains("no map") })
    expectLegible(drawing, "no position")
  }

  @Test func aSketchWithMoreNeighboursThanRoomCountsTheRest() throws {
    var lines = ["at B 650000 6976000"]
    for number in 1...40 {
      lines.append("at P\(number) \(650_000 + number * 40) \(6_976_000 + (number % 7) * 90)")
      lines.append("bpe B ─ C\(number):12@500 ─ pop P\(number)")
    }
    let network = try sketch(lines.joined(separator: "\n"))
    let drawing = PlaceSketch(network, try #require(network.box(named: "B")), .french).drawing(width: 260, height: 300)
    #expect(drawing.texts.contains { $0.hasPrefix("et ") && $0.hasSuffix("voir les câbles") })
    expectLegible(drawing, "40 neighbours")
  }

  @Test(arguments: [1700, 6000]) func theHoursOfALongWindowDoNotTouch(end: Int) {
    let line = NightTimeline.Line(name: "Équipe 1", bars: [], goNoGo: nil, wayBackBy: end - 75)
    let drawing = NightTimeline(start: 0, end: end, lines: [line]).drawing(width: 785, .french)
    expectLegible(drawing, "until minute \(end)")
    #expect(drawing.texts.count { $0.hasSuffix(":00") } > 2)
  }

  @Test(arguments: [1, 3, 30]) func aNightOfAnyNumberOfCrewsFitsOnAPage(crews: Int) {
    let lines = (1...crews).map { crew in
      NightTimeline.Line(
        name: "Équipe \(crew) · BPE-UN-NOM-BIEN-LONG-\(crew)",
        bars: [
          .init(.setup, start: 1320, minutes: 45), .init(.tube, start: 1365, minutes: 60, label: "CAB-1 T1"),
          .init(.close, start: 1425, minutes: 15),
        ], goNoGo: 1500, wayBackBy: 1600)
    }
    let drawing = NightTimeline(start: 1320, end: 1700, lines: lines).drawing(width: 785, .french)
    #expect(drawing.height < 500)
    expectLegible(drawing, "\(crews) crews")
    #expect(drawing.texts.contains("00:00"))
  }
}
