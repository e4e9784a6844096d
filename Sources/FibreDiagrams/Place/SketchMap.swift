import FibreModel

/// The map of a sketch: what lies in a frame around a point, to scale.
struct SketchMap {
  private let frame: Frame
  private let centre: Point
  private let pointsPerMetre: Double
  private(set) var drawing: Drawing
  /// What labels must not cover.
  private var taken: [Frame] = []

  init(_ frame: Frame, around centre: Point, radius: Double) {
    self.frame = frame
    self.centre = centre
    pointsPerMetre = min(frame.width, frame.height) / 2 / radius
    drawing = Drawing(width: frame.width, height: frame.height)
  }

  mutating func paint(
    _ network: Network, _ neighbours: [PlaceSketch.Neighbour], label: String, _ language: Language
  ) {
    paintNorth()
    paintScale(language)
    paintClosureSpace(label)
    let streets = paintPathways(network)
    for neighbour in neighbours { paintCables(neighbour, network) }
    for (rank, neighbour) in neighbours.enumerated() { paintNumber(rank + 1, neighbour, network) }
    paintStreets(streets)
    paintClosure(label)
  }

  // MARK: From the map to the page

  private func spot(_ point: Point) -> Spot {
    Spot(
      frame.x + frame.width / 2 + (point.metresEast - centre.metresEast) * pointsPerMetre,
      frame.y + frame.height / 2 - (point.metresNorth - centre.metresNorth) * pointsPerMetre)
  }

  /// The parts of a line that lie in the frame.
  private func clipped(_ spots: [Spot]) -> [[Spot]] {
    var parts: [[Spot]] = []
    for (a, b) in zip(spots, spots.dropFirst()) {
      guard let (c, d) = clipped(a, b) else { continue }
      if let last = parts.last?.last, last == c {
        parts[parts.count - 1].append(d)
      } else {
        parts.append([c, d])
      }
    }
    return parts
  }

