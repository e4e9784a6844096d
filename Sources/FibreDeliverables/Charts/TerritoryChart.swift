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
            "Raccordables / ciblées du programme ; classes de l'Arcep ; sans couleur : hors programme",
            "Connectable of targeted in the programme; the regulator's classes; without colour: not in the programme")
          : Phrase(
            "Raccordables / ciblées du programme ; surface du cercle : prises ciblées ; voisins écartés pour être vus",
            "Connectable of targeted in the programme; area of the circle: targeted plugs; neighbours moved apart"),
        language),
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
        // A black border is lost between two dark communes.
        let isDark = coverage(code).map { ChartStyle.isDark(fill($0)) } ?? false
        let border = Pen(isIn ? (isDark ? 0xFFFFFF : 0x202020) : 0xC4C4C4, isIn ? 0.8 : 0.25)
        chart.add(.line(outer + [outer[0]], border))
      }
    }
    drawNames({ body(of: $0, scale) }, &chart)
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
    let spots = Self.apart(places.map { (scale.spot($0.centre), radius(plugs($0.code))) })
    for (place, spot) in zip(places, spots) {
      guard let coverage = coverage(place.code) else {
        chart.add(.disc(spot, radius: 3, fill: 0xFFFFFF, pen: Pen(0x707070, 0.8, .dotted)))
        continue
      }
      chart.add(.disc(spot, radius: radius(plugs(place.code)), fill: fill(coverage), pen: Pen(0x303030, 0.7)))
    }
    let placed = Dictionary(zip(places.map(\.code), spots), uniquingKeysWith: { first, _ in first })
    drawNames({ place in circle(of: place, at: placed[place.code] ?? scale.spot(place.centre)) }, &chart)
  }

  /// Circles pushed apart, a little at a time, until none covers another: each stays near where it was.
  private static func apart(_ circles: [(spot: Spot, radius: Double)]) -> [Spot] {
    var spots = circles.map(\.spot)
    for _ in 0..<200 {
      var isClear = true
      for one in spots.indices {
        for other in spots.indices.dropFirst(one + 1) {
          let (east, south) = (spots[other].x - spots[one].x, spots[other].y - spots[one].y)
          let distance = (east * east + south * south).squareRoot()
          let missing = circles[one].radius + circles[other].radius + 1 - distance
          guard missing > 0.05 else { continue }
          isClear = false
          // Of two on one spot the second goes east.
          let (x, y) = distance > 0.01 ? (east / distance, south / distance) : (1, 0)
          spots[one] = Spot(spots[one].x - x * missing / 2, spots[one].y - y * missing / 2)
          spots[other] = Spot(spots[other].x + x * missing / 2, spots[other].y + y * missing / 2)
        }
      }
      if isClear { break }
    }
    return spots
  }

  private func circle(of place: Programme.Place, at spot: Spot) -> Frame {
    let radius = radius(plugs(place.code))
    return Frame(x: spot.x - radius, y: spot.y - radius, width: 2 * radius, height: 2 * radius)
  }

  private func plugs(_ code: String) -> Int { rows[code]?[.targeted] ?? 0 }

  /// The area follows the number; the largest circle has a radius of 17 points.
  private func radius(_ plugs: Int) -> Double {
    let most = rows.values.map { $0[.targeted] }.max() ?? 1
    return max(2.5, 17 * (Double(plugs) / Double(max(1, most))).squareRoot())
  }

  // MARK: Names and legend

  /// Names of the largest communes first, with their shares: below, above or beside what is drawn of it, clear of other
  /// names and of other communes of the programme; one that has no such place has its share alone, where that fits in.
  private func drawNames(_ body: (Programme.Place) -> Frame, _ chart: inout ChartFrame) {
    let places = review.programme.places.filter { coverage($0.code) != nil }
    let bodies = Dictionary(places.map { ($0.code, body($0)) }, uniquingKeysWith: { first, _ in first })
    let paper = Frame(
      x: 2, y: 37, width: chart.plot.right + 4, height: chart.drawing.height - 37 - 22)
    var taken: [Frame] = []
    for place in places.sorted(by: { (plugs($1.code), $0.code) < (plugs($0.code), $1.code) }) {
      guard let body = bodies[place.code] else { continue }
      let text = names(of: place, around: body).first { text in
        let frame = text.frame
        return paper.contains(frame) && !taken.contains { $0.overlaps(frame) }
          && !bodies.contains { $0.key != place.code && core(of: $0.value).overlaps(frame) }
      }
      if let text {
        taken.append(text.frame)
        // On paper of its own, or a neighbour's border would run through it.
        chart.add(.box(text.frame.within(top: 1), fill: 0xFFFFFF, pen: nil))
        chart.add(.text(text))
      } else if let share = shareInside(place, body), !taken.contains(where: { $0.overlaps(share.frame) }) {
        taken.append(share.frame)
        // The middle of an outline's frame may lie outside it.
        if geography != nil { chart.add(.box(share.frame.within(top: 1), fill: 0xFFFFFF, pen: nil)) }
        chart.add(.text(share))
      }
    }
  }

  /// A shape's frame without its outer eighths, which are mostly empty; all of a circle.
  private func core(of body: Frame) -> Frame {
    guard geography != nil else { return body }
    return Frame(
      x: body.x + body.width / 8, y: body.y + body.height / 8, width: body.width * 0.75, height: body.height * 0.75)
  }

  private func share(_ place: Programme.Place) -> String {
    let row = rows[place.code]
    return language.percent(Rate(Int64(row?[.connectable] ?? 0), over: Int64(row?[.targeted] ?? 0)), decimals: 0)
  }

  /// The name with the share around a body; then the name alone.
  private func names(of place: Programme.Place, around body: Frame) -> [DrawnText] {
    let middle = Spot(body.x + body.width / 2, body.y + body.height / 2 + 2.5)
    return ["\(place.name) \(share(place))", place.name].flatMap { name in
      [
        DrawnText(name, Spot(middle.x, body.bottom + 6.5), size: 6.5, anchor: .middle),
        DrawnText(name, Spot(middle.x, body.y - 2), size: 6.5, anchor: .middle),
        DrawnText(name, Spot(body.right + 2.5, middle.y), size: 6.5),
        DrawnText(name, Spot(body.x - 2.5, middle.y), size: 6.5, anchor: .end),
      ]
    }
  }

  /// The share in the middle of a body, when it is wide enough.
  private func shareInside(_ place: Programme.Place, _ body: Frame) -> DrawnText? {
    let fill = coverage(place.code).map(fill) ?? 0xFFFFFF
    let text = DrawnText(
      share(place), Spot(body.x + body.width / 2, body.y + body.height / 2 + 2), size: 6, anchor: .middle,
      colour: geography == nil && ChartStyle.isDark(fill) ? 0xFFFFFF : 0)
    return text.frame.width < body.width * 0.8 ? text : nil
  }

  /// What is drawn of a commune covers at most.
  private func body(of place: Programme.Place, _ scale: ChartScale) -> Frame {
    let rings =
      geography?.outlines.filter { geography?.currentCommune(of: $0.code)?.code ?? $0.code == place.code }
      .flatMap { $0.area.polygons.compactMap(\.first) } ?? []
    let spots = rings.flatMap(scale.spots)
    guard let left = spots.map(\.x).min(), let right = spots.map(\.x).max(), let top = spots.map(\.y).min(),
      let bottom = spots.map(\.y).max()
    else { return circle(of: place, at: scale.spot(place.centre)) }
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

extension Frame {
  /// The frame with a little to its left and right, and less at its top.
  fileprivate func within(top: Double) -> Frame { Frame(x: x - 1, y: y + top, width: width + 2, height: height - top) }
}
