import GeoFormats

/// Tubes of one kind in a cable of the old room.
struct Cell {
  var kind: LinkKind
  var tubes: Int
  var live: Int
}

/// A cable of the old room, up to its last closure.
struct RingCable {
  var number: Int
  var fibres: Int
  var path: [String]
  var cells: [Cell]
  var colours: ColourOrder
  /// Tubes that go through a closure uncut, besides the spare ones.
  var passages: [(closure: String, tubes: [ClosedRange<Int>])]

  var code: String { "CAB-SF-" + padded(number, 2) }
  var tubeCount: Int { fibres / 12 }

  /// Kind and count of live fibres, tube by tube from the first.
  var tubes: [(kind: LinkKind, live: Int)] {
    cells.flatMap { cell in
      let unit = cell.kind == .access || cell.kind == .business ? 1 : 2
      let (base, extra) = (cell.live / unit).quotientAndRemainder(dividingBy: cell.tubes)
      return (0..<cell.tubes).map { (cell.kind, (base + ($0 < extra ? 1 : 0)) * unit) }
    }
  }

  /// The first tube of a kind, and how many there are.
  func range(of kind: LinkKind) -> Range<Int> {
    var first = 1
    for cell in cells {
      if cell.kind == kind { return first..<first + cell.tubes }
      first += cell.tubes
    }
    return first..<first
  }

  /// True when a closure before the last lets a tube through uncut.
  func isPassage(_ tube: Int, at closure: String) -> Bool {
    if tube > tubes.count { return !(number == 1 && closure == "001" && tube >= 35) }
    return passages.contains { $0.closure == closure && $0.tubes.contains { $0.contains(tube) } }
  }
}

/// Closures of the first ring: place, work rules and spare trays.
struct RingClosure {
  var number: String
  var street: String
  var easting: Double
  var northing: Double
  var chamber = "L3T"
  var setupMinutes = 45
  var maxCrews = 1
  var freeTrays = 4
  /// Free trays that really are in the box, where the record says otherwise.
  var trulyFreeTrays: Int?

  var code: String { "BPE-AMI-" + number }
}

/// The old room's cables and the new ones, as the scenario states them.
enum FirstRingDesign {
  static let closures = [
    RingClosure(
      number: "001", street: "rue de Saint-Fuscien / boulevard de Saint-Quentin", easting: 649_839, northing: 6_976_274,
      chamber: "L5T", setupMinutes: 60, maxCrews: 2, freeTrays: 60),
    RingClosure(
      number: "002", street: "route de Paris / boulevard de Châteaudun", easting: 649_183, northing: 6_976_124,
      freeTrays: 24),
    RingClosure(
      number: "003", street: "rue de Saint-Fuscien sud / rocade", easting: 649_925, northing: 6_974_692,
      chamber: "L5T", setupMinutes: 60, freeTrays: 36),
    RingClosure(number: "004", street: "place Alphonse-Fiquet", easting: 650_205, northing: 6_977_094),
    RingClosure(
      number: "005", street: "rue de la République / mail Albert-Ier", easting: 649_549, northing: 6_976_866,
      freeTrays: 2),
    RingClosure(
      number: "006", street: "rue Saint-Honoré / rue Delpech", easting: 648_787, northing: 6_976_094, freeTrays: 12),
    RingClosure(
      number: "007", street: "rue de Cagny / boulevard de Bapaume", easting: 651_086, northing: 6_975_851,
      freeTrays: 36),
    RingClosure(number: "008", street: "chaussée Jules-Ferry", easting: 651_593, northing: 6_976_236),
    RingClosure(
      number: "009", street: "route de Rouen / Pont-de-Metz", easting: 646_483, northing: 6_975_948,
      trulyFreeTrays: 0),
    RingClosure(
      number: "010", street: "faubourg de Hem / rue Saint-Maurice", easting: 648_230, northing: 6_978_158),
    RingClosure(
      number: "011", street: "route de Paris / entrée de Dury", easting: 648_118, northing: 6_973_707, freeTrays: 12),
    RingClosure(number: "012", street: "CHU sud, avenue Laënnec", easting: 647_196, northing: 6_975_218),
  ]

  static let cables = [
    RingCable(
      number: 1, fibres: 432, path: ["001", "005", "010"],
      cells: cells((6, 48), (6, 44), (8, 72), (6, 44), (5, 31)), colours: .orange,
      passages: [("001", [11...14]), ("005", [1...10, 13...36])]),
    RingCable(
      number: 2, fibres: 288, path: ["001", "004"],
      cells: cells((4, 32), (3, 16), (6, 48), (5, 36), (3, 19)), colours: .orange, passages: [("001", [8...9])]),
    RingCable(
      number: 3, fibres: 288, path: ["002", "006", "009"],
      cells: cells((5, 40), (4, 28), (5, 48), (4, 30), (3, 18)), colours: .orange,
      passages: [("002", [10...12, 15...16]), ("006", [6...9, 13...14])]),
    RingCable(
      number: 4, fibres: 432, path: ["003", "011", "012"],
      cells: cells((8, 56), (4, 28), (9, 82), (6, 44), (5, 31)), colours: .orange,
      passages: [("003", [13...15, 28...28]), ("011", [9...12, 16...21])]),
    RingCable(
      number: 5, fibres: 288, path: ["007", "008"],
      cells: cells((4, 32), (4, 28), (5, 44), (5, 36), (3, 19)), colours: .fotag, passages: [("007", [9...10])]),
    RingCable(
      number: 6, fibres: 144, path: ["001", "002"], cells: cells((3, 22), nil, (2, 12), (4, 28), (1, 6)),
      colours: .fotag, passages: [("001", [1...12])]),
    RingCable(
      number: 7, fibres: 144, path: ["003", "007"], cells: cells((4, 38), nil, (3, 28), (2, 16), (1, 6)),
      colours: .fotag, passages: [("003", [1...12])]),
  ]

  /// New cables: closure, fibres, metres, day of acceptance, in the order of the new room's panels.
  static let newCables: [(closure: String, fibres: Int, metres: Int, acceptedOn: String)] = [
    ("001", 720, 3_300, "2027-01-05"), ("002", 288, 3_000, "2027-01-05"), ("003", 432, 1_200, "2027-01-05"),
    ("006", 144, 3_100, "2027-02-15"), ("007", 432, 3_400, "2027-01-05"), ("011", 144, 1_900, "2027-01-05"),
  ]

  /// Tubes recorded as uncut at 002, though they are spliced there.
  static let foundSpliced = 10...12

  private typealias Share = (tubes: Int, live: Int)

  private static func cells(_ shares: Share?...) -> [Cell] {
    zip(LinkKind.allCases, shares).compactMap { kind, share in
      share.map { Cell(kind: kind, tubes: $0.tubes, live: $0.live) }
    }
  }
}
