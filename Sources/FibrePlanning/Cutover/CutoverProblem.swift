/// The cut-over problem in whole numbers: which tube is moved where, in which window, by which crew.
///
/// Everything is named by its offset. What a service asks of its tube (outage, circuits, the other leg, forbidden days)
/// is stated per tube and option, so that the same problem is made from an instance file and from a full network.
public struct CutoverProblem: Hashable, Sendable {
  /// A night in which work is possible.
  public struct Window: Hashable, Sendable {
    /// 0 where no work is possible.
    public var crews: Int
    /// Of the window, less the reserve for roll-back.
    public var minutes: Int

    /// Makes a window.
    public init(crews: Int, minutes: Int) {
      self.crews = crews
      self.minutes = minutes
    }
  }

  /// A place where crews work.
  public struct Closure: Hashable, Sendable {
    /// Crews that find room in it at once.
    public var maxCrews: Int
    /// Setup and closing of one visit.
    public var visitMinutes: Int

    /// Makes a closure.
    public init(maxCrews: Int, visitMinutes: Int) {
      self.maxCrews = maxCrews
      self.visitMinutes = visitMinutes
    }
  }

  /// One way to move a tube.
  public struct Option: Hashable, Sendable {
    /// Where the tube is cut, by offset.
    public var closure: Int
    /// Of work in the closure, but for setup and closing.
    public var minutes: Int
    /// Minutes summed over the services, those of vital ones three times.
    public var weightedOutage: Int
    /// Fusion splices on the live network.
    public var splices: Int
    /// Summed over the spliced fibres.
    public var newFibreMetres: Int
    /// Whether the tube passes the closure uncut.
    public var isPassage: Bool
    /// What it takes one of: trays of a closure, tubes of a new cable, of a relay…
    public var resources: [Int]
    /// Windows in which it can't be used: before the cable is accepted, or when a client forbids it.
    public var closedWindows: Set<Int>

    /// Makes an option.
    public init(
      closure: Int, minutes: Int, weightedOutage: Int = 0, splices: Int = 0, newFibreMetres: Int = 0,
      isPassage: Bool = false, resources: [Int] = [], closedWindows: Set<Int> = []
    ) {
      self.closure = closure
      self.minutes = minutes
      self.weightedOutage = weightedOutage
      self.splices = splices
      self.newFibreMetres = newFibreMetres
      self.isPassage = isPassage
      self.resources = resources
      self.closedWindows = closedWindows
    }
  }

  /// Circuits of one operator.
  public struct Circuits: Hashable, Sendable {
    /// Of the operator.
    public var operatorOffset: Int
    public var count: Int

    /// Makes circuits.
    public init(operatorOffset: Int, count: Int) {
      self.operatorOffset = operatorOffset
      self.count = count
    }
  }

  /// A move that is carried out already.
  public struct Done: Hashable, Sendable {
    public var option: Int
    public var window: Int

    /// Makes a move that is carried out.
    public init(option: Int, window: Int) {
      self.option = option
      self.window = window
    }
  }

  /// The move that was announced, and what it costs to announce another window.
  public struct Announced: Hashable, Sendable {
    public var option: Int
    public var window: Int
    public var weight: Int

    /// Makes an announced move.
    public init(option: Int, window: Int, weight: Int) {
      self.option = option
      self.window = window
      self.weight = weight
    }
  }

  /// What moves as one, in one of several ways.
  public struct Tube: Hashable, Sendable {
    /// One at least is needed to move.
    public var options: [Option]
    /// One entry an operator.
    public var circuits: [Circuits]
    /// Tie fibres that it takes for good once it has moved: cords to tubes that never move.
    public var lastingTie: Int
    /// Tie fibres that are in use before anything moves, and that it frees when it moves.
    public var heldTie: Int
    /// Set for what has moved before: it takes part in all rules, and stays.
    public var done: Done?
    /// Set where a notice has gone out.
    public var announced: Announced?

    /// Makes a tube.
    public init(
      options: [Option], circuits: [Circuits] = [], lastingTie: Int = 0, heldTie: Int = 0,
      done: Done? = nil, announced: Announced? = nil
    ) {
      self.options = options
      self.circuits = circuits
      self.lastingTie = lastingTie
      self.heldTie = heldTie
      self.done = done
      self.announced = announced
    }
  }

  /// Two tubes, and a figure.
  public struct Cords: Hashable, Sendable {
    public var a: Int
    public var b: Int
    public var fibres: Int

    /// Makes cords.
    public init(a: Int, b: Int, fibres: Int) {
      self.a = a
      self.b = b
      self.fibres = fibres
    }
  }

  /// Two tubes, by offset.
  public struct Pair: Hashable, Sendable {
    public var a: Int
    public var b: Int

    /// Makes a pair.
    public init(a: Int, b: Int) {
      self.a = a
      self.b = b
    }
  }

  /// In order of date.
  public var windows: [Window]
  public var closures: [Closure]
  public var tubes: [Tube]
  /// How many of each resource there are.
  public var resources: [Int]
  public var operatorCount: Int
  /// Circuits of one operator that may move in one window.
  public var operatorQuota: Int
  /// Patch cords between two tubes, which take the tie while one tube has moved.
  public var cords: [Cords]
  /// Fibres of the tie that may be in use after any window.
  public var tieFibres: Int
  /// Pairs of tubes that hold the two legs of a client.
  public var apart: [Pair]
  /// Windows between the two tubes of such a pair, at least.
  public var soakWindows: Int
  /// Pairs of tubes that move in the same window.
  public var together: [Pair]

  /// Makes a problem.
  public init(
    windows: [Window], closures: [Closure], tubes: [Tube], resources: [Int] = [], operatorCount: Int = 0,
    operatorQuota: Int = .max, cords: [Cords] = [], tieFibres: Int = .max, apart: [Pair] = [], soakWindows: Int = 1,
    together: [Pair] = []
  ) {
    self.windows = windows
    self.closures = closures
    self.tubes = tubes
    self.resources = resources
    self.operatorCount = operatorCount
    self.operatorQuota = operatorQuota
    self.cords = cords
    self.tieFibres = tieFibres
    self.apart = apart
    self.soakWindows = soakWindows
    self.together = together
  }
}

/// An answer to the problem, by offsets.
public struct CutoverSchedule: Hashable, Sendable {
  /// Where and when a tube moves.
  public struct Move: Hashable, Sendable {
    public var option: Int
    public var window: Int
    /// Counts from 0 in each window; nothing for what was carried out before.
    public var crew: Int?

    /// Makes a move.
    public init(option: Int, window: Int, crew: Int?) {
      self.option = option
      self.window = window
      self.crew = crew
    }
  }

  /// By tube.
  public var moves: [Move]
  public var objectives: CutoverObjectives

  /// Makes a schedule.
  public init(moves: [Move], objectives: CutoverObjectives) {
    self.moves = moves
    self.objectives = objectives
  }
}
