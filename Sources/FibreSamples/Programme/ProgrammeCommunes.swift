/// A commune of the made-up programme: its code, name and place are real, its works are not.
struct ProgrammeCommune {
  let code: String
  let name: String
  let longitude: Double
  let latitude: Double
  let lot: Int
  let zones: Int

  private init(
    _ code: String, _ name: String, _ longitude: Double, _ latitude: Double, lot: Int, zones: Int = 1
  ) {
    self.code = code
    self.name = name
    self.longitude = longitude
    self.latitude = latitude
    self.lot = lot
    self.zones = zones
  }

  /// Small towns of the Somme outside the areas of private operators, in order of code.
  static let all: [ProgrammeCommune] = [
    ProgrammeCommune("80010", "Ailly-sur-Noye", 2.355, 49.749, lot: 2),
    ProgrammeCommune("80011", "Ailly-sur-Somme", 2.185, 49.912, lot: 2),
    ProgrammeCommune("80013", "Airaines", 1.943, 49.972, lot: 1),
    ProgrammeCommune("80016", "Albert", 2.650, 50.004, lot: 3, zones: 2),
    ProgrammeCommune("80039", "Ault", 1.447, 50.093, lot: 4),
    ProgrammeCommune("80071", "Beauval", 2.325, 50.106, lot: 2),
    ProgrammeCommune("80101", "Beuvraignes", 2.778, 49.640, lot: 3),
    ProgrammeCommune("80136", "Bray-sur-Somme", 2.720, 49.950, lot: 3),
    ProgrammeCommune("80186", "Chaulnes", 2.799, 49.815, lot: 3),
    ProgrammeCommune("80211", "Conty", 2.145, 49.748, lot: 2),
    ProgrammeCommune("80212", "Corbie", 2.498, 49.925, lot: 2, zones: 2),
    ProgrammeCommune("80222", "Crécy-en-Ponthieu", 1.834, 50.244, lot: 1),
    ProgrammeCommune("80228", "Le Crotoy", 1.627, 50.250, lot: 1),
    ProgrammeCommune("80240", "Doingt", 2.965, 49.921, lot: 3),
    ProgrammeCommune("80253", "Doullens", 2.350, 50.157, lot: 2, zones: 2),
    ProgrammeCommune("80274", "Eppeville", 3.048, 49.738, lot: 3),
    ProgrammeCommune("80308", "Feuquières-en-Vimeu", 1.604, 50.059, lot: 1),
    ProgrammeCommune("80316", "Flesselles", 2.258, 50.001, lot: 2),
    ProgrammeCommune("80318", "Flixecourt", 2.081, 50.013, lot: 1),
    ProgrammeCommune("80338", "Fouilloy", 2.506, 49.893, lot: 2),
    ProgrammeCommune("80360", "Fressenneville", 1.568, 50.063, lot: 1),
    ProgrammeCommune("80368", "Friville-Escarbotin", 1.544, 50.084, lot: 1),
    ProgrammeCommune("80373", "Gamaches", 1.561, 49.993, lot: 4),
    ProgrammeCommune("80410", "Ham", 3.078, 49.754, lot: 3, zones: 2),
    ProgrammeCommune("80415", "Hangest-en-Santerre", 2.596, 49.747, lot: 3),
    ProgrammeCommune("80417", "Harbonnières", 2.669, 49.848, lot: 3),
    ProgrammeCommune("80431", "Hérissart", 2.416, 50.028, lot: 2),
    ProgrammeCommune("80442", "Hombleux", 2.991, 49.743, lot: 3),
    ProgrammeCommune("80443", "Hornoy-le-Bourg", 1.901, 49.843, lot: 1),
    ProgrammeCommune("80507", "Marcelcave", 2.571, 49.850, lot: 3),
    ProgrammeCommune("80523", "Méaulte", 2.666, 49.974, lot: 3),
    ProgrammeCommune("80533", "Mers-les-Bains", 1.406, 50.069, lot: 4),
    ProgrammeCommune("80552", "Moislains", 2.969, 49.996, lot: 3),
    ProgrammeCommune("80561", "Montdidier", 2.570, 49.649, lot: 3, zones: 2),
    ProgrammeCommune("80570", "Moreuil", 2.481, 49.775, lot: 2),
    ProgrammeCommune("80585", "Nesle", 2.907, 49.760, lot: 3),
    ProgrammeCommune("80620", "Péronne", 2.928, 49.929, lot: 3, zones: 2),
    ProgrammeCommune("80625", "Trois-Rivières", 2.549, 49.707, lot: 2),
    ProgrammeCommune("80630", "Poix-de-Picardie", 1.975, 49.766, lot: 1),
    ProgrammeCommune("80635", "Pont-Remy", 1.915, 50.062, lot: 1),
    ProgrammeCommune("80644", "Proyart", 2.705, 49.895, lot: 3),
    ProgrammeCommune("80652", "Le Quesnel", 2.625, 49.782, lot: 3),
    ProgrammeCommune("80677", "Roisel", 3.095, 49.944, lot: 3),
    ProgrammeCommune("80680", "Rosières-en-Santerre", 2.699, 49.817, lot: 3),
    ProgrammeCommune("80685", "Roye", 2.788, 49.695, lot: 3, zones: 2),
    ProgrammeCommune("80688", "Rue", 1.664, 50.275, lot: 1),
    ProgrammeCommune("80706", "Saint-Léger-lès-Domart", 2.145, 50.059, lot: 2),
    ProgrammeCommune("80714", "Saint-Quentin-la-Motte-Croix-au-Bailly", 1.443, 50.074, lot: 4),
    ProgrammeCommune("80793", "Vignacourt", 2.197, 50.009, lot: 2),
    ProgrammeCommune("80798", "Villers-Bocage", 2.322, 50.003, lot: 2),
    ProgrammeCommune("80799", "Villers-Bretonneux", 2.520, 49.862, lot: 2, zones: 2),
    ProgrammeCommune("80827", "Woincourt", 1.539, 50.064, lot: 1),
  ]

  /// The towns whose exchange feeds those around, in order of code.
  private static let centralOffices: Set<String> = [
    "80016", "80253", "80368", "80410", "80561", "80620", "80630", "80688", "80799",
  ]

  /// The code of the town whose central office is nearest; of equally near ones the first.
  var centralOffice: String {
    let towns = Self.all.filter { Self.centralOffices.contains($0.code) }
    return towns.min { distance(to: $0) < distance(to: $1) }?.code ?? code
  }

  /// In squares of degrees, a degree of longitude being about 0.65 of one of latitude here.
  private func distance(to other: ProgrammeCommune) -> Double {
    let (east, north) = ((longitude - other.longitude) * 0.65, latitude - other.latitude)
    return east * east + north * north
  }
}
