import FibreDiagrams
import FibreModel

/// Places on the ground as spots of a chart: one scale for both ways, north up.
struct ChartScale {
  private let west: Double
  private let north: Double
  private let factor: Double
  private let corner: Spot

  /// Fits points into a frame; nothing without points.
  init?(fitting points: some Collection<Point>, in frame: Frame) {
    guard let first = points.first else { return nil }
    var (least, most) = ((x: first.x, y: first.y), (x: first.x, y: first.y))
    for point in points {
      least = (min(least.x, point.x), min(least.y, point.y))
      most = (max(most.x, point.x), max(most.y, point.y))
    }
    let (width, height) = (Double(max(1, most.x - least.x)), Double(max(1, most.y - least.y)))
    factor = min(frame.width / width, frame.height / height)
    (west, north) = (Double(least.x), Double(most.y))
    corner = Spot(frame.x + (frame.width - width * factor) / 2, frame.y + (frame.height - height * factor) / 2)
  }

  func spot(_ point: Point) -> Spot {
    Spot(corner.x + (Double(point.x) - west) * factor, corner.y + (north - Double(point.y)) * factor)
  }

  /// A ring, without points nearer than four tenths of a point to the one before, and without its closing point.
  func spots(_ ring: [Point]) -> [Spot] {
    var spots: [Spot] = []
    for point in ring {
      let spot = spot(point)
      if let last = spots.last, abs(last.x - spot.x) + abs(last.y - spot.y) < 0.4 { continue }
      spots.append(spot)
    }
    if spots.count > 1, spots.first == spots.last { spots.removeLast() }
    return spots
  }
}

/// Lines that fill a shape without a tone.
enum Hatching {
  /// Slanted lines within a ring, a gap apart: the pieces between crossings by turns (even-odd rule).
  static func lines(in ring: [Spot], gap: Double) -> [[Spot]] {
    // Along each line x + y is the same.
    let sums = ring.map { $0.x + $0.y }
    guard let least = sums.min(), let most = sums.max() else { return [] }
    var lines: [[Spot]] = []
    var sum = (least / gap).rounded(.up) * gap
    while sum < most {
      let crossings = ring.indices.compactMap { offset -> Spot? in
        let (a, b) = (ring[offset], ring[(offset + 1) % ring.count])
        let (from, to) = (a.x + a.y - sum, b.x + b.y - sum)
        guard (from < 0) != (to < 0) else { return nil }
        let share = from / (from - to)
        return Spot(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
      }.sorted { $0.x < $1.x }
      for offset in stride(from: 0, to: crossings.count - 1, by: 2) {
        lines.append([crossings[offset], crossings[offset + 1]])
      }
      sum += gap
    }
    return lines
  }
}
