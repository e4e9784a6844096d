import Foundation
import FibreModel

/// A place on the page, in points from the lower left corner.
struct PagePoint: Hashable {
  var x: Double
  var y: Double

  static func + (a: Self, b: Self) -> Self { PagePoint(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Self, b: Self) -> Self { PagePoint(x: a.x - b.x, y: a.y - b.y) }
  func scaled(_ factor: Double) -> Self { PagePoint(x: x * factor, y: y * factor) }
  var length: Double { (x * x + y * y).squareRoot() }
}

/// How map coordinates become places on the page.
enum MapScale {
  /// One scale everywhere: points a metre.
  case even(origin: Point, pointsPerMetre: Double)
  /// Directions from the centre are true; the distance `r` is drawn as `unit × asinh(r / core)`: even near the centre,
  /// logarithmic far out, so that a town and its region fit one page.
  case rings(centre: Point, coreMetres: Double, unit: Double)

  /// The scale that fits positions into a page, in points: rings where most places crowd near the centre and
  /// others lie far out, else even.
  init(_ positions: [Point], centre: Point, width: Double, height: Double) {
    let xs = positions.map(\.metresEast)
    let ys = positions.map(\.metresNorth)
    let (left, bottom) = (xs.min() ?? 0, ys.min() ?? 0)
    let spanX = max((xs.max() ?? 0) - left, 1)
    let spanY = max((ys.max() ?? 0) - bottom, 1)
    let even = MapScale.even(
      origin: Point(metresEast: left, metresNorth: bottom), pointsPerMetre: min(width / spanX, height / spanY))
    let radii = positions.map { $0.distance(to: centre).metres }.filter { $0 > 0 }.sorted()
    guard even.crowding(of: positions) > 0.25, let farthest = radii.last, farthest > 6 * radii[radii.count / 2] else {
      self = even
      return
    }
    let core = max(radii[radii.count / 4] / 4, 1)
    let unscaled = MapScale.rings(centre: centre, coreMetres: core, unit: 1)
    let places = positions.map(unscaled.place) + [PagePoint(x: 0, y: 0)]
    let drawnX = (places.map(\.x).max() ?? 0) - (places.map(\.x).min() ?? 0)
    let drawnY = (places.map(\.y).max() ?? 0) - (places.map(\.y).min() ?? 0)
    self = .rings(
      centre: centre, coreMetres: core, unit: min(width / max(drawnX, 1e-6), height / max(drawnY, 1e-6)))
  }

  func place(_ point: Point) -> PagePoint {
    switch self {
    case .even(let origin, let pointsPerMetre):
      return PagePoint(
        x: (point.metresEast - origin.metresEast) * pointsPerMetre,
        y: (point.metresNorth - origin.metresNorth) * pointsPerMetre)
    case .rings(let centre, _, _):
      let way = PagePoint(x: point.metresEast - centre.metresEast, y: point.metresNorth - centre.metresNorth)
      return way.length == 0 ? way : way.scaled(radius(metres: way.length) / way.length)
    }
  }

  /// What a distance from the centre measures on the page.
  func radius(metres: Double) -> Double {
    switch self {
    case .even(_, let pointsPerMetre): metres * pointsPerMetre
    case .rings(_, let core, let unit): unit * asinh(metres / core)
    }
  }

  /// The share of positions whose nearest neighbour is less than 40 points away.
  private func crowding(of positions: [Point]) -> Double {
    let places = positions.map(place)
    let crowded = places.indices.count { one in
      places.indices.contains { $0 != one && (places[$0] - places[one]).length < 40 }
    }
    return Double(crowded) / Double(max(places.count, 1))
  }

  /// Round distances in metres: 1, 2 and 5 times a power of ten.
  static func roundDistances(upTo limit: Double) -> [Int] {
    var result: [Int] = []
    var power = 1
    while Double(power) <= limit {
      result += [power, 2 * power, 5 * power].filter { Double($0) <= limit }
      power *= 10
    }
    return result
  }
}
