public import FibreModel

/// Up to where a measured route is good. Defaults: values of French practice, with their sources.
public struct MeasurementLimits: Hashable, Sendable {
  /// A fusion splice, whether seen from one end or averaged over both: 0.2 dB. Source: Objectif fibre guides, one-way
  /// OTDR maximum.
  public var splice: Loss
  public var mechanicalSplice: Loss
  /// The mean of all splices of a route, each averaged over both directions: 0.1 dB. Source: ITU-T L.12.
  public var meanSplice: Loss
  /// SC/APC, grade B1: 0.5 dB. Source: Objectif fibre guides.
  public var connector = Loss(decibels: 0.5)
  /// SC/APC throws back less than −55 dB. Source: Objectif fibre guides.
  public var reflectance = Loss(decibels: -55)
  /// More loss than this at a longer wavelength than at 1310 nm is a bend, not a bad splice: 0.2 dB; trade convention.
  public var bend = Loss(decibels: 0.2)
  /// A rise of the curve smaller than this is noise.
  public var gain = Loss(decibels: 0.03)

  /// The limits that go with what a network's rules expect of splices.
  public init(_ optical: OpticalParameters) {
    splice = optical.fusionSpliceLimit
    mechanicalSplice = max(optical.mechanicalSplice, optical.fusionSpliceLimit)
    meanSplice = optical.fusionSplice
  }
}

extension MeasurementLimits {
  /// How far the length of a fibre may be from that of its route, in thousandths: 20 where every section is stated as
  /// laid, since helix and instrument make up to 2 %; else 100, which is what contracts add to lengths on the map.
  static func lengthTolerance(ofRouteAsLaid isAsLaid: Bool) -> Int64 { isAsLaid ? 20 : 100 }

  /// How far an event may lie from its joint once both ends lie on theirs: a coil of spare cable either side of a closure,
  /// and 1 % of the way to the nearer end.
  static func placeTolerance(at position: Length, of whole: Length) -> Length {
    Length(millimetres: 25_000 + max(0, min(position.millimetres, (whole - position).millimetres)) / 100)
  }

  /// Joints nearer to each other than this are one event to an instrument.
  static let resolution = Length(millimetres: 15_000)

  /// Fibres at least this long before or behind a route are launch fibres; 500 m are asked for, less some wear.
  static let launchFibre = Length(millimetres: 400_000)
}
