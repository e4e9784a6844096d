import FibreDiagrams
import FibreModel
import FibreProgramme
import FibreSamples
import FibreTestSupport
import Testing

@testable import FibreDeliverables

/// Charts of a programme: nothing leaves the paper, no two texts touch, and each has its date and source.
@Suite struct ProgrammeChartTests {
  private static let date = CalendarDate("2026-10-31") ?? .latest

  private static func review(_ sample: SampleProgramme, upTo date: CalendarDate = date) throws -> ProgrammeReview {
    var history = AddressHistory()
    for snapshot in sample.snapshots { _ = history.add(snapshot) }
    return try ProgrammeReview(of: sample.programme, history, on: date)
  }

  /// Outlines of squares around the places of a programme, and of one commune that is not in it.
  private static func squares(_ programme: Programme) -> Geography {
    let places =
      programme.places + [
        Programme.Place(code: "80001", name: "X", centre: Point(metresEast: 640_000, metresNorth: 6_990_000))
      ]
    let outlines = places.map { place in
      let corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)].map { east, north in
        Point(x: place.centre.x + Int64(east) * 2_000_000, y: place.centre.y + Int64(north) * 2_000_000)
      }
      return CommuneOutline(code: place.code, name: place.name, area: Area([[corners]]))
    }
    let communes = places.map { Commune(code: $0.code, name: $0.name, department: "80", intercommunality: "") }
    return Geography(date: date, communes: communes, outlines: outlines)
  }

  private static func texts(_ drawing: Drawing) -> [DrawnText] {
    drawing.marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  private func expectLegible(_ drawing: Drawing, _ name: String) {
    let paper = Frame(x: 0, y: 0, width: drawing.width, height: drawing.height)
    for mark in drawing.marks { #expect(paper.contains(mark.bounds), "\(name): \(mark)") }
    let texts = Self.texts(drawing)
    for (offset, text) in texts.enumerated() {
      for other in texts[(offset + 1)...] {
        #expect(!text.frame.overlaps(other.frame), "\(name): \(text.text) / \(other.text)")
      }
    }
  }

  @Test(arguments: 1...2, Language.allCases)
  func everyChartIsLegible(seed: Int, language: Language) throws {
    let sample = SampleProgramme(seed: UInt64(seed))
    let review = try Self.review(sample)
    for geography in [nil, Self.squares(sample.programme)] {
      let charts = ProgrammeCharts(review, geography: geography)
      for kind in ProgrammeCharts.Kind.allCases {
        let drawing = charts.drawing(kind, language, width: 785, height: 430)
        expectLegible(drawing, "\(kind.rawValue) of \(seed)")
        let all = Self.texts(drawing).map(\.text).joined(separator: " ")
        #expect(all.contains(language == .french ? "31/10/2026" : "2026-10-31") && all.contains("IPE_RIP80_20261031"))
        #expect(all.contains("fictives"))
      }
    }
    expectLegible(CounterChart(review, language).drawing(width: 785, height: 138), "counters of \(seed)")
  }

  /// Early in the programme there is next to nothing to draw.
  @Test(arguments: ["2023-01-31", "2023-06-15", "2024-12-31", "2025-08-10"])
  func chartsOfEveryAgeAreLegible(day: String) throws {
    let review = try Self.review(SampleProgramme(seed: 1), upTo: #require(CalendarDate(day)))
    for kind in ProgrammeCharts.Kind.allCases {
      expectLegible(ProgrammeCharts(review).drawing(kind, .french, width: 785, height: 330), "\(kind.rawValue) \(day)")
    }
    #expect(try CommitteePack(review).pdf(in: .french).count > 10_000)
  }

  @Test func aProgrammeWithoutAnythingHasChartsAndPages() throws {
    let review = try ProgrammeReview(of: Programme(name: "Rien"), AddressHistory(), on: Self.date)
    for kind in ProgrammeCharts.Kind.allCases {
      expectLegible(ProgrammeCharts(review).drawing(kind, .french, width: 785, height: 430), kind.rawValue)
    }
    #expect(try CommitteePack(review).pdf(in: .english).starts(with: Array("%PDF".utf8)))
    #expect(ForecastSheet(review).text(in: .french).contains("Historique de 0 mois"))
  }

  @Test func theBurnUpIsAsLookedAt() throws {
    let drawing = ProgrammeCharts(try Self.review(SampleProgramme(seed: 1))).drawing(
      .burnUp, .french, width: 785, height: 430)
    try Golden.check(Drawing.svg([drawing], title: "burn-up"), "burn-up-fr.svg")
  }

  @Test func thePackHasTheSameBytesEachTime() throws {
    let review = try Self.review(SampleProgramme(seed: 2))
    #expect(try CommitteePack(review).pdf(in: .french) == CommitteePack(review).pdf(in: .french))
  }

  // MARK: Numbers

  @Test func totalsAreTheSumsOfTheirRows() throws {
    let review = try Self.review(SampleProgramme(seed: 3))
    let pages = CommitteePages(review, .english)
    let money = MoneyTables(review.money, .english).all
    let tables = (pages.summary + [pages.bridge, pages.communes] + money).compactMap(\.table)
    var checked = 0
    for table in tables where table.rows.last?.contains(where: \.isStrong) == true {
      let summed: Set = ["targeted", "With tax", "Credits", "Received", "Retained, with tax"]
      guard table.columns.contains(where: { summed.contains($0.title) }) else { continue }
      for column in table.columns.indices where table.columns[column].isNumeric {
        let cells = table.rows.map { $0[column].text.filter { $0.isNumber || $0 == "." || $0 == "-" } }
        let percent = table.rows.contains { $0[column].text.hasSuffix("%") }
        guard !percent, let total = Money(cells[cells.count - 1]) else { continue }
        let parts = cells.dropLast().compactMap { Money($0) }
        #expect(parts.total() == total, "\(table.columns[column].title)")
        checked += 1
      }
    }
    #expect(checked > 18)
  }

  @Test func fansOfMonthsLieBetweenDoneAndScope() throws {
    let sheet = ForecastSheet(try Self.review(SampleProgramme(seed: 1)))
    let lines = sheet.csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    var last = 0
    for line in lines where !line[6].isEmpty {
      let (p50, p85, p95) = (Int(line[6]) ?? 0, Int(line[7]) ?? 0, Int(line[8]) ?? 0)
      #expect(p95 <= p85 && p85 <= p50 && p50 >= last)
      last = p50
    }
    #expect(last == sheet.review.throughput.scope)
  }

  // MARK: Hatching

  @Test(arguments: 0..<50) func hatchesStayWithinTheirShape(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // A star is not convex, and its corners lie anywhere.
    let ring = (0..<Int.random(in: 3...12, using: &random)).map { corner in
      let (angle, radius) = (Double(corner), Double.random(in: 5...50, using: &random))
      return Spot(60 + radius * Self.cosine(angle), 60 + radius * Self.cosine(angle - 1.5708))
    }
    for line in Hatching.lines(in: ring, gap: 3) {
      let middle = Spot((line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2)
      #expect(Self.holds(ring, middle), "seed \(seed)")
    }
  }

  /// The cosine by its series, as the standard library has none.
  private static func cosine(_ angle: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for step in 1...20 {
      term *= -angle * angle / Double((2 * step - 1) * 2 * step)
      sum += term
    }
    return sum
  }

  /// Whether a ray to the right crosses the ring an odd number of times.
  private static func holds(_ ring: [Spot], _ spot: Spot) -> Bool {
    var isIn = false
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (a.y > spot.y) != (b.y > spot.y) {
      if spot.x < a.x + (spot.y - a.y) / (b.y - a.y) * (b.x - a.x) { isIn.toggle() }
    }
    return isIn
  }
}
