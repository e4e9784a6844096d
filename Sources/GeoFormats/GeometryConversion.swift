import CGDAL

extension Geometry {
  /// The kind of layer that holds this shape in a Shapefile, where polygons and multipolygons are one kind.
  var shapefileKind: OGRwkbGeometryType {
    switch self {
    case .point: wkbPoint
    case .line: wkbLineString
    case .multipolygon: wkbPolygon
    }
  }

  /// A copy as a GDAL geometry, which the caller owns.
  func makeOGR() -> OGRGeometryH? {
    switch self {
    case .point(let coordinate):
      let point = OGR_G_CreateGeometry(wkbPoint)
      OGR_G_SetPoint_2D(point, 0, coordinate.x, coordinate.y)
      return point
    case .line(let coordinates):
      return Self.curve(wkbLineString, coordinates)
    case .multipolygon(let polygons):
      let whole = OGR_G_CreateGeometry(wkbMultiPolygon)
      for rings in polygons {
        let polygon = OGR_G_CreateGeometry(wkbPolygon)
        for ring in rings { OGR_G_AddGeometryDirectly(polygon, Self.curve(wkbLinearRing, ring)) }
        OGR_G_AddGeometryDirectly(whole, polygon)
      }
      return whole
    }
  }

  private static func curve(_ kind: OGRwkbGeometryType, _ coordinates: [Coordinate]) -> OGRGeometryH? {
    let curve = OGR_G_CreateGeometry(kind)
    for coordinate in coordinates { OGR_G_AddPoint_2D(curve, coordinate.x, coordinate.y) }
    return curve
  }

  /// The shape of a GDAL geometry, or nothing for kinds that ``Geometry`` doesn't have (and for empty ones).
  ///
  /// Heights and measures are left out. A multiline or multipoint of one part is that part.
  init?(ogr geometry: OGRGeometryH) {
    let kind = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
    switch kind {
    case wkbPoint where OGR_G_IsEmpty(geometry) == 0:
      self = .point(Coordinate(x: OGR_G_GetX(geometry, 0), y: OGR_G_GetY(geometry, 0)))
    case wkbLineString where OGR_G_GetPointCount(geometry) > 0:
      self = .line(Self.coordinates(of: geometry))
    case wkbPolygon where OGR_G_IsEmpty(geometry) == 0:
      self = .multipolygon([Self.rings(of: geometry)])
    case wkbMultiPolygon where OGR_G_IsEmpty(geometry) == 0:
      self = .multipolygon(Self.parts(of: geometry).map(Self.rings))
    case wkbMultiPoint, wkbMultiLineString:
      guard OGR_G_GetGeometryCount(geometry) == 1, let part = OGR_G_GetGeometryRef(geometry, 0) else { return nil }
      self.init(ogr: part)
    default: return nil
    }
  }

  private static func parts(of geometry: OGRGeometryH) -> [OGRGeometryH] {
    (0..<OGR_G_GetGeometryCount(geometry)).compactMap { OGR_G_GetGeometryRef(geometry, $0) }
  }

  private static func rings(of polygon: OGRGeometryH) -> [[Coordinate]] {
    parts(of: polygon).map(coordinates)
  }

  private static func coordinates(of curve: OGRGeometryH) -> [Coordinate] {
    let count = Int(OGR_G_GetPointCount(curve))
    var flat = [Double](repeating: 0, count: 2 * count)
    flat.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      OGR_G_GetPoints(curve, start, 16, start + 8, 16, nil, 0)
    }
    return (0..<count).map { Coordinate(x: flat[2 * $0], y: flat[2 * $0 + 1]) }
  }
}
