/// A place on the map in Lambert-93 (EPSG:2154), in whole millimetres.
public struct Point: Hashable, Sendable {
  public let x: Int64
  public let y: Int64

  /// Makes a point from millimetres east and north.
  public init(x: Int64, y: Int64) {
    self.x = x
    self.y = y
  }

  /// Makes a point from metres, rounded to the millimetre, ties to even.
  public init(metresEast: Double, metresNorth: Double) {
    x = Length(metres: metresEast).millimetres
    y = Length(metres: metresNorth).millimetres
  }

  public var metresEast: Double { Double(x) / 1000 }
  public var metresNorth: Double { Double(y) / 1000 }

  /// The straight distance on the map, rounded to the millimetre.
  public func distance(to other: Point) -> Length {
    let dx = Double(x - other.x)
    let dy = Double(y - other.y)
    return Length(millimetres: Int64((dx * dx + dy * dy).squareRoot().rounded()))
  }
}

/// A line on the map, in the direction of its points.
public struct Polyline: Hashable, Sendable {
  public let points: [Point]

  /// Makes a line; one with fewer than two points has no length.
  public init(_ points: [Point]) { self.points = points }

  /// The length on the map: the sum of its segments, each rounded to the millimetre.
  public var length: Length {
    zip(points, points.dropFirst()).reduce(.zero) { $0 + $1.0.distance(to: $1.1) }
  }
}

/// An area on the map: polygons, each an outer ring and its holes, every ring closed.
public struct Area: Hashable, Sendable {
  public let polygons: [[[Point]]]

  /// Makes an area from polygons, rings and points.
  public init(_ polygons: [[[Point]]]) { self.polygons = polygons }
}
