/// A commune with its official code and a postal code: real ones, so that addresses look like addresses.
struct Commune {
  var insee: String
  var postal: String
  var name: String

  static let amiens = Commune(insee: "80021", postal: "80000", name: "Amiens")
}

/// Names that make invented addresses read like French ones.
enum Streets {
  static let names = [
    "rue des Épinettes", "rue de l'Église", "rue du Général-Leclerc", "avenue de la Défense-Passive",
    "rue Saint-Honoré",
    "rue du Maréchal-Foch", "rue des Tilleuls", "allée des Peupliers", "rue de la Vallée", "chemin de Halage",
    "rue Jean-Jaurès", "rue Émile-Zola", "place de la République", "rue du Moulin-à-Vent", "rue des Prés-Forêts",
    "route de Conty", "rue Gaëtan-Legrand", "rue du Château-d'Eau", "impasse des Cerisiers", "rue André-Chénier",
    "rue des Écoles", "rue du Huit-Mai-1945", "rue de l'Hôtel-de-Ville", "boulevard Sébastopol", "rue Gabriel-Fauré",
  ]

  /// First words of business names.
  static let trades = [
    "Ateliers", "Transports", "Imprimerie", "Menuiserie", "Cabinet", "Laboratoire", "Boulangerie", "Garage",
    "Électricité", "Clinique vétérinaire", "Études", "Logistique", "Pépinières", "Métallerie", "Hôtel",
  ]

  /// Last words of business names.
  static let families = [
    "Caron", "Lefèvre", "Dupré", "Vasseur", "Tellier", "Crépin", "Boulanger", "Hénin", "Carpentier", "Leclercq",
    "Delattre", "Bœuf", "Noël", "Gérard", "Picard", "Devauchelle", "Thuillier", "Maillé",
  ]
}
