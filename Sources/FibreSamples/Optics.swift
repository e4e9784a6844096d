/// Limits of a kind of optics: the row of `optics.csv`.
struct Optics {
  var name: String
  var wavelength: Int
  var budget: String
  var minimum: String
  var dispersion = ""
  var reach = ""

  static let all = [
    Optics(name: "LX10", wavelength: 1310, budget: "6", minimum: "0", reach: "10"),
    Optics(name: "10G-LR", wavelength: 1310, budget: "6.2", minimum: "0", reach: "10"),
    Optics(name: "EX40", wavelength: 1310, budget: "17", minimum: "2", reach: "40"),
    Optics(name: "10G-ER", wavelength: 1550, budget: "11", minimum: "5", dispersion: "728", reach: "40"),
    Optics(name: "10G-ZR", wavelength: 1550, budget: "23", minimum: "9", dispersion: "1600", reach: "80"),
    Optics(name: "10G-ZR-A5", wavelength: 1550, budget: "18", minimum: "4", dispersion: "1600", reach: "80"),
    Optics(name: "100G-COH", wavelength: 1550, budget: "30", minimum: "0", dispersion: "40000", reach: "150"),
    Optics(name: "FTTH-TR", wavelength: 1310, budget: "7.5", minimum: "0", reach: "20"),
    Optics(name: "IRU", wavelength: 1550, budget: "20", minimum: "0"),
    Optics(name: "IRU-1625", wavelength: 1625, budget: "16", minimum: "0"),
  ]

  /// What a link inside the town is lit with.
  static func short(metres: Int) -> String { metres <= 5_500 ? "LX10" : "EX40" }

  /// What a link of the collection rings is lit with.
  static func collection(metres: Int) -> String {
    if metres > 45_000 { return "10G-ZR" }
    return metres >= 30_000 ? "10G-ZR-A5" : "10G-ER"
  }
}
