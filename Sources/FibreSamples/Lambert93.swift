import Foundation
import GeoFormats

/// Degrees to Lambert-93 metres, on the GRS80 ellipsoid.
///
/// Conformal conic projection with the constants of EPSG:2154 as published by IGN (NTG_71, "Projection conique conforme de
/// Lambert"). Results are rounded to the centimetre.
enum Lambert93 {
  private static let eccentricity = 0.081_819_191_042_815_79
  private static let exponent = 0.725_607_765_053_267_0
  private static let constant = 11_754_255.426_1
  private static let falseEasting = 700_000.0
  private static let poleNorthing = 12_655_612.049_9

  static func point(longitude: Double, latitude: Double) -> Coordinate {
    let phi = latitude * .pi / 180
    let sine = eccentricity * sin(phi)
    let isometric = log(tan(.pi / 4 + phi / 2) * pow((1 - sine) / (1 + sine), eccentricity / 2))
    let radius = constant * exp(-exponent * isometric)
    let angle = exponent * (longitude - 3) * .pi / 180
    return Coordinate(x: falseEasting + radius * sin(angle), y: poleNorthing - radius * cos(angle)).toCentimetre
  }
}

extension Coordinate {
  /// The same place, to the nearest centimetre.
  var toCentimetre: Coordinate {
    Coordinate(x: (x * 100).rounded() / 100, y: (y * 100).rounded() / 100)
  }

  /// The place reached by going `metres` along `angle`, counted in radians from the east towards the north.
  func moved(_ metres: Double, towards angle: Double) -> Coordinate {
    Coordinate(x: x + metres * cos(angle), y: y + metres * sin(angle)).toCentimetre
  }

  /// The straight distance to another place, in metres.
  func distance(to other: Coordinate) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
