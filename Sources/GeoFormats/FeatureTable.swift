/// A coordinate in the units of its table's coordinate system; metres in Lambert-93.
public struct Coordinate: Hashable, Sendable {
  public var x: Double
  public var y: Double

  /// Makes a coordinate from an easting (or longitude) and a northing (or latitude).
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The shape of one row.
public enum Geometry: Hashable, Sendable {
  case point(Coordinate)
  case line([Coordinate])
  /// Polygons, each a list of rings (outer first), each ring closed.
  case multipolygon([[[Coordinate]]])
}

/// A table as files hold it: named columns, text cells, and a shape for each row where the table has shapes.
///
/// An empty cell means that nothing is stated. Nothing is interpreted: `"007"` stays `"007"`.
public struct FeatureTable: Hashable, Sendable {
  /// The table's name, without folder or suffix: `t_cable`.
  public var name: String
  public var columns: [String]
  /// Row after row; `cells.count` is a multiple of `columns.count`.
  public var cells: [String]
  /// One element a row, or none at all when the table has no geometry.
  public var geometries: [Geometry?]

  /// Makes an empty table.
  public init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
    cells = []
    geometries = []
  }

  public var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }

  /// The cells of a row, in column order.
  public func row(_ index: Int) -> ArraySlice<String> {
    cells[index * columns.count..<(index + 1) * columns.count]
  }
}
