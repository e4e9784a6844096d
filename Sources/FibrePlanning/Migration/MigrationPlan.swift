public import FibreModel

/// What is asked: everything live that starts in one site must start in another.
public struct MigrationRequest: Hashable, Sendable {
  public var from: Code<Site>
  public var to: Code<Site>
  /// Rounds of the search; the plan depends on the network, the request and nothing else.
  public var iterations: Int
  public var seed: UInt64
  /// A plan whose notices have gone out: as few of its services as can be get another night.
  public var announced: MigrationPlan?
  /// New cables on which nothing may land, as if they were not there.
  public var avoided: Set<Code<Cable>> = []

  /// Makes a request.
  public init(from: Code<Site>, to: Code<Site>, iterations: Int = 12, seed: UInt64 = 1) {
    self.from = from
    self.to = to
    self.iterations = iterations
    self.seed = seed
  }
}

/// What a technician does in one step.
public enum PlanAction: String, Hashable, Sendable, CaseIterable {
  /// Opens an uncut tube; `a` and `b` are its first fibre on either side. Changes no joint.
  case open
  /// Takes apart the joint of `a` (old side) and `b` (kept side).
  case cut
  /// Coils the end `a` in the slot named; `b` is nothing.
  case park
  /// Joins `a` (new cable) and `b` (kept side) by fusion in the slot named.
  case splice
  /// Takes away the cord between ports `a` and `b`.
  case unpatch
  /// Lays a new cord between ports `a` and `b`.
  case patch
}

/// A fibre `CAB-SF-04/2:13` or, for `patch` and `unpatch`, a port `TI-SF-01:13`.
public struct StepEnd: Hashable, Sendable, CustomStringConvertible {
  /// The code of the section, or of the panel.
  public let owner: String
  /// The fibre's number in the section, or the port's on the panel; from 1.
  public let number: Int

  /// Makes an end.
  public init(owner: String, number: Int) {
    self.owner = owner
    self.number = number
  }

  /// Reads `OWNER:n`; nothing for any other text.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]), number >= 1,
      colon != text.startIndex
    else { return nil }
    self.init(owner: String(text[..<colon]), number: number)
  }

  public var description: String { "\(owner):\(number)" }
}

/// One step of work.
public struct PlanStep: Hashable, Sendable {
  /// Rank in the night, from 1, in the order of replay over all its visits.
  public var step: Int
  public var action: PlanAction
  public var a: StepEnd
  public var b: StepEnd?
  /// For `cut`, `park` and `splice`: the tray and slot of the joint.
  public var cassette: Code<Cassette>?
  public var slot: Int?
  /// The service on the fibre; nothing for a fibre that carries none.
  public var service: Code<Service>?
  public var minutes: Int
  public var expectedLoss: Loss?

  /// Makes a step.
  public init(
    step: Int, action: PlanAction, a: StepEnd, b: StepEnd?, cassette: Code<Cassette>? = nil, slot: Int? = nil,
    service: Code<Service>? = nil, minutes: Int = 0, expectedLoss: Loss? = nil
  ) {
    self.step = step
    self.action = action
    self.a = a
    self.b = b
    self.cassette = cassette
    self.slot = slot
    self.service = service
    self.minutes = minutes
    self.expectedLoss = expectedLoss
  }
}

/// The work of one crew in one closure on one night; or of the technician in a room, who is crew 0.
public struct PlanVisit: Hashable, Sendable {
  /// The code of the closure, or for crew 0 that of the site.
  public var closure: String
  public var crew: Int
  /// Setup, work and closing; 0 for crew 0, whose patching runs beside.
  public var minutes: Int
  public var steps: [PlanStep]

  /// Makes a visit.
  public init(closure: String, crew: Int, minutes: Int, steps: [PlanStep]) {
    self.closure = closure
    self.crew = crew
    self.minutes = minutes
    self.steps = steps
  }
}

/// The work of one window. Steps are replayed visit by visit, in order.
public struct PlanNight: Hashable, Sendable {
  /// The number of the window (`WorkWindow.number`).
  public var night: Int
  public var date: CalendarDate
  public var visits: [PlanVisit]

  /// Makes a night.
  public init(night: Int, date: CalendarDate, visits: [PlanVisit]) {
    self.night = night
    self.date = date
    self.visits = visits
  }
}

/// Whether a link works with its optics on its route.
public enum OpticalVerdict: String, Hashable, Comparable, Sendable, CaseIterable {
  case ok, marginal, fails

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .ok ? 0 : self == .marginal ? 1 : 2 }
}

/// Length and loss of a service's worst fibre, at the wavelength of its optics.
public struct RouteFigures: Hashable, Sendable {
  public var length: Length
  public var loss: Loss

  /// Makes figures.
  public init(length: Length, loss: Loss) {
    self.length = length
    self.loss = loss
  }
}

