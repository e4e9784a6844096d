import FibreModel

/// Reads geometries of either byte order, with any header, so that what another program drew is understood too.
///
/// Every read checks the length; text that is no geometry answers nothing.
struct GeometryReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var isLittleEndian = true
  /// Ordinates a point, beyond x and y.
  private var extraOrdinates = 0

  /// The bounds as stated in the header.
  let statedBounds: Bounds?
  /// Whether the header says that nothing is drawn.
  let isStatedEmpty: Bool

  /// Reads the header; nothing when the bytes are no GeoPackage geometry.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
    self.bytes = bytes
    let flags = bytes[3]
    isStatedEmpty = flags & 0x10 != 0
    let doubles = [0, 4, 6, 6, 8, 0, 0, 0][Int(flags >> 1 & 7)]
    guard bytes.count >= 8 + 8 * doubles else { return nil }
    var header = Cursor(bytes: bytes, offset: 8, isLittleEndian: flags & 1 == 1)
    if doubles >= 4, let minX = header.double(), let maxX = header.double(), let minY = header.double(),
      let maxY = header.double()
    {
      statedBounds = Bounds(minX: minX, maxX: maxX, minY: minY, maxY: maxY)
    } else {
      statedBounds = nil
    }
    offset = 8 + 8 * doubles
  }

  /// The line, or nothing when it is another kind of geometry.
  mutating func line() -> Polyline? {
    guard kind() == 2 else { return nil }
    return points().map { Polyline($0) }
  }

  /// The area, or nothing when it is another kind of geometry.
  mutating func area() -> Area? {
    switch kind() {
    case 3: return rings().map { Area([$0]) }
    case 6:
      guard let count = count() else { return nil }
      var polygons: [[[Point]]] = []
      for _ in 0..<count {
        guard kind() == 3, let rings = rings() else { return nil }
        polygons.append(rings)
      }
      return Area(polygons)
    default: return nil
    }
  }

  /// The bounds of whatever is drawn, or nothing when it is empty or unreadable.
  mutating func bounds() -> Bounds? {
    if isStatedEmpty { return nil }
    if let statedBounds { return statedBounds }
    var bounds: Bounds?
    return extend(&bounds) ? bounds : nil
  }

  private mutating func extend(_ bounds: inout Bounds?) -> Bool {
    switch kind() {
    case 1: return extend(&bounds, points: 1)
    case 2: return count().map { extend(&bounds, points: $0) } ?? false
    case 3:
      guard let rings = count() else { return false }
      return (0..<rings).allSatisfy { _ in count().map { extend(&bounds, points: $0) } ?? false }
    case 4, 5, 6, 7:
      guard let parts = count() else { return false }
      return (0..<parts).allSatisfy { _ in extend(&bounds) }
    default: return false
    }
  }

  private mutating func extend(_ bounds: inout Bounds?, points: Int) -> Bool {
    for _ in 0..<points {
      guard let x = double(), let y = double() else { return false }
      offset += 8 * extraOrdinates
      if x.isNaN || y.isNaN { continue }
      if bounds == nil { bounds = Bounds(x: x, y: y) } else { bounds?.extend(x: x, y: y) }
    }
    return true
  }

  private mutating func rings() -> [[Point]]? {
    guard let count = count() else { return nil }
    var rings: [[Point]] = []
    for _ in 0..<count {
      guard let points = points() else { return nil }
      rings.append(points)
    }
    return rings
  }

  private mutating func points() -> [Point]? {
    guard let count = count() else { return nil }
    var points: [Point] = []
    points.reserveCapacity(count)
    for _ in 0..<count {
      guard let x = double(), let y = double(), x.magnitude < 1e12, y.magnitude < 1e12 else { return nil }
      offset += 8 * extraOrdinates
      points.append(Point(metresEast: x, metresNorth: y))
    }
    return points
  }

  /// The byte order and kind of a part: 1 point to 7 collection, whatever its dimensions.
  private mutating func kind() -> UInt32? {
    guard offset < bytes.count else { return nil }
    isLittleEndian = bytes[offset] == 1
    offset += 1
    guard let code = integer() else { return nil }
    extraOrdinates = [0, 1, 1, 2][Int(code / 1000 % 4)]
    return code % 1000
  }

  /// A count of parts or points, each of which takes at least four bytes; nothing when so many can't follow.
  private mutating func count() -> Int? {
    guard let count = integer(), Int(count) <= (bytes.count - offset) / 4 else { return nil }
    return Int(count)
  }

  private mutating func integer() -> UInt32? {
    var cursor = Cursor(bytes: bytes, offset: offset, isLittleEndian: isLittleEndian)
    defer { offset = cursor.offset }
    return cursor.integer(UInt32.self)
  }

  private mutating func double() -> Double? {
    var cursor = Cursor(bytes: bytes, offset: offset, isLittleEndian: isLittleEndian)
    defer { offset = cursor.offset }
    return cursor.double()
  }
}

/// Reads numbers from bytes, never past their end.
private struct Cursor {
  let bytes: [UInt8]
  var offset: Int
  let isLittleEndian: Bool

  mutating func integer<Number: FixedWidthInteger & UnsignedInteger>(_: Number.Type) -> Number? {
    let size = Number.bitWidth / 8
    guard offset + size <= bytes.count else { return nil }
    var value: Number = 0
    for position in 0..<size {
      let byte = bytes[offset + (isLittleEndian ? size - 1 - position : position)]
      value = value << 8 | Number(byte)
    }
    offset += size
    return value
  }

  mutating func double() -> Double? { integer(UInt64.self).map { Double(bitPattern: $0) } }
}
