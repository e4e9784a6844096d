import GeoFormats

/// How the access network behind each cabinet is made.
enum AccessDesign {
  static let branches = 5
  static let pointsPerBranch = 10
  static let outletsPerPoint = 6
  static let patchedOutlets = 180
  static let couplerOutputs = 32
  static let modulo = 6
  /// Capacity of a branch's cable up to its fifth point, and after it.
  static let firstCapacity = 72
  static let secondCapacity = 36

  /// The panel where two fibres are recorded on one port: cabinet, branch, port, and the fibre that should be elsewhere.
  static let doubledPort = (cabinet: "DUR", branch: 1, port: 66, fibre: 67)

  /// Metres between two branches, between two points, and from the cabinet to the first point.
  static let branchSpacing = 90.0
  static let pointSpacing = 55.0
  static let firstPoint = 60.0
}

/// The streets of a cabinet's area: a grid, turned about the cabinet.
struct AccessGrid {
  var origin: Coordinate
  /// Cosine and sine of the turn.
  var cosine: Double
  var sine: Double

  /// The place `along` metres down the streets and `across` metres over them.
  func place(_ along: Double, _ across: Double) -> Coordinate {
    Coordinate(
      x: origin.x + along * cosine - across * sine, y: origin.y + along * sine + across * cosine
    ).toCentimetre
  }

  /// A rectangle, as a polygon.
  func rectangle(_ along: ClosedRange<Double>, _ across: ClosedRange<Double>) -> Geometry {
    let corners = [
      place(along.lowerBound, across.lowerBound), place(along.lowerBound, across.upperBound),
      place(along.upperBound, across.upperBound), place(along.upperBound, across.lowerBound),
    ]
    return .multipolygon([[corners + [corners[0]]]])
  }

  /// Where a branch runs, across the streets.
  func across(branch: Int) -> Double {
    Double(branch - (AccessDesign.branches + 1) / 2) * AccessDesign.branchSpacing
  }

  /// Where a point stands, along its street.
  func along(point: Int) -> Double { AccessDesign.firstPoint + Double(point - 1) * AccessDesign.pointSpacing }
}