/// What happens to one service.
public struct ServiceMove: Hashable, Sendable {
  public var service: Code<Service>
  /// The window of its move.
  public var night: Int
  public var outageMinutes: Int
  public var before: RouteFigures
  public var after: RouteFigures
  public var verdict: OpticalVerdict
  /// Its ports in the new room, fibre by fibre.
  public var newPorts: [StepEnd]
  /// The other leg of a protected pair.
  public var peer: Code<Service>?

  /// Makes a move.
  public init(
    service: Code<Service>, night: Int, outageMinutes: Int, before: RouteFigures, after: RouteFigures,
    verdict: OpticalVerdict, newPorts: [StepEnd], peer: Code<Service>?
  ) {
    self.service = service
    self.night = night
    self.outageMinutes = outageMinutes
    self.before = before
    self.after = after
    self.verdict = verdict
    self.newPorts = newPorts
    self.peer = peer
  }
}

/// Why something live stays where it is.
public enum StayReason: Hashable, Sendable {
  /// No closure on its route is reached by a new cable.
  case noLanding
  /// New cables that land on its route are full.
  case noFreeTube
  /// No closure on its route has a free tray left.
  case noFreeTray
  /// The route cannot be followed, that of another fibre of its tube included: open, looped or ambiguous.
  case routeUnclear
  /// It, or another fibre of its tube, ends in one of the two sites, so that splicing would not move it.
  case endsInTheRooms
  /// Another fibre of the same service stays.
  case otherFibreStays
  /// Wherever it could be cut, the outage exceeds what the service bears.
  case outageTooLong(minutes: Int, limit: Int)
  /// No window has room for it under the rules (crews, quotas, forbidden dates, protection, tie).
  case noWindow
}

/// A live link that the plan leaves in place.
public struct NotMoved: Hashable, Sendable {
  /// The service, or the fibre's name when no service is known on it.
  public var service: String
  public var reason: StayReason

  /// Makes an entry.
  public init(service: String, reason: StayReason) {
    self.service = service
    self.reason = reason
  }
}

/// What a plan is judged by, in order of weight; also used for proved lower bounds, where nothing means "none proved".
public struct PlanObjectives: Hashable, Sendable {
  /// The number of the last window used.
  public var nights: Int?
  public var crewNights: Int?
  /// Minutes of outage over all services, vital ones counted three times.
  public var weightedOutageMinutes: Int?
  /// Fusion splices on the live network.
  public var splices: Int?
  /// Most tie fibres in use after any window.
  public var tiePeakFibres: Int?
  public var newFibre: Length?

  /// Makes objectives.
  public init(
    nights: Int? = nil, crewNights: Int? = nil, weightedOutageMinutes: Int? = nil, splices: Int? = nil,
    tiePeakFibres: Int? = nil, newFibre: Length? = nil
  ) {
    self.nights = nights
    self.crewNights = crewNights
    self.weightedOutageMinutes = weightedOutageMinutes
    self.splices = splices
    self.tiePeakFibres = tiePeakFibres
    self.newFibre = newFibre
  }
}

/// What no plan for the same question can beat in what moves, and in the notices that change.
public struct PlanLimits: Hashable, Sendable {
  /// Services that move, at most.
  public var mostServices: Int
  /// Services of which a notice has to be changed, at least, if as many services move; nothing where none was announced.
  public var fewestNotices: Int?

  /// Makes limits.
  public init(mostServices: Int, fewestNotices: Int? = nil) {
    self.mostServices = mostServices
    self.fewestNotices = fewestNotices
  }
}

/// A plan as the planner, or a file, states it. Nothing in it is proved; see `PlanChecker`.
public struct MigrationPlan: Hashable, Sendable {
  /// The revision of the network it was made for.
  public var revision: Int
  /// The mark of what the store held at that revision; nothing where none is known.
  public var digest: String?
  public var from: Code<Site>
  public var to: Code<Site>
  /// In order of window.
  public var nights: [PlanNight]
  /// In order of service code.
  public var services: [ServiceMove]
  public var notMoved: [NotMoved]
  public var objectives: PlanObjectives
  public var bounds: PlanObjectives
  /// What is proved of the choice of what moves; nothing where nothing is, and in a plan that was read from a file.
  public var limits: PlanLimits?

  /// Makes a plan.
  public init(
    revision: Int, from: Code<Site>, to: Code<Site>, nights: [PlanNight], services: [ServiceMove],
    notMoved: [NotMoved], objectives: PlanObjectives, bounds: PlanObjectives
  ) {
    self.revision = revision
    self.from = from
    self.to = to
    self.nights = nights
    self.services = services
    self.notMoved = notMoved
    self.objectives = objectives
    self.bounds = bounds
  }
}
