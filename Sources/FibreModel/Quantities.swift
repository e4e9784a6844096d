/// A length of fibre, cable or path, in whole millimetres.
public struct Length: Hashable, Comparable, Sendable {
  public let millimetres: Int64

  /// Makes a length from whole millimetres.
  public init(millimetres: Int64) { self.millimetres = millimetres }

  /// Rounds to the nearest millimetre, ties to even. `metres` must be finite and below 9 × 10¹⁵ mm.
  public init(metres: Double) { millimetres = Int64((metres * 1000).rounded(.toNearestOrEven)) }

  public static let zero = Length(millimetres: 0)
  /// No section of cable is longer, its slack loops included, nor any pathway: a longer one is a slip, and sums of lengths
  /// up to this one stay far from the largest number.
  public static let longestSection = Length(millimetres: 1_000_000_000)
  public var metres: Double { Double(millimetres) / 1000 }
  public var kilometres: Double { Double(millimetres) / 1_000_000 }

  public static func < (a: Self, b: Self) -> Bool { a.millimetres < b.millimetres }
  public static func + (a: Self, b: Self) -> Self { .init(millimetres: a.millimetres + b.millimetres) }
  public static func - (a: Self, b: Self) -> Self { .init(millimetres: a.millimetres - b.millimetres) }
  public static func += (a: inout Self, b: Self) { a = a + b }
}

/// A loss of optical power, in whole millionths of a decibel.
public struct Loss: Hashable, Comparable, Sendable {
  public let microdecibels: Int64

  /// Makes a loss from whole millionths of a decibel.
  public init(microdecibels: Int64) { self.microdecibels = microdecibels }

  /// Rounds to the nearest millionth of a decibel, ties to even.
  public init(decibels: Double) { microdecibels = Int64((decibels * 1_000_000).rounded(.toNearestOrEven)) }

  public static let zero = Loss(microdecibels: 0)
  public var decibels: Double { Double(microdecibels) / 1_000_000 }

  public static func < (a: Self, b: Self) -> Bool { a.microdecibels < b.microdecibels }
  public static func + (a: Self, b: Self) -> Self { .init(microdecibels: a.microdecibels + b.microdecibels) }
  public static func - (a: Self, b: Self) -> Self { .init(microdecibels: a.microdecibels - b.microdecibels) }
  public static func += (a: inout Self, b: Self) { a = a + b }
  public static func * (count: Int, each: Self) -> Self { .init(microdecibels: Int64(count) * each.microdecibels) }
}

/// Loss per length of fibre at one wavelength, in whole millionths of a decibel per kilometre.
public struct Attenuation: Hashable, Comparable, Sendable {
  public let microdecibelsPerKilometre: Int64

  /// Rounds to the nearest millionth of a decibel per kilometre, ties to even.
  public init(decibelsPerKilometre: Double) {
    microdecibelsPerKilometre = Int64((decibelsPerKilometre * 1_000_000).rounded(.toNearestOrEven))
  }

  public var decibelsPerKilometre: Double { Double(microdecibelsPerKilometre) / 1_000_000 }

  public static func < (a: Self, b: Self) -> Bool { a.microdecibelsPerKilometre < b.microdecibelsPerKilometre }

  /// The loss over a length, rounded once to the nearest millionth of a decibel, halves away from zero.
  public func over(_ length: Length) -> Loss {
    let product = microdecibelsPerKilometre * length.millimetres
    let half: Int64 = product < 0 ? -500_000 : 500_000
    return Loss(microdecibels: (product + half) / 1_000_000)
  }
}

/// A wavelength of light, in whole nanometres.
public struct Wavelength: Hashable, Comparable, Sendable {
  public let nanometres: Int

  /// Makes a wavelength: 1310, 1490, 1550 or 1625 in everyday use.
  public init(nanometres: Int) { self.nanometres = nanometres }

  public static func < (a: Self, b: Self) -> Bool { a.nanometres < b.nanometres }
}
