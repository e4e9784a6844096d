import FibreModel

/// A migration as a cut-over problem in whole numbers, and answers to it as schedules of the migration.
///
/// Only tubes that some schedule has moved take part; the others stay, and cords to them take the tie for good.
struct CutoverMapping {
  let problem: CutoverProblem
  private let facts: ScheduleFacts
  /// The item of each tube of the problem.
  private let items: [Int]
  private let classes: LandingClasses
  /// What each option of each tube stands for.
  private let meanings: [[Meaning]]

  private struct Meaning {
    let option: MoveOption
    let landingClass: Int
    /// Which of the landings of a place of the class it takes.
    let way: Int
  }

  init(_ facts: ScheduleFacts, moving items: [Int], announced: AnnouncedMoves? = nil) {
    self.facts = facts
    self.items = items
    let classes = LandingClasses(facts.landings)
    self.classes = classes
    let closures = Set(items.flatMap { facts.items[$0].options.map(\.closure) }).sorted()
    let closureOffset = Dictionary(uniqueKeysWithValues: closures.enumerated().map { ($0.element, $0.offset) })
    let tubeOffset = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0.element, $0.offset) })
    let operators = Set(items.flatMap { facts.circuits[$0].keys }).sorted()
    let operatorOffset = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($0.element, $0.offset) })
    meanings = items.map { item in
      facts.items[item].options.flatMap { option in
        classes.ways.indices.flatMap { number in
          classes.ways[number].indices.filter { way in
            let place = classes.ways[number][way]
            return place.closure == option.closure && place.strandCount >= option.places.count + option.others.count
          }.map { Meaning(option: option, landingClass: number, way: $0) }
        }
      }
    }
    let making = Making(facts: facts, classes: classes, closureOffset: closureOffset)
    let tubes = zip(items, meanings).map { item, meanings in
      CutoverProblem.Tube(
        options: meanings.map { making.option(item, $0.option, $0.landingClass, $0.way) },
        circuits: facts.circuits[item].sorted { $0.key < $1.key }.compactMap { name, count in
          operatorOffset[name].map { CutoverProblem.Circuits(operatorOffset: $0, count: count) }
        },
        lastingTie: facts.cords[item].reduce(facts.loose[item]) { tubeOffset[$1.other] == nil ? $0 + $1.count : $0 },
        heldTie: facts.stretched[item],
        announced: announced?.move(of: item, options: meanings.map(\.option), facts))
    }
    let lasting = facts.tieInUse - items.reduce(0) { $0 + facts.stretched[$1] }
    problem = CutoverProblem(
      windows: facts.windows.map { CutoverProblem.Window(crews: $0.crews, minutes: $0.minutes - $0.reserveMinutes) },
      closures: closures.map {
        CutoverProblem.Closure(maxCrews: facts.crews(in: $0), visitMinutes: facts.visitMinutes(in: $0))
      },
      tubes: tubes, resources: closures.map { facts.trays[$0]?.count ?? 0 } + classes.places.map(\.count),
      operatorCount: operators.count, operatorQuota: facts.parameters.operatorQuota,
      cords: making.cords(items, tubeOffset), tieFibres: max(0, facts.tieFibres - lasting),
      apart: making.apart(items, tubeOffset), soakWindows: facts.parameters.soakWindows)
  }

  /// The parts of a problem that need the network.
  private struct Making {
    let facts: ScheduleFacts
    let classes: LandingClasses
    let closureOffset: [Index<Box>: Int]

    func option(_ item: Int, _ option: MoveOption, _ landingClass: Int, _ way: Int) -> CutoverProblem.Option {
      let place = classes.ways[landingClass][way]
      let closure = closureOffset[option.closure] ?? 0
      let closed = facts.windows.indices.filter { window in
        facts.isForbidden(item, in: window) || place.acceptedOn.map { facts.windows[window].date <= $0 } ?? false
      }
      let landing = classes.places[landingClass][0].landings[way]
      let metres = facts.landings[landing].strands.values.map(\.length.millimetres).min() ?? 0
      let count = option.places.count + option.others.count
      return CutoverProblem.Option(
        closure: closure, minutes: option.minutes + facts.landingMinutes(landing),
        weightedOutage: facts.weightedOutage(item, option), splices: count,
        newFibreMetres: Int(metres / 1000) * count, isPassage: option.isPassage,
        resources: [closure, closureOffset.count + landingClass], closedWindows: Set(closed))
    }

    func cords(_ items: [Int], _ tubeOffset: [Int: Int]) -> [CutoverProblem.Cords] {
      var counts: [[Int]: Int] = [:]
      for (tube, item) in items.enumerated() {
        for cord in facts.cords[item] {
          if let other = tubeOffset[cord.other], tube < other { counts[[tube, other], default: 0] += cord.count }
        }
      }
      return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { CutoverProblem.Cords(a: $0.key[0], b: $0.key[1], fibres: $0.value) }
    }

    func apart(_ items: [Int], _ tubeOffset: [Int: Int]) -> [CutoverProblem.Pair] {
      items.enumerated().flatMap { tube, item in
        Set(facts.rivals[item]).compactMap { tubeOffset[$0] }.filter { tube < $0 }.sorted()
          .map { CutoverProblem.Pair(a: tube, b: $0) }
      }
    }
  }

  /// The schedule that an answer stands for: each move takes the next free tube of its class, and the next free tray.
  func schedule(_ answer: CutoverSchedule) -> MigrationSchedule {
    var state = ScheduleState(facts: facts)
    var used = [Int](repeating: 0, count: classes.places.count)
    for window in facts.windows.indices {
      for (tube, move) in answer.moves.enumerated() where move.window == window {
        let meaning = meanings[tube][move.option]
        let place = classes.places[meaning.landingClass][used[meaning.landingClass]]
        guard let tray = state.tray(in: meaning.option.closure, facts) else {
          preconditionFailure("an answer takes more trays than there are")
        }
        used[meaning.landingClass] += 1
        state.place(
          items[tube],
          MigrationSchedule.Placed(
            option: meaning.option, window: window, crew: (move.crew ?? 0) + 1, landing: place.landings[meaning.way],
            tray: tray), facts)
      }
      state.closeWindow(window)
    }
    return MigrationSchedule(placed: state.placed, score: facts.score(state))
  }
}
