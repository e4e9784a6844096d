import GeoFormats

/// A public site with two links to the operators' room, as the scenario lists them.
struct PublicSite {
  var number: Int
  var name: String
  var isVital: Bool
  var point: Coordinate
  var commune: Commune
}

enum PublicSites {
  /// Name, then thousandths of a degree after 49° north and 2° east; `!` marks a vital site.
  private static let list = [
    "SDIS nord! 912 290", "collège A 915 300", "annexe mairie 910 305", "police! 897 300", "collège B 920 312",
    "bibliothèque A 905 295", "mairie! 894 302", "école A 918 296", "gymnase A 922 303", "médiathèque 896 292",
    "hôpital B! 880 262", "collège C 886 270", "école B 889 279", "SDIS ouest! 884 258", "lycée A 883 283",
    "gymnase B 879 275", "salle de crise! 878 285", "mairie Pont-de-Metz 879 244", "bibliothèque C 887 286",
    "collège D 875 281", "trésorerie A! 888 290", "collège E 884 330", "école C 880 335", "mairie Longueau! 873 357",
    "gymnase C 886 322", "lycée B 878 325", "SDIS est! 889 338", "mairie Cagny 862 341", "bibliothèque D 882 319",
    "école Camon 889 346", "CHU sud! 873 266", "université 868 275", "collège F 866 292", "SAMU! 874 268",
    "lycée C 870 298", "trésorerie B 864 288", "centre de gestion! 861 283", "mairie Salouël 870 244",
    "mairie Dury 848 270", "gymnase D 868 305",
  ]

  private static let communes: [Int: Commune] = [
    18: Commune(insee: "80632", postal: "80480", name: "Pont-de-Metz"),
    24: Commune(insee: "80489", postal: "80330", name: "Longueau"),
    28: Commune(insee: "80160", postal: "80330", name: "Cagny"),
    30: Commune(insee: "80164", postal: "80450", name: "Camon"),
    38: Commune(insee: "80725", postal: "80480", name: "Salouël"),
    39: Commune(insee: "80261", postal: "80480", name: "Dury"),
  ]

  static let all: [PublicSite] = list.enumerated().map { offset, line in
    let words = line.split(separator: " ")
    let name = words.dropLast(2).joined(separator: " ")
    let thousandths = words.suffix(2).map { Double($0) ?? 0 }
    return PublicSite(
      number: offset + 1, name: name.replacing("!", with: ""), isVital: name.contains("!"),
      point: Lambert93.point(longitude: 2 + thousandths[1] / 1_000, latitude: 49 + thousandths[0] / 1_000),
      commune: communes[offset + 1] ?? .amiens)
  }
}
