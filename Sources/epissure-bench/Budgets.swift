/// What each step of the main job may take on the reference network, in seconds and megabytes of 10⁶ bytes.
enum Budgets {
  static let importing = 3.0
  static let snapshot = 0.3
  static let allRoutes = 0.05
  static let planAndCheck = 10.0
  static let outputs = 15.0
  static let impactIndex = 1.0
  static let impact = 0.05
  static let singlePoints = 2.0
  static let smallImport = 1.0
  static let forecast = 1.0
  static let review = 1.0
  static let pack = 3.0
  static let peakMegabytes = 400.0

  // Lists of 220,000 addresses, 130 of them
  static let addressList = 6.0
  static let addressListsMegabytes = 2000.0
  static let progress = 10.0

  // On a département of 216,000 plugs
  static let scaleSnapshot = 2.5
  static let scaleAllRoutes = 1.0
  static let pathsPrepared = 2.0
  static let paths = 1.0
  static let scalePeakMegabytes = 1200.0
}
