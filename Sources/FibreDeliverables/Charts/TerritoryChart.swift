import FibreDiagrams
import FibreModel
import FibreProgramme

/// Connectable plugs by commune: outlines in the regulator's classes where they are known, else circles as large as
/// what is targeted.
struct TerritoryChart {
  private let review: ProgrammeReview
  private let geography: Geography?
  private let language: Language
  private let rows: [String: CounterTable.Row]

  init(_ review: ProgrammeReview, _ geography: Geography?, _ language: Language) {
    self.review = review
    self.geography = geography.flatMap { $0.outlines.isEmpty ? nil : $0 }
    self.language = language
    rows = Dictionary(
      review.deployment.byCommune.rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func drawing(width: Double, height: Double) -> Drawing {
    let isMap = geography != nil
    var chart = ChartFrame(
      review.chartText(
        Phrase("Taux de prises raccordables par commune", "Share of connectable plugs by commune"),
        isMap
          ? Phrase(
            "Raccordables / ciblées du programme ; classes de l'Arcep ; trait fin : hors programme",
            "Connectable of targeted in the programme; the regulator's classes; thin line: not in the programme")
          : Phrase(
            "Raccordables / ciblées du programme ; surface du cercle : prises ciblées",
            "Connectable of targeted in the programme; area of the circle: targeted plugs"), language),
      width: width, height: height, left: 8, right: 118, below: 4)
    if let geography { draw(geography, &chart) } else { drawCircles(&chart) }
    drawLegend(&chart)
    return chart.drawing
  }

  /// The class of a commune; nothing outside the programme or where it targets nothing.
  private func coverage(_ code: String) -> CoverageClass? {
    rows[code].flatMap { Rate(Int64($0[.connectable]), over: Int64($0[.targeted])) }.map { CoverageClass($0) }
  }

  private func fill(_ coverage: CoverageClass) -> UInt32 {
    ChartStyle.ramp[coverage.rawValue]
  }

  // MARK: Outlines

  private func draw(_ geography: Geography, _ chart: inout ChartFrame) {
    let points = geography.outlines.flatMap { $0.area.polygons.joined().joined() }
    guard let scale = ChartScale(fitting: points, in: Self.mapFrame(chart)) else { return }
    for outline in geography.outlines {
      let code = geography.currentCommune(of: outline.code)?.code ?? outline.code
      let isIn = rows[code] != nil
      for polygon in outline.area.polygons {
        guard let outer = polygon.first.map(scale.spots), outer.count > 2 else { continue }
        if let coverage = coverage(code) {
          chart.add(.area(outer, fill: fill(coverage)))
        } else if isIn {
          for line in Hatching.lines(in: outer, gap: 4) { chart.add(.line(line, Pen(0x707070, 0.4))) }
        }
        chart.add(.line(outer + [outer[0]], Pen(isIn ? 0x202020 : 0xC4C4C4, isIn ? 0.8 : 0.25)))
      }
    }
    drawNames(scale, &chart)
  }

  private static func mapFrame(_ chart: ChartFrame) -> Frame {
    Frame(x: chart.plot.x, y: 40, width: chart.plot.width, height: chart.plot.bottom - 40)
  }

  // MARK: Circles

  private func drawCircles(_ chart: inout ChartFrame) {
    let places = review.programme.places.filter { rows[$0.code] != nil }
    let frame = Self.mapFrame(chart)
    let inner = Frame(x: frame.x + 24, y: frame.y + 18, width: frame.width - 60, height: frame.height - 36)
    guard let scale = ChartScale(fitting: places.map(\.centre), in: inner) else { return }
    for place in places.sorted(by: { plugs($1.code) < plugs($0.code) }) {
      let spot = scale.spot(place.centre)
      guard let coverage = coverage(place.code) else {
        chart.add(.disc(spot, radius: 3, fill: 0xFFFFFF, pen: Pen(0x707070, 0.8, .dotted)))
        continue
      }
      chart.add(.disc(spot, radius: radius(plugs(place.code)), fill: fill(coverage), pen: Pen(0x303030, 0.7)))
    }
    drawNames(scale, &chart)
  }

  private func plugs(_ code: String) -> Int { rows[code]?[.targeted] ?? 0 }

  /// The area follows the number; the largest circle has a radius of 17 points.
  private func radius(_ plugs: Int) -> Double {
    let most = rows.values.map { $0[.targeted] }.max() ?? 1
    return max(2.5, 17 * (Double(plugs) / Double(max(1, most))).squareRoot())
  }

  // MARK: Names and legend

  /// Names of the largest communes first: below, above or beside what is drawn of it, clear of other names and of other
  /// communes of the programme; one that has no such place goes without.
  private func drawNames(_ scale: ChartScale, _ chart: inout ChartFrame) {
    let places = review.programme.places.filter { coverage($0.code) != nil }
    let bodies = Dictionary(
      places.map { ($0.code, body(of: $0, scale)) }, uniquingKeysWith: { first, _ in first })
    let paper = Frame(
      x: 2, y: 37, width: chart.plot.right + 4, height: chart.drawing.height - 37 - 22)
    var taken: [Frame] = []
    for place in places.sorted(by: { (plugs($1.code), $0.code) < (plugs($0.code), $1.code) }) {
      guard let body = bodies[place.code] else { continue }
      let text = Self.places(ofName: place.name, around: body).first { text in
        let frame = text.frame
        return paper.contains(frame) && !taken.contains { $0.overlaps(frame) }
          && !bodies.contains { $0.key != place.code && Self.core(of: $0.value).overlaps(frame) }
      }
      guard let text else { continue }
      let frame = text.frame
      taken.append(frame)
      // On paper of its own, or a dark neighbour would swallow it.
      chart.add(
        .box(
          Frame(x: frame.x - 1, y: frame.y + 1, width: frame.width + 2, height: frame.height - 1), fill: 0xFFFFFF,
          pen: nil))
      chart.add(.text(text))
    }
  }

  /// A shape's frame without its outer eighths, which are mostly empty.
  private static func core(of body: Frame) -> Frame {
    Frame(
      x: body.x + body.width / 8, y: body.y + body.height / 8, width: body.width * 0.75, height: body.height * 0.75)
  }

  private static func places(ofName name: String, around body: Frame) -> [DrawnText] {
    let middle = Spot(body.x + body.width / 2, body.y + body.height / 2 + 2.5)
    return [
      DrawnText(name, Spot(middle.x, body.bottom + 6.5), size: 6.5, anchor: .middle),
      DrawnText(name, Spot(middle.x, body.y - 2), size: 6.5, anchor: .middle),
      DrawnText(name, Spot(body.right + 2.5, middle.y), size: 6.5),
      DrawnText(name, Spot(body.x - 2.5, middle.y), size: 6.5, anchor: .end),
    ]
  }

  /// What is drawn of a commune covers at most.
  private func body(of place: Programme.Place, _ scale: ChartScale) -> Frame {
    let rings =
      geography?.outlines.filter { geography?.currentCommune(of: $0.code)?.code ?? $0.code == place.code }
      .flatMap { $0.area.polygons.compactMap(\.first) } ?? []
    let spots = rings.flatMap(scale.spots)
    guard let left = spots.map(\.x).min(), let right = spots.map(\.x).max(), let top = spots.map(\.y).min(),
      let bottom = spots.map(\.y).max()
    else {
      let (spot, radius) = (scale.spot(place.centre), radius(plugs(place.code)))
      return Frame(x: spot.x - radius, y: spot.y - radius, width: 2 * radius, height: 2 * radius)
    }
    return Frame(x: left, y: top, width: right - left, height: bottom - top)
  }

  private func drawLegend(_ chart: inout ChartFrame) {
    let x = chart.plot.right + 8
    var y = 58.0
    chart.write(Phrase("Raccordables", "Connectable")[language], Spot(x, y), size: 8, isBold: true)
    y += 8
    for coverage in CoverageClass.allCases.reversed() {
      let count = rows.keys.count { self.coverage($0) == coverage }
      chart.add(.box(Frame(x: x, y: y, width: 16, height: 10), fill: fill(coverage), pen: Pen(0x303030, 0.5)))
      chart.write("\(name(of: coverage))  (\(count))", Spot(x + 22, y + 8), size: 7.5)
      y += 14
    }
    chart.add(.box(Frame(x: x, y: y, width: 16, height: 10), fill: 0xFFFFFF, pen: Pen(0x303030, 0.5)))
    for line in Hatching.lines(in: [Spot(x, y), Spot(x + 16, y), Spot(x + 16, y + 10), Spot(x, y + 10)], gap: 4) {
      chart.add(.line(line, Pen(0x707070, 0.5)))
    }
    chart.write(Phrase("sans donnée", "no data")[language], Spot(x + 22, y + 8), size: 7.5)
    y += 18
    chart.write(Phrase("(n) : nombre de communes", "(n): number of communes")[language], Spot(x, y), size: 6.5)
    guard geography == nil else { return }
    // Two round numbers that the largest circle is not smaller than.
    let most = rows.values.map { $0[.targeted] }.max() ?? 0
    y += 28
    for plugs in [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter({ $0 <= most }).suffix(2) {
      chart.add(.disc(Spot(x + 18, y), radius: radius(plugs), fill: nil, pen: Pen(0x303030, 0.7)))
      let label = "\(plugs.text(language)) \(Phrase("prises", "plugs")[language])"
      chart.write(label, Spot(x + 40, y + 2.5), size: 7.5)
      y += 36
    }
  }

  private func name(of coverage: CoverageClass) -> String {
    let percent = language == .french ? "\u{a0}%" : "%"
    let from = Phrase("dès", "from")[language]
    return switch coverage {
    case .none: "0\(percent)"
    case .below5: "< 5\(percent)"
    case .from5: "\(from) 5\(percent)"
    case .from10: "\(from) 10\(percent)"
    case .from25: "\(from) 25\(percent)"
    case .from50: "\(from) 50\(percent)"
    case .from80: "\(from) 80\(percent)"
    case .from95: "\(from) 95\(percent)"
    }
  }
}
