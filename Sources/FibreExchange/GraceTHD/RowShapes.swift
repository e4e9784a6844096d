import FibreModel
import GeoFormats

/// The shape of a row as the model has it: whole millimetres.
extension RowCursor {
  /// The shape of the row, unless its coordinates are beyond any map: damaged files hold such numbers.
  private var usableShape: Geometry? {
    guard let shape = table.shape(index) else { return nil }
    let coordinates =
      switch shape {
      case .point(let coordinate): [coordinate]
      case .line(let coordinates): coordinates
      case .multipolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
      }
    return coordinates.allSatisfy { abs($0.x) < 1e9 && abs($0.y) < 1e9 } ? shape : nil
  }

  /// The point of the row; another or no shape is reported.
  mutating func point() -> Point? {
    if case .point(let coordinate) = usableShape { return Point(coordinate) }
    note("shape.missing", .warning, "The row has no point, so its place on the map is unknown. Draw it.")
    return nil
  }

  /// The line of the row; another or no shape is reported.
  mutating func line() -> Polyline? {
    if case .line(let coordinates) = usableShape, coordinates.count > 1 {
      return Polyline(coordinates.map(Point.init))
    }
    note("shape.missing", .warning, "The row has no line, so its way on the map is unknown. Draw it.")
    return nil
  }

  /// The polygons of the row; another or no shape is reported.
  mutating func area() -> Area? {
    if case .multipolygon(let polygons) = usableShape {
      return Area(polygons.map { $0.map { $0.map(Point.init) } })
    }
    note("shape.missing", .warning, "The row has no polygon, so its area is unknown. Draw it.")
    return nil
  }
}

extension Point {
  init(_ coordinate: Coordinate) {
    self.init(metresEast: coordinate.x, metresNorth: coordinate.y)
  }
}
