/// An instance of the cut-over problem as its file states it, by name; nothing in it is checked.
///
/// Minutes, metres, fibres and windows are whole numbers; windows and crews are numbered from 1. A window lasts
/// `windowMinutes`, of which a crew can work what the roll-back reserve, the setup and the closing of its closure leave.
public struct CutoverInstance: Hashable, Sendable {
  /// The figures that hold everywhere.
  public struct Parameters: Hashable, Sendable {
    public var windowMinutes = 360
    public var reserveMinutes = 60
    public var closeMinutes = 15
    public var spliceMinutes = 5
    public var testMinutes = 2
    public var tubeOpeningMinutes = 10
    /// Circuits of one operator that may move in one window.
    public var operatorQuota = 40
    public var tieFibres = 48
    /// Windows that lie at least between the moves of two legs; 1 is another window.
    public var soakWindows = 1
    /// Fibres of a usual tube; each cable states its own.
    public var modulo = 12
    /// Closures that a crew may visit in a window.
    public var closuresPerCrew = 1

    /// Makes the usual figures.
    public init() {}
  }

  /// A splice closure, and what it has room for.
  public struct Closure: Hashable, Sendable {
    public var id: String
    /// Crews that find room in it at once.
    public var maxCrews: Int
    /// Each tube that is moved there takes one.
    public var freeTrays: Int
    /// Of each visit, before the work.
    public var setupMinutes: Int

    /// Makes a closure.
    public init(id: String, maxCrews: Int, freeTrays: Int, setupMinutes: Int) {
      self.id = id
      self.maxCrews = maxCrews
      self.freeTrays = freeTrays
      self.setupMinutes = setupMinutes
    }
  }

  /// A cable of the new site.
  public struct Cable: Hashable, Sendable {
    public var id: String
    /// Where it lands.
    public var closure: String
    /// Of the whole cable.
    public var fibres: Int
    /// Fibres of a tube.
    public var modulo: Int

    /// Makes a cable.
    public init(id: String, closure: String, fibres: Int, modulo: Int) {
      self.id = id
      self.closure = closure
      self.fibres = fibres
      self.modulo = modulo
    }
  }

  /// A closure where a tube may be cut, and the cable that takes it.
  public struct Candidate: Hashable, Sendable {
    public var closure: String
    /// The cable of the new site, of which it takes a whole tube.
    public var cable: String
    /// Uncut there: all its fibres are dark together, and all are spliced.
    public var isPassage: Bool
    /// Splices where the tube is cut already: its live fibres.
    public var liveSplices: Int
    /// Splices where it passes uncut: all its fibres.
    public var totalSplices: Int
    /// From the new site to the closure.
    public var newMetres: Int

    /// Makes a candidate.
    public init(
      closure: String, cable: String, isPassage: Bool, liveSplices: Int, totalSplices: Int, newMetres: Int
    ) {
      self.closure = closure
      self.cable = cable
      self.isPassage = isPassage
      self.liveSplices = liveSplices
      self.totalSplices = totalSplices
      self.newMetres = newMetres
    }
  }

  /// A tube that leaves the old site; one without live fibres does not move.
  public struct Tube: Hashable, Sendable {
    public var id: String
    /// 0 for a spare tube.
    public var liveFibres: Int
    /// One a closure.
    public var candidates: [Candidate]

    /// Makes a tube.
    public init(id: String, liveFibres: Int, candidates: [Candidate]) {
      self.id = id
      self.liveFibres = liveFibres
      self.candidates = candidates
    }
  }

  /// A service, on fibres of one tube.
  public struct Service: Hashable, Sendable {
    public var id: String
    /// The tube that it lies in.
    public var tube: String
    public var client: String
    public var operatorName: String
    /// Fibres of the tube that it takes.
    public var fibres: Int
    /// Its minutes of outage count three times.
    public var isVital: Bool
    /// Minutes that it may be dark in the night of its move.
    public var maxOutageMinutes: Int
    /// The other leg.
    public var protects: String?

    /// Makes a service.
    public init(
      id: String, tube: String, client: String, operatorName: String, fibres: Int, isVital: Bool,
      maxOutageMinutes: Int, protects: String? = nil
    ) {
      self.id = id
      self.tube = tube
      self.client = client
      self.operatorName = operatorName
      self.fibres = fibres
      self.isVital = isVital
      self.maxOutageMinutes = maxOutageMinutes
      self.protects = protects
    }
  }

  /// Patch cords of the old room between two tubes.
  public struct Cords: Hashable, Sendable {
    public var a: String
    public var b: String
    public var fibres: Int

    /// Makes cords.
    public init(a: String, b: String, fibres: Int) {
      self.a = a
      self.b = b
      self.fibres = fibres
    }
  }

  /// Windows in which nobody may work on a client.
  public struct Refusal: Hashable, Sendable {
    public var client: String
    /// Counted from 1.
    public var windows: [Int]

    /// Makes a refusal.
    public init(client: String, windows: [Int]) {
      self.client = client
      self.windows = windows
    }
  }

  public var name: String
  public var parameters: Parameters
  /// In each window.
  public var crewCount: Int
  public var windowCount: Int
  /// In the order of the file, as are all lists.
  public var closures: [Closure]
  public var cables: [Cable]
  public var tubes: [Tube]
  public var services: [Service]
  /// Cords of the old room, each between two tubes.
  public var cords: [Cords]
  public var refusals: [Refusal]

  /// Makes an instance.
  public init(
    name: String, parameters: Parameters, crewCount: Int, windowCount: Int, closures: [Closure], cables: [Cable],
    tubes: [Tube], services: [Service], cords: [Cords] = [], refusals: [Refusal] = []
  ) {
    self.name = name
    self.parameters = parameters
    self.crewCount = crewCount
    self.windowCount = windowCount
    self.closures = closures
    self.cables = cables
    self.tubes = tubes
    self.services = services
    self.cords = cords
    self.refusals = refusals
  }
}

/// A plan for an instance, by name, as its file states it.
public struct CutoverPlan: Hashable, Sendable {
  /// One tube's move; windows and crews count from 1.
  public struct Move: Hashable, Sendable {
    public var tube: String
    public var closure: String
    public var window: Int
    public var crew: Int

    /// Makes a move.
    public init(tube: String, closure: String, window: Int, crew: Int) {
      self.tube = tube
      self.closure = closure
      self.window = window
      self.crew = crew
    }
  }

  public var moves: [Move]

  /// Makes a plan.
  public init(moves: [Move]) { self.moves = moves }
}
