import GeoFormats

/// The communes that a network is to serve.
public struct Territory: Sendable {
  /// A commune as the network takes it.
  struct Commune: Sendable {
    var insee: String
    var name: String
    var population: Int
    /// Lambert-93 metres; nothing when no one says where it lies.
    var point: Coordinate?
    /// Communes of one group lie together when they have to be placed.
    var group = ""

    /// A postal code that looks like one of its département.
    var postal: String { insee.prefix(2) + "000" }
  }

  var communes: [Commune]
}

extension Territory {
  /// Plugs for each commune that a made-up territory has.
  private static let plugsPerCommune = 340
  /// INSEE gives no département this number.
  private static let madeUpNumber = "96"

  /// A made-up territory for a number of plugs: populations fall with their rank, as those of real communes do.
  static func madeUp(plugs: Int, seed: UInt64) -> Territory {
    let count = max(1, plugs / plugsPerCommune)
    var random = SeededGenerator(seed: seed, subject: 10)
    var names = CommuneNames(seed: seed)
    let ranks = random.shuffled(Array(1...count))
    let communes = ranks.enumerated().map { offset, rank in
      Commune(
        insee: madeUpNumber + padded(offset + 1, count > 999 ? 4 : 3), name: names.next(),
        population: max(40, Int(36_000 / (Double(rank) + 1.5) * random.fraction(0.85, 1.15))))
    }
    return Territory(communes: communes)
  }
}

/// Names that no commune bears, or few do, but that any could.
struct CommuneNames {
  private var random: SeededGenerator
  private var given: Set<String> = []

  private static let stems = [
    "Béthen", "Frémi", "Hélicourt", "Brévill", "Étréau", "Nœuvill", "Crécour", "Maurep", "Vauchell", "Épagn",
    "Sélincour",
    "Dommart", "Rosièr", "Œuvr", "Hérissar", "Lanch", "Thézi", "Fouquecour", "Ploqu", "Génér", "Marquivill", "Bellanc",
  ]
  private static let endings = ["es", "court", "ville", "y", "ois", "elles", "mont", "ières", "encourt", "euil"]
  private static let saints = [
    "Aubin", "Éloi", "Léger", "Valery", "Gérard", "Rémy", "Riquier", "Hélène", "Côme", "Maxent", "Firmin", "Gratien",
  ]
  private static let rivers = [
    "sur-Brêle", "sur-Aunette", "en-Vimois", "lès-Étangs", "le-Haut", "le-Sec", "la-Forêt", "sous-Bois", "aux-Prés",
    "l'Abbaye", "en-Châtelain", "sur-Noirève",
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed, subject: 11) }

  /// A name not given before.
  mutating func next() -> String {
    for _ in 0..<40 {
      let name = draw()
      if given.insert(name).inserted { return name }
    }
    // Past a few thousand communes the words run out: real communes bear a second name then.
    var name: String
    repeat { name = draw() + "-" + draw() } while !given.insert(name).inserted
    return name
  }

  private mutating func draw() -> String {
    let isSaint = random.below(5) == 0
    let first = isSaint ? "Saint-" + pick(Self.saints) : pick(Self.stems) + pick(Self.endings)
    return isSaint || random.below(3) == 0 ? first + "-" + pick(Self.rivers) : first
  }

  private mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }
}