  /// Source: Liang and Barsky, "A new concept and method for line clipping", 1984.
  private func clipped(_ a: Spot, _ b: Spot) -> (Spot, Spot)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (low, high) = (0.0, 1.0)
    for (p, q) in [
      (-dx, a.x - frame.x), (dx, frame.right - a.x), (-dy, a.y - frame.y), (dy, frame.bottom - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        low = max(low, q / p)
      } else {
        high = min(high, q / p)
      }
    }
    guard low < high else { return nil }
    let at = { (t: Double) in t == 0 ? a : t == 1 ? b : Spot(a.x + t * dx, a.y + t * dy) }
    return (at(low), at(high))
  }

  // MARK: Pathways and cables

  /// Draws pathways and answers the longest visible stretch of each street.
  private mutating func paintPathways(_ network: Network) -> [(name: String, a: Spot, b: Spot)] {
    var longest: [String: (a: Spot, b: Spot, length: Double)] = [:]
    for pathway in network.pathways.rows {
      for part in clipped(pathway.line.points.map(spot)) {
        drawing.add(.line(part, Pen(0xcfcfcf, 4)))
        for (a, b) in zip(part, part.dropFirst()) {
          let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
          if length > longest[pathway.street]?.length ?? 24 { longest[pathway.street] = (a, b, length) }
        }
      }
    }
    return longest.filter { !$0.key.isEmpty }
      .sorted { ($0.value.length, $1.key) > ($1.value.length, $0.key) }.map { ($0.key, $0.value.a, $0.value.b) }
  }

  /// The line of a section away from the closure; straight to its far end where no line is known.
  private func way(_ section: Index<CableSection>, to far: Point?, _ network: Network) -> [Spot] {
    let points = network.sections[section].line?.points ?? []
    guard let first = points.first, let last = points.last, points.count > 1 else {
      return far.map { [spot(centre), spot($0)] } ?? []
    }
    let isReversed = last.distance(to: centre) < first.distance(to: centre)
    return (isReversed ? points.reversed() : points).map(spot)
  }

  private mutating func paintCables(_ neighbour: PlaceSketch.Neighbour, _ network: Network) {
    for section in neighbour.sections {
      for part in clipped(way(section, to: neighbour.position, network)) {
        drawing.add(.line(part, Pen(0x1a1a1a, 1.5)))
      }
    }
  }

  /// The number of a neighbour where it stands, or where its cables leave the map.
  private mutating func paintNumber(_ number: Int, _ neighbour: PlaceSketch.Neighbour, _ network: Network) {
    guard let section = neighbour.sections.first else { return }
    let parts = clipped(way(section, to: neighbour.position, network))
    guard let wanted = parts.first?.last ?? neighbour.position.map(spot) else { return }
    let inner = Frame(x: frame.x + 9, y: frame.y + 9, width: frame.width - 18, height: frame.height - 18)
    let start = Spot(
      min(max(wanted.x, inner.x), inner.right), min(max(wanted.y, inner.y), inner.bottom))
    guard let place = freePlace(near: start, in: inner) else { return }
    taken.append(Self.around(place, 7))
    drawing.add(.disc(place, radius: 6.5, fill: 0xffffff, pen: Pen(0x1a1a1a, 1)))
    drawing.add(.text(DrawnText("\(number)", Spot(place.x, place.y + 2.9), size: 8, isBold: true, anchor: .middle)))
  }

  /// The free place nearest to a spot, on rings around it.
  private func freePlace(near spot: Spot, in inner: Frame) -> Spot? {
    let turns: [(Double, Double)] = [
      (1, 0), (0, 1), (-1, 0), (0, -1), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7),
    ]
    for ring in 0..<24 {
      for (x, y) in turns {
        let place = Spot(spot.x + x * Double(ring) * 7, spot.y + y * Double(ring) * 7)
        let frame = Self.around(place, 7)
        if inner.contains(Frame(x: place.x, y: place.y, width: 0, height: 0)), !taken.contains(where: frame.overlaps) {
          return place
        }
      }
    }
    return nil
  }

  private static func around(_ spot: Spot, _ radius: Double) -> Frame {
    Frame(x: spot.x - radius, y: spot.y - radius, width: 2 * radius, height: 2 * radius)
  }

  // MARK: Labels

  /// Street names where there is room for them, the longest stretches first.
  private mutating func paintStreets(_ streets: [(name: String, a: Spot, b: Spot)]) {
    for street in streets {
      let width = FontWidths.width(of: street.name, size: 6.5)
      for share in [0.5, 0.3, 0.7, 0.15, 0.85] {
        let middle = Spot(
          street.a.x + share * (street.b.x - street.a.x), street.a.y + share * (street.b.y - street.a.y))
        let text = DrawnText(street.name, Spot(middle.x - width / 2, middle.y + 2.2), size: 6.5, colour: 0x404040)
        guard frame.contains(text.frame), !taken.contains(where: text.frame.overlaps) else { continue }
        taken.append(text.frame)
        drawing.add(.box(text.frame, fill: 0xffffff, pen: nil))
        drawing.add(.text(text))
        break
      }
    }
  }

  private func closureLabel(_ label: String) -> DrawnText {
    let wish = 9 * (frame.width - 8) / FontWidths.width(of: label, size: 9, isBold: true)
    return DrawnText(
      label, Spot(frame.x + frame.width / 2, frame.y + frame.height / 2 - 10), size: min(9, wish), isBold: true,
      anchor: .middle)
  }

  private mutating func paintClosureSpace(_ label: String) {
    taken.append(closureLabel(label).frame)
    taken.append(Self.around(spot(centre), 7))
  }

  private mutating func paintClosure(_ label: String) {
    let text = closureLabel(label)
    drawing.add(.box(text.frame, fill: 0xffffff, pen: nil))
    drawing.add(.text(text))
    drawing.add(.disc(spot(centre), radius: 6, fill: 0xffffff, pen: Pen(0, 1.6)))
    drawing.add(.disc(spot(centre), radius: 2.8, fill: 0, pen: nil))
  }

  private mutating func paintNorth() {
    let tip = Spot(frame.right - 13, frame.y + 7)
    drawing.add(
      .area([tip, Spot(tip.x + 5, tip.y + 14), Spot(tip.x, tip.y + 10.5), Spot(tip.x - 5, tip.y + 14)], fill: 0))
    drawing.add(.text(DrawnText("N", Spot(tip.x, tip.y + 23), size: 8, isBold: true, anchor: .middle)))
    taken.append(Frame(x: tip.x - 8, y: tip.y - 3, width: 16, height: 29))
  }

  /// A bar of a round length, about a quarter of the map wide.
  private mutating func paintScale(_ language: Language) {
    let steps = [10, 20, 50, 100, 200, 500, 1000, 2000]
    let metres = steps.last { Double($0) * pointsPerMetre <= frame.width / 4 } ?? 10
    let length = Double(metres) * pointsPerMetre
    let (x, y) = (frame.x + 8, frame.bottom - 8)
    let text = DrawnText(Figures.distance(metres, language), Spot(x, y - 5), size: 7)
    let space = Frame(x: x - 3, y: y - 14, width: max(length, text.width) + 6, height: 18)
    taken.append(space)
    drawing.add(.box(space, fill: 0xffffff, pen: nil))
    drawing.add(.line([Spot(x, y - 3), Spot(x, y), Spot(x + length, y), Spot(x + length, y - 3)], Pen(0, 1)))
    drawing.add(.text(text))
  }
}
