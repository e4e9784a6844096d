import GeoFormats

/// A PoP of the collection rings.
struct CollectionPoP {
  var code: String
  var commune: Commune
  var latitude: Double
  var longitude: Double
  /// Length of its links from the old room, in kilometres.
  var kilometres: Int
  /// The old room's cable, counted from zero.
  var ring: Int

  private init(
    _ code: String, _ insee: String, _ postal: String, _ name: String, _ place: (Double, Double), _ km: Int, _ ring: Int
  ) {
    self.code = code
    commune = Commune(insee: insee, postal: postal, name: name)
    (latitude, longitude) = place
    kilometres = km
    self.ring = ring
  }

  static let all = [
    Self("ABB", "80001", "80100", "Abbeville", (50.1055, 1.8337), 56, 0),
    Self("FRI", "80368", "80130", "Friville-Escarbotin", (50.083, 1.548), 79, 0),
    Self("MOY", "80578", "80870", "Moyenneville", (50.068, 1.748), 60, 0),
    Self("OIS", "80606", "80140", "Oisemont", (49.956, 1.766), 53, 2),
    Self("POI", "80630", "80290", "Poix-de-Picardie", (49.777, 1.979), 35, 2),
    Self("DOU", "80253", "80600", "Doullens", (50.157, 2.3405), 42, 0),
    Self("ALB", "80016", "80300", "Albert", (50.001, 2.651), 38, 1),
    Self("COR", "80212", "80800", "Corbie", (49.909, 2.511), 21, 1),
    Self("ROS", "80680", "80170", "Rosières-en-Santerre", (49.814, 2.703), 40, 4),
    Self("PER", "80620", "80200", "Péronne", (49.9316, 2.9353), 62, 4),
    Self("HAM", "80410", "80400", "Ham", (49.748, 3.072), 77, 4),
    Self("ROY", "80685", "80700", "Roye", (49.700, 2.790), 55, 4),
    Self("MON", "80561", "80500", "Montdidier", (49.6481, 2.5708), 44, 3),
    // 24 km by road; its links make the way round by 012, which leaves 27 at the least.
    Self("MOR", "80570", "80110", "Moreuil", (49.774, 2.483), 27, 3),
  ]

  /// PoPs that a ring joins one after the other, away from the old room.
  static let rings = [
    ["ABB", "FRI", "MOY", "OIS", "POI"], ["DOU", "ALB", "COR"], ["ROS", "PER", "HAM", "ROY", "MON", "MOR"],
  ]
}

/// Links to the PoPs, and which protects which.
enum CollectionDesign {
  /// Links of each cable of the old room, in the order in which they are dealt to its tubes.
  static let links: [[(pop: String, count: Int)]] = [
    [("ABB", 8), ("MOY", 3), ("FRI", 3), ("DOU", 8)], [("COR", 5), ("ALB", 3)], [("POI", 6), ("OIS", 8)],
    [("MOR", 7), ("MON", 7)], [("ROS", 4), ("PER", 5), ("HAM", 2), ("ROY", 3)], [], [],
  ]

  /// Protected pairs: cable and first link of leg A, cable and first link of leg B, how many.
  static let pairs: [(name: String, first: (ring: Int, link: Int), second: (ring: Int, link: Int), count: Int)] = [
    ("ouest", (0, 0), (2, 0), 14), ("nord", (0, 14), (1, 0), 8), ("sud-est", (4, 0), (3, 0), 13),
  ]

  /// Links without a second leg.
  static let singles = [(ring: 4, link: 13), (ring: 3, link: 13)]

  /// Boxes of the cable to Albert where every tube goes through uncut.
  static let uncutBoxes: Set<Int> = [1, 4]
}

/// A link of two fibres to a PoP.
struct CollectionLink {
  var pop: CollectionPoP
  /// Its rank, from zero, among the links of that PoP.
  var rank: Int
  var strands: [Int]
}
