import FibreModel

/// Geometries as GeoPackage writes them: a header, the bounds of lines and areas, and well-known binary.
///
/// Little-endian, two dimensions, metres in Lambert-93. Source: OGC 12-128r18, clause 2.1.3.
enum GeometryBlob {
  static func point(_ point: Point) -> [UInt8] {
    var bytes = header(flags: 0x01)
    bytes.append(1)
    append(UInt32(1), to: &bytes)
    append(point, to: &bytes)
    return bytes
  }

  static func line(_ line: Polyline) -> [UInt8] {
    var bytes = header(bounding: line.points)
    bytes.append(1)
    append(UInt32(2), to: &bytes)
    append(line.points, to: &bytes)
    return bytes
  }

  static func area(_ area: Area) -> [UInt8] {
    var bytes = header(bounding: area.polygons.joined().joined().map { $0 })
    bytes.append(1)
    append(UInt32(6), to: &bytes)
    append(UInt32(area.polygons.count), to: &bytes)
    for polygon in area.polygons {
      bytes.append(1)
      append(UInt32(3), to: &bytes)
      append(UInt32(polygon.count), to: &bytes)
      for ring in polygon { append(ring, to: &bytes) }
    }
    return bytes
  }

  /// Flags: bit 0 little-endian, bits 1 to 3 the kind of bounds, bit 4 empty.
  private static func header(flags: UInt8) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, flags]
    append(UInt32(2154), to: &bytes)
    return bytes
  }

  private static func header(bounding points: [Point]) -> [UInt8] {
    guard let bounds = Bounds(points) else { return header(flags: 0x11) }
    var bytes = header(flags: 0x03)
    for value in [bounds.minX, bounds.maxX, bounds.minY, bounds.maxY] { append(value.bitPattern, to: &bytes) }
    return bytes
  }

  private static func append(_ points: [Point], to bytes: inout [UInt8]) {
    append(UInt32(points.count), to: &bytes)
    for point in points { append(point, to: &bytes) }
  }

  private static func append(_ point: Point, to bytes: inout [UInt8]) {
    append(point.metresEast.bitPattern, to: &bytes)
    append(point.metresNorth.bitPattern, to: &bytes)
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// The least rectangle around points, in metres.
struct Bounds {
  private(set) var minX: Double
  private(set) var maxX: Double
  private(set) var minY: Double
  private(set) var maxY: Double

  init(x: Double, y: Double) {
    minX = x
    maxX = x
    minY = y
    maxY = y
  }

  init(minX: Double, maxX: Double, minY: Double, maxY: Double) {
    self.minX = minX
    self.maxX = maxX
    self.minY = minY
    self.maxY = maxY
  }

  /// Nothing when there is no point.
  init?(_ points: [Point]) {
    guard let first = points.first else { return nil }
    self.init(x: first.metresEast, y: first.metresNorth)
    for point in points { extend(x: point.metresEast, y: point.metresNorth) }
  }

  /// The least rectangle around both.
  func union(_ other: Bounds) -> Bounds {
    var all = self
    all.extend(x: other.minX, y: other.minY)
    all.extend(x: other.maxX, y: other.maxY)
    return all
  }

  mutating func extend(x: Double, y: Double) {
    minX = min(minX, x)
    maxX = max(maxX, x)
    minY = min(minY, y)
    maxY = max(maxY, y)
  }
}
