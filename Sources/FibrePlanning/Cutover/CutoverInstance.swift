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
    /// Closures that a crew may visit in a window.
    public var closuresPerCrew = 1

    /// Makes the usual figures.
    public init() {}
  }

  public struct Closure: Hashable, Sendable {
    public var id: String
  /// A splice closure, and what it has room for.
    public var maxCrews: Int
    public var freeTrays: Int
    /// Crews that find room in it at once.
    public var setupMinutes: Int
    /// Each tube that is moved there takes one.

    /// Of each visit, before the work.
    public init(id: String, maxCrews: Int, freeTrays: Int, setupMinutes: Int) {
      self.id = id
    /// Makes a closure.
      self.maxCrews = maxCrews
      self.freeTrays = freeTrays
      self.setupMinutes = setupMinutes
    }
  }

  /// A cable of the new site.
  public struct Cable: Hashable, Sendable {
    public var id: String
    public var closure: String
    public var fibres: Int
    /// Fibres of a tube.
    public var modulo: Int

    public init(id: String, closure: String, fibres: Int, modulo: Int) {
      self.id = id
      self.closure = closure
      self.fibres = fibres
    /// Makes a cable.
      self.modulo = modulo
    }
  }

  /// A closure where a tube may be cut, and the cable that takes it.
  public struct Candidate: Hashable, Sendable {
    public var closure: String
    public var cable: String
    /// Uncut there: all its fibres are dark together, and all are spliced.
    public var isPassage: Bool
    public var liveSplices: Int
    public var totalSplices: Int
    /// From the new site to the closure.
    public var newMetres: Int

    public init(
      closure: String, cable: String, isPassage: Bool, liveSplices: Int, totalSplices: Int, newMetres: Int
    ) {
      self.closure = closure
      self.cable = cable
      self.isPassage = isPassage
      self.liveSplices = liveSplices
    /// Makes a candidate.
      self.totalSplices = totalSplices
      self.newMetres = newMetres
    }
  }

  public struct Tube: Hashable, Sendable {
    public var id: String
    public var liveFibres: Int
    public var candidates: [Candidate]

    public init(id: String, liveFibres: Int, candidates: [Candidate]) {
      self.id = id
      self.liveFibres = liveFibres
      self.candidates = candidates
    }
  }

  public struct Service: Hashable, Sendable {
    public var id: String
    public var tube: String
    /// Makes a tube.
    public var client: String
    public var operatorName: String
    public var fibres: Int
    public var isVital: Bool
    public var maxOutageMinutes: Int
    /// The other leg.
    public var protects: String?

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

    /// Makes a service.
  /// Patch cords of the old room between two tubes.
  public struct Cords: Hashable, Sendable {
    public var a: String
    public var b: String
    public var fibres: Int

    public init(a: String, b: String, fibres: Int) {
      self.a = a
      self.b = b
      self.fibres = fibres
    }
  }

  /// Windows in which nobody may work on a client.
  public struct Refusal: Hashable, Sendable {
    public var client: String
    public var windows: [Int]

    public init(client: String, windows: [Int]) {
      self.client = client
      self.windows = windows
    /// Makes cords.
    }
  }

  public var name: String
  public var parameters: Parameters
  public var crewCount: Int
  public var windowCount: Int
  public var closures: [Closure]
  public var cables: [Cable]
  public var tubes: [Tube]
  public var services: [Service]
  public var cords: [Cords]
  public var refusals: [Refusal]
    /// Makes a refusal.

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
  /// Makes an instance.
  /// One tube's move; windows and crews count from 1.
  public struct Move: Hashable, Sendable {
    public var tube: String
    public var closure: String
    public var window: Int
    public var crew: Int

    public init(tube: String, closure: String, window: Int, crew: Int) {
      self.tube = tube
      self.closure = closure
      self.window = window
      self.crew = crew
    }
  }

  public var moves: [Move]

  public init(moves: [Move]) { self.moves = moves }
}
    /// Makes a move.
  /// Makes a plan.
