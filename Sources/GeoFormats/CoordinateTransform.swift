import CGDAL

/// Coordinates from one coordinate system to another, both given by EPSG number: 2154 is Lambert-93, 4326 is longitude
/// and latitude in degrees, in this order.
///
/// A value belongs to one thread at a time.
public struct CoordinateTransform: ~Copyable {
  private let handle: OGRCoordinateTransformationH
  private let from: Int
  private let to: Int

  public init(from: Int, to: Int) throws(FormatError) {
    self.from = from
    self.to = to
    handle = try GDALLibrary.quietly { () throws(FormatError) in
      let source = Self.system(from)
      let target = Self.system(to)
      defer {
        OSRDestroySpatialReference(source)
        OSRDestroySpatialReference(target)
      }
      guard let source, let target, let handle = OCTNewCoordinateTransformation(source, target) else {
        throw .noTransform(from: from, to: to)
      }
      return handle
    }
  }

  /// The coordinates in the target system, or the error `noTransform` when one of them lies outside of where the
  /// systems are defined.
  public func callAsFunction(_ coordinates: [Coordinate]) throws(FormatError) -> [Coordinate] {
    var x = coordinates.map(\.x)
    var y = coordinates.map(\.y)
    let isDone = GDALLibrary.quietly { OCTTransform(handle, Int32(coordinates.count), &x, &y, nil) != 0 }
    guard isDone, (x + y).allSatisfy(\.isFinite) else { throw .noTransform(from: from, to: to) }
    return zip(x, y).map { Coordinate(x: $0, y: $1) }
  }

  private static func system(_ number: Int) -> OGRSpatialReferenceH? {
    let system = OSRNewSpatialReference(nil)
    guard OSRImportFromEPSG(system, Int32(number)) == OGRERR_NONE else {
      OSRDestroySpatialReference(system)
      return nil
    }
    // Otherwise EPSG:4326 is latitude first.
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
    return system
  }

  deinit {
    OCTDestroyCoordinateTransformation(handle)
  }
}
